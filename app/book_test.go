package app_test

import (
	"maps"
	"slices"
	"testing"

	"technopark/app"
)

// A book with a record changed has the other in its place, and the book itself keeps its own.
func TestBookWith(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Парк"}
	one, two := &app.Resident{Head: app.Head{ID: 1}, Name: "Первый"}, &app.Resident{Head: app.Head{ID: 2}, Name: "Второй"}
	b := app.NewBook(park, map[string][]app.Record{"park": {park}, "resident": {one, two}})
	changed, added := &app.Resident{Head: app.Head{ID: 2}, Name: "Иной"}, &app.Resident{Head: app.Head{ID: 3}, Name: "Третий"}
	renamed := &app.Park{Head: app.Head{ID: 1}, Name: "Новое имя"}
	with := b.With(changed, added, renamed)
	if got := app.Find[app.Resident](with, "resident", 2); got.Name != "Иной" || len(with.Of("resident")) != 3 || with.Park.Name != "Новое имя" {
		t.Errorf("got %q, %d residents, park %q", got.Name, len(with.Of("resident")), with.Park.Name)
	}
	if got := app.Find[app.Resident](b, "resident", 2); got.Name != "Второй" || len(b.Of("resident")) != 2 || b.Park != park {
		t.Errorf("the book itself changed: %q, %d residents", got.Name, len(b.Of("resident")))
	}
}

// What has changed since an earlier book is what is another record now, has come or has gone.
func TestBookSince(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Парк"}
	one, two, three := &app.Resident{Head: app.Head{ID: 1}}, &app.Resident{Head: app.Head{ID: 2}}, &app.Resident{Head: app.Head{ID: 3}}
	b := app.NewBook(park, map[string][]app.Record{"park": {park}, "resident": {one, two, three}, "job": {&app.Job{Head: app.Head{ID: 1}}}})
	other, four := &app.Resident{Head: app.Head{ID: 2}}, &app.Resident{Head: app.Head{ID: 4}}
	now := app.Latest{"resident": {1: nil, 2: other, 4: four}}
	next := b.Renewed(now)
	changed := next.Since(b)
	resident := app.TypeByKey("resident")
	if len(changed) != 1 || len(changed[resident]) != 3 {
		t.Fatalf("changed: %v", changed)
	}
	for i, want := range []app.Versions{{Was: one}, {Was: two, Now: next.Get("resident", 2)}, {Now: next.Get("resident", 4)}} {
		if got := changed[resident][i]; got != want {
			t.Errorf("change %d: %v, want %v", i, got, want)
		}
	}
	if back := b.Since(next)[resident]; len(back) != 3 || back[2].Was == nil || back[2].Now != nil {
		t.Errorf("back: %v", back)
	}
	if same := b.Since(b); len(same) != 0 {
		t.Errorf("since itself: %v", same)
	}
}

// Derived fields may be others where a record has changed, where one refers to it, and where one did.
func TestConcerned(t *testing.T) {
	contract, resident := app.TypeByKey("contract"), app.TypeByKey("resident")
	changed := map[*app.Type][]app.Versions{
		contract: {{Was: &app.Contract{Resident: 5}, Now: &app.Contract{Resident: 6}}, {Was: &app.Contract{Resident: 7}}},
		resident: {{Now: &app.Resident{Head: app.Head{ID: 9}}}},
	}
	if got := slices.Sorted(maps.Keys(app.Concerned(resident, changed))); !slices.Equal(got, []int64{5, 6, 7, 9}) {
		t.Errorf("concerned: %v", got)
	}
}

// A record that something changed refers to stays the same one unless something else is derived of it.
func TestRenewedBookSharesWhatIsDerivedAsBefore(t *testing.T) {
	records := map[string][]app.Record{
		"park":            {&app.Park{Head: app.Head{ID: 1}}},
		"resident":        {&app.Resident{Head: app.Head{ID: 1}}, &app.Resident{Head: app.Head{ID: 2}}},
		"contract":        {&app.Contract{Head: app.Head{ID: 1}, Resident: 1, Kind: app.ContractResidency, From: app.Day(2020, 1, 1)}},
		"resident_report": {&app.ResidentReport{Head: app.Head{ID: 1}, Resident: 1}},
	}
	b := app.BookOf(1, records, app.Day(2021, 3, 15))
	reported := b.Renewed(app.Latest{"resident_report": {1: &app.ResidentReport{Head: app.Head{ID: 1}, Resident: 1, Revenue: app.Of(app.Money(5))}}})
	if reported.Get("resident", 1) != b.Get("resident", 1) || !app.SameRecords(reported.Of("resident"), b.Of("resident")) {
		t.Error("a report has made another resident")
	}
	moved := b.Renewed(app.Latest{"contract": {1: &app.Contract{Head: app.Head{ID: 1}, Resident: 2, Kind: app.ContractResidency, From: app.Day(2020, 1, 1)}}})
	for id, want := range map[int64]string{1: app.StatusCandidate, 2: app.StatusResident} {
		if got := app.Find[app.Resident](moved, "resident", id).Residency.Status; got != want {
			t.Errorf("resident %d is %s, want %s", id, got, want)
		}
	}
	if app.Find[app.Resident](b, "resident", 1).Residency.Status != app.StatusResident {
		t.Error("the book itself has changed")
	}
}
