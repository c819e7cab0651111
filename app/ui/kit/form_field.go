package kit

import (
	"slices"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// fieldBox is a field of a form: its label with the unit, its entry, and under that
// the hint or, when something is wrong, the message.
type fieldBox struct {
	widget.BaseWidget
	form    *Form
	field   app.Field
	input   *Input
	shown   fyne.CanvasObject // what holds the entry, or the text of a derived field
	mistake string
	labels  []*canvas.Text // lines of the caption
	unit    *canvas.Text
	aside   *canvas.Text // the value of the period before
	link    *asideLink
	aid     Aid
	// asideNoted says that the value of the period before stands in the note, for there is no
	// room beside the entry.
	asideNoted bool
	derived    *Line          // what a derived field shows in place of an entry
	told       bool           // the field before says already where the values come from
	notes      []*canvas.Text // lines of the hint or the message
	notice     string         // what a check doubts about the recorded value
	noted      string         // what notes say
	width      float32        // at which captions and notes were broken into lines
	over       int            // lines kept free over the entry: neighbours' entries are level
}

func newFieldBox(form *Form, field app.Field) *fieldBox {
	b := &fieldBox{form: form, field: field, input: newInput(form, field)}
	b.unit = NewText(field.Unit.In(form.env.Lang), ColorMuted, theme.SizeNameCaptionText)
	b.aside = NewText("", ColorMuted, theme.SizeNameText)
	b.link = newAsideLink("", nil)
	b.shown = b.input
	if !field.Typed() {
		b.input.Disable()
		b.derived = NewLine(theme.ColorNameForeground, theme.SizeNameText)
		b.shown = newReadOnly(b.derived)
	}
	b.ExtendBaseWidget(b)
	return b
}

// unitText is what stands after the entry: the unit that the record names, else that of
// the catalogue.
func (b *fieldBox) unitText() string {
	if unit := b.input.measured().Unit; !unit.Zero() {
		return unit.In(b.form.env.Lang)
	}
	return b.field.Unit.In(b.form.env.Lang)
}

// caption is the label with the mark of a required field.
func (b *fieldBox) caption() string {
	text := b.field.Label.In(b.form.env.Lang)
	if b.field.Essential || b.field.Required {
		text += app.NBSP + "*"
	}
	if b.field.Kind != app.KindRefs {
		return text
	}
	if n := len(b.input.picked()); n > 1 {
		text += " — " + b.form.env.Words.N("ui.picked", n, nil)
	}
	return text
}

func (b *fieldBox) message() string { return b.mistake }

func (b *fieldBox) setError(message string) {
	if b.mistake == message {
		return
	}
	b.mistake = message
	b.width = 0
	b.Refresh()
	b.form.scroll.Content.Refresh()
	if settled := b.form.env.Settled; settled != nil {
		settled()
	}
}

// setNotice says what a check doubts; a mistake in what is typed goes first.
func (b *fieldBox) setNotice(text string) {
	if b.notice == text {
		return
	}
	b.notice = text
	b.width = 0
	b.Refresh()
	b.form.scroll.Content.Refresh()
}

func (b *fieldBox) setReadOnly(on bool) {
	if on || !b.field.Typed() {
		b.input.Disable()
		return
	}
	b.input.Enable()
}

// wide reports whether the field takes the whole width of the form.
func (b *fieldBox) wide() bool {
	name := b.field.Kind == app.KindText && b.field.Essential
	digest := b.field.Content && !b.field.Typed() && b.field.Kind == app.KindText // longer than any column
	return name || digest || b.field.Kind == app.KindNote || b.field.Kind == app.KindRefs || b.field.Width >= 36
}

// fold breaks the caption and the note into lines of the width.
func (b *fieldBox) fold(room float32) {
	b.asideNoted = b.aid.Earlier != "" && b.mistake == "" && b.notice == "" && !b.asideFits(room)
	note := b.about()
	colour := ColorMuted
	switch {
	case b.mistake != "":
		note, colour = app.MarkError.Before(b.mistake), theme.ColorNameError
	case b.notice != "":
		note, colour = b.notice, MarkColour(b.notice, theme.ColorNameWarning)
	}
	if b.width == room && b.noted == note {
		return
	}
	b.width, b.noted = room, note
	b.labels = captionLines(b.caption(), room, ColorMuted, captionLimit)
	b.notes = captionLines(note, room, colour, 0)
}

// about says what the value makes with others, how to fill the field in, which line of an official form has the figure and, of
// what nobody fills in, where it comes from.
func (b *fieldBox) about() string {
	env := b.form.env
	parts := []string{b.aid.Told, b.field.Hint.In(env.Lang), b.field.Source.In(env.Lang)}
	if b.asideNoted {
		parts = append([]string{b.aid.Earlier}, parts...)
	}
	if !b.told && b.aid.Link == "" {
		parts = append(parts, b.origin())
	}
	parts = slices.DeleteFunc(parts, func(part string) bool { return part == "" })
	return strings.Join(parts, " · ")
}

// origin says where the value of a field comes from that nobody fills in.
func (b *fieldBox) origin() string {
	words := b.form.env.Words
	switch from := app.TypeByKey(b.field.From); {
	case from != nil:
		return words.T("ui.field.from", map[string]any{"Where": from.Many.In(b.form.env.Lang)})
	case b.field.Derived:
		return words.T("ui.field.derived", nil)
	case b.field.Fixed:
		return words.T("ui.field.fixed", nil)
	}
	return ""
}

// captionLimit is how many lines a caption may take.
const captionLimit = 2

func captionLines(text string, room float32, colour fyne.ThemeColorName, limit int) []*canvas.Text {
	var lines []*canvas.Text
	for _, line := range wrap(text, room, Size(theme.SizeNameCaptionText), limit) {
		lines = append(lines, NewText(line, colour, theme.SizeNameCaptionText))
	}
	return lines
}

// captionAt returns how many lines the caption takes at a width.
func (b *fieldBox) captionAt(room float32) int {
	b.fold(room)
	return len(b.labels)
}

// heightAt returns the height the field needs at a width, with so many lines over the
// entry.
func (b *fieldBox) heightAt(room float32, over int) float32 {
	b.fold(room)
	b.over = max(over, len(b.labels))
	line := captionHeight()
	height := b.input.MinSize().Height
	under := b.placeBeside(room, 0, height, nil) + float32(len(b.notes))*line
	return float32(b.over)*line + 2 + height + under + 5
}

func captionHeight() float32 {
	return fyne.MeasureText("Ёщ", Size(theme.SizeNameCaptionText), fyne.TextStyle{}).Height
}

// CreateRenderer is called by the toolkit.
func (b *fieldBox) CreateRenderer() fyne.WidgetRenderer { return &fieldRenderer{b} }

type fieldRenderer struct{ box *fieldBox }

func (r *fieldRenderer) Layout(room fyne.Size) {
	b := r.box
	b.fold(room.Width)
	line := captionHeight()
	top := float32(max(b.over, len(b.labels))) * line
	for i, label := range b.labels {
		label.Move(fyne.NewPos(0, top-float32(len(b.labels)-i)*line))
		label.Resize(fyne.NewSize(room.Width, line))
	}
	height := b.input.MinSize().Height
	entry := b.entryWidth(room.Width)
	b.shown.Move(fyne.NewPos(0, top+2))
	b.shown.Resize(fyne.NewSize(entry, height))
	under := b.placeBeside(room.Width, top+2, height, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
	for i, note := range b.notes {
		note.Move(fyne.NewPos(0, top+3+height+under+float32(i)*line))
		note.Resize(fyne.NewSize(room.Width, line))
	}
}

// unitMost is how wide a unit is at most, at 100 %: a record may name its own at any length.
const unitMost = 110

// entryWidth keeps the entry of a date or a figure as wide as what is typed there, so
// that the unit stands near its digits.
func (b *fieldBox) entryWidth(room float32) float32 {
	digit := width("0", Size(theme.SizeNameText), fyne.TextStyle{})
	switch {
	case b.field.Kind.Number():
		return max(digit*6, min(room-b.unit.MinSize().Width-8, digit*18))
	case b.field.Kind == app.KindDate, b.field.Kind == app.KindBool, b.field.Kind == app.KindPeriod:
		return min(room, digit*20)
	case b.derived != nil && !b.wide():
		return min(room, max(digit*20, b.derived.Room()+2*Size(theme.SizeNameInnerPadding)+1))
	}
	return room
}

func (r *fieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.box.heightAt(max(120, r.box.Size().Width), r.box.over))
}

func (r *fieldRenderer) Refresh() {
	b := r.box
	b.unit.TextSize, b.unit.Color = Size(theme.SizeNameCaptionText), Colour(ColorMuted)
	b.unit.Text = fit(b.unitText(), Pixels(unitMost), b.unit.TextSize, fyne.TextStyle{}) // the record says it in full
	b.aside.TextSize, b.aside.Color = Size(theme.SizeNameText), Colour(ColorMuted)
	b.width = 0
	r.Layout(b.Size())
	b.shown.Refresh()
	canvas.Refresh(b)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	objects := append([]fyne.CanvasObject{r.box.shown}, r.box.beside()...)
	for _, label := range r.box.labels {
		objects = append(objects, label)
	}
	for _, note := range r.box.notes {
		objects = append(objects, note)
	}
	return objects
}

func (r *fieldRenderer) Destroy() {}
