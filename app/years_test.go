package app_test

import (
	"math"
	"slices"
	"testing"

	"technopark/app"
)

func reportOf(id int64, p app.Period, revenue app.Cell[app.Money]) app.Record {
	return &app.ResidentReport{Head: app.Head{ID: id}, Resident: 10, Period: p, Revenue: revenue}
}

func yearsOf(t *testing.T, chosen, most int, reports ...app.Record) app.Years {
	t.Helper()
	return app.YearsOf(app.Part{Type: app.TypeByKey("resident_report"), Records: reports}, chosen, most)
}

func rowOf(t *testing.T, y app.Years, key string) app.YearRow {
	t.Helper()
	i := slices.IndexFunc(y.Rows, func(r app.YearRow) bool { return r.Field.Key == key })
	if i < 0 {
		t.Fatalf("no row %s", key)
	}
	return y.Rows[i]
}

func TestYearsStandSideBySide(t *testing.T) {
	year, none := app.YearPeriod, app.Cell[app.Money]{}
	all := []app.Record{
		reportOf(1, year(2017), none), reportOf(2, year(2018), none), reportOf(3, year(2020), none),
		reportOf(4, app.Period{Year: 2019, Quarter: 4}, none), reportOf(5, year(2021), none),
	}
	for _, c := range []struct {
		chosen, most int
		years        []int
		ids          []int64
	}{
		{2020, 3, []int{2018, 2019, 2020}, []int64{2, 0, 3}},
		{2020, 9, []int{2017, 2018, 2019, 2020}, []int64{1, 2, 0, 3}},
		{2019, 2, []int{2018, 2019}, []int64{2, 0}},
		{2016, 3, []int{2016}, []int64{0}},
		{2021, 1, []int{2021}, []int64{5}},
		{2024, 3, []int{2024}, []int64{0}},
	} {
		y := yearsOf(t, c.chosen, c.most, all...)
		var ids []int64
		for _, rec := range y.Reports {
			id := int64(0)
			if rec != nil {
				id = rec.Header().ID
			}
			ids = append(ids, id)
		}
		if !slices.Equal(y.Years, c.years) || !slices.Equal(ids, c.ids) {
			t.Errorf("of %d, at most %d: %v, %v", c.chosen, c.most, y.Years, ids)
		}
		if y.Empty() == slices.ContainsFunc(c.ids, func(id int64) bool { return id != 0 }) {
			t.Errorf("of %d: empty %v", c.chosen, y.Empty())
		}
	}
}

func TestYearsAreOfReportsDueOnceAYear(t *testing.T) {
	want := map[string]bool{"resident_report": true, "company_report": true, "site_report": true, "service_report": true}
	for _, typ := range app.Types() {
		if typ.Yearly() != want[typ.Key] {
			t.Errorf("%s: yearly %v", typ.Key, typ.Yearly())
		}
		if !want[typ.Key] {
			continue
		}
		y := app.YearsOf(app.Part{Type: typ}, 2020, 3)
		for _, row := range y.Rows {
			if !row.Field.Typed() || row.Field.Key == typ.Owner || row.Field.Key == typ.Period {
				t.Errorf("%s.%s is no figure of a year", typ.Key, row.Field.Key)
			}
		}
		if len(y.Rows) == 0 {
			t.Errorf("%s has no figures", typ.Key)
		}
	}
}

func TestChangeToTheYearBefore(t *testing.T) {
	thousand := func(n int64) app.Cell[app.Money] { return app.Of(app.Money(n * 10_000)) } // tenths of a thousand roubles
	none, na := app.Cell[app.Money]{}, app.NA[app.Money]()
	nb := app.NBSP
	for _, c := range []struct {
		was, is app.Cell[app.Money]
		want    string
	}{
		{thousand(471153), thousand(539387), "+14,5" + nb + "%"},
		{thousand(10602), thousand(24100), "+127,3" + nb + "%"},
		{thousand(1000), thousand(1000), "0,0" + nb + "%"},
		{thousand(1000), thousand(950), "−5,0" + nb + "%"},
		{thousand(10000), thousand(9995), "−0,1" + nb + "%"}, // half away from zero
		{thousand(100000), thousand(100001), "0,0" + nb + "%"},
		{thousand(1000), thousand(0), "−100,0" + nb + "%"},
		{thousand(1000), thousand(9999), "+899,9" + nb + "%"},
		{thousand(1000), thousand(12345), "в" + nb + "12,3" + nb + "раза"},
		{app.Of(app.Money(1)), app.Of(app.Money(math.MaxInt64 / 1000)), "в" + nb + "9" + nb + "223" + nb + "372" + nb + "036" + nb + "854" + nb + "775,0" + nb + "раза"},
		{thousand(0), thousand(10), ""},
		{thousand(-10), thousand(10), ""},
		{none, thousand(10), ""},
		{thousand(10), none, ""},
		{na, thousand(10), ""},
		{thousand(10), na, ""},
	} {
		y := yearsOf(t, 2020, 3, reportOf(1, app.YearPeriod(2019), c.was), reportOf(2, app.YearPeriod(2020), c.is))
		if got := rowOf(t, y, "revenue").Change(app.RU); got != c.want {
			t.Errorf("from %v to %v: %q, want %q", c.was, c.is, got, c.want)
		}
	}
	first := yearsOf(t, 2020, 3, reportOf(2, app.YearPeriod(2020), thousand(10)))
	if got := rowOf(t, first, "revenue").Change(app.RU); got != "" {
		t.Errorf("the first report has changed by %q", got)
	}
}

func TestARowHasTheDecimalsOfItsMostExactFigure(t *testing.T) {
	y := yearsOf(t, 2020, 3,
		reportOf(1, app.YearPeriod(2018), app.Of(app.Money(0))),
		reportOf(2, app.YearPeriod(2019), app.Of(app.Money(106_025_000))),
		reportOf(3, app.YearPeriod(2020), app.Of(app.Money(241_000_000))))
	row := rowOf(t, y, "revenue")
	for i, want := range []string{"0,00", "1" + app.NBSP + "060,25", "2" + app.NBSP + "410,00"} {
		if got := row.Words(i, nil, app.RU); got != want {
			t.Errorf("%d: %q, want %q", y.Years[i], got, want)
		}
	}
	headcount := rowOf(t, y, "headcount")
	if got := headcount.Words(0, nil, app.RU); got != "" || headcount.Digits != 0 {
		t.Errorf("a figure that is not there is %q with %d decimals", got, headcount.Digits)
	}
}
