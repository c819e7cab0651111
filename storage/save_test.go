package storage

import (
	"context"
	"errors"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
)

func TestSaveAndGet(t *testing.T) {
	s := newStore(t)
	ctx := context.Background()
	park, resident := newPark(t, s)
	room := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "101", Area: app.Of(app.Units(40))}
	save(t, s, room)
	contract := &app.Contract{
		Head: app.Head{Park: park.ID}, Resident: resident.ID, Number: "12/Р", Kind: app.ContractResidency,
		Rooms: []int64{room.ID}, From: app.Day(2019, 5, 1), State: "active",
	}
	save(t, s, contract)
	if contract.ID == 0 || !contract.Created.Equal(noon) || !contract.Changed.Equal(noon) {
		t.Errorf("head after Save is %+v", contract.Head)
	}
	got, err := s.Get(ctx, contract.Type(), contract.ID)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(app.Record(contract), got); diff != "" {
		t.Errorf("what was saved and what was read differ (-saved +read):\n%s", diff)
	}
	recs, err := s.List(ctx, resident.Type(), park.ID)
	if err != nil || len(recs) != 1 {
		t.Fatalf("List returned %d records, %v", len(recs), err)
	}
	if status := recs[0].(*app.Resident).Residency.Status; status != app.StatusResident {
		t.Errorf("status derived from the agreement is %q", status)
	}
}

func TestSaveTellsThreeMissingStatesApart(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	report := &app.ResidentReport{
		Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2020),
		Revenue: app.Of(app.Money(0)), Export: app.NA[app.Money](),
	}
	save(t, s, report)
	got := count(t, s, `SELECT count(*) FROM resident_report
		WHERE revenue = 0 AND revenue_na = 0 AND export IS NULL AND export_na = 1 AND customs IS NULL AND customs_na = 0`)
	if got != 1 {
		t.Error("a zero, «не применимо» and «не представлено» are not told apart in the file")
	}
}

func TestSaveWithoutChangeWritesNothing(t *testing.T) {
	s := newStore(t)
	_, resident := newPark(t, s)
	entries := count(t, s, `SELECT count(*) FROM journal`)
	s.now = func() time.Time { return noon.Add(time.Hour) }
	save(t, s, resident)
	if now := count(t, s, `SELECT count(*) FROM journal`); now != entries {
		t.Errorf("the journal grew from %d to %d", entries, now)
	}
	if !resident.Changed.Equal(noon) {
		t.Errorf("changed moved to %v", resident.Changed)
	}
}

func TestSaveNamesTheRecordInTheWay(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	report := func() *app.ResidentReport {
		return &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2020)}
	}
	save(t, s, report())
	second := report()
	err := s.Save(context.Background(), second)
	var faults app.FieldErrors
	if !errors.Is(err, app.ErrConflict) || !errors.As(err, &faults) {
		t.Fatalf("the error is %v", err)
	}
	for _, key := range []string{"resident", "period"} {
		if text, ok := faults.Of(key); !ok || !strings.Contains(text.RU, "Альфа, 2020 год") {
			t.Errorf("fault of %s: %q", key, text.RU)
		}
	}
	if second.ID != 0 || !second.Created.IsZero() {
		t.Errorf("the refused record has head %+v", second.Head)
	}
	second.Period = app.YearPeriod(2019)
	save(t, s, second)
	second.Period = app.YearPeriod(2020)
	if err := s.Save(context.Background(), second); !errors.Is(err, app.ErrConflict) {
		t.Errorf("moving a report onto another one: %v", err)
	}
}

func TestSaveRefuses(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	other := &app.Park{Name: "Второй"}
	save(t, s, other)
	for name, c := range map[string]struct {
		rec   app.Record
		field string
	}{
		"no name":           {&app.Resident{Head: app.Head{Park: park.ID}}, "name"},
		"unknown reference": {&app.Project{Head: app.Head{Park: park.ID}, Resident: 99, Title: "П"}, "resident"},
		"of another park":   {&app.Project{Head: app.Head{Park: other.ID}, Resident: resident.ID, Title: "П"}, "resident"},
		"unknown in a list": {&app.Contract{Head: app.Head{Park: park.ID}, Resident: resident.ID, Rooms: []int64{7}}, "rooms"},
		"negative area":     {&app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "1", Area: app.Of(app.Quantity(-1))}, "area"},
		"not applicable":    {&app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "1", Area: app.NA[app.Quantity]()}, "area"},
		"bad check digit":   {&app.Resident{Head: app.Head{Park: park.ID}, Name: "Б", INN: "7707083890"}, "inn"},
	} {
		err := s.Save(context.Background(), c.rec)
		var faults app.FieldErrors
		if !errors.As(err, &faults) {
			t.Errorf("%s: the error is %v", name, err)
			continue
		}
		if _, ok := faults.Of(c.field); !ok {
			t.Errorf("%s: no fault of %s in %v", name, c.field, faults)
		}
	}
	if err := s.Save(context.Background(), &app.Event{Title: "Э", Date: app.Day(2020, 1, 1)}); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a record of no park: %v", err)
	}
	resident.Park = other.ID
	if err := s.Save(context.Background(), resident); !errors.Is(err, app.ErrConflict) {
		t.Errorf("a record moved to another park: %v", err)
	}
	gone := &app.Specialism{Head: app.Head{ID: 99}, Name: "Н"}
	if err := s.Save(context.Background(), gone); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("a record that is not there: %v", err)
	}
}
