package storage

import (
	"context"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// beside does something to a table while one of its indexes is out of sight.
func beside(index, statement string) string {
	return `CREATE TEMP TABLE kept AS SELECT * FROM sqlite_schema WHERE name = '` + index + `';
		PRAGMA writable_schema = ON; DELETE FROM sqlite_schema WHERE name = '` + index + `'; PRAGMA writable_schema = RESET;
		` + statement + `;
		PRAGMA writable_schema = ON; INSERT INTO sqlite_schema SELECT * FROM kept; PRAGMA writable_schema = RESET`
}

// What the journal says is put back, whole or not at all, as a change like any other.
func TestRestoreJournalled(t *testing.T) {
	ctx := context.Background()
	whole := fullFile(t)
	s, err := Open(written(t, whole), options())
	if err != nil {
		t.Fatal(err)
	}
	was := state(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	for name, c := range altered {
		path := written(t, whole)
		tamper(t, path, c.statements)
		altered := fileBytes(t, path)
		v, err := Examine(ctx, path, options())
		if err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		restored, err := RestoreFile(ctx, path, options())
		if !v.Restorable() {
			if errors.Is(err, app.ErrDamaged) == (c.want.Kind == app.ProblemContent) || len(restored) > 0 || !slices.Equal(altered, fileBytes(t, path)) {
				t.Errorf("%s: %d restored, %v", name, len(restored), err)
			}
			continue
		}
		if err != nil || len(restored) == 0 {
			t.Errorf("%s: %d restored, %v", name, len(restored), err)
			continue
		}
		s, err := Open(path, options())
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		if v, err := s.Verify(ctx); err != nil || !v.OK() {
			t.Errorf("%s: afterwards %+v, %v", name, v.Problems, err)
		}
		if diff := cmp.Diff(was, state(t, s)); diff != "" {
			t.Errorf("%s: restored (-before +after):\n%s", name, diff)
		}
		if !slices.Contains([]app.ProblemKind{app.ProblemNumber, app.ProblemStep, app.ProblemName, app.ProblemOrphan}, c.want.Kind) {
			step, err := s.Undo(ctx)
			if err != nil || !strings.HasPrefix(step.What, "восстановление по журналу") {
				t.Errorf("%s: %+v, %v", name, step, err)
			}
		}
		if v, err := s.Verify(ctx); err != nil || !v.OK() {
			t.Errorf("%s: taken back, %+v, %v", name, v.Problems, err)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// Several things altered at once come back together, whatever refers to what.
func TestRestoreOfManyThings(t *testing.T) {
	ctx := context.Background()
	path := written(t, fullFile(t))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	was := state(t, s)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	tamper(t, path, `PRAGMA foreign_keys = OFF;
		DELETE FROM resident WHERE id IN (2, 3); DELETE FROM contract; DELETE FROM contract_rooms; DELETE FROM room;
		UPDATE resident_report SET revenue = 1, revenue_na = 0, headcount = 2, headcount_na = 0; UPDATE resident SET name = 'x' WHERE id > 20;
		INSERT INTO specialism (id, name, created, changed) VALUES (900, 'Ложное', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z');
		INSERT INTO resident (id, park_id, name, specialism, created, changed) VALUES (901, 1, 'Ложный', 900, '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z');
		UPDATE room SET number = number || 'x'`)
	if v, err := Examine(ctx, path, options()); err != nil || len(v.Problems) < 100 {
		t.Errorf("%d problems, %v", len(v.Problems), err)
	}
	if _, err := RestoreFile(ctx, path, options()); err != nil {
		t.Fatal(err)
	}
	if s, err = Open(path, options()); err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(was, state(t, s)); diff != "" {
		t.Errorf("restored (-before +after):\n%s", diff)
	}
	if v, err := s.Verify(ctx); err != nil || !v.OK() {
		t.Errorf("%+v, %v", v.Problems, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}

// An index that does not agree with its table would hide records from lists: the file is not
// opened, and the index is made anew.
func TestIndexThatDisagrees(t *testing.T) {
	ctx := context.Background()
	for _, older := range []bool{false, true} {
		whole := fullFile(t)
		if older {
			whole = olderFile(t, 8)
		}
		path := written(t, whole)
		tamper(t, path, beside("event_by_park_id", `DELETE FROM event; INSERT INTO event (id, park_id, title, date, created, changed)
			VALUES (1, 1, 'x', '2020-01-01', '2020-01-01T00:00:00Z', '2020-01-01T00:00:00Z')`))
		for _, readOnly := range []bool{true, false} {
			o := options()
			o.ReadOnly = readOnly
			_, err := Open(path, o)
			if r, ok := app.Refused(err); !ok || r.ID != "err.index" || !strings.Contains(err.Error(), "event_by_park_id") {
				t.Errorf("Open: %v", err)
			}
		}
		v, err := Examine(ctx, path, options())
		if err != nil || !slices.ContainsFunc(v.Problems, func(p app.Problem) bool {
			return p.Kind == app.ProblemIndex && strings.Contains(p.File, "event_by_park_id")
		}) {
			t.Errorf("%+v, %v", v, err)
		}
		if _, err := RestoreFile(ctx, path, options()); err != nil {
			t.Errorf("older %v: %v", older, err)
		}
		if v, err := Examine(ctx, path, options()); err != nil || !v.OK() {
			t.Errorf("afterwards %+v, %v", v, err)
		}
	}
}

// What cannot be opened is a problem and an error, what is not there an error alone.
func TestExamineOfWhatCannotBeOpened(t *testing.T) {
	ctx := context.Background()
	whole := wholeFile(t)
	path := written(t, whole[:len(whole)/2])
	if v, err := Examine(ctx, path, options()); !errors.Is(err, app.ErrDamaged) || len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemStructure {
		t.Errorf("cut off: %+v, %v", v, err)
	}
	path = written(t, whole)
	tamper(t, path, `DROP TRIGGER content_stays`)
	if v, err := Examine(ctx, path, options()); !errors.Is(err, app.ErrDamaged) || len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemSchema {
		t.Errorf("another schema: %+v, %v", v, err)
	} else if is := v.Problems[0].Say(); !strings.Contains(is.RU, "нет объекта: триггер «content_stays»") || !strings.Contains(is.EN, "there is no trigger “content_stays”") {
		t.Errorf("another schema is said as %+v", is)
	}
	if v, err := Examine(ctx, path+"x", options()); !errors.Is(err, app.ErrNoFile) || len(v.Problems) != 0 {
		t.Errorf("no file: %+v, %v", v, err)
	}
}

func TestRestoreOfAFileInUse(t *testing.T) {
	s := newStore(t)
	newPark(t, s)
	if _, err := RestoreFile(context.Background(), s.Path(), options()); !errors.Is(err, app.ErrLocked) {
		t.Errorf("beside who writes: %v", err)
	}
}

// A counter of numbers at its end is no full disk: it is said so, and is put back.
func TestNumbersUsedUpAreNoFullDisk(t *testing.T) {
	ctx := context.Background()
	path := written(t, wholeFile(t))
	tamper(t, path, `UPDATE sqlite_sequence SET seq = 9223372036854775807 WHERE name = 'resident'`)
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	another := &app.Resident{Head: app.Head{Park: 1}, Name: "Бета"}
	if r, ok := app.Refused(s.Save(ctx, another)); !ok || r.ID != "err.numbers_used_up" {
		t.Errorf("%+v", r)
	}
	if _, err := s.RestoreJournalled(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Save(ctx, another); err != nil || another.ID != 2 {
		t.Errorf("resident %d, %v", another.ID, err)
	}
	if err := verified(s); err != nil {
		t.Error(err)
	}
}

// Counters that are of no type, or no numbers, are taken away or put right.
func TestCountersOfNobodyAreTakenAway(t *testing.T) {
	for _, statement := range []string{
		`INSERT INTO sqlite_sequence (name, seq) VALUES (NULL, NULL)`,
		`INSERT INTO sqlite_sequence (name, seq) VALUES ('nobody', NULL)`,
		`UPDATE sqlite_sequence SET name = CAST(name AS BLOB) WHERE name = 'resident'`,
	} {
		path := written(t, wholeFile(t))
		tamper(t, path, statement)
		s, err := Open(path, options())
		if err != nil {
			t.Fatal(err)
		}
		if verified(s) == nil {
			t.Errorf("%s: passes", statement)
		}
		if _, err := s.RestoreJournalled(context.Background()); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
		if err := errors.Join(verified(s), s.Close()); err != nil {
			t.Errorf("%s: %v", statement, err)
		}
	}
}
