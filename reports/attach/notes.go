package attach

import (
	"errors"
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// mostNotes bounds the annotations of a document.
const mostNotes = 50_000

// moveNotes moves annotations with the content; viewers draw their look into the
// rectangle, whatever its size. moved keeps what those of earlier pages were by their
// numbers: pages may share one, and it is moved once for each.
func (p placement) moveNotes(ctx *model.Context, d types.Dict, moved map[int]types.Dict) error {
	notes, err := ctx.DereferenceArray(d["Annots"])
	if err != nil || notes == nil {
		return err
	}
	if len(notes)+len(moved) > mostNotes {
		return fmt.Errorf("%w: more than %d annotations", ErrHeavy, mostNotes)
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
