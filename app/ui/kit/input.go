package kit

import (
	"errors"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
)

// Input is the entry of one field, of whatever kind. What it shows is kept apart from
// what is typed: a text equal to the shown one changes nothing, whatever it rounds.
type Input struct {
	widget.Entry
	field   app.Field
	form    *Form
	value   app.Value // as recorded
	shown   string    // the text of value, as it is typed
	rest    string    // the same while nobody types there: see write
	picks   string    // the text of several references as they were picked last
	byMouse bool
	focused bool        // one types there
	resumed bool        // the keyboard comes back to where the cursor was
	cell    *cellEditor // of the cell it edits in place; nil in a form
	line    *barlessRenderer
}

func newInput(form *Form, field app.Field) *Input {
	in := &Input{field: field, form: form}
	in.MultiLine = field.Kind == app.KindNote
	in.Wrapping = fyne.TextWrapOff
	if in.MultiLine {
		in.Wrapping = fyne.TextWrapWord
		in.SetMinRowsVisible(3)
	}
	in.Scroll = fyne.ScrollHorizontalOnly
	if in.MultiLine {
		in.Scroll = fyne.ScrollVerticalOnly
	}
	in.PlaceHolder = placeholder(field, form.env)
	in.ExtendBaseWidget(in)
	if hasList(field) {
		in.ActionItem = newListButton(in)
	}
	in.OnChanged = func(string) { in.typedInto() }
	return in
}

// Label returns the name of the field.
func (in *Input) Label() string { return in.field.Label.In(in.form.env.Lang) }

// About returns the field it is the entry of.
func (in *Input) About() app.Field { return in.field }

// typedInto follows what is typed, and what the program puts there.
func (in *Input) typedInto() {
	if in.pending() {
		in.form.typed = in
		if typed := in.form.env.Typed; typed != nil && in.form.inputs[in.field.Key] != nil {
			typed(in.field.Key, in.Text)
		}
	}
	if box := in.form.inputs[in.field.Key]; box != nil && box.aid.Offered != "" && box.link.Hidden == box.offers() {
		box.showLink()
		box.Refresh()
	}
	if box := in.form.inputs[in.field.Key]; box != nil && in.field.Kind == app.KindRefs {
		box.width = 0 // the caption counts them
		box.Refresh()
	}
	in.form.drop.filter(in)
}

func placeholder(field app.Field, env Env) string {
	switch {
	case !field.Typed():
		return ""
	case field.Kind == app.KindDate:
		return env.Words.T("ui.date_form", nil)
	case field.CanNA:
		return app.NotProvidedText.In(env.Lang)
	}
	return ""
}

// hasList reports whether there is anything to choose from.
func hasList(field app.Field) bool {
	switch field.Kind {
	case app.KindChoice, app.KindBool, app.KindRef, app.KindRefs, app.KindPeriod:
		return field.Typed()
	}
	return field.CanNA && field.Typed()
}

// show puts a recorded value into the entry.
func (in *Input) show(v app.Value) {
	in.record(v)
	in.write()
	if box := in.form.inputs[in.field.Key]; box != nil && box.derived != nil {
		box.derived.SetText(in.rest)
		box.Refresh() // the unit stands after the figure
	}
}

func (in *Input) textOf(v app.Value) string {
	return in.field.Entry(v, in.form.env.Names().Title, in.form.env.Lang)
}

// record remembers the value that is recorded.
func (in *Input) record(v app.Value) {
	in.value, in.shown = v, in.textOf(v)
	in.rest = in.shown
	if in.field.Kind.Number() {
		in.rest = in.field.Exact(v, in.form.env.Names().Title, in.form.env.Lang)
	}
}

// write puts the recorded value into the entry. English figures have their digits grouped there while
// nobody types, «12,345.6»: among commas one would type a decimal one and be a thousand times off.
func (in *Input) write() {
	text := in.rest
	if in.focused {
		text = in.shown
	}
	if in.Text != text {
		in.SetText(text)
	}
}

// pending reports whether something is typed that is not recorded.
func (in *Input) pending() bool { return in.Text != in.shown && in.Text != in.rest }

// revert takes back what is typed.
func (in *Input) revert() {
	in.write()
	in.form.setError(in.field.Key, "")
}

// parse reads what is typed.
func (in *Input) parse() (app.Value, error) {
	text := strings.TrimSpace(in.Text)
	if text == strings.TrimSpace(in.shown) || !in.pending() {
		return in.value, nil
	}
	if in.field.Kind == app.KindChoice || in.field.Kind == app.KindBool {
		if c, ok := one(in.matching(text)); ok && text != "" {
			text = c.Label
		}
	}
	return in.measured().ReadIn(in.form.env.Lang, text, in.form.env.Names().Guess)
}

// measured is the field with the unit that the form names for it, typed or recorded.
func (in *Input) measured() app.Field {
	unit := ""
	if box := in.form.inputs[in.field.UnitIn]; box != nil {
		unit = box.input.Text
	}
	return in.field.Measured(unit)
}

// message returns what is wrong in the user's words.
func (in *Input) message(err error) string {
	var fault app.FieldError
	if errors.As(err, &fault) {
		return fault.Message.In(in.form.env.Lang)
	}
	return err.Error()
}

// CreateRenderer is called by the toolkit.
func (in *Input) CreateRenderer() fyne.WidgetRenderer {
	in.line = barless(&in.Entry)
	in.line.figures = in.field.Kind.Number()
	return in.line
}

// TypedShortcut is called by the toolkit, which makes spaces of the line breaks in what is
// pasted into one line: two figures of a column, 100 and 200, would become 100 200. In a
// figure they are tabs, so that the field refuses them and shows both.
func (in *Input) TypedShortcut(shortcut fyne.Shortcut) {
	if paste, ok := shortcut.(*fyne.ShortcutPaste); ok && in.field.Kind.Number() {
		shortcut = &fyne.ShortcutPaste{Clipboard: cells{paste.Clipboard}}
	}
	in.Entry.TypedShortcut(shortcut)
}

// cells is a clipboard with tabs for line breaks, without those at the ends.
type cells struct{ fyne.Clipboard }

// Content returns what is to be pasted.
func (c cells) Content() string {
	return strings.NewReplacer("\r\n", "\t", "\n", "\t", "\r", "\t").Replace(strings.TrimSpace(c.Clipboard.Content()))
}

// AcceptsTab is called by the toolkit: Tab goes on to the next field, of a table to the next
// cell.
func (in *Input) AcceptsTab() bool { return in.cell != nil }

// FocusGained brings the entry into view and, when the keyboard came to it, selects
// its text, so that typing replaces it.
func (in *Input) FocusGained() {
	in.focused = true
	if !in.pending() {
		in.write()
	}
	in.Entry.FocusGained()
	in.form.entered(in)
	switch {
	case in.resumed:
		in.resumed = false
	case in.byMouse || in.Text == "" || in.MultiLine:
	case in.field.Kind == app.KindRefs:
		in.CursorColumn = len([]rune(in.Text)) // what is typed is one more
	default:
		in.Entry.TypedShortcut(&fyne.ShortcutSelectAll{})
	}
}

// TypedRune is called by the toolkit.
func (in *Input) TypedRune(r rune) {
	if r == ' ' && in.form.drop.space(in) {
		return
	}
	atEnd := in.CursorColumn == len([]rune(in.Text)) && in.SelectedText() == ""
	if in.Text != "" && in.complete() && atEnd && r != ';' {
		in.putAtEnd(in.Text + refSeparator)
	}
	in.Entry.TypedRune(r)
}

// FocusLost records what was typed.
func (in *Input) FocusLost() {
	in.Entry.FocusLost()
	in.focused = false
	in.form.left(in)
	if !in.pending() {
		in.write()
	}
	if in.cell != nil {
		in.cell.left()
	}
}

// MouseDown is called by the toolkit.
func (in *Input) MouseDown(e *desktop.MouseEvent) {
	in.byMouse = true
	at := *e
	at.Position.X -= in.line.shift()
	in.Entry.MouseDown(&at)
	in.byMouse = false
}

// Dragged is called by the toolkit.
func (in *Input) Dragged(e *fyne.DragEvent) {
	at := *e
	at.Position.X -= in.line.shift()
	in.Entry.Dragged(&at)
}

// TypedKey adds to the entry's own keys: Enter records, Esc takes back, Down opens the
// list and walks it.
func (in *Input) TypedKey(key *fyne.KeyEvent) {
	if PassedUp(in, key) {
		return
	}
	if in.Disabled() || in.form.drop.typedKey(in, key) || in.cell != nil && in.cell.key(key) {
		return
	}
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		if in.MultiLine {
			in.Entry.TypedKey(key)
			return
		}
		in.form.commit(in)
		in.form.goOn(in)
	case keyOffer:
		in.form.inputs[in.field.Key].takeOffer()
	case fyne.KeyEscape:
		if in.pending() {
			in.revert()
			return
		}
		in.form.escaped()
	default:
		in.Entry.TypedKey(key)
	}
}
