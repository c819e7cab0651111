package rollover_test

import (
	"context"
	"errors"
	"maps"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/regulation"
	"technopark/app/rollover"
)

// The new year gets what is due in it, empty; nothing of before is changed; one undo takes all back.
func TestTurnAddsWhatIsDueAndChangesNothing(t *testing.T) {
	k := keep(t)
	before := snapshots(t, k.book(t))
	p := k.plan(t, 2020, 2021)
	if p.Due() == 0 || p.Done() {
		t.Fatal("nothing is due in a year without records")
	}
	k.apply(t, p)
	after := snapshots(t, k.book(t))
	for place, was := range before {
		if is := after[place]; is != was {
			t.Errorf("%s was %s, is %s", place, was, is)
		}
	}
	b := k.book(t)
	made := 0
	for _, typ := range app.Types() {
		for _, rec := range b.Of(typ.Key) {
			if _, old := before[app.Place{Type: typ.Key, ID: rec.Header().ID}]; old {
				continue
			}
			made++
			if !app.SaysNothing(rec) || app.PeriodOf(rec) != app.YearPeriod(2021) {
				t.Errorf("made %s of %s, not empty or of another year", typ.Key, app.PeriodOf(rec).Key())
			}
		}
		if due := app.DueReports(b, typ, app.YearPeriod(2021)); len(due) > 0 {
			t.Errorf("%d records of %s are still due", len(due), typ.Key)
		}
	}
	if made != p.Due() {
		t.Errorf("%d made, %d planned", made, p.Due())
	}
	sound(t, k)
	if _, err := k.Undo(context.Background()); err != nil {
		t.Fatal(err)
	}
	if got := snapshots(t, k.book(t)); !maps.Equal(got, before) {
		t.Errorf("undone: %d records, %d before", len(got), len(before))
	}
	sound(t, k)
}

// sound holds the file to its journal.
func sound(t *testing.T, k *kept) {
	t.Helper()
	v, err := k.Verify(context.Background())
	if err != nil || len(v.Problems) > 0 {
		t.Errorf("the file after the turn: %v, %v", v.Problems, err)
	}
}

func TestSecondTurnWritesNothing(t *testing.T) {
	k := keep(t)
	k.apply(t, k.plan(t, 2020, 2021))
	holds, err := k.Holding(context.Background())
	if err != nil {
		t.Fatal(err)
	}
	p := k.plan(t, 2020, 2021)
	if !p.Done() || p.Due() != 0 || p.There() == 0 {
		t.Errorf("%d are due again, %d are there", p.Due(), p.There())
	}
	k.apply(t, p)
	if again, err := k.Holding(context.Background()); err != nil || !holds.Same(again) {
		t.Errorf("the second turn wrote: %v, %v", again, err)
	}
}

// What the new year has already is left as it is, be it of the year or of a quarter.
func TestTurnLeavesWhatIsThere(t *testing.T) {
	k := keep(t)
	resident := k.book(t).ActiveResidents(app.YearPeriod(2021))[0]
	there := &app.ResidentReport{Head: app.Head{Park: k.park}, Resident: resident.ID, Period: app.YearPeriod(2021), Headcount: app.Of(app.Count(3))}
	quarter := &app.ResidentReport{Head: app.Head{Park: k.park}, Resident: resident.ID, Period: app.Period{Year: 2021, Quarter: 1}, Headcount: app.Of(app.Count(2))}
	if err := errors.Join(k.Save(context.Background(), there), k.Save(context.Background(), quarter)); err != nil {
		t.Fatal(err)
	}
	fresh := len(app.DueReports(k.book(t), there.Type(), app.YearPeriod(2021)))
	p := k.plan(t, 2020, 2021)
	for _, turned := range p.Types {
		if turned.Type == there.Type() && (turned.There != 2 || len(turned.Make) != fresh) {
			t.Errorf("%d are there, %d to be made, want 2 and %d", turned.There, len(turned.Make), fresh)
		}
	}
	k.apply(t, p)
	kept := app.Find[app.ResidentReport](k.book(t), "resident_report", there.ID)
	if kept == nil || kept.Headcount != app.Of(app.Count(3)) {
		t.Errorf("what was there is %+v", kept)
	}
}

func TestYearsThatCannotBeTurned(t *testing.T) {
	b := keep(t).book(t)
	for _, c := range []struct {
		from, to int
		id       string
	}{{2020, 2022, "rollover.order"}, {2020, 2020, "rollover.order"}, {2021, 2020, "rollover.order"}, {1995, 1996, "rollover.nothing"}, {2030, 2031, "rollover.nothing"}} {
		_, err := rollover.New(b, c.from, c.to)
		if r, ok := app.Refused(err); !ok || r.ID != c.id || errors.Is(err, rollover.ErrOrder) != (c.id == "rollover.order") {
			t.Errorf("%d to %d: %v", c.from, c.to, err)
		}
	}
}

// Nobody is called a graduate unless somebody has said so; what was said is all that changes.
func TestLeaversAreDecidedByPeople(t *testing.T) {
	k := keep(t)
	gone := depart(t, k, 3, true)
	before := snapshots(t, k.book(t))
	p := k.plan(t, 2020, 2021)
	if len(p.Leavers) != len(gone) {
		t.Fatalf("%d left, want %d", len(p.Leavers), len(gone))
	}
	for i, l := range p.Leavers {
		if l.Choice != "" || l.Proposal != rollover.Expired || l.Why.RU == "" || l.Why.EN == "" || l.Resident.ID != gone[i].ID {
			t.Errorf("%d: %+v", i, l)
		}
	}
	if err := p.Decide(gone[1].ID, app.OutcomeGraduated); err != nil {
		t.Error(err)
	}
	stays := k.book(t).ActiveResidents(app.YearPeriod(2021))[0]
	if r, _ := app.Refused(p.Decide(stays.ID, app.OutcomeGraduated)); r.ID != "rollover.not_left" {
		t.Errorf("of one who stays: %v", r)
	}
	k.apply(t, p)
	b := k.book(t)
	for place, was := range before {
		changed := place == (app.Place{Type: "contract", ID: p.Leavers[1].Agreement.ID})
		text, err := app.TakeSnapshot(b.Get(place.Type, place.ID)).JSON(app.TypeByKey(place.Type))
		if err != nil || (text != was) != changed {
			t.Errorf("%s was %s, is %s, %v", place, was, text, err)
		}
	}
	day := app.Day(2021, 1, 1)
	if is := b.Residency(gone[1].ID, day).Status; is != app.StatusGraduate {
		t.Errorf("the graduate is %s", is)
	}
	if is := b.Residency(gone[0].ID, day).Status; is != app.StatusTerminated {
		t.Errorf("one of whom nothing was said is %s", is)
	}
	if again := k.plan(t, 2020, 2021); len(again.Leavers) != 2 || !again.Done() {
		t.Errorf("%d are left to be decided, done is %v", len(again.Leavers), again.Done())
	}
	again := k.plan(t, 2020, 2021)
	if err := again.Decide(gone[1].ID, app.OutcomeGraduated); err != nil {
		t.Errorf("said once more: %v", err)
	}
	if r, _ := app.Refused(again.Decide(gone[1].ID, rollover.Terminated)); r.ID != "rollover.decided" {
		t.Errorf("said otherwise: %v", r)
	}
	for _, r := range gone {
		for _, report := range app.All[app.ResidentReport](b, "resident_report") {
			if report.Resident == r.ID && report.Period.Year == 2021 {
				t.Errorf("a report is due from %s, who left", r.Name)
			}
		}
	}
}

func TestProposals(t *testing.T) {
	first := app.Day(2021, 1, 1)
	stay := app.Contract{Head: app.Head{ID: 1}, Resident: 1, Kind: app.ContractResidency, Number: "Р-1", From: app.Day(2018, 1, 1), To: app.Day(2020, 12, 31)}
	lease := func(to app.Date, outcome string) *app.Contract {
		return &app.Contract{Head: app.Head{ID: 2}, Resident: 1, Kind: app.ContractLease, Number: "А-1", From: app.Day(2018, 1, 1), To: to, Outcome: outcome}
	}
	for _, c := range []struct {
		what     string
		other    *app.Contract
		proposal string
		why      string
	}{
		{"nothing else", nil, "expired", "соглашение №\u00a0Р-1 действовало по 31.12.2020, другого нет"},
		{"a lease that goes on", lease(app.Date{}, ""), "", "договор №\u00a0А-1 действует и после 31.12.2020: похоже, соглашение продлевают"},
		{"a lease that ended as that of a graduate", lease(app.Day(2020, 12, 31), app.OutcomeGraduated), "graduated", "договор №\u00a0А-1 завершён 31.12.2020: выпуск резидента"},
		{"a lease that was terminated long before", lease(app.Day(2019, 3, 1), "terminated"), "expired", "соглашение №\u00a0Р-1 действовало по 31.12.2020, другого нет"},
		{"an agreement that is to begin", &app.Contract{Head: app.Head{ID: 2}, Resident: 1, Kind: app.ContractResidency, From: app.Day(2021, 2, 1)}, "", "новое соглашение без номера начнётся 01.02.2021"},
	} {
		records := map[string][]app.Record{
			"resident": {&app.Resident{Head: app.Head{ID: 1}, Name: "Альфа"}}, "contract": {app.Clone(&stay)},
			"site_report": {&app.SiteReport{Head: app.Head{ID: 1}, Period: app.YearPeriod(2020)}},
		}
		if c.other != nil {
			records["contract"] = append(records["contract"], c.other)
		}
		p, err := rollover.New(app.NewBook(&app.Park{Head: app.Head{ID: 1}}, records), 2020, first.Year)
		if err != nil || len(p.Leavers) != 1 {
			t.Fatalf("%s: %v", c.what, err)
		}
		if l := p.Leavers[0]; l.Proposal != c.proposal || l.Why.RU != c.why {
			t.Errorf("%s: %q, %s", c.what, l.Proposal, l.Why.RU)
		}
	}
}

// The check of the new year says what is missing, a report at a time, and nothing of its cells.
func TestCheckOfTheNewYearIsCalm(t *testing.T) {
	k := keep(t)
	run := func() map[string]int {
		t.Helper()
		b := k.book(t)
		set, err := regulation.Program().For(b, 2021)
		if err != nil {
			t.Fatal(err)
		}
		found := map[string]int{}
		for _, f := range check.Run(set.Rules, b, 2021, nil).Findings {
			found[f.Rule+" "+f.Type.Key]++
		}
		return found
	}
	before := run()
	k.apply(t, k.plan(t, 2020, 2021))
	if after := run(); !maps.Equal(before, after) {
		t.Errorf("before the turn %v, after it %v", before, after)
	}
}
