package cli

import (
	"fmt"
	"time"

	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/copies"
	"technopark/app/standing"
)

// todoCommand says what is to be done before the figures of a year are handed in.
type todoCommand struct {
	yearOf
}

type todoJSON struct {
	File     string          `json:"file"`
	Park     string          `json:"park"`
	Year     int             `json:"year"`
	Deadline string          `json:"deadline"` // YYYY-MM-DD; empty when nobody has written it down
	Days     *int            `json:"days"`     // until then; null without a deadline
	Next     *todoStepJSON   `json:"next"`     // null when nothing is to be done
	Stages   []todoStageJSON `json:"stages"`
	Steps    []todoStepJSON  `json:"steps"`
	Filled   []todoPartJSON  `json:"filled"`
	Ending   []todoEndJSON   `json:"ending"` // contracts
	Errors   int             `json:"errors"`
	Warnings int             `json:"warnings"` // those that were explained left out
	Answered int             `json:"answered"` // residents
	Wanted   int             `json:"wanted"`
	Rating   *standJSON      `json:"rating"` // null: the method cannot rank the park
	Copy     string          `json:"copy"`   // when the last was made, RFC 3339; empty without one
	Second   *errorSaid      `json:"second"` // why the second place of copies cannot be looked at; null when it can
}

type todoStageJSON struct {
	Key  string `json:"key"`
	Name string `json:"name"`
	Done bool   `json:"done"`
	Now  bool   `json:"now"`
}

type todoStepJSON struct {
	Key   string `json:"key"`
	State string `json:"state"`
	Text  string `json:"text"`
	Count int    `json:"count"` // 0: not counted
	Due   string `json:"due"`   // YYYY-MM-DD; empty when no day is known
	Where string `json:"where"` // the screen
}

type todoPartJSON struct {
	Title string `json:"title"`
	Given int    `json:"given"`
	Of    int    `json:"of"`
}

type todoEndJSON struct {
	ID       int64  `json:"id"` // of the contract
	Resident string `json:"resident"`
	Contract string `json:"contract"`
	Until    string `json:"until"`
	Days     int    `json:"days"`
}

// todo is all there is to say.
type todo struct {
	*agenda.Agenda
	stand  *standing.Standing // nil where the method cannot rank the park
	copies *copies.Listing    // nil where they cannot be looked at
}

// Run says it; that something is to be done is no fault, so the code is 0.
func (c todoCommand) Run(s *session) error {
	return s.read(c.yearOf, func(store Store, b *app.Book) error {
		found, err := c.find(s, store, b)
		if err != nil {
			return app.About(c.File, err)
		}
		if c.JSON {
			return s.printJSON(c.answer(s, found))
		}
		s.printTodo(found)
		return nil
	})
}

func (c todoCommand) find(s *session, store Store, b *app.Book) (todo, error) {
	set, result, err := s.score(b, c.Year)
	if err != nil {
		return todo{}, err
	}
	report, err := s.checked(store, set, b, c.Year)
	if err != nil {
		return todo{}, err
	}
	found := todo{Agenda: agenda.Of(agenda.Question{Book: b, Year: c.Year, Day: app.DateOf(s.Now()), Report: report, Result: result})}
	all, _, err := s.standings(store, c.Year)
	if _, said := app.Refused(err); err != nil && !said {
		return todo{}, err
	}
	for _, one := range all {
		if one.Book().Park.ID == b.Park.ID {
			found.stand = one
		}
	}
	if found.copies, err = s.Copies.List(c.File); err != nil {
		found.copies = nil // where they lie cannot be read, and that is said as no copy
	}
	return found, nil
}

func (c todoCommand) answer(s *session, t todo) todoJSON {
	out := todoJSON{
		File: c.File, Park: t.Park, Year: t.Year, Deadline: t.Due.ISO(), Stages: []todoStageJSON{}, Steps: []todoStepJSON{},
		Filled: []todoPartJSON{}, Ending: []todoEndJSON{}, Errors: t.Errors, Warnings: t.Warnings, Answered: t.Answered, Wanted: t.Wanted,
	}
	if !t.Due.Zero() {
		days := t.Due.Days() - t.Day.Days()
		out.Days = &days
	}
	for _, st := range t.Stages {
		out.Stages = append(out.Stages, todoStageJSON{string(st.Key), st.Title.RU, st.Done, st.Now})
	}
	for _, st := range t.Steps {
		out.Steps = append(out.Steps, todoStepJSON{st.Key, st.State.RU, st.Text.RU, st.Count, st.Due.ISO(), st.Where.Screen})
	}
	if len(out.Steps) > 0 {
		out.Next = &out.Steps[0]
	}
	for _, part := range t.Filled {
		out.Filled = append(out.Filled, todoPartJSON{part.Title.RU, part.Given, part.Of})
	}
	for _, e := range t.Ending {
		out.Ending = append(out.Ending, todoEndJSON{e.Contract.ID, e.Name(), e.What(app.RU), e.Contract.To.ISO(), e.Days})
	}
	if t.stand != nil {
		is := t.stand.Is()
		out.Rating = &standJSON{pointer(is.Index), is.Group, is.Place, is.Of}
	}
	if t.copies != nil {
		out.Second = s.said(t.copies.Absent)
		if last, ok := t.copies.Last(); ok {
			out.Copy = last.Made.UTC().Format(time.RFC3339)
		}
	}
	return out
}

// stepWidth is how many characters of what a step is take on the screen.
const stepWidth = 64

func (s *session) printTodo(t todo) {
	s.say("cli.todo.head", map[string]any{"Park": t.Park, "Year": t.Year, "Due": t.DueWords(app.RU)})
	for _, st := range t.Stages {
		fmt.Fprintln(s.Stdout, "  "+st.In(app.RU))
	}
	s.say("cli.todo.steps", nil)
	if len(t.Steps) == 0 {
		fmt.Fprintln(s.Stdout, "  "+app.MarkReady.Before(agenda.NothingLeft(app.RU)))
	}
	for _, st := range t.Steps {
		fmt.Fprintf(s.Stdout, "  %s %s %s  %s\n", pad(st.Line(app.RU), 12), pad(st.Text.RU, stepWidth), pad(st.Due.String(), 10), st.Where.Title.RU)
	}
	if len(t.Ending) > 0 {
		fmt.Fprintln(s.Stdout, "\n"+agenda.EndingTitle(app.RU))
	}
	for _, e := range t.Ending {
		fmt.Fprintf(s.Stdout, "  %s %s %s\n", pad(e.Left(app.RU), 12), pad(e.Name()+", "+e.What(app.RU), stepWidth), e.Contract.To)
	}
	if len(t.Filled) > 0 {
		fmt.Fprintln(s.Stdout, "\n"+agenda.FilledTitle(app.RU))
	}
	for _, part := range t.Filled {
		fmt.Fprintf(s.Stdout, "  %s %s %s\n", pad(part.Line(app.RU), 12), pad(part.Title.RU, stepWidth), part.Words(app.RU))
	}
	s.printTodoRest(t)
}

// printTodoRest says where the park stands and how its copies are.
func (s *session) printTodoRest(t todo) {
	fmt.Fprintln(s.Stdout)
	if t.stand != nil {
		fmt.Fprintln(s.Stdout, t.stand.Line(app.RU))
	}
	if t.copies == nil {
		return
	}
	last, ok := t.copies.Last()
	if !ok {
		s.say("cli.todo.no_copy", nil)
	} else {
		made := last.Made.In(s.Now().Location())
		s.say("cli.todo.copy", map[string]any{"When": app.DateOf(made).String() + " " + made.Format("15:04")})
	}
	if t.copies.Absent != nil {
		fmt.Fprintln(s.Stdout, s.sentence(t.copies.Absent))
	}
}
