package sample_test

import (
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// TestEnoughIsGivenForEveryIndicator holds the sample above the threshold of
// 80 % and, in 2020, below completeness, so that both can be shown.
func TestEnoughIsGivenForEveryIndicator(t *testing.T) {
	b := sample.Park().Book()
	for _, cells := range [][]string{
		{"rd_own", "rd_budget", "rd_other", "headcount"},
		{"innovative_revenue", "revenue"},
		{"revenue", "headcount"},
		{"export", "revenue"},
		{"taxes_federal", "taxes_regional", "taxes_local", "customs", "contributions", "headcount"},
		{"capital", "equity", "headcount"},
	} {
		for y := 2018; y <= 2020; y++ {
			in, active := answered(b, y, cells)
			if in*100 < active*90 || y == 2020 && in == active {
				t.Errorf("%v of %d: %d of %d residents", cells, y, in, active)
			}
		}
	}
}

// answered counts the active residents that left none of the cells out.
func answered(b *app.Book, year int, cells []string) (in, active int) {
	p := app.YearPeriod(year)
	complete := map[int64]bool{}
	for _, rep := range app.All[app.ResidentReport](b, "resident_report") {
		if rep.Period != p {
			continue
		}
		complete[rep.Resident] = true
		for _, key := range cells {
			if f, _ := rep.Type().Field(key); f.Get(rep).Empty() {
				complete[rep.Resident] = false
			}
		}
	}
	for _, r := range b.ActiveResidents(p) {
		active++
		if complete[r.ID] {
			in++
		}
	}
	return in, active
}

// TestFiguresArePlausible compares with what is published of real parks (see
// tradeFigures), because figures out by a thousand would teach staff nothing.
func TestFiguresArePlausible(t *testing.T) {
	b := sample.Park().Book()
	var heads, revenue, before, research, patents float64
	gave2019 := map[int64]float64{}
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		switch r.Period {
		case app.YearPeriod(2019):
			gave2019[r.Resident] = float64(r.Revenue.N)
		case year:
			heads += float64(r.Headcount.N)
			revenue += float64(r.Revenue.N)
			research += float64(r.RDOwn.N + r.RDBudget.N + r.RDOther.N)
		}
	}
	var again float64
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		if r.Period == year && r.Revenue.N > 0 && gave2019[r.Resident] > 0 {
			again += float64(r.Revenue.N)
			before += gave2019[r.Resident]
		}
	}
	for _, p := range app.All[app.IPResult](b, "ip_result") {
		if year.Contains(p.Granted) && (p.Kind == "invention" || p.Kind == "utility_model" || p.Kind == "design") {
			patents++
		}
	}
	const thousand = 100_000 // kopecks
	for _, figure := range []struct {
		name             string
		value, low, high float64
	}{
		{"people", heads, 1500, 2500},
		{"revenue a head, thousand roubles", revenue / heads / thousand, 2300, 3200},
		{"R&D a head, thousand roubles", research / heads / thousand, 70, 300},
		{"patents a head", patents / heads, 0.003, 0.02},
		{"growth of revenue", again / before, 1.05, 1.25},
		{"occupancy", occupancy(b), 0.85, 0.92},
	} {
		if figure.value < figure.low || figure.value > figure.high {
			t.Errorf("%s: %.4f, want %g to %g", figure.name, figure.value, figure.low, figure.high)
		}
	}
}

// occupancy is the mean let area of 2020 by the leasable.
func occupancy(b *app.Book) float64 {
	var let float64
	for _, c := range app.All[app.Contract](b, "contract") {
		if c.Kind == app.ContractLease {
			let += float64(c.Area.N) * float64(c.DaysIn(year)) / float64(year.Days())
		}
	}
	for _, s := range app.All[app.SiteReport](b, "site_report") {
		if s.Period == year {
			return let / float64(s.Leasable.N)
		}
	}
	return 0
}

func TestEveryStateOfACellIsShown(t *testing.T) {
	b := sample.Park().Book()
	var na, missing, zero bool
	for _, r := range app.All[app.ResidentReport](b, "resident_report") {
		na = na || r.Headcount == app.NA[app.Count]()
		missing = missing || r.Export == app.Cell[app.Money]{}
		zero = zero || r.Export == app.Of(app.Money(0))
	}
	if !na || !missing || !zero {
		t.Errorf("«не применимо» %t, «не представлено» %t, a true zero %t", na, missing, zero)
	}
}
