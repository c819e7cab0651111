package app_test

import (
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// Every type says what becomes of its records when a new year begins, and why: one that is added
// later cannot be forgotten by the turn of the year.
func TestEveryTypeSaysHowItTurns(t *testing.T) {
	for _, typ := range app.Types() {
		turn := typ.Turn
		if turn.How == app.TurnUnsaid || turn.Why.RU == "" || turn.Why.EN == "" {
			t.Errorf("%s does not say how it turns, or why", typ.Key)
		}
		if (turn.How == app.TurnDue) != typ.Report {
			t.Errorf("%s: a report is due for every year, and nothing else is", typ.Key)
		}
		if typ.Period != "" && turn.How == app.TurnStands && turn.Since != typ.Period {
			t.Errorf("%s is of a year, and stands without beginning in it", typ.Key)
		}
		dates := turn.Since != "" || turn.Until != ""
		if turn.How != app.TurnStands && (dates || turn.Apart != "" || typ.Stands != nil) {
			t.Errorf("%s does not stand, so nothing begins or ends it", typ.Key)
		}
		for _, key := range []string{turn.Since, turn.Until} {
			if f, ok := typ.Field(key); key != "" && (!ok || f.Kind != app.KindDate) {
				t.Errorf("%s.%s is no date", typ.Key, key)
			}
		}
		if f, ok := typ.Field(turn.Apart); turn.Apart != "" && (!ok || f.Kind != app.KindChoice) {
			t.Errorf("%s.%s is no choice", typ.Key, turn.Apart)
		}
		for _, f := range typ.Fields {
			from, ok := typ.Field(f.Opens)
			if f.Opens != "" && (!ok || !typ.Report || from.Kind != f.Kind || from.Scale != f.Scale) {
				t.Errorf("%s.%s cannot begin by %q", typ.Key, f.Key, f.Opens)
			}
		}
	}
}

// What stands on a day is what is in force then: the same that indicators count.
func TestStandingGoesByDates(t *testing.T) {
	from, to := app.Day(2019, 2, 1), app.Day(2020, 12, 31)
	last, next := to, app.Day(2021, 1, 1)
	park := &app.Park{Head: app.Head{ID: 1}}
	lease := &app.Contract{Head: app.Head{ID: 1, Park: 1}, Resident: 1, Kind: app.ContractLease, From: from, To: to}
	stay := &app.Contract{Head: app.Head{ID: 2, Park: 1}, Resident: 1, Kind: app.ContractResidency, From: from, To: to, Outcome: app.OutcomeGraduated}
	resident := &app.Resident{Head: app.Head{ID: 1, Park: 1}, Name: "Альфа"}
	for _, c := range []struct {
		what   string
		rec    app.Record
		on     app.Date
		is     bool
		as     string
		reason string
	}{
		{"the last day of a lease", lease, last, true, app.ContractLease, "Действует с\u00a001.02.2019"},
		{"the day after", lease, next, false, app.ContractLease, "Действует по\u00a031.12.2020"},
		{"the day before", lease, from.AddDays(-1), false, app.ContractLease, "Действует с\u00a001.02.2019"},
		{"a lease without a first day", &app.Contract{Kind: app.ContractLease}, last, false, app.ContractLease, ""},
		{"a resident", resident, last, true, app.StatusResident, "резидент с 01.02.2019"},
		{"a graduate", resident, next, true, app.StatusGraduate, "выпускник: резидент с 01.02.2019 по 31.12.2020"},
		{"a room", &app.Room{Kind: "office"}, last, true, "office", ""},
		{"a right that was only applied for", &app.IPResult{Filed: from}, last, false, "", ""},
		{"a right", &app.IPResult{Granted: from}, last, true, "", "Выдан\u00a001.02.2019"},
		{"a practice", &app.Practice{Status: "yes", Since: from}, last, true, "", "С\u00a001.02.2019"},
		{"a planned one", &app.Practice{Status: "planned", Since: from}, last, false, "", "С\u00a001.02.2019"},
		{"one without a first day", &app.Practice{Status: "yes"}, last, false, "", ""},
		{"a service", &app.Service{Offered: app.Yes()}, last, true, "", ""},
		{"one that is not offered", &app.Service{Offered: app.No()}, last, false, "", ""},
		{"a project without an end", &app.Project{Start: from}, next, true, "", "Начало\u00a001.02.2019"},
		{"a person of another company", &app.Person{}, last, false, "", ""},
	} {
		b := app.NewBook(park, map[string][]app.Record{"contract": {lease, stay}, "resident": {resident}})
		got := app.StandingOf(b, c.rec, c.on)
		if got.Is != c.is || got.Is && got.As != c.as || got.Why.RU != c.reason && c.rec.Type().Key != "ip_result" {
			t.Errorf("%s: %+v", c.what, got)
		}
	}
}

// The staff at the start of a year is offered as it was at the end of the one before.
func TestOpeningFigureIsOffered(t *testing.T) {
	was := &app.ResidentReport{Head: app.Head{ID: 1}, Resident: 3, Period: app.YearPeriod(2020), StaffStart: app.Of(app.Count(7)), StaffEnd: app.Of(app.Count(9))}
	is := &app.ResidentReport{Resident: 3, Period: app.YearPeriod(2021)}
	of := func(string) []app.Record { return []app.Record{was, is} }
	f, _ := is.Type().Field("staff_start")
	if v, n, ok := f.Offer(is, of); !ok || n != 1 || v != app.NumberValue(9) {
		t.Errorf("offered %v of %d", v, n)
	}
	is.StaffStart = app.Of(app.Count(0))
	if _, _, ok := f.Offer(is, of); ok {
		t.Error("a zero that was typed is offered away")
	}
	was.StaffEnd = app.Cell[app.Count]{}
	is.StaffStart = app.Cell[app.Count]{}
	if _, _, ok := f.Offer(is, of); ok {
		t.Error("what nobody reported is offered")
	}
}

func TestAmountsOfWhatStands(t *testing.T) {
	lease := &app.Contract{Area: app.Of(app.Quantity(100_250)), Rate: app.Of(app.Money(65_533))}
	got := map[string]int64{}
	for _, a := range app.Amounts(lease.Type()) {
		if a.Label.RU == "" || a.Label.EN == "" || a.Unit.RU == "" || a.Scale == 0 {
			t.Errorf("%s is not described", a.Key)
		}
		got[a.Key] = a.Of(lease).N
	}
	if len(got) != 2 || got["area"] != 100_250 || got["rate"] != 6_569_683 {
		t.Errorf("amounts of a lease: %v", got)
	}
	lease.Area = app.Cell[app.Quantity]{}
	for _, a := range app.Amounts(lease.Type()) {
		if !a.Of(lease).Empty() {
			t.Errorf("%s without an area: %v", a.Key, a.Of(lease))
		}
	}
}

// An empty report says nothing; the least figure, a true zero included, says something.
func TestSaysNothing(t *testing.T) {
	b := sample.Park().Book()
	for _, typ := range app.Types() {
		for _, rec := range b.Of(typ.Key) {
			if app.SaysNothing(rec) {
				t.Errorf("%s %d of the sample says nothing", rec.Type().Key, rec.Header().ID)
			}
		}
	}
	report := &app.ResidentReport{Resident: 1, Period: app.YearPeriod(2021)}
	if !app.SaysNothing(report) {
		t.Error("an empty report says something")
	}
	report.Export = app.Of(app.Money(0))
	if app.SaysNothing(report) {
		t.Error("a zero is nothing")
	}
	if app.SaysNothing(&app.Resident{}) {
		t.Error("a card is no report")
	}
}
