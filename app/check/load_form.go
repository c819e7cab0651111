package check

import (
	"errors"
	"fmt"

	"technopark/app"
)

// compileForm compiles the one form a rule has; at is the key that is wrong.
func compileForm(r *rule, f ruleFile, sums []*sum, about func(string) string) (at string, err error) {
	forms := 0
	for _, has := range []bool{f.Holds != "", f.Unique, len(f.Overlap) > 0, f.Needs != ""} {
		if has {
			forms++
		}
	}
	if forms != 1 {
		return "id", errors.New("у правила должно быть ровно одно из: holds, unique, overlap, needs")
	}
	switch {
	case f.Holds != "":
		return compileComparison(r, f, sums, about)
	case f.Needs != "":
		return compileNeeds(r, f)
	case len(f.Overlap) > 0:
		return "overlap", compileOverlap(r, f)
	}
	return "", nil
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
	c.unit, c.digits = unitOf(r.of, sums, c.holds)
	if f.Unit != "" {
		c.unit = app.L(f.Unit, f.UnitEN)
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
		return "needs", errors.New(unknownType(f.Needs))
	case !isReport(n.report):
		return "needs", fmt.Errorf("записи «%s» не сдаются за период", n.report.Many.RU)
	case r.of.Key != residentKey && r.of.Key != parkHead:
		return "of", errors.New("отчёты бывают должны резидент (resident) и технопарк (park)")
	case ofResidents(n.report) != (r.of.Key == residentKey):
		return "needs", fmt.Errorf("«%s» сдаёт не %s", n.report.Many.RU, r.of.Key)
	}
	if f.Each != "" {
		each, ok := n.report.Field(f.Each)
		if !ok || len(each.Options) == 0 {
			return "each", fmt.Errorf("у записей «%s» нет поля с перечнем «%s»", n.report.Many.RU, f.Each)
		}
		n.each = &each
	}
	r.needs = n
	return "", nil
}

// compileOverlap reads overlap = ["rooms", "valid_from", "valid_to"].
func compileOverlap(r *rule, f ruleFile) error {
	wrong := errors.New("overlap — это поле со ссылками и два поля с датами: [\"rooms\", \"valid_from\", \"valid_to\"]")
	if len(f.Overlap) != 3 {
		return wrong
	}
	var found [3]app.Field
	for i, kind := range []app.Kind{app.KindRefs, app.KindDate, app.KindDate} {
		field, ok := r.of.Field(f.Overlap[i])
		if !ok || field.Kind != kind {
			return wrong
		}
		found[i] = field
	}
	r.overlap = &overlap{shared: found[0], from: found[1], to: found[2]}
	return nil
}
