package reports

import (
	"math/big"
	"sync"

	"technopark/app"
	"technopark/app/rating"
)

// among is what is known of other parks in the year, and where the park stands by it.
type among struct {
	known    *rating.Comparison
	position *rating.Position
}

// ranked reports whether whole parks are known, so that there are places.
func (a among) ranked() bool { return a.position != nil && a.position.Ranked != nil }

// compare sets the park by the others whose figures are in its book. Nothing is known where
// the method makes no index, or where the figures cannot be scored: the paper then says what
// it can without.
func compare(in Input) among {
	x := in.Result.Profile.Composite
	if x == nil {
		return among{}
	}
	own := []rating.OwnPark{{Name: in.Book.Park.Name, Result: in.Result}}
	a := among{known: rating.Compare(x, own, app.All[app.Reference](in.Book, "reference"), in.Year)}
	if position, err := rating.Locate(x, a.known, nil); err == nil {
		a.position = position
	}
	return a
}

// onceCompared compares when it is first asked for: most papers never ask.
func onceCompared(in Input) func() among {
	return sync.OnceValue(func() among { return compare(in) })
}

// means returns the mean of the rated parks by the code of the indicator: of those that are
// ranked here, else as published.
func (p *paper) means() map[string]*big.Rat {
	if a := p.among(); a.ranked() {
		means := map[string]*big.Rat{}
		for _, ind := range p.Result.All() {
			if mean := a.position.Ranked.RawMean(ind.Code); mean.Known && mean.Number > 0 {
				means[ind.Code] = new(big.Rat).SetFloat64(mean.Number)
			}
		}
		return means
	}
	means := map[string]*big.Rat{}
	f := field("reference", "value")
	for _, r := range app.All[app.Reference](p.Book, "reference") {
		ind := p.Result.Find(r.Code)
		if r.Whose == app.ReferenceMean && r.Period == p.period && ind != nil && r.Value.State == app.Given && r.Value.N > 0 {
			means[r.Code] = big.NewRat(int64(r.Value.N), f.Scale)
		}
	}
	return means
}

// meansFrom says what the means are of.
func (p *paper) meansFrom() string {
	section := app.TypeByKey("reference").Many
	if a := p.among(); a.ranked() {
		return p.say("средние — по ", "the averages are those of ") + p.counted(len(a.position.Ranked.Units), forms("технопарку", "технопаркам", "технопаркам", "park", "parks")) +
			p.say(", которые внесены в раздел «"+section.RU+"», вместе с этим", " in the section “"+section.EN+"”, this one included")
	}
	return p.say("средние взяты из раздела «"+section.RU+"»", "the averages are taken from the section “"+section.EN+"”")
}
