package rating_test

import (
	"math"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
)

// meansOf are the published means, 100 each, of the indicators whose codes begin so.
func meansOf(codes []string, prefix string) []*app.Reference {
	var all []*app.Reference
	for _, code := range codes {
		if strings.HasPrefix(code, prefix) {
			all = append(all, reference(app.ReferenceMean, "", code, 100))
		}
	}
	return all
}

// With the means of one sub-index alone that sub-index is told, and stands between published
// ones; the index is not.
func TestSubindexAgainstMeansAndPublishedOnes(t *testing.T) {
	x := indexOfMethod(t)
	known := append(meansOf(x.Indicators(), "S2."),
		reference(app.ReferencePark, "Выше", "S2", 120), reference(app.ReferencePark, "Чуть выше", "S2", 111), reference(app.ReferencePark, "Ниже", "S2", 90))
	p := locate(t, x, []rating.OwnPark{ownPark(x, "Свой", 1.1)}, known).Parks[0]
	if got := p.Parts["S2"]; math.Abs(got.Number-110) > 1e-9 || len(p.Parts) != 1 || p.Index.Known || p.Place != 0 {
		t.Errorf("parts %v, index %v, place %d", p.Parts, p.Index, p.Place)
	}
	b := p.Between["S2"]
	if b.Of != 3 || b.Above == nil || b.Above.Park != "Чуть выше" || b.Below == nil || b.Below.Park != "Ниже" || len(p.Between) != 1 {
		t.Fatalf("between %+v", p.Between)
	}
	if said := b.Says("S2", 110); said.RU != "S2: 110,0\u00a0% среднего — между «Чуть выше» (111,0\u00a0%) и «Ниже» (90,0\u00a0%)" {
		t.Error(said.RU)
	}
}

func TestIndexBetweenPublishedPlaces(t *testing.T) {
	x := indexOfMethod(t)
	means := meansOf(x.Indicators(), "S")
	at := func(park string, index, place float64) []*app.Reference {
		return []*app.Reference{reference(app.ReferencePark, park, "I", index), reference(app.ReferencePark, park, "P", place)}
	}
	known := append(append(means, at("Седьмой", 112, 7)...), at("Восьмой", 105, 8)...)
	p := locate(t, x, []rating.OwnPark{ownPark(x, "Свой", 1.1)}, known).Parks[0]
	said := p.Between["I"].Says("I", p.Index.Number)
	if said.RU != "I: 110,0\u00a0% среднего — между «Седьмой» (112,0\u00a0%, 7-е место) и «Восьмой» (105,0\u00a0%, 8-е место)" || !strings.Contains(said.In(app.EN), "place 7") {
		t.Error(said)
	}
	best := locate(t, x, []rating.OwnPark{ownPark(x, "Свой", 2)}, known).Parks[0]
	if said := best.Between["I"].Says("I", 200).RU; !strings.Contains(said, "больше всех опубликованных (2); следующий — «Седьмой»") {
		t.Error(said)
	}
}

// What is of no use is told, with what is needed for it.
func TestPublishedFiguresOfNoUseAreTold(t *testing.T) {
	x := indexOfMethod(t)
	points := reference(app.ReferencePark, "Другой", "I", 5)
	points.Unit = "балл"
	known := []*app.Reference{
		reference(app.ReferencePark, "Другой", "S3", 104), reference(app.ReferencePark, "Другой", "P", 3), points,
		reference(app.ReferenceMean, "", "S1", 99), reference(app.ReferenceMean, "", "S2", 100), reference(app.ReferenceMean, "", "S9.9", 1),
	}
	c := rating.Compare(x, []rating.OwnPark{ownPark(x, "Свой", 1)}, known, 2020)
	all := ""
	for _, n := range c.Notes {
		all += n.RU + "\n"
	}
	for _, want := range []string{
		"в методике года нет показателей S9.9", "среднее индекса и субиндексов — всегда 100 %; другое значение не взято (S1)",
		"I: опубликованное значение («Другой») — в «балл»", "S3: опубликованные значения других не с чем сравнить, нужны средние S3.1, S3.2, S3.3, S3.4, S3.5",
		"I: опубликованные значения других не с чем сравнить, нужны средние S1.1, S1.2, S1.3, S1.4, S1.5, S2.1, S2.2, S2.3 и ещё 13",
	} {
		if !strings.Contains(all, want) {
			t.Errorf("no %q in\n%s", want, all)
		}
	}
	ranked := rating.Compare(x, []rating.OwnPark{ownPark(x, "Свой", 1)}, append(whole(x, "Первый", 1.2), known[0]), 2020)
	if len(ranked.Notes) != 1 || !strings.Contains(ranked.Notes[0].RU, "место посчитано по показателям технопарков") {
		t.Errorf("among whole parks: %v", ranked.Notes)
	}
}
