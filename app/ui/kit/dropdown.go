package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// dropdown is the list under an entry. It lies in the form, above the fields, and not in
// an overlay of the canvas: an overlay would take the keyboard from the entry.
type dropdown struct {
	form   *Form
	layer  *fyne.Container // covers the form; empty while the list is closed
	owner  *Input          // nil while closed
	list   []Choice
	at     int // highlighted line, −1 for none
	lines  []*dropLine
	scroll *container.Scroll
	inside bool // the mouse is over the list
	quiet  bool // the program writes into the entry: the list does not follow
	walked bool // the highlighted line was reached by an arrow and not by typing
}

// dropLines is how many lines are seen at once.
const dropLines = 9

func newDropdown(form *Form) *dropdown {
	return &dropdown{form: form, layer: container.NewWithoutLayout(), at: -1}
}

// open shows the list of an entry; query narrows it.
func (d *dropdown) open(in *Input, query string) {
	if in.Disabled() {
		return
	}
	d.owner, d.list, d.at, d.inside, d.walked = in, in.lines(query), -1, false, false
	if len(d.list) == 0 {
		d.close()
		d.explainEmpty(in, query)
		return
	}
	d.lines = d.lines[:0]
	box := container.NewVBox()
	box.Layout = tightRows{}
	picked := map[int64]bool{}
	for _, id := range in.picked() {
		picked[id] = true
	}
	for i, c := range d.list {
		label := c.Label
		if picked[c.ID] {
			label = pickedMark + label
		}
		line := newDropLine(d, i, label)
		d.lines = append(d.lines, line)
		box.Add(line)
	}
	d.scroll = container.NewVScroll(box)
	frame := NewGround(ColorBackground, ColorBorder)
	panel := container.NewStack(frame, container.NewPadded(d.scroll))
	d.layer.Objects = []fyne.CanvasObject{panel}
	d.place(panel)
	if query != "" {
		d.highlight(d.first())
	}
	d.layer.Refresh()
}

// pickedMark stands before the records that several references name already.
const pickedMark = "• "

// explainEmpty says where the records are made that a reference could name.
func (d *dropdown) explainEmpty(in *Input, query string) {
	if query != "" || in.field.Ref == "" {
		return
	}
	env := d.form.env
	where := app.TypeByKey(in.field.Ref).Many.In(env.Lang)
	d.form.setError(in.field.Key, env.Words.T("ui.list_empty", map[string]any{"Where": where}))
}

// place puts the panel under its entry, or over it where there is no room below.
func (d *dropdown) place(panel fyne.CanvasObject) {
	driver := fyne.CurrentApp().Driver()
	at := driver.AbsolutePositionForObject(d.owner).Subtract(driver.AbsolutePositionForObject(d.layer))
	height := float32(min(len(d.list), dropLines))*dropLineHeight() + 2*Size(theme.SizeNamePadding)
	panel.Resize(fyne.NewSize(d.owner.Size().Width, height))
	y := at.Y + d.owner.Size().Height
	if y+height > d.layer.Size().Height && at.Y > height {
		y = at.Y - height
	}
	panel.Move(fyne.NewPos(at.X, y))
}

func (d *dropdown) close() {
	d.owner, d.inside = nil, false
	if len(d.layer.Objects) > 0 {
		d.layer.Objects = nil
		d.layer.Refresh()
	}
}

// filter follows what is typed into a focused entry.
func (d *dropdown) filter(in *Input) {
	if d.quiet || d.form.focused != in || !hasList(in.field) || !in.pending() || in.field.Kind.Number() {
		return
	}
	d.open(in, in.query())
}

// typedKey takes the keys that walk the list; it reports whether it took the key.
func (d *dropdown) typedKey(in *Input, key *fyne.KeyEvent) bool {
	if d.owner != in {
		if key.Name == fyne.KeyDown && hasList(in.field) && !in.MultiLine {
			d.open(in, in.query())
			d.walk(d.first())
			return true
		}
		return false
	}
	switch key.Name {
	case fyne.KeyDown:
		d.walk(d.next(1))
	case fyne.KeyUp:
		d.walk(d.next(-1))
	case fyne.KeyEscape:
		d.close()
		in.endChoice()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.at < 0 {
			d.close()
			return false
		}
		goOn := d.list[d.at].does == chooses && in.field.Kind != app.KindRefs
		d.take(d.at)
		if goOn {
			in.form.goOn(in)
		}
	default:
		return false
	}
	return true
}

// first returns the first line that chooses something, −1 when none does: nobody who only wanted
// to see the list, or mistyped a name, is to begin a new record by Enter.
func (d *dropdown) first() int {
	return slices.IndexFunc(d.list, func(c Choice) bool { return c.does == chooses })
}

// next returns the line an arrow goes to, over those that only tell; where there is none, the
// one it stands on.
func (d *dropdown) next(by int) int {
	for at := max(d.at, -1) + by; at >= 0 && at < len(d.list); at += by {
		if d.list[at].does != tells {
			return at
		}
	}
	return d.at
}

func (d *dropdown) highlight(at int) {
	d.at = at
	for i, line := range d.lines {
		line.mark(i == at)
	}
	if d.owner == nil || at < 0 {
		return
	}
	top := float32(at) * dropLineHeight()
	offset := d.scroll.Offset.Y
	if top < offset || top+dropLineHeight() > offset+d.scroll.Size().Height {
		d.scroll.ScrollToOffset(fyne.NewPos(0, max(0, top-dropLineHeight()*float32(dropLines-1))))
	}
}

// walk goes to a line by an arrow.
func (d *dropdown) walk(at int) {
	d.walked = true
	d.highlight(at)
}

// space takes the line that an arrow has reached in the list of several references; anywhere
// else a space is typed.
func (d *dropdown) space(in *Input) bool {
	if d.owner != in || !d.walked || d.at < 0 || in.field.Kind != app.KindRefs {
		return false
	}
	d.take(d.at)
	return true
}

// take does what a line does. The list of several references stays open for the next.
func (d *dropdown) take(i int) {
	in, choice := d.owner, d.list[i]
	switch {
	case choice.does == tells:
	case choice.does == creates:
		d.close()
		in.create()
	case in.field.Kind == app.KindRefs:
		d.takeOneOfMany(i)
	default:
		d.close()
		in.choose(choice)
	}
}

// takeOneOfMany picks a line and shows the whole list with the same record highlighted, so
// that the next one is an arrow away.
func (d *dropdown) takeOneOfMany(i int) {
	in, choice, inside, offset := d.owner, d.list[i], d.inside, d.scroll.Offset
	narrowed := in.query() != ""
	d.quiet = true
	if d.form.focused != in {
		d.form.env.Focus(in) // a tap took the keyboard: the field is recorded as it is left
	}
	in.toggle(choice)
	d.quiet = false
	d.open(in, "")
	d.inside = inside
	if d.owner == nil || narrowed {
		return // what is typed next narrows the list anew
	}
	d.scroll.ScrollToOffset(offset)
	d.walk(i)
}

func dropLineHeight() float32 { return Size(SizeRow) - 4 }

// tightRows stacks lines without gaps.
type tightRows struct{}

func (tightRows) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	for i, o := range objects {
		o.Move(fyne.NewPos(0, float32(i)*dropLineHeight()))
		o.Resize(fyne.NewSize(room.Width, dropLineHeight()))
	}
}

func (tightRows) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(40, float32(len(objects))*dropLineHeight())
}
