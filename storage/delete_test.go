package storage

import (
	"context"
	"errors"
	"fmt"
	"testing"

	"technopark/app"
)

func TestDeleteNamesWhatDepends(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	for i := range listedDependents + 5 {
		save(t, s, &app.IPResult{Head: app.Head{Park: park.ID}, Resident: resident.ID, Title: fmt.Sprint("Патент ", i+1)})
	}
	save(t, s, &app.Job{Head: app.Head{Park: park.ID}, Resident: resident.ID, Date: app.Day(2020, 2, 1)})
	var used *app.InUseError
	if err := s.Delete(ctx, resident); !errors.As(err, &used) || !errors.Is(err, app.ErrInUse) {
		t.Fatalf("Delete returned %v", err)
	}
	if used.Total != listedDependents+6 || len(used.Dependents) != listedDependents+1 {
		t.Errorf("%d named of %d", len(used.Dependents), used.Total)
	}
	titles := map[string]bool{}
	for _, d := range used.Dependents {
		titles[d.Type.Key+": "+d.Title] = true
	}
	if !titles["job: Альфа, 01.02.2020"] || !titles["ip_result: Патент 1"] {
		t.Errorf("named are %v", titles)
	}
	if _, err := s.Get(ctx, resident.Type(), resident.ID); err != nil {
		t.Errorf("the resident is gone: %v", err)
	}
	if err := s.Delete(ctx, park); !errors.As(err, &used) {
		t.Errorf("a park with records: %v", err)
	}
}

func TestDeleteCountsARecordOnce(t *testing.T) {
	s := newStore(t)
	person := &app.Person{FullName: "Иванова Анна Петровна"}
	save(t, s, person)
	save(t, s, &app.ManagementCompany{Name: "УК", HeadPerson: person.ID, Contact: person.ID})
	var used *app.InUseError
	if err := s.Delete(context.Background(), person); !errors.As(err, &used) || used.Total != 1 || len(used.Dependents) != 1 {
		t.Errorf("a company that names a person twice: %v, %+v", err, used)
	}
}

func TestDeleteOfNothing(t *testing.T) {
	s := newStore(t)
	err := s.Delete(context.Background(), &app.Specialism{Head: app.Head{ID: 5}})
	if !errors.Is(err, app.ErrNotFound) {
		t.Errorf("Delete returned %v", err)
	}
}

func TestIDsAreNeverUsedAgain(t *testing.T) {
	s := newStore(t)
	first, second := &app.Specialism{Name: "А"}, &app.Specialism{Name: "Б"}
	save(t, s, first)
	if err := s.Delete(context.Background(), first); err != nil {
		t.Fatal(err)
	}
	save(t, s, second)
	if second.ID <= first.ID {
		t.Errorf("after %d came %d", first.ID, second.ID)
	}
}

// What belongs to the record goes; what only mentions it stays.
func TestDeleteWithDependents(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	field := &app.Specialism{Name: "Робототехника"}
	room := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "1"}
	second := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "2"}
	save(t, s, field, room, second)
	resident.Specialism = field.ID
	contract := &app.Contract{Head: app.Head{Park: park.ID}, Resident: resident.ID, Rooms: []int64{room.ID, second.ID}}
	ours := &app.Job{Head: app.Head{Park: park.ID}, Date: app.Day(2020, 1, 1)}
	theirs := &app.Job{Head: app.Head{Park: park.ID}, Resident: resident.ID, Date: app.Day(2020, 1, 1)}
	save(t, s, resident, contract, ours, theirs)
	before := state(t, s)

	for _, rec := range []app.Record{field, room} {
		if err := s.DeleteWithDependents(ctx, rec); err != nil {
			t.Fatal(err)
		}
	}
	if got := count(t, s, `SELECT count(*) FROM resident WHERE specialism IS NULL`); got != 1 {
		t.Error("the resident did not stay without its field of work")
	}
	if got := count(t, s, `SELECT room_id FROM contract_rooms`); int64(got) != second.ID {
		t.Errorf("the contract is left with room %d", got)
	}
	if err := s.DeleteWithDependents(ctx, resident); err != nil {
		t.Fatal(err)
	}
	if got := count(t, s, `SELECT (SELECT count(*) FROM contract) * 10 + (SELECT count(*) FROM job)`); got != 1 {
		t.Errorf("of contracts and jobs there are %d, want the one job of the company", got)
	}
	if err := s.DeleteWithDependents(ctx, park); err != nil {
		t.Fatal(err)
	}
	if left := state(t, s); len(left) != 0 {
		t.Errorf("after the park was deleted there are %v", left)
	}
	for range 4 {
		if _, err := s.Undo(ctx); err != nil {
			t.Fatal(err)
		}
	}
	if after := state(t, s); len(after) != len(before) {
		t.Errorf("undo brought back %d records of %d", len(after), len(before))
	}
}
