package kit

import "fyne.io/fyne/v2"

// A window that goes on in another language is made anew. What follows hands over what the
// widgets of the one before hold and no record does: what is typed, and where the keyboard is.

// Twin is a widget of a screen and the one in its place on the screen made anew.
type Twin struct {
	Was fyne.Focusable // of the screen before
	Is  fyne.Focusable // in its place
}

// TwinOf returns what stands in the place of the widget that had the keyboard; nil when it is
// none of the twins.
func TwinOf(had fyne.Focusable, twins ...Twin) fyne.Focusable {
	for _, twin := range twins {
		if had != nil && twin.Was == had {
			return twin.Is
		}
	}
	return nil
}

// Inherit takes over what is typed in another form of the same fields and not recorded, with what
// is said to be wrong with it. It returns the field that is to have the keyboard where the other
// form had it; else nil.
func (f *Form) Inherit(from *Form) fyne.Focusable {
	from.readOnly = true // nothing of it is recorded any more: it is typed here
	var keyboard fyne.Focusable
	for _, box := range f.boxes {
		was, ok := from.inputs[box.field.Key]
		if !ok {
			continue
		}
		in := box.input
		if was.input.pending() && in.field.Typed() {
			in.SetText(was.input.Text)
			if was.mistake != "" {
				f.commit(in) // is refused again, in these words
			}
		}
		if from.focused == was.input && !in.Disabled() {
			in.CursorRow, in.CursorColumn = was.input.CursorRow, was.input.CursorColumn
			in.resumed = true
			keyboard = in
		}
	}
	f.scroll.ScrollToOffset(from.scroll.Offset)
	return keyboard
}

// Inherit takes over where the keyboard is in another grid of the same rows, and what is typed in
// a cell of it; see Form.Inherit.
func (g *Grid) Inherit(from *Grid, had fyne.Focusable) fyne.Focusable {
	id, column := from.at()
	g.row, g.column = g.place(id, column)
	e := from.editor
	if e == nil {
		return TwinOf(had, Twin{Was: from, Is: g})
	}
	g.row, g.column = g.place(e.id, e.column)
	if !g.startEdit() {
		e.form.readOnly = true
		return g
	}
	return g.editor.form.Inherit(e.form)
}

// Inherit takes over which of the two is seen where there is room for one.
func (p *Panes) Inherit(from *Panes) { p.turn(from.inForm) }
