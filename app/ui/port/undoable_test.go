package port_test

import (
	"context"
	"path/filepath"
	"reflect"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/ui/port"
	"technopark/storage"
)

// What can be asked of a data file, by the ways to ask: everything staff do goes through one of these.
// «reads» changes nothing; «step» is a change of theirs, which the journal has and undo takes back;
// anything else is why it deliberately is no step.
var asked = map[string]string{
	"List": "reads", "Get": "reads", "Parks": "reads", "Book": "reads", "Years": "reads", "Content": "reads", "Titles": "reads",
	"Dependents": "reads", "NextUndo": "reads", "NextRedo": "reads", "Steps": "reads", "Journal": "reads", "CountJournal": "reads",
	"JournalPeople": "reads", "Verify": "reads", "Present": "reads", "Holding": "reads", "Remade": "reads", "Path": "reads", "ReadOnly": "reads", "Unwritable": "reads", "ManyNames": "reads", "HeldBy": "reads",
	"FindRecords": "reads", "Renew": "reads", "KnownWords": "reads", "TitledRecords": "reads",

	"Save": "step", "Change": "step", "Delete": "step", "DeleteWithDependents": "step", "DeleteAll": "step",

	"Undo":   "it is undo itself: Redo makes the step again, and the journal has both",
	"Redo":   "it is redo itself: Undo takes the step back",
	"UndoTo": "as Undo, several steps at once",
	"RedoTo": "as Redo, several steps at once",

	"RestoreJournalled": "a step too, tested with a damaged file in package storage",
	"SaveCopy":          "it writes another file; the data file stays as it is",
	"Close":             "it writes nothing",
}

// Settings of the program (the look, columns, where copies go) are the user's on this computer and lie
// outside the data file, so that they follow nobody to another: they are no steps. A revision, its state
// and a signature are made by Change and then held: see TestUndoPassesOverWhatFollowsASubmission in package storage.
func TestEverythingStaffDoIsAStep(t *testing.T) {
	store := reflect.TypeFor[port.Store]()
	for i := range store.NumMethod() {
		if asked[store.Method(i).Name] == "" {
			t.Errorf("Store.%s: say here whether it reads, is a step of undo, or why it is none", store.Method(i).Name)
		}
	}
	ctx := context.Background()
	s, err := storage.Create(filepath.Join(t.TempDir(), "a.tpark"), storage.Options{Who: "ivanova", Now: time.Now})
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	park := &app.Park{Name: "Пример"}
	if err := s.Save(ctx, park); err != nil {
		t.Fatal(err)
	}
	resident := func() *app.Resident {
		r := &app.Resident{Head: app.Head{Park: park.ID}, Name: "ООО «Альфа»"}
		if err := s.Save(ctx, r); err != nil {
			t.Fatal(err)
		}
		return r
	}
	for name, do := range map[string]func(*app.Resident) error{
		"Save": func(r *app.Resident) error { r.ShortName = "А"; return s.Save(ctx, r) },
		"Change": func(r *app.Resident) error {
			r.ShortName = "А"
			return s.Change(ctx, "шаг", func(tx app.Tx) error { return tx.Save(ctx, r) })
		},
		"Delete": func(r *app.Resident) error { return s.Delete(ctx, r) },
		"DeleteWithDependents": func(r *app.Resident) error {
			return s.DeleteWithDependents(ctx, r)
		},
		"DeleteAll": func(r *app.Resident) error { return s.DeleteAll(ctx, "удаление", []app.Record{r}) },
	} {
		r := resident()
		before, err := s.List(ctx, r.Type(), park.ID)
		if err == nil {
			err = do(r)
		}
		step, ok, next := s.NextUndo(ctx)
		if err != nil || next != nil || !ok || step.What == "" {
			t.Fatalf("%s: the step %q: %v, %v", name, step.What, err, next)
		}
		if _, err := s.Undo(ctx); err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		after, err := s.List(ctx, r.Type(), park.ID)
		if diff := cmp.Diff(snapshots(before), snapshots(after)); err != nil || diff != "" {
			t.Errorf("%s is not taken back: %v %s", name, err, diff)
		}
	}
}

func snapshots(recs []app.Record) []map[string]app.Value {
	var all []map[string]app.Value
	for _, rec := range recs {
		all = append(all, app.TakeSnapshot(rec).Values)
	}
	return all
}
