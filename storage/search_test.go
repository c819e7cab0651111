package storage

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/app"
)

// found returns the records that have words beginning so, as «resident 1», in order.
func found(t testing.TB, s *Store, park int64, words ...string) []string {
	t.Helper()
	w := app.Wanted{Park: park, Limit: 100}
	for _, word := range words {
		w.Words = append(w.Words, []app.WantedWord{{Text: word}})
	}
	all, err := s.FindRecords(context.Background(), w)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, f := range all {
		names = append(names, fmt.Sprint(f.Type, " ", f.ID))
	}
	slices.Sort(names)
	return names
}

// indexFaults returns in how much the index differs from one made anew.
func indexFaults(t testing.TB, s *Store) int {
	t.Helper()
	c := indexComparison{rows: map[reference]searchRow{}, words: map[indexedWord]int{}}
	if err := s.read(context.Background(), func(x *tx) error { return x.compareIndex(context.Background(), &c) }); err != nil {
		t.Fatal(err)
	}
	return c.wrong
}

func TestRecordsAreFoundByTheirWords(t *testing.T) {
	s := newStore(t)
	park, r := newPark(t, s)
	other := &app.Park{Name: "Второй"}
	save(t, s, other)
	save(t, s, &app.Resident{Head: app.Head{Park: other.ID}, Name: "Альфа Вторая"})
	save(t, s, &app.Contract{Head: app.Head{Park: park.ID}, Resident: r.ID, Number: "С-2019/17", Kind: app.ContractLease})
	save(t, s, &app.IPResult{Head: app.Head{Park: park.ID}, Resident: r.ID, Title: "Датчик", Number: "RU 2719345"})
	for _, c := range []struct {
		words []string
		want  string
	}{
		{[]string{"альф"}, "[resident 1]"},
		{[]string{"с", "2019", "1"}, "[contract 1]"},
		{app.Words("ru2719345"), "[ip_result 1]"},
		{[]string{"общество", "альфа"}, "[resident 1]"},
		{[]string{"альфа", "бета"}, "[]"},
		{[]string{"пример"}, "[park 1]"},
	} {
		if got := fmt.Sprint(found(t, s, park.ID, c.words...)); got != c.want {
			t.Errorf("%v finds %s", c.words, got)
		}
	}
	r.ShortName, r.INN, r.Contact = "Бета", "7707083893", "Иванов"
	save(t, s, r)
	if got := found(t, s, park.ID, "бета", "7707", "ивано"); len(got) != 1 {
		t.Errorf("a changed record is not found: %v", got)
	}
	if _, err := s.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := found(t, s, park.ID, "бета"); len(got) != 0 {
		t.Errorf("what was undone finds %v", got)
	}
	if err := s.DeleteWithDependents(context.Background(), r); err != nil {
		t.Fatal(err)
	}
	if got := append(found(t, s, park.ID, "альфа"), found(t, s, park.ID, "датчик")...); len(got) != 0 {
		t.Errorf("what was deleted is found: %v", got)
	}
}

// Whatever stands in a text or is asked for, it is words and no language.
func TestSearchOfHostileTexts(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	hostile := []string{
		`"`, `' OR 1=1 --`, `names : *`, `NEAR(a b)`, `^a`, `a AND`, `NOT`, `OR`, `-x`, `{names} : y`, "\x00", "a\x00b", `%_*?[`, `"" *`,
		strings.Repeat("длинно", 10_000), strings.Repeat("слово ", 10_000), "\u202e\u200b", "é́́", "🙂 значок", "İıſß",
	}
	for i, text := range hostile {
		room := &app.Room{Head: app.Head{Park: park.ID}, Building: text + " конец", Number: fmt.Sprint(i + 1)}
		if err := s.Save(context.Background(), room); err != nil {
			continue // a text that no field takes
		}
		words := app.Words(room.Building)
		if got := found(t, s, park.ID, words[:min(len(words), 50)]...); !slices.Contains(got, fmt.Sprint("room ", room.ID)) {
			t.Errorf("%.40q is not found by its own words: %v", text, got)
		}
	}
	for _, text := range hostile {
		if _, err := s.FindRecords(context.Background(), app.Wanted{Words: [][]app.WantedWord{{{Text: text}}}, Limit: 10}); err != nil {
			t.Errorf("%.40q: %v", text, err)
		}
	}
	if wrong := indexFaults(t, s); wrong != 0 {
		t.Errorf("%d faults of the index", wrong)
	}
}

// Whatever is done to records, the index is the one that would be made anew.
func TestIndexFollowsEveryChange(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	ctx, dice := context.Background(), rand.New(rand.NewPCG(7, 11))
	words := strings.Fields("альфа бета гамма дельта робот датчик лазер 7707 ООО ёлка C3PO")
	some := func() string { return words[dice.IntN(len(words))] + " " + words[dice.IntN(len(words))] }
	residents := app.TypeByKey("resident")
	for step := range 150 {
		recs, err := s.List(ctx, residents, park.ID)
		if err != nil {
			t.Fatal(err)
		}
		var r *app.Resident
		if len(recs) > 0 {
			r = recs[dice.IntN(len(recs))].(*app.Resident)
		}
		switch dice.IntN(7) {
		case 0, 1:
			err = s.Save(ctx, &app.Resident{Head: app.Head{Park: park.ID}, Name: some(), Contact: some()})
		case 2:
			err = s.Change(ctx, "много", func(x app.Tx) error {
				for range dice.IntN(20) {
					if err := x.Save(ctx, &app.Project{Head: app.Head{Park: park.ID}, Resident: r.ID, Title: some()}); err != nil {
						return err
					}
				}
				if dice.IntN(3) == 0 {
					return errors.New("given up")
				}
				return nil
			})
			if err != nil && err.Error() == "given up" || r == nil {
				err = nil
			}
		case 3:
			_, err = s.Undo(ctx)
		case 4:
			_, err = s.Redo(ctx)
		case 5:
			if r != nil {
				err = s.DeleteWithDependents(ctx, r)
			}
		default:
			if r != nil {
				r.ShortName, r.Phone = some(), ""
				err = s.Save(ctx, r)
			}
		}
		if err != nil && !errors.Is(err, app.ErrNotFound) {
			t.Fatalf("step %d: %v", step, err)
		}
		if wrong := indexFaults(t, s); wrong != 0 {
			t.Fatalf("step %d: %d faults of the index", step, wrong)
		}
	}
}

// spoiled are ways in which an index is not that of the records.
var spoiled = map[string]string{
	"a row gone":           `DELETE FROM search WHERE type = 'resident'`,
	"a row more":           `INSERT INTO search (type, record, names, rest) VALUES ('resident', 99, 'x', '')`,
	"another entry":        `UPDATE search_state SET entry = entry + 1`,
	"no state":             `DELETE FROM search_state`,
	"an index of nothing":  `DELETE FROM search_index_data`,
	"no settings":          `DELETE FROM search_index_config`,
	"other settings":       `UPDATE search_index_config SET v = 99`,
	"blocks of zeros":      `UPDATE search_index_data SET block = zeroblob(length(block))`,
	"blocks of chance":     `UPDATE search_index_data SET block = randomblob(length(block)) WHERE id > 10`,
	"blocks that are huge": `UPDATE search_index_data SET block = zeroblob(1000000)`,
	"blocks that are text": `UPDATE search_index_data SET block = 'abc'`,
}

// An index that is damaged keeps nobody out: it is made anew, and what is wrong is told.
func TestSpoiledIndexIsMadeAnew(t *testing.T) {
	whole, id := wholeFile(t), int64(1)
	for name, statements := range spoiled {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := os.WriteFile(path, whole, 0o600); err != nil {
			t.Fatal(err)
		}
		tamper(t, path, statements)
		o := options()
		o.ReadOnly = true
		was := fileBytes(t, path)
		v, err := Examine(context.Background(), path, o)
		if err != nil || len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemSearch || !v.Restorable() {
			t.Errorf("%s: examined it is %+v, %v", name, v.Problems, err)
		}
		for _, readOnly := range []bool{true, false} {
			o.ReadOnly = readOnly
			s, err := Open(path, o)
			if err != nil {
				t.Errorf("%s: %v", name, err)
				continue
			}
			if got := found(t, s, id, "альфа"); len(got) != 1 || !s.Remade() || indexFaults(t, s) != 0 {
				t.Errorf("%s: reader %t: found %v, told %t", name, readOnly, got, s.Remade())
			}
			if err := s.Close(); err != nil {
				t.Error(err)
			}
			if readOnly && !bytes.Equal(fileBytes(t, path), was) {
				t.Errorf("%s: a reader has written to the file", name)
			}
		}
		v, err = Examine(context.Background(), path, o)
		if err != nil || !v.OK() {
			t.Errorf("%s: afterwards %+v, %v", name, v.Problems, err)
		}
	}
}

// Entries that change no word are not noted one by one: the index agrees all the same, until one of
// them did change a word, or there are too many to look at.
func TestIndexLagsBehindByFiguresAlone(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2020)}
	figures := func(n int) {
		for range n {
			report.Headcount.N++
			report.Headcount = app.Of(report.Headcount.N)
			save(t, s, report)
		}
	}
	lag := func() int {
		return count(t, s, `SELECT (SELECT max(id) FROM journal) - (SELECT entry FROM search_state)`)
	}
	reopened := func() bool {
		t.Helper()
		if err := s.Close(); err != nil {
			t.Fatal(err)
		}
		again, err := Open(s.path, options())
		if err != nil {
			t.Fatal(err)
		}
		s = again
		return s.Remade()
	}
	t.Cleanup(func() { s.Close() })
	figures(5)
	if n := lag(); n != 4 && n != 5 {
		t.Errorf("after 5 figures it lags behind by %d", n)
	}
	if reopened() {
		t.Error("it was made anew for the sake of figures")
	}
	resident.Contact = "Иванова"
	save(t, s, resident)
	if n := lag(); n != 0 || len(found(t, s, park.ID, "иванова")) != 1 {
		t.Errorf("after a word it lags behind by %d", n)
	}
	for range 3 {
		figures(mostUnnoted - 1)
		if n := lag(); n >= mostUnnoted {
			t.Errorf("it lags behind by %d", n)
		}
	}
	if reopened() || indexFaults(t, s) != 0 {
		t.Error("it was made anew for the sake of many figures")
	}
	resident.Contact = "Петрова"
	save(t, s, resident)
	figures(3)
	if _, err := s.db.Exec(`UPDATE search_state SET entry = (SELECT max(id) FROM journal) - 4`); err != nil {
		t.Fatal(err)
	}
	if !reopened() {
		t.Error("an index that lags behind by a word passes")
	}
}

// A program that is ended between the step of the schema and the making of the index leaves a file
// that is whole: nothing is wrong with it, and the next opening makes the index.
func TestIndexThatWasNeverMade(t *testing.T) {
	path := filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, `DELETE FROM search; INSERT INTO search_index (search_index) VALUES ('delete-all'); UPDATE search_state SET entry = 0, records = 0`)
	for _, readOnly := range []bool{true, false} {
		o := options()
		o.ReadOnly = readOnly
		if v, err := Rehearse(context.Background(), path, o); err != nil || !v.OK() {
			t.Errorf("reader %t: examined it is %+v, %v", readOnly, v.Problems, err)
		}
		s, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := found(t, s, 1, "альфа"); len(got) != 1 || s.Remade() || indexFaults(t, s) != 0 {
			t.Errorf("reader %t: found %v, told %t", readOnly, got, s.Remade())
		}
		if err := verified(s); err != nil {
			t.Errorf("reader %t: %v", readOnly, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// What only the whole comparison finds is restored like any other problem.
func TestRowThatSaysAnotherWord(t *testing.T) {
	s := newStore(t)
	newPark(t, s)
	path := s.Path()
	if _, err := s.db.Exec(`UPDATE search SET rest = 'другое' WHERE type = 'resident'`); err != nil {
		t.Fatal(err)
	}
	v, err := s.Verify(context.Background())
	if err != nil || len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemSearch {
		t.Fatalf("%+v, %v", v.Problems, err)
	}
	restored, err := s.RestoreJournalled(context.Background())
	if err != nil || len(restored) != 1 {
		t.Fatalf("restored %v, %v", restored, err)
	}
	if v, err := s.Verify(context.Background()); err != nil || !v.OK() {
		t.Errorf("%s afterwards: %+v, %v", path, v.Problems, err)
	}
}

// An index that breaks while the file is open does not keep a record from being saved.
func TestSaveOverABrokenIndex(t *testing.T) {
	s := newStore(t)
	_, r := newPark(t, s)
	for name, statement := range map[string]string{"blocks": spoiled["blocks of zeros"], "rows": spoiled["a row gone"]} {
		tamper(t, s.Path(), statement)
		s.readAnew()
		r.Contact += "Петров "
		if err := s.Save(context.Background(), r); err != nil {
			t.Errorf("%s: %v", name, err)
		}
		other := &app.Resident{Head: app.Head{Park: r.Park}, Name: "Новый"}
		if err := s.Save(context.Background(), other); err != nil {
			t.Errorf("%s: %v", name, err)
		}
	}
}

// beforeWords makes of a file one of before there was an index of words.
const beforeWords = `DROP TABLE search_word; DROP TABLE search_index; DROP TABLE search; DROP TABLE search_state; DROP TABLE deadline; DROP TABLE distinction;
	ALTER TABLE revision DROP COLUMN journal;
	ALTER TABLE journal DROP COLUMN what; DROP INDEX change_undone; CREATE INDEX change_by_state ON change (state, id);
	PRAGMA user_version = 10; DELETE FROM goose_db_version WHERE version_id > 10`

// A file of an older program is found through at once, whether it is read or written.
func TestOlderFileGetsItsIndex(t *testing.T) {
	for _, readOnly := range []bool{true, false} {
		path := filepath.Join(t.TempDir(), "x.tpark")
		if err := os.WriteFile(path, wholeFile(t), 0o600); err != nil {
			t.Fatal(err)
		}
		asBefore(t, path)
		tamper(t, path, beforeWords)
		o := options()
		o.ReadOnly = readOnly
		s, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		if got := found(t, s, 1, "альфа"); len(got) != 1 || s.Remade() || indexFaults(t, s) != 0 {
			t.Errorf("reader %t: found %v, told %t", readOnly, got, s.Remade())
		}
		if v, err := s.Verify(context.Background()); err != nil || !v.OK() || v.Unproved == 0 {
			t.Errorf("reader %t: %+v, %d names are not proved, %v", readOnly, v.Problems, v.Unproved, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}
