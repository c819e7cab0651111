package desk

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/kit"
)

// List describes a screen that is one list. With it and a row in the registry the screen has
// a head that never wraps, a search, conditions, the choice of columns, sorting, ticks, sums
// at the foot, menus, copying for spreadsheets, and a place that outlives it.
type List struct {
	ID      string                             // of the screen: its view is kept under it
	Title   string                             // id of a message
	Columns func(d *Desk) []kit.Column         // of the rows
	Rows    func(d *Desk) ([]kit.Row, error)   // read whenever the screen is refreshed
	Open    func(d *Desk, id int64)            // shows what a row is about; nil for nothing
	Detail  func(d *Desk, id int64) string     // a row written out under the list; nil for none
	Count   func(shown, all int) (long string) // how much is shown; nil for «показано 2 из 110»
	None    string                             // id of the message in place of rows while there are none at all
	Primary *kit.Button                        // the one of the accent; nil for none
	More    []*kit.Button                      // in «Ещё»

	Secondary []*kit.Button // before those that every list has; the last go into «Ещё» first
}

// New makes the screen; it is what the registry asks for.
func (l List) New(d *Desk) Screen {
	s := NewListScreen(d, l)
	s.Refresh()
	return s
}

// ListScreen is a screen that is one list.
type ListScreen struct {
	Header *kit.Header // over the list
	Filter *kit.Filter // the search in the head
	List   *kit.List   // of the rows
	Detail *kit.Prose  // the selected row in full; hidden where nothing is said

	desk   *Desk
	of     List
	screen *kit.Screen
	detail fyne.CanvasObject // has Detail and its room
}

// NewListScreen makes the screen without its rows, which Refresh reads.
func NewListScreen(d *Desk, of List) *ListScreen {
	s := &ListScreen{desk: d, of: of, Detail: kit.Wrapped()}
	s.List = kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState(of.ID), Columns: of.Columns(d), Ticks: true})
	s.List.Ways = d.Ways(s)
	table := s.List.Table
	s.Filter = kit.NewFilter(d.T("ui.filter"), nil)
	s.List.SearchBy(s.Filter)
	if of.None != "" {
		s.List.SetNone(d.T(of.None), "")
	}
	s.Filter.OnChanged = table.SetFilter
	s.Filter.OnDown = func() { d.Window.Canvas().Focus(table) }
	parts := kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T(of.Title), Words: d.Words, Search: s.Filter, Primary: of.Primary, More: of.More,
			Secondary: append(slices.Clone(of.Secondary), s.List.FilterButton(), kit.NewTool(d.T("ui.list.columns"), theme.ListIcon(), s.ChooseColumns)),
		},
		List: s.List.Content, Words: d.Words,
	}
	table.OnBack = s.FocusFilter
	table.OnSelect = func(int64) { s.follow() }
	if of.Open != nil {
		table.OnOpen = func(id int64) { of.Open(d, id) }
	}
	s.List.OnChange = s.follow
	if of.Detail != nil {
		s.detail = kit.Rows(3, s.Detail)
		parts.Details = container.NewVScroll(s.detail)
	}
	s.screen = kit.NewScreen(parts)
	s.Header = s.screen.Header
	return s
}

// Content returns the page.
func (s *ListScreen) Content() fyne.CanvasObject { return s.screen }

// Refresh reads the rows anew; the selected one stays selected while it is there, else the
// first is.
func (s *ListScreen) Refresh() {
	rows, err := s.of.Rows(s.desk)
	if err != nil {
		s.desk.Fail(err)
		return
	}
	table := s.List.Table
	table.SetRows(rows)
	if shown := table.Shown(); !table.Shows(table.Selected()) && len(shown) > 0 {
		table.Select(shown[0])
	}
	s.follow()
}

// follow says how much is shown, and of the selected row what a cell has no room for.
func (s *ListScreen) follow() {
	shown, all := s.List.Table.Len()
	figure := func(n int) string { return app.FormatNumber(int64(n), 1, 0, s.desk.Lang) }
	short := figure(all)
	if shown != all {
		short = s.desk.T("ui.count_short", "Shown", figure(shown), "All", figure(all))
	}
	long := short
	if s.of.Count != nil {
		long = s.of.Count(shown, all)
	}
	s.Header.SetCount(long, short)
	if s.of.Detail == nil {
		return
	}
	id := s.List.Table.Selected()
	if !s.List.Table.Shows(id) {
		id = 0
	}
	if text := s.of.Detail(s.desk, id); text != s.Detail.Text {
		s.Detail.SetText(text)
	}
	if bare := s.List.Bare(); s.detail.Visible() == bare { // what stands in place of the rows says all
		s.detail.Hide()
		if !bare {
			s.detail.Show()
		}
		s.screen.Refresh()
	}
}

// FocusFilter puts the cursor into the search.
func (s *ListScreen) FocusFilter() { s.Header.FocusSearch() }

// FocusList gives the keyboard to the list or, where nothing is in it, to what can be done then.
func (s *ListScreen) FocusList() {
	s.screen.ShowList()
	s.List.Focus()
}

// Listed returns the list as it is shown.
func (s *ListScreen) Listed() (Listing, bool) {
	return Listing{List: s.List, Title: s.desk.T(s.of.Title)}, true
}

// ChooseColumns asks which columns the list shows.
func (s *ListScreen) ChooseColumns() { s.List.ChooseColumns() }
