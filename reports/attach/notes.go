package attach

import (
	"errors"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// moveNotes moves annotations with the content; viewers draw their look into the
// rectangle, whatever its size. moved keeps what those of earlier pages were by their
// numbers: pages may share one, and it is moved once for each.
func (p placement) moveNotes(ctx *model.Context, d types.Dict, moved map[int]types.Dict) error {
	notes, err := ctx.DereferenceArray(d["Annots"])
	if err != nil || notes == nil {
		return err
	}
	placed := make(types.Array, 0, len(notes))
	for _, o := range notes {
		note, err := ctx.DereferenceDict(o)
		if err != nil {
			return err
		}
		if note == nil {
			continue
		}
		if ref, ok := o.(types.IndirectRef); ok {
			n := ref.ObjectNumber.Value()
			if before, again := moved[n]; again {
				note = maps.Clone(before)
				own, err := ctx.IndRefForNewObject(note)
				if err != nil {
					return err
				}
				o = *own
			} else {
				moved[n] = maps.Clone(note)
			}
		}
		if err := p.move(ctx, note); err != nil {
			return err
		}
		placed = append(placed, o)
	}
	d["Annots"] = placed
	return nil
}

func (p placement) move(ctx *model.Context, note types.Dict) error {
	for _, key := range []string{"Rect", "QuadPoints", "L", "Vertices"} {
		numbers, err := ctx.DereferenceArray(note[key])
		if err != nil || len(numbers) == 0 {
			continue
		}
		moved := make(types.Array, len(numbers))
		for i, n := range numbers {
			v, err := ctx.DereferenceNumber(n)
			if err != nil {
				return errors.Join(errors.New("an annotation without its place"), err)
			}
			shift := p.dx
			if i%2 == 1 {
				shift = p.dy
			}
			moved[i] = types.Float(v*p.scale + shift)
		}
		note[key] = moved
	}
	return nil
}

// apartPages gives a page that stands in the document several times an object for each.
func apartPages(ctx *model.Context) error {
	root, err := ctx.Pages()
	if err != nil || root == nil {
		return errors.Join(errors.New("no pages"), err)
	}
	return apartKids(ctx, *root, map[int]bool{})
}

func apartKids(ctx *model.Context, at types.IndirectRef, seen map[int]bool) error {
	node, err := ctx.DereferenceDict(at)
	if err != nil || node == nil {
		return err
	}
	kids, err := ctx.DereferenceArray(node["Kids"])
	if err != nil {
		return err
	}
	for i, o := range kids {
		ref, ok := o.(types.IndirectRef)
		if !ok {
			continue
		}
		kid, err := ctx.DereferenceDict(ref)
		if err != nil || kid == nil {
			return errors.Join(errors.New("a page that is none"), err)
		}
		again := seen[ref.ObjectNumber.Value()]
		seen[ref.ObjectNumber.Value()] = true
		switch _, inner := kid["Kids"]; {
		case inner && again:
			return errors.New("a part of the pages stands twice")
		case inner:
			err = apartKids(ctx, ref, seen)
		case again:
			var own *types.IndirectRef
			if own, err = ctx.IndRefForNewObject(maps.Clone(kid)); err == nil {
				kids[i] = *own
			}
		}
		if err != nil {
			return err
		}
	}
	return nil
}
