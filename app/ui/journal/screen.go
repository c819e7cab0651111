// Package journal is the family of the journal: who changed what and when, the history of a record,
// what was deleted, the steps of undo; and the way back to any of it.
package journal

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// page is how many entries are shown at first, and how many more each time: a list nobody can read to
// its end is not worth the wait for each change.
const page = 1000

// Screen lists who changed what and when, the newest first.
type Screen struct {
	*desk.ListScreen
	desk    *desk.Desk
	search  *search // among all entries
	limit   int     // how many entries are shown
	all     int     // how many the search has found
	entries []app.JournalEntry
	lines   map[int64]history.Line // by the ids of the rows

	more, restore *kit.Button
}

// New makes the screen of the journal.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d, limit: page}
	s.search = newSearch(d, false, d.T("ui.journal.search"), s.searched)
	verify := kit.NewPrimary(d.T("ui.journal.verify"), theme.ConfirmIcon(), s.onVerify)
	s.more = kit.NewTool(d.T("ui.journal.more"), theme.MoreVerticalIcon(), s.onMore)
	s.restore = kit.NewTool(d.T("ui.history.restore"), theme.HistoryIcon(), func() { s.onRestore(s.List.Table.Selected()) })
	s.ListScreen = desk.NewListScreen(d, desk.List{
		ID: "journal", Title: "ui.journal.title", None: "ui.journal.none", Columns: columns, Rows: s.rows,
		Open: func(_ *desk.Desk, id int64) { s.open(id) }, Detail: s.detail, Count: s.count, Primary: verify,
		More:      []*kit.Button{kit.NewTool(d.T("ui.control.button"), theme.DocumentIcon(), s.onCompare)},
		Secondary: []*kit.Button{s.restore, s.search.button, s.more},
	})
	s.List.Table.OnLink = s.onLink
	s.List.Ways = d.Ways(s)
	s.List.SetActions(
		kit.Action{Text: d.T("ui.history.restore"), Icon: theme.HistoryIcon(), Single: true, Do: func(ids []int64) { s.onRestore(ids[0]) }, Can: s.whyNotRestore},
		kit.Action{Text: d.T("ui.history.button"), Single: true, Do: func(ids []int64) { s.onHistory(ids[0]) }})
	s.Refresh()
	return s
}

// rows reads the journal anew.
func (s *Screen) rows(d *desk.Desk) ([]kit.Row, error) {
	f := s.search.filter()
	all, err := d.Store.CountJournal(d.Ctx(), f)
	if err != nil {
		return nil, err
	}
	f.Limit = s.limit
	entries, err := d.Store.Journal(d.Ctx(), f)
	if err != nil {
		return nil, err
	}
	lines, ids := linesOf(d, entries)
	s.entries, s.lines, s.all = entries, lines, all
	s.more.Forbid("")
	if len(entries) >= all {
		s.more.Forbid(d.T("ui.journal.no_more"))
	}
	s.restore.Forbid(s.whyNotRestore(nil))
	return rows(d, lines, ids), nil
}

// onMore shows one page of entries more.
func (s *Screen) onMore() {
	s.limit += page
	s.Refresh()
}

// searched shows what the search among all entries finds.
func (s *Screen) searched() {
	s.limit = page
	none := "ui.journal.none"
	if s.search.on() {
		none = "ui.journal.none_such"
	}
	s.List.SetNone(s.desk.T(none), "", s.search.again)
	if !s.search.on() {
		s.List.SetNone(s.desk.T(none), "")
	}
	s.Refresh()
	s.FocusList()
}

// ShowOnly shows the entries a filter chooses, whatever was searched before.
func (s *Screen) ShowOnly(f app.JournalFilter, title string) { s.search.set(f, title) }

// count says how much of the journal is shown.
func (s *Screen) count(shown, lines int) string {
	d := s.desk
	figure := func(n int) string { return app.FormatNumber(int64(n), 1, 0, d.Lang) }
	entries := d.N("common.records", s.all)
	text := d.T("ui.journal.all", "Entries", entries)
	switch {
	case s.search.on():
		text = d.T("ui.journal.found", "Entries", entries, "What", s.search.said(), "N", figure(len(s.entries)), "Part", s.all > len(s.entries))
	case s.all > len(s.entries):
		text = d.T("ui.journal.newest", "N", figure(len(s.entries)), "Entries", entries)
	}
	if shown < lines {
		text += " " + d.T("ui.journal.lines", "N", figure(shown))
	}
	return text
}

// Listed returns the list as it is shown, with what was searched and how much of it that is.
func (s *Screen) Listed() (desk.Listing, bool) {
	l, shown := s.ListScreen.Listed()
	l.About = append(l.About, s.count(s.List.Table.Len()))
	return l, shown
}

// detail writes a line out.
func (s *Screen) detail(d *desk.Desk, id int64) string {
	line, ok := s.lines[id]
	text := line.Record() + ". " + line.Before + line.After
	switch {
	case !ok:
		return d.T("ui.journal.hint")
	case line.Field.Key != "":
		text = d.T("ui.journal.detail", "Record", line.Record(), "Field", line.Name, "Before", line.Before, "After", line.After)
	}
	if step := line.Entry.Step(line.Title); step != "" {
		text = d.T("ui.journal.step", "Text", text, "What", d.Words.Step(step))
	}
	return text
}

func (s *Screen) onLink(id int64, column string) {
	if column == "record" {
		s.open(id)
	}
}

// Place returns what a line is about.
func (s *Screen) Place(id int64) app.Place {
	line := s.lines[id]
	return app.Place{Type: line.Entry.Type, ID: line.Entry.Record, Field: line.Field.Key}
}

// open shows the record of a line, or says why it cannot be shown.
func (s *Screen) open(id int64) {
	d, line := s.desk, s.lines[id]
	place := s.Place(id)
	if why := d.WhyNot(place, line.Record()); why != "" {
		s.Detail.SetText(why)
		return
	}
	d.Open(place)
}

// HistoryOf returns the record of the selected line.
func (s *Screen) HistoryOf() (app.Place, string, bool) {
	line, ok := s.lines[s.List.Table.Selected()]
	return app.Place{Type: line.Entry.Type, ID: line.Entry.Record}, line.Title, ok
}

// onHistory lists all that was done to the record of a line.
func (s *Screen) onHistory(id int64) {
	if line, ok := s.lines[id]; ok {
		ShowHistory(s.desk, app.Place{Type: line.Entry.Type, ID: line.Entry.Record}, line.Title)
	}
}

// onRestore brings back what the entry of a line tells of.
func (s *Screen) onRestore(id int64) {
	if line, ok := s.lines[id]; ok && s.whyNotRestore(nil) == "" {
		restore(s.desk, line.Entry, line.Title, func() { s.FocusList() })
	}
}

// whyNotRestore says why nothing can be brought back, «» when it can.
func (s *Screen) whyNotRestore([]int64) string {
	if s.desk.ReadOnly() {
		return s.desk.T("ui.journal.restore_read_only")
	}
	return ""
}
