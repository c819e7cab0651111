package rating_test

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"technopark/app"
	"technopark/app/rating"
)

// spoilers each do to a park what staff or an attacker could do to its file.
var spoilers = map[string]func(t *rapid.T, s *shelf){
	"a cell of any report": func(t *rapid.T, s *shelf) {
		key := rapid.SampledFrom([]string{"resident_report", "site_report", "company_report", "service_report"}).Draw(t, "type")
		rec := drawn(t, s, key)
		f := rapid.SampledFrom(rec.Type().Fields).Filter(func(f app.Field) bool { return f.Kind.Number() }).Draw(t, "field")
		f.Set(rec, drawnValue(t, f))
	},
	"not applicable everywhere": func(t *rapid.T, s *shelf) {
		key := rapid.SampledFrom([]string{"headcount", "revenue", "rd_own", "taxes_local"}).Draw(t, "field")
		for _, rec := range s.records["resident_report"] {
			f, _ := rec.Type().Field(key)
			f.Set(rec, app.NAValue())
		}
	},
	"zero everywhere": func(t *rapid.T, s *shelf) {
		key := rapid.SampledFrom([]string{"headcount", "revenue"}).Draw(t, "field")
		for _, rec := range s.records["resident_report"] {
			f, _ := rec.Type().Field(key)
			f.Set(rec, app.NumberValue(0))
		}
	},
	"a report of a quarter": func(t *rapid.T, s *shelf) {
		key := rapid.SampledFrom([]string{"resident_report", "site_report", "company_report", "disclosure", "service_report"}).Draw(t, "type")
		rec := drawn(t, s, key)
		f, _ := rec.Type().Field("period")
		f.Set(rec, app.TextValue(rapid.SampledFrom([]string{"2020-Q1", "2020-Q4", "2021"}).Draw(t, "period")))
	},
	"an agreement": func(t *rapid.T, s *shelf) {
		c, _ := drawn(t, s, "contract").(*app.Contract)
		c.Kind = rapid.SampledFrom([]string{app.ContractResidency, app.ContractLease, app.ContractService}).Draw(t, "kind")
		c.Resident = rapid.Int64Range(1, int64(len(s.records["resident"]))).Draw(t, "resident")
		c.From = drawnDay(t)
		c.To = app.Date{}
		if rapid.Bool().Draw(t, "ends") {
			c.To = c.From.AddDays(rapid.IntRange(0, 900).Draw(t, "for"))
		}
		c.Area = app.Cell[app.Quantity]{}
		if rapid.IntRange(0, 3).Draw(t, "area") > 0 {
			c.Area = app.Of(app.Quantity(rapid.Int64Range(0, 2_000_000).Draw(t, "m2")))
		}
	},
	"everybody left": func(_ *rapid.T, s *shelf) {
		for _, rec := range s.records["contract"] {
			if c, _ := rec.(*app.Contract); c.Kind == app.ContractResidency {
				c.To = app.Day(2019, 6, 30)
			}
		}
	},
	"an innovative one": func(t *rapid.T, s *shelf) {
		r, _ := drawn(t, s, "resident").(*app.Resident)
		r.Innovative = rapid.SampledFrom([]app.Cell[app.Flag]{app.Yes(), app.No(), {}}).Draw(t, "innovative")
	},
	"an investment": func(t *rapid.T, s *shelf) {
		i, _ := drawn(t, s, "investment").(*app.Investment)
		i.Date = drawnDay(t)
		i.Source = rapid.SampledFrom([]string{"federal", "municipal", "company", "loan", ""}).Draw(t, "source")
		i.Amount = rapid.SampledFrom([]app.Cell[app.Money]{{}, app.Of(app.Money(0)), app.Of(app.Thousands(777))}).Draw(t, "amount")
	},
	"an item": func(t *rapid.T, s *shelf) {
		switch rapid.IntRange(0, 2).Draw(t, "list") {
		case 0:
			s.put("disclosure", "period: 2020; met: "+rapid.SampledFrom([]string{"да", "нет", ""}).Draw(t, "met"))
			d, _ := last(s, "disclosure").(*app.Disclosure)
			d.Item = drawnItem(t, "disclosure", "item")
		case 1:
			s.put("practice", "since: 01.02.2019; status: "+rapid.SampledFrom([]string{"yes", "no", "planned", ""}).Draw(t, "status"))
			p, _ := last(s, "practice").(*app.Practice)
			p.Item = drawnItem(t, "practice", "item")
		default:
			s.put("service", "offered: "+rapid.SampledFrom([]string{"да", "нет", ""}).Draw(t, "offered"))
			service, _ := last(s, "service").(*app.Service)
			service.Kind = drawnItem(t, "service", "kind")
			s.put("service_report", fmt.Sprintf("period: 2020; service: %d; times: %d", service.ID, rapid.IntRange(0, 1).Draw(t, "times")))
		}
	},
	"an event of a resident": func(t *rapid.T, s *shelf) {
		j, _ := drawn(t, s, "job").(*app.Job)
		j.Resident, j.Date = rapid.Int64Range(0, 6).Draw(t, "resident"), drawnDay(t)
		j.Change = rapid.SampledFrom([]string{"created", "cut", ""}).Draw(t, "change")
		r, _ := drawn(t, s, "ip_result").(*app.IPResult)
		r.Resident, r.Granted = rapid.Int64Range(1, 6).Draw(t, "owner"), drawnDay(t)
		r.Kind = rapid.SampledFrom([]string{"invention", "design", "know_how", ""}).Draw(t, "ip")
	},
	"no such records": func(t *rapid.T, s *shelf) {
		s.drop(rapid.SampledFrom([]string{
			"site_report", "company_report", "investment", "disclosure", "practice", "service_report", "publication", "job",
		}).Draw(t, "type"))
	},
	"the opening figure": func(t *rapid.T, s *shelf) {
		s.park.TaxesBefore = rapid.SampledFrom([]app.Cell[app.Money]{{}, app.NA[app.Money](), app.Of(app.Thousands(5))}).Draw(t, "taxes")
	},
}

func drawn(t *rapid.T, s *shelf, key string) app.Record {
	if len(s.records[key]) == 0 {
		return app.TypeByKey(key).New() // on no shelf: spoiling it changes nothing
	}
	return rapid.SampledFrom(s.records[key]).Draw(t, key)
}

func last(s *shelf, key string) app.Record { return s.records[key][len(s.records[key])-1] }

func drawnDay(t *rapid.T) app.Date {
	return app.Day(2018, 1, 1).AddDays(rapid.IntRange(0, 1300).Draw(t, "day"))
}

// drawnItem is an item of a list, one that is in it already, or none that the list knows.
func drawnItem(t *rapid.T, typeKey, field string) string {
	f, _ := app.TypeByKey(typeKey).Field(field)
	codes := []string{"", "unknown", "неизвестно"}
	for _, o := range f.Options {
		codes = append(codes, o.Code)
	}
	return rapid.SampledFrom(codes).Draw(t, "item")
}

func drawnValue(t *rapid.T, f app.Field) app.Value {
	switch n := rapid.IntRange(0, 6).Draw(t, "state"); {
	case n == 0:
		return app.Value{}
	case n == 1 && f.CanNA:
		return app.NAValue()
	case n == 2:
		return app.NumberValue(0)
	}
	return app.NumberValue(rapid.Int64Range(0, 1_000_000).Draw(t, "n"))
}

// TestIndicatorsAgreeWithAnOracle recomputes all indicators of parks spoiled in every way we
// know, for two years, by a program that shares nothing with the profile.
func TestIndicatorsAgreeWithAnOracle(t *testing.T) {
	p := builtIn(t)
	rapid.Check(t, func(rt *rapid.T) {
		s := smallPark(t)
		for _, name := range rapid.SliceOfN(rapid.SampledFrom(slices.Sorted(maps.Keys(spoilers))), 0, 6).Draw(rt, "spoilers") {
			spoilers[name](rt, s)
		}
		year := rapid.IntRange(2019, 2020).Draw(rt, "year")
		result, err := rating.Compute(p, s.book(), year)
		if err != nil {
			rt.Fatal(err)
		}
		want := (&oracle{s, year}).all()
		for _, ind := range result.All() {
			w := want[ind.Code]
			got := outcome{ind.Value, ind.Completeness.In, ind.Completeness.Of, ind.Bound}
			same := (got.value == nil) == (w.value == nil) && (w.value == nil || got.value.Cmp(w.value) == 0)
			if !same || got.in != w.in || got.of != w.of || got.bound != w.bound {
				rt.Errorf("%s of %d: %v (%s), by the oracle %v", ind.Code, year, got, ind.Reason.RU, w)
			}
		}
	})
}
