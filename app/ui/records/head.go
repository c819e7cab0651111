package records

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/kit"
)

// showHead says which record is in the form and what a draft still lacks.
func (s *Screen) showHead() {
	title, notice := "", ""
	switch {
	case s.current == nil: // the list says why
	case s.draft:
		title = s.desk.T("ui.new_record", "What", s.typ.One.In(s.desk.Lang))
		notice = s.desk.T("ui.draft_ready")
		if missing := s.lacking(); missing != "" {
			notice = s.desk.T("ui.draft_lacks", "What", missing)
		}
	default:
		title = capital(s.titleOf(s.current))
	}
	s.title.SetText(title)
	s.notice.SetText(notice)
	for _, tool := range s.tools {
		tool.Show()
	}
	s.formPane.Refresh()
}

// capital begins a heading with a capital letter.
func capital(text string) string {
	if text == "" {
		return ""
	}
	first, size := utf8.DecodeRuneInString(text)
	return string(unicode.ToUpper(first)) + text[size:]
}

// lacking names the fields a draft cannot be kept without.
func (s *Screen) lacking() string { return labelsOf(missingEssentials(s.current), s.desk.Lang) }

func labelsOf(fields []app.Field, lang app.Lang) string {
	var labels []string
	for _, f := range fields {
		labels = append(labels, "«"+f.Label.In(lang)+"»")
	}
	return strings.Join(labels, ", ")
}

// needsPark reports that records of the type belong to a park and there is none.
func (s *Screen) needsPark() bool {
	return s.typ.Scope == app.ScopePark && s.desk.Park == 0
}

// showTools sets the count line, the buttons and whether the list is worth showing.
func (s *Screen) showTools() {
	shown, all := s.table.Len()
	s.header.SetCount(s.countText(shown, all), s.countShort(shown, all))
	s.nameYears()
	s.addButton.Forbid(s.whyNotAdd())
	kit.Enable(s.deleteButton, !s.typ.Made && !s.desk.ReadOnly() && s.current != nil)
	pane := fyne.CanvasObject(s.panes)
	switch {
	case all == 0 && !s.draft:
		pane = s.list.Content
	case s.single() && all <= 1 && !(s.draft && all == 1):
		pane = s.formPane
	}
	s.showNone(pane)
	s.header.Alone(pane != fyne.CanvasObject(s.panes)) // there is nothing to search
	if s.page.Objects[0] != pane {
		s.page.Objects = []fyne.CanvasObject{pane}
		if pane == fyne.CanvasObject(s.panes) {
			s.panes.Refresh()
		}
		s.page.Refresh()
	}
}

// whyNotAdd says why nobody can add a record, «» when it can be done.
func (s *Screen) whyNotAdd() string {
	switch {
	case s.typ.Made:
		return s.desk.T("ui.no_record_made")
	case s.desk.ReadOnly():
		return s.desk.T("ui.no_record_read_only")
	case s.needsPark():
		return s.desk.T("ui.no_park")
	}
	return ""
}

// single reports whether there is usually one record: then the form is the screen.
func (s *Screen) single() bool {
	return s.typ.Single
}

// countText is «95 резидентов», or «12 из 95» while a filter is on.
func (s *Screen) countText(shown, all int) string {
	d := s.desk
	text := s.counted(all)
	if shown != all {
		text = d.T("ui.count_of", "Shown", shown, "All", text)
	}
	if !s.everyYear() {
		text = d.T("ui.count_year", "Count", text, "Year", d.Year)
	}
	return text
}

// countShort is «95», or «12 из 95» while not all are shown.
func (s *Screen) countShort(shown, all int) string {
	text := app.FormatNumber(int64(all), 1, 0, s.desk.Lang)
	if shown != all {
		return s.desk.T("ui.count_short", "Shown", app.FormatNumber(int64(shown), 1, 0, s.desk.Lang), "All", text)
	}
	return text
}

// counted is «95 резидентов».
func (s *Screen) counted(n int) string {
	if text := s.desk.N("ui.count."+s.typ.Key, n); !strings.HasPrefix(text, "«") {
		return text
	}
	return s.desk.N("common.records", n)
}
