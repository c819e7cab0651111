package attach

import (
	"slices"

	"github.com/klippa-app/go-pdfium/enums"
	"github.com/klippa-app/go-pdfium/requests"
)

// onPaper are the annotations that both drawings of a page show alike, the page's own and that of
// its sheet: stamps, what was written over and underlined. Windows of notes, files and films
// are not among them: what pdfium draws for those is on no paper. Nor are fields: pdfium may
// give them a new look, while sheets keep the look that the file has.
var onPaper = []enums.FPDF_ANNOTATION_SUBTYPE{
	enums.FPDF_ANNOT_SUBTYPE_LINK, enums.FPDF_ANNOT_SUBTYPE_FREETEXT, enums.FPDF_ANNOT_SUBTYPE_LINE,
	enums.FPDF_ANNOT_SUBTYPE_SQUARE, enums.FPDF_ANNOT_SUBTYPE_CIRCLE, enums.FPDF_ANNOT_SUBTYPE_POLYGON,
	enums.FPDF_ANNOT_SUBTYPE_POLYLINE, enums.FPDF_ANNOT_SUBTYPE_HIGHLIGHT, enums.FPDF_ANNOT_SUBTYPE_UNDERLINE,
	enums.FPDF_ANNOT_SUBTYPE_SQUIGGLY, enums.FPDF_ANNOT_SUBTYPE_STRIKEOUT, enums.FPDF_ANNOT_SUBTYPE_STAMP,
	enums.FPDF_ANNOT_SUBTYPE_CARET, enums.FPDF_ANNOT_SUBTYPE_INK,
}

// mostMarks is how many annotations of a page are looked at; a page with more is compared
// without them.
const mostMarks = 500

// marks reports whether a page has annotations, and whether all of them are on paper, so that
// it can be compared with its sheet as a whole.
func (o opened) marks(i int) (some, onPaper bool, err error) {
	page := o.page(i)
	count, err := o.FPDFPage_GetAnnotCount(&requests.FPDFPage_GetAnnotCount{Page: page})
	if err != nil {
		return false, false, err
	}
	some = count.Count > 0
	for n := range min(count.Count, mostMarks) {
		if paper, err := o.markOnPaper(page, n); err != nil || !paper {
			return some, false, err
		}
	}
	return some, some && count.Count <= mostMarks, nil
}

func (o opened) markOnPaper(page requests.Page, n int) (paper bool, err error) {
	mark, err := o.FPDFPage_GetAnnot(&requests.FPDFPage_GetAnnot{Page: page, Index: n})
	if err != nil {
		return false, nil //nolint:nilerr // what is no annotation is not drawn either
	}
	kind, err := o.FPDFAnnot_GetSubtype(&requests.FPDFAnnot_GetSubtype{Annotation: mark.Annotation})
	if err == nil {
		paper = slices.Contains(onPaper, kind.Subtype)
	}
	_, closing := o.FPDFPage_CloseAnnot(&requests.FPDFPage_CloseAnnot{Annotation: mark.Annotation})
	if err == nil {
		err = closing
	}
	return paper, err
}
