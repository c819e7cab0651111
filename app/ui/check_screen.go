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
// field it tells of.
type checkScreen struct {
	desk    *Desk
	report  check.Report
	level   *widget.Select
	filter  *kit.Filter
	count   *kit.Line
	table   *kit.Table
	detail  *widget.Label // the finding in full: cells may end in «…»
	content fyne.CanvasObject
}

// levelNames are the choices of the screen, in the order of chosenLevel.
func levelNames(d *Desk) []string {
	return []string{d.T("ui.check.all_levels"), d.T("ui.check.only_errors"), d.T("ui.check.only_warnings")}
}

func newCheckScreen(d *Desk) Screen {
	s := &checkScreen{desk: d, table: kit.NewTable(checkColumns(d)), count: kit.NewLine(kit.ColorMuted, theme.SizeNameText), detail: wrapped()}
	s.level = widget.NewSelect(levelNames(d), func(string) { s.showRows() })
	s.filter = kit.NewFilter(d.T("ui.check.filter"), s.onFilter)
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.table.OnSelect = s.showDetail
	s.table.OnOpen = s.open
	s.table.OnLink = func(id int64, _ string) { s.open(id) }
	s.table.OnBack = func() { d.Window.Canvas().Focus(s.filter) }
	search := container.NewPadded(container.NewBorder(nil, nil, nil, s.level, s.filter))
	head := container.NewVBox(screenHead(d.T("ui.check.title"), s.count), search)
	s.content = container.NewBorder(head, s.detail, nil, nil, s.table)
	s.Refresh()
	s.level.SetSelectedIndex(0)
	return s
}

// Content returns the page.
func (s *checkScreen) Content() fyne.CanvasObject { return s.content }

// FocusFilter puts the cursor into the filter.
func (s *checkScreen) FocusFilter() { s.desk.Window.Canvas().Focus(s.filter) }

// FocusList gives the keyboard to the findings.
func (s *checkScreen) FocusList() { s.desk.Window.Canvas().Focus(s.table) }

// Refresh checks the records anew.
func (s *checkScreen) Refresh() {
	s.report = s.desk.Look().Report
	s.showRows()
}

func (s *checkScreen) showRows() {
	s.table.SetRows(checkRows(s.desk, s.report, s.chosenLevel()))
	s.showCount()
	s.showDetail(s.table.Selected())
}

// chosenLevel returns the level that is shown, empty for all.
func (s *checkScreen) chosenLevel() check.Level {
	switch s.level.SelectedIndex() {
	case 1:
		return check.Error
	case 2:
		return check.Warning
	}
	return ""
}

func (s *checkScreen) onFilter(query string) {
	s.table.SetFilter(query)
	s.showCount()
}

func (s *checkScreen) showCount() {
	if s.desk.Park == 0 { // nothing was checked, so nothing is in order
		s.count.SetText(s.desk.T("ui.indicators.no_park"))
		return
	}
	text := checkTotals(s.desk, s.report)
	if shown, _ := s.table.Len(); shown < len(s.report.Findings) {
		text += " " + s.desk.T("ui.check.shown", "N", shown)
	}
	s.count.SetText(text)
}

// showDetail writes the selected finding out under the table.
func (s *checkScreen) showDetail(id int64) {
	if !slices.Contains(s.table.Shown(), id) {
		s.detail.SetText(s.desk.T("ui.check.hint"))
		return
	}
	f := s.report.Findings[id-1]
	s.detail.SetText(s.desk.T("ui.check.detail", "Record", f.Record,
		"Message", f.Message.In(s.desk.Lang), "Remedy", f.Remedy.In(s.desk.Lang)))
}

func (s *checkScreen) open(id int64) {
	f := s.report.Findings[id-1]
	s.desk.Open(f.Type.Key, f.ID, f.Field.Key)
}
