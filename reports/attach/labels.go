package attach

import (
	"fmt"
	"maps"

	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"technopark/reports/pdf"
)

const labelName = "TechnoparkLabel"

// labels are drawn as pages of their own, all at once, whose content the sheets take over
// one after the other. What all of them draw with, the type, is written once.
type labels struct {
	drawn *model.Context
	next  int // page of the next label, from 1

	shared map[int]*model.XRefTableEntry // what they draw with, by numbers no document has
	given  map[int]int                   // numbers of these in the volume, of those that are written
	known  map[int]string                // digests of streams among them
}

// lifted is added to the numbers of what labels share.
const lifted = 1 << 30

// drawnLabels draws labels; each has its lines.
func drawnLabels(lines [][]string) (*labels, error) {
	l := &labels{next: 1, shared: map[int]*model.XRefTableEntry{}, given: map[int]int{}, known: map[int]string{}}
	if len(lines) == 0 {
		return l, nil
	}
	drawn, err := pdf.Labels(lines)
	if err != nil {
		return nil, err
	}
	l.drawn, err = read(drawn)
	return l, err
}

// over puts the next labels over the sheets of a document, each standing on a page of its
// own.
func (l *labels) over(sheets *model.Context) error {
	for i := 1; i <= sheets.PageCount; i++ {
		if err := l.show(sheets, i); err != nil {
			return fmt.Errorf("sheet %d: %w", i, err)
		}
		l.next++
	}
	for n, entry := range l.shared {
		sheets.Table[n] = entry
	}
	return nil
}

// show puts the next label over a sheet.
func (l *labels) show(sheets *model.Context, sheet int) error {
	form, size, err := l.form(sheets)
	if err != nil {
		return err
	}
	d, _, inherited, err := sheets.PageDict(sheet, false)
	if err != nil {
		return err
	}
	shown, err := pictures(sheets, d, inherited)
	if err != nil {
		return err
	}
	shown[labelName] = *form
	content := fmt.Sprintf("q %s cm /%s Do Q\n", labelMatrix(visible(inherited), inherited.Rotate, size.Width(), size.Height()), labelName)
	over, err := stream(sheets, []byte(content), nil)
	if err != nil {
		return err
	}
	d["Contents"] = types.Array{d["Contents"], *over}
	return nil
}

// form makes the next label something that a sheet of a document can show.
func (l *labels) form(sheets *model.Context) (form *types.IndirectRef, size types.Rectangle, err error) {
	source, _, at, err := l.drawn.PageDict(l.next, false)
	if err != nil {
		return nil, size, err
	}
	content, err := contentOf(l.drawn, l.next, source)
	if err != nil {
		return nil, size, err
	}
	resources := source["Resources"]
	if resources == nil {
		resources = at.Resources
	}
	lifted, err := l.lift(resources)
	if err != nil {
		return nil, size, err
	}
	form, err = formOf(sheets, content, types.Dict{"Resources": lifted}, at)
	return form, visible(at), err
}

// pictures returns what a sheet draws by name, to be added to.
func pictures(ctx *model.Context, d types.Dict, inherited *model.InheritedPageAttrs) (types.Dict, error) {
	resources, err := ctx.DereferenceDict(d["Resources"])
	if err != nil {
		return nil, err
	}
	if resources == nil {
		resources = maps.Clone(inherited.Resources) // pages share theirs
		if resources == nil {
			resources = types.Dict{}
		}
		d["Resources"] = resources
	}
	shown, err := ctx.DereferenceDict(resources["XObject"])
	if err != nil {
		return nil, err
	}
	if shown == nil {
		shown = types.Dict{}
		resources["XObject"] = shown
	}
	return shown, nil
}

// lift returns an object with other numbers in it, and keeps what these name. It is of our
// own drawing, where nothing hangs in itself.
func (l *labels) lift(o types.Object) (types.Object, error) {
	switch o := o.(type) {
	case types.IndirectRef:
		return l.reference(o)
	case types.Array:
		out := make(types.Array, len(o))
		for i, item := range o {
			up, err := l.lift(item)
			if err != nil {
				return nil, err
			}
			out[i] = up
		}
		return out, nil
	case types.Dict:
		out := types.Dict{}
		for key, value := range o {
			up, err := l.lift(value)
			if err != nil {
				return nil, err
			}
			out[key] = up
		}
		return out, nil
	case types.StreamDict:
		up, err := l.lift(o.Dict)
		if err != nil {
			return nil, err
		}
		o.Dict = up.(types.Dict)
		return o, nil
	}
	return o, nil
}

func (l *labels) reference(ref types.IndirectRef) (types.Object, error) {
	n := lifted + ref.ObjectNumber.Value()
	if l.shared[n] == nil {
		target, err := l.drawn.Dereference(ref)
		if err != nil {
			return nil, err
		}
		up, err := l.lift(target)
		if err != nil {
			return nil, err
		}
		l.shared[n] = model.NewXRefTableEntryGen0(up)
	}
	return *types.NewIndirectRef(n, 0), nil
}

// sums returns what is known of the streams of a document that has the next labels.
func (l *labels) sums() map[int]string { return maps.Clone(l.known) }

// summed keeps what has become known of what labels share.
func (l *labels) summed(contents map[int]string) {
	for n := range l.shared {
		if sum, there := contents[n]; there {
			l.known[n] = sum
		}
	}
}

// lend lets a document name what labels share as it is written.
func (l *labels) lend(to *bound) { maps.Copy(to.given, l.given) }

// lent keeps the numbers that what labels share has got.
func (l *labels) lent(by *bound) {
	for n := range l.shared {
		if number, written := by.given[n]; written {
			l.given[n] = number
		}
	}
}
