package cli

import (
	"fmt"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/regulation"
)

// rateCommand makes an index of many indicators, and places by it.
type rateCommand struct {
	File string `arg:"" optional:"" place:""` // data file; none: a table of values
	Year int    `type:"year"`                 // of its data
	Park string // of its parks, for --what-if

	Method   string   `place:""`
	Values   string   `place:""`
	Unit     string   // of the table, for --what-if
	WhatIf   []string `name:"what-if" sep:"none"`
	Steps    bool     // with the values each step leaves, too
	SelfTest bool     `name:"self-test"`

	Uncertainty int    // runs; 0: places are given as they are
	Sensitivity int    // base sample; 0: none
	Seed        uint64 `default:"1"`
	Reach       string // a group or a place: what each indicator alone would have to be
	Analysis    bool   // contributions, redundancy, alpha

	Sheet string `place:""`                  // path of the sheet «Итоги» of a park, .pdf or .xlsx
	Lang  string `enum:"ru,en" default:"ru"` // of the sheet

	JSON bool `name:"json"`
}

type rateJSON struct {
	Method  rateMethodJSON      `json:"method"`
	Units   []rateUnitJSON      `json:"units"`
	Steps   []rateStepJSON      `json:"steps"`
	Leaders map[string][]string `json:"leaders"` // ids of those in the first place, by code
	Notes   []rateNoteJSON      `json:"notes"`   // what the method went on without

	WhatIf []whatIfJSON   `json:"what_if,omitempty"` // units are as they would be
	Before []rateUnitJSON `json:"before,omitempty"`  // units as they are

	Reach    []leverJSON   `json:"reach,omitempty"`    // with --reach
	Analysis *analysisJSON `json:"analysis,omitempty"` // with --analysis

	Seed        *uint64           `json:"seed,omitempty"`        // of the runs
	Uncertainty []uncertaintyJSON `json:"uncertainty,omitempty"` // with --uncertainty
	Sensitivity []sensitivityJSON `json:"sensitivity,omitempty"` // with --sensitivity
}

type rateMethodJSON struct {
	profileJSON
	Version string `json:"version"`
	Index   string `json:"index"` // code of the index itself
}

type rateUnitJSON struct {
	ID     string             `json:"id"`
	Name   string             `json:"name,omitempty"`
	Scores map[string]float64 `json:"scores"` // by code; none where there is no score
	Ranks  map[string]int     `json:"ranks"`
	Group  string             `json:"group"`
}

type rateStepJSON struct {
	Name    string                         `json:"name"`
	Changed []rateChangeJSON               `json:"changed"`
	Values  map[string]map[string]*float64 `json:"values,omitempty"` // by unit and code; with --steps
}

type rateChangeJSON struct {
	Unit string   `json:"unit"`
	Code string   `json:"code"`
	From *float64 `json:"from"` // null: there was none
	To   *float64 `json:"to"`
	How  string   `json:"how"`
}

type rateNoteJSON struct {
	Step string `json:"step"`
	Unit string `json:"unit"` // empty: about all
	Code string `json:"code"`
	Text string `json:"text"`
}

// Run scores a table of values, or proves the engine.
func (c rateCommand) Run(s *session) error {
	if c.SelfTest {
		return s.proveRating(c.JSON)
	}
	if err := c.readySheet(); err != nil {
		return err
	}
	if c.File != "" {
		return c.ratePark(s)
	}
	if c.Method == "" || c.Values == "" {
		return &app.Refusal{ID: "cli.rate.needs", Cause: errWords}
	}
	changes, err := c.substitutes(c.Unit)
	if err != nil {
		return err
	}
	index, err := regulation.OpenComposite(c.Method)
	if err != nil {
		return err
	}
	table, err := regulation.OpenValues(c.Values)
	if err != nil {
		return err
	}
	result, before, err := tried(index, table, changes)
	if err != nil {
		return app.About(c.Values, err)
	}
	doubt, err := c.doubt(s, result)
	if err != nil {
		return err
	}
	if c.Reach != "" && c.Unit == "" {
		return &app.Refusal{ID: "cli.rate.which_unit", Cause: errWords}
	}
	levers, err := c.levers(s, index, table, changes, c.Unit)
	if err != nil {
		return app.About(c.Values, err)
	}
	if c.JSON {
		answer := rateAnswer(result, c.Steps)
		answer.addDoubt(result, doubt)
		answer.addTrial(before, changes)
		answer.addLevers(c.Unit, levers)
		answer.addAnalysis(result, c.Analysis)
		return s.printJSON(answer)
	}
	s.printRating(result)
	s.printTrial(before, result, changes)
	s.printLevers(index, c.Unit, c.Reach, levers)
	s.printAnalysis(result, c.Analysis)
	s.printDoubt(result, doubt)
	return nil
}

func rateAnswer(r *composite.Result, withValues bool) rateJSON {
	m := r.Index.Method()
	answer := rateJSON{
		Method:  rateMethodJSON{profileJSON{m.ID, m.Title.RU, m.Official}, m.Version, r.Index.Top()},
		Leaders: map[string][]string{}, Notes: []rateNoteJSON{},
	}
	answer.Units = rateUnits(r)
	for _, n := range m.Nodes {
		for _, u := range r.Leaders(n.Code) {
			answer.Leaders[n.Code] = append(answer.Leaders[n.Code], r.Units[u].ID)
		}
	}
	for _, step := range r.Steps {
		answer.Steps = append(answer.Steps, stepAnswer(r, step, withValues))
	}
	for _, n := range r.Notes {
		note := rateNoteJSON{Step: n.Step, Code: n.Code, Text: n.Text.RU}
		if n.Unit >= 0 {
			note.Unit = r.Units[n.Unit].ID
		}
		answer.Notes = append(answer.Notes, note)
	}
	return answer
}

func rateUnits(r *composite.Result) []rateUnitJSON {
	rows := make([]rateUnitJSON, len(r.Units))
	for u, unit := range r.Units {
		row := rateUnitJSON{ID: unit.ID, Name: unit.Name, Scores: map[string]float64{}, Ranks: map[string]int{}, Group: r.Group(u)}
		for _, n := range r.Index.Method().Nodes {
			if score := r.Score(u, n.Code); score.Known {
				row.Scores[n.Code], row.Ranks[n.Code] = score.Number, r.Rank(u, n.Code)
			}
		}
		rows[u] = row
	}
	return rows
}

func stepAnswer(r *composite.Result, step composite.Step, withValues bool) rateStepJSON {
	out := rateStepJSON{Name: step.Name, Changed: []rateChangeJSON{}}
	for _, c := range step.Changed {
		out.Changed = append(out.Changed, rateChangeJSON{r.Units[c.Unit].ID, c.Code, pointer(c.From), pointer(c.To), c.How.RU})
	}
	if !withValues {
		return out
	}
	out.Values = map[string]map[string]*float64{}
	for u, unit := range r.Units {
		row := map[string]*float64{}
		for _, code := range step.Codes() {
			row[code] = pointer(step.Value(u, code))
		}
		out.Values[unit.ID] = row
	}
	return out
}

func pointer(v composite.Value) *float64 {
	if !v.Known {
		return nil
	}
	return &v.Number
}

// printRating prints the units by place, each category with its leader, and what was done on
// the way.
func (s *session) printRating(r *composite.Result) {
	m := r.Index.Method()
	s.say("cli.rate.head", map[string]any{"Title": m.Title.RU, "Version": m.Version, "Units": len(r.Units)})
	if m.Notice.RU != "" {
		fmt.Fprintln(s.Stdout, m.Notice.RU)
	}
	s.printPlaces(r)
	s.printLeaders(r)
	s.printSteps(r)
}

func (s *session) printPlaces(r *composite.Result) {
	top := r.Index.Top()
	fmt.Fprintln(s.Stdout)
	for _, u := range byPlace(r) {
		name := r.Units[u].ID
		if r.Units[u].Name != "" {
			name = r.Units[u].Name + " (" + name + ")"
		}
		place, index := "—", "—"
		if score := r.Score(u, top); score.Known {
			place, index = fmt.Sprint(r.Rank(u, top)), decimals(score.Number, digitsOf(r))
		}
		fmt.Fprintf(s.Stdout, "%s  %s %s  %s\n", padLeft(place, 5), pad(name, nameWidth), padLeft(index, 14), r.Group(u))
	}
}

// indexDigits are the decimals of an index in percent and of shares.
const indexDigits = 2

// digitsOf are the decimals of the indices of a result: two places of a scale from 0 to 1 would
// make neighbours alike.
func digitsOf(r *composite.Result) int {
	for u := range r.Units {
		if score := r.Score(u, r.Index.Top()); score.Number >= 10 || score.Number <= -10 {
			return indexDigits
		}
	}
	return 2 * indexDigits
}

// decimals writes a figure of the rating for the eye; the answer in JSON has all digits.
func decimals(x float64, digits int) string {
	text := fmt.Sprintf("%.*f", digits, x)
	whole, frac, _ := strings.Cut(strings.TrimPrefix(text, "-"), ".")
	return app.WriteDecimal(strings.HasPrefix(text, "-") && strings.Trim(text, "-0.") != "", whole, frac, app.RU)
}

func (s *session) printLeaders(r *composite.Result) {
	fmt.Fprintln(s.Stdout)
	for _, n := range r.Index.Method().Nodes {
		if len(r.Index.Children(n.Code)) == 0 {
			continue
		}
		var leaders []string
		for _, u := range r.Leaders(n.Code) {
			leaders = append(leaders, r.Units[u].ID)
		}
		if len(leaders) > 0 {
			s.say("cli.rate.leader", map[string]any{"Code": n.Code, "Name": n.Name.RU, "Units": strings.Join(leaders, ", ")})
		}
	}
}

func (s *session) printSteps(r *composite.Result) {
	fmt.Fprintln(s.Stdout)
	for _, step := range r.Steps {
		if len(step.Changed) > 0 {
			s.say("cli.rate.step."+step.Name, map[string]any{"N": len(step.Changed)})
		}
	}
	for _, n := range r.Notes {
		var about []string
		if n.Unit >= 0 {
			about = append(about, r.Units[n.Unit].ID)
		}
		if n.Code != "" {
			about = append(about, n.Code)
		}
		s.say("cli.rate.note", map[string]any{"About": strings.Join(about, ", "), "Text": n.Text.RU})
	}
}
