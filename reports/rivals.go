package reports

import (
	"math/big"
	"sync"

	"technopark/app"
	"technopark/app/standing"
)

// onceStanding says where the park of a package stands among those its book knows of, when it
// is first asked for: most papers never ask. It is nil where the method makes no index, or where
// the figures cannot be scored: the paper then says what it can without.
func onceStanding(in Input) func() *standing.Standing {
	return sync.OnceValue(func() *standing.Standing {
		s, err := standing.Of(standing.Question{Method: in.Result.Profile, Parks: []standing.Park{{Book: in.Book, Result: in.Result}}, Year: in.Year})
		if err != nil {
			return nil
		}
		return s
	})
}

// ranked returns where the park stands when whole parks are known, so that there are places;
// else nil.
func (p *paper) ranked() *standing.Standing {
	if s := p.standing(); s != nil && s.Now.Ranked != nil {
		return s
	}
	return nil
}

// means returns the mean of the rated parks by the code of the indicator: of those that are
// ranked here, else as published.
func (p *paper) means() map[string]*big.Rat {
	means := map[string]*big.Rat{}
	if s := p.ranked(); s != nil {
		for _, ind := range p.Result.All() {
			if mean := s.Now.Ranked.RawMean(ind.Code); mean.Known && mean.Number > 0 {
				means[ind.Code] = new(big.Rat).SetFloat64(mean.Number)
			}
		}
		return means
	}
	f := field("reference", "value")
	for _, r := range p.referencesOfYear() {
		if r.Whose == app.ReferenceMean && p.Result.Find(r.Code) != nil && p.fits(r) && r.Value.Given() && r.Value.N > 0 {
			means[r.Code] = big.NewRat(int64(r.Value.N), f.Scale)
		}
	}
	return means
}

// referencesOfYear returns the figures of others that are of the year of the data.
func (p *paper) referencesOfYear() []*app.Reference {
	return app.As[app.Reference](p.ofYear(app.TypeByKey("reference")))
}

// meansFrom says what the means are of.
func (p *paper) meansFrom() string {
	section := app.TypeByKey("reference").Many
	if s := p.ranked(); s != nil {
		return p.say("средние — по ", "the averages are those of ") + p.counted(len(s.Now.Ranked.Units), forms("технопарку", "технопаркам", "технопаркам", "park", "parks")) +
			p.say(", которые внесены в раздел «"+section.RU+"», вместе с этим", " in the section “"+section.EN+"”, this one included")
	}
	return p.say("средние взяты из раздела «"+section.RU+"»", "the averages are taken from the section “"+section.EN+"”")
}
