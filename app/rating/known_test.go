package rating_test

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/assets"
)

func methodOf2021(t *testing.T) *rating.Profile {
	t.Helper()
	file := assets.Methods()[0]
	p, err := rating.Load(file.Name, file.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// What follows is said by the most that is known, and what is missing by the park that lacks least.
func TestWhatFollowsFromReferences(t *testing.T) {
	p := methodOf2021(t)
	x := p.Composite
	means := func(n int) []*app.Reference {
		var all []*app.Reference
		for _, code := range x.Indicators()[:n] {
			all = append(all, reference(app.ReferenceMean, "", code, 100))
		}
		return all
	}
	old := reference(app.ReferencePark, "Прошлый", "S1.1", 1)
	old.Period = app.YearPeriod(2019)
	almost := whole(x, "Технопарк «Квант»", 1)[2:]
	for name, c := range map[string]struct {
		known []*app.Reference
		says  []string
	}{
		"nothing":        {[]*app.Reference{old, reference(app.ReferencePark, "свой", "S1.1", 1)}, []string{"О других технопарках за этот год ничего не известно: видна только собственная динамика."}},
		"some means":     {means(5), []string{"Известны средние 5 из 21 показателя: эти"}},
		"all means":      {means(21), []string{"Известны средние всех показателей методики"}},
		"index alone":    {[]*app.Reference{reference(app.ReferencePark, "А", app.IndexCode, 104)}, []string{"Известны только опубликованные индексы и места"}},
		"almost a whole": {almost, []string{"Другие технопарки, показатели которых известны достаточно полно, — 1", "«Технопарк „Квант“»: 19 из 21 показателя — не хватает S1.1, S1.2."}},
		"too little": {slices.Concat(almost[:3], means(1)), []string{
			"Известны средние 1 из 21 показателя", "«Технопарк „Квант“»: 3 из 21 показателя — не хватает S1.1, S1.2, S2.1, S2.2, S2.3 и ещё 13; места ему не дать.",
		}},
	} {
		said := p.KnownOf(c.known, []string{"Свой"}, 2020).Says()
		if len(said) != len(c.says) {
			t.Errorf("%s: %v", name, said)
			continue
		}
		for i, want := range c.says {
			if !strings.HasPrefix(said[i].RU, want) || said[i].In(app.EN) == said[i].RU {
				t.Errorf("%s: %q, expected %q", name, said[i].RU, want)
			}
		}
	}
}

func TestMeasuresAreOfEveryLevel(t *testing.T) {
	all := methodOf2021(t).Measures()
	if len(all) != 21+5+2 || all[5].Code != "S1" || all[26].Code != app.IndexCode || all[27].Code != app.PlaceCode {
		t.Errorf("%d measures: %v", len(all), all)
	}
	for _, m := range all {
		if err := app.SchemeIndicator.Check(m.Code); err != nil || m.Name.Zero() {
			t.Errorf("%s (%s): %v", m.Code, m.Name.RU, err)
		}
	}
}
