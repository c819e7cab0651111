package storage

import (
	"context"
	"path/filepath"
	"slices"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

func TestJournalSaysWhoWhatAndWhen(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	_, resident := newPark(t, s)
	resident.ShortName, resident.Innovative = "", app.Yes()
	save(t, s, resident)
	if _, err := s.Undo(ctx); err != nil {
		t.Fatal(err)
	}
	entries, err := s.Journal(ctx, app.JournalFilter{Type: "resident", ID: resident.ID})
	if err != nil || len(entries) != 3 {
		t.Fatalf("the journal has %d entries, %v", len(entries), err)
	}
	edit := entries[1]
	if edit.Who != "ivanova" || !edit.At.Equal(noon) || edit.Action != app.ActionEdit || edit.Cause != app.CauseDo {
		t.Errorf("the entry of the edit is %+v", edit)
	}
	if edit.Before != `{"innovative":null,"short_name":"Альфа"}` || edit.After != `{"innovative":1,"short_name":null}` {
		t.Errorf("before %s, after %s", edit.Before, edit.After)
	}
	changes, err := edit.Edits()
	if err != nil {
		t.Fatal(err)
	}
	var got []string
	for _, c := range changes {
		got = append(got, c.Field.Label.RU+": "+c.Field.Words(c.Before, nil, app.RU)+" → "+c.Field.Words(c.After, nil, app.RU))
	}
	if diff := cmp.Diff([]string{"Краткое наименование: Альфа → ", "Инновационный:  → да"}, got); diff != "" {
		t.Errorf("edits (-want +got):\n%s", diff)
	}
	if undo := entries[0]; undo.Cause != app.CauseUndo || undo.Change != edit.Change || undo.Before != edit.After {
		t.Errorf("the entry of the undo is %+v", undo)
	}
	if last, err := s.Journal(ctx, app.JournalFilter{Limit: 1}); err != nil || len(last) != 1 || last[0].ID != entries[0].ID {
		t.Errorf("the newest entry is %+v, %v", last, err)
	}
	some, err := s.Journal(ctx, app.JournalFilter{Type: "resident", After: entries[2].ID, Upto: edit.ID})
	if err != nil || len(some) != 1 || some[0].ID != edit.ID {
		t.Errorf("after the first up to the edit are %d entries, %v", len(some), err)
	}
}

func TestJournalOfSomeRecords(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	other := &app.Resident{Head: app.Head{Park: park.ID}, Name: "ООО «Бета»"}
	contract := &app.Contract{Head: app.Head{Park: park.ID}, Resident: resident.ID, Number: "1"}
	save(t, s, other)
	save(t, s, contract)
	if err := s.Delete(ctx, contract); err != nil {
		t.Fatal(err)
	}
	of := []app.Place{{Type: "resident", ID: resident.ID}, {Type: "contract", ID: contract.ID}, {Type: "room", ID: resident.ID}}
	for name, c := range map[string]struct {
		filter app.JournalFilter
		want   []string
	}{
		"of two records":   {app.JournalFilter{Of: of}, []string{"delete contract", "add contract", "add resident"}},
		"the newest two":   {app.JournalFilter{Of: of, Limit: 2}, []string{"delete contract", "add contract"}},
		"of no record":     {app.JournalFilter{Of: []app.Place{}}, nil},
		"what was deleted": {app.JournalFilter{Did: app.ActionDelete}, []string{"delete contract"}},
	} {
		entries, err := s.Journal(ctx, c.filter)
		if err != nil {
			t.Fatalf("%s: %v", name, err)
		}
		var got []string
		for _, e := range entries {
			got = append(got, string(e.Action)+" "+e.Type)
		}
		if diff := cmp.Diff(c.want, got); diff != "" {
			t.Errorf("%s (-want +got):\n%s", name, diff)
		}
	}
}

func TestVerifyJournalFindsTampering(t *testing.T) {
	const open = `DROP TRIGGER journal_keeps_words; DROP TRIGGER journal_keeps_entries; `
	for name, c := range map[string]struct {
		statement string
		entry     int64
	}{
		"another name":     {`UPDATE journal SET who = 'x' WHERE id = 2`, 2},
		"another value":    {`UPDATE journal SET after = '{}' WHERE id = 3`, 3},
		"a NULL":           {`UPDATE journal SET after = NULL WHERE id = 3`, 3},
		"another time":     {`UPDATE journal SET at = '2020-01-01T00:00:00Z' WHERE id = 1`, 1},
		"one taken out":    {`DELETE FROM journal WHERE id = 2`, 2},
		"the last cut off": {`DELETE FROM journal WHERE id = 3`, 3},
		"all cut off":      {`DELETE FROM journal`, 1},
		"one put in": {`INSERT INTO journal SELECT 4, at, who, change_id, cause, action, type, record, before, after, hash, 'f', what
			FROM journal WHERE id = 3`, 4},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			_, resident := newPark(t, s)
			resident.ShortName = "Бета"
			save(t, s, resident)
			if err := verified(s); err != nil {
				t.Fatalf("before the tampering: %v", err)
			}
			mustExec(t, s.db, open+c.statement)
			v, err := s.Verify(context.Background())
			if err != nil || !slices.ContainsFunc(v.Problems, func(p app.Problem) bool {
				return p.ID == c.entry && (p.Kind == app.ProblemEntry || p.Kind == app.ProblemGap)
			}) {
				t.Errorf("Verify found %v, %v, want entry %d", v.Problems, err, c.entry)
			}
		})
	}
}

func TestVerifyJournalOfAnEmptyFile(t *testing.T) {
	if err := verified(newStore(t)); err != nil {
		t.Error(err)
	}
}

// The hash is documented so that others can recompute it: this one was made by Python's hashlib.
func TestHashIsTheDocumentedOne(t *testing.T) {
	e := app.JournalEntry{
		ID: 1, At: noon, Who: "ivanova", Change: 1, Cause: app.CauseDo, Action: app.ActionAdd,
		Type: "specialism", Record: 7, After: `{"name":"Ёлка"}`,
	}
	const want = "6f0dafc9bf3e06715fbfeb1a967ce14264e1a47e084246c88b2f7e49218cbef8"
	if got := hashOf(firstPrev, e); got != want {
		t.Errorf("hash is %s, want %s", got, want)
	}
}

// The name the system has for a user and the name of a step, which may hold that of a file,
// are written without what cannot be seen.
func TestJournalHoldsNoUnseenSigns(t *testing.T) {
	s, err := Create(filepath.Join(t.TempDir(), "a.tpark"), Options{Who: " ДОМЕН\\и\u0306ода\u200b\t", Now: func() time.Time { return noon }})
	if err != nil {
		t.Fatal(err)
	}
	defer func() { _ = s.Close() }()
	ctx := context.Background()
	err = s.Change(ctx, "документ «и\u0306од\u202e.pdf» \n", func(tx app.Tx) error { return tx.Save(ctx, &app.Park{Name: "Парк"}) })
	if err != nil {
		t.Fatal(err)
	}
	entries, err := s.Journal(ctx, app.JournalFilter{Limit: 1})
	if err != nil || len(entries) != 1 || entries[0].Who != `ДОМЕН\йода` {
		t.Errorf("%+v, %v", entries, err)
	}
	if step, _, err := s.NextUndo(ctx); err != nil || step.What != "документ «йод.pdf»" {
		t.Errorf("step %q, %v", step.What, err)
	}
}
