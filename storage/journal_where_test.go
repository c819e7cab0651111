package storage

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// A file two people wrote into on two days: a park and two residents on the first, a name on the
// second, where a resident is deleted too.
func twoDays(t *testing.T) *Store {
	t.Helper()
	s, at := newStore(t), noon
	s.now = func() time.Time { return at }
	_, alpha := newPark(t, s)
	beta := &app.Resident{Head: app.Head{Park: alpha.Park}, Name: "ООО «Бета»"}
	save(t, s, beta)
	at, s.who = noon.AddDate(0, 0, 1).Add(time.Millisecond), "petrov"
	alpha.ShortName = "А"
	save(t, s, alpha)
	if err := s.Delete(t.Context(), beta); err != nil {
		t.Fatal(err)
	}
	return s
}

func TestJournalIsFiltered(t *testing.T) {
	s := twoDays(t)
	second := noon.AddDate(0, 0, 1)
	for name, of := range map[string]struct {
		filter app.JournalFilter
		want   []int64
	}{
		"all":             {app.JournalFilter{}, []int64{5, 4, 3, 2, 1}},
		"by whom":         {app.JournalFilter{Who: "petrov"}, []int64{5, 4}},
		"from a moment":   {app.JournalFilter{Since: second}, []int64{5, 4}},
		"to a moment":     {app.JournalFilter{Until: second}, []int64{3, 2, 1}},
		"parts of second": {app.JournalFilter{Since: second.Add(time.Millisecond)}, nil},
		"by what":         {app.JournalFilter{Did: app.ActionEdit}, []int64{4}},
		"by type":         {app.JournalFilter{Type: "park"}, []int64{1}},
		"by step":         {app.JournalFilter{Step: "УДАЛЕНИЕ: резидент"}, []int64{5}},
		"of a step":       {app.JournalFilter{Change: 4}, []int64{4}},
		"of no step":      {app.JournalFilter{Step: "такого шага нет"}, nil},
		"what is gone":    {app.JournalFilter{Gone: true}, []int64{5}},
		"gone of a type":  {app.JournalFilter{Gone: true, Type: "park"}, nil},
		"of some records": {app.JournalFilter{Of: []app.Place{{Type: "resident", ID: 2}}}, []int64{5, 3}},
		"several at once": {app.JournalFilter{Who: "ivanova", Type: "resident", After: 2}, []int64{3}},
		"a page":          {app.JournalFilter{Upto: 4, Limit: 2}, []int64{4, 3}},
	} {
		entries, err := s.Journal(t.Context(), of.filter)
		var got []int64
		for _, e := range entries {
			got = append(got, e.ID)
		}
		if err != nil || !slices.Equal(got, of.want) {
			t.Errorf("%s: %v, want %v (%v)", name, got, of.want, err)
		}
		of.filter.Limit = 0
		all, err := s.Journal(t.Context(), of.filter)
		if n, counted := s.CountJournal(t.Context(), of.filter); n != len(all) || err != nil || counted != nil {
			t.Errorf("%s: counted %d of %d (%v)", name, n, len(all), counted)
		}
	}
	if people, err := s.JournalPeople(t.Context()); err != nil || !slices.Equal(people, []string{"ivanova", "petrov"}) {
		t.Errorf("people %q: %v", people, err)
	}
	if _, err := s.Undo(t.Context()); err != nil {
		t.Fatal(err)
	}
	if gone, err := s.Journal(t.Context(), app.JournalFilter{Gone: true}); err != nil || len(gone) != 0 {
		t.Errorf("after undo %d are gone: %v", len(gone), err)
	}
}

func TestStepsOfUndo(t *testing.T) {
	s := twoDays(t)
	list := func() (said []string) {
		steps, err := s.Steps(t.Context(), 10)
		if err != nil {
			t.Fatal(err)
		}
		for _, step := range steps {
			said = append(said, fmt.Sprintf("%d %s %d %v %v", step.Change, step.Who, step.Records, step.Undone, step.Held))
		}
		return said
	}
	want := []string{"5 petrov 1 false false", "4 petrov 1 false false", "3 ivanova 1 false false", "2 ivanova 1 false false", "1 ivanova 1 false false"}
	if got := list(); !slices.Equal(got, want) {
		t.Fatalf("steps %q", got)
	}
	before := state(t, s)
	if n, err := s.UndoTo(t.Context(), 3); err != nil || n != 3 {
		t.Fatalf("%d steps: %v", n, err)
	}
	if got := list(); got[0] != "5 petrov 1 true false" || got[2] != "3 ivanova 1 true false" || got[3] != want[3] {
		t.Errorf("undone %q", got)
	}
	if n := count(t, s, `SELECT count(*) FROM resident`); n != 1 {
		t.Errorf("%d residents", n)
	}
	if n, err := s.RedoTo(t.Context(), 5); err != nil || n != 3 {
		t.Fatalf("%d steps again: %v", n, err)
	}
	if diff := cmp.Diff(before, state(t, s)); diff != "" || unlike(s) != nil {
		t.Errorf("made again it differs: %s; %v", diff, unlike(s))
	}
	// A step that is not there takes nothing back.
	if _, err := s.UndoTo(t.Context(), 77); err == nil {
		t.Error("there is no step 77")
	}
	if got := list(); !slices.Equal(got, want) {
		t.Errorf("steps %q", got)
	}
}

func BenchmarkJournalPageOf100000(b *testing.B) {
	s, err := Create(filepath.Join(b.TempDir(), "a.tpark"), options())
	if err != nil {
		b.Fatal(err)
	}
	defer s.Close()
	fillPark(b, s, 16_667) // six entries for each resident
	for b.Loop() {
		if page, err := s.Journal(b.Context(), app.JournalFilter{Limit: 1000}); err != nil || len(page) != 1000 {
			b.Fatal(len(page), err)
		}
		if n, err := s.CountJournal(b.Context(), app.JournalFilter{Who: "ivanova", Type: "resident"}); err != nil || n < 16_000 {
			b.Fatal(n, err)
		}
	}
}
