package storage

import (
	"context"
	"errors"
	"strings"
	"testing"

	"technopark/app"
)

// read returns the record as a form would read it.
func read[R app.Record](t *testing.T, s *Store, rec R) R {
	t.Helper()
	got, err := s.Get(context.Background(), rec.Type(), rec.Header().ID)
	if err != nil {
		t.Fatal(err)
	}
	return got.(R)
}

// Two who read one record and change different fields of it both keep what they changed.
func TestSaveWritesOnlyWhatWasChanged(t *testing.T) {
	s := newStore(t)
	_, resident := newPark(t, s)
	mine, theirs := read(t, s, resident), read(t, s, resident)
	theirs.Phone = "+7 495 123-45-67"
	save(t, s, theirs)
	mine.Email = "alpha@example.org"
	save(t, s, mine)
	if got := read(t, s, resident); got.Phone != theirs.Phone || got.Email != mine.Email {
		t.Errorf("kept are %q and %q", got.Phone, got.Email)
	}
	if mine.Phone != theirs.Phone {
		t.Error("the form still has what was there before")
	}
	entries, err := s.Journal(context.Background(), app.JournalFilter{Limit: 1})
	if err != nil || strings.Contains(entries[0].After, "phone") {
		t.Errorf("the journal says %v, %v", entries, err)
	}
	if err := verified(s); err != nil {
		t.Error(err)
	}
}

// Two who change one field are told: what stands there stays, and neither is lost unseen.
func TestFieldChangedByTwoIsAConflict(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.ID, Period: app.YearPeriod(2020), Revenue: app.Of(app.Rubles(5))}
	save(t, s, report)
	mine, theirs := read(t, s, report), read(t, s, report)
	theirs.Revenue = app.Of(app.Thousands(7000))
	save(t, s, theirs)
	mine.Revenue, mine.Export = app.Of(app.Thousands(8)), app.Of(app.Thousands(1))
	err := s.Save(context.Background(), mine)
	message, found := app.FaultsOf(err).Of("revenue")
	if !errors.Is(err, app.ErrOvertaken) || !found {
		t.Fatalf("Save: %v", err)
	}
	for _, want := range []string{"«7\u00a0000,0»", "«8,0»", "ivanova", "15.03.2021"} {
		if !strings.Contains(message.RU, want) {
			t.Errorf("%q does not say %s", message.RU, want)
		}
	}
	if got := read(t, s, report); got.Revenue != theirs.Revenue || got.Export.Given() {
		t.Errorf("kept are %v and %v", got.Revenue, got.Export)
	}
	again := read(t, s, report)
	again.Revenue = mine.Revenue
	save(t, s, again)
	if got := read(t, s, report); got.Revenue != mine.Revenue {
		t.Errorf("the value that was confirmed is not kept: %v", got.Revenue)
	}
}

// What is no difference any more is no conflict: both wrote the same, or the other change was
// taken back, or the record was deleted and brought back.
func TestNoConflictWhereNothingIsLost(t *testing.T) {
	ctx, phone := context.Background(), "+7 495 123-45-67"
	for name, c := range map[string]struct {
		others func(t *testing.T, s *Store, r *app.Resident)
	}{
		"the same": {func(t *testing.T, s *Store, r *app.Resident) {
			r.Phone = phone
			save(t, s, r)
		}},
		"taken back": {func(t *testing.T, s *Store, r *app.Resident) {
			r.Phone = "+7 495 765-43-21"
			save(t, s, r)
			if _, err := s.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}},
		"brought back": {func(t *testing.T, s *Store, r *app.Resident) {
			if err := s.Delete(ctx, r); err != nil {
				t.Fatal(err)
			}
			if _, err := s.Undo(ctx); err != nil {
				t.Fatal(err)
			}
		}},
	} {
		s := newStore(t)
		_, resident := newPark(t, s)
		mine := read(t, s, resident)
		c.others(t, s, read(t, s, resident))
		mine.Phone = phone
		if err := s.Save(ctx, mine); err != nil {
			t.Errorf("%s: %v", name, err)
			continue
		}
		if got := read(t, s, resident); got.Phone != phone || got.ShortName != "Альфа" {
			t.Errorf("%s: kept is %+v", name, got)
		}
	}
}

// Links are fields like any other: those of a stale record do not come back.
func TestLinksAreMerged(t *testing.T) {
	s := newStore(t)
	park, resident := newPark(t, s)
	one := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "1", Area: app.Of(app.Units(40))}
	two := &app.Room{Head: app.Head{Park: park.ID}, Building: "А", Number: "2", Area: app.Of(app.Units(40))}
	save(t, s, one, two)
	contract := &app.Contract{
		Head: app.Head{Park: park.ID}, Resident: resident.ID, Number: "12/Р", Kind: app.ContractResidency,
		Rooms: []int64{one.ID}, From: app.Day(2019, 5, 1), State: "active",
	}
	save(t, s, contract)
	mine, theirs := read(t, s, contract), read(t, s, contract)
	theirs.Rooms = []int64{one.ID, two.ID}
	save(t, s, theirs)
	mine.Number = "13/Р"
	save(t, s, mine)
	if got := read(t, s, contract); len(got.Rooms) != 2 || got.Number != "13/Р" {
		t.Errorf("kept is %+v", got)
	}
	mine, theirs = read(t, s, contract), read(t, s, contract)
	theirs.Rooms = nil
	save(t, s, theirs)
	mine.Rooms = []int64{two.ID}
	if err := s.Save(context.Background(), mine); !errors.Is(err, app.ErrOvertaken) {
		t.Errorf("Save: %v", err)
	}
}

// A change that is not kept leaves a record as it was read, so that saving it again compares
// with the same moment.
func TestRefusedChangeForgetsWhatItSaw(t *testing.T) {
	s := newStore(t)
	_, resident := newPark(t, s)
	mine := read(t, s, resident)
	seen := mine.Seen
	stop := errors.New("stop")
	mine.Phone = "+7 495 123-45-67"
	err := s.Change(context.Background(), "", func(tx app.Tx) error {
		return errors.Join(tx.Save(context.Background(), mine), stop)
	})
	if !errors.Is(err, stop) || mine.Seen != seen {
		t.Errorf("%v, seen %d, was %d", err, mine.Seen, seen)
	}
}
