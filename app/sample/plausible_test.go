package sample_test

import (
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

func TestReportsAreOfYearsOfResidency(t *testing.T) {
	b := sample.Park().Book()
	silent := 0
	for _, r := range app.All[app.Resident](b, "resident") {
		given := map[app.Period]bool{}
		for _, rep := range app.All[app.ResidentReport](b, "resident_report") {
			if rep.Resident == r.ID {
				given[rep.Period] = true
			}
		}
		for y := 2015; y <= 2021; y++ {
			p := app.YearPeriod(y)
			reportable := y >= 2018 && y <= 2020 && b.Active(r.ID, p)
			if given[p] && !reportable {
				t.Errorf("%s reports on %d, when it was no resident", r.ShortName, y)
			}
			if reportable && !given[p] {
				silent++
			}
		}
	}
	if silent < 2 || silent > 4 {
		t.Errorf("%d reports are missing, want a couple", silent)
	}
}

func TestPartsStayWithinWholes(t *testing.T) {
	b := sample.Park().Book()
	within := func(what string, id, part, whole int64, bothGiven bool) {
		t.Helper()
		if bothGiven && part > whole {
			t.Errorf("%s of record %d: %d of %d", what, id, part, whole)
		}
	}
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		within("researchers", r.ID, int64(r.Researchers.N), int64(r.Headcount.N), r.Researchers.Given() && r.Headcount.Given())
		within("export", r.ID, int64(r.Export.N), int64(r.Revenue.N), r.Export.Given() && r.Revenue.Given())
		within("innovative revenue", r.ID, int64(r.Innovative.N), int64(r.Revenue.N), r.Innovative.Given() && r.Revenue.Given())
	}
	for _, s := range app.All[app.SiteReport](b, "site_report") {
		for _, pair := range [][2]app.Cell[app.Quantity]{
			{s.Leasable, s.Useful},
			{s.Useful, s.Building},
			{s.Production, s.Leasable},
			{s.Office, s.Leasable},
			{s.LandFree, s.Land},
			{s.ProductionFree, s.Production},
			{s.PowerFree, s.Power},
			{s.GasFree, s.Gas},
			{s.HeatFree, s.Heat},
			{s.WaterFree, s.Water},
			{s.SewageFree, s.Sewage},
		} {
			within("site figure", s.ID, int64(pair[0].N), int64(pair[1].N), true)
		}
	}
	for _, s := range app.All[app.ServiceReport](b, "service_report") {
		within("residents served", s.ID, int64(s.Residents.N), int64(len(b.ActiveResidents(s.Period))), true)
	}
}

func TestJobsStayWithinHeadcount(t *testing.T) {
	b := sample.Park().Book()
	for _, rep := range app.All[app.ResidentReport](b, "resident_report") {
		var created app.Count
		for _, j := range app.All[app.Job](b, "job") {
			if j.Resident == rep.Resident && rep.Period.Contains(j.Date) && j.Change == app.JobCreated {
				created += j.Count.N
			}
		}
		if rep.Period.Quarter == 0 && rep.Headcount.Given() && created > rep.Headcount.N {
			t.Errorf("%s created %d jobs with %d people", b.TitleOf("resident", rep.Resident), created, rep.Headcount.N)
		}
	}
}

func TestDatesAreInOrder(t *testing.T) {
	b := sample.Park().Book()
	for _, c := range app.All[app.Contract](b, "contract") {
		if c.From.Before(c.Signed) || !c.To.Zero() && c.To.Before(c.From) {
			t.Errorf("contract %s: signed %v, from %v to %v", c.Number, c.Signed, c.From, c.To)
		}
		if r := b.Get("resident", c.Resident).(*app.Resident); c.Signed.Before(r.Registered) {
			t.Errorf("contract %s signed before %s was registered", c.Number, r.ShortName)
		}
	}
	for _, p := range app.All[app.IPResult](b, "ip_result") {
		if !p.Granted.Zero() && p.Granted.Before(p.Filed) {
			t.Errorf("%s: filed %v, granted %v", p.Title, p.Filed, p.Granted)
		}
	}
	for _, p := range app.All[app.Project](b, "project") {
		if p.End.Before(p.Start) {
			t.Errorf("%s: from %v to %v", p.Title, p.Start, p.End)
		}
	}
}

func TestNoRoomIsLetTwice(t *testing.T) {
	b := sample.Park().Book()
	leases := map[int64][]*app.Contract{}
	for _, c := range app.All[app.Contract](b, "contract") {
		if c.Kind != app.ContractLease {
			continue
		}
		var area app.Quantity
		for _, id := range c.Rooms {
			room := b.Get("room", id).(*app.Room)
			area += room.Area.N
			for _, other := range leases[id] {
				if overlap(c, other) {
					t.Errorf("room %s is let by %s and by %s", room.Number, c.Number, other.Number)
				}
			}
			leases[id] = append(leases[id], c)
			if room.Leasable != app.Yes() {
				t.Errorf("room %s is not to be let", room.Number)
			}
		}
		if area != c.Area.N {
			t.Errorf("lease %s: rooms of %d, area of %d", c.Number, area, c.Area.N)
		}
	}
}

func overlap(x, y *app.Contract) bool {
	return (x.To.Zero() || !x.To.Before(y.From)) && (y.To.Zero() || !y.To.Before(x.From))
}

// TestFewJump looks at the two figures staff are asked about: a jump of more
// than half is a warning, and a demonstration of nothing but warnings is none.
func TestFewJump(t *testing.T) {
	b := sample.Park().Book()
	type key struct {
		resident int64
		year     int
	}
	reports := map[key]*app.ResidentReport{}
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		if r.Period.Quarter == 0 {
			reports[key{r.Resident, r.Period.Year}] = r
		}
	}
	jumps := 0
	for k, now := range reports {
		before := reports[key{k.resident, k.year - 1}]
		if before == nil {
			continue
		}
		if jumped(int64(before.Revenue.N), int64(now.Revenue.N)) {
			jumps++
		}
		if jumped(int64(before.Headcount.N), int64(now.Headcount.N)) {
			t.Errorf("%s: headcount from %d to %d", b.TitleOf("resident", k.resident), before.Headcount.N, now.Headcount.N)
		}
	}
	if jumps < 1 || jumps > 5 {
		t.Errorf("revenue jumped by more than half in %d reports, want a few", jumps)
	}
}

func jumped(before, now int64) bool {
	return before > 0 && now > 0 && (2*now > 3*before || 2*now < before)
}
