package attach

import (
	"errors"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// errFonts says that pages would have to be drawn that name fonts which neither they nor we
// have: a picture of them would lack what is written.
var errFonts = errors.New("the fonts of the pages are not in the file")

// fontless returns the pages, from 1, that name fonts which are not in the file and which our
// own faces cannot stand in for: what numbers the glyphs of a font that only another computer
// has, and signs of no alphabet.
func fontless(ctx *model.Context) []int {
	w := &fontWalk{ctx: ctx, known: map[int]bool{}, left: mostFontValues}
	var pages []int
	for i := 1; i <= ctx.PageCount; i++ {
		d, _, inherited, err := ctx.PageDict(i, false)
		if err != nil {
			continue
		}
		page := whole(d, inherited)
		if w.names(page["Resources"], 0) || w.names(page["Annots"], 0) {
			pages = append(pages, i)
		}
	}
	return pages
}

// mostFontValues bounds how many values of a document are looked at for its fonts.
const mostFontValues = 2_000_000

// fontWalk looks for fonts in all that pages draw with.
type fontWalk struct {
	ctx   *model.Context
	known map[int]bool // what was found of an object; false while it is looked at
	left  int          // values that may yet be looked at
}

// names reports whether a value leads to a font that cannot be stood in for.
func (w *fontWalk) names(o types.Object, depth int) bool {
	w.left--
	if w.left < 0 || depth > mostDepth {
		return false
	}
	if ref, ok := o.(types.IndirectRef); ok {
		return w.reference(ref, depth)
	}
	switch o := o.(type) {
	case types.StreamDict:
		return w.dict(o.Dict, depth)
	case types.Dict:
		return w.dict(o, depth)
	case types.Array:
		for _, item := range o {
			if w.names(item, depth+1) {
				return true
			}
		}
	}
	return false
}

func (w *fontWalk) reference(ref types.IndirectRef, depth int) bool {
	n := ref.ObjectNumber.Value()
	if found, met := w.known[n]; met {
		return found
	}
	w.known[n] = false
	o, err := w.ctx.Dereference(ref)
	if err != nil {
		return false
	}
	w.known[n] = w.names(o, depth)
	return w.known[n]
}

// awayFromPaper are entries that lead to other pages or to what is not drawn.
var awayFromPaper = []string{"Parent", "P", "Popup", "IRT", "A", "AA", "Dest", "StructParent", "Metadata", "PieceInfo", "ToUnicode"}

func (w *fontWalk) dict(d types.Dict, depth int) bool {
	if kind := d.NameEntry("Type"); kind != nil && *kind == "Font" {
		return w.foreign(d)
	}
	for key, value := range d {
		if !slices.Contains(awayFromPaper, key) && w.names(value, depth+1) {
			return true
		}
	}
	return false
}

// foreign reports whether a font is not in the file and cannot be stood in for. A simple font
// names its letters, unless it is one of signs; a composite one only numbers them.
func (w *fontWalk) foreign(font types.Dict) bool {
	var subtype, name string
	if s := font.NameEntry("Subtype"); s != nil {
		subtype = *s
	}
	if s := font.NameEntry("BaseFont"); s != nil {
		name = *s
	}
	switch subtype {
	case "Type3":
		return false
	case "Type0":
		below, err := w.ctx.DereferenceArray(font["DescendantFonts"])
		if err != nil || len(below) == 0 {
			return false
		}
		descendant, err := w.ctx.DereferenceDict(below[0])
		return err == nil && !w.embedded(descendant)
	}
	return !w.embedded(font) && w.ofSigns(font) && name != "Symbol" && name != "ZapfDingbats" // pdfium has these two
}

func (w *fontWalk) embedded(font types.Dict) bool {
	descriptor, err := w.ctx.DereferenceDict(font["FontDescriptor"])
	if err != nil {
		return false
	}
	return slices.ContainsFunc([]string{"FontFile", "FontFile2", "FontFile3"}, func(key string) bool { return descriptor[key] != nil })
}

// symbolic is the flag of a font of signs (ISO 32000-1, 9.8.2).
const symbolic = 1 << 2

func (w *fontWalk) ofSigns(font types.Dict) bool {
	descriptor, err := w.ctx.DereferenceDict(font["FontDescriptor"])
	if err != nil || font["Encoding"] != nil {
		return false
	}
	flags := descriptor.IntEntry("Flags")
	return flags != nil && *flags&symbolic != 0
}
