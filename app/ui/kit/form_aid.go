package kit

import (
	"fyne.io/fyne/v2"

	"technopark/app"
)

// Aid is what a screen knows about a field besides its value.
type Aid struct {
	Earlier string    // its value in the period before, in words: «в 2019: 47 115,3»
	Offer   app.Value // that other records make likely; F4 puts it into a field that is empty
	Offered string    // says that: «подставить 212,5 м² (F4)»; empty when nothing is offered
	Told    string    // what the value says together with others of the record: «доля в выручке 12,3 %»
	Link    string    // leads to where the value comes from: «Открыть договор»
	Open    func()    // follows the link
}

// keyOffer puts in what is offered.
const keyOffer = fyne.KeyF4

// SetAids shows beside the fields, given by their keys, what the screen knows about them;
// beside the others nothing.
func (f *Form) SetAids(aids map[string]Aid) {
	changed := false
	for _, box := range f.boxes {
		changed = box.setAid(aids[box.field.Key]) || changed
	}
	if changed {
		f.scroll.Content.Refresh()
	}
}

// Aided returns what is written beside a field: its value in the period before, and what its
// link says.
func (f *Form) Aided(key string) (earlier, link string) {
	box, ok := f.inputs[key]
	if !ok {
		return "", ""
	}
	return box.aid.Earlier, box.link.Text()
}

// Told returns what is written under a field: how to fill it in, what it makes with others, what
// is wrong.
func (f *Form) Told(key string) string {
	if box, ok := f.inputs[key]; ok {
		return box.noted
	}
	return ""
}

func (b *fieldBox) setAid(aid Aid) (changed bool) {
	changed = b.aid.Earlier != aid.Earlier || b.aid.Told != aid.Told || b.aid.Offered != aid.Offered || b.aid.Link != aid.Link
	b.aid = aid
	b.aside.Text = aid.Earlier
	b.showLink()
	if changed {
		b.width = 0
		b.Refresh()
	}
	return changed
}

// showLink offers a value while the field is empty and can be typed into; a derived field
// leads to where its value comes from.
func (b *fieldBox) showLink() {
	switch {
	case b.aid.Link != "":
		b.link.Set(b.aid.Link, b.aid.Open)
	case b.offers():
		b.link.Set(b.aid.Offered, func() {
			b.form.env.Focus(b.input)
			b.takeOffer()
		})
	default:
		b.link.Set("", nil)
	}
}

func (b *fieldBox) offers() bool {
	return b.aid.Offered != "" && b.input.Text == "" && !b.input.Disabled()
}

// takeOffer puts in what is offered and records it; what was typed is never written over.
func (b *fieldBox) takeOffer() {
	if b.offers() {
		b.input.SetText(b.input.textOf(b.aid.Offer))
		b.form.commit(b.input)
	}
}

// beside are the objects that stand after the entry, in their order.
func (b *fieldBox) beside() []fyne.CanvasObject {
	var shown []fyne.CanvasObject
	if b.unit.Text != "" {
		shown = append(shown, b.unit)
	}
	if b.aside.Text != "" && !b.asideNoted {
		shown = append(shown, b.aside)
	}
	if !b.link.Hidden {
		shown = append(shown, b.link)
	}
	return shown
}

// asideFits reports whether the value of the period before has room beside the entry.
func (b *fieldBox) asideFits(room float32) bool {
	x := b.entryWidth(room) + b.aside.MinSize().Width
	if b.unit.Text != "" {
		x += gapUnit + b.unit.MinSize().Width
	}
	return x+gapBeside <= room
}

// Gaps after the entry.
const (
	gapUnit   = 6 // before its unit
	gapBeside = 12
)

// placeBeside puts what stands after the entry in a row, and under it what has no room there;
// it returns the height that is taken under the entry. With a nil put it only measures.
func (b *fieldBox) placeBeside(room, top, height float32, put placer) (under float32) {
	x, gap := b.entryWidth(room), float32(gapUnit)
	for _, o := range b.beside() {
		size := o.MinSize()
		if under == 0 && x+gap+size.Width <= room {
			if put != nil {
				put(o, fyne.NewPos(x+gap, top+(height-size.Height)/2), size)
			}
			x, gap = x+gap+size.Width, gapBeside
			continue
		}
		if put != nil {
			put(o, fyne.NewPos(0, top+height+under), fyne.NewSize(room, size.Height))
		}
		under += size.Height
	}
	return under
}
