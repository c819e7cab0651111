// Package indicators shows the indicators of a park and a year, and what each is made of.
package indicators

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen shows the indicators of the chosen park and year, and in their
// place what one of them is made of.
type Screen struct {
	desk   *desk.Desk
	result *rating.Result // nil while there is no park
	notice *kit.Marked    // the method and what its standing is
	rows   *kit.List
	table  *kit.Table // of the rows
	view   *kit.Screen
	trace  *tracePage
	pages  *fyne.Container // list or trace
	wanted string          // the spot that was come back to, until its year is computed; «» for none
	traced string          // code of the indicator whose trace is shown; empty for the list
}

// New makes the screen of indicators.
func New(d *desk.Desk) desk.Screen {
	list := kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("indicators"), Columns: columns(d)})
	s := &Screen{
		desk: d, notice: kit.NewMarked(),
		rows: list, table: list.Table,
	}
	s.trace = newTracePage(d, s.Print)
	list.Ways = d.Ways(s)
	s.table.OnOpen = s.openTrace
	s.table.OnLink = func(id int64, _ string) { s.openTrace(id) }
	s.trace.OnBack = s.closeTrace
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.indicators.title"), Words: d.Words,
			Primary: kit.NewPrimary(d.T("ui.indicators.trace"), theme.ListIcon(), func() { s.openTrace(max(1, s.table.Selected())) }),
		},
		Filters: s.notice, List: list.Content, Words: d.Words,
	})
	s.pages = container.NewStack(s.view, s.trace.Content())
	s.trace.Content().Hide()
	s.Refresh()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.pages }

// ChooseColumns asks which columns the indicators have, unless a trace is open.
func (s *Screen) ChooseColumns() {
	if s.traced == "" {
		s.rows.ChooseColumns()
	}
}

// Listed returns the indicators as they are shown; false while a trace is open.
func (s *Screen) Listed() (desk.Listing, bool) {
	year := app.YearPeriod(s.desk.Year).In(s.desk.Lang)
	return desk.Listing{List: s.rows, Title: s.desk.T("ui.indicators.title"), About: []string{year}}, s.traced == ""
}

// FocusList gives the keyboard to the indicators, unless a trace is open.
func (s *Screen) FocusList() {
	if s.traced == "" {
		s.desk.Window.Canvas().Focus(s.table)
	}
}

// Follow shows the indicators as they were computed anew.
func (s *Screen) Follow() { s.Refresh() }

// Refresh shows the indicators. What one of them is made of stays on the screen until those
// of the same park and year are computed anew.
func (s *Screen) Refresh() {
	defer s.standAtWanted()
	s.result = s.desk.Result()
	if s.result == nil {
		s.notice.SetText(s.desk.WhyNothing())
		s.view.Header.SetCount("", "")
		s.table.SetRows(nil)
		s.closeTrace()
		return
	}
	s.showHead()
	s.table.SetRows(rows(s.desk, s.result))
	ind := s.result.Find(s.traced)
	if ind == nil {
		s.closeTrace() // the method of this year has no such indicator
		return
	}
	s.trace.Show(ind)
}

func (s *Screen) showHead() {
	all := s.result.All()
	calculated := 0
	for _, ind := range all {
		if ind.Value != nil {
			calculated++
		}
	}
	s.view.Header.SetCount(s.desk.Noted(s.desk.T("ui.indicators.calculated", "In", calculated, "Of", len(all)), desk.ToRate),
		s.desk.T("ui.count_short", "Shown", calculated, "All", len(all)))
	p := s.result.Profile
	text := s.desk.T("ui.indicators.profile", "Profile", p.Title.In(s.desk.Lang))
	if standing := p.Standing().In(s.desk.Lang); standing != "" {
		text += ". " + standing + "."
	}
	if !p.Official {
		text = app.MarkWarning.Before(text)
	}
	s.notice.SetText(s.desk.WithRemarks(text, app.ProfileMethod))
}

// Open shows what an indicator of a year is made of, told by its code.
func (s *Screen) Open(year int64, code string) {
	s.desk.ChooseYear(int(year))
	if s.result == nil {
		return
	}
	for i, ind := range s.result.All() {
		if ind.Code == code {
			s.openTrace(int64(i + 1))
		}
	}
}

func (s *Screen) openTrace(id int64) {
	if s.result == nil {
		return
	}
	ind := s.result.All()[id-1]
	s.traced = ind.Code
	s.table.Select(id)
	s.trace.Show(ind)
	s.turnTo(s.trace.Content(), s.view)
	s.trace.Focus()
}

func (s *Screen) closeTrace() {
	if s.traced == "" {
		return
	}
	s.traced = ""
	s.turnTo(s.view, s.trace.Content())
	s.desk.Window.Canvas().Focus(s.table)
}

// turnTo shows one of the two pages; the other takes another look with it, unseen.
func (s *Screen) turnTo(page, other fyne.CanvasObject) {
	other.Hide()
	page.Show()
	s.pages.Refresh()
}

// Subject returns what documents of the indicator are linked to: of the one traced, else
// of the one selected.
func (s *Screen) Subject() (subject, title string) {
	if s.result == nil {
		return "", ""
	}
	code := s.traced
	if all := s.result.All(); code == "" && s.table.Selected() > 0 && int(s.table.Selected()) <= len(all) {
		code = all[s.table.Selected()-1].Code
	}
	ind := s.result.Find(code)
	if ind == nil {
		return "", ""
	}
	return app.SubjectOfIndicator(s.desk.Year, code), code + ". " + ind.Name.In(s.desk.Lang)
}
