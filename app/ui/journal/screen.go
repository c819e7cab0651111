// Package journal shows who changed what and when.
package journal

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// journalLimit is how many entries are shown. All of them are in the command line's
// answer: a list nobody can read to its end is not worth the wait for each change.
const limit = 1000

// Screen lists who changed what and when, the newest first.
type Screen struct {
	*desk.ListScreen
	desk    *desk.Desk
	entries []app.JournalEntry
	lines   map[int64]line // by the ids of the rows
}

// New makes the screen of the journal.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	verify := kit.NewPrimary(d.T("ui.journal.verify"), theme.ConfirmIcon(), s.onVerify)
	s.ListScreen = desk.NewListScreen(d, desk.List{
		ID: "journal", Title: "ui.journal.title", None: "ui.journal.none", Columns: columns, Rows: s.rows,
		Open: func(_ *desk.Desk, id int64) { s.open(id) }, Detail: s.detail, Count: s.count, Primary: verify,
	})
	s.List.Table.OnLink = s.onLink
	s.Refresh()
	return s
}

// rows reads the journal anew.
func (s *Screen) rows(d *desk.Desk) ([]kit.Row, error) {
	entries, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Limit: limit})
	if err != nil {
		return nil, err
	}
	lines, ids := linesOf(d, entries)
	s.entries, s.lines = entries, lines
	return rows(d, lines, ids), nil
}

// count says how much of the journal is shown.
func (s *Screen) count(shown, lines int) string {
	d, all := s.desk, s.newest()
	text := d.T("ui.journal.all", "Entries", d.N("common.records", all))
	if all > len(s.entries) {
		text = d.T("ui.journal.newest", "N", app.FormatNumber(int64(len(s.entries)), 1, 0, d.Lang), "Entries", d.N("common.records", all))
	}
	if shown < lines {
		text += " " + d.T("ui.journal.lines", "N", app.FormatNumber(int64(shown), 1, 0, d.Lang))
	}
	return text
}

// newest returns the id of the newest entry, which is how many there are: they are
// numbered without a gap.
func (s *Screen) newest() int {
	if len(s.entries) == 0 {
		return 0
	}
	return int(s.entries[0].ID)
}

// detail writes a line out.
func (s *Screen) detail(d *desk.Desk, id int64) string {
	line, ok := s.lines[id]
	text := line.record + ". " + line.before + line.after
	switch {
	case !ok:
		return d.T("ui.journal.hint")
	case line.field.Key != "":
		text = d.T("ui.journal.detail", "Record", line.record, "Field", line.name, "Before", line.before, "After", line.after)
	}
	if step := line.entry.Step(line.title); step != "" {
		text = d.T("ui.journal.step", "Text", text, "What", step)
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
	return app.Place{Type: line.entry.Type, ID: line.entry.Record, Field: line.field.Key}
}

// open shows the record of a line, or says why it cannot be shown.
func (s *Screen) open(id int64) {
	d, line := s.desk, s.lines[id]
	place := s.Place(id)
	if why := d.WhyNot(place, line.record); why != "" {
		s.Detail.SetText(why)
		return
	}
	d.Open(place)
}
