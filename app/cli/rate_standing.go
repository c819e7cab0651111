package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/standing"
)

// standingJSON is where a park of the file stands, why, and what would move it.
type standingJSON struct {
	Park       string           `json:"park"`
	Index      *float64         `json:"index"`
	Group      string           `json:"group"`
	Place      int              `json:"place"` // 0: cannot be told
	Of         int              `json:"of"`
	Was        *standJSON       `json:"was"` // the year before; null: cannot be told
	Subindices []subindexJSON   `json:"subindices"`
	Strengths  []strengthJSON   `json:"strengths"`
	Weaknesses []strengthJSON   `json:"weaknesses"`
	Lacking    []lackingJSON    `json:"lacking"`
	Levers     []standLeverJSON `json:"levers,omitempty"` // with --reach
}

type standJSON struct {
	Index *float64 `json:"index"`
	Group string   `json:"group"`
	Place int      `json:"place"`
	Of    int      `json:"of"`
}

type subindexJSON struct {
	Code    string   `json:"code"`
	Percent *float64 `json:"percent"` // of the mean
	Was     *float64 `json:"was"`
	Place   int      `json:"place"`
	Leader  string   `json:"leader"`
	Best    *float64 `json:"best"` // of the leader, in percent of the mean
}

type strengthJSON struct {
	Code  string  `json:"code"`
	Gap   float64 `json:"gap"` // points of the index; without places a share of the mean or of the year before
	Place int     `json:"place"`
	Words string  `json:"words"`
}

type lackingJSON struct {
	Words string   `json:"words"`
	Codes []string `json:"codes"`
	Low   *float64 `json:"low"` // index, were it there
	High  *float64 `json:"high"`
}

type standLeverJSON struct {
	Key   string   `json:"key"` // sum of the method or code of an indicator
	Title string   `json:"title"`
	Unit  string   `json:"unit"`
	From  *float64 `json:"from"`
	More  *float64 `json:"more"` // null: this alone does not reach the goal
	Place int      `json:"place"`
}

// reasons are how many strengths and weaknesses are told.
const reasons = 3

func (c rateCommand) standingAnswers(s *session, all []*standing.Standing) ([]standingJSON, error) {
	answers := []standingJSON{}
	for _, one := range all {
		is := one.Is()
		a := standingJSON{
			Park: is.Name, Index: pointer(is.Index), Group: is.Group, Place: is.Place, Of: is.Of,
			Subindices: []subindexJSON{}, Strengths: reasonAnswers(one.Strengths(reasons)), Weaknesses: reasonAnswers(one.Weaknesses(reasons)), Lacking: []lackingJSON{},
		}
		if was, ok := one.Was(); ok {
			a.Was = &standJSON{pointer(was.Index), was.Group, was.Place, was.Of}
		}
		for _, sub := range one.Subindices() {
			a.Subindices = append(a.Subindices, subindexJSON{sub.Code, pointer(sub.Is), pointer(sub.Was), sub.Place, sub.Leader, pointer(sub.Best)})
		}
		for _, l := range one.Lacking() {
			a.Lacking = append(a.Lacking, lackingJSON{one.LackWords(l, app.RU), l.Codes, pointer(l.Low), pointer(l.High)})
		}
		levers, err := c.standingLevers(s, one)
		if err != nil {
			return nil, err
		}
		for _, l := range levers {
			row := standLeverJSON{Key: l.Key(), Title: l.Title().RU, Unit: l.Unit().RU, Place: l.Place}
			if l.From != nil {
				from, _ := l.From.Float64()
				row.From = &from
			}
			if l.More != nil {
				more, _ := l.More.Float64()
				row.More = &more
			}
			a.Levers = append(a.Levers, row)
		}
		answers = append(answers, a)
	}
	return answers, nil
}

func reasonAnswers(all []standing.Reason) []strengthJSON {
	rows := []strengthJSON{}
	for _, r := range all {
		rows = append(rows, strengthJSON{r.Indicator.Code, r.Gap, r.Place, r.Words(app.RU)})
	}
	return rows
}

// standingLevers says how much of each thing alone brings a park to --reach; none without it.
func (c rateCommand) standingLevers(s *session, one *standing.Standing) ([]standing.Lever, error) {
	if c.Reach == "" {
		return nil, nil
	}
	goal, err := one.Index().ParseGoal(c.Reach)
	if err != nil {
		return nil, err
	}
	return one.Levers(s.ctx, goal)
}

// printStandings says of each park what lifts it, what keeps it down, what is missing and, with
// --reach, what it takes.
func (c rateCommand) printStandings(s *session, all []*standing.Standing) error {
	for _, one := range all {
		fmt.Fprintln(s.Stdout)
		fmt.Fprintln(s.Stdout, one.Is().Name)
		if was, ok := one.Was(); ok {
			s.say("cli.rate.was", parkWords(was))
		}
		for _, sub := range one.Subindices() {
			if sub.Is.Known {
				s.say("cli.rate.subindex", map[string]any{"Code": sub.Code, "Name": sub.Name.RU, "Is": percentOf(sub.Is), "Was": percentOf(sub.Was), "Place": sub.Place, "Leader": sub.Leader, "Best": percentOf(sub.Best)})
			}
		}
		for _, part := range []struct {
			head string
			all  []standing.Reason
		}{{"cli.rate.strong", one.Strengths(reasons)}, {"cli.rate.weak", one.Weaknesses(reasons)}} {
			if len(part.all) > 0 {
				s.say(part.head, nil)
			}
			for _, r := range part.all {
				fmt.Fprintf(s.Stdout, "  %s %s: %s\n", r.Indicator.Code, r.Indicator.Name.RU, r.Words(app.RU))
			}
		}
		for _, l := range one.Lacking() {
			s.say("cli.rate.lack", map[string]any{"Words": one.LackWords(l, app.RU)})
		}
		if err := c.printStandingLevers(s, one); err != nil {
			return err
		}
	}
	return nil
}

func (c rateCommand) printStandingLevers(s *session, one *standing.Standing) error {
	levers, err := c.standingLevers(s, one)
	switch {
	case err != nil || c.Reach == "":
		return err
	case len(levers) == 0:
		s.say("cli.rate.reached", map[string]any{"Unit": one.Is().Name, "Goal": c.Reach})
		return nil
	}
	s.say("cli.rate.reach", map[string]any{"Unit": one.Is().Name, "Goal": c.Reach})
	for _, l := range levers {
		if l.More == nil {
			s.say("cli.rate.not_alone", map[string]any{"Title": l.Title().RU, "Is": l.AmountText(l.From, app.RU)})
			continue
		}
		s.say("cli.rate.more", map[string]any{"Title": l.Title().RU, "Is": l.AmountText(l.From, app.RU), "More": l.AmountText(l.More, app.RU), "Place": l.Place})
	}
	return nil
}

// percentOf writes a percentage of the mean; empty when it is not known.
func percentOf(v composite.Value) string {
	if !v.Known {
		return ""
	}
	return standing.Percent(v.Number, app.RU)
}
