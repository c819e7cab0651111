package attach

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/api"

	"technopark/reports/pdf"
)

// Prepared is a document made ready to be put behind a package: how many sheets it
// takes is known before the package is laid out.
type Prepared struct {
	Sheets int   // how many it takes in the package
	How    How   // how it gets onto them
	Why    error // why it is not shown as pages; nil when it is
	Drawn  []int // pages that are pictures, counted from 1, where the others are pages
	Empty  []int // pages on which nothing is to be seen

	// Fontless are pages that name fonts which are neither in the file nor ours: they look as
	// they should only where those fonts are.
	Fontless []int

	// Unlooked is how many of the last pages were not compared with their sheets: there are
	// too many of them.
	Unlooked int

	title string
	label func(int) []string
	pdf   []byte // its sheets, unless they lie in a pile

	lies *Pile
	from int64 // where they begin there
	size int   // in bytes
}

// Prepare makes a document ready. What cannot be read becomes one sheet that says so; it
// fails only when ctx is cancelled, which stops it wherever it is.
func Prepare(ctx context.Context, d Document) (*Prepared, error) {
	made := prepared{How: AsApart, Fault: faultOf(ErrUnknown)}
	if shown(d.Kind) {
		made = preparedOf(ctx, file{Kind: d.Kind, Data: d.Data})
	}
	if err := ctx.Err(); err != nil {
		return nil, err
	}
	p := &Prepared{Sheets: made.Sheets, How: made.How, Why: made.Fault.err(), Drawn: made.Drawn, Empty: made.Empty, Fontless: made.Fontless, Unlooked: made.Unlooked, title: d.Title, label: d.Label, pdf: made.PDF}
	if made.How == AsApart {
		p.Sheets, p.pdf = 1, apart(d.Apart)
	}
	return p, nil
}

// shown reports whether files of a kind have sheets at all.
func shown(kind string) bool { return kind == PDF || kind == PNG || kind == JPEG || kind == TIFF }

// Blank returns so many empty sheets in place of a document whose file is not at hand.
func Blank(d Document, sheets int) *Prepared {
	empty, err := pdf.Blank(sheets)
	if err == nil {
		empty, err = pagesOnSheets(empty)
	}
	if err != nil {
		panic(fmt.Errorf("sheets of our own cannot be read: %w", err)) // see apart
	}
	return &Prepared{Sheets: sheets, How: AsPages, title: d.Title, label: d.Label, pdf: empty}
}

// ownPages returns the pages of a PDF on sheets. Which of them lack their fonts it tells
// whenever the PDF can be read, even if no sheets are made.
func ownPages(data []byte) (out laid, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	ctx, err := readPages(data)
	if err != nil {
		return out, err
	}
	if ctx.PageCount == 0 {
		return out, errors.New("no pages")
	}
	out.Fontless = fontless(ctx)
	if err := still(ctx); err != nil {
		return out, err
	}
	if out.Seats, err = place(ctx); err != nil {
		return out, err
	}
	if err := calm(ctx); err != nil {
		return out, err
	}
	strip(ctx)
	if err := api.ValidateContext(ctx); err != nil {
		return out, fmt.Errorf("pdfcpu: %w", err)
	}
	out.PDF, err = written(ctx, true) // what nothing reaches need not be mended
	return out, err
}

// pagesOnSheets is ownPages where the places do not matter.
func pagesOnSheets(data []byte) ([]byte, error) {
	sheets, err := ownPages(data)
	return sheets.PDF, err
}

// pictureSheets returns pages of a PDF, or all pictures of a file of pictures, as pictures
// on sheets.
func pictureSheets(f file, pages []int) (laid, error) {
	var frames []frame
	var err error
	switch f.Kind {
	case PDF:
		frames, err = picturesOf(f.Data, pages)
	case PNG, JPEG, TIFF:
		frames, err = framesOfPicture(f.Kind, f.Data)
	default:
		return laid{}, ErrUnknown
	}
	if err != nil {
		return laid{}, err
	}
	sheets, err := pdf.Pictures(frames)
	if err != nil {
		return laid{}, err
	}
	return ownPages(sheets)
}

// apart returns the one sheet for a document that nothing can read.
func apart(lines []string) []byte {
	sheet, err := pdf.Note(lines)
	if err == nil {
		if sheet, err = pagesOnSheets(sheet); err == nil {
			return sheet
		}
	}
	panic(fmt.Errorf("a sheet of our own cannot be read: %w", err)) // it depends on nothing a user gives
}

// Seal makes a file out of the digests of the finished sheets, to be carried with them.
type Seal struct {
	Name string                      // of the file
	Make func(Digests) (File, error) // called once, when all sheets are there
}

// Append writes a PDF: the sheets of base and documents behind them, each sheet with its
// label. It returns where each document is. The outline gets an entry for each. The files
// given are carried inside, and so is the seal, if there is one.
//
// Documents and files are fetched one after the other and let go when they are written, so
// that the largest of them bounds the memory this takes, and not their sum.
func Append(ctx context.Context, to io.Writer, base []byte, docs []*Prepared, files []File, seal *Seal) (placed []Placed, err error) {
	defer func() {
		if p := recover(); p != nil {
			placed, err = nil, fmt.Errorf("append documents: %v", p)
		}
	}()
	v, err := openVolume(to, base)
	if err != nil {
		return nil, fmt.Errorf("append documents: %w", err)
	}
	v.sealed = seal != nil
	if err := v.ownSheets(); err != nil {
		return nil, fmt.Errorf("append documents: %w", err)
	}
	if placed, err = v.documents(ctx, docs); err != nil {
		return nil, err
	}
	if err := v.outline(docs, placed); err != nil {
		return nil, fmt.Errorf("outline of documents: %w", err)
	}
	if err := v.carry(ctx, files, seal); err != nil {
		return nil, err
	}
	if err := v.close(); err != nil {
		return nil, fmt.Errorf("append documents: %w", err)
	}
	return placed, nil
}
