package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/driver/desktop"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
)

// cellEditor is the entry of a field over the cell that is edited: the one of a form of that
// field alone, so that a cell reads, lists and refuses what a form does.
type cellEditor struct {
	grid   *Grid
	id     int64  // of the row
	column string // key
	edit   *CellEdit
	form   *Form
	input  *Input
	ending bool // it is being closed: losing the keyboard says nothing new
}

// editCell begins to edit the cell that has the keyboard; false when it cannot be edited.
func (g *Grid) editCell() bool {
	if id, _ := g.at(); g.Edit == nil || id == 0 {
		return false
	}
	if g.editor != nil && !g.editor.close() {
		return true // what is typed in another cell was refused, and the keyboard is there
	}
	if !g.startEdit() {
		return false
	}
	g.Refresh()
	g.Env.Focus(g.editor.input)
	return true
}

// startEdit puts an entry over the cell that has the keyboard; false when it cannot be edited.
func (g *Grid) startEdit() bool {
	id, key := g.at()
	if g.Edit == nil || id == 0 {
		return false
	}
	edit := g.Edit(id, key)
	if edit == nil {
		return false
	}
	e := &cellEditor{grid: g, id: id, column: key, edit: edit}
	env := g.Env
	env.Commit, env.Escape = e.commit, e.giveUp
	e.form = NewForm([]app.Field{edit.Field}, env)
	e.form.SetValues(func(app.Field) app.Value { return edit.Value }, true)
	e.input = e.form.Field(edit.Field.Key)
	e.input.cell = e
	g.editor = e
	return true
}

// clear empties the entry, as who types over what is there means to.
func (e *cellEditor) clear() {
	if e.input.Text != "" {
		e.input.TypedShortcut(&fyne.ShortcutSelectAll{})
		e.input.Entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	}
}

// commit records what the entry holds.
func (e *cellEditor) commit(changes map[string]app.Value) error {
	v := changes[e.edit.Field.Key]
	if err := e.edit.Commit(v); err != nil {
		return err
	}
	e.edit.Value = v
	e.form.SetValues(func(app.Field) app.Value { return v }, true)
	return nil
}

// close records what is typed and takes the entry away; false when that was refused.
func (e *cellEditor) close() bool {
	e.form.commit(e.input)
	if e.refused() {
		e.grid.Refresh() // says why
		e.grid.Env.Focus(e.input)
		return false
	}
	e.end()
	return true
}

// refused reports whether what is typed could not be recorded.
func (e *cellEditor) refused() bool {
	return e.input.pending() || e.form.Message(e.edit.Field.Key) != ""
}

// end takes the entry away.
func (e *cellEditor) end() {
	e.ending = true
	if e.grid.editor == e {
		e.grid.editor = nil
		e.grid.Refresh()
	}
}

// giveUp takes back what is typed.
func (e *cellEditor) giveUp() {
	e.input.revert()
	e.end()
	e.grid.takeFocus()
}

// key takes the keys that end the editing; it reports whether it took the key.
func (e *cellEditor) key(key *fyne.KeyEvent) bool {
	switch key.Name {
	case fyne.KeyReturn, fyne.KeyEnter:
		e.goOn(1, 0)
	case fyne.KeyTab:
		e.goOn(0, sideways())
	case fyne.KeyEscape:
		e.giveUp()
	default:
		return false
	}
	return true
}

// sideways is to the right, and with Shift to the left.
func sideways() int {
	d, ok := fyne.CurrentApp().Driver().(desktop.Driver)
	if ok && d.CurrentKeyModifiers()&fyne.KeyModifierShift != 0 {
		return -1
	}
	return 1
}

// goOn records what is typed and goes to another cell.
func (e *cellEditor) goOn(down, right int) {
	if !e.close() {
		return
	}
	g := e.grid
	g.row, g.column = g.place(e.id, e.column) // what was recorded may have moved rows
	g.takeFocus()
	g.step(down, right)
}

// left follows the keyboard out of the entry, what was typed having been recorded or refused.
func (e *cellEditor) left() {
	switch {
	case e.ending || e.form.drop.owner == e.input:
	case e.refused():
		e.grid.Refresh() // says why
	default:
		e.end()
	}
}

// Unsaved returns the field of the cell in which something is typed that could not be
// recorded; false when there is none.
func (g *Grid) Unsaved() (app.Field, bool) {
	if g.editor == nil || !g.editor.refused() {
		return app.Field{}, false
	}
	return g.editor.edit.Field, true
}

// Refused returns the field of the cell as Form.Refused does.
func (g *Grid) Refused() []app.Field {
	if g.editor == nil {
		return nil
	}
	return g.editor.form.Refused()
}

// FocusUnsaved puts the cursor into that cell.
func (g *Grid) FocusUnsaved() {
	if g.editor != nil {
		g.Env.Focus(g.editor.input)
	}
}

// Drop takes back what is typed and not recorded; it reports whether there was anything.
func (g *Grid) Drop() bool {
	if g.editor == nil {
		return false
	}
	g.editor.input.revert()
	g.editor.end()
	return true
}

// Retry records again what could not be recorded, as after the file came back.
func (g *Grid) Retry() {
	if g.editor != nil && g.editor.input.pending() {
		g.editor.close()
	}
}

// TakeBack drops what is being typed; it reports whether there was anything.
func (g *Grid) TakeBack() bool {
	if g.editor == nil || !g.editor.input.pending() {
		return false
	}
	g.editor.giveUp()
	return true
}

// Message returns why what is typed could not be recorded; «» when nothing is refused.
func (g *Grid) Message() string {
	if g.editor == nil {
		return ""
	}
	return g.editor.form.Message(g.editor.edit.Field.Key)
}

// editorChars is how wide the entry over a cell is at least, in sizes of text: the button of
// its list stands in it too.
const editorChars = 9

// drawEditor puts the entry over its cell and, under it, what is wrong with what is typed.
func (g *Grid) drawEditor(room fyne.Size) {
	e := g.editor
	row, column := g.rowOf(e.id), g.columnOf(e.column)
	if row < 0 || column < 0 {
		return
	}
	at, wide := g.cell(row, column)
	right := at.X + wide
	wide = max(wide, editorChars*Size(theme.SizeNameText))
	e.input.Resize(fyne.NewSize(wide, g.rowHeight()))
	e.input.Move(fyne.NewPos(max(0, right-wide), at.Y))
	g.objects = append(g.objects, e.input)
	if message := g.Message(); message != "" {
		g.drawMessage(message, at.Y, room)
	}
	e.form.drop.layer.Resize(room)
	g.objects = append(g.objects, e.form.drop.layer)
}

// drawMessage writes what is wrong under the row, or over it at the foot of the grid.
func (g *Grid) drawMessage(message string, y float32, room fyne.Size) {
	lines := captionLines(app.MarkError.Before(message), room.Width-4*cellPadding, ColorError, 0)
	high := float32(len(lines))*captionHeight() + cellPadding
	top := y + g.rowHeight()
	if top+high > room.Height && y-high >= 0 {
		top = y - high
	}
	frame := canvas.NewRectangle(Colour(ColorBackground))
	frame.StrokeColor, frame.StrokeWidth = Colour(ColorError), 1
	frame.Move(fyne.NewPos(0, top))
	frame.Resize(fyne.NewSize(room.Width, high))
	g.objects = append(g.objects, frame)
	for i, line := range lines {
		line.Move(fyne.NewPos(2*cellPadding, top+cellPadding/2+float32(i)*captionHeight()))
		line.Resize(fyne.NewSize(room.Width-4*cellPadding, captionHeight()))
		g.objects = append(g.objects, line)
	}
}
