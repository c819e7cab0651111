package storage

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"technopark/app"
)

// asBefore has the entries of a file say nothing of the names of their steps, as those of earlier
// versions do.
func asBefore(t *testing.T, path string) {
	t.Helper()
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	var statements strings.Builder
	prev := firstPrev
	err = s.read(context.Background(), func(x *tx) error {
		return x.eachEntry(context.Background(), func(e app.JournalEntry, _ string) error {
			e.Begins = ""
			is := hashOf(prev, e)
			fmt.Fprintf(&statements, "UPDATE journal SET what = NULL, prev = '%s', hash = '%s' WHERE id = %d; ", prev, is, e.ID)
			prev = is
			return nil
		}, "ORDER BY id")
	})
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	tamper(t, path, "BEGIN; "+guardless(statements.String())+"; COMMIT")
}

// What a step is called is proved by the entry that begins it; of steps that earlier versions made it
// is told how many are not, and the chain of their entries is whole as it was.
func TestNamesOfStepsAreProved(t *testing.T) {
	ctx := context.Background()
	path := written(t, fullFile(t))
	verify := func() app.Verdict {
		t.Helper()
		v, err := Examine(ctx, path, options())
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	if v := verify(); !v.OK() || v.Unproved != 0 {
		t.Fatalf("%+v, %d names are not proved", v.Problems, v.Unproved)
	}

	asBefore(t, path)
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	steps := count(t, s, `SELECT count(*) FROM change`)
	save(t, s, &app.Specialism{Name: "Ещё одно направление"})
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	last := count(t, s, `SELECT max(id) FROM change`)
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	if v := verify(); !v.OK() || v.Unproved != steps {
		t.Errorf("%+v, %d names are not proved, there are %d steps from before", v.Problems, v.Unproved, steps)
	}
	tamper(t, path, fmt.Sprintf(`UPDATE change SET what = 'x' WHERE id IN (1, %d)`, last))
	v := verify()
	if len(v.Problems) != 1 || v.Problems[0].Kind != app.ProblemName || v.Problems[0].ID != int64(last) || v.Unproved != steps {
		t.Errorf("%+v, %d names are not proved", v.Problems, v.Unproved)
	}
}

// A step that is gone comes back under its own name, and a recovered file calls its steps as the
// journal does.
func TestNamesOfStepsComeBack(t *testing.T) {
	ctx := context.Background()
	whole := fullFile(t)
	nameOf := func(path string) (name string) {
		t.Helper()
		s, err := Open(path, options())
		if err != nil {
			t.Fatal(err)
		}
		defer s.Close()
		if err := s.db.QueryRow(`SELECT what FROM change WHERE id = 2`).Scan(&name); err != nil {
			t.Fatal(err)
		}
		return name
	}
	was := nameOf(written(t, whole))
	gone := written(t, whole)
	tamper(t, gone, `PRAGMA foreign_keys = OFF; DELETE FROM change WHERE id = 2`)
	if _, err := RestoreFile(ctx, gone, options()); err != nil {
		t.Fatal(err)
	}
	if is := nameOf(gone); is != was {
		t.Errorf("it comes back as %q, it was %q", is, was)
	}
	renamed := written(t, whole)
	tamper(t, renamed, `UPDATE change SET what = 'x' WHERE id = 2`)
	to, _ := recovered(t, renamed)
	if is := nameOf(to); is != was {
		t.Errorf("it is recovered as %q, it was %q", is, was)
	}
}
