// Package collecting is the desk at which the figures of residents come in: who was asked, who
// answered, who is to be reminded, what a file of answers would change.
package collecting

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen lists the residents of a year or a quarter by how far their figures have come, and what
// is to be done next about each.
type Screen struct {
	desk    *desk.Desk
	quarter int              // that is shown; 0 for the whole year
	of      *collection.Desk // what is known
	bare    bool             // nobody was asked, and the list of all is not wanted yet

	states *kit.Strip
	period *kit.Select
	due    *widget.Label
	filter *kit.Filter
	list   *kit.List
	table  *kit.Table // of the list
	detail *kit.Marked
	said   string      // in detail
	send   *kit.Button // asks for figures
	first  *kit.Button // the same in place of an empty list
	all    *kit.Button // shows the residents nobody has asked
	take   *kit.Button
	view   *kit.Screen

	answers *answers        // the page of the files that came
	pages   *fyne.Container // the desk and that page, one of which is shown
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, bare: true, due: widget.NewLabel(""), detail: kit.NewMarked()}
	s.list = kit.NewList(kit.ListOptions{
		Window: d.Window, Words: d.Words, State: d.ListState("collect"), Columns: columns(d), Ticks: true,
		Count: func(n int) string { return d.N("ui.count.resident", n) },
	})
	s.table = s.list.Table
	s.list.Ways = d.Ways(s)
	s.list.SetActions(s.actions()...)
	s.states = kit.NewStrip(d.T("ui.header.more"), func(string) { s.showRows() })
	s.states.OnDown, s.states.OnEscape = s.FocusList, s.FocusList
	s.period = kit.NewSelect(nil)
	s.period.OnEscape = s.FocusList
	s.filter = kit.NewFilter(d.T("ui.collect.filter"), nil)
	s.list.SearchBy(s.filter)
	s.filter.OnChanged = s.table.SetFilter
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.list.OnChange = s.follow
	s.table.OnBack = s.FocusFilter
	s.table.OnSelect = func(int64) { s.follow() }
	s.table.OnOpen = s.act
	s.table.OnLink = func(id int64, column string) {
		if column == columnNext {
			s.act(id)
		}
	}
	s.send = kit.NewPrimary(d.T("ui.collect.send"), theme.MailSendIcon(), func() { s.onSend(s.table.Ticked()) })
	s.first = kit.NewPrimary(d.T("ui.collect.send"), theme.MailSendIcon(), func() { s.onSend(s.table.Ticked()) })
	s.all = kit.NewTool(d.T("ui.collect.show_all"), theme.ListIcon(), func() {
		s.bare = false
		s.Refresh()
		s.FocusList()
	})
	s.take = kit.NewTool(d.T("ui.collect.take"), theme.DownloadIcon(), s.Receive)
	paper := d.PrintButton(s.print)
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.collect.title"), Words: d.Words, Search: s.filter, Primary: s.send,
			Secondary: []*kit.Button{s.take, paper, s.list.FilterButton()},
			More:      []*kit.Button{kit.NewTool(d.T("ui.list.columns"), theme.ListIcon(), s.ChooseColumns)},
		},
		Filters: container.NewPadded(kit.NewFlowWith(s.states, s.states, kit.Chars(12, s.period), s.due)), Chosen: s.chosen,
		List: s.list.Content, Details: container.NewVScroll(kit.Rows(2, s.detail)), Words: d.Words,
	})
	s.answers = newAnswers(s)
	s.pages = container.NewStack(s.view, s.answers.view)
	s.Refresh()
	return s
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.pages }

// Listed returns the list as it is shown: that of the residents, or of the cells of an answer.
func (s *Screen) Listed() (desk.Listing, bool) {
	if s.answers.view.Visible() {
		return desk.Listing{List: s.answers.cells, Title: s.answers.title(), About: nil}, s.answers.current() != nil
	}
	about := []string{s.of.Period.In(s.desk.Lang)}
	if s.states.Chosen() != groupAll {
		about = append(about, s.groupTitle(s.states.Chosen()))
	}
	return desk.Listing{List: s.list, Title: s.desk.T("ui.collect.title"), About: about}, true
}

// print shows the list on paper.
func (s *Screen) print() {
	l, _ := s.Listed()
	s.desk.PrintList(l)
}

// FocusFilter puts the cursor into the search.
func (s *Screen) FocusFilter() {
	if !s.answers.view.Visible() {
		s.view.Header.FocusSearch()
	}
}

// FocusList gives the keyboard to the list.
func (s *Screen) FocusList() {
	if s.answers.view.Visible() {
		s.answers.toFiles()
		return
	}
	s.view.ShowList()
	s.list.Focus()
}

// ChooseColumns asks which columns the list shows.
func (s *Screen) ChooseColumns() {
	if s.answers.view.Visible() {
		s.answers.cells.ChooseColumns()
		return
	}
	s.list.ChooseColumns()
}

// Open shows the questionnaire with an id, whatever its period and what is searched.
func (s *Screen) Open(id int64, _ string) {
	q := app.Find[app.Questionnaire](s.desk.Part("questionnaire"), "questionnaire", id)
	if q == nil {
		return
	}
	s.quarter = q.Period.Quarter
	s.desk.ChooseYear(q.Period.Year)
	s.states.Choose(groupAll)
	if s.list.Narrowed() {
		s.list.ShowAll()
	}
	s.Refresh()
	s.table.Select(q.Resident)
	s.FocusList()
}

// when returns the period that is shown.
func (s *Screen) when() app.Period { return app.Period{Year: s.desk.Year, Quarter: s.quarter} }

// book returns the records as they were checked last; none while nothing was.
func (s *Screen) book() *app.Book {
	if b := s.desk.Look().Book; b != nil {
		return b
	}
	return app.NewBook(&app.Park{}, nil)
}

// over tells how far the collection of a period has come: the questionnaires are as they are now,
// the other records as they were checked last.
func (s *Screen) over(p app.Period) *collection.Desk {
	sheets := app.All[app.Questionnaire](s.desk.Part("questionnaire"), "questionnaire")
	return collection.OverSheets(s.book(), sheets, p, s.desk.Today())
}

// Follow shows what was found out of the records since; whoever looks at answers goes on with them.
func (s *Screen) Follow() { s.Refresh() }

// Refresh reads how far everything has come.
func (s *Screen) Refresh() {
	s.of = s.over(s.when())
	s.sayPeriod()
	s.states.SetItems(s.groups())
	why := ""
	switch {
	case s.desk.ReadOnly():
		why = s.desk.T("ui.card.read_only")
	case s.desk.Look().Book == nil:
		why = s.desk.WhyNothing()
	case len(s.of.Rows) == 0:
		why = s.desk.T("ui.collect.nobody", "Period", s.of.Period.In(s.desk.Lang))
	}
	for _, b := range []*kit.Button{s.send, s.first, s.take} {
		b.Forbid(why)
	}
	s.showRows()
}

// sayPeriod offers the year and its quarters, and says until when most were to answer.
func (s *Screen) sayPeriod() {
	var options []string
	for quarter := range 5 {
		options = append(options, app.Period{Year: s.desk.Year, Quarter: quarter}.In(s.desk.Lang))
	}
	s.period.OnChanged = nil
	s.period.SetOptions(options)
	s.period.SetSelectedIndex(s.quarter)
	s.period.OnChanged = func(string) {
		s.quarter = s.period.SelectedIndex()
		s.Refresh()
	}
	s.due.SetText("")
	if !s.of.Due.Zero() {
		s.due.SetText(s.desk.T("ui.collect.due", "Day", s.of.Due.String()))
	}
}

// showRows shows the residents of the chosen state, the same one selected.
func (s *Screen) showRows() {
	d := s.desk
	none := s.bare && !s.of.Begun()
	switch {
	case d.Look().Book == nil:
		s.list.SetNone(d.WhyNothing(), "")
	case len(s.of.Rows) == 0:
		s.list.SetNone(d.T("ui.collect.nobody", "Period", s.of.Period.In(d.Lang)), d.T("ui.collect.nobody_why"))
	case none:
		s.list.SetNone(d.T("ui.collect.none"), d.T("ui.collect.none_why"), s.first, s.all)
	default:
		s.list.SetNone(d.T("ui.collect.none_shown"), "", s.everything())
	}
	s.view.Header.PrimaryElsewhere(none && len(s.of.Rows) > 0)
	var shown []kit.Row
	if !none {
		shown = rows(d, s.inGroup(s.states.Chosen()))
	}
	s.table.SetRows(shown)
	if ids := s.table.Shown(); !s.table.Shows(s.table.Selected()) && len(ids) > 0 {
		s.table.Select(ids[0])
	}
	s.follow()
	s.view.Refresh()
}

// follow says how many have answered, and of the selected row what a cell has no room for.
func (s *Screen) follow() {
	if s.of == nil || s.view == nil {
		return
	}
	d := s.desk
	come, wanted := s.of.Answered()
	short, long := "", ""
	if wanted > 0 {
		short = d.T("ui.count_short", "Shown", desk.Whole(come), "All", desk.Whole(wanted))
		long = d.T("ui.collect.count", "Come", desk.Whole(come), "Wanted", desk.Whole(wanted), "Percent", desk.Whole(come*100/wanted))
	}
	s.view.Header.SetCount(long, short)
	text := d.T("ui.collect.hint")
	if row, ok := s.of.Of(s.table.Selected()); ok && s.table.Shows(row.Resident.ID) {
		text = detail(d, row) + "\n" + text
	}
	if s.said != text {
		s.said = text
		s.detail.SetText(text)
	}
}
