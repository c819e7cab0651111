package profiles

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over which profile is shown, and the draft that is edited, as far as it has come.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.kind.SetSelectedIndex(was.kind.SelectedIndex())
	s.filter.SetText(was.filter.Text)
	s.table.Select(was.table.Selected())
	s.tell()
	if was.editing() {
		s.view.Hide()
		s.editor.Content().Show()
		return s.editor.inherit(was.editor, had)
	}
	return kit.TwinOf(had, kit.Twin{Was: was.filter, Is: s.filter})
}

// inherit takes over the draft with its changes, the part in the form and what is typed there, and
// the whole text where that is in view.
func (e *editor) inherit(was *editor, had fyne.Focusable) fyne.Focusable {
	e.draft, e.past, e.kept = was.draft, was.past, was.kept
	e.show()
	e.showPart(true)
	e.panes.Inherit(was.panes)
	var takes fyne.Focusable
	if is, before := e.forms[e.shown.Kind], was.forms[was.shown.Kind]; is != nil && before != nil {
		takes = is.Inherit(before)
		e.follow()
	}
	if !was.inText() {
		return takes
	}
	e.onText()
	e.whole.inherit(was.whole)
	return kit.TwinOf(had, kit.Twin{Was: was.whole.entry, Is: e.whole.entry})
}

// inherit takes over the table in the entry and all that was typed.
func (p *textPage) inherit(was *textPage) {
	p.shown, p.before, p.after, p.first = was.shown, was.before, was.after, was.first
	p.entry.SetText(was.entry.Text)
	p.entry.CursorRow, p.entry.CursorColumn = was.entry.CursorRow, was.entry.CursorColumn
	p.part(was.text())
	p.list.Table.Select(was.list.Table.Selected())
	p.panes.Inherit(was.panes)
	p.check()
}

var _ desk.Heir = (*Screen)(nil)
