package cli

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/composite"
)

type whatIfJSON struct {
	Unit string  `json:"unit"`
	Code string  `json:"code"`
	To   float64 `json:"to"`
}

// substitutes reads CODE=VALUE for a unit.
func (c rateCommand) substitutes(unit string) ([]composite.Substitute, error) {
	changes := make([]composite.Substitute, 0, len(c.WhatIf))
	for _, text := range c.WhatIf {
		code, value, ok := strings.Cut(text, "=")
		if code = app.Clean(code); !ok || code == "" {
			return nil, &app.Refusal{ID: "cli.rate.what_if", Data: map[string]any{"What": text}, Cause: errWords}
		}
		x, err := composite.ParseValue(value)
		if err != nil {
			return nil, err
		}
		changes = append(changes, composite.Substitute{Unit: unit, Code: code, To: x})
	}
	if len(changes) > 0 && unit == "" {
		return nil, &app.Refusal{ID: "cli.rate.which_unit", Cause: errWords}
	}
	return changes, nil
}

// tried scores a table with changes and, when there are any, without them.
func tried(x *composite.Index, table *composite.Table, changes []composite.Substitute) (with, without *composite.Result, err error) {
	if len(changes) > 0 {
		if without, err = x.Compute(table); err != nil {
			return nil, nil, err
		}
	}
	changed, err := table.With(changes)
	if err != nil {
		return nil, nil, err
	}
	with, err = x.Compute(changed)
	return with, without, err
}

func (answer *rateJSON) addTrial(before *composite.Result, changes []composite.Substitute) {
	if before == nil {
		return
	}
	for _, c := range changes {
		answer.WhatIf = append(answer.WhatIf, whatIfJSON(c))
	}
	answer.Before = rateUnits(before)
}

// printTrial says what the changes do to the unit they are of.
func (s *session) printTrial(before, after *composite.Result, changes []composite.Substitute) {
	if before == nil {
		return
	}
	u := slices.IndexFunc(after.Units, func(unit composite.Unit) bool { return unit.ID == changes[0].Unit })
	var list []string
	for _, c := range changes {
		list = append(list, c.Code+" = "+strings.Replace(strconv.FormatFloat(c.To, 'f', -1, 64), ".", ",", 1))
	}
	fmt.Fprintln(s.Stdout)
	s.say("cli.rate.trial", map[string]any{"Unit": after.Units[u].ID, "Changes": strings.Join(list, ", "), "Before": stand(before, u), "After": stand(after, u)})
}

// stand writes index, place and group of a unit.
func stand(r *composite.Result, u int) string {
	score := r.Score(u, r.Index.Top())
	if !score.Known {
		return "—"
	}
	text := fmt.Sprintf("%s, место %d", decimals(score.Number, digitsOf(r)), r.Rank(u, r.Index.Top()))
	if group := r.Group(u); group != "" {
		text += ", группа " + group
	}
	return text
}
