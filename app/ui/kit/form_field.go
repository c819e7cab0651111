package kit

import (
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
	mistake string
	label   *canvas.Text
	notes   []*canvas.Text // lines of the hint or the message
	noted   string         // what notes say
	width   float32        // at which notes were broken into lines
}

func newFieldBox(form *Form, field app.Field) *fieldBox {
	b := &fieldBox{form: form, field: field, input: newInput(form, field)}
	b.label = NewText("", ColorMuted, theme.SizeNameCaptionText)
	if field.Derived {
		b.input.Disable()
	}
	b.ExtendBaseWidget(b)
	return b
}

// caption is the label with the unit and the mark of a required field.
func (b *fieldBox) caption() string {
	text := b.field.Head(b.form.env.Lang)
	if b.field.Essential || b.field.Required {
		text += app.NBSP + "*"
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
}

func (b *fieldBox) setReadOnly(on bool) {
	if on || b.field.Derived {
		b.input.Disable()
		return
	}
	b.input.Enable()
}

// wide reports whether the field takes the whole width of the form.
func (b *fieldBox) wide() bool {
	return b.field.Kind == app.KindNote || b.field.Kind == app.KindRefs || b.field.Width >= 40
}

// fold breaks the note into lines of the width.
func (b *fieldBox) fold(room float32) {
	note := b.field.Hint.In(b.form.env.Lang)
	colour := ColorMuted
	if b.mistake != "" {
		note, colour = "! "+b.mistake, theme.ColorNameError
	}
	if b.width == room && b.noted == note {
		return
	}
	b.width, b.noted, b.notes = room, note, nil
	for _, line := range wrap(note, room, Size(theme.SizeNameCaptionText), fyne.TextStyle{}, 0) {
		b.notes = append(b.notes, NewText(line, colour, theme.SizeNameCaptionText))
	}
}

// heightAt returns the height the field needs at a width.
func (b *fieldBox) heightAt(room float32) float32 {
	b.fold(room)
	line := captionHeight()
	return line + 2 + b.input.MinSize().Height + float32(len(b.notes))*line + 5
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
	b.label.Text = fit(b.caption(), room.Width, b.label.TextSize, fyne.TextStyle{})
	b.label.Resize(fyne.NewSize(room.Width, line))
	height := b.input.MinSize().Height
	b.input.Move(fyne.NewPos(0, line+2))
	b.input.Resize(fyne.NewSize(b.entryWidth(room.Width), height))
	for i, note := range b.notes {
		note.Move(fyne.NewPos(0, line+3+height+float32(i)*line))
		note.Resize(fyne.NewSize(room.Width, line))
	}
}

// entryWidth keeps the entry of a date or a figure as wide as what is typed there, so
// that digits stand near their label in a wide window.
func (b *fieldBox) entryWidth(room float32) float32 {
	if b.field.Kind.Number() || b.field.Kind == app.KindDate || b.field.Kind == app.KindBool || b.field.Kind == app.KindPeriod {
		return min(room, width("0", Size(theme.SizeNameText), fyne.TextStyle{})*24)
	}
	return room
}

func (r *fieldRenderer) MinSize() fyne.Size {
	return fyne.NewSize(120, r.box.heightAt(max(120, r.box.Size().Width)))
}

func (r *fieldRenderer) Refresh() {
	b := r.box
	b.label.TextSize, b.label.Color = Size(theme.SizeNameCaptionText), Colour(ColorMuted)
	b.width = 0
	r.Layout(b.Size())
	b.input.Refresh()
	canvas.Refresh(b)
}

func (r *fieldRenderer) Objects() []fyne.CanvasObject {
	objects := []fyne.CanvasObject{r.box.label, r.box.input}
	for _, note := range r.box.notes {
		objects = append(objects, note)
	}
	return objects
}

func (r *fieldRenderer) Destroy() {}
