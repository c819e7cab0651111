package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/sample"
	"technopark/app/ui/journal"
	"technopark/app/ui/port"
	"technopark/assets"
)

// oneOfEach fills a file with the demonstration park and with a record of each type that is
// not in it.
func oneOfEach(t *testing.T, save func(app.Record)) {
	t.Helper()
	if err := sample.Park().Fill(func(rec app.Record) error { save(rec); return nil }); err != nil {
		t.Fatal(err)
	}
	doc := &app.Document{Head: app.Head{Park: 1}, Title: "Справка", Kind: "other"}
	save(doc)
	save(&app.DocumentLink{Head: app.Head{Park: 1}, Document: doc.ID, Subject: app.SubjectOfIndicator(2019, "S2.1")})
	rev := &app.Revision{
		Head: app.Head{Park: 1}, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)), State: app.RevisionChecked,
		Made: app.Day(2021, 3, 1), Data: strings.Repeat("0", 64),
	}
	save(rev)
	save(&app.Signature{FileName: "пакет.sig", Verified: app.SignatureUnchecked, Head: app.Head{Park: 1}, Revision: rev.ID, File: "пакет.pdf", SHA256: app.Content([]byte("подпись")), Signer: "Щукина", Added: app.Day(2021, 3, 2)})
	save(&app.Profile{
		Kind: app.ProfileRules, Year: app.Of(app.Count(2021)), Title: "Свои правила", Version: "1", Text: string(assets.Rules()[0].TOML), Loaded: app.Day(2021, 3, 2),
	})
	save(&app.Explanation{
		Head: app.Head{Park: 1}, Period: app.YearPeriod(2019), Rule: "JUMP", Place: "resident_report/62/revenue", Basis: "x", Text: "новый заказчик", Author: "Щукина", Date: app.Day(2021, 3, 2),
	})
}

// TestJournalOpensEveryType presses Enter on the entry of a record of each type: a screen
// that shows it comes, with that record or, where it has no place of its own, with the one
// it belongs to.
func TestJournalOpensEveryType(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { oneOfEach(t, save) })
	changed := map[*app.Type]app.Record{}
	for _, typ := range app.Types() {
		recs := s.list(typ.Key)
		if len(recs) == 0 {
			t.Fatalf("no record of %s", typ.Key)
		}
		changed[typ] = recs[len(recs)-1]
		touch(t, s.desk.Store, changed[typ])
	}
	s.changed()
	for _, typ := range app.Types() {
		t.Run(typ.Key, func(t *testing.T) {
			rec := changed[typ]
			s.enterInJournal(t, rec)
			if s.asked() != "" || s.shown == "journal" {
				t.Fatalf("screen %s, told %q", s.shown, s.asked())
			}
			want := rec
			if owner, id := app.OwnerOf(rec); typ.Aside && owner != nil {
				var err error
				if want, err = s.desk.Store.Get(t.Context(), owner, id); err != nil {
					t.Fatal(err)
				}
			}
			if typ.Aside && want == rec {
				return // the screen of such records has no record in a form
			}
			if screen, ok := s.screens[s.shown].(interface{ Selected() int64 }); ok && (screen.Selected() != want.Header().ID || s.shown != want.Type().Key) {
				t.Errorf("screen %s, record %d, want %s %d", s.shown, screen.Selected(), want.Type().Key, want.Header().ID)
			}
		})
	}
}

// enterInJournal presses Enter on the newest line of a record.
func (s *shell) enterInJournal(t *testing.T, rec app.Record) {
	t.Helper()
	s.navigate("journal")
	screen := s.screens["journal"].(*journal.Screen)
	table := s.table("journal")
	lines := table.Shown()
	at := slices.IndexFunc(lines, func(id int64) bool {
		p := screen.Place(id)
		return p.Type == rec.Type().Key && p.ID == rec.Header().ID
	})
	if at < 0 {
		t.Fatal("no line of the record")
	}
	table.Select(lines[at])
	s.win.Canvas().Focus(table)
	table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
}

// touch changes the first field of a record that takes another value.
func touch(t *testing.T, store port.Store, rec app.Record) {
	t.Helper()
	for _, f := range rec.Type().Stored() {
		was := f.Get(rec)
		switch f.Kind {
		case app.KindText, app.KindNote:
			f.Set(rec, app.TextValue(was.S+" ё"))
		case app.KindCount, app.KindQuantity, app.KindMoney:
			f.Set(rec, app.NumberValue(was.N+1))
		case app.KindBool:
			f.Set(rec, app.NumberValue(1-was.N))
		default:
			continue
		}
		if store.Save(t.Context(), rec) == nil {
			return
		}
		f.Set(rec, was)
	}
	t.Fatalf("nothing of %s can be changed", rec.Type().Key)
}
