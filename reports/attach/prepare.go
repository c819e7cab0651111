package attach

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"technopark/app/sandbox"
)

// Where the two readers see different things on a page, one of them loses something, and
// nobody can tell from the data which. The page then goes in as pdfium draws it: that is
// what viewers show, and a picture shows the same in all of them.

// prepared is the sheets of a file.
type prepared struct {
	PDF    []byte // none when nothing can be shown
	Sheets int    // how many there are
	How    How
	Drawn  []int // pages that are pictures, from 1, where the others are pages
	Empty  []int // pages on which nothing is to be seen
	Fault  fault

	Fontless []int // pages whose fonts are not at hand
	Unlooked int   // last pages that were not compared
}

// laid is pages put on sheets.
type laid struct {
	PDF   []byte
	Seats []seat
	Fault fault

	Fontless []int // pages whose fonts are not at hand
}

// layingOf is a file and who is to read it first.
type layingOf struct {
	File    file
	Rewrite bool // pdfium writes it anew before pdfcpu reads it
}

// laying puts the pages of a file on sheets as they are.
var laying = sandbox.Job[layingOf, laid]{Name: "lay", Work: func(l layingOf) (laid, error) {
	lastParsed.forget()
	if l.File.Kind != PDF {
		sheets, err := pictureSheets(l.File, nil)
		sheets.Fault = faultOf(err)
		return sheets, nil
	}
	data, err := l.File.Data, error(nil)
	if newer(data) {
		err = errUnread
	} else if l.Rewrite {
		data, err = rewritten(data)
	}
	var out laid
	if err == nil {
		out, err = ownPages(data)
	}
	out.Fault = faultOf(err)
	return out, nil
}}

// drawingOf is pages of a PDF that are to be pictures, those of sheets in their places.
type drawingOf struct {
	File   file
	Pages  []int  // from 1; none for all
	Sheets []byte // none when all pages are to be pictures
}

// drawing makes pages pictures.
var drawing = sandbox.Job[drawingOf, laid]{Name: "draw", Work: func(d drawingOf) (laid, error) {
	lastParsed.forget()
	pictures, err := pictureSheets(d.File, d.Pages)
	if err == nil && d.Sheets != nil {
		pictures.PDF, err = inPlaceOf(d.Sheets, d.Pages, pictures.PDF)
	}
	pictures.Fault = faultOf(err)
	return pictures, nil
}}

// preparedOf returns the sheets of a file. All of it is done elsewhere, piece by piece, so
// that one piece that fails does not cost the others.
func preparedOf(ctx context.Context, f file) prepared {
	if f.Kind != PDF {
		sheets, err := layElsewhere(ctx, f, false)
		if err != nil {
			return prepared{How: AsApart, Fault: faultOf(err)}
		}
		return prepared{PDF: sheets.PDF, Sheets: len(sheets.Seats), How: AsPages}
	}
	if d, known := recall(f.Data); known {
		if p, done := d.carriedOut(ctx, f); done {
			return p
		}
	}
	p, rewrite, sure := decide(ctx, f)
	if sure && ctx.Err() == nil {
		remember(f.Data, decision{p.How, rewrite, p.Drawn, p.Empty, p.Fontless, p.Unlooked, p.Fault})
	}
	return p
}

// decide finds out how a PDF gets onto sheets. It is not sure when a piece of the work was
// stopped: that may have been the fault of a busy machine.
func decide(ctx context.Context, f file) (p prepared, rewrite, sure bool) {
	best, err := layElsewhere(ctx, f, false)
	if errors.Is(err, errUnread) {
		return prepared{How: AsApart, Fault: faultOf(err)}, false, true
	}
	var found losses
	sure = !errors.Is(err, ErrHeavy)
	if err == nil {
		found = lossElsewhere(ctx, f, best)
	}
	if err != nil && worthRewriting(err) || len(found.Differ) > 0 {
		if again, err2 := layElsewhere(ctx, f, true); err2 == nil {
			if other := lossElsewhere(ctx, f, again); err != nil || len(other.Differ) < len(found.Differ) {
				best, found, err, rewrite = again, other, nil, true
			}
		}
	}
	sure = sure && !found.broken
	found.Empty = slices.DeleteFunc(found.Empty, best.lacksFonts) // nothing is seen of them here alone
	switch {
	case err == nil && slices.ContainsFunc(found.Differ, best.lacksFonts), err != nil && len(best.Fontless) > 0:
		return prepared{How: AsApart, Fault: faultOf(errFonts)}, false, sure
	case err == nil && len(found.Differ) < len(best.Seats):
		return best.mixed(ctx, f, found), rewrite, sure
	case err == nil:
		err = errDiffer
	}
	p = drawnWhole(ctx, f, err, best, found)
	return p, rewrite, sure && !errors.Is(p.Fault.err(), ErrHeavy)
}

// lacksFonts reports whether the fonts of a page, from 1, are not at hand. Drawn by us, it
// would be worse than it is.
func (l laid) lacksFonts(page int) bool { return slices.Contains(l.Fontless, page) }

// errDiffer says that the readers see different things.
var errDiffer = errors.New("the readers see different things on the pages")

// worthRewriting reports whether pdfium's way of writing a document can help: where only a
// viewer of the whole document knows what is to be seen, it cannot.
func worthRewriting(err error) bool {
	return !errors.Is(err, errLayers) && !errors.Is(err, errFields) && !errors.Is(err, ErrHeavy)
}

// mixed returns sheets of which some, or none, are pictures. Pages of which no picture can
// be made stay as they are.
func (l laid) mixed(ctx context.Context, f file, found losses) prepared {
	p := prepared{PDF: l.PDF, Sheets: len(l.Seats), How: AsPages, Empty: found.Empty, Fontless: l.Fontless, Unlooked: max(0, len(l.Seats)-mostCompared)}
	if len(found.Differ) == 0 {
		return p
	}
	if with, err := drawElsewhere(ctx, drawingOf{f, found.Differ, l.PDF}); err == nil {
		p.PDF, p.Drawn = with.PDF, found.Differ
	}
	return p
}

// drawnWhole returns all pages as pictures; when that fails too, pages that differ are
// better than none.
func drawnWhole(ctx context.Context, f file, why error, pages laid, found losses) prepared {
	pictures, err := drawElsewhere(ctx, drawingOf{File: f})
	switch {
	case err == nil:
		return prepared{PDF: pictures.PDF, Sheets: len(pictures.Seats), How: AsPictures, Empty: found.Empty, Fault: faultOf(why)}
	case errors.Is(why, errDiffer):
		return prepared{PDF: pages.PDF, Sheets: len(pages.Seats), How: AsPages, Empty: found.Empty}
	}
	return prepared{How: AsApart, Fault: faultOf(errors.Join(why, err))}
}

func layElsewhere(ctx context.Context, f file, rewrite bool) (laid, error) {
	return done(laying.Do(ctx, limitOf(len(f.Data)), layingOf{f, rewrite}))
}

func drawElsewhere(ctx context.Context, d drawingOf) (laid, error) {
	limit := limitOf(len(d.File.Data) + len(d.Sheets))
	limit.Time *= 4 // a page takes a tenth of a second
	return done(drawing.Do(ctx, limit, d))
}

func done(l laid, err error) (laid, error) {
	if err != nil {
		return laid{}, stopped(err)
	}
	return l, l.Fault.err() // and what is known of pages that could not be laid
}

// inPlaceOf puts pictures of pages, counted from 1, in the places of these pages.
func inPlaceOf(sheets []byte, pages []int, pictures []byte) ([]byte, error) {
	all, err := read(sheets)
	if err != nil {
		return nil, err
	}
	drawn, err := read(pictures)
	if err != nil {
		return nil, err
	}
	count := all.PageCount
	if drawn.PageCount != len(pages) {
		return nil, fmt.Errorf("%d pictures of %d pages", drawn.PageCount, len(pages))
	}
	if err := pdfcpu.MergeXRefTables("", drawn, all, false, false); err != nil {
		return nil, err
	}
	if err := flatten(all); err != nil {
		return nil, err
	}
	tree, err := all.DereferenceDict(all.RootDict["Pages"])
	if err != nil {
		return nil, err
	}
	kids, ok := tree["Kids"].(types.Array)
	if !ok || len(kids) != count+len(pages) {
		return nil, errors.New("the pages are not as they were merged")
	}
	order := slices.Clone(kids[:count])
	for i, page := range pages {
		order[page-1] = kids[count+i]
	}
	tree["Kids"], tree["Count"] = order, types.Integer(count)
	strip(all)
	return write(all)
}
