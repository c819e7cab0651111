package journal

import (
	"strings"

	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Bin lists what was deleted and is not there now, the newest first, and brings it back. It has no store
// of its own: see package history.
type Bin struct {
	*desk.ListScreen
	desk    *desk.Desk
	search  *search
	limit   int
	all     int
	deleted map[int64]app.JournalEntry // by the ids of the rows
	titles  map[int64]string

	more, back *kit.Button
}

// NewBin makes the screen of the recycle bin.
func NewBin(d *desk.Desk) desk.Screen {
	s := &Bin{desk: d, limit: page}
	s.search = newSearch(d, true, d.T("ui.bin.search"), s.searched)
	s.back = kit.NewPrimary(d.T("ui.bin.restore"), theme.HistoryIcon(), func() { s.onRestore(s.chosen()) })
	s.more = kit.NewTool(d.T("ui.journal.more"), theme.MoreVerticalIcon(), s.onMore)
	s.ListScreen = desk.NewListScreen(d, desk.List{
		ID: "bin", Title: "ui.bin.title", None: "ui.bin.none", Columns: binColumns, Rows: s.rows, Detail: s.detail, Count: s.count,
		Primary: s.back, Secondary: []*kit.Button{s.search.button, s.more},
		Open: func(_ *desk.Desk, id int64) { s.onRestore([]int64{id}) },
	})
	s.List.Ways = d.Ways(s)
	s.List.SetActions(
		kit.Action{Text: d.T("ui.bin.restore"), Icon: theme.HistoryIcon(), Do: s.onRestore, Can: func([]int64) string { return s.whyNot() }},
		kit.Action{Text: d.T("ui.history.button"), Single: true, Do: func(ids []int64) { s.onHistory(ids[0]) }})
	s.List.SetNone(d.T("ui.bin.none"), d.T("ui.bin.hint"))
	s.Refresh()
	return s
}

func binColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "record", Head: d.T("ui.journal.record"), Chars: 40, Naming: true},
		{Key: "type", Head: d.T("ui.bin.type"), Chars: 22},
		{Key: "day", Head: d.T("ui.bin.day"), Chars: 12, Dates: true},
		{Key: "time", Head: d.T("ui.bin.time"), Chars: 8},
		{Key: "who", Head: d.T("ui.journal.who"), Chars: 14},
		{Key: "with", Head: d.T("ui.bin.with"), Chars: 12, Right: true, Figures: &kit.Figures{Scale: 1}},
		{Key: "step", Head: d.T("ui.journal.named"), Chars: 40, Wide: true},
	}
}

// rows reads what is deleted anew.
func (s *Bin) rows(d *desk.Desk) ([]kit.Row, error) {
	f := s.search.filter()
	entries, err := history.Deleted(d.Ctx(), d.Store, f)
	if err != nil {
		return nil, err
	}
	together := map[int64]int{} // deleted by one step
	for _, e := range entries {
		together[e.Change]++
	}
	s.all = len(entries)
	titles := app.JournalTitles(entries, d.TitleOf, d.Lang)
	entries = entries[:min(len(entries), s.limit)]
	s.deleted, s.titles = map[int64]app.JournalEntry{}, map[int64]string{}
	rows := make([]kit.Row, len(entries))
	for i, e := range entries {
		title := titles[i]
		s.deleted[e.ID], s.titles[e.ID] = e, title
		at := e.At.In(d.Now().Location())
		with := kit.Cell{}
		if n := together[e.Change] - 1; n > 0 {
			with = kit.Cell{N: int64(n), Number: true, State: app.Given}
		}
		day := app.DateOf(at)
		rows[i] = kit.Row{ID: e.ID, Cells: []kit.Cell{
			{Text: title},
			{Text: app.TypeByKey(e.Type).One.In(d.Lang)},
			{Text: day.String(), N: int64(day.Days()), Number: true, State: app.Given},
			{Text: at.Format("15:04")},
			{Text: e.Who},
			with,
			{Text: d.Words.Step(e.What)},
		}}
	}
	s.more.Forbid("")
	if len(entries) >= s.all {
		s.more.Forbid(d.T("ui.journal.no_more"))
	}
	s.back.Forbid(s.whyNot())
	return rows, nil
}

// whyNot says why nothing can be brought back, «» when it can.
func (s *Bin) whyNot() string {
	switch {
	case s.desk.ReadOnly():
		return s.desk.T("ui.journal.restore_read_only")
	case len(s.deleted) == 0:
		return s.desk.T("ui.bin.none")
	}
	return ""
}

func (s *Bin) onMore() {
	s.limit += page
	s.Refresh()
}

// searched shows what the search finds.
func (s *Bin) searched() {
	s.limit = page
	if s.search.on() {
		s.List.SetNone(s.desk.T("ui.journal.none_such"), "", s.search.again)
	} else {
		s.List.SetNone(s.desk.T("ui.bin.none"), s.desk.T("ui.bin.hint"))
	}
	s.Refresh()
	s.FocusList()
}

// count says how much is in the bin.
func (s *Bin) count(shown, _ int) string {
	d := s.desk
	text := d.T("ui.bin.count", "Records", d.N("common.records", s.all))
	if s.search.on() {
		text = d.T("ui.bin.found", "Records", d.N("common.records", s.all), "What", s.search.said())
	}
	if shown < s.all {
		text += " " + d.T("ui.journal.lines", "N", app.FormatNumber(int64(shown), 1, 0, d.Lang))
	}
	return text
}

// Listed returns the list as it is shown, with what was searched.
func (s *Bin) Listed() (desk.Listing, bool) {
	l, shown := s.ListScreen.Listed()
	l.About = append(l.About, s.count(s.List.Table.Len()))
	return l, shown
}

// detail writes out what a deleted record had.
func (s *Bin) detail(d *desk.Desk, id int64) string {
	e, ok := s.deleted[id]
	if !ok {
		return d.T("ui.bin.hint")
	}
	lines := history.LinesOf([]app.JournalEntry{e}, d.TitleOf, d.Words)
	return strings.TrimSpace(lines[0].Record() + ". " + lines[0].Before)
}

// chosen returns the ticked rows, else the selected one.
func (s *Bin) chosen() []int64 {
	if ids := s.List.Table.Ticked(); len(ids) > 0 {
		return ids
	}
	return []int64{s.List.Table.Selected()}
}

// onRestore brings the deleted back, after asking what is to come with it.
func (s *Bin) onRestore(ids []int64) {
	var entries []int64
	for _, id := range ids {
		if _, ok := s.deleted[id]; ok {
			entries = append(entries, id)
		}
	}
	if len(entries) == 0 || s.desk.ReadOnly() {
		return
	}
	restoreDeleted(s.desk, entries, func() {
		s.List.Table.Tick()
		s.FocusList()
	})
}

// HistoryOf returns the record of the selected row.
func (s *Bin) HistoryOf() (app.Place, string, bool) {
	id := s.List.Table.Selected()
	e, ok := s.deleted[id]
	return app.Place{Type: e.Type, ID: e.Record}, s.titles[id], ok
}

func (s *Bin) onHistory(id int64) {
	if e, ok := s.deleted[id]; ok {
		ShowHistory(s.desk, app.Place{Type: e.Type, ID: e.Record}, s.titles[id])
	}
}
