package standing

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// Reason is an indicator that lifts the park above the others, or keeps it below them.
type Reason struct {
	Indicator *rating.Indicator // of the park
	Mean      composite.Value   // of the rated parks, in the unit of the indicator
	Place     int               // of the park in the indicator; 0 when it cannot be told
	Of        int               // among how many
	Gap       float64           // by how much the index is higher than with the mean of the others; by means and by the past a share of what it is compared with
	Ground    rating.Ground     // what it is compared with
}

// Strengths returns the indicators that lift the park most, the most first: n at most.
func (s *Standing) Strengths(n int) []Reason { return s.reasons(n, 1) }

// Weaknesses returns the indicators that keep the park down most, the most first: n at most.
func (s *Standing) Weaknesses(n int) []Reason { return s.reasons(n, -1) }

func (s *Standing) reasons(n int, sign float64) []Reason {
	all := slices.DeleteFunc(s.gaps(), func(r Reason) bool { return r.Gap*sign <= 0 })
	slices.SortStableFunc(all, func(a, b Reason) int { return cmp.Compare(b.Gap*sign, a.Gap*sign) })
	return all[:min(n, len(all))]
}

// gaps returns all indicators that can be compared.
func (s *Standing) gaps() []Reason {
	if s.Now.Ranked != nil {
		return s.rankedGaps()
	}
	var all []Reason
	for _, c := range s.Is().Compared {
		ind := s.Result.Find(c.Code)
		other := c.Mean
		if s.Now.Ground == rating.ByPast {
			other = c.Previous
		}
		if ind == nil || !c.Value.Known || !other.Known {
			continue
		}
		gap := c.Value.Number - other.Number
		if other.Number != 0 {
			gap /= math.Abs(other.Number)
		} else if gap != 0 {
			gap = math.Copysign(1, gap) // from nought, as good as twice
		}
		if ind.LowerIsBetter {
			gap = -gap
		}
		all = append(all, Reason{Indicator: ind, Mean: c.Mean, Gap: gap, Ground: s.Now.Ground})
	}
	return all
}

func (s *Standing) rankedGaps() []Reason {
	r := s.Now.Ranked
	means := map[string]composite.Value{}
	for _, c := range s.Is().Compared {
		means[c.Code] = c.Mean
	}
	var all []Reason
	for _, c := range r.Contributions(0) {
		ind := s.Result.Find(c.Code)
		if ind == nil || ind.Value == nil || !c.Gap.Known { // what fills a gap is no reason
			continue
		}
		reason := Reason{Indicator: ind, Mean: means[c.Code], Place: r.Rank(0, c.Code), Gap: c.Gap.Number, Ground: rating.ByParks}
		for u := range r.Units {
			if r.Rank(u, c.Code) > 0 {
				reason.Of++
			}
		}
		all = append(all, reason)
	}
	return all
}

// Words says why: «0,84 руб./руб. — вдвое ниже среднего (1,62); 31-е место».
func (r Reason) Words(lang app.Lang) string {
	ind := r.Indicator
	var b strings.Builder
	b.WriteString(withUnit(ind, lang))
	if r.Ground == rating.ByPast {
		b.WriteString(app.L(" — в прошлом году ", " — the year before ").In(lang) + ind.PreviousText(lang))
		return b.String()
	}
	if words := r.against(lang); words != "" {
		b.WriteString(" — " + words)
	}
	if r.Mean.Known {
		digits := ind.Digits
		if digits == 0 && r.Mean.Number != math.Trunc(r.Mean.Number) {
			digits = 1 // a mean of counts is none
		}
		b.WriteString(" (" + Decimals(r.Mean.Number, digits, lang) + ")")
	}
	if r.Place > 0 {
		b.WriteString("; " + Place(r.Place, lang))
	}
	return b.String()
}

// against sets the value beside the mean in words.
func (r Reason) against(lang app.Lang) string {
	if !r.Mean.Known || r.Mean.Number <= 0 || r.Indicator.Value == nil {
		return ""
	}
	value, _ := r.Indicator.Value.Float64()
	ratio := value / r.Mean.Number
	switch {
	case ratio >= 1.95:
		return app.L("в "+times(ratio, app.RU)+" выше среднего", times(ratio, app.EN)+" the mean").In(lang)
	case ratio <= 0:
		return app.L("ниже среднего", "below the mean").In(lang)
	case ratio <= 1/1.95:
		return app.L("в "+times(1/ratio, app.RU)+" ниже среднего", "the mean is "+times(1/ratio, app.EN)+" it").In(lang)
	case ratio > 1.005:
		return app.L("на "+Decimals((ratio-1)*100, 0, app.RU)+app.NBSP+"% выше среднего", Decimals((ratio-1)*100, 0, app.EN)+"% above the mean").In(lang)
	case ratio < 0.995:
		return app.L("на "+Decimals((1-ratio)*100, 0, app.RU)+app.NBSP+"% ниже среднего", Decimals((1-ratio)*100, 0, app.EN)+"% below the mean").In(lang)
	}
	return app.L("как в среднем", "about the mean").In(lang)
}
