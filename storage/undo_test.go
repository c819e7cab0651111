package storage

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"technopark/app"
)

// state is all records of a file without their moments of change: what undo restores.
func state(t rapid.TB, s *Store) map[string]app.Snapshot {
	t.Helper()
	all := map[string]app.Snapshot{}
	err := s.read(context.Background(), func(x *tx) error {
		for _, tab := range s.tables {
			recs, err := x.query(context.Background(), tab, whereAll)
			if err != nil {
				return err
			}
			for _, rec := range recs {
				all[fmt.Sprintf("%s %d", tab.typ.Key, rec.Header().ID)] = app.TakeSnapshot(rec)
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return all
}

// unlike is the fault that Verify finds in records and journal; the kept files that the walk
// names were never put in.
func unlike(s *Store) error {
	v, err := s.Verify(context.Background())
	v.Problems = slices.DeleteFunc(v.Problems, func(p app.Problem) bool { return p.Kind == app.ProblemContent })
	return errors.Join(err, v.Err())
}

// history is the model: the states undo and redo walk through.
type history struct {
	states []map[string]app.Snapshot
	at     int
}

// edits makes random changes to a park of three kinds of records.
type edits struct {
	t     testing.TB
	path  string
	s     *Store
	park  int64
	rooms int // added so far: no two have one number
	h     history

	revisions int // kept so far: undo and redo leave them alone
}

// state is what undo restores: all records but those that follow a submission.
func (e *edits) state(t rapid.TB) map[string]app.Snapshot {
	all := state(t, e.s)
	kept := 0
	for key := range all {
		if strings.HasPrefix(key, "revision ") {
			delete(all, key)
			kept++
		}
	}
	if kept != e.revisions {
		t.Fatalf("%d revisions are left of %d", kept, e.revisions)
	}
	return all
}

func (e *edits) records(t *rapid.T, key string) []app.Record {
	recs, err := e.s.List(context.Background(), app.TypeByKey(key), e.park)
	if err != nil {
		t.Fatal(err)
	}
	return recs
}

// done compares the file with the model after a change.
func (e *edits) done(t *rapid.T, err error) {
	if err != nil {
		t.Fatal(err)
	}
	now := e.state(t)
	if cmp.Equal(now, e.h.states[e.h.at]) {
		return // nothing was changed, so there is no step
	}
	e.h.states = append(e.h.states[:e.h.at+1], now)
	e.h.at++
}

func (e *edits) addResident(t *rapid.T) {
	e.done(t, e.s.Save(context.Background(), &app.Resident{Head: app.Head{Park: e.park}, Name: drawName(t)}))
}

func (e *edits) addRoom(t *rapid.T) {
	e.rooms++
	e.done(t, e.s.Save(context.Background(), &app.Room{Head: app.Head{Park: e.park}, Building: "А", Number: fmt.Sprint(e.rooms)}))
}

func (e *edits) addContract(t *rapid.T) {
	residents := e.records(t, "resident")
	if len(residents) == 0 {
		return
	}
	c := &app.Contract{Head: app.Head{Park: e.park}, Resident: drawID(t, residents), Rooms: e.drawRooms(t)}
	e.done(t, e.s.Save(context.Background(), c))
}

func (e *edits) addJob(t *rapid.T) {
	job := &app.Job{Head: app.Head{Park: e.park}, Date: app.Day(2020, 1, 2)}
	if residents := e.records(t, "resident"); len(residents) > 0 {
		job.Resident = drawID(t, residents)
	}
	e.done(t, e.s.Save(context.Background(), job))
}

func (e *edits) edit(t *rapid.T) {
	contracts := e.records(t, "contract")
	if len(contracts) == 0 {
		return
	}
	c := contracts[rapid.IntRange(0, len(contracts)-1).Draw(t, "contract")].(*app.Contract)
	c.Number, c.Rooms = drawName(t), e.drawRooms(t)
	c.Area = rapid.SampledFrom([]app.Cell[app.Quantity]{{}, app.Of(app.Quantity(0)), app.Of(app.Units(12))}).Draw(t, "area")
	e.done(t, e.s.Save(context.Background(), c))
}

func (e *edits) remove(t *rapid.T) {
	recs := e.records(t, rapid.SampledFrom([]string{"resident", "room", "contract", "job"}).Draw(t, "kind"))
	if len(recs) == 0 {
		return
	}
	e.done(t, e.s.DeleteWithDependents(context.Background(), recs[rapid.IntRange(0, len(recs)-1).Draw(t, "victim")]))
}

func (e *edits) many(t *rapid.T) {
	e.done(t, e.s.Change(context.Background(), "импорт", func(x app.Tx) error {
		for range 3 {
			r := &app.Resident{Head: app.Head{Park: e.park}, Name: drawName(t)}
			if err := x.Save(context.Background(), r); err != nil {
				return err
			}
			r.ShortName = "кратко"
			if err := x.Save(context.Background(), r); err != nil {
				return err
			}
		}
		return nil
	}))
}

func (e *edits) undo(t *rapid.T) { e.turn(t, e.s.NextUndo, e.s.Undo, e.h.at > 0, -1) }

func (e *edits) redo(t *rapid.T) { e.turn(t, e.s.NextRedo, e.s.Redo, e.h.at < len(e.h.states)-1, 1) }

// turn checks one step along the history against the model.
func (e *edits) turn(t *rapid.T, next func(context.Context) (app.Step, bool, error),
	turn func(context.Context) (app.Step, error), possible bool, by int,
) {
	announced, found, err := next(context.Background())
	if err != nil || found != possible {
		t.Fatalf("next: %+v, %v, %v; the model says %v", announced, found, err, possible)
	}
	step, err := turn(context.Background())
	if !possible {
		if !errors.Is(err, app.ErrNotFound) {
			t.Fatalf("at the end of history: %v", err)
		}
		return
	}
	if err != nil {
		t.Fatal(err)
	}
	if step.What != announced.What || step.Over != announced.Over || len(step.IDs) == 0 {
		t.Fatalf("announced %+v, done %+v", announced, step)
	}
	e.h.at += by
	if diff := cmp.Diff(e.h.states[e.h.at], e.state(t)); diff != "" {
		t.Fatalf("after %q (-model +file):\n%s", step.What, diff)
	}
}

// submit keeps a revision; what was taken back before can no longer be made again.
func (e *edits) submit(*rapid.T) {
	e.revisions++
	keepRevision(e.t, e.s, e.park, e.revisions)
	e.h.states = e.h.states[:e.h.at+1]
}

func (e *edits) reopen(t *rapid.T) {
	if err := e.s.Close(); err != nil {
		t.Fatal(err)
	}
	s, err := Open(e.path, options())
	if err != nil {
		t.Fatal(err)
	}
	e.s = s
}

func (e *edits) drawRooms(t *rapid.T) []int64 {
	var ids []int64
	for _, room := range e.records(t, "room") {
		if rapid.Bool().Draw(t, "in the room") {
			ids = append(ids, room.Header().ID)
		}
	}
	return ids
}

func drawName(t *rapid.T) string {
	return rapid.SampledFrom([]string{"Альфа", "ООО «Бета»", "Гамма & Ко <ё>", "n/a"}).Draw(t, "name")
}

func drawID(t *rapid.T, recs []app.Record) int64 {
	return recs[rapid.IntRange(0, len(recs)-1).Draw(t, "record")].Header().ID
}

// Whatever is done, undo leads back through every state and redo forward again, the
// program restarted in between or not, and the journal's chain holds.
func TestUndoAndRedoWalkThroughHistory(outer *testing.T) {
	dir := outer.TempDir()
	run := 0
	rapid.Check(outer, func(t *rapid.T) {
		run++
		e := &edits{t: outer, path: filepath.Join(dir, fmt.Sprint(run, ".tpark"))}
		var err error
		if e.s, err = Create(e.path, options()); err != nil {
			t.Fatal(err)
		}
		defer func() { _ = e.s.Close() }()
		park := &app.Park{Name: "Пример"}
		e.h.states = []map[string]app.Snapshot{e.state(t)}
		e.done(t, e.s.Save(context.Background(), park))
		e.park = park.ID
		t.Repeat(map[string]func(*rapid.T){
			"add resident": e.addResident, "add room": e.addRoom, "add contract": e.addContract, "add job": e.addJob,
			"edit": e.edit, "remove": e.remove, "many": e.many, "undo": e.undoBelowPark, "redo": e.redo, "submit": e.submit, "reopen": e.reopen,
		})
		if err := unlike(e.s); err != nil {
			t.Fatal(err)
		}
	})
}

// undoBelowPark keeps the park, which the other actions need.
func (e *edits) undoBelowPark(t *rapid.T) {
	if e.h.at > 1 {
		e.undo(t)
	}
}

func TestUndoNamesTheStep(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	resident.Phone, resident.ShortName = "+7 495 123-45-67", "Бета"
	save(t, s, resident)
	wantStep(t, s, "изменение: Резидент «Бета» — Краткое наименование, Телефон", resident)
	resident.Phone, resident.Email, resident.Contact, resident.INN, resident.KPP = "+7 495 123-45-68", "a@b.ru", "3", "7707083893", "773643301"
	save(t, s, resident)
	wantStep(t, s, "изменение: Резидент «Бета» — ИНН, КПП, Контактное лицо и ещё 2", resident)
	if err := s.Delete(ctx, resident); err != nil {
		t.Fatal(err)
	}
	wantStep(t, s, "удаление: Резидент «Бета»", resident)
	save(t, s, &app.Event{Head: app.Head{Park: park.ID}, Title: "Выставка", Date: app.Day(2020, 9, 1)})
	if err := s.DeleteWithDependents(ctx, park); err != nil {
		t.Fatal(err)
	}
	wantStep(t, s, "удаление: Карточка технопарка «Технопарк „Пример“» и всё, что от этой записи зависит", park)
	for range 3 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	back, err := s.Get(ctx, resident.Type(), resident.ID)
	if err != nil || back.(*app.Resident).INN != resident.INN || !back.Header().Created.Equal(resident.Created) {
		t.Errorf("after undo of the deletion: %+v, %v", back, err)
	}
	if step, ok, err := s.NextRedo(ctx); err != nil || !ok || step.What != "удаление: Резидент «Бета»" {
		t.Errorf("the next redo is %+v, %v, %v", step, ok, err)
	}
	save(t, s, &app.Specialism{Name: "Новое"})
	if step, ok, err := s.NextRedo(ctx); err != nil || ok {
		t.Errorf("after a new change the next redo is %+v, %v", step, err)
	}
}

func wantStep(t *testing.T, s *Store, what string, rec app.Record) {
	t.Helper()
	ctx := context.Background()
	if step, ok, err := s.NextUndo(ctx); err != nil || !ok || step.What != what {
		t.Errorf("the next undo is %+v, %v, %v, want %q", step, ok, err, what)
	}
	for _, turn := range []func(context.Context) (app.Step, error){s.Undo, s.Redo} {
		step, err := turn(ctx)
		if err != nil || step.What != what || step.Type != rec.Type() || !slices.Equal(step.IDs, []int64{rec.Header().ID}) {
			t.Errorf("turned is %+v, %v, want %q", step, err, what)
		}
	}
}

// A file may be changed by other programs; undo then refuses and changes nothing.
func TestUndoRefusesWhatCannotBeApplied(t *testing.T) {
	for name, c := range map[string]struct {
		statements string
		want       error
	}{
		"the field was changed":   {`UPDATE resident SET short_name = 'Гамма'`, app.ErrConflict},
		"the record was deleted":  {`DELETE FROM resident`, app.ErrConflict},
		"the type is unknown":     {`DROP TRIGGER journal_keeps_words; UPDATE journal SET type = 'magic'`, app.ErrConflict},
		"the journal was damaged": {`DROP TRIGGER journal_keeps_words; UPDATE journal SET before = '{"short_name": 5}'`, nil},
	} {
		t.Run(name, func(t *testing.T) {
			s := newStore(t)
			_, resident := newPark(t, s)
			resident.ShortName = "Бета"
			save(t, s, resident)
			mustExec(t, s.db, c.statements)
			was, entries := state(t, s), count(t, s, `SELECT count(*) FROM journal`)
			if _, err := s.Undo(context.Background()); err == nil || c.want != nil && !errors.Is(err, c.want) {
				t.Errorf("Undo returned %v, want %v", err, c.want)
			}
			if diff := cmp.Diff(was, state(t, s)); diff != "" {
				t.Errorf("a refused undo changed the records:\n%s", diff)
			}
			if now := count(t, s, `SELECT count(*) FROM journal`); now != entries {
				t.Errorf("a refused undo wrote %d journal entries", now-entries)
			}
		})
	}
}

func TestUndoOfAdditionIsRefusedWhileInUse(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	mustExec(t, s.db, fmt.Sprintf(`INSERT INTO project (park_id, resident, title, created, changed)
		VALUES (%d, %d, 'Проект', '2021-01-01T00:00:00Z', '2021-01-01T00:00:00Z')`, park.ID, resident.ID))
	_, err := s.Undo(context.Background())
	var used *app.InUseError
	if !errors.As(err, &used) || used.Total != 1 || used.Dependents[0].Title != "Проект" {
		t.Errorf("Undo returned %v", err)
	}
}

func TestUndoOfDeletionIsRefusedWhenItsPlaceIsTaken(t *testing.T) {
	s := newStore(t)
	first := &app.Specialism{Name: "Робототехника"}
	save(t, s, first)
	if err := s.Delete(context.Background(), first); err != nil {
		t.Fatal(err)
	}
	mustExec(t, s.db, `INSERT INTO specialism (name, created, changed) VALUES ('Робототехника', '2021-01-01T00:00:00Z', '2021-01-01T00:00:00Z')`)
	_, err := s.Undo(context.Background())
	if !errors.Is(err, app.ErrConflict) || !strings.Contains(err.Error(), "Робототехника") {
		t.Errorf("Undo returned %v", err)
	}
}

func TestUndoOfAChangeWithoutEntries(t *testing.T) {
	s := newStore(t)
	mustExec(t, s.db, `INSERT INTO change (what, state) VALUES ('ничего', 'done')`)
	if _, err := s.Undo(context.Background()); !errors.Is(err, app.ErrDamaged) {
		t.Errorf("Undo returned %v", err)
	}
}
