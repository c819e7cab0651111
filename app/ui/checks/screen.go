// Package checks shows what the rules find in the records of a year, takes explanations,
// and makes the protocol and the letters to residents.
package checks

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen lists what is wrong with the records of the year; each line opens the
// field it tells of, and the pane below takes an explanation of the selected one.
type Screen struct {
	desk    *desk.Desk
	checked *desk.Seen
	report  check.Report // of checked
	wanted  string       // the spot that was come back to, until its check has come; «» for none
	choice  *choice
	lang    *langChoice // of the papers
	filter  *kit.Filter
	list    *kit.List
	table   *kit.Table  // of the list
	detail  *kit.Marked // the finding in full: cells may end in «…»
	words   *explainPane
	mend    *kit.Button
	foot    *container.Scroll
	view    *kit.Screen
	again   *kit.Button // in place of the list when the choices leave nothing
}

// New makes the screen of findings.
func New(d *desk.Desk) desk.Screen {
	list := kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, State: d.ListState("check"), Columns: columns(d)})
	s := &Screen{desk: d, list: list, table: list.Table, detail: kit.NewMarked()}
	list.Ways = d.Ways(s)
	s.choice = newChoice(d, s.showRows)
	s.lang = newLangChoice(d)
	s.words = newExplainPane(d, s.onExplained, s.Refresh, s.FocusList)
	s.filter = kit.NewFilter(d.T("ui.check.filter"), nil)
	list.SearchBy(s.filter)
	s.filter.OnChanged = s.onFilter
	list.OnView = s.follow
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.table.OnSelect = s.onSelect
	s.table.OnOpen = s.open
	s.table.OnBack = s.FocusFilter
	s.mend = kit.NewPrimary(d.T("ui.check.mend"), theme.DocumentCreateIcon(), func() { s.open(s.table.Selected()) })
	s.again = kit.NewTool(d.T("ui.check.reset"), theme.ContentUndoIcon(), func() {
		s.reset()
		s.FocusList()
	})
	s.again.OnEscape = s.again.OnTapped
	filters := kit.NewFlow(
		kit.Chars(12, s.choice.level), kit.Chars(11, s.choice.state), kit.Chars(14, s.choice.section), kit.Chars(15, s.choice.resident),
		list.FilterButton(), kit.NewButton(d.T("ui.check.reset"), s.reset), kit.Chars(17, s.lang.box))
	s.foot = container.NewVScroll(container.NewVBox(s.detail, s.words.content))
	s.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{
			Title: d.T("ui.check.title"), Words: d.Words, Search: s.filter, Primary: s.mend,
			Secondary: []*kit.Button{
				kit.NewTool(d.T("ui.check.protocol"), theme.DocumentPrintIcon(), s.onProtocol),
				kit.NewTool(d.T("ui.check.letters"), theme.MailSendIcon(), s.onLetters),
			},
		},
		Filters: container.NewPadded(filters), Chosen: s.choice.set, List: list.Content, Details: s.foot, Words: d.Words,
	})
	s.Refresh()
	return s
}

// Listed returns the findings as they are shown.
func (s *Screen) Listed() (desk.Listing, bool) {
	about := append([]string{app.YearPeriod(s.desk.Year).In(s.desk.Lang)}, s.choice.said()...)
	return desk.Listing{List: s.list, Title: s.desk.T("ui.check.title"), About: about}, true
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.view }

// FocusFilter puts the cursor into the filter.
func (s *Screen) FocusFilter() { s.view.Header.FocusSearch() }

// ChooseColumns asks which columns the findings have.
func (s *Screen) ChooseColumns() { s.list.ChooseColumns() }

// FocusList gives the keyboard to the findings.
func (s *Screen) FocusList() {
	s.view.ShowList()
	s.list.Focus()
}

// FocusExplanation puts the cursor into the explanation of the selected finding.
func (s *Screen) FocusExplanation() {
	s.view.ShowDetails()
	s.foot.ScrollToBottom()
	s.words.focus()
}

// Open selects the finding an explanation is of, in its year; the field is not asked for. An
// explanation of what is doubted no more leads to the figure it was about.
func (s *Screen) Open(id int64, _ string) {
	e := app.Find[app.Explanation](s.desk.Part("explanation"), "explanation", id)
	if e == nil {
		return
	}
	s.desk.ChooseYear(e.Period.Year)
	s.reset()
	for i, f := range s.report.Findings {
		if f.Explanation != nil && f.Explanation.ID == id || f.Outdated != nil && f.Outdated.ID == id {
			s.choose(int64(i + 1))
			s.FocusList()
			return
		}
	}
	if place, ok := app.ParsePlace(e.Place); ok {
		s.desk.Open(place)
	}
}

// ShowFinding selects what a rule found at a place, whatever was chosen and searched, and puts
// the cursor into its explanation.
func (s *Screen) ShowFinding(rule string, at app.Place) {
	s.reset()
	i := slices.IndexFunc(s.report.Findings, func(f check.Finding) bool { return f.Rule == rule && f.Place() == at })
	if i < 0 {
		s.FocusList()
		return
	}
	s.choose(int64(i + 1))
	s.FocusExplanation()
}

// choose selects a finding.
func (s *Screen) choose(id int64) {
	s.wanted = ""
	s.table.Select(id)
	s.showDetail(id)
}

// Refresh shows what the check finds in the records.
func (s *Screen) Refresh() {
	s.checked = s.desk.Look()
	s.report = s.checked.Report
	s.sayNone()
	s.choice.offer(s.desk, s.report)
	s.showRows()
}

// sayNone says why the list has no findings at all: none were found, or the choices over it leave
// none.
func (s *Screen) sayNone() {
	switch {
	case s.checked.Book == nil:
		s.list.SetNone(s.desk.WhyNothing(), "")
	case len(s.report.Findings) == 0:
		s.list.SetNone(s.desk.T("ui.check.clean"), "")
	default:
		s.list.SetNone(s.desk.T("ui.check.none_shown"), "", s.again)
	}
}

// Follow shows a new check. Who is writing an explanation goes on with what he sees: the
// explanation is compared with the newest check when it is saved.
func (s *Screen) Follow() {
	if s.words.unsaved() {
		s.showCount()
		return
	}
	s.Refresh()
}

// showRows shows the chosen findings, the same one selected: they are counted anew with
// every check.
func (s *Screen) showRows() {
	id := int64(0)
	if was := s.words.finding; was != nil {
		id = int64(1 + slices.IndexFunc(s.report.Findings, func(f check.Finding) bool {
			return f.Rule == was.Rule && f.Place() == was.Place()
		}))
	}
	s.table.SetRows(rows(s.desk, s.report, s.choice))
	s.table.Select(id)
	s.follow()
	s.selectWanted()
}

// reset shows all findings.
func (s *Screen) reset() {
	if s.list.Narrowed() {
		s.list.ShowAll()
	}
	s.choice.reset()
	s.showRows()
}

func (s *Screen) onFilter(query string) {
	s.table.SetFilter(query)
	s.follow()
}

func (s *Screen) showCount() {
	if s.checked.Book == nil { // nothing was checked, so nothing is in order
		s.view.Header.SetCount(s.desk.WhyNothing(), "")
		return
	}
	text := desk.Totals(s.desk, s.report)
	shown, _ := s.table.Len()
	switch {
	case shown == 0 && len(s.report.Findings) > 0:
		text += " " + s.desk.T("ui.check.none_shown")
	case shown < len(s.report.Findings):
		text += " " + s.desk.T("ui.check.shown", "N", shown)
	}
	short := desk.Whole(shown)
	if all := len(s.report.Findings); shown < all {
		short = s.desk.T("ui.count_short", "Shown", short, "All", desk.Whole(all))
	}
	s.view.Header.SetCount(s.desk.Noted(text, desk.ToCheck), short)
}

// showDetail writes the selected finding out under the table.
func (s *Screen) showDetail(id int64) {
	defer s.arrange()
	s.mend.Forbid("")
	if !slices.Contains(s.table.Shown(), id) {
		s.mend.Forbid(s.desk.T("ui.check.none_chosen"))
		s.detail.SetText(s.desk.T("ui.check.hint"))
		s.words.show(nil)
		return
	}
	f := &s.report.Findings[id-1]
	s.detail.SetText(detail(s.desk, *f))
	s.words.show(f)
}

// RuleInView returns the id of the rule whose finding is selected, «» for none.
func (s *Screen) RuleInView() string {
	if s.words.finding == nil {
		return ""
	}
	return s.words.finding.Rule
}

// arrange gives the foot the height of what it says now.
func (s *Screen) arrange() {
	s.view.Refresh()
	s.foot.ScrollToTop()
}

// open shows where a finding is mended: its field or, for a record that is missing, a new one.
func (s *Screen) open(id int64) {
	f := s.report.Findings[id-1]
	if f.Lacks != nil {
		s.desk.Supply(f)
		return
	}
	s.desk.Way(func() { s.desk.Open(f.Home()) })
}

// Origin returns the record that lacks what the selected finding misses, so that what is
// added on the next screen is of it.
func (s *Screen) Origin() desk.Origin {
	if f := s.words.finding; f != nil && f.Lacks != nil {
		return desk.Origin{TypeKey: f.Type.Key, ID: f.ID}
	}
	return desk.Origin{}
}

// onExplained follows a saved explanation, the selection where it was.
func (s *Screen) onExplained() {
	s.desk.Changed()
	s.Refresh()
	s.FocusList()
}
