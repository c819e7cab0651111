package storage

import (
	"context"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

// Every reference that the schema has is looked up.
func TestEveryReferenceIsLookedUp(t *testing.T) {
	s := newStore(t)
	var looked []string
	for _, table := range s.tables {
		for _, a := range table.aims() {
			looked = append(looked, a.from+"."+a.target+" → "+a.ref)
			if a.from != table.typ.Key {
				looked = append(looked, a.from+"."+a.id+" → "+table.typ.Key)
			}
		}
	}
	slices.Sort(looked)
	declared := texts(t, s, `SELECT t.name || '.' || f."from" || ' → ' || f."table" AS line
		FROM pragma_table_list AS t, pragma_foreign_key_list(t.name) AS f
		WHERE t.schema = 'main' AND t.name <> 'journal' ORDER BY line`) // its steps: see verifySteps
	if diff := cmp.Diff(declared, looked); diff != "" || len(looked) < 40 {
		t.Errorf("references (-of the schema +looked up):\n%s", diff)
	}
}

// A reference to nothing in which file and journal agree is told all the same, and stays: nobody
// knows what else should stand there. What the journal does know comes back beside it.
func TestReferencesToNothingAreTold(t *testing.T) {
	ctx := context.Background()
	path := written(t, fullFile(t))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	if _, err := s.db.Exec(`PRAGMA foreign_keys = OFF`); err != nil {
		t.Fatal(err)
	}
	const nobody = 9001
	job := &app.Job{Head: app.Head{Park: 1}, Resident: nobody, Date: app.DateOf(noon)}
	contract := &app.Contract{Head: app.Head{Park: 1}, Resident: 1, Rooms: []int64{1, nobody}}
	room := &app.Room{Head: app.Head{Park: nobody}, Building: "А", Number: "1"}
	err = s.write(ctx, func(x *tx) error { // Save would refuse them
		for _, rec := range []app.Record{job, contract, room} {
			rec.Header().Created, rec.Header().Changed = x.at, x.at
			if err := x.insert(ctx, s.tables[rec.Type().Key], rec); err != nil {
				return err
			}
			if err := x.record(ctx, entry{action: app.ActionAdd, rec: rec, after: app.TakeSnapshot(rec)}); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
	want := []app.Problem{
		{Kind: app.ProblemDangling, Type: "room", ID: room.ID, Field: "park_id", File: "9001"},
		{Kind: app.ProblemDangling, Type: "contract", ID: contract.ID, Field: "rooms", File: "9001"},
		{Kind: app.ProblemDangling, Type: "job", ID: job.ID, Field: "resident", File: "9001"},
	}
	tamper(t, path, `UPDATE resident_report SET revenue = 1, revenue_na = 0 WHERE id = 3`)
	if _, err := RestoreFile(ctx, path, options()); err != nil {
		t.Fatal(err)
	}
	v, err := Examine(ctx, path, options())
	if err != nil || v.Restorable() || len(v.Problems) != len(want) {
		t.Fatalf("%+v, %v", v, err)
	}
	for _, p := range want {
		if !slices.ContainsFunc(v.Problems, func(is app.Problem) bool { return fits(is, p) }) {
			t.Errorf("%+v is not among %+v", p, v.Problems)
		}
	}
}

// A file kept with the records that no record ever named is told; one whose record was deleted is
// what undo brings back.
func TestKeptFilesWithoutARecordAreTold(t *testing.T) {
	ctx := context.Background()
	path := written(t, fullFile(t))
	s, err := Open(path, options())
	if err != nil {
		t.Fatal(err)
	}
	data := []byte("a paper")
	paper := &app.Document{Head: app.Head{Park: 1}, Title: "Справка", SHA256: app.Content(data)}
	err = s.Change(ctx, "", func(x app.Tx) error {
		if _, err := x.PutContent(ctx, data); err != nil {
			return err
		}
		return x.Save(ctx, paper)
	})
	if err == nil {
		err = s.DeleteWithDependents(ctx, paper)
	}
	if err != nil {
		t.Fatal(err)
	}
	if v, err := s.Verify(ctx); err != nil || !v.OK() || v.Unnamed != 0 {
		t.Errorf("the file of a deleted document: %+v, %v", v, err)
	}
	if err := s.put(ctx, []byte("nobody's")); err != nil {
		t.Fatal(err)
	}
	if v, err := s.Verify(ctx); err != nil || !v.OK() || v.Unnamed != 1 {
		t.Errorf("a file put in beside the records: %+v, %v", v, err)
	}
	if err := s.Close(); err != nil {
		t.Error(err)
	}
}
