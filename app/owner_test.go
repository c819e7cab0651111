package app_test

import (
	"slices"
	"testing"

	"technopark/app"
)

// TestCatalogueSaysWhoseRecordsAre finds a type that refers to a resident or is unique for
// a period and does not say what follows from it: its figures would be counted as the
// park's own, or a missing one would never be missed.
func TestCatalogueSaysWhoseRecordsAre(t *testing.T) {
	for _, typ := range app.Types() {
		owner, owned := typ.Field(typ.Owner)
		if typ.Owner != "" && (!owned || owner.Kind != app.KindRef) {
			t.Errorf("%s: Owner %q is not a reference of it", typ.Key, typ.Owner)
		}
		for _, f := range typ.Fields {
			if f.Kind == app.KindRef && f.Key != typ.Owner && (f.Essential || app.TypeByKey(f.Ref).Scope == app.ScopePark) {
				t.Errorf("%s.%s must name a record, or names one of its park, and Owner does not say that it belongs to that", typ.Key, f.Key)
			}
			if f.Content && f.Kind != app.KindText {
				t.Errorf("%s.%s names a content and is no text", typ.Key, f.Key)
			}
		}
		due := []string{typ.Per, typ.Period}
		if typ.Per == "" {
			due = due[1:]
		}
		period, _ := typ.Field(typ.Period)
		if typ.Report && (period.Kind != app.KindPeriod || !unique(typ, due)) {
			t.Errorf("%s is a report, and its records are not told apart by %q", typ.Key, due)
		}
		if !typ.Report && !typ.Made && !typ.Gathering && slices.ContainsFunc(typ.Unique, func(set []string) bool { return len(set) < 3 && slices.Contains(set, typ.Period) }) {
			t.Errorf("%s has one record for a period, and Report does not say that it is due", typ.Key)
		}
	}
}

func unique(typ *app.Type, keys []string) bool {
	return slices.ContainsFunc(typ.Unique, func(set []string) bool {
		return len(set) == len(keys) && !slices.ContainsFunc(keys, func(key string) bool { return !slices.Contains(set, key) })
	})
}

// TestReportsAreDueOfParkOrResident names the reports whose absence the rating itself
// counts as «не представлено»: those of a service or of an item of a list are not among
// them, since nobody owes one for each.
func TestReportsAreDueOfParkOrResident(t *testing.T) {
	due := map[string]bool{}
	for _, typ := range app.Types() {
		if typ.Report {
			due[typ.Key] = typ.DueOnce()
		}
	}
	want := map[string]bool{"site_report": true, "company_report": true, "resident_report": true, "service_report": false, "disclosure": false}
	for key, once := range want {
		if got, isReport := due[key]; !isReport || got != once {
			t.Errorf("%s: a report %t, due once %t, want %t", key, isReport, got, once)
		}
	}
	if len(due) != len(want) {
		t.Errorf("reports are %v", due)
	}
}

func TestRecordsBelongToTheirOwners(t *testing.T) {
	link := &app.DocumentLink{Document: 3}
	if typ, id := app.OwnerOf(link); typ == nil || typ.Key != "document" || id != 3 || app.ResidentOf(link) != 0 {
		t.Errorf("a link belongs to %v %d", typ, id)
	}
	if typ, id := app.OwnerOf(&app.Job{}); typ != nil || id != 0 {
		t.Errorf("a job of the company belongs to %v %d", typ, id)
	}
	for _, rec := range []app.Record{
		&app.Resident{Head: app.Head{ID: 7}}, &app.Contract{Resident: 7}, &app.ResidentReport{Resident: 7},
		&app.Job{Resident: 7}, &app.IPResult{Resident: 7}, &app.Project{Resident: 7},
	} {
		if app.ResidentOf(rec) != 7 || !rec.Type().OfResidents() {
			t.Errorf("%s belongs to resident %d", rec.Type().Key, app.ResidentOf(rec))
		}
	}
	if app.ResidentOf(&app.Room{Head: app.Head{ID: 7}}) != 0 {
		t.Error("a room belongs to a resident")
	}
	report := &app.ServiceReport{Service: 5}
	if app.PerOf(report) != app.NumberValue(5) || !app.PerOf(&app.SiteReport{}).Empty() {
		t.Errorf("a report is of %v", app.PerOf(report))
	}
}

// TestYearReadsItsRecords tries each rule of the year on both sides of its edge.
func TestYearReadsItsRecords(t *testing.T) {
	residency := &app.Contract{Head: app.Head{ID: 1}, Resident: 1, Kind: app.ContractResidency, From: on("2019-05-01"), To: on("2019-12-31")}
	b := app.NewBook(&app.Park{Head: app.Head{ID: 1}, Company: 4}, map[string][]app.Record{
		"contract": {residency}, "company": {&app.ManagementCompany{Head: app.Head{ID: 4}, HeadPerson: 6}},
	})
	for _, tt := range []struct {
		what string
		rec  app.Record
		year int
		want bool
	}{
		{"a resident of that year", &app.Resident{Head: app.Head{ID: 1}}, 2019, true},
		{"a resident that left before", &app.Resident{Head: app.Head{ID: 1}}, 2020, false},
		{"a contract on its last day", residency, 2019, true},
		{"a contract that is over", residency, 2020, false},
		{"a contract to come", residency, 2018, false},
		{"a contract with its dates the wrong way round", &app.Contract{From: on("2019-05-01"), To: on("2018-05-01")}, 2019, true},
		{"an investment of an earlier year", &app.Investment{Date: on("2015-01-01")}, 2019, true},
		{"an investment to come", &app.Investment{Date: on("2020-01-01")}, 2019, false},
		{"an event of another year", &app.Event{Date: on("2018-12-31")}, 2019, false},
		{"an event without a date", &app.Event{}, 2019, true},
		{"a quarter", &app.ResidentReport{Period: app.Period{Year: 2019, Quarter: 2}}, 2019, false},
		{"a room", &app.Room{}, 2019, true},
		{"the park", &app.Park{Head: app.Head{ID: 1}}, 2019, true},
		{"another park", &app.Park{Head: app.Head{ID: 2}}, 2019, false},
		{"the company", &app.ManagementCompany{Head: app.Head{ID: 4}}, 2019, true},
		{"another company", &app.ManagementCompany{Head: app.Head{ID: 5}}, 2019, false},
		{"the head of the company", &app.Person{Head: app.Head{ID: 6}}, 2019, true},
		{"a stranger", &app.Person{Head: app.Head{ID: 7}}, 2019, false},
	} {
		if got := b.Reads(tt.rec, tt.year); got != tt.want {
			t.Errorf("%s: read in %d is %t", tt.what, tt.year, got)
		}
	}
}

func on(iso string) app.Date {
	d, err := app.ParseISODate(iso)
	if err != nil {
		panic(err)
	}
	return d
}

// TestPapersAreAttachedToWhatPeopleFillIn keeps papers off papers and off what the program
// writes itself.
func TestPapersAreAttachedToWhatPeopleFillIn(t *testing.T) {
	for key, want := range map[string]bool{
		"resident_report": true, "contract": true, "room": true,
		"document": false, "document_link": false, "explanation": false, "revision": false, "signature": false, "park": false,
	} {
		if got := app.TypeByKey(key).Provable(); got != want {
			t.Errorf("%s: provable is %t", key, got)
		}
	}
}
