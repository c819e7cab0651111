package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
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
	d.owner, d.list, d.at, d.inside = in, in.matching(query), -1, false
	if len(d.list) == 0 {
		d.close()
		return
	}
	d.lines = d.lines[:0]
	box := container.NewVBox()
	box.Layout = tightRows{}
	for i, c := range d.list {
		line := newDropLine(d, i, c.Label)
		d.lines = append(d.lines, line)
		box.Add(line)
	}
	d.scroll = container.NewVScroll(box)
	frame := canvas.NewRectangle(Colour(theme.ColorNameBackground))
	frame.StrokeColor, frame.StrokeWidth = Colour(theme.ColorNameInputBorder), 1
	panel := container.NewStack(frame, container.NewPadded(d.scroll))
	d.layer.Objects = []fyne.CanvasObject{panel}
	d.place(panel)
	if query != "" {
		d.highlight(0)
	}
	d.layer.Refresh()
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
	if d.form.focused != in || !hasList(in.field) || !in.pending() || in.field.Kind.Number() {
		return
	}
	d.open(in, in.query())
}

// typedKey takes the keys that walk the list; it reports whether it took the key.
func (d *dropdown) typedKey(in *Input, key *fyne.KeyEvent) bool {
	if d.owner != in {
		if key.Name == fyne.KeyDown && hasList(in.field) && !in.MultiLine {
			d.open(in, in.query())
			d.highlight(0)
			return true
		}
		return false
	}
	switch key.Name {
	case fyne.KeyDown:
		d.highlight(min(d.at+1, len(d.list)-1))
	case fyne.KeyUp:
		d.highlight(max(d.at-1, 0))
	case fyne.KeyEscape:
		d.close()
	case fyne.KeyReturn, fyne.KeyEnter:
		if d.at < 0 {
			d.close()
			return false
		}
		d.take(d.at)
	default:
		return false
	}
	return true
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

func (d *dropdown) take(i int) {
	in, choice := d.owner, d.list[i]
	d.close()
	in.choose(choice)
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

// dropLine is one line of the list.
type dropLine struct {
	widget.BaseWidget
	drop  *dropdown
	index int
	label string
	back  *canvas.Rectangle
	text  *canvas.Text
}

func newDropLine(d *dropdown, index int, label string) *dropLine {
	l := &dropLine{drop: d, index: index, label: label}
	l.back = canvas.NewRectangle(Colour(theme.ColorNameBackground))
	l.text = NewText(label, theme.ColorNameForeground, theme.SizeNameText)
	l.ExtendBaseWidget(l)
	return l
}

// CreateRenderer is called by the toolkit.
func (l *dropLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.NewStack(l.back, container.New(lineLayout{l}, l.text)))
}

// lineLayout cuts the label to the width of the list.
type lineLayout struct{ line *dropLine }

func (x lineLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	text := x.line.text
	text.Text = fit(x.line.label, room.Width-12, text.TextSize, fyne.TextStyle{})
	objects[0].Move(fyne.NewPos(6, (room.Height-text.MinSize().Height)/2))
	objects[0].Resize(fyne.NewSize(room.Width-12, text.MinSize().Height))
}

func (lineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(20, dropLineHeight()) }

func (l *dropLine) mark(on bool) {
	l.back.FillColor = Colour(theme.ColorNameBackground)
	if on {
		l.back.FillColor = Colour(ColorSelected)
	}
	l.back.Refresh()
}

// Tapped takes the line.
func (l *dropLine) Tapped(*fyne.PointEvent) { l.drop.take(l.index) }

// MouseIn is called by the toolkit.
func (l *dropLine) MouseIn(*desktop.MouseEvent) {
	l.drop.inside = true
	l.drop.highlight(l.index)
}

// MouseMoved is called by the toolkit.
func (l *dropLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *dropLine) MouseOut() { l.drop.inside = false }

// listButton is the small triangle that opens the list by mouse. It takes no focus, so
// that Tab goes from entry to entry.
type listButton struct {
	widget.Icon
	owner *Input
}

func newListButton(in *Input) *listButton {
	b := &listButton{owner: in}
	b.SetResource(theme.MenuDropDownIcon())
	b.ExtendBaseWidget(b)
	return b
}

// Tapped opens or closes the list.
func (b *listButton) Tapped(*fyne.PointEvent) {
	drop := b.owner.form.drop
	if drop.owner == b.owner {
		drop.close()
		return
	}
	b.owner.byMouse = true
	b.owner.form.focus(b.owner)
	b.owner.byMouse = false
	drop.open(b.owner, "")
}
