package storage

import (
	"context"
	"errors"
	"testing"

	"technopark/app"
)

// keepRevision keeps a revision of the park as the package does.
func keepRevision(t testing.TB, s *Store, park int64, number int) *app.Revision {
	t.Helper()
	r := &app.Revision{
		Head: app.Head{Park: park}, Period: app.YearPeriod(2020), Number: app.Of(app.Count(number)),
		State: app.RevisionChecked, Made: app.Day(2021, 3, 15), Checked: app.Day(2021, 3, 15), Data: app.Content(nil),
	}
	alter(t, s, "редакция", r)
	return r
}

// alter saves records as one change with a name.
func alter(t testing.TB, s *Store, what string, recs ...app.Record) {
	t.Helper()
	err := s.Change(context.Background(), what, func(tx app.Tx) error {
		for _, rec := range recs {
			if err := tx.Save(context.Background(), rec); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

// wantNext checks what undo says it would take back, and over what; what is empty when
// there is nothing to take back.
func wantNext(t testing.TB, s *Store, what, over string) {
	t.Helper()
	step, ok, err := s.NextUndo(context.Background())
	if err != nil || ok != (what != "") || step.What != what || step.Over != over {
		t.Errorf("the next undo is %q over %q, %v, %v; want %q over %q", step.What, step.Over, ok, err, what, over)
	}
}

func undo(t testing.TB, s *Store) {
	t.Helper()
	if _, err := s.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
}

func there(t testing.TB, s *Store, rec app.Record) app.Record {
	t.Helper()
	got, err := s.Get(context.Background(), rec.Type(), rec.Header().ID)
	if err != nil {
		t.Fatalf("%s %d: %v", rec.Type().Key, rec.Header().ID, err)
	}
	return got
}

func TestUndoPassesOverWhatFollowsASubmission(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	resident.ShortName = "Бета"
	alter(t, s, "правка до", resident)
	rev := keepRevision(t, s, park.ID, 1)
	rev.State, rev.Signed, rev.Note = app.RevisionSigned, app.Day(2021, 3, 16), "подписан"
	sig := &app.Signature{Head: app.Head{Park: park.ID}, Revision: rev.ID, File: "a.pdf", FileName: "a.pdf.sig", SHA256: app.Content(nil)}
	alter(t, s, "подпись", sig, rev)
	resident.Phone = "+7 495 123-45-67"
	alter(t, s, "правка после", resident)

	wantNext(t, s, "правка после", "")
	undo(t, s)
	wantNext(t, s, "правка до", "подпись")
	undo(t, s)
	wantNext(t, s, "добавление: Резидент «Альфа»", "") // the revision was passed over already
	undo(t, s)
	if got := there(t, s, rev).(*app.Revision); got.State != app.RevisionSigned || got.Note != "подписан" {
		t.Errorf("the revision is %+v", got)
	}
	there(t, s, sig)
}

// The park the revision belongs to cannot be taken from under it.
func TestUndoStopsWhereARevisionNeedsTheRecord(t *testing.T) {
	s := newStore(t)
	park := &app.Park{Name: "Пример"}
	save(t, s, park)
	rev := keepRevision(t, s, park.ID, 1)
	if _, err := s.Undo(context.Background()); !errors.Is(err, app.ErrInUse) {
		t.Errorf("Undo returned %v", err)
	}
	there(t, s, rev)
}

func TestNothingToUndoButARevision(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	mustExec(t, s.db, `UPDATE change SET state = 'kept'`)
	rev := keepRevision(t, s, park.ID, 1)
	wantNext(t, s, "", "редакция")
	if _, err := s.Undo(context.Background()); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("Undo returned %v", err)
	}
	there(t, s, rev)
}

// Each revision is passed over knowingly: the two of this file are told one by one.
func TestEachRevisionIsPassedOverOnce(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	keepRevision(t, s, park.ID, 1)
	resident.ShortName = "Бета"
	alter(t, s, "между", resident)
	keepRevision(t, s, park.ID, 2)
	wantNext(t, s, "между", "редакция")
	undo(t, s)
	wantNext(t, s, "добавление: Резидент «Альфа»", "редакция")
	if _, err := s.Redo(context.Background()); err != nil {
		t.Fatal(err)
	}
	wantNext(t, s, "между", "редакция")
	if n := count(t, s, `SELECT count(*) FROM revision`); n != 2 {
		t.Errorf("%d revisions", n)
	}
}

// A note people write is theirs to undo, until the program writes into that revision.
func TestUndoOfANoteOnARevision(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	rev := keepRevision(t, s, park.ID, 1)
	rev.Note = "позвонить"
	alter(t, s, "примечание", rev)
	wantNext(t, s, "примечание", "")
	undo(t, s)
	rev = there(t, s, rev).(*app.Revision)
	if rev.Note != "" {
		t.Errorf("the note is %q", rev.Note)
	}
	rev.Note = "позвонить"
	alter(t, s, "примечание", rev)
	rev.State, rev.Note = app.RevisionSigned, "позвонить\nподписан"
	alter(t, s, "отметка", rev)
	wantNext(t, s, "добавление: Резидент «Альфа»", "отметка")
}

// A park that was deleted with its revisions comes back with them; they do not go again
// by a key.
func TestRevisionsThatCameBackStay(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, _ := newPark(t, s)
	rev := keepRevision(t, s, park.ID, 1)
	if err := s.DeleteWithDependents(ctx, park); err != nil {
		t.Fatal(err)
	}
	undo(t, s)
	there(t, s, rev)
	step, ok, err := s.NextRedo(ctx)
	if err != nil || ok || step.Over == "" {
		t.Errorf("the next redo is %+v, %v, %v", step, ok, err)
	}
	if _, err := s.Redo(ctx); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("Redo returned %v", err)
	}
	there(t, s, rev)
}

// What an earlier version of the program took back can be made again.
func TestRevisionTakenBackByAnEarlierVersionComesAgain(t *testing.T) {
	s := newStore(t)
	park, _ := newPark(t, s)
	rev := keepRevision(t, s, park.ID, 1)
	mustExec(t, s.db, `DELETE FROM revision; UPDATE change SET state = 'undone' WHERE what = 'редакция'`)
	if step, err := s.Redo(context.Background()); err != nil || step.What != "редакция" {
		t.Errorf("Redo returned %+v, %v", step, err)
	}
	there(t, s, rev)
}

// A change of several kinds of records is held as a whole.
func TestMixedChangeIsHeldAsAWhole(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	resident.ShortName = "Бета"
	rev := &app.Revision{
		Head: app.Head{Park: park.ID}, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)),
		State: app.RevisionChecked, Made: app.Day(2021, 3, 15), Data: app.Content(nil),
	}
	alter(t, s, "всё вместе", resident, rev)
	wantNext(t, s, "добавление: Резидент «Альфа»", "всё вместе")
	there(t, s, rev)
}
