package rating

import (
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/formula"
)

// Known is what the reference values of a year tell of other parks, and so what can be said of
// an own one.
type Known struct {
	Parks  []KnownPark // by name
	Means  []string    // codes of the indicators whose mean is known, in the order of the method
	Of     int         // indicators the method has
	least  float64     // share of them that a park must have to be placed
	ranked bool        // the method makes an index at all
}

// KnownPark is another park, as far as it is known.
type KnownPark struct {
	Name    string   // as it is spelled most recently
	Have    int      // indicators that are known
	Missing []string // codes of the others, in the order of the method
	Whole   bool     // enough of them are known for a place
	Index   bool     // its published index or place is
}

// KnownOf gathers what is known of others in a year of data; own are the names of the parks of
// the file, whose reference values count for nothing.
func (p *Profile) KnownOf(references []*app.Reference, own []string, year int) Known {
	codes := p.Codes()
	k := Known{Of: len(codes), least: 1, ranked: p.Composite != nil}
	if k.ranked && p.Composite.Method().Screen != nil {
		k.least = p.Composite.Method().Screen.Least
	}
	have, means := map[string]map[string]bool{}, map[string]bool{}
	names := map[string]string{}
	for _, r := range references {
		if r.Period != app.YearPeriod(year) || !r.Value.Given() {
			continue
		}
		folded := app.Fold(r.Park)
		switch {
		case r.Whose != app.ReferencePark:
			means[r.Code] = true
			continue
		case folded == "" || slices.ContainsFunc(own, func(name string) bool { return app.Fold(name) == folded }):
			continue
		case have[folded] == nil:
			have[folded] = map[string]bool{}
		}
		names[folded] = app.Clean(r.Park)
		have[folded][r.Code] = true
	}
	for _, code := range codes {
		if means[code] {
			k.Means = append(k.Means, code)
		}
	}
	for folded, of := range have {
		park := KnownPark{Name: names[folded], Index: of[app.IndexCode] || of[app.PlaceCode]}
		for _, code := range codes {
			if of[code] {
				park.Have++
			} else {
				park.Missing = append(park.Missing, code)
			}
		}
		park.Whole = float64(park.Have) >= k.least*float64(k.Of)-1e-9
		k.Parks = append(k.Parks, park)
	}
	slices.SortFunc(k.Parks, func(a, b KnownPark) int { return strings.Compare(app.Fold(a.Name), app.Fold(b.Name)) })
	return k
}

// Whole returns how many parks can be placed.
func (k Known) Whole() int {
	n := 0
	for _, p := range k.Parks {
		if p.Whole {
			n++
		}
	}
	return n
}

// Says tells in plain sentences what follows from what is known, then what is missing.
func (k Known) Says() []app.Text {
	said := []app.Text{k.follows()}
	partly := slices.DeleteFunc(slices.Clone(k.Parks), func(p KnownPark) bool { return len(p.Missing) == 0 || p.Have == 0 && p.Index })
	slices.SortStableFunc(partly, func(a, b KnownPark) int { return len(a.Missing) - len(b.Missing) })
	const most = 3
	for _, p := range partly[:min(most, len(partly))] {
		said = append(said, k.lacks(p))
	}
	if more := len(partly) - most; more > 0 {
		said = append(said, say("И ещё технопарков с неполными показателями: %d.", "And more parks of which not all indicators are known: %d.", more))
	}
	return said
}

// follows says what can be told of an own park.
func (k Known) follows() app.Text {
	whole := k.Whole()
	switch {
	case !k.ranked:
		return say("Методика года не говорит, как складывается индекс: видно только каждый показатель рядом с другими.", "The method of the year does not say how the index is made: each indicator is seen beside the others, and no more.")
	case whole > 0:
		return say("Другие технопарки, показатели которых известны достаточно полно, — %d: видны место, группа и лидеры по субиндексам.", "Other parks whose indicators are known well enough: %d. The place, the group and the leaders of sub-indices are seen.", whole)
	case len(k.Means) == k.Of:
		return say("Известны средние всех показателей методики: видны каждый показатель и индекс в процентах среднего. Места не видно: для него нужны показатели самих технопарков.",
			"The means of all indicators of the method are known: each indicator and the index are seen in percent of the mean. The place is not: that takes the indicators of the parks themselves.")
	case len(k.Means) > 0:
		return say("Известны средние %d из %d %s: эти показатели видны в процентах среднего. Места не видно: для него нужны показатели самих технопарков.",
			"The means of %d of %d %s are known: these are seen in percent of the mean. The place is not: that takes the indicators of the parks themselves.", len(k.Means), k.Of, k.indicators())
	case slices.ContainsFunc(k.Parks, func(p KnownPark) bool { return p.Index }):
		return say("Известны только опубликованные индексы и места: без средних или показателей самих технопарков сравнить с ними свой технопарк нельзя, видна его динамика.",
			"Only published indices and places are known: without means or the indicators of the parks themselves the own park cannot be set against them, and its own past is seen.")
	}
	return say("О других технопарках за этот год ничего не известно: видна только собственная динамика.", "Nothing is known of other parks in this year: only the park's own past is seen.")
}

// lacks says what is missing of a park.
func (k Known) lacks(p KnownPark) app.Text {
	const most = 5
	missing := strings.Join(p.Missing[:min(most, len(p.Missing))], ", ")
	more := app.Text{}
	if n := len(p.Missing) - most; n > 0 {
		more = say(" и ещё %d", " and %d more", n)
	}
	end := app.L("", "")
	if k.ranked && !p.Whole {
		end = app.L("; места ему не дать", "; it cannot be placed")
	}
	return say("«%s»: %d из %d %s — не хватает %s%s%s.", "“%s”: %d of %d %s; missing: %s%s%s.", inner(p.Name), p.Have, k.Of, k.indicators(), missing, more, end)
}

// indicators is the word after «из 21».
func (k Known) indicators() app.Text {
	if k.Of%10 == 1 && k.Of%100 != 11 {
		return app.L("показателя", "indicators")
	}
	return app.L("показателей", "indicators")
}

// inner is a name as it stands in quotation marks.
func inner(name string) app.Text {
	return app.L(strings.NewReplacer("«", "„", "»", "“").Replace(name), strings.NewReplacer("«", "‘", "»", "’").Replace(name))
}

func say(ru, en string, args ...any) app.Text { return formula.Said(formula.Say(ru, en, args...)) }
