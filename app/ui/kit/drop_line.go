package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

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
	b.owner.form.env.Focus(b.owner)
	b.owner.byMouse = false
	drop.open(b.owner, "")
}
