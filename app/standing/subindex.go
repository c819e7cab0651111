package standing

import (
	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// Subindex is how the park stands in one sub-index, in percent of the mean of the rated parks.
type Subindex struct {
	Code   string          // «S1»
	Name   app.Text        // as people say it
	Is     composite.Value // unknown where no mean is known, or the method's scores have none to be a percentage of
	Was    composite.Value // the year before, of its own mean
	Place  int             // 0 when it cannot be told
	Best   composite.Value // of the park in the first place, in percent of the mean
	Leader string          // its name; the first of them when several share the place
}

// Subindices returns the parts that the index is added up from, in the order of the method.
func (s *Standing) Subindices() []Subindex {
	x := s.Index()
	var all []Subindex
	for _, code := range x.Children(x.Top()) {
		sub := Subindex{Code: code, Name: x.Name(code), Is: percent(s.Now, code, 0), Was: percent(s.Then, code, 0)}
		if r := s.Now.Ranked; r != nil {
			sub.Place = r.Rank(0, code)
			for _, u := range r.Leaders(code) {
				if sub.Leader == "" {
					sub.Best, sub.Leader = percent(s.Now, code, u), r.Units[u].ID
				}
			}
		}
		all = append(all, sub)
	}
	return all
}

// percent returns the score of a ranked unit in a node in percent of the mean score; unknown
// where the mean is not above nought, or nobody is ranked and no means are known either.
func percent(p *rating.Position, code string, unit int) composite.Value {
	if p == nil {
		return composite.Value{}
	}
	if p.Ranked == nil {
		return p.Parks[unit].Parts[code]
	}
	score, mean := p.Ranked.Score(unit, code), p.Ranked.Mean(code)
	if !score.Known || !mean.Known || mean.Number <= 0 {
		return composite.Value{}
	}
	return composite.Value{Number: score.Number / mean.Number * 100, Known: true}
}
