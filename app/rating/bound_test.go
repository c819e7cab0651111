package rating_test

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/rating"
	"technopark/assets"
)

// TestLeaseWithoutAreaTakesNoOtherOut is a resident with two leases, one without an area.
func TestLeaseWithoutAreaTakesNoOtherOut(t *testing.T) {
	s := smallPark(t)
	s.change("contract", 15, "area: ") // 10 m² for 10 days, of Альфа, who has 100 m² all the year
	result := compute(t, s)
	occupancy := result.Find("S3.1")
	if got := plain(occupancy.Substituted(app.RU)); got != "86 030,0 / 366 / 800,0 × 100 = не меньше 29,4 %" {
		t.Error(got)
	}
	if got := plain(occupancy.MarkedText(app.EN)); got != "at least 29.4" || occupancy.Bound != rating.AtLeast {
		t.Errorf("%s, bound %v", got, occupancy.Bound)
	}
	if occupancy.Completeness != (rating.Completeness{In: 5, Of: 6}) {
		t.Errorf("completeness %v, want 5 of 6 leases", occupancy.Completeness)
	}
	want := []rating.Missing{{
		Type: "contract", ID: 15, Resident: 1, Title: "№ б/н, Альфа", Fields: []string{"area"},
		Words: app.L("не представлено: «Площадь»", "not provided: “Area”"),
	}}
	want[0].Title = "№" + app.NBSP + "б/н, Альфа"
	if diff := cmp.Diff(want, occupancy.Missing); diff != "" {
		t.Error(diff)
	}
	if innovative := result.Find("S1.4"); innovative.Completeness != (rating.Completeness{In: 3, Of: 5}) || innovative.Value != nil {
		t.Errorf("S1.4: %v, %v", innovative.Completeness, innovative.Value)
	}
}

// TestShareWithoutABase: what the park has none of is asked for nothing more.
func TestShareWithoutABase(t *testing.T) {
	for spoil, want := range map[string]string{
		"production: 0":                            "0,30 / 2,00 × 100 = 15,0 %",
		"production: н/п; production_free: ":       "0,30 / 2,00 × 100 = 15,0 %",
		"power: н/п; power_free: ":                 "100,0 / 400,0 × 100 = 25,0 %",
		"power_free: 0; production_free: 0":        "(0,0 / 400,0 + 0,00 / 2,00) / 2 × 100 = 0,0 %",
		"production: 0; production_free: 0; gas: ": "0,30 / 2,00 × 100 = 15,0 %",
	} {
		s := smallPark(t)
		s.change("site_report", 1, spoil)
		ind := compute(t, s).Find("S4.3")
		if got := plain(ind.Substituted(app.RU)); got != want || ind.Completeness.In != ind.Completeness.Of {
			t.Errorf("%s: %s, %v; want %s", spoil, got, ind.Completeness, want)
		}
	}
}

// TestCountOverNobodyIsZero and a ratio over nobody is none.
func TestCountOverNobodyIsZero(t *testing.T) {
	s := smallPark(t)
	s.drop("contract")
	for _, key := range []string{"publication", "event"} {
		s.drop(key)
	}
	result := compute(t, s)
	for code, want := range map[string]string{"S3.1": "0,0", "S1.4": "0,0", "S3.2": "0", "S5.2": "0,00", "S1.2": "не рассчитан", "S2.1": "не рассчитан", "S3.5": "не рассчитан"} {
		ind := result.Find(code)
		if got := ind.ValueText(app.RU); got != want || ind.Completeness.Of != 0 && code != "S3.5" {
			t.Errorf("%s is %s over %v, want %s", code, got, ind.Completeness, want)
		}
	}
}

// TestOnlyItemsOfTheListCount: records of what the list does not have, and second ones, raise
// nothing.
func TestOnlyItemsOfTheListCount(t *testing.T) {
	s := smallPark(t)
	before := describe(compute(t, s))
	for _, item := range []string{"низкий", "", "extra", "more"} {
		d, _ := s.put("disclosure", "period: 2020; met: да").(*app.Disclosure)
		d.Item = item
		p, _ := s.put("practice", "since: 01.01.2019; status: yes").(*app.Practice)
		p.Item = item
		service, _ := s.put("service", "offered: да").(*app.Service)
		service.Kind = item
		r, _ := s.put("service_report", "period: 2020; times: 5").(*app.ServiceReport)
		r.Service = service.ID
	}
	s.put("practice", "item: low_carbon; status: yes; since: 01.01.2018")
	s.put("disclosure", "period: 2020; met: да; item: "+s.records["disclosure"][0].(*app.Disclosure).Item)
	if diff := cmp.Diff(before, describe(compute(t, s))); diff != "" {
		t.Error(diff)
	}
}

// TestBoundsOfAFormula: which way a missing figure may have moved a value is told by where its
// sum stands.
func TestBoundsOfAFormula(t *testing.T) {
	for formula, want := range map[string]rating.Bound{
		"let_area_days / leasable":                                       rating.AtLeast,
		"leasable - let_area_days / days":                                rating.AtMost,
		"leasable / let_area_days":                                       rating.AtMost,
		"let_area_days / (let_area_days / days + leasable)":              rating.Exact,
		"mean(let_area_days / days / leasable, leasable / useful)":       rating.AtLeast,
		"mean(leasable / (let_area_days / days), leasable / useful) / 2": rating.AtMost,
	} {
		text := strings.Replace(string(assets.Methods()[0].TOML), `"let_area_days / days / leasable * 100"`, `"`+formula+`"`, 1)
		p, err := rating.Load("copy.toml", []byte(text))
		if err != nil {
			t.Fatal(err)
		}
		s := smallPark(t)
		s.change("contract", 15, "area: ")
		result, err := rating.Compute(p, s.book(), 2020)
		if err != nil {
			t.Fatal(err)
		}
		if ind := result.Find("S3.1"); ind.Value == nil || ind.Bound != want {
			t.Errorf("%s: bound %v, want %v (%s)", formula, ind.Bound, want, ind.Reason.RU)
		}
	}
	if got := rating.AtMost.Words(); got != app.L("не больше", "at most") {
		t.Errorf("%v", got)
	}
}
