package attach

import (
	"errors"
	"fmt"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"
)

// What a viewer makes anew each time cannot be put behind other sheets.
var (
	errLayers = errors.New("layers of the document are hidden")
	errFields = errors.New("what is filled in has no look of its own")
)

// still makes a document one that shows the same among others: its form is no form any
// more, since all forms of a package would share the fonts and the programs of the first.
// It fails with errLayers or errFields when only a viewer of the document alone knows what
// is to be seen.
func still(ctx *model.Context) error {
	if byViewer(ctx) {
		return errUnread
	}
	if err := layers(ctx); err != nil {
		return err
	}
	for i := 1; i <= ctx.PageCount; i++ {
		d, _, _, err := ctx.PageDict(i, false)
		if err != nil {
			return fmt.Errorf("page %d: %w", i, err)
		}
		if err := stillNotes(ctx, d); err != nil {
			return fmt.Errorf("page %d: %w", i, err)
		}
	}
	delete(ctx.RootDict, "OCProperties") // all of them are shown
	delete(ctx.RootDict, "NeedsRendering")
	return nil
}

// byViewer reports whether all pages are made by the viewer out of a form of another
// kind (XFA); the file has only a page that asks for another viewer.
func byViewer(ctx *model.Context) bool {
	needs := ctx.RootDict.BooleanEntry("NeedsRendering")
	return needs != nil && *needs
}

// layers fails when not everything is shown.
func layers(ctx *model.Context) error {
	all, err := ctx.DereferenceDict(ctx.RootDict["OCProperties"])
	if err != nil || all == nil {
		return err
	}
	usual, err := ctx.DereferenceDict(all["D"])
	if err != nil {
		return err
	}
	off, err := ctx.DereferenceArray(usual["OFF"])
	if err != nil {
		return err
	}
	if base := usual.NameEntry("BaseState"); len(off) > 0 || base != nil && *base != "ON" {
		return errLayers
	}
	for _, entry := range ctx.Table {
		if entry == nil {
			continue
		}
		d, ok := entry.Object.(types.Dict)
		if !ok || d.Type() == nil || *d.Type() != "OCMD" {
			continue
		}
		if d["VE"] != nil || d["P"] != nil { // shown when others are not
			return errLayers
		}
	}
	return nil
}

// stillNotes turns the fields of a page into stamps, which look the same.
func stillNotes(ctx *model.Context, d types.Dict) error {
	notes, err := ctx.DereferenceArray(d["Annots"])
	if err != nil || notes == nil {
		return err
	}
	left := make(types.Array, 0, len(notes))
	for _, o := range notes {
		note, err := ctx.DereferenceDict(o)
		if err != nil {
			return err
		}
		if kind := note.NameEntry("Subtype"); kind == nil || *kind != "Widget" {
			left = append(left, o)
			continue
		}
		look, err := lookOf(ctx, note)
		switch {
		case err != nil:
			return err
		case look == nil && filled(ctx, note):
			return errFields
		case look == nil:
			continue // an empty field shows nothing
		}
		stamp := types.Dict{"Type": types.Name("Annot"), "Subtype": types.Name("Stamp"), "Rect": note["Rect"], "AP": types.Dict{"N": look}}
		for _, key := range []string{"F", "OC"} {
			if value, there := note[key]; there {
				stamp[key] = value
			}
		}
		own, err := ctx.IndRefForNewObject(stamp)
		if err != nil {
			return err
		}
		left = append(left, *own)
	}
	d["Annots"] = left
	return nil
}

// lookOf returns the appearance of a field in its present state; nil when it has none.
func lookOf(ctx *model.Context, note types.Dict) (types.Object, error) {
	looks, err := ctx.DereferenceDict(note["AP"])
	if err != nil || looks == nil {
		return nil, err
	}
	look := looks["N"]
	o, err := ctx.Dereference(look)
	if err != nil {
		return nil, err
	}
	states, several := o.(types.Dict)
	if !several {
		return look, nil
	}
	if state := note.NameEntry("AS"); state != nil {
		look = states[*state]
		if o, err = ctx.Dereference(look); err != nil || o == nil {
			return nil, err
		}
		return look, nil
	}
	return nil, nil
}

// filled reports whether a field, or the field it is a part of, has a value to be read.
func filled(ctx *model.Context, note types.Dict) bool {
	for range 20 { // parents of parents
		if note == nil {
			return false
		}
		value, err := ctx.Dereference(note["V"])
		if err != nil {
			return false
		}
		switch v := value.(type) {
		case types.StringLiteral:
			return len(v) > 0
		case types.HexLiteral:
			return len(v) > 0
		case types.Array:
			return len(v) > 0
		case types.Name:
			return false // a button that has no look has nothing to press
		}
		if note, err = ctx.DereferenceDict(note["Parent"]); err != nil {
			return false
		}
	}
	return false
}
