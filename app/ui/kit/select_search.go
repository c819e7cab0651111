package kit

import (
	"fyne.io/fyne/v2"

	"technopark/app/i18n"
)

// Searched makes of a choice with many options one that opens as a list searched by letters: the menu of the
// toolkit covers the window and takes no typing. The title says what is chosen.
func (s *Select) Searched(window fyne.Window, words *i18n.Printer, title string) *Select {
	s.search = func() {
		if s.Disabled() {
			return
		}
		p := newPickerOver(window, words, title, title, false, nil, func() { window.Canvas().Focus(s) })
		rows := make([]Row, len(s.Options))
		for i, option := range s.Options {
			rows[i] = Row{ID: int64(i + 1), Cells: []Cell{{Text: option}, {}}}
		}
		p.list.Table.SetRows(rows)
		take := func(id int64) {
			p.hide()
			s.SetSelectedIndex(int(id) - 1)
		}
		p.list.Table.OnOpen = take
		p.filter.OnSubmitted = func(string) {
			if shown := p.list.Table.Shown(); len(shown) > 0 {
				take(shown[0])
			}
		}
		p.button(words.T("ui.choose", nil), func() { p.list.Table.call(take) })
		p.button(words.T("ui.cancel", nil), p.hide)
		p.list.Table.Select(int64(max(0, s.SelectedIndex()) + 1))
		p.show(p.filter)
	}
	return s
}

// Tapped is called by the toolkit.
func (s *Select) Tapped(e *fyne.PointEvent) {
	if s.search != nil {
		s.search()
		return
	}
	s.Select.Tapped(e)
}
