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
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// navLine is a screen or, of an entry without an id, the head of a group.
type navLine struct {
	widget.BaseWidget
	nav        *navigation
	entry      Entry
	badge      badge
	label      *kit.Line
	errors     *kit.Line // how many wait
	warnings   *kit.Line // how many wait
	icon       *canvas.Image
	back, mark *canvas.Rectangle
	ring       kit.Ring
	hover      bool
}

func newNavLine(n *navigation, e Entry, title string) *navLine {
	l := &navLine{nav: n, entry: e, back: canvas.NewRectangle(color.Transparent), mark: canvas.NewRectangle(color.Transparent), ring: kit.NewRing()}
	l.label = kit.NewLine(kit.ColorText, theme.SizeNameText)
	l.icon = &canvas.Image{FillMode: canvas.ImageFillContain, Resource: e.Icon}
	if l.heads() {
		l.label = kit.NewLine(kit.ColorMuted, theme.SizeNameCaptionText)
		l.label.Bold = true
	}
	l.label.SetText(title)
	l.errors = kit.NewLine(kit.ColorText, theme.SizeNameCaptionText)
	l.warnings = kit.NewLine(kit.ColorText, theme.SizeNameCaptionText)
	l.errors.Badge, l.warnings.Badge = true, true
	l.ExtendBaseWidget(l)
	return l
}

// heads reports whether the line is the head of a group.
func (l *navLine) heads() bool { return l.entry.ID == "" }

// CreateRenderer is called by the toolkit.
func (l *navLine) CreateRenderer() fyne.WidgetRenderer {
	return &navLineRenderer{WidgetRenderer: widget.NewSimpleRenderer(container.New(&navLineLayout{l}, l.back, l.mark, l.icon, l.label, l.errors, l.warnings, l.ring.Object())), line: l}
}

// navLineRenderer draws the line anew when the look changes.
type navLineRenderer struct {
	fyne.WidgetRenderer
	line *navLine
}

// Refresh is called by the toolkit.
func (r *navLineRenderer) Refresh() {
	r.line.draw()
	r.WidgetRenderer.Refresh()
}

// draw shows the state of the line.
func (l *navLine) draw() {
	chosen := !l.heads() && l.entry.ID == l.nav.chosen
	l.back.FillColor = kit.Colour(l.ground(chosen))
	l.mark.FillColor = kit.Colour(kit.ColorAccent)
	l.mark.Hidden = !chosen
	l.ring.Within(l.Size(), l.nav.focused && l.nav.at == l)
	l.label.Bold = chosen || l.heads() || l.entry.Pin != PinNone
	l.icon.Resource = l.picture(chosen)
	l.icon.Hidden = l.icon.Resource == nil
	shown := l.badge
	if l.heads() && !l.nav.folded[l.entry.Section] {
		shown = badge{}
	}
	l.errors.SetText(desk.Badge(app.MarkError, shown.errors))
	l.warnings.SetText(desk.Badge(app.MarkWarning, shown.warnings))
	l.place(l.Size())
	for _, o := range []fyne.CanvasObject{l.back, l.mark, l.icon, l.label} {
		o.Refresh()
	}
}

// picture is the icon of a pinned screen, or whether a group is folded; nil for none.
func (l *navLine) picture(chosen bool) fyne.Resource {
	switch {
	case l.heads() && l.nav.folded[l.entry.Section]:
		return theme.NewColoredResource(theme.MenuExpandIcon(), kit.ColorMuted)
	case l.heads():
		return theme.NewColoredResource(theme.MenuDropDownIcon(), kit.ColorMuted)
	case chosen && l.entry.Icon != nil:
		return theme.NewColoredResource(l.entry.Icon, kit.ColorAccent)
	}
	return l.entry.Icon
}

func (l *navLine) ground(chosen bool) fyne.ThemeColorName {
	switch {
	case chosen && l.nav.focused:
		return kit.ColorSelected
	case chosen:
		return kit.ColorSelected2
	case l.hover:
		return kit.ColorButton
	}
	return kit.ColorPanel
}

// Tapped is called by the toolkit.
func (l *navLine) Tapped(*fyne.PointEvent) { l.nav.press(l) }

// MouseIn is called by the toolkit.
func (l *navLine) MouseIn(*desktop.MouseEvent) { l.hover = true; l.draw() }

// MouseMoved is called by the toolkit.
func (l *navLine) MouseMoved(*desktop.MouseEvent) {}

// MouseOut is called by the toolkit.
func (l *navLine) MouseOut() { l.hover = false; l.draw() }

// Where words and icons of a line begin, at 100 %.
const (
	navWords = 28
	navIcon  = 8
)

// place puts the parts of the line into an area.
func (l *navLine) place(room fyne.Size) {
	l.back.Resize(room)
	l.mark.Resize(fyne.NewSize(3, room.Height))
	icon := kit.Size(theme.SizeNameInlineIcon)
	l.icon.Resize(fyne.NewSquareSize(icon))
	l.icon.Move(fyne.NewPos(kit.Pixels(navIcon), (room.Height-icon)/2))
	right := room.Width - kit.Size(kit.SpaceNear)
	for _, badge := range []*kit.Line{l.warnings, l.errors} { // from the right
		wide, high := badge.Room(), badge.MinSize().Height
		if wide == 0 {
			continue
		}
		badge.Move(fyne.NewPos(right-wide, (room.Height-high)/2))
		badge.Resize(fyne.NewSize(wide, high))
		right -= wide + kit.Size(kit.SpaceInside)
	}
	left, high := kit.Pixels(navWords), l.label.MinSize().Height
	l.label.Move(fyne.NewPos(left, (room.Height-high)/2))
	l.label.Resize(fyne.NewSize(max(0, right-left), high))
}

// usualBadge is what every name in view has room for, whether or not anything waits behind it.
var usualBadge = badge{warnings: 99}

// room returns the width of the whole line: its name as bold as it is when it is chosen, and
// of a group what waits behind it when it is folded.
func (l *navLine) room() float32 {
	size := theme.SizeNameText
	if l.heads() {
		size = theme.SizeNameCaptionText
	}
	measure := func(text string, size fyne.ThemeSizeName, bold bool) float32 {
		return fyne.MeasureText(text, kit.Size(size), fyne.TextStyle{Bold: bold}).Width
	}
	room := kit.Pixels(navWords) + measure(l.label.Text(), size, true) + kit.Size(kit.SpaceNear)
	behind := func(b badge) (wide float32) {
		for mark, n := range map[app.Mark]int{app.MarkError: b.errors, app.MarkWarning: b.warnings} {
			if n > 0 {
				wide += measure(desk.Badge(mark, n), theme.SizeNameCaptionText, false) + kit.Size(kit.SpaceInside)
			}
		}
		return wide
	}
	least := badge{}
	if !l.heads() && l.entry.Pin == PinNone {
		least = usualBadge
	}
	return room + max(behind(least), behind(l.badge)) + 1
}

// navLineLayout lays a line out.
type navLineLayout struct{ line *navLine }

// Layout is called by the toolkit.
func (n *navLineLayout) Layout(_ []fyne.CanvasObject, room fyne.Size) {
	n.line.place(room)
	n.line.ring.Within(room, n.line.nav.focused && n.line.nav.at == n.line)
}

// MinSize is called by the toolkit.
func (n *navLineLayout) MinSize([]fyne.CanvasObject) fyne.Size {
	return fyne.NewSize(kit.Pixels(80), kit.Size(kit.SizeNav))
}

// navLayout stacks the lines that are not hidden.
type navLayout struct{}

// Layout is called by the toolkit.
func (navLayout) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	y, high := float32(0), kit.Size(kit.SizeNav)
	for _, o := range objects {
		if o.Visible() {
			o.Move(fyne.NewPos(0, y))
			o.Resize(fyne.NewSize(room.Width, high))
			y += high
		}
	}
}

// MinSize is called by the toolkit.
func (navLayout) MinSize(objects []fyne.CanvasObject) fyne.Size {
	y := float32(0)
	for _, o := range objects {
		if o.Visible() {
			y += kit.Size(kit.SizeNav)
		}
	}
	return fyne.NewSize(kit.Pixels(80), y)
}

// navFoot gives what is pinned at the bottom a little air.
type navFoot struct{}

// Layout is called by the toolkit.
func (navFoot) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	high := objects[0].MinSize().Height
	objects[0].Move(fyne.NewPos(0, (room.Height-high)/2))
	objects[0].Resize(fyne.NewSize(room.Width, high))
}

// MinSize is called by the toolkit.
func (navFoot) MinSize(objects []fyne.CanvasObject) fyne.Size {
	return objects[0].MinSize().AddWidthHeight(0, kit.Size(kit.SpaceNear))
}
