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
	case s.current == nil && s.needsPark():
		notice = s.desk.T("ui.no_park")
	case s.current == nil && s.searched(): // the list says so
	case s.current == nil:
		notice = s.none()
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

// none says that there are no records, and what to do where somebody can do something.
func (s *Screen) none() string {
	switch {
	case s.typ.Made:
		return s.desk.T("ui.no_record_made")
	case s.desk.ReadOnly():
		return s.desk.T("ui.no_record_read_only")
	case !s.everyYear():
		return s.desk.T("ui.no_record_year", "Year", s.desk.Year)
	}
	return s.desk.T("ui.no_record")
}

// searched reports whether there are records and the search leaves none of them.
func (s *Screen) searched() bool {
	shown, all := s.table.Len()
	return shown == 0 && all > 0
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
	note := "ui.nothing_found"
	if s.list.Conditions() > 0 {
		note = "ui.list.none_left"
	}
	s.table.SetNote(s.desk.T(note))
	kit.Enable(s.addButton, !s.typ.Made && !s.desk.ReadOnly() && !s.needsPark())
	kit.Enable(s.deleteButton, !s.typ.Made && !s.desk.ReadOnly() && s.current != nil)
	pane := fyne.CanvasObject(s.panes)
	if s.single() && all <= 1 && !(s.draft && all == 1) {
		pane = s.formPane
	}
	s.showEmpty(all == 0 && !s.draft, pane == s.formPane)
	s.header.Alone(pane == s.formPane) // there is nothing to search
	if s.page.Objects[0] != pane {
		s.page.Objects = []fyne.CanvasObject{pane}
		if pane == fyne.CanvasObject(s.panes) {
			s.panes.Refresh()
		}
		s.page.Refresh()
	}
}

// showEmpty says in place of the list that there is nothing yet, and what to do; over a form
// that stands alone its notice says so.
func (s *Screen) showEmpty(none, alone bool) {
	if none {
		s.notice.Hidden = !alone
		s.empty.Say(s.desk.T("ui.empty", "What", s.typ.Many.In(s.desk.Lang)), s.notice.Text())
		s.empty.Show()
		s.rows.Hide()
		return
	}
	s.empty.Hide()
	s.rows.Show()
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
