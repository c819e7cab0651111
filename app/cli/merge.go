package cli

import (
	"errors"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/merging"
)

// duplicatesCommand lists the records that are probably one thing entered several times, or says
// which of them are two.
type duplicatesCommand struct {
	File   string   `arg:"" place:""`
	Type   string   // key or name of a type of records
	Apart  []string // two records that are two: «resident:3,resident:17»
	Offer  []string // two of which that was said and is no longer so
	Note   string   // why they are two
	Author string   // who says so
	Marked bool     // list what was told apart
	Park   string
	JSON   bool `name:"json"`
}

// Run prints the groups; that there are some is a finding. Of what was told apart it prints the list.
func (c duplicatesCommand) Run(s *session) error {
	if c.Marked || len(c.Apart)+len(c.Offer) > 0 || c.Note+c.Author != "" {
		return c.marks(s)
	}
	types := mergeable()
	if c.Type != "" {
		t, err := typeNamed(c.Type, types)
		if err != nil {
			return err
		}
		types = []*app.Type{t}
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	b, err := s.bookIn(store, c.File, c.Park)
	if err != nil {
		return err
	}
	answer := duplicatesAnswer(c.File, b, merging.Find(b, types))
	return s.conclude(c.JSON, answer, func() { s.printDuplicates(answer) }, len(answer.Groups) > 0)
}

// mergeable returns the types of whose records one can be made of two.
func mergeable() []*app.Type {
	return slices.DeleteFunc(app.Types(), func(t *app.Type) bool { return !t.Mergeable() })
}

// mergeCommand makes one record of two.
type mergeCommand struct {
	File   string   `arg:"" place:""`
	Keep   string   `required:""` // the record that stays: «resident:3»
	Drop   string   `required:""` // the one that goes
	Take   []string `sep:"none"`  // whose value stays: «phone=drop», «resident_report:62/revenue=keep»
	DryRun bool     `name:"dry-run"`
	JSON   bool     `name:"json"`
}

// Run merges, or only says what that would do. What is still to be chosen is a finding.
func (c mergeCommand) Run(s *session) error {
	store, err := s.openAs(c.File, c.DryRun)
	if err != nil {
		return err
	}
	answer, err := c.merge(s, store)
	if closed := store.Close(); err == nil {
		err = app.About(c.File, closed)
	}
	if err != nil {
		return err
	}
	return s.conclude(c.JSON, answer, func() { s.printMerge(answer) }, len(answer.Open) > 0)
}

func (c mergeCommand) merge(s *session, store Store) (answer mergeJSON, err error) {
	if err := store.Unwritable(); err != nil && !c.DryRun {
		return answer, app.About(c.File, err)
	}
	plan, err := c.plan(s, store)
	if err != nil {
		return answer, err
	}
	answer = mergeAnswer(c.File, plan)
	switch why := plan.WhyNot(); {
	case errors.Is(why, merging.ErrOpen):
		return answer, nil
	case why != nil:
		return answer, app.About(c.File, why)
	case c.DryRun:
		return answer, nil
	}
	top := plan.Top
	what := s.words.T("step.merge", map[string]any{
		"Type": top.Kept.Type().One.RU, "Gone": app.Quoted(plan.Title(top.Gone)), "Kept": app.Quoted(plan.Title(top.Kept)),
	})
	answer.Done = true
	return answer, app.About(c.File, plan.Write(s.ctx, store, what))
}

// plan plans the merge, with what was said of single fields.
func (c mergeCommand) plan(s *session, store Store) (*merging.Plan, error) {
	keep, kept, err := recordNamed("--keep", c.Keep)
	if err != nil {
		return nil, err
	}
	drop, gone, err := recordNamed("--drop", c.Drop)
	if err != nil {
		return nil, err
	}
	if keep != drop {
		return nil, &app.Refusal{ID: "cli.merge.types", Data: map[string]any{"Keep": c.Keep, "Drop": c.Drop}, Cause: errWords}
	}
	if kept == gone {
		return nil, &app.Refusal{ID: "err.merge_itself", Data: map[string]any{"Record": c.Keep}, Cause: errWords}
	}
	plan, err := merging.New(s.ctx, store, app.TypeByKey(keep), kept, gone, app.RU)
	if err != nil {
		return nil, app.About(c.File, err)
	}
	said := map[app.Place]merging.Side{}
	for _, text := range c.Take {
		at, side, err := taken(text, app.Place{Type: keep, ID: kept})
		if err != nil {
			return nil, err
		}
		if before, twice := said[at]; twice && before != side {
			return nil, &app.Refusal{ID: "cli.merge.take_twice", Data: map[string]any{"What": text}, Cause: errWords}
		}
		said[at] = side
		if err := plan.Decide(at, side); err != nil {
			return nil, fmt.Errorf("%w: %w", errWords, err)
		}
	}
	return plan, nil
}

// taken reads «phone=drop» or «resident_report:62/revenue=keep»; of is the record that stays.
func taken(text string, of app.Place) (app.Place, merging.Side, error) {
	wrong := &app.Refusal{ID: "cli.merge.bad_take", Data: map[string]any{"What": text}, Cause: errWords}
	name, side, _ := strings.Cut(text, "=")
	from := map[string]merging.Side{merging.OfKept.Key(): merging.OfKept, merging.OfGone.Key(): merging.OfGone}[side]
	if from == merging.Open || name == "" {
		return app.Place{}, from, wrong
	}
	key, number, isPlace := strings.Cut(name, ":")
	if !isPlace {
		of.Field = name
		return of, from, nil
	}
	number, field, _ := strings.Cut(number, "/")
	id, err := strconv.ParseInt(number, 10, 64)
	if err != nil || id <= 0 || app.TypeByKey(key) == nil {
		return app.Place{}, from, wrong
	}
	return app.Place{Type: key, ID: id, Field: field}, from, nil
}
