package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
	"technopark/app/standing"
	"technopark/assets"
	"technopark/reports"
)

// nine others, four of them better: the sample park is the fifth of ten.
var nine = []float64{0.5, 0.6, 0.7, 0.8, 0.9, 1.1, 1.2, 1.3, 1.4}

// alone is the sample park without anything that is known of others.
func alone() *app.Book {
	b := sample.Park().Book()
	kept := map[string][]app.Record{}
	for _, t := range app.Types() {
		if t.Key != "reference" {
			kept[t.Key] = b.Of(t.Key)
		}
	}
	return app.NewBook(b.Park, kept)
}

// among is the sample park among others, each of which has all its figures so many times over.
func among(t testing.TB, multiples ...float64) *app.Book {
	t.Helper()
	b := alone()
	var others []app.Record
	for _, year := range []int{2019, 2020} {
		for _, ind := range builtIn(t, b, year).All() {
			for i, multiple := range multiples {
				others = append(others, reference(len(others), year, fmt.Sprintf("Парк %02d", i+1), ind, multiple))
			}
		}
	}
	return b.With(others...)
}

// against is the sample park with the published means of its indicators.
func against(t testing.TB, multiple float64) *app.Book {
	t.Helper()
	b := alone()
	var means []app.Record
	for _, year := range []int{2019, 2020} {
		for _, ind := range builtIn(t, b, year).All() {
			r := reference(len(means), year, "", ind, multiple)
			r.Whose = app.ReferenceMean
			means = append(means, r)
		}
	}
	return b.With(means...)
}

func reference(i, year int, park string, ind *rating.Indicator, multiple float64) *app.Reference {
	value := 1.0
	if ind.Value != nil {
		value, _ = ind.Value.Float64()
	}
	return &app.Reference{
		Head: app.Head{ID: int64(1000 + i)}, Period: app.YearPeriod(year), Whose: app.ReferencePark, Park: park, Code: ind.Code,
		Unit: ind.Unit.RU, Value: app.Of(app.Figure(value * multiple * 1e6)),
	}
}

func standingOf(t testing.TB, b *app.Book) *standing.Standing {
	t.Helper()
	m := assets.Methods()[0]
	p, err := rating.Load(m.Name, m.TOML)
	if err != nil {
		t.Fatal(err)
	}
	s, err := standing.Of(standing.Question{Method: p, Parks: []standing.Park{{Book: b}}, Year: 2020})
	if err != nil {
		t.Fatal(err)
	}
	return s
}

// The scale has the groups of the method from the lowest, the park's own told apart, and both years.
func TestGroupScale(t *testing.T) {
	s := standingOf(t, among(t, nine...))
	scale, ok := reports.GroupScale(s, app.RU)
	if !ok {
		t.Fatal("no scale")
	}
	var said []string
	for _, b := range scale.Bands {
		said = append(said, fmt.Sprintf("%s %g %v", b.Name, b.From, b.Own))
	}
	if got := strings.Join(said, "; "); got != "IV 0 false; III 90 false; II 100 true; I 110 false" {
		t.Errorf("groups %s", got)
	}
	if scale.Bands[3].Text != "110\u00a0%" || scale.Mean == nil || scale.Mean.Text != "100\u00a0% — среднее" {
		t.Errorf("bounds %+v, mean %+v", scale.Bands, scale.Mean)
	}
	if n := len(scale.Marks); n != 2 || !strings.HasPrefix(scale.Marks[0].Text, "2019:\u00a0") || scale.Marks[0].Now || !scale.Marks[1].Now || scale.Marks[1].At != s.Is().Index.Number {
		t.Errorf("marks %+v", scale.Marks)
	}
	if _, ok := reports.GroupScale(standingOf(t, alone()), app.RU); ok {
		t.Error("a park without an index has a place on the scale")
	}
}

// All bars of the sub-indices have one scale.
func TestSubindexSpan(t *testing.T) {
	all := standingOf(t, among(t, nine...)).Subindices()
	span := reports.SubindexSpan(all)
	if slices.ContainsFunc(all, func(s standing.Subindex) bool { return s.Is.Number > 100+span || s.Is.Number < 100-span }) || span > 100 {
		t.Errorf("span %g of %+v", span, all)
	}
	if got := reports.SubindexSpan(nil); got != 10 {
		t.Errorf("of nothing: %g", got)
	}
}
