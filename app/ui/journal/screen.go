// Package journal shows who changed what and when.
package journal

import (
	"context"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// journalLimit is how many entries are shown. All of them are in the command line's
// answer: a list nobody can read to its end is not worth the wait for each change.
const limit = 1000

// Screen lists who changed what and when, the newest first.
type Screen struct {
	desk    *desk.Desk
	entries []app.JournalEntry
	lines   map[int64]line // by the ids of the rows
	filter  *kit.Filter
	count   *kit.Line
	table   *kit.Table
	detail  *widget.Label // the line in full: cells may end in «…»
	content fyne.CanvasObject
}

// New makes the screen of the journal.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{
		desk: d, table: kit.NewTable(columns(d)), detail: kit.Wrapped(),
		count: kit.NewLine(kit.ColorMuted, theme.SizeNameText),
	}
	s.filter = kit.NewFilter(d.T("ui.journal.filter"), s.onFilter)
	s.filter.OnDown = func() { d.Window.Canvas().Focus(s.table) }
	s.table.SetNote(d.T("ui.nothing_found"))
	s.table.OnSelect = s.showDetail
	s.table.OnOpen = s.open
	s.table.OnLink = s.onLink
	s.table.OnBack = func() { d.Window.Canvas().Focus(s.filter) }
	verify := kit.NewButton(d.T("ui.journal.verify"), s.onVerify)
	search := container.NewPadded(container.NewBorder(nil, nil, nil, verify, s.filter))
	head := container.NewVBox(kit.ScreenHead(d.T("ui.journal.title"), s.count), search)
	s.content = container.NewBorder(head, s.detailPane(), nil, nil, s.table)
	s.Refresh()
	return s
}

// detailPane keeps three lines for the detail: a whole record may take twenty.
func (s *Screen) detailPane() fyne.CanvasObject {
	return kit.Rows(3, container.NewVScroll(s.detail))
}

// Content returns the page.
func (s *Screen) Content() fyne.CanvasObject { return s.content }

// FocusFilter puts the cursor into the filter.
func (s *Screen) FocusFilter() { s.desk.Window.Canvas().Focus(s.filter) }

// Refresh reads the journal anew.
func (s *Screen) Refresh() {
	var err error
	s.entries, err = s.desk.Store.Journal(s.desk.Ctx(), app.JournalFilter{Limit: limit})
	if err != nil {
		s.desk.Fail(err)
	}
	lines, ids := linesOf(s.desk, s.entries)
	s.lines = lines
	s.table.SetRows(rows(s.desk, lines, ids))
	s.showCount()
	s.showDetail(s.table.Selected())
}

func (s *Screen) onFilter(query string) {
	s.table.SetFilter(query)
	s.showCount()
	s.showDetail(s.table.Selected())
}

// showCount says how much of the journal is shown.
func (s *Screen) showCount() {
	d, all := s.desk, s.newest()
	text := d.T("ui.journal.all", "Entries", d.N("common.records", all))
	if all > len(s.entries) {
		text = d.T("ui.journal.newest", "N", app.FormatNumber(int64(len(s.entries)), 1, 0, d.Lang), "Entries", d.N("common.records", all))
	}
	if shown, lines := s.table.Len(); shown < lines {
		text += " " + d.T("ui.journal.lines", "N", app.FormatNumber(int64(shown), 1, 0, d.Lang))
	}
	s.count.SetText(text)
}

// newest returns the id of the newest entry, which is how many there are: they are
// numbered without a gap.
func (s *Screen) newest() int {
	if len(s.entries) == 0 {
		return 0
	}
	return int(s.entries[0].ID)
}

// showDetail writes the selected line out under the table.
func (s *Screen) showDetail(id int64) {
	line, ok := s.lines[id]
	switch {
	case !ok || s.table.Texts(id) == nil:
		s.detail.SetText(s.desk.T("ui.journal.hint"))
	case line.field.Key != "":
		s.detail.SetText(s.desk.T("ui.journal.detail", "Record", line.record,
			"Field", line.name, "Before", line.before, "After", line.after))
	default:
		s.detail.SetText(line.record + ". " + line.before + line.after)
	}
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
		s.detail.SetText(why)
		return
	}
	d.Open(place)
}

// onVerify recomputes the chain of the whole journal.
func (s *Screen) onVerify() {
	d := s.desk
	work := func(ctx context.Context, _ kit.Progress) error { return d.Store.VerifyJournal(ctx) }
	d.Tasks.Run(d.T("ui.journal.verifying"), work, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		kit.Tell(d.Window, d.T("ui.journal.title"),
			d.T("ui.journal.whole", "Entries", d.N("common.records", s.newest())), d.T("ui.ok"))
	})
}
