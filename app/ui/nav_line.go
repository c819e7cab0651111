package ui

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/kit"
)

// navLine is a screen or, without an id, the heading of a group.
type navLine struct {
	widget.BaseWidget
	nav        *navigation
	id         string
	label      *kit.Line
	errors     *kit.Line // how many wait
	warnings   *kit.Line // how many wait
	back, mark *canvas.Rectangle
	hover      bool
}

func newNavLine(n *navigation, id, title string) *navLine {
	l := &navLine{nav: n, id: id, back: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent)}
	l.label = kit.NewLine(theme.ColorNameForeground, theme.SizeNameText)
	if id == "" {
		l.label = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
		l.label.Bold = true
	}
	l.label.SetText(title)
	l.errors = kit.NewLine(theme.ColorNameForeground, theme.SizeNameCaptionText)
	l.warnings = kit.NewLine(theme.ColorNameForeground, theme.SizeNameCaptionText)
	l.ExtendBaseWidget(l)
	l.draw()
	return l
}

// CreateRenderer is called by the toolkit.
func (l *navLine) CreateRenderer() fyne.WidgetRenderer {
	return widget.NewSimpleRenderer(container.New(navLineLayout{}, l.back, l.mark, l.label, l.errors, l.warnings))
}

func (l *navLine) draw() {
	colour := func(name fyne.ThemeColorName) { l.back.FillColor = kit.Colour(name) }
	chosen := l.id != "" && l.id == l.nav.chosen
	switch {
	case chosen && l.nav.focused:
		colour(kit.ColorSelected)
	case chosen:
		colour(kit.ColorSelected2)
	case l.hover && l.id != "":
		colour(theme.ColorNameButton)
	default:
		colour(kit.ColorPanel)
	}
	l.mark.FillColor = kit.Colour(theme.ColorNamePrimary)
	l.mark.Hidden = !chosen
	l.back.Refresh()
	l.mark.Refresh()
	l.label.Refresh()
	l.errors.Refresh()
	l.warnings.Refresh()
}

// show writes the badge.
func (l *navLine) show(b badge) {
	errors, warnings := counted(app.MarkError, b.errors), counted(app.MarkWarning, b.warnings)
	if errors != l.errors.Text() || warnings != l.warnings.Text() {
		l.errors.SetText(errors)
		l.warnings.SetText(warnings)
		l.Refresh()
	}
}

// Tapped shows the screen.
func (l *navLine) Tapped(*fyne.PointEvent) {
	if l.id == "" {
		return
	}
	l.nav.onChoose(l.id)
}

// MouseIn is called by the toolkit.
func (l *navLine) MouseIn(*desktop.MouseEvent) { l.hover = true; l.draw() }

// MouseMoved is called by the toolkit.
func (l *navLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *navLine) MouseOut() { l.hover = false; l.draw() }

// navLayout stacks the lines; groups are set apart by their headings.
type navLayout struct{}

func navHeight(o fyne.CanvasObject) float32 {
	row := kit.Size(kit.SizeRow)
	if o.(*navLine).id == "" {
		return row - 4
	}
	return row - 7 // so that all screens are in view at 768 pixels
}

// Layout is called by the toolkit.
func (navLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	y := float32(0)
	for _, o := range objects {
		o.Move(fyne.NewPos(0, y))
		o.Resize(fyne.NewSize(room.Width, navHeight(o)))
		y += navHeight(o)
	}
}

// MinSize is called by the toolkit.
func (navLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	y := float32(0)
	for _, o := range objects {
		y += navHeight(o)
	}
	return fyne.NewSize(kit.Size(theme.SizeNameText)*15, y+4)
}

type navLineLayout struct{}

// Layout is called by the toolkit.
func (navLineLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	objects[0].Resize(room)
	objects[1].Resize(fyne.NewSize(3, room.Height))
	right := room.Width - 8
	for _, o := range []fyne.CanvasObject{objects[4], objects[3]} { // from the right
		size := fyne.NewSize(o.(*kit.Line).Room(), o.MinSize().Height)
		if size.Width == 0 {
			continue
		}
		o.Move(fyne.NewPos(right-size.Width, (room.Height-size.Height)/2))
		o.Resize(size)
		right -= size.Width + 4
	}
	label := objects[2].MinSize()
	objects[2].Move(fyne.NewPos(12, (room.Height-label.Height)/2))
	objects[2].Resize(fyne.NewSize(right-12, label.Height))
}

// MinSize is called by the toolkit.
func (navLineLayout) MinSize([]fyne.CanvasObject) fyne.Size { return fyne.NewSize(80, 20) }
