package kit

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/theme"
)

// ListDialog is a list over the window with buttons under it; Esc closes it.
type ListDialog struct {
	Table *Table // the list
	// Note says what to do while the list is empty.
	Note *Prose
	Wide bool // it takes the width of the window, for columns that are read beside each other

	window  fyne.Window
	page    *fyne.Container
	shown   *dialog.CustomDialog
	buttons []*Button
	ofRow   []*Button
}

// NewListDialog returns an empty list that is not shown yet. The last button closes it, so
// the caller gives the word for it.
func NewListDialog(window fyne.Window, title, note, closing string, columns []Column, buttons ...*Button) *ListDialog {
	l := &ListDialog{window: window, Table: NewTable(columns), Note: Wrapped()}
	l.Note.SetText(note)
	l.buttons = append(append(l.buttons, buttons...), NewButton(closing, l.Hide))
	l.Table.OnBack = l.Hide
	row := NewFlow()
	for _, b := range l.buttons {
		b.OnEscape = l.Hide
		row.Add(b)
	}
	foot := container.NewVScroll(container.NewPadded(container.NewVBox(l.Note, row))) // the ring of the keyboard is not cut
	l.page = NewPage(Gap(1), l.Table, foot)
	l.shown = NewDialog(title, l.page, window)
	return l
}

// OfRow names the buttons that do something with the selected line: they rest while the list
// is empty.
func (l *ListDialog) OfRow(buttons ...*Button) { l.ofRow = buttons }

// Show opens the dialog with the keyboard where there is something to do.
func (l *ListDialog) Show() {
	l.shown.Show()
	text := Size(theme.SizeNameText)
	width := 58 * text
	if l.Wide {
		width = 96 * text
	}
	l.shown.Resize(Within(l.window, width, 36*text))
	l.focus()
}

// GiveBack gives the keyboard to something when the dialog is closed.
func (l *ListDialog) GiveBack(to fyne.Focusable) { GiveBack(l.window, l.shown, to) }

// Say stands a text below the list, as high as it needs.
func (l *ListDialog) Say(text string) {
	l.Note.SetText(text)
	l.Note.Show()
	l.page.Refresh()
}

// Hide closes the dialog.
func (l *ListDialog) Hide() { l.shown.Hide() }

// focus gives the keyboard to the list, or to the first button while the list is empty:
// an empty list does not show that it has the keyboard.
func (l *ListDialog) focus() {
	c := l.window.Canvas()
	if l.Table.Selected() != 0 {
		c.Focus(l.Table)
		return
	}
	for _, b := range l.buttons {
		if !b.Disabled() {
			c.Focus(b)
			return
		}
	}
}

// Fill sets the lines. The selected one stays selected while it is there, else the first is;
// the note stands where there are none.
func (l *ListDialog) Fill(rows []Row) {
	l.Table.SetRows(rows)
	l.Note.Hidden = len(rows) > 0
	if !slices.ContainsFunc(rows, func(row Row) bool { return row.ID == l.Table.Selected() }) {
		first := int64(0)
		if len(rows) > 0 {
			first = rows[0].ID
		}
		l.Table.Select(first)
	}
	l.page.Refresh() // the foot has become higher or lower
	for _, b := range l.ofRow {
		Enable(b, len(rows) > 0)
		if len(rows) == 0 && l.window.Canvas().Focused() == fyne.Focusable(b) {
			l.focus()
		}
	}
}
