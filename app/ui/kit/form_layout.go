package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// formLayout sets headings and fields out in two columns where each can have columnWidth,
// else in one.
type formLayout struct{ form *Form }

const (
	formMargin  = 12 // at the left and right of the fields
	formGap     = 16 // between the columns
	formLegend  = 6  // under what says what the star means, where no heading follows
	columnChars = 30 // narrowest column of two, in characters
)

// placer is called for every object with its place and size.
type placer func(o fyne.CanvasObject, at fyne.Position, s fyne.Size)

// place calls put for every object with its place and returns the height of all of them
// together.
func (l *formLayout) place(objects []fyne.CanvasObject, room float32, put placer) float32 {
	inner := room - 2*formMargin - Size(theme.SizeNameScrollBarSmall)
	columns := 1
	if (inner-formGap)/2 >= columnChars*width("0", Size(theme.SizeNameText), fyne.TextStyle{}) {
		columns = 2
	}
	column := (inner - float32(columns-1)*formGap) / float32(columns)
	y := float32(6)
	var row []*fieldBox
	endRow := func() {
		y += placeRow(row, column, y, put)
		row = nil
	}
	for i, o := range objects {
		box, isField := o.(*fieldBox)
		if _, said := objects[max(0, i-1)].(*Line); said && isField {
			y += formLegend
		}
		if isField && !box.wide() {
			if row = append(row, box); len(row) == columns {
				endRow()
			}
			continue
		}
		endRow()
		height := o.MinSize().Height
		if isField {
			height = box.heightAt(inner, 1)
		}
		put(o, fyne.NewPos(formMargin, y), fyne.NewSize(inner, height))
		y += height
	}
	endRow()
	return y + 8
}

// placeRow sets fields side by side, their entries level, and returns the height taken.
func placeRow(row []*fieldBox, column, y float32, put placer) float32 {
	over := 1
	for _, box := range row {
		over = max(over, box.captionAt(column))
	}
	tallest := float32(0)
	for i, box := range row {
		height := box.heightAt(column, over)
		put(box, fyne.NewPos(formMargin+float32(i)*(column+formGap), y), fyne.NewSize(column, height))
		tallest = max(tallest, height)
	}
	return tallest
}

// Layout is called by the toolkit.
func (l *formLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.place(objects, room.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is called by the toolkit; the height is that at the width of the scroller.
func (l *formLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	room := float32(240)
	if l.form.scroll != nil {
		room = max(room, l.form.scroll.Size().Width)
	}
	return fyne.NewSize(240, l.place(objects, room, func(fyne.CanvasObject, fyne.Position, fyne.Size) {}))
}

// sectionHead is the heading of a run of fields with a line under it.
type sectionHead struct {
	widget.BaseWidget
	text *canvas.Text
	line *canvas.Rectangle
}

func newSectionHead(title string) *sectionHead {
	h := &sectionHead{text: NewText(title, theme.ColorNameForeground, theme.SizeNameText)}
	h.text.TextStyle.Bold = true
	h.line = canvas.NewRectangle(Colour(theme.ColorNameSeparator))
	h.ExtendBaseWidget(h)
	return h
}

// CreateRenderer is called by the toolkit.
func (h *sectionHead) CreateRenderer() fyne.WidgetRenderer { return &sectionRenderer{h} }

type sectionRenderer struct{ head *sectionHead }

func (r *sectionRenderer) Layout(room fyne.Size) {
	height := r.head.text.MinSize().Height
	r.head.text.Move(fyne.NewPos(0, 6))
	r.head.text.Resize(fyne.NewSize(room.Width, height))
	r.head.line.Move(fyne.NewPos(0, height+8))
	r.head.line.Resize(fyne.NewSize(room.Width, 1))
}

func (r *sectionRenderer) MinSize() fyne.Size {
	return fyne.NewSize(60, r.head.text.MinSize().Height+14)
}

func (r *sectionRenderer) Refresh() {
	r.head.text.TextSize, r.head.text.Color = Size(theme.SizeNameText), Colour(theme.ColorNameForeground)
	r.Layout(r.head.Size())
	canvas.Refresh(r.head)
}

func (r *sectionRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.head.text, r.head.line}
}

func (r *sectionRenderer) Destroy() {}
