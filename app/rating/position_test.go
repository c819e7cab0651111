package rating_test

import (
	"math"
	"math/big"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/assets"
)

// ownPark is a park whose every indicator is the given multiple of its mean, which is 100.
func ownPark(x *composite.Index, name string, multiple float64) rating.OwnPark {
	result := &rating.Result{Year: 2020, Subindices: []rating.Subindex{{}}}
	for _, code := range x.Indicators() {
		value := new(big.Rat).SetFloat64(100 * multiple)
		result.Subindices[0].Indicators = append(result.Subindices[0].Indicators, &rating.Indicator{Code: code, Unit: app.L("%", "%"), Value: value, Previous: big.NewRat(50, 1)})
	}
	return rating.OwnPark{Name: name, Result: result}
}

// reference is a reference value of 2020.
func reference(whose, park, code string, value float64) *app.Reference {
	return &app.Reference{Period: app.YearPeriod(2020), Whose: whose, Park: park, Code: code, Unit: "%", Value: app.Of(app.Figure(math.Round(value * 1e6)))}
}

// whole is a park of others of which everything is known.
func whole(x *composite.Index, park string, multiple float64) []*app.Reference {
	var all []*app.Reference
	for _, code := range x.Indicators() {
		all = append(all, reference(app.ReferencePark, park, code, 100*multiple))
	}
	return all
}

func indexOfMethod(t *testing.T) *composite.Index {
	t.Helper()
	method := assets.Methods()[0]
	x, err := rating.LoadComposite(method.Name, method.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return x
}

func locate(t *testing.T, x *composite.Index, parks []rating.OwnPark, references []*app.Reference, what ...composite.Substitute) *rating.Position {
	t.Helper()
	p, err := rating.Locate(x, rating.Compare(x, parks, references, 2020), what)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// Among whole parks, own and others, there are places and groups; what is not whole has none.
func TestPositionAmongParks(t *testing.T) {
	x := indexOfMethod(t)
	references := append(whole(x, "Первый", 1.2), whole(x, "Третий", 0.8)...)
	references = append(references, reference(app.ReferencePark, "Неполный", "S1.1", 500), reference(app.ReferencePark, "Свой", "S1.1", 1))
	old := reference(app.ReferencePark, "Прошлый", "S1.1", 500)
	old.Period = app.YearPeriod(2019)
	parks := []rating.OwnPark{ownPark(x, "Свой", 1)}
	c := rating.Compare(x, parks, append(references, old), 2020)
	p, err := rating.Locate(x, c, nil)
	if err != nil {
		t.Fatal(err)
	}
	own := p.Parks[0]
	if p.Ground != rating.ByParks || len(p.Ranked.Units) != 3 || own.Place != 2 || own.Of != 3 || own.Group != "III" || math.Abs(own.Index.Number-100) > 1e-9 {
		t.Errorf("%s: index %v, group %s, place %d of %d, expected 100, III, 2 of 3", p.Ground, own.Index, own.Group, own.Place, own.Of)
	}
	if m := own.Compared[0].Mean; math.Abs(m.Number-100) > 1e-9 || own.Compared[0].Previous.Number != 50 {
		t.Errorf("compared with a mean of %v and %v before, expected 100 and 50", m, own.Compared[0].Previous)
	}
	if len(c.Notes) != 2 {
		t.Errorf("notes %v, expected one of the park that is not whole and one of the own one", c.Notes)
	}
	up := locate(t, x, parks, references, substitutes(x, "Свой", 130)...)
	if own := up.Parks[0]; own.Place != 1 || own.Group != "I" {
		t.Errorf("with better figures: place %d, group %s, expected 1, I", own.Place, own.Group)
	}
}

func substitutes(x *composite.Index, unit string, to float64) []composite.Substitute {
	var all []composite.Substitute
	for _, code := range x.Indicators() {
		all = append(all, composite.Substitute{Unit: unit, Code: code, To: to})
	}
	return all
}

// Several parks of one file are placed among each other.
func TestPositionOfSeveralOwnParks(t *testing.T) {
	x := indexOfMethod(t)
	p := locate(t, x, []rating.OwnPark{ownPark(x, "А", 1), ownPark(x, "Б", 3)}, nil)
	if p.Ground != rating.ByParks || p.Parks[0].Place != 2 || p.Parks[1].Place != 1 || math.Abs(p.Parks[0].Index.Number-50) > 1e-9 {
		t.Errorf("%s: %+v", p.Ground, p.Parks)
	}
}

// With means alone there is the index in percent of the mean and its group, and a place as far
// as indices of others are published; with too few means there is neither.
func TestPositionAgainstMeans(t *testing.T) {
	x := indexOfMethod(t)
	parks := []rating.OwnPark{ownPark(x, "Свой", 1.15)}
	var means []*app.Reference
	for _, code := range x.Indicators() {
		means = append(means, reference(app.ReferenceMean, "", code, 100))
	}
	p := locate(t, x, parks, means)
	if own := p.Parks[0]; p.Ground != rating.ByMeans || math.Abs(own.Index.Number-115) > 1e-9 || own.Group != "I" || own.Place != 0 {
		t.Errorf("%s: %v, group %s, place %d, expected 115, I, none", p.Ground, own.Index, own.Group, own.Place)
	}
	published := slices.Concat(means, []*app.Reference{reference(app.ReferencePark, "Первый", "I", 140), reference(app.ReferencePark, "Третий", "I", 90)})
	if own := locate(t, x, parks, published).Parks[0]; own.Place != 2 || own.Of != 3 {
		t.Errorf("place %d of %d, expected 2 of 3", own.Place, own.Of)
	}
	if own := locate(t, x, parks, means[:10]).Parks[0]; own.Index.Known {
		t.Errorf("an index of %v from 10 means of 21", own.Index)
	}
	if p := locate(t, x, parks, nil); p.Ground != rating.ByPast || p.Parks[0].Index.Known || p.Parks[0].Place != 0 {
		t.Errorf("with nothing known: %s, %+v", p.Ground, p.Parks[0])
	}
}

// A reference value in another unit is not taken for one in the indicator's.
func TestComparisonOfUnits(t *testing.T) {
	x := indexOfMethod(t)
	wrong := reference(app.ReferenceMean, "", "S2.1", 3.4)
	wrong.Unit = "млн руб./чел."
	c := rating.Compare(x, []rating.OwnPark{ownPark(x, "Свой", 1)}, []*app.Reference{wrong}, 2020)
	if len(c.Means) != 0 || len(c.Notes) != 1 || !strings.Contains(c.Notes[0].RU, "млн руб.") {
		t.Errorf("means %v, notes %v", c.Means, c.Notes)
	}
}
