package card

import (
	"slices"

	"technopark/app"
	"technopark/app/ui/kit"
)

// How much of the journal a card looks at and shows.
const (
	mostEntries  = 200  // of the record and what belongs to it
	deletedAmong = 5000 // newest entries are searched for what belonged to it and is deleted
)

// historyBlock is who changed what of the record and of what belongs to it, the newest first.
func (s *Screen) historyBlock(brief bool) *block {
	d := s.desk
	all := kit.NewLink(d.T("ui.card.whole_history"), func() { s.chooseTab(tabHistory) })
	all.Hidden = !brief
	b := &block{grid: kit.NewGrid(nil)}
	restore := kit.NewLink(d.T("ui.card.restore"), func() { d.History(s.place, s.seen.title) })
	restore.Hidden = brief
	b.shown = kit.NewBlock(d.T("ui.card.history"), b.grid, all, restore)
	var places []app.Place
	b.grid.OnOpen = func(id int64, _ string) {
		if place := places[id-1]; place != s.place {
			d.Open(place)
		}
	}
	b.fill = func() {
		limit := mostEntries
		if brief {
			limit = briefRecords
		}
		var rows []kit.GridRow
		rows, places = s.historyRows(limit)
		if len(rows) == 0 {
			b.grid.SetRows(none(s.nothing("ui.card.none")))
			return
		}
		columns := []kit.GridColumn{{Key: "when", Whole: true}, {Key: "what", Wide: true, Folds: !brief}, {Key: "who", Spare: true}}
		if brief {
			columns = columns[:2]
		}
		b.grid.SetRows(columns, rows)
	}
	return b
}

// historyRows writes so many of the newest entries, and says what each is about.
func (s *Screen) historyRows(limit int) ([]kit.GridRow, []app.Place) {
	d := s.desk
	entries, err := s.entries(limit)
	if err != nil {
		d.Fail(err)
	}
	titles := app.JournalTitles(entries, d.TitleOf, d.Lang)
	var rows []kit.GridRow
	var places []app.Place
	for i, e := range entries {
		at := e.At.In(d.Now().Location())
		for _, text := range s.entryTexts(e, titles[i]) {
			rows = append(rows, kit.GridRow{ID: int64(len(rows) + 1), Cells: []kit.GridCell{
				{Text: app.DateOf(at).String() + at.Format(" 15:04"), Colour: kit.ColorMuted}, {Text: text}, {Text: e.Who, Colour: kit.ColorMuted},
			}})
			places = append(places, app.Place{Type: e.Type, ID: e.Record})
		}
	}
	return rows[:min(len(rows), limit)], places
}

// entries returns the newest entries of the journal about the record, what belongs to it and
// what belonged to it until it was deleted.
func (s *Screen) entries(limit int) ([]app.JournalEntry, error) {
	d := s.desk
	of := make([]app.Place, 0, len(s.seen.places))
	for place := range s.seen.places {
		of = append(of, place)
	}
	newest, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Limit: 1})
	if err != nil || len(newest) == 0 {
		return nil, err
	}
	deleted, err := d.Store.Journal(d.Ctx(), app.JournalFilter{Did: app.ActionDelete, After: newest[0].ID - deletedAmong})
	if err != nil {
		return nil, err
	}
	for _, e := range deleted {
		if rec := e.Whole(); rec != nil && s.belonged(rec) {
			of = append(of, app.Place{Type: e.Type, ID: e.Record})
		}
	}
	return d.Store.Journal(d.Ctx(), app.JournalFilter{Of: of, Limit: limit})
}

// belonged reports whether a record that is deleted was a part of the card.
func (s *Screen) belonged(rec app.Record) bool {
	isPart := slices.ContainsFunc(s.seen.parts, func(p app.Part) bool { return p.Type == rec.Type() })
	ofPark := rec.Header().Park == 0 || rec.Header().Park == s.desk.Park
	return isPart && ofPark && s.seen.book.Owns(s.seen.rec, rec)
}

// entryTexts says what an entry did, a text for each field that was changed.
func (s *Screen) entryTexts(e app.JournalEntry, title string) []string {
	d := s.desk
	about := ""
	if (app.Place{Type: e.Type, ID: e.Record}) != s.place {
		about = s.briefTitle(e, title)
	}
	edits, err := e.Edits()
	if err != nil {
		return []string{d.T("common.journal.unreadable")}
	}
	if e.Action != app.ActionEdit {
		return []string{s.wholeTitle(e, about) + ": " + d.T("common.journal."+string(e.Cause)+"."+string(e.Action))}
	}
	texts := make([]string, len(edits))
	for i, edit := range edits {
		before, after := edit.Texts(d.TitleOf, d.Lang)
		texts[i] = edit.Field.Label.In(d.Lang)
		if about != "" {
			texts[i] += " (" + about + ")"
		}
		texts[i] += ": " + orEmpty(before, d.T("common.journal.empty")) + " → " + orEmpty(after, d.T("common.journal.empty"))
	}
	return texts
}

// wholeTitle is what a record is called that was added or deleted; about is its brief title.
func (s *Screen) wholeTitle(e app.JournalEntry, about string) string {
	t := app.TypeByKey(e.Type)
	switch {
	case about == "":
		return s.seen.title
	case t.Report:
		return t.One.In(s.desk.Lang) + ", " + about
	}
	return about
}

func orEmpty(text, empty string) string {
	if text == "" {
		return empty
	}
	return text
}

// briefTitle is what a record is called on the card of its owner: a report by its period.
func (s *Screen) briefTitle(e app.JournalEntry, title string) string {
	lang := s.desk.Lang
	rec := s.seen.places[app.Place{Type: e.Type, ID: e.Record}]
	if rec == nil {
		rec = e.Whole()
	}
	switch {
	case rec == nil:
		return title
	case rec.Type().Report && !app.PeriodOf(rec).Zero():
		return app.PeriodOf(rec).In(lang)
	}
	return rec.Type().One.In(lang) + " " + app.QuotedIn(title, lang)
}
