package attach

import (
	"context"
	"fmt"
	"io"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// volume is a package on its way into a file: sheets of its own, then those of one document
// after the other, then what is round all of them. Each of these parts hangs in a node of
// its own in the tree of pages.
type volume struct {
	to     *sheaf
	base   *model.Context // with the outline, which documents get into, and the catalogue
	own    *bound         // its objects
	tree   int            // number of the node in which all others hang
	kids   []int          // numbers of these nodes
	pages  []int          // numbers of the pages
	labels *labels

	sealed  bool
	sums    *summing
	marks   map[int]string // of the pages, by their numbers among the objects of base
	known   map[int]string // digests of streams of base
	digests Digests
}

// outside is the first number, in a document, of objects that are elsewhere in the volume:
// more than a document has objects.
const (
	outside     = 1 << 29
	outsidePage = outside + 1 // and those of the pages of the volume, from 0
)

func openVolume(to io.Writer, base []byte) (*volume, error) {
	all, err := read(base)
	if err != nil {
		return nil, err
	}
	s, err := newSheaf(to)
	if err != nil {
		return nil, err
	}
	return &volume{to: s, base: all, own: s.bind(all), tree: s.reserve(), sums: newSumming(), known: map[int]string{}}, nil
}

// ownSheets writes the sheets of base.
func (v *volume) ownSheets() error {
	if err := v.sum(v.base, v.known); err != nil {
		return err
	}
	v.marks = v.sums.pages
	return v.hang(v.own)
}

// sum sums up the sheets of a part, which come behind those that are there. contents is what
// is known of its streams.
func (v *volume) sum(part *model.Context, contents map[int]string) error {
	if !v.sealed {
		return nil
	}
	v.sums.contents = contents
	sums, err := v.sums.sheets(part, len(v.pages)+1)
	if err != nil {
		return fmt.Errorf("seal the sheets: %w", err)
	}
	v.digests.Pages = append(v.digests.Pages, sums...)
	return nil
}

// hang writes the pages of a part, hung into the tree of all.
func (v *volume) hang(part *bound) error {
	root, err := part.ctx.Pages()
	if err != nil {
		return err
	}
	node, err := part.ctx.DereferenceDict(*root)
	if err != nil {
		return err
	}
	node["Parent"] = *types.NewIndirectRef(outside, 0)
	part.given[outside] = v.tree
	v.kids = append(v.kids, part.number(*root))
	for i := 1; i <= part.ctx.PageCount; i++ {
		at, err := part.ctx.PageDictIndRef(i)
		if err != nil {
			return err
		}
		v.pages = append(v.pages, part.number(*at))
	}
	return part.all()
}

// documents writes the sheets of documents behind those that are there and labels them.
func (v *volume) documents(ctx context.Context, docs []*Prepared) (placed []Placed, err error) {
	var lines [][]string
	for _, d := range docs {
		for i := range d.Sheets {
			lines = append(lines, d.label(i+1))
		}
	}
	if v.labels, err = drawnLabels(lines); err != nil {
		return nil, fmt.Errorf("label sheets: %w", err)
	}
	for _, d := range docs {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		at := Placed{First: len(v.pages) + 1, Sheets: d.Sheets, How: d.How, Why: d.Why}
		if err := v.document(d); err != nil {
			return nil, fmt.Errorf("append %q: %w", d.title, err)
		}
		placed = append(placed, at)
	}
	return placed, nil
}

func (v *volume) document(d *Prepared) error {
	data, err := d.PDF()
	if err != nil {
		return err
	}
	sheets, err := readOwn(data)
	if err != nil {
		return err
	}
	if sheets.PageCount != d.Sheets {
		return fmt.Errorf("%d sheets in place of %d", sheets.PageCount, d.Sheets)
	}
	if err := v.labels.over(sheets); err != nil {
		return fmt.Errorf("label: %w", err)
	}
	if err := v.sum(sheets, v.labels.sums()); err != nil {
		return err
	}
	v.labels.summed(v.sums.contents)
	part := v.to.bind(sheets)
	v.labels.lend(part)
	if err := v.hang(part); err != nil {
		return err
	}
	v.labels.lent(part)
	return nil
}

// close writes the tree of pages and the catalogue.
func (v *volume) close() error {
	kids := make(types.Array, len(v.kids))
	for i, n := range v.kids {
		kids[i] = *types.NewIndirectRef(n, 0) // by their numbers in the volume
	}
	tree := types.Dict{"Type": types.Name("Pages"), "Kids": kids, "Count": types.Integer(len(v.pages))}
	if err := v.to.object(v.tree, []byte(tree.PDFString())); err != nil {
		return err
	}
	v.base.RootDict["Pages"] = *types.NewIndirectRef(outside, 0)
	root, info := v.own.number(*v.base.Root), 0
	if v.base.Info != nil {
		info = v.own.number(*v.base.Info)
	}
	if err := v.own.all(); err != nil {
		return err
	}
	return v.to.end(root, info)
}
