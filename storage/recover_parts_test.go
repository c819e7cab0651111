package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/storage/btree"
)

// Where a moment does not suffice for all flaws of the pages, the one that was found first is told.
func TestFirstFlawIsToldWhenTheOthersTakeTooLong(t *testing.T) {
	whole := wholeFile(t)
	flawed := written(t, without(whole, pagesOf(t, whole, "journal")[0]))
	db, err := connect(flawed, true)
	if err != nil {
		t.Fatal(err)
	}
	defer db.Close()
	asked := 0
	flaws, err := flawsOf(t.Context(), func(ctx context.Context, fn func(*sql.Rows) error, query string) error {
		asked++
		if query != firstFlaw {
			return context.DeadlineExceeded
		}
		rows, err := db.QueryContext(ctx, query)
		if err != nil {
			return err
		}
		defer rows.Close()
		for rows.Next() {
			if err := fn(rows); err != nil {
				return err
			}
		}
		return rows.Err()
	})
	if err != nil || asked != 2 || len(flaws) == 0 || !ofPages(flaws[0]) {
		t.Errorf("asked %d times: %+v, %v", asked, flaws, err)
	}
}

// Rows that two tables could have are of the one whose records the journal knows by their numbers and
// moments; of none where it knows neither, or both as well.
func TestTableIsDecidedByTheJournal(t *testing.T) {
	all, err := layouts()
	if err != nil {
		t.Fatal(err)
	}
	room, resident := all["room"], all["resident"]
	of := func(l *layout, id int64, created string) numberedRow {
		row := numberedRow{id: id, values: make([]btree.Value, len(l.columns))}
		for _, l := range []*layout{room, resident} { // whichever it is read as
			at := slices.IndexFunc(l.columns, func(c column) bool { return c.name == "created" })
			for len(row.values) <= at {
				row.values = append(row.values, btree.Value{})
			}
			row.values[at] = btree.Value{Type: btree.Text, Bytes: []byte(created)}
		}
		return row
	}
	rows := []numberedRow{of(room, 7, "2026-03-01"), of(room, 8, "2026-03-02")}
	for name, c := range map[string]struct {
		born map[reference]string
		want *layout
	}{
		"the first":    {map[reference]string{{"room", 7}: "2026-03-01", {"room", 8}: "2026-03-02", {"resident", 7}: "2026-03-01"}, room},
		"the second":   {map[reference]string{{"resident", 8}: "2026-03-02", {"room", 8}: "2026-04-02"}, resident},
		"both as well": {map[reference]string{{"room", 7}: "2026-03-01", {"resident", 8}: "2026-03-02"}, nil},
		"neither":      {map[reference]string{}, nil},
	} {
		for _, order := range [][]*layout{{room, resident}, {resident, room}} {
			r := &remains{born: c.born}
			if got := r.byJournal(order, rows); got != c.want {
				t.Errorf("%s: %+v", name, got)
			}
		}
	}
}

// What was said of a record before more was known is taken back: that it is lost or was left out, and
// nothing of its fields.
func TestLossOfARecordIsTakenBack(t *testing.T) {
	ref := reference{"room", 7}
	kinds := map[app.LossKind]bool{
		app.LostRecord: false, app.LostNumber: false, app.DoubtGone: false, app.DoubtExtra: false,
		app.LostField: true, app.LostLink: true, app.DoubtValue: true, app.DoubtMixed: true,
	}
	for kind, stays := range kinds {
		s := &settling{out: &saved{counts: map[string]*app.Recovered{"room": {Lost: 1}}}}
		said := app.Loss{Kind: kind, Type: ref.typ, ID: ref.id}
		others := []app.Loss{{Kind: kind, Type: "room", ID: 8}, {Kind: kind, Type: "park", ID: 7}}
		list := &s.out.report.Losses
		if kind.Doubtful() {
			list = &s.out.report.Doubts
		}
		*list = append(slices.Clone(others), said)
		s.forget(ref)
		if slices.Contains(*list, said) != stays || len(*list) < len(others) {
			t.Errorf("%s: %+v", kind, *list)
		}
		if lost := s.out.counts["room"].Lost; (lost == 0) != (!stays && !kind.Doubtful()) {
			t.Errorf("%s: %d are lost", kind, lost)
		}
	}
}

// In a file in which numbers are left out that never had a record there, as one that was recovered has,
// a number of which nothing is left is named all the same, with those beside it.
func TestLostNumberAmongNumbersThatNeverWereIsNamed(t *testing.T) {
	file := btree.Open(strings.NewReader(""), 100*4096)
	room := func(id int64) map[int64][]rowFound { return map[int64][]rowFound{id: {{from: inTable}}} }
	rows := room(1)
	for _, id := range []int64{2, 40, 41, 50} {
		rows[id] = []rowFound{{from: inTable}}
	}
	for name, c := range map[string]struct {
		missing []span
		want    []app.Loss
		lost    int
	}{
		"fewer entries than numbers": {[]span{{7, 8}}, []app.Loss{{Kind: app.LostNumber, Type: "room", ID: 3, Upto: 39}, {Kind: app.LostNumber, Type: "room", ID: 42, Upto: 49}}, 2},
		"as many":                    {[]span{{1, 60}}, []app.Loss{{Kind: app.LostNumber, Type: "room", ID: 3, Upto: 39}, {Kind: app.LostNumber, Type: "room", ID: 42, Upto: 49}}, 45},
	} {
		d := &decision{
			remains: &remains{file: file, rows: map[string]map[int64][]rowFound{"room": rows}, whole: map[string]bool{}, given: map[string]int64{"room": 50}},
			says:    &testimony{missing: c.missing, stories: map[reference]*story{}},
			out:     &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{"room": {}}, lost: map[reference]bool{}},
		}
		for id := range rows {
			d.out.records[reference{"room", id}] = &past{}
		}
		d.holes(app.TypeByKey("room"))
		if !slices.Equal(d.out.report.Losses, c.want) || d.out.counts["room"].Lost != c.lost {
			t.Errorf("%s: %d lost, %+v", name, d.out.counts["room"].Lost, d.out.report.Losses)
		}
	}
}

// A record that others cannot be without is made anew with nothing but a name, where that is enough.
func TestNameStandsInPlaceOfALostRecord(t *testing.T) {
	for typ, want := range map[string]bool{"resident": true, "room": true, "contract": false, "resident_report": false, "": false} {
		s := &settling{
			out:  &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{typ: {}}, lost: map[reference]bool{}},
			says: &testimony{stories: map[reference]*story{}},
		}
		ref := reference{typ, 7}
		if got := s.stand(ref, 1); got != want || s.stand(ref, 1) != want {
			t.Errorf("%q stands: %v", typ, got)
		}
		stub, lost := s.out.records[ref], len(s.out.report.Losses)
		if (stub != nil) != want || (lost == 1) != want || s.out.counts[typ].Lost != lost {
			t.Errorf("%q: %+v, %+v", typ, stub, s.out.report.Losses)
		}
		if want && (stub.park != 1 || !slices.ContainsFunc(slices.Collect(maps.Values(stub.values)), func(v app.Value) bool { return v.S == "Утраченная запись № 7" })) {
			t.Errorf("%q: %+v", typ, stub)
		}
	}
}

// What a record was before entries that are read is told by them up to the one that adds or deletes it:
// behind that it is another life of the record.
func TestEarlierStateIsOfTheSameLife(t *testing.T) {
	room, ref := app.TypeByKey("room"), reference{"room", 7}
	said := func(park int64, pairs ...string) string {
		p := &past{park: park, values: map[string]app.Value{}}
		for i := 0; i < len(pairs); i += 2 {
			p.values[pairs[i]] = app.TextValue(pairs[i+1])
		}
		text, err := p.snapshot().JSON(room)
		if err != nil {
			t.Fatal(err)
		}
		return text
	}
	line := func(action app.Action, before, after string) app.JournalEntry {
		return app.JournalEntry{Type: "room", Record: 7, Action: action, Before: before, After: after}
	}
	edit := line(app.ActionEdit, said(0, "number", "101"), said(0, "number", "102"))
	removal := line(app.ActionDelete, said(1, "number", "102", "building", "А"), "")
	again := line(app.ActionAdd, "", said(1, "number", "201", "building", "Б"))
	later := line(app.ActionEdit, said(0, "floor", "1"), said(0, "floor", "2"))
	for name, c := range map[string]struct {
		ahead []app.JournalEntry
		park  int64
		want  map[string]string
	}{
		"deleted later":              {[]app.JournalEntry{edit, removal}, 1, map[string]string{"number": "101", "building": "А", "floor": ""}},
		"deleted and added anew":     {[]app.JournalEntry{edit, removal, again, later}, 1, map[string]string{"number": "101", "building": "А", "floor": ""}},
		"edited, and as it is today": {[]app.JournalEntry{edit, later}, 2, map[string]string{"number": "101", "building": "В", "floor": "1"}},
	} {
		tell := &retelling{ahead: map[reference][]app.JournalEntry{ref: c.ahead}, saved: map[reference]*past{
			ref: {park: 2, values: map[string]app.Value{"number": app.TextValue("300"), "building": app.TextValue("В"), "floor": app.TextValue("2")}},
		}}
		was := tell.earlier(room, ref)
		for field, want := range c.want {
			if got := was.values[field].S; got != want || was.park != c.park {
				t.Errorf("%s: %s was %q, want %q; of park %d", name, field, got, want, was.park)
			}
		}
	}
}

// The hash of an entry stands in the entry behind it, too: with one of the two spoiled it is read all
// the same.
func TestEntryWithASpoiledHashIsRead(t *testing.T) {
	whole := fullFile(t)
	for _, spoil := range []string{`DROP TRIGGER journal_keeps_words; UPDATE journal SET hash = replace(hash, substr(hash, 1, 1), 'x') WHERE id = 12`, `DROP TRIGGER journal_keeps_words; UPDATE journal SET prev = replace(prev, substr(prev, 1, 1), 'x') WHERE id = 13`} {
		path := written(t, whole)
		tamper(t, path, spoil)
		_, r := recovered(t, path)
		if !r.Whole || r.Unread != 0 {
			t.Errorf("%s: %d entries were not read: %+v", spoil, r.Unread, r.Losses)
		}
	}
}

// Of a run of lost numbers the one in whose place a record stands is taken out, and the others stay.
func TestOneOfARunOfLostNumbersIsTakenBack(t *testing.T) {
	run := func(from, upto int64) app.Loss {
		return app.Loss{Kind: app.LostNumber, Type: "room", ID: from, Upto: upto}
	}
	for id, want := range map[int64][]app.Loss{
		6: {run(7, 9), run(12, 13)}, 7: {run(6, 6), run(8, 9), run(12, 13)}, 9: {run(6, 8), run(12, 13)}, 12: {run(6, 9), run(13, 13)}, 10: {run(6, 9), run(12, 13)},
	} {
		s := &settling{out: &saved{counts: map[string]*app.Recovered{"room": {Lost: 6}}}}
		s.out.report.Losses = []app.Loss{run(6, 9), run(12, 13)}
		s.forget(reference{"room", id})
		lost := 6
		if id != 10 {
			lost = 5
		}
		if !slices.Equal(s.out.report.Losses, want) || s.out.counts["room"].Lost != lost {
			t.Errorf("%d: %d lost, %+v", id, s.out.counts["room"].Lost, s.out.report.Losses)
		}
	}
}

// An index that SQLite makes itself is missing where its table is another: it is named only where
// nothing else is.
func TestOwnIndexesOfSQLiteAreNamedLast(t *testing.T) {
	own := object{kind: "index", name: "sqlite_autoindex_room_1", table: "room"}
	ours := object{kind: "index", name: "room_by_park", table: "room", text: "CREATE INDEX …"}
	table := object{kind: "table", name: "room", table: "room", text: "CREATE TABLE …"}
	for _, c := range []struct {
		want []object
		said string
	}{
		{[]object{ours, table, own}, "«room»"}, // what belongs to a table is gone with it
		{[]object{own, ours}, "room_by_park"},
		{[]object{own}, "sqlite_autoindex_room_1"},
	} {
		found := newComparison(c.want).differences()
		if len(found) != 1 || !strings.Contains(found[0].RU, c.said) {
			t.Errorf("said %v, want %s", found, c.said)
		}
	}
}

// A file that ends within its header is damaged, and one of another program is none of ours, however
// short.
func TestHeadersThatAreCutOff(t *testing.T) {
	whole := wholeFile(t)
	for n, want := range map[int]error{1: app.ErrDamaged, 16: app.ErrDamaged, headerSize - 1: app.ErrDamaged, headerSize: nil} {
		if _, err := readHeader(written(t, whole[:n])); !errors.Is(err, want) {
			t.Errorf("of %d bytes: %v, want %v", n, err, want)
		}
	}
	if _, err := readHeader(written(t, []byte("текст"))); !errors.Is(err, app.ErrNotOurs) {
		t.Errorf("of another program: %v", err)
	}
}

// Pages of which the first page no longer tells whose they are come back to their tables, those that could
// be of several by what the journal says of their records.
func TestPagesFindTheirTablesWithoutTheFirst(t *testing.T) {
	whole := fullFile(t)
	was := truthOf(t, written(t, whole))
	file := btree.Open(strings.NewReader(string(whole)), int64(len(whole)))
	r, err := readRemains(t.Context(), file, func(int, int) {})
	if err != nil {
		t.Fatal(err)
	}
	several := 0
	for _, n := range pagesOf(t, whole, "practice") {
		if len(r.tablesOf(r.rowsOf(file.Page(n)))) > 1 {
			several++
		}
	}
	if several == 0 {
		t.Fatal("no page could be of several tables")
	}
	to, report := recovered(t, written(t, without(whole, 1)))
	is := truthOf(t, to)
	for ref, text := range was.records {
		if is.records[ref] != text {
			t.Errorf("%v is %s, was %s", ref, is.records[ref], text)
		}
	}
	for _, c := range report.Types {
		if c.Type == "practice" && c.Pages == 0 {
			t.Errorf("no page of them was found: %+v", c)
		}
	}
}

// fullFileOpened returns a full file, opened, and the head of new records of its park.
func fullFileOpened(t *testing.T) (path string, s *Store, head app.Head) {
	t.Helper()
	path = written(t, fullFile(t))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	parks, err := s.Parks(t.Context())
	if err != nil {
		t.Fatal(err)
	}
	return path, s, app.Head{Park: parks[0].ID}
}

// A number that a lost record had is given to no other, and what speaks of the lost one is named.
func TestNumberOfALostRecordIsNotGivenAgain(t *testing.T) {
	ctx := context.Background()
	path, s, head := fullFileOpened(t)
	last := &app.Room{Head: head, Building: "Ж", Number: "1"}
	save(t, s, last)
	paper := &app.Document{Head: head, Title: "План", Kind: "other"}
	save(t, s, paper)
	link := &app.DocumentLink{Head: head, Document: paper.ID, Subject: app.Place{Type: "room", ID: last.ID}.String()}
	save(t, s, link)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, fmt.Sprintf(`DROP TRIGGER journal_keeps_entries; PRAGMA foreign_keys = OFF; DELETE FROM room WHERE id = %d; DELETE FROM journal WHERE type = 'room' AND record = %d`, last.ID, last.ID))
	for name, more := range map[string]string{
		"with the number the file keeps": `SELECT 1`,
		"with another":                   `UPDATE sqlite_sequence SET seq = 1 WHERE name = 'room'`,
	} {
		damaged := written(t, fileBytes(t, path))
		tamper(t, damaged, more)
		to, r := recovered(t, damaged)
		named := slices.ContainsFunc(r.Losses, func(l app.Loss) bool {
			return l.Kind == app.LostLink && l.Type == "document_link" && l.ID == link.ID && l.Field == "subject"
		})
		s, err := Open(to, options())
		if err != nil {
			t.Fatal(err)
		}
		if v, err := s.Verify(ctx); err != nil || !v.OK() {
			t.Errorf("%s: the new file is not sound: %+v, %v", name, v.Problems, err)
		}
		next := &app.Room{Head: head, Building: "Ж", Number: "2"}
		save(t, s, next)
		if next.ID <= last.ID || !named {
			t.Errorf("%s: number %d was given again as %d; the link is named: %v", name, last.ID, next.ID, named)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Of two records that cannot be there together the one in which nothing is doubtful stays.
func TestSureRecordStaysBesideADoubtfulOne(t *testing.T) {
	ctx := context.Background()
	path, s, head := fullFileOpened(t)
	wrong := &app.Room{Head: head, Building: "Ж", Number: "1", Floor: "по ошибке"}
	save(t, s, wrong)
	if err := s.Delete(ctx, wrong); err != nil {
		t.Fatal(err)
	}
	right := &app.Room{Head: head, Building: "Ж", Number: "1", Floor: "верно"}
	save(t, s, right)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	pages := pagesOf(t, fileBytes(t, path), "room")
	tamper(t, path, fmt.Sprintf(`DROP TRIGGER journal_keeps_entries; DELETE FROM journal WHERE type = 'room' AND record = %d AND action = 'delete'`, wrong.ID))
	data := fileBytes(t, path)
	leaf := slices.IndexFunc(pages, func(n int64) bool {
		return btree.Open(strings.NewReader(string(data)), int64(len(data))).Page(n).Kind == btree.TableLeaf
	})
	to, r := recovered(t, written(t, without(data, pages[leaf])))
	is := truthOf(t, to)
	if text := is.records[reference{"room", right.ID}]; !strings.Contains(text, "верно") || is.records[reference{"room", wrong.ID}] != "" {
		t.Errorf("the right one is %q, the wrong one %q", text, is.records[reference{"room", wrong.ID}])
	}
	if !slices.ContainsFunc(r.Losses, func(l app.Loss) bool { return l.Kind == app.LostRecord && l.Type == "room" && l.ID == wrong.ID }) {
		t.Error("the one that was left out is not named")
	}
}
