package storage

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"technopark/app"
)

func TestChangeIsOneStep(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	err := s.Change(ctx, "импорт: 3 записи", func(x app.Tx) error {
		for _, name := range []string{"Бета", "Гамма"} {
			r := &app.Resident{Head: app.Head{Park: park.ID}, Name: name}
			if err := x.Save(ctx, r); err != nil {
				return err
			}
			if err := x.Save(ctx, &app.Project{Head: app.Head{Park: park.ID}, Resident: r.ID, Title: name}); err != nil {
				return err
			}
		}
		if recs, err := x.List(ctx, resident.Type(), park.ID); err != nil || len(recs) != 3 {
			return fmt.Errorf("the change sees %d residents, %w", len(recs), err)
		}
		return x.Delete(ctx, resident)
	})
	if err != nil {
		t.Fatal(err)
	}
	step, err := s.Undo(ctx)
	if err != nil || step.What != "импорт: 3 записи" || len(step.IDs) != 3 || step.Type != resident.Type() {
		t.Errorf("undone is %+v, %v", step, err)
	}
	recs, err := s.List(ctx, resident.Type(), park.ID)
	if err != nil || len(recs) != 1 || recs[0].Header().ID != resident.ID {
		t.Errorf("after undo there are %d residents, %v", len(recs), err)
	}
}

func TestFailedChangeKeepsNothing(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	newPark(t, s)
	was, entries := state(t, s), count(t, s, `SELECT count(*) FROM journal`)
	fault := errors.New("строка 7")
	rec := &app.Specialism{Name: "Новое"}
	attempt := func(end func() error) error {
		return s.Change(ctx, "импорт", func(x app.Tx) error {
			if err := x.Save(ctx, rec); err != nil {
				return err
			}
			rec.Name = "Новейшее"
			if err := x.Save(ctx, rec); err != nil {
				return err
			}
			return end()
		})
	}
	if err := attempt(func() error { return fault }); !errors.Is(err, fault) {
		t.Errorf("Change returned %v", err)
	}
	func() {
		defer func() {
			if recover() == nil {
				t.Error("the panic was swallowed")
			}
		}()
		_ = attempt(func() error { panic("строка 8") })
	}()
	if rec.ID != 0 || !rec.Created.IsZero() {
		t.Errorf("the head of a record that was not kept is %+v", rec.Head)
	}
	if now := state(t, s); len(now) != len(was) || count(t, s, `SELECT count(*) FROM journal`) != entries {
		t.Error("something of a failed change was kept")
	}
	if err := s.Change(ctx, "ничего", func(app.Tx) error { return nil }); err != nil {
		t.Fatal(err)
	}
	if step, _, err := s.NextUndo(ctx); err != nil || step.What == "ничего" {
		t.Errorf("a change of nothing became the step %+v, %v", step, err)
	}
}
