package ui

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app/check"
	"technopark/app/ui/kit"
)

// checkScreen lists what is wrong with the records of the year; each line opens the
// field it tells of, and the pane below takes an explanation of the selected one.
type checkScreen struct {
	desk    *Desk
	report  check.Report
	choice  *checkChoice
	filter  *kit.Filter
	count   *kit.Line
	table   *kit.Table
	detail  *widget.Label // the finding in full: cells may end in «…»
	words   *explainPane
	foot    *container.Scroll
	content fyne.CanvasObject
}

func newCheckScreen(d *Desk) Screen {
	s := &checkScreen{desk: d, table: kit.NewTable(checkColumns(d)), count: kit.NewLine(kit.ColorMuted, theme.SizeNameText), detail: wrapped()}
	s.choice = newCheckChoice(d, s.showRows)
	s.words = newExplainPane(d, s.onExplained)
	s.filter = kit.NewFilter(d.T("ui.check.filter"), s.onFilter)
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.table.OnSelect = s.showDetail
	s.table.OnOpen = s.open
	s.table.OnLink = func(id int64, _ string) { s.open(id) }
	s.table.OnBack = func() { d.Window.Canvas().Focus(s.filter) }
	tools := kit.NewFlow(
		chars(12, s.choice.level), chars(11, s.choice.state), chars(14, s.choice.section), chars(15, s.choice.resident), kit.NewButton(d.T("ui.check.reset"), s.reset),
		kit.NewButton(d.T("ui.check.protocol"), s.onProtocol), kit.NewButton(d.T("ui.check.letters"), s.onLetters))
	head := container.NewVBox(screenHead(d.T("ui.check.title"), s.count), container.NewPadded(s.filter), container.NewPadded(tools))
	s.foot = container.NewVScroll(container.NewVBox(widget.NewSeparator(), s.detail, s.words.content))
	s.content = kit.NewPage(head, s.table, s.foot)
	s.Refresh()
	return s
}

// chars holds content as wide as so many letters, whatever the size of text.
func chars(n float32, content fyne.CanvasObject) fyne.CanvasObject {
	return kit.Wide(n*kit.Size(theme.SizeNameText), content)
}

// Content returns the page.
func (s *checkScreen) Content() fyne.CanvasObject { return s.content }

// FocusFilter puts the cursor into the filter.
func (s *checkScreen) FocusFilter() { s.desk.Window.Canvas().Focus(s.filter) }

// FocusList gives the keyboard to the findings.
func (s *checkScreen) FocusList() { s.desk.Window.Canvas().Focus(s.table) }

// FocusExplanation puts the cursor into the explanation of the selected finding.
func (s *checkScreen) FocusExplanation() {
	s.foot.ScrollToBottom()
	s.words.focus()
}

// Open selects the finding an explanation is of; the field is not asked for.
func (s *checkScreen) Open(id int64, _ string) {
	s.reset()
	for i, f := range s.report.Findings {
		if f.Explanation != nil && f.Explanation.ID == id || f.Outdated != nil && f.Outdated.ID == id {
			s.choose(int64(i + 1))
			s.FocusList()
		}
	}
}

// choose selects a finding.
func (s *checkScreen) choose(id int64) {
	s.table.Select(id)
	s.showDetail(id)
}

// Refresh checks the records anew.
func (s *checkScreen) Refresh() {
	s.report = s.desk.Look().Report
	s.choice.offer(s.desk, s.report)
	s.showRows()
}

func (s *checkScreen) showRows() {
	s.table.SetRows(checkRows(s.desk, s.report, s.choice))
	s.showCount()
	s.showDetail(s.table.Selected())
}

// reset shows all findings.
func (s *checkScreen) reset() {
	s.filter.SetText("")
	s.choice.reset()
	s.showRows()
}

func (s *checkScreen) onFilter(query string) {
	s.table.SetFilter(query)
	s.showCount()
	s.showDetail(s.table.Selected())
}

func (s *checkScreen) showCount() {
	if s.desk.Park == 0 { // nothing was checked, so nothing is in order
		s.count.SetText(s.desk.T("ui.indicators.no_park"))
		return
	}
	text := checkTotals(s.desk, s.report)
	shown, _ := s.table.Len()
	switch {
	case shown == 0 && len(s.report.Findings) > 0:
		text += " " + s.desk.T("ui.check.none_shown")
	case shown < len(s.report.Findings):
		text += " " + s.desk.T("ui.check.shown", "N", shown)
	}
	s.count.SetText(text)
}

// showDetail writes the selected finding out under the table.
func (s *checkScreen) showDetail(id int64) {
	defer s.arrange()
	if !slices.Contains(s.table.Shown(), id) {
		s.detail.SetText(s.desk.T("ui.check.hint"))
		s.words.show(check.Report{}, nil)
		return
	}
	f := &s.report.Findings[id-1]
	s.detail.SetText(checkDetail(s.desk, *f))
	s.words.show(s.report, f)
}

// arrange gives the foot the height of what it says now.
func (s *checkScreen) arrange() {
	if s.content != nil {
		s.content.Refresh()
	}
	s.foot.ScrollToTop()
}

func (s *checkScreen) open(id int64) {
	f := s.report.Findings[id-1]
	s.desk.Open(f.Type.Key, f.ID, f.Field.Key)
}

// onExplained follows a saved explanation, the selection where it was.
func (s *checkScreen) onExplained() {
	s.desk.Changed()
	s.Refresh()
	s.FocusList()
}
