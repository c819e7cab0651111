// Package others shows the figures of other parks that the own one is compared with: typed in
// place, pasted, or taken from a table, of which it is first shown what it would change.
package others

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows parks × indicators of the chosen year, one sub-index at a time.
type Screen struct {
	desk  *desk.Desk
	sheet sheet    // what there is to show
	added []string // names of parks that have no figure yet

	about  *kit.Marked
	strip  *kit.Strip
	grid   *kit.Grid
	scroll *kit.Scroll
	column *kit.Marked // the column of the keyboard in full
	empty  *kit.Empty
	page   *fyne.Container // the pages and the table, or what stands instead
	take   *kit.Button
	add    *kit.Button
	copy   *kit.Button
	view   *kit.Screen
}

// tabIndex is the page of the index, the place and the sub-indices.
const tabIndex = "index"

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, about: kit.NewMarked(), column: kit.NewMarked()}
	s.take = kit.NewPrimary(d.T("ui.others.take"), theme.UploadIcon(), s.onTake)
	s.add = kit.NewTool(d.T("ui.others.add"), theme.ContentAddIcon(), s.Add)
	s.copy = kit.NewTool(d.T("ui.others.copy"), theme.ContentCopyIcon(), s.onCopy)
	s.grid = kit.NewGrid(nil)
	s.grid.Env = kit.Env{
		Lang: d.Lang, Words: d.Words, Names: d.Names, Fail: d.Fail,
		Overtaken: func() { d.Changed() },
		Year:      func() int { return d.Year }, Focus: d.Window.Canvas().Focus, Settled: d.Settled,
	}
	s.grid.Edit, s.grid.OnPaste, s.grid.OnCopy, s.grid.OnReveal = s.edit, s.onPaste, s.table, s.onReveal
	s.scroll = kit.NewScroll(container.ScrollVerticalOnly, besideBar(s.grid))
	s.scroll.OnScrolled = func(fyne.Position) { s.part() }
	s.strip = kit.NewStrip(d.T("ui.header.more"), s.onChoose)
	s.strip.OnDown = s.FocusList
	s.empty = kit.NewEmpty("", "")
	s.page = container.New(&tableLayout{s.part}, s.strip, s.scroll, s.column)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header:  kit.HeaderParts{Title: d.T("ui.others.title"), Words: d.Words, Primary: s.take, Secondary: []*kit.Button{s.add, s.copy}},
		Filters: s.about, Words: d.Words,
		List: container.NewStack(s.page, s.empty),
	})
	s.Refresh()
	return s
}

// part draws what of the table is seen.
func (s *Screen) part() {
	s.grid.ShowPart(s.scroll.Offset.Y, s.scroll.Offset.Y+s.scroll.Size().Height)
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.view }

// FocusList gives the keyboard to the table.
func (s *Screen) FocusList() {
	if s.sheet.rows != nil {
		s.desk.Window.Canvas().Focus(s.grid)
	}
}

// Refresh reads the figures of the year again.
func (s *Screen) Refresh() {
	d := s.desk
	s.sheet = s.gather()
	s.strip.SetItems(s.tabs())
	s.view.Header.SetCount(d.T("ui.others.count", "Year", d.Year, "N", len(s.sheet.rows)-1), d.T("ui.others.count_short", "Year", d.Year))
	why := ""
	switch {
	case d.ReadOnly():
		why = d.T("ui.card.read_only")
	case len(s.sheet.measures) == 0:
		why = d.WhyNothing()
	}
	s.take.Forbid(why)
	s.add.Forbid(why)
	kit.Enable(s.copy, len(s.sheet.rows) > 1)
	s.about.SetText(strings.Join(s.sheet.says, "\n"))
	s.show()
	s.view.Refresh() // the sentences may take more lines than before
}

// show fills the table, or says what is to be done where there is none.
func (s *Screen) show() {
	d := s.desk
	none := len(s.sheet.measures) == 0
	s.empty.Say(d.T("ui.others.title"), d.WhyNothing())
	show(s.empty, none)
	show(s.page, !none)
	if none {
		return
	}
	fresh := len(s.grid.Columns()) == 0
	s.grid.SetRows(s.columns(), s.lines())
	if fresh && len(s.shown()) > 0 {
		s.grid.StartAt(s.shown()[0].Code)
	}
	s.scroll.Refresh()
	s.part()
	s.tellColumn()
}

// tabs are the pages: a sub-index each, and the index.
func (s *Screen) tabs() []kit.StripItem {
	var items []kit.StripItem
	for _, m := range s.sheet.measures {
		if isSubindex(m.Code) {
			items = append(items, kit.StripItem{Key: m.Code, Text: m.Code})
		}
	}
	if len(s.sheet.measures) > 0 {
		items = append(items, kit.StripItem{Key: tabIndex, Text: s.desk.T("ui.others.index")})
	}
	return items
}

func isSubindex(code string) bool {
	return code != app.IndexCode && code != app.PlaceCode && !strings.Contains(code, ".")
}

// shown are the measures of the page in view.
func (s *Screen) shown() []app.Measure {
	tab := s.strip.Chosen()
	var all []app.Measure
	for _, m := range s.sheet.measures {
		whole := m.Code == app.IndexCode || m.Code == app.PlaceCode || isSubindex(m.Code)
		if tab == tabIndex && whole || strings.HasPrefix(m.Code, tab+".") {
			all = append(all, m)
		}
	}
	return all
}

// onChoose shows another page, once what is typed is settled.
func (s *Screen) onChoose(key string) {
	if question := s.Unsaved(); question != "" {
		s.desk.AskToLeave(question, s.Drop, s.FocusUnsaved)
		return
	}
	s.strip.Choose(key)
	s.scroll.ScrollToTop()
	s.show()
	if shown := s.shown(); len(shown) > 0 {
		s.grid.StartAt(shown[0].Code)
	}
	s.tellColumn()
}

// onReveal brings the row of the keyboard out from under the head, and says its column in full.
func (s *Screen) onReveal(g *kit.Grid, top, bottom float32) {
	kit.RevealIn(&s.scroll.Scroll, g, top-g.HeadHeight(), bottom)
	s.tellColumn()
}

// tellColumn says in full of which measure the column of the keyboard is.
func (s *Screen) tellColumn() {
	_, key := s.grid.At()
	m, ok := app.MeasureOf(s.sheet.measures, key)
	if !ok {
		s.column.SetText(s.desk.T("ui.others.hint"))
		return
	}
	text := m.Code + " " + m.Name.In(s.desk.Lang)
	if !m.Unit.Zero() {
		text += ", " + m.Unit.In(s.desk.Lang)
	}
	s.column.SetText(text)
}

// Unsaved asks what to do with what is typed and could not be recorded.
func (s *Screen) Unsaved() string {
	f, ok := s.grid.Unsaved()
	if !ok {
		return ""
	}
	return s.desk.T("ui.leave.field", "What", f.Label.In(s.desk.Lang))
}

// Refused says of which measure a figure could not be recorded; «» when all are.
func (s *Screen) Refused() string { return s.desk.SayRefused(s.grid.Refused()) }

// FocusUnsaved puts the cursor into it.
func (s *Screen) FocusUnsaved() { s.grid.FocusUnsaved() }

// Drop takes it back.
func (s *Screen) Drop() { s.grid.Drop() }

// TakeBack drops what is being typed.
func (s *Screen) TakeBack() bool { return s.grid.TakeBack() }

// KeepAgain records once more what could not be recorded.
func (s *Screen) KeepAgain() { s.grid.Retry() }
