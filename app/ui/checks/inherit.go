package checks

import (
	"fyne.io/fyne/v2"

	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Inherit takes over which findings are shown, which one is chosen, and an explanation that is
// typed and not saved.
func (s *Screen) Inherit(from desk.Screen, had fyne.Focusable) fyne.Focusable {
	was, ok := from.(*Screen)
	if !ok {
		return nil
	}
	s.choice.inherit(was.choice)
	s.lang.box.SetSelectedIndex(was.lang.box.SelectedIndex())
	s.words.finding = was.words.finding
	s.showRows()
	if was.words.unsaved() {
		s.words.text.SetText(was.words.text.Text)
	}
	s.words.author.SetText(was.words.author.Text)
	return kit.TwinOf(had, kit.Twin{Was: was.filter, Is: s.filter}, kit.Twin{Was: was.table, Is: s.table},
		kit.Twin{Was: was.words.text, Is: s.words.text}, kit.Twin{Was: was.words.author, Is: s.words.author})
}

// inherit takes over what is chosen.
func (c *choice) inherit(was *choice) {
	c.quietly(func() {
		c.level.SetSelectedIndex(was.level.SelectedIndex())
		c.state.SetSelectedIndex(was.state.SelectedIndex())
		c.section.SetSelectedIndex(was.section.SelectedIndex())
		c.resident.SetSelectedIndex(was.resident.SelectedIndex())
	})
}

var _ desk.Heir = (*Screen)(nil)
