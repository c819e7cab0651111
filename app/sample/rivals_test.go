package sample_test

import (
	"maps"
	"reflect"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/assets"
)

// ranked places the sample park among the others of a year by the program's own method.
func ranked(t *testing.T, b *app.Book, year int) (*rating.Comparison, *composite.Result) {
	t.Helper()
	own := assets.Methods()[0]
	method, err := rating.Load(own.Name, own.TOML)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(method, b, year)
	if err != nil {
		t.Fatal(err)
	}
	known := rating.Compare(method.Composite, []rating.OwnPark{{Name: b.Park.Name, Result: result}}, app.All[app.Reference](b, "reference"), year)
	if len(known.Notes) > 0 {
		t.Errorf("%d: not all is used: %v", year, known.Notes)
	}
	position, err := rating.Locate(method.Composite, known, nil)
	if err != nil {
		t.Fatal(err)
	}
	if position.Ranked == nil {
		t.Fatalf("%d: no places", year)
	}
	return known, position.Ranked
}

func TestParkIsFirstOfForty(t *testing.T) {
	_, r := ranked(t, sample.Park().Book(), 2020)
	if len(r.Units) != 40 || r.Rank(0, "I") != 1 || r.Group(0) != "I" {
		t.Errorf("place %d of %d, group %s", r.Rank(0, "I"), len(r.Units), r.Group(0))
	}
	groups, places := map[string]int{}, map[int]bool{}
	for u := range r.Units {
		groups[r.Group(u)]++
		places[r.Rank(u, "I")] = true
	}
	if want := map[string]int{"I": 6, "II": 15, "III": 13, "IV": 6}; !maps.Equal(groups, want) {
		t.Errorf("groups %v, want %v", groups, want)
	}
	if len(places) != 40 {
		t.Errorf("%d different places", len(places))
	}
}

// TestOthersAreFirstElsewhere keeps the story: the first of all is not the first in everything.
func TestOthersAreFirstElsewhere(t *testing.T) {
	_, r := ranked(t, sample.Park().Book(), 2020)
	leaders := map[string]string{}
	for u, unit := range r.Units {
		for _, code := range []string{"S1", "S2", "S3", "S4", "S5"} {
			if r.Rank(u, code) == 1 {
				leaders[code] += unit.ID
			}
		}
	}
	want := map[string]string{
		"S1": "«Транспортир»", "S2": "«Технопарк „Пример“»", "S3": "«Образцовый»", "S4": "«Перпендикуляр»", "S5": "«Циркуль»",
	}
	if !maps.Equal(leaders, want) {
		t.Errorf("first are %v, want %v", leaders, want)
	}
}

func TestParkRoseSinceTheYearBefore(t *testing.T) {
	_, r := ranked(t, sample.Park().Book(), 2019)
	if len(r.Units) != 40 || r.Rank(0, "I") != 3 {
		t.Errorf("place %d of %d", r.Rank(0, "I"), len(r.Units))
	}
}

// TestParkHasStrengthsAndWeaknesses leaves three of each to be told.
func TestParkHasStrengthsAndWeaknesses(t *testing.T) {
	known, r := ranked(t, sample.Park().Book(), 2020)
	strong, weak := 0, 0
	for _, column := range known.Table.Columns {
		switch part := column.Values[0].Number / r.RawMean(column.Code).Number; {
		case part > 1.25:
			strong++
		case part < 0.95:
			weak++
		}
	}
	if strong < 3 || weak < 3 {
		t.Errorf("%d indicators well over the mean, %d below it", strong, weak)
	}
}

// TestEveryFifthParkIsOfOneCity counts forty with the sample park.
func TestEveryFifthParkIsOfOneCity(t *testing.T) {
	regions := map[string]string{}
	for _, r := range app.All[app.Reference](sample.Park().Book(), "reference") {
		if r.Whose != app.ReferencePark {
			continue
		}
		if was, known := regions[r.Park]; known && was != r.Region || r.Region == "" {
			t.Errorf("%s is in %q and %q", r.Park, was, r.Region)
		}
		regions[r.Park] = r.Region
	}
	in := map[string]int{}
	for _, region := range regions {
		in[region]++
	}
	if len(regions) != 39 || in["г. Великоград"] != 8 || len(in) < 15 {
		t.Errorf("%d parks in %v", len(regions), in)
	}
}

// TestFiguresOfOthersArePossible looks at every figure: shares within their bounds, counts
// whole, decimals no finer than they are printed, patents among the results.
func TestFiguresOfOthersArePossible(t *testing.T) {
	own := assets.Methods()[0]
	method, err := rating.Load(own.Name, own.TOML)
	if err != nil {
		t.Fatal(err)
	}
	type key struct {
		period     app.Period
		park, code string
	}
	figures := map[key]app.Figure{}
	for _, r := range app.All[app.Reference](sample.Park().Book(), "reference") {
		k := key{r.Period, r.Park, r.Code}
		if _, again := figures[k]; again {
			t.Errorf("%v is said twice", k)
		}
		figures[k] = r.Value.N
		at := slices.IndexFunc(method.Indicators(), func(i rating.Indicator) bool { return i.Code == r.Code })
		if at < 0 {
			t.Fatalf("no indicator %s", r.Code)
		}
		ind, step := method.Indicators()[at], app.Figure(1_000_000)
		for range ind.Digits {
			step /= 10
		}
		if r.Value.N <= 0 || r.Value.N%step != 0 || r.Unit != ind.Unit.RU {
			t.Errorf("%v is %d %s", k, r.Value.N, r.Unit)
		}
		if share := !slices.Contains([]string{"S2.4", "S3.4"}, r.Code) && strings.Contains(r.Unit, "%"); share && r.Value.N > 100_000_000 {
			t.Errorf("%v is %d %%", k, r.Value.N)
		}
	}
	for k, n := range figures {
		if k.code == "S1.3" && n > figures[key{k.period, k.park, "S1.2"}] {
			t.Errorf("%v: more patents than results", k)
		}
	}
	if want := 21 * (39*2 + 1); len(figures) != want {
		t.Errorf("%d figures, want %d", len(figures), want)
	}
}

func TestOthersAreTheSameEachTime(t *testing.T) {
	_, one := ranked(t, sample.Park().Book(), 2020)
	_, two := ranked(t, sample.Park().Book(), 2020)
	if !reflect.DeepEqual(one, two) {
		t.Error("two ratings differ")
	}
}
