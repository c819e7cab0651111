package cli

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"technopark/app/composite"
)

// doubt is how sure places are.
type doubt struct {
	seed        uint64
	sample      *composite.Sample      // nil when it was not asked for
	sensitivity *composite.Sensitivity // the same
}

type uncertaintyJSON struct {
	ID     string             `json:"id"`
	Rank   rankRangeJSON      `json:"rank"`
	Groups map[string]float64 `json:"groups"` // share of the runs
}

type rankRangeJSON struct {
	Low    float64 `json:"low"` // 5 % of the runs give a better place
	Median float64 `json:"median"`
	High   float64 `json:"high"` // 95 % of them do
	Mean   float64 `json:"mean"`
}

type sensitivityJSON struct {
	Factor string                    `json:"factor"`
	First  float64                   `json:"first"`
	Total  float64                   `json:"total"`
	Units  map[string]rateEffectJSON `json:"units"` // on the unit's own place
}

type rateEffectJSON struct {
	First float64 `json:"first"`
	Total float64 `json:"total"`
}

// doubt varies the assumptions of the method as far as was asked for.
func (c rateCommand) doubt(s *session, r *composite.Result) (doubt, error) {
	d := doubt{seed: c.Seed}
	var err error
	if c.Uncertainty != 0 {
		if d.sample, err = r.Sample(s.ctx, composite.Runs{Count: c.Uncertainty, Seed: c.Seed}); err != nil {
			return d, err
		}
	}
	if c.Sensitivity != 0 {
		d.sensitivity, err = r.Sensitivity(s.ctx, composite.Runs{Count: c.Sensitivity, Seed: c.Seed})
	}
	return d, err
}

func (answer *rateJSON) addDoubt(r *composite.Result, d doubt) {
	groups := r.Index.Method().Groups
	if d.sample != nil {
		answer.Seed = &d.seed
		for u, unit := range r.Units {
			if r.Rank(u, r.Index.Top()) == 0 {
				continue
			}
			row := uncertaintyJSON{ID: unit.ID, Rank: rankRangeJSON(d.sample.Places[u]), Groups: map[string]float64{}}
			for g, share := range d.sample.Groups[u] {
				row.Groups[groups[g].Name] = share
			}
			answer.Uncertainty = append(answer.Uncertainty, row)
		}
	}
	if d.sensitivity == nil {
		return
	}
	answer.Seed = &d.seed
	for f, factor := range d.sensitivity.Factors {
		row := sensitivityJSON{Factor: string(factor), First: d.sensitivity.All[f].First, Total: d.sensitivity.All[f].Total, Units: map[string]rateEffectJSON{}}
		for u, unit := range r.Units {
			if r.Rank(u, r.Index.Top()) > 0 {
				row.Units[unit.ID] = rateEffectJSON(d.sensitivity.Units[u][f])
			}
		}
		answer.Sensitivity = append(answer.Sensitivity, row)
	}
}

// printDoubt says for each unit where its place and group lie, and what moves places most.
func (s *session) printDoubt(r *composite.Result, d doubt) {
	if d.sample != nil {
		fmt.Fprintln(s.Stdout)
		s.say("cli.rate.sample", map[string]any{"Runs": d.sample.Runs, "Seed": d.seed})
		for _, u := range byPlace(r) {
			if r.Rank(u, r.Index.Top()) == 0 {
				continue
			}
			p := d.sample.Places[u]
			s.say("cli.rate.range", map[string]any{"Unit": pad(r.Units[u].ID, unitWidth), "Place": r.Rank(u, r.Index.Top()), "Low": short(p.Low), "Median": short(p.Median), "High": short(p.High), "Groups": shares(r, d.sample.Groups[u])})
		}
	}
	if d.sensitivity != nil {
		fmt.Fprintln(s.Stdout)
		s.say("cli.rate.sensitivity", map[string]any{"Runs": d.sensitivity.Runs, "Seed": d.seed})
		for f, factor := range d.sensitivity.Factors {
			name := s.words.T("cli.rate.factor."+string(factor), nil)
			s.say("cli.rate.effect", map[string]any{"Factor": pad(name, unitWidth), "First": decimals(d.sensitivity.All[f].First, indexDigits), "Total": decimals(d.sensitivity.All[f].Total, indexDigits)})
		}
	}
}

// unitWidth is how many characters of a unit a line of places takes.
const unitWidth = 32

// short writes a place, which may lie between two.
func short(place float64) string { return strings.TrimSuffix(decimals(place, indexDigits), ",00") }

// shares lists the groups a unit is in, in percent of the runs.
func shares(r *composite.Result, of []float64) string {
	var list []string
	for g, share := range of {
		if percent := fmt.Sprintf("%.0f", share*100); percent != "0" {
			list = append(list, r.Index.Method().Groups[g].Name+" — "+percent+"\u00a0%")
		}
	}
	return strings.Join(list, ", ")
}

// byPlace returns the units in the order of their places, those without one last.
func byPlace(r *composite.Result) []int {
	top := r.Index.Top()
	places := map[int][]int{}
	for u := range r.Units {
		place := r.Rank(u, top)
		if place == 0 {
			place = len(r.Units) + 1
		}
		places[place] = append(places[place], u)
	}
	var order []int
	for _, place := range slices.Sorted(maps.Keys(places)) {
		order = append(order, places[place]...)
	}
	return order
}
