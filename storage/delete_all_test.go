package storage

import (
	"context"
	"errors"
	"testing"

	"technopark/app"
)

func TestDeleteAllIsOneStep(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, first := newPark(t, s)
	second := &app.Resident{Head: app.Head{Park: park.ID}, Name: "Бета"}
	room := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "1"}
	save(t, s, second, room)
	lease := &app.Contract{Head: app.Head{Park: park.ID}, Resident: first.ID, Number: "1", Rooms: []int64{room.ID}}
	other := &app.Contract{Head: app.Head{Park: park.ID}, Resident: second.ID, Number: "2"}
	save(t, s, lease, other)
	was := state(t, s)

	all := []app.Record{first, second, other}
	used, err := s.Dependents(ctx, all)
	if err != nil || used.Total != 1 || len(used.Dependents) != 1 || used.Dependents[0].ID != lease.ID {
		t.Errorf("on them depend %+v, %v", used, err)
	}
	if err := s.DeleteAll(ctx, "удаление: 3 записи", all); err != nil {
		t.Fatal(err)
	}
	if n := count(t, s, `SELECT (SELECT count(*) FROM resident) + (SELECT count(*) FROM contract)`); n != 0 {
		t.Errorf("%d residents and contracts are left", n)
	}
	if n := count(t, s, `SELECT count(*) FROM room`); n != 1 {
		t.Error("the room of a contract went with it")
	}
	if step, err := s.Undo(ctx); err != nil || step.What != "удаление: 3 записи" {
		t.Errorf("undone is %+v, %v", step, err)
	}
	if now := state(t, s); len(now) != len(was) {
		t.Errorf("undo brought back %d records of %d", len(now), len(was))
	}
}

func TestDeleteAllOrNothing(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	_, resident := newPark(t, s)
	gone := &app.Resident{Head: app.Head{ID: 99, Park: resident.Park}}
	if err := s.DeleteAll(ctx, "удаление", []app.Record{resident, gone}); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a record that is not there: %v", err)
	}
	if n := count(t, s, `SELECT count(*) FROM resident`); n != 1 {
		t.Error("what stood before it was deleted")
	}
	if used, err := s.Dependents(ctx, []app.Record{resident}); err != nil || used.Total != 0 {
		t.Errorf("on a resident alone depend %+v, %v", used, err)
	}
}
