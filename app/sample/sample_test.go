package sample_test

import (
	"errors"
	"reflect"
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

var year = app.YearPeriod(2020)

func TestParkHasTheScaleOfALeadingOne(t *testing.T) {
	b := sample.Park().Book()
	status := map[string]int{}
	for _, r := range app.All[app.Resident](b, "resident") {
		status[b.Residency(r.ID, year.Last()).Status]++
	}
	want := map[string]int{app.StatusResident: 95, app.StatusCandidate: 3, app.StatusGraduate: 4, app.StatusTerminated: 8}
	if !reflect.DeepEqual(status, want) {
		t.Errorf("statuses at the end of 2020: %v, want %v", status, want)
	}
	var created, company app.Count
	for _, j := range app.All[app.Job](b, "job") {
		switch {
		case j.Change != app.JobCreated || !year.Contains(j.Date):
		case j.Resident == 0:
			company += j.Count.N
		case b.Active(j.Resident, year):
			created += j.Count.N
		default:
			t.Errorf("job %d is of a company that was no resident in 2020", j.ID)
		}
	}
	if created != 454 || company == 0 {
		t.Errorf("jobs created in 2020: %d by residents, %d by the company; want 454 and some", created, company)
	}
	if b.Company == nil || b.Park.Demo != app.Yes() || len(b.Of("person")) != 4 {
		t.Error("the card of the park, its company or its people are missing")
	}
}

// The sample keeps to the program's own profiles, and what has files is made from it.
var lacking = []string{"profile", "document", "document_link", "revision", "signature"}

func TestParkHasRecordsOfEveryType(t *testing.T) {
	b := sample.Park().Book()
	for _, typ := range app.Types() {
		if len(b.Of(typ.Key)) == 0 && !slices.Contains(lacking, typ.Key) {
			t.Errorf("no %s", typ.Key)
		}
	}
}

func TestParkIsTheSameEachTime(t *testing.T) {
	one, two := sample.Park(), sample.Park()
	if !reflect.DeepEqual(one.Book(), two.Book()) {
		t.Error("two parks differ")
	}
	if !reflect.DeepEqual(one.Book(), two.Book()) {
		t.Error("filling once changes what is filled the next time")
	}
}

func TestRecordsAreValidAndUnique(t *testing.T) {
	b := sample.Park().Book()
	taken := map[string]int64{}
	for _, typ := range app.Types() {
		for _, rec := range b.Of(typ.Key) {
			if faults := app.Validate(rec); len(faults) > 0 {
				t.Errorf("%s %d: %v", typ.Key, rec.Header().ID, faults)
			}
			for _, set := range append(typ.Unique, []string{"inn"}, []string{"ogrn"}) {
				key := typ.Key
				for _, name := range set {
					f, ok := typ.Field(name)
					if !ok {
						key = ""
						break
					}
					key += "\x00" + f.Words(f.Get(rec), nil, app.RU)
				}
				if other := taken[key]; key != "" && other != 0 {
					t.Errorf("%s %d and %d share %v", typ.Key, other, rec.Header().ID, set)
				}
				taken[key] = rec.Header().ID
			}
		}
	}
}

func TestRequiredFieldsAreGivenOutsideReports(t *testing.T) {
	b := sample.Park().Book()
	for _, typ := range app.Types() {
		if typ.Key == "resident_report" || typ.Key == "event" {
			continue // where the sample leaves gaps on purpose
		}
		for _, rec := range b.Of(typ.Key) {
			for _, f := range typ.Fields {
				if f.Required && f.Get(rec).Empty() {
					t.Errorf("%s %d has no %s", typ.Key, rec.Header().ID, f.Key)
				}
			}
		}
	}
}

// TestFillSavesWhatIsReferredToFirst gives ids that no provisional id equals, so
// that an untranslated reference is found.
func TestFillSavesWhatIsReferredToFirst(t *testing.T) {
	type key struct {
		typ string
		id  int64
	}
	saved := map[key]bool{}
	var park int64
	next := int64(100_000)
	err := sample.Park().Fill(func(rec app.Record) error {
		typ := rec.Type()
		if rec.Header().ID != 0 {
			t.Errorf("%s comes with id %d", typ.Key, rec.Header().ID)
		}
		if typ.Scope == app.ScopePark && rec.Header().Park != park || typ.Scope == app.ScopeFile && rec.Header().Park != 0 {
			t.Errorf("%s is of park %d", typ.Key, rec.Header().Park)
		}
		for _, f := range typ.Stored() {
			v := f.Get(rec)
			ids := app.IDs(v.S)
			if f.Kind == app.KindRef && v.N != 0 {
				ids = []int64{v.N}
			}
			for _, id := range ids {
				if f.Ref != "" && !saved[key{f.Ref, id}] {
					t.Errorf("%s.%s refers to %s %d, not saved yet", typ.Key, f.Key, f.Ref, id)
				}
			}
		}
		next += 7
		rec.Header().ID = next
		saved[key{typ.Key, next}] = true
		if typ.Key == "park" {
			park = next
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
}

func TestFillStopsAtTheFirstError(t *testing.T) {
	calls := 0
	err := sample.Park().Fill(func(rec app.Record) error {
		calls++
		rec.Header().ID = int64(calls)
		if calls == 20 {
			return app.ErrReadOnly
		}
		return nil
	})
	if !errors.Is(err, app.ErrReadOnly) || calls != 20 {
		t.Errorf("Fill = %v after %d calls, want read-only after 20", err, calls)
	}
}
