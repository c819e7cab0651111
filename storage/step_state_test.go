package storage

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"technopark/app"
)

// A step that was taken back and can be made again is not made to look as if it could not, nor the
// other way round; what the journal says comes back.
func TestStatesOfStepsFollowFromTheJournal(t *testing.T) {
	ctx := context.Background()
	whole := undoneFile(t)
	for _, c := range []struct {
		was, altered string
		step         int64
	}{
		{stepUndone, stepDropped, 4},
		{stepUndone, stepDone, 4},
		{stepDone, stepUndone, 3},
		{stepDone, stepKept, 3},
		{stepDropped, stepUndone, 2},
		{stepKept, stepUndone, 1},
	} {
		path := written(t, whole)
		tamper(t, path, `UPDATE change SET state = '`+c.altered+`' WHERE state = '`+c.was+`'`)
		v, err := Examine(ctx, path, options())
		want := app.Problem{Kind: app.ProblemStep, ID: c.step, Journal: c.was, File: c.altered}
		if err != nil || !slices.Equal(v.Problems, []app.Problem{want}) {
			t.Errorf("%+v: %+v, %v", c, v.Problems, err)
		}
		if _, err := RestoreFile(ctx, path, options()); err != nil {
			t.Errorf("%+v: %v", c, err)
		}
		s, err := Open(path, options())
		if err != nil {
			t.Fatal(err)
		}
		if is := texts(t, s, `SELECT state FROM change ORDER BY id`); !slices.Equal(is, []string{stepKept, stepDropped, stepDone, stepUndone}) {
			t.Errorf("%+v: restored to %v", c, is)
		}
		if err := s.Close(); err != nil {
			t.Error(err)
		}
	}
}

// undoneFile returns a file with a step of each state.
func undoneFile(t *testing.T) []byte {
	t.Helper()
	ctx := context.Background()
	path := filepath.Join(t.TempDir(), "x.tpark")
	s, err := CreateFilled(path, options(), "начало", func(ctx context.Context, tx app.Tx) error {
		return tx.Save(ctx, &app.Specialism{Name: "А"})
	})
	if err != nil {
		t.Fatal(err)
	}
	save(t, s, &app.Specialism{Name: "Б"})
	for _, name := range []string{"В", "Г"} {
		if name == "В" {
			_, err = s.Undo(ctx)
		}
		if err != nil {
			t.Fatal(err)
		}
		save(t, s, &app.Specialism{Name: name})
	}
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	return fileBytes(t, path)
}

// Where the journal was not whole for a recovery, no step before it can be taken back, and the
// journal of the new file says why, be it that nothing else had to be written.
func TestRecoveryOfAPartOfTheJournalKeepsTheSteps(t *testing.T) {
	path := written(t, undoneFile(t))
	tamper(t, path, guardless(`DELETE FROM journal WHERE id IN (2, 3)`)) // «Б», added and taken back
	to, r := recovered(t, path)
	if r.Added != 1 || r.Unread != 2 {
		t.Errorf("%+v", r)
	}
	s, err := Open(to, options())
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if err := verified(s); err != nil {
		t.Error(err)
	}
	if is := texts(t, s, `SELECT what || ': ' || state FROM change WHERE state <> 'dropped' AND id <> 3 ORDER BY id`); !slices.Equal(is, []string{"начало: kept", recoveryOfPart + ": kept"}) {
		t.Errorf("the steps are %q", is)
	}
	if n := count(t, s, `SELECT count(*) FROM change WHERE state IN ('done', 'undone')`); n != 0 {
		t.Errorf("%d steps can be turned", n)
	}
	save(t, s, &app.Specialism{Name: "Д"})
	if _, err := s.Undo(context.Background()); err != nil {
		t.Error(err)
	}
	if err := verified(s); err != nil {
		t.Error(err)
	}
}
