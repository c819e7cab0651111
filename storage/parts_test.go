package storage

import (
	"context"
	"database/sql"
	"errors"
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
