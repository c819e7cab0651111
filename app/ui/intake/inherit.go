package intake

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over the table that is read, how it is read, what would become of its rows, and
// what was written of them.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.source, s.typ, s.layout, s.year, s.plan, s.raises, s.done = was.source, was.typ, was.layout, was.year, was.plan, was.raises, was.done
	if s.plan != nil {
		s.preview.chosen = was.preview.chosen
		s.preview.use()
		s.preview.search.SetText(was.preview.search.Text)
		s.preview.list.Table.Select(was.preview.list.Table.Selected())
	}
	s.show(was.at)
	if s.layout != nil {
		s.columns.table.Select(was.columns.table.Selected())
		s.columns.one.show(s.columns.table.Selected())
		s.columns.one.fixed.SetText(was.columns.one.fixed.Text)
	}
	s.preview.one.right.SetText(was.preview.one.right.Text)
	return kit.TwinOf(had, kit.Twin{Was: was.columns.one.fixed, Is: s.columns.one.fixed},
		kit.Twin{Was: was.preview.one.right, Is: s.preview.one.right}, kit.Twin{Was: was.preview.search, Is: s.preview.search})
}

var _ desk.Heir = (*Screen)(nil)
