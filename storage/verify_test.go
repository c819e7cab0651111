package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// fullFile returns the bytes of a closed data file with records of every type, deletions,
// steps taken back and made again, and kept files.
func fullFile(t testing.TB) []byte {
	t.Helper()
	full.Do(func() { full.bytes = makeFull(t) })
	return slices.Clone(full.bytes)
}

// full is what fullFile returns, made once for all tests.
var full struct {
	sync.Once
	bytes []byte
}

func makeFull(t testing.TB) []byte {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.tpark")
	s, err := CreateFilled(path, options(), "sample", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		t.Fatal(err)
	}
	saveWhatTheSampleLacks(t, s)
	residents, err := s.List(ctx, app.TypeByKey("resident"), 1)
	if err != nil {
		t.Fatal(err)
	}
	for i, rec := range residents[:4] {
		resident := rec.(*app.Resident)
		resident.Contact = fmt.Sprint("Контакт № ", i)
		save(t, s, resident)
	}
	steps := []func() error{
		func() error { return s.DeleteWithDependents(ctx, residents[5]) },
		func() error { _, err := s.Undo(ctx); return err },
		func() error { _, err := s.Redo(ctx); return err },
		func() error { _, err := s.Undo(ctx); return err },
		func() error { _, err := s.Undo(ctx); return err },
		func() error { return s.Save(ctx, &app.Specialism{Name: "Новое направление"}) },
		func() error { return s.DeleteWithDependents(ctx, residents[6]) },
		s.Close,
	}
	for i, step := range steps {
		if err := step(); err != nil {
			t.Fatalf("step %d: %v", i, err)
		}
	}
	return fileBytes(t, path)
}

// verified is the fault that Verify finds in an open file.
func verified(s *Store) error {
	v, err := s.Verify(context.Background())
	if err != nil {
		return err
	}
	return v.Err()
}

// written writes a data file anew.
func written(t testing.TB, data []byte) (path string) {
	t.Helper()
	path = filepath.Join(t.TempDir(), "x.tpark")
	if err := os.WriteFile(path, data, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestVerifyFindsNothingInWhatWeWrote(t *testing.T) {
	path := written(t, fullFile(t))
	for _, readOnly := range []bool{true, false} {
		o := options()
		o.ReadOnly = readOnly
		s, err := Open(path, o)
		if err != nil {
			t.Fatal(err)
		}
		v, err := s.Verify(context.Background())
		if err != nil || !v.OK() || v.Entries < 1000 || len(v.Hash) != 64 {
			t.Errorf("%+v, %v", v, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// altered are changes of a file past the program that leave it open to be read, with what is
// to be named of each: the kind, the record, the field, and both sides.
var altered = map[string]struct {
	statements string
	want       app.Problem
}{
	"a revenue": {
		`UPDATE resident_report SET revenue = revenue + 100000000 WHERE id = 3`,
		app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue"},
	},
	"a figure that does not apply": {
		`UPDATE resident_report SET revenue = NULL, revenue_na = 1 WHERE id = 3`,
		app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue", File: `"n/a"`},
	},
	"a figure that is missing": {
		`UPDATE resident_report SET revenue = NULL WHERE id = 3`,
		app.Problem{Kind: app.ProblemValue, Type: "resident_report", ID: 3, Field: "revenue", File: `null`},
	},
	"a name":                 {`UPDATE resident SET name = 'Подмена' WHERE id = 2`, app.Problem{Kind: app.ProblemValue, Type: "resident", ID: 2, Field: "name", File: `"Подмена"`}},
	"a reference":            {`UPDATE job SET resident = 3 WHERE id = (SELECT min(id) FROM job WHERE resident <> 3)`, app.Problem{Kind: app.ProblemValue, Type: "job", Field: "resident", File: `3`}},
	"a link taken away":      {`DELETE FROM contract_rooms WHERE contract_id = (SELECT min(contract_id) FROM contract_rooms)`, app.Problem{Kind: app.ProblemValue, Type: "contract", Field: "rooms", File: `null`}},
	"a link of nothing":      {`PRAGMA foreign_keys = OFF; INSERT INTO contract_rooms VALUES (9001, 2)`, app.Problem{Kind: app.ProblemOrphan, Type: "contract", ID: 9001, Field: "rooms", File: "2"}},
	"links without a record": {`PRAGMA foreign_keys = OFF; DELETE FROM contract WHERE id = (SELECT min(contract_id) FROM contract_rooms)`, app.Problem{Kind: app.ProblemMissing, Type: "contract"}},
	"a row deleted":          {`DELETE FROM event WHERE id = 1`, app.Problem{Kind: app.ProblemMissing, Type: "event", ID: 1}},
	"a row put in":           {`INSERT INTO room (id, park_id, building, number, created, changed) VALUES (9001, 1, 'Я', '1', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z')`, app.Problem{Kind: app.ProblemExtra, Type: "room", ID: 9001}},
	"the moment of a change": {`UPDATE room SET changed = '2020-01-01T00:00:00Z' WHERE id = 1`, app.Problem{Kind: app.ProblemValue, Type: "room", ID: 1, Field: "changed", File: `"2020-01-01T00:00:00Z"`}},
	"no moment":              {`UPDATE room SET created = 'вчера' WHERE id = 1`, app.Problem{Kind: app.ProblemValue, Type: "room", ID: 1, Field: "created", File: `"вчера"`}},
	"numbers that start anew": {
		`UPDATE sqlite_sequence SET seq = 1 WHERE name = 'resident'`,
		app.Problem{Kind: app.ProblemNumber, Type: "resident", File: "1"},
	},
	"numbers that are used up": {
		`UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'event'`,
		app.Problem{Kind: app.ProblemNumber, Type: "event", File: "9223372036854775807"},
	},
	"a number of nobody":         {`INSERT INTO sqlite_sequence (name, seq) VALUES (NULL, 0)`, app.Problem{Kind: app.ProblemNumber, File: "NULL = 0"}},
	"nothing of nobody":          {`INSERT INTO sqlite_sequence (name, seq) VALUES (NULL, NULL)`, app.Problem{Kind: app.ProblemNumber, File: "NULL = NULL"}},
	"nothing for a number":       {`INSERT INTO sqlite_sequence (name, seq) VALUES ('nobody', NULL)`, app.Problem{Kind: app.ProblemNumber, Type: "nobody", File: "'nobody' = NULL"}},
	"numbers of a name in bytes": {`UPDATE sqlite_sequence SET name = CAST(name AS BLOB) WHERE name = 'event'`, app.Problem{Kind: app.ProblemNumber, Type: "event"}},
	"numbers that are texts":     {`UPDATE sqlite_sequence SET seq = CAST(seq AS TEXT) WHERE name = 'event'`, app.Problem{Kind: app.ProblemNumber, Type: "event"}},
	"no numbers":                 {`DELETE FROM sqlite_sequence WHERE name = 'change'`, app.Problem{Kind: app.ProblemNumber, Type: "change"}},
	"the journal cut off":        {guardless(`DELETE FROM journal WHERE id = (SELECT max(id) FROM journal)`), app.Problem{Kind: app.ProblemGap}},
	"an entry reworded":          {guardless(`UPDATE journal SET who = 'x' WHERE id = 5`), app.Problem{Kind: app.ProblemEntry, ID: 5}},
	"an entry of no time":        {guardless(`UPDATE journal SET at = 'вчера' WHERE id = 5`), app.Problem{Kind: app.ProblemEntry, ID: 5}},
	"an entry out of time":       {guardless(`UPDATE journal SET at = replace(at, 'Z', '+00:00') WHERE id = 5`), app.Problem{Kind: app.ProblemEntry, ID: 5}},
	"an entry of nothing":        {guardless(`UPDATE journal SET after = '[]' WHERE id = 5`), app.Problem{Kind: app.ProblemEntry, ID: 5}},
	"an entry taken out":         {guardless(`DELETE FROM journal WHERE id = 5`), app.Problem{Kind: app.ProblemGap, ID: 5}},
	"a step made undone":         {`UPDATE change SET state = 'undone' WHERE id = 1`, app.Problem{Kind: app.ProblemStep, ID: 1, File: "undone"}},
	"a step taken out":           {`PRAGMA foreign_keys = OFF; DELETE FROM change WHERE id = 2`, app.Problem{Kind: app.ProblemStep, ID: 2, Journal: "done"}},
	"undo taken away":            {`UPDATE change SET state = 'kept' WHERE id = 3`, app.Problem{Kind: app.ProblemStep, ID: 3, File: "kept"}},
	"a step overtaken":           {`UPDATE change SET state = 'undone' WHERE state = 'dropped'`, app.Problem{Kind: app.ProblemStep, File: "undone"}},
	"upgrades used up":           {`UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'goose_db_version'`, app.Problem{Kind: app.ProblemNumber, Type: "goose_db_version"}},
	"a step renamed": {
		`UPDATE change SET what = 'добавление: Резидент «Бета»' WHERE id = 3`,
		app.Problem{Kind: app.ProblemName, ID: 3, File: `"добавление: Резидент «Бета»"`},
	},
	"a step renamed in the journal too": {
		`UPDATE change SET what = 'x' WHERE id = 3; ` + guardless(`UPDATE journal SET what = 'x' WHERE change_id = 3 AND what IS NOT NULL`),
		app.Problem{Kind: app.ProblemEntry},
	},
	"the name of a step taken out of the journal": {
		guardless(`UPDATE journal SET what = NULL WHERE change_id = 3`), app.Problem{Kind: app.ProblemEntry},
	},
	"a step of nothing": {`INSERT INTO change (what, state) VALUES ('ничего', 'done')`, app.Problem{Kind: app.ProblemStep, File: "done"}},
	"a kept file":       {`DROP TRIGGER content_stays; UPDATE content SET data = CAST('другое' AS BLOB), size = 12; ` + triggerOf("content_stays"), app.Problem{Kind: app.ProblemContent}},
	"a value too long":  {`UPDATE resident SET name = hex(zeroblob(2200000)) WHERE id = 5`, app.Problem{Kind: app.ProblemCell, Type: "resident", ID: 5, Field: "name", File: "long"}},
	"a kept file less":  {`DELETE FROM content`, app.Problem{Kind: app.ProblemContent}},
}

// triggerOf returns the statement that makes a trigger of today's schema.
func triggerOf(name string) string {
	latest, err := latestVersion(migrations())
	if err != nil {
		panic(err)
	}
	all, err := releasedSchema(migrations(), latest)
	if err != nil {
		panic(err)
	}
	for _, o := range all {
		if o.key() == "trigger "+name {
			return o.text + ";"
		}
	}
	panic(name)
}

// guardless does something to the journal past its triggers.
func guardless(statement string) string {
	return `DROP TRIGGER journal_keeps_words; DROP TRIGGER journal_keeps_entries; ` + statement + `; ` +
		triggerOf("journal_keeps_words") + triggerOf("journal_keeps_entries")
}

func TestVerifyNamesWhatWasAlteredPastTheProgram(t *testing.T) {
	whole := fullFile(t)
	for name, c := range altered {
		path := written(t, whole)
		tamper(t, path, c.statements)
		s, err := Open(path, options())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		v, err := s.Verify(context.Background())
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if !slices.ContainsFunc(v.Problems, func(p app.Problem) bool { return fits(p, c.want) }) {
			t.Errorf("%s: %+v is not among %+v", name, c.want, v.Problems)
		}
		for i, p := range v.Problems {
			if slices.ContainsFunc(v.Problems[:i], func(is app.Problem) bool { return is.Say() == p.Say() }) {
				t.Errorf("%s: %+v is told twice", name, p)
			}
		}
		if len(v.Problems) > 3 {
			t.Errorf("%s: %d problems are named: %+v", name, len(v.Problems), v.Problems[:4])
		}
		if err := v.Err(); !errors.Is(err, app.ErrDamaged) {
			t.Errorf("%s: %v", name, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// fits reports whether a problem is the wanted one; what is empty there may be anything.
func fits(p, want app.Problem) bool {
	return p.Kind == want.Kind && (want.Type == "" || p.Type == want.Type) && (want.ID == 0 || p.ID == want.ID) &&
		(want.Field == "" || p.Field == want.Field) && (want.File == "" || p.File == want.File) && (p.Journal == "" || p.Journal != p.File)
}
