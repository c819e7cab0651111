package storage

import (
	"context"
	"slices"
	"testing"

	"technopark/app"
)

// A value that was altered past the program is named even when it was saved over since, until
// somebody looks at it: by saving the field once more, or by having the journal note so.
func TestVerifyNamesWhatWasSavedOver(t *testing.T) {
	ctx := context.Background()
	const tampering = `UPDATE resident SET short_name = 'Подмена' WHERE id = 1`
	edit := func(name string) func(*testing.T, *Store) {
		return func(t *testing.T, s *Store) {
			t.Helper()
			rec, err := s.Get(ctx, app.TypeByKey("resident"), 1)
			if err != nil {
				t.Fatal(err)
			}
			rec.(*app.Resident).ShortName = name
			save(t, s, rec)
		}
	}
	do := func(what func(*Store) error) func(*testing.T, *Store) {
		return func(t *testing.T, s *Store) {
			t.Helper()
			if err := what(s); err != nil {
				t.Fatal(err)
			}
		}
	}
	undo := do(func(s *Store) error { _, err := s.Undo(ctx); return err })
	remove := func(t *testing.T, s *Store) {
		rec, err := s.Get(ctx, app.TypeByKey("resident"), 1)
		if err == nil {
			err = s.Delete(ctx, rec)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	restore := do(func(s *Store) error { _, err := s.RestoreJournalled(ctx); return err })
	for name, c := range map[string]struct {
		steps []func(*testing.T, *Store)
		named bool
	}{
		"saved over":                 {[]func(*testing.T, *Store){edit("Бета")}, true},
		"saved over, taken back":     {[]func(*testing.T, *Store){edit("Бета"), undo}, true},
		"saved over twice":           {[]func(*testing.T, *Store){edit("Бета"), edit("Гамма")}, false},
		"put back by hand":           {[]func(*testing.T, *Store){edit("Альфа")}, false},
		"looked at":                  {[]func(*testing.T, *Store){edit("Бета"), restore}, false},
		"looked at, taken back":      {[]func(*testing.T, *Store){edit("Бета"), restore, undo}, false},
		"deleted":                    {[]func(*testing.T, *Store){remove}, false},
		"deleted and brought back":   {[]func(*testing.T, *Store){remove, undo}, true},
		"put back and saved anew":    {[]func(*testing.T, *Store){restore, edit("Бета")}, false},
		"saved over, altered, fixed": {[]func(*testing.T, *Store){edit("Бета"), func(t *testing.T, s *Store) { mustExec(t, s.db, tampering) }, restore}, false},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			newPark(t, s)
			mustExec(t, s.db, tampering)
			for _, step := range c.steps {
				step(t, s)
			}
			v, err := s.Verify(ctx)
			if err != nil {
				t.Fatal(err)
			}
			at := slices.IndexFunc(v.Problems, func(p app.Problem) bool { return p.Kind == app.ProblemJump })
			if c.named != (at >= 0) || !c.named && !v.OK() {
				t.Fatalf("the problems are %+v", v.Problems)
			}
			if !c.named {
				return
			}
			if p := v.Problems[at]; p.Field != "short_name" || p.ID != 1 || p.Journal != `"Альфа"` || p.File != `"Подмена"` || p.Entry == 0 || p.Title == "" {
				t.Errorf("the problem is %+v", p)
			}
		})
	}
}
