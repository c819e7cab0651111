package cli

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app/composite"
)

type leverJSON struct {
	Unit    string   `json:"unit"`
	Code    string   `json:"code"`
	From    *float64 `json:"from"`
	To      *float64 `json:"to"` // null: no value of this indicator alone reaches the goal
	Reached bool     `json:"reached"`
}

type analysisJSON struct {
	Contributions []contributionJSON `json:"contributions"`
	Redundant     []redundantJSON    `json:"redundant"` // pairs of one node that say nearly the same
	Alpha         map[string]float64 `json:"alpha"`     // Cronbach's, by node
}

type contributionJSON struct {
	Unit   string   `json:"unit"`
	Code   string   `json:"code"`
	Weight float64  `json:"weight"`
	Points *float64 `json:"points"`
	Gap    *float64 `json:"gap"`
}

type redundantJSON struct {
	A string  `json:"a"`
	B string  `json:"b"`
	R float64 `json:"r"`
	N int     `json:"n"`
}

// redundantFrom is the correlation from which two indicators say nearly the same.
const redundantFrom = 0.9

// levers says what each indicator of a unit alone would have to be; none when it was not asked.
func (c rateCommand) levers(s *session, x *composite.Index, table *composite.Table, changes []composite.Substitute, unit string) ([]composite.Lever, error) {
	if c.Reach == "" {
		return nil, nil
	}
	goal, err := x.ParseGoal(c.Reach)
	if err != nil {
		return nil, err
	}
	changed, err := table.With(changes)
	if err != nil {
		return nil, err
	}
	return x.Reach(s.ctx, changed, unit, goal)
}

func (answer *rateJSON) addLevers(unit string, levers []composite.Lever) {
	for _, l := range levers {
		row := leverJSON{Unit: unit, Code: l.Code, From: pointer(l.From), Reached: l.Reached}
		if l.Reached {
			row.To = &l.To
		}
		answer.Reach = append(answer.Reach, row)
	}
}

// printLevers says what each indicator alone would have to be, or that the goal is reached.
func (s *session) printLevers(x *composite.Index, unit, goal string, levers []composite.Lever) {
	if goal == "" {
		return
	}
	fmt.Fprintln(s.Stdout)
	if len(levers) == 0 {
		s.say("cli.rate.reached", map[string]any{"Unit": unit, "Goal": goal})
		return
	}
	s.say("cli.rate.reach", map[string]any{"Unit": unit, "Goal": goal})
	for _, l := range levers {
		id := "cli.rate.lever"
		if !l.Reached {
			id = "cli.rate.no_lever"
		}
		from := "—"
		if l.From.Known {
			from = exact(l.From.Number)
		}
		s.say(id, map[string]any{"Code": l.Code, "Name": x.Name(l.Code).RU, "From": from, "To": exact(l.To)})
	}
}

// exact writes a figure with seven digits, as many as a lever has.
func exact(x float64) string {
	return strings.Replace(strconv.FormatFloat(x, 'g', 7, 64), ".", ",", 1)
}

func (answer *rateJSON) addAnalysis(r *composite.Result, asked bool) {
	if !asked {
		return
	}
	a := &analysisJSON{Contributions: []contributionJSON{}, Redundant: []redundantJSON{}, Alpha: map[string]float64{}}
	for u, unit := range r.Units {
		for _, c := range r.Contributions(u) {
			a.Contributions = append(a.Contributions, contributionJSON{unit.ID, c.Code, c.Weight, pointer(c.Points), pointer(c.Gap)})
		}
	}
	for _, p := range r.Redundant(redundantFrom) {
		a.Redundant = append(a.Redundant, redundantJSON(p))
	}
	for _, n := range r.Index.Method().Nodes {
		if alpha, ok := r.Alpha(n.Code); ok {
			a.Alpha[n.Code] = alpha
		}
	}
	answer.Analysis = a
}

// printAnalysis names strengths and weaknesses of each unit, and what the method counts twice.
func (s *session) printAnalysis(r *composite.Result, asked bool) {
	if !asked {
		return
	}
	fmt.Fprintln(s.Stdout)
	digits := digitsOf(r)
	for _, u := range byPlace(r) {
		all := r.Contributions(u)
		if len(all) == 0 {
			continue
		}
		slices.SortStableFunc(all, func(a, b composite.Contribution) int { return cmp.Compare(b.Gap.Number, a.Gap.Number) })
		s.say("cli.rate.strengths", map[string]any{"Unit": r.Units[u].ID, "Strong": gaps(all, 1, digits), "Weak": gaps(all, -1, digits)})
	}
	for _, p := range r.Redundant(redundantFrom) {
		s.say("cli.rate.redundant", map[string]any{"A": p.A, "B": p.B, "R": decimals(p.R, indexDigits)})
	}
	for _, n := range r.Index.Method().Nodes {
		if alpha, ok := r.Alpha(n.Code); ok {
			s.say("cli.rate.alpha", map[string]any{"Code": n.Code, "Alpha": decimals(alpha, indexDigits)})
		}
	}
}

// gaps lists the three greatest gaps of a sign, the greatest first.
func gaps(sortedDown []composite.Contribution, sign float64, digits int) string {
	const most = 3
	list := slices.Clone(sortedDown)
	if sign < 0 {
		slices.Reverse(list)
	}
	var words []string
	for _, c := range list {
		if c.Gap.Number*sign > 0 && len(words) < most {
			words = append(words, c.Code+" "+decimals(c.Gap.Number, digits))
		}
	}
	return strings.Join(words, ", ")
}
