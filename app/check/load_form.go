package check

import (
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// compileForm compiles the one form a rule has; at is the key that is wrong.
func compileForm(r *rule, f ruleFile, sums []*sum, about func(string) string) (at string, err error) {
	forms := 0
	for _, has := range []bool{f.Holds != "", f.Unique, len(f.Same) > 0, len(f.Overlap) > 0, f.Needs != "", f.Quarters != "", f.Proved, f.Frozen} {
		if has {
			forms++
		}
	}
	if forms != 1 {
		return "id", formula.Say("у правила должно быть ровно одно из: holds, unique, same, overlap, needs, quarters, proved, frozen",
			"a rule has exactly one of holds, unique, same, overlap, needs, quarters, proved, frozen")
	}
	switch {
	case f.Holds != "":
		return compileComparison(r, f, sums, about)
	case f.Needs != "":
		return compileNeeds(r, f)
	case len(f.Overlap) > 0:
		return "overlap", compileOverlap(r, f)
	case f.Quarters != "":
		return "quarters", compileQuarters(r, f)
	case f.Proved && r.of.Key != parkHead:
		return "of", formula.Say("документы у показателей бывают у технопарка: of = \"park\"",
			"it is the park whose indicators have documents: of = \"park\"")
	}
	r.unique, r.proved, r.frozen = f.Unique, f.Proved, f.Frozen
	return "same", compileSame(r, f)
}

func compileComparison(r *rule, f ruleFile, sums []*sum, about func(string) string) (at string, err error) {
	c := &comparison{}
	if c.holds, err = condition(r.of, sums, about(f.Holds)); err != nil {
		return "holds", err
	}
	left, right := sides(about(f.Holds))
	if f.Left != "" {
		left, right = about(f.Left), about(f.Right)
	}
	if left != "" {
		if c.left, err = compile(r.of, sums, left); err != nil {
			return "left", err
		}
	}
	if right != "" {
		if c.right, err = compile(r.of, sums, right); err != nil {
			return "right", err
		}
	}
	c.unit, c.digits, c.figure = unitOf(r.of, sums, c.holds)
	if f.Unit != "" {
		c.figure, c.unit = app.Field{}, app.L(f.Unit, f.UnitEN)
	}
	if f.Digits != nil {
		c.digits = *f.Digits
	}
	r.holds = c
	return "", nil
}

func compileNeeds(r *rule, f ruleFile) (at string, err error) {
	n := &needs{report: app.TypeByKey(f.Needs), previous: f.Previous}
	switch {
	case n.report == nil:
		return "needs", unknownType(f.Needs)
	case !n.report.Report && f.Each == "":
		return "needs", formula.Say("записи «%s» не сдаются за период",
			"the records “%s” are not due for a period", n.report.Many)
	case f.Each != "" && r.of.Key != parkHead:
		return "of", formula.Say("на перечень отвечает технопарк: of = \"park\"",
			"it is the park that answers a list: of = \"park\"")
	case f.Each == "" && !owes(r.of, n.report):
		return "needs", formula.Say("«%s» сдаёт не %s",
			"“%s” are not due from %s", n.report.Many, r.of.Key)
	}
	if f.Each != "" {
		each, ok := n.report.Field(f.Each)
		if !ok || len(each.Options) == 0 {
			return "each", formula.Say("у записей «%s» нет поля с перечнем «%s»",
				"the records “%s” have no field with a list “%s”", n.report.Many, f.Each)
		}
		n.each = &each
	}
	r.needs = n
	return "", nil
}

// owes reports whether a report is due from the records of a type.
func owes(t, report *app.Type) bool {
	per, ok := report.Field(report.Per)
	if !ok {
		return t.Key == parkHead
	}
	return per.Kind == app.KindRef && per.Ref == t.Key
}

// compileSame reads the fields that make two records the same.
func compileSame(r *rule, f ruleFile) error {
	for _, key := range f.Same {
		field, ok := r.of.Field(key)
		if !ok {
			return formula.Say("поле «%s» не найдено у записей «%s»",
				"there is no field “%s” of the records “%s”", key, r.of.Many)
		}
		r.same = append(r.same, field)
	}
	return nil
}

func compileQuarters(r *rule, f ruleFile) error {
	switch {
	case !slices.Contains([]string{quartersSum, quartersPart, quartersMean}, f.Quarters):
		return formula.Say("quarters: sum — сумма кварталов равна году, part — квартал не больше года, mean — среднее за год среди кварталов",
			"quarters: sum, they add up to the year; part, none is more than the year; mean, the year is among them")
	case !r.of.Report || !r.field.Kind.Number():
		return formula.Say("с кварталами сверяют числа годовых отчётов",
			"it is figures of yearly reports that are compared with quarters")
	}
	r.quarters = f.Quarters
	return nil
}

// compileOverlap reads overlap = ["rooms", "valid_from", "valid_to"].
func compileOverlap(r *rule, f ruleFile) error {
	wrong := formula.Say("overlap — это поле со ссылками и два поля с датами: [\"rooms\", \"valid_from\", \"valid_to\"]",
		"overlap is a field of links and two of dates: [\"rooms\", \"valid_from\", \"valid_to\"]")
	if len(f.Overlap) != 3 {
		return wrong
	}
	var found [3]app.Field
	for i, key := range f.Overlap {
		field, ok := r.of.Field(key)
		shared := i == 0 && (field.Kind == app.KindRefs || field.Kind == app.KindRef)
		if !ok || !shared && field.Kind != app.KindDate {
			return wrong
		}
		found[i] = field
	}
	r.overlap = &overlap{shared: found[0], from: found[1], to: found[2]}
	return nil
}
