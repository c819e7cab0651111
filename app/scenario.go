package app

import "strings"

// Scenario is what somebody tried in place of the figures of a year and wants to try again: «что,
// если». It changes no other record and goes with no submission.
type Scenario struct {
	Head
	Period  Period // of the data
	Title   string // by which people tell it apart
	Changes string // a line for each: what is changed, and how much more of it; see ScenarioChange
}

// Type describes Scenario.
func (*Scenario) Type() *Type { return scenarioType }

var scenarioType = &Type{
	Key:     "scenario",
	One:     L("Сценарий", "Scenario"),
	Many:    L("Сценарии", "Scenarios"),
	Section: SectionRating,
	Turn:    past("сценарий пробует цифры своего года", "a scenario tries the figures of its year"),
	Aside:   true,
	Trial:   true,
	Period:  "period",
	New:     func() Record { return new(Scenario) },
	Title:   func(r Record, _ Titles) string { return r.(*Scenario).Title },
	Fields: []Field{
		period(func(r *Scenario) *Period { return &r.Period }),
		text("title", L("Название", "Name"), func(r *Scenario) *string { return &r.Title }).essential().width(30),
		note("changes", L("Что изменено", "What is changed"), func(r *Scenario) *string { return &r.Changes }).essential().coded().naming(ScenarioRecord),
	},
}

// ScenarioRecord begins the name of a figure of a record among the changes of a scenario.
const ScenarioRecord = "record "

// ScenarioChange is one line of a scenario.
type ScenarioChange struct {
	What string // names it: «input jobs_created», «indicator S2.1», «record resident_report/62/revenue»
	More string // how much more of it there is, a number with a sign: «22», «-1/3»
}

// Lines returns the changes of a scenario; lines that are none are left out.
func (s *Scenario) Lines() []ScenarioChange {
	var all []ScenarioChange
	for _, line := range strings.Split(s.Changes, "\n") {
		if at := strings.LastIndex(line, " "); at > 0 {
			all = append(all, ScenarioChange{What: line[:at], More: line[at+1:]})
		}
	}
	return all
}

// SetLines puts the changes into a scenario.
func (s *Scenario) SetLines(all []ScenarioChange) {
	lines := make([]string, len(all))
	for i, c := range all {
		lines[i] = c.What + " " + c.More
	}
	s.Changes = strings.Join(lines, "\n")
}
