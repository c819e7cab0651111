package attach

import (
	"errors"
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// mostPages bounds how many pages a document may have.
const mostPages = 5000

// flatten hangs all pages of a document below one node, each an object of its own that
// inherits nothing. How many there are is counted, not believed, and a tree that leads in a
// circle is followed once.
func flatten(ctx *model.Context) error {
	root := ctx.RootDict["Pages"]
	w := &pageWalk{ctx: ctx, seen: map[int]bool{}, left: 4 * mostPages}
	if err := w.walk(root, types.Dict{}, 0); err != nil {
		return err
	}
	tree := types.Dict{"Type": types.Name("Pages"), "Kids": w.pages, "Count": types.Integer(len(w.pages))}
	at, err := ctx.IndRefForNewObject(tree)
	if err != nil {
		return err
	}
	for _, page := range w.pages {
		d, err := ctx.DereferenceDict(page)
		if err != nil {
			return err
		}
		d["Parent"] = *at
	}
	ctx.RootDict["Pages"] = *at
	ctx.PageCount = len(w.pages)
	return nil
}

type pageWalk struct {
	ctx   *model.Context
	seen  map[int]bool // by number of object
	pages types.Array
	left  int // nodes that may yet be visited
}

// inheritable are the entries that pages take over from what they hang in.
var inheritable = []string{"Resources", "MediaBox", "CropBox", "Rotate"}

func (w *pageWalk) walk(o types.Object, from types.Dict, depth int) error {
	w.left--
	if w.left < 0 || depth > 200 {
		return fmt.Errorf("%w: too many pages", ErrHeavy)
	}
	node, err := w.ctx.DereferenceDict(o)
	if err != nil || node == nil { // a page that is missing leaves no gap
		return nil //nolint:nilerr // see above
	}
	ref, named := o.(types.IndirectRef)
	again := named && w.seen[ref.ObjectNumber.Value()]
	if named {
		w.seen[ref.ObjectNumber.Value()] = true
	}
	own := maps.Clone(from)
	for _, key := range inheritable {
		if value, there := node[key]; there && value != nil {
			own[key] = value
		}
	}
	kids, branch := node["Kids"]
	switch {
	case branch && again:
		return nil
	case branch:
		return w.kids(kids, own, depth)
	}
	return w.page(node, ref, own, named && !again)
}

func (w *pageWalk) kids(o types.Object, from types.Dict, depth int) error {
	kids, err := w.ctx.DereferenceArray(o)
	if err != nil {
		return err
	}
	for _, kid := range kids {
		if err := w.walk(kid, from, depth+1); err != nil {
			return err
		}
	}
	return nil
}

// page keeps a page; one that is no object of its own, or stands in the document once more,
// gets one.
func (w *pageWalk) page(d types.Dict, ref types.IndirectRef, from types.Dict, first bool) error {
	if len(w.pages) == mostPages {
		return fmt.Errorf("%w: more than %d pages", ErrHeavy, mostPages)
	}
	if !first {
		d = maps.Clone(d)
		own, err := w.ctx.IndRefForNewObject(d)
		if err != nil {
			return errors.Join(errors.New("a page that stands twice"), err)
		}
		ref = *own
	}
	maps.Copy(d, from)
	w.pages = append(w.pages, ref)
	return nil
}
