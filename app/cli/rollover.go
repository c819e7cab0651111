package cli

import (
	"errors"
	"strconv"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/rollover"
	"technopark/app/submission"
)

// rolloverCommand turns the year: what is due in the new one is made, empty, what stands is set
// against the last day of the old one, and of those who left it is recorded how when it is said.
type rolloverCommand struct {
	File      string `arg:"" place:""`
	From      int    `required:"" type:"year"` // the old year
	To        int    `required:"" type:"year"` // the new one
	Park      string
	Graduate  []string // ИНН or names of those who left as graduates
	Close     []string // … whose agreement expired
	Terminate []string // … whose agreement was terminated
	Sheet     string   `place:""` // of the reconciliation: PDF or XLSX by its ending
	Lang      string   `enum:"ru,en" default:"ru"`
	DryRun    bool     `name:"dry-run"`
	JSON      bool     `name:"json"`
}

// Run turns the year as one change, or only says what that would do.
func (c rolloverCommand) Run(s *session) error {
	if err := errors.Join(s.checkYear(c.From), s.checkYear(c.To)); err != nil {
		return err
	}
	if c.Sheet != "" {
		if err := c.paper().Ready(); err != nil {
			return err
		}
	}
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	answer, err := c.turn(s, store)
	if closed := store.Close(); err == nil {
		err = app.About(c.File, closed)
	}
	if err != nil {
		return err
	}
	return s.conclude(c.JSON, answer, func() { s.printTurn(answer, c.DryRun) }, false)
}

func (c rolloverCommand) paper() submission.TurnPaper {
	return submission.TurnPaper{Path: c.Sheet, Lang: app.Lang(c.Lang)}
}

func (c rolloverCommand) turn(s *session, store Store) (answer rolloverJSON, err error) {
	if err := store.Unwritable(); err != nil && !c.DryRun {
		return answer, app.About(c.File, err)
	}
	plan, err := c.plan(s, store)
	if err != nil {
		return answer, err
	}
	answer = turnAnswer(c.File, plan)
	var paper *disk.Staged
	if c.Sheet != "" {
		if paper, err = c.paper().Stage(s.ctx, plan, s.Now()); err != nil {
			return answer, err
		}
		defer paper.Drop()
	}
	if !c.DryRun && !plan.Done() {
		answer.Copy = s.copyBefore(c.File, copies.WhyRollover)
		if err := c.write(s, store, plan); err != nil {
			return answer, err
		}
		answer.Done = true
	}
	if paper != nil {
		answer.Sheet = c.Sheet
		return answer, paper.Commit()
	}
	return answer, nil
}

// plan plans the turn, with what was said of those who left.
func (c rolloverCommand) plan(s *session, store Store) (*rollover.Plan, error) {
	b, err := s.bookIn(store, c.File, c.Park)
	if err != nil {
		return nil, err
	}
	plan, err := rollover.New(b, c.From, c.To)
	if err == nil {
		err = c.decide(b, plan)
	}
	return plan, err
}

// decide records in the plan how those left who are named.
func (c rolloverCommand) decide(b *app.Book, plan *rollover.Plan) error {
	names, said := exchange.NamesOf(b, app.RU), map[int64]string{}
	for _, of := range []struct {
		outcome string
		named   []string
	}{{app.OutcomeGraduated, c.Graduate}, {rollover.Expired, c.Close}, {rollover.Terminated, c.Terminate}} {
		for _, name := range of.named {
			r, err := residentCalled(b, names, name, c.File)
			if err != nil {
				return err
			}
			if before, twice := said[r.ID]; twice && before != of.outcome {
				return &app.Refusal{ID: "cli.rollover.twice", Data: map[string]any{"Resident": app.Quoted(name)}, Cause: errWords}
			}
			said[r.ID] = of.outcome
			if err := plan.Decide(r.ID, of.outcome); err != nil {
				return err
			}
		}
	}
	return nil
}

func (c rolloverCommand) write(s *session, store Store, plan *rollover.Plan) error {
	what := s.words.T("step.rollover", map[string]any{"From": strconv.Itoa(plan.From), "To": strconv.Itoa(plan.To)})
	return app.About(c.File, plan.Write(s.ctx, store, what))
}
