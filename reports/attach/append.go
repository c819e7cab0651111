package attach

import (
	"context"
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

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

	title string
	label func(int) []string
	pdf   []byte // its sheets
}

// Prepare makes a document ready. It never fails: what cannot be read becomes one sheet
// that says so.
func Prepare(d Document) *Prepared {
	made := prepared{How: AsApart, Fault: faultOf(ErrUnknown)}
	if shown(d.Kind) {
		made = preparedOf(file{Kind: d.Kind, Data: d.Data})
	}
	p := &Prepared{Sheets: made.Sheets, How: made.How, Why: made.Fault.err(), Drawn: made.Drawn, Empty: made.Empty, title: d.Title, label: d.Label, pdf: made.PDF}
	if made.How == AsApart {
		p.Sheets, p.pdf = 1, apart(d.Apart)
	}
	return p
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

// ownPages returns the pages of a PDF on sheets, and where each stands on its own.
func ownPages(data []byte) (sheets []byte, seats []seat, err error) {
	defer func() {
		if p := recover(); p != nil {
			sheets, seats, err = nil, nil, fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	ctx, err := readPages(data)
	if err != nil {
		return nil, nil, err
	}
	if ctx.PageCount == 0 {
		return nil, nil, errors.New("no pages")
	}
	if err := still(ctx); err != nil {
		return nil, nil, err
	}
	if seats, err = place(ctx); err != nil {
		return nil, nil, err
	}
	if err := calm(ctx); err != nil {
		return nil, nil, err
	}
	if sheets, err = write(ctx); err != nil { // what nothing reaches need not be mended
		return nil, nil, err
	}
	if ctx, err = read(sheets); err != nil {
		return nil, nil, err
	}
	if err := mend(ctx); err != nil {
		return nil, nil, err
	}
	sheets, err = write(ctx)
	return sheets, seats, err
}

// pagesOnSheets is ownPages where the places do not matter.
func pagesOnSheets(data []byte) ([]byte, error) {
	sheets, _, err := ownPages(data)
	return sheets, err
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
	own, seats, err := ownPages(sheets)
	return laid{PDF: own, Seats: seats}, err
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

// Append puts documents behind the sheets of base, each sheet with its label, and returns
// the whole and where each document is in it. The outline gets an entry for each. The
// files given are carried inside, and so is the seal, if there is one.
func Append(ctx context.Context, base []byte, docs []*Prepared, files []File, seal *Seal) (out []byte, placed []Placed, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, placed, err = nil, nil, fmt.Errorf("append documents: %v", p)
		}
	}()
	all, err := read(base)
	if err != nil {
		return nil, nil, fmt.Errorf("append documents: %w", err)
	}
	if placed, err = join(ctx, all, docs); err != nil {
		return nil, nil, err
	}
	if err := outline(all, docs, placed); err != nil {
		return nil, nil, fmt.Errorf("outline of documents: %w", err)
	}
	if err := carry(all, files, seal); err != nil {
		return nil, nil, err
	}
	if out, err = write(all); err != nil {
		return nil, nil, fmt.Errorf("append documents: %w", err)
	}
	return out, placed, nil
}

// join puts the sheets of documents behind those that are there and labels them.
func join(ctx context.Context, all *model.Context, docs []*Prepared) ([]Placed, error) {
	var placed []Placed
	var labels [][]string
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		placed = append(placed, Placed{First: all.PageCount + 1, Sheets: d.Sheets, How: d.How, Why: d.Why})
		sheets, err := read(d.pdf)
		if sheets != nil {
			unpackedAway(sheets)
		}
		if err == nil {
			err = pdfcpu.MergeXRefTables("", sheets, all, false, false)
		}
		if err != nil {
			return nil, fmt.Errorf("append %q: %w", d.title, err)
		}
		for i := range d.Sheets {
			labels = append(labels, d.label(i+1))
		}
	}
	if len(labels) > 0 {
		if err := stamp(all, placed[0].First, labels); err != nil {
			return nil, fmt.Errorf("label sheets: %w", err)
		}
	}
	return placed, nil
}

// unpackedAway forgets what streams unpack to: it is kept as it is packed, and a package of
// hundreds of documents must not lie in memory twice.
func unpackedAway(ctx *model.Context) {
	for _, entry := range ctx.Table {
		if entry == nil {
			continue
		}
		if sd, ok := entry.Object.(types.StreamDict); ok && sd.Raw != nil {
			sd.Content = nil
			entry.Object = sd
		}
	}
}

// carry puts files into the document, and then the seal of all that is there by now.
func carry(all *model.Context, files []File, seal *Seal) error {
	if len(files) == 0 && seal == nil {
		return nil
	}
	specs, err := specsOf(all, files)
	if err == nil {
		err = list(all, specs)
	}
	if err != nil || seal == nil {
		return err
	}
	found, err := digests(all, seal.Name)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	file, err := seal.Make(found)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	spec, err := specOf(all, file)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	specs[seal.Name] = *spec
	return list(all, specs)
}

// stamp puts a label on each sheet from the first on. The labels are drawn as pages of
// their own, whose content the sheets take over.
func stamp(all *model.Context, first int, labels [][]string) error {
	drawn, err := pdf.Labels(labels)
	if err != nil {
		return err
	}
	source, err := read(drawn)
	if err != nil {
		return err
	}
	if err := pdfcpu.MergeXRefTables("", source, all, false, false); err != nil {
		return err
	}
	for i := range labels {
		if err := show(all, first+i, first+len(labels)+i); err != nil {
			return fmt.Errorf("label of sheet %d: %w", first+i, err)
		}
	}
	return dropLast(all, len(labels))
}

const labelName = "TechnoparkLabel"

// show puts a label, which stands on a page of its own, over a sheet.
func show(all *model.Context, sheet, label int) error {
	source, _, at, err := all.PageDict(label, false)
	if err != nil {
		return err
	}
	drawn, err := contentOf(all, label, source)
	if err != nil {
		return err
	}
	form, err := formOf(all, drawn, source, at)
	if err != nil {
		return err
	}
	size := visible(at)
	d, _, inherited, err := all.PageDict(sheet, false)
	if err != nil {
		return err
	}
	resources, err := all.DereferenceDict(d["Resources"])
	if err != nil {
		return err
	}
	if resources == nil {
		resources = types.Dict{}
		for key, value := range inherited.Resources { // pages share theirs
			resources[key] = value
		}
		d["Resources"] = resources
	}
	shown, err := all.DereferenceDict(resources["XObject"])
	if err != nil {
		return err
	}
	if shown == nil {
		shown = types.Dict{}
		resources["XObject"] = shown
	}
	shown[labelName] = *form
	content := fmt.Sprintf("q %s cm /%s Do Q\n", labelMatrix(visible(inherited), inherited.Rotate, size.Width(), size.Height()), labelName)
	over, err := stream(all, []byte(content), nil)
	if err != nil {
		return err
	}
	d["Contents"] = types.Array{d["Contents"], *over}
	return nil
}

// dropLast takes the last merged document out of the pages.
func dropLast(all *model.Context, pages int) error {
	root, err := all.Pages()
	if err != nil {
		return err
	}
	tree, err := all.DereferenceDict(*root)
	if err != nil {
		return err
	}
	kids, err := all.DereferenceArray(tree["Kids"])
	if err != nil || len(kids) < 2 {
		return errors.Join(errors.New("the pages are not as they were merged"), err)
	}
	tree["Kids"] = kids[:len(kids)-1]
	all.PageCount -= pages
	tree["Count"] = types.Integer(all.PageCount)
	return nil
}
