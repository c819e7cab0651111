package check

import (
	"slices"

	"technopark/app"
)

// check returns what the rules find on one record, in the order of its fields.
func (s *pass) check(rules []*rule, rec app.Record) []Finding {
	var findings []Finding
	view := s.scope(rec)
	for _, r := range rules {
		told := slices.ContainsFunc(findings, func(f Finding) bool { return slices.Contains(r.unless, f.Rule) && sameMatter(r, f) })
		if told || r.when != nil && !holdsFor(view, r.when) {
			continue
		}
		findings = append(findings, s.judge(r, view)...)
	}
	order := rec.Type().Fields
	at := func(f Finding) int {
		return slices.IndexFunc(order, func(o app.Field) bool { return o.Key == f.Field.Key })
	}
	slices.SortStableFunc(findings, func(x, y Finding) int { return at(x) - at(y) })
	return findings
}

// sameMatter reports whether a finding already speaks of what the rule looks at: its
// own field, when the rule is about one of several.
func sameMatter(r *rule, f Finding) bool {
	if r.field.Key == f.Field.Key {
		return true
	}
	if r.holds == nil {
		return false
	}
	_, reads := r.holds.holds.paths[f.Field.Key]
	return reads
}

func (s *pass) judge(r *rule, view *scope) []Finding {
	switch {
	case r.unique:
		return s.judgeUnique(r, view)
	case r.overlap != nil:
		return s.judgeOverlap(r, view)
	case r.needs != nil:
		return s.judgeNeeds(r, view)
	}
	return s.judgeHolds(r, view)
}

func (s *pass) judgeHolds(r *rule, view *scope) []Finding {
	holds, known, err := view.yes(r.holds.holds)
	if err != nil {
		panic(err) // see holdsFor
	}
	if holds || !known {
		return nil
	}
	found := s.found(r, view.rec)
	r.holds.show(view, &found)
	found.Basis = view.basis(r)
	return s.written(r, view, found, nil)
}

// judgeUnique looks for another record with the same value. Each of the two is found.
func (s *pass) judgeUnique(r *rule, view *scope) []Finding {
	v := r.field.Get(view.rec)
	if v.State != app.Given {
		return nil
	}
	same := s.alike(r)[r.field.Core(v)]
	i := slices.IndexFunc(same, func(other app.Record) bool {
		return other.Header().ID != view.rec.Header().ID && r.field.Alike(v, r.field.Get(other))
	})
	if i < 0 {
		return nil
	}
	other := same[i]
	found := s.found(r, view.rec)
	found.Left, found.Right = s.textOf(r.field, v), s.textOf(r.field, r.field.Get(other))
	found.Basis = basisOf(r.field.Key, r.field, v) + "; " + app.Place{Type: r.of.Key, ID: other.Header().ID}.String()
	return s.written(r, view, found, other)
}

// judgeOverlap tells of the records that share a reference and a day with an earlier one.
func (s *pass) judgeOverlap(r *rule, view *scope) []Finding {
	var findings []Finding
	for _, c := range s.clashes(r)[view.rec.Header().ID] {
		found := s.found(r, view.rec)
		found.Left, found.Right = r.overlap.term(view.rec), r.overlap.term(c.with)
		found.Difference = daysText(c.days)
		found.Case = app.Place{Type: r.of.Key, ID: c.with.Header().ID}.String()
		found.Basis = found.Left.RU + "; " + found.Right.RU
		found.Message = s.title(s.book.Get(r.overlap.shared.Ref, c.over))
		findings = append(findings, s.written(r, view, found, c.with)...)
	}
	return findings
}

// judgeNeeds looks for reports that the park or an active resident owes.
func (s *pass) judgeNeeds(r *rule, view *scope) []Finding {
	period := s.period
	if r.needs.previous {
		period = app.YearPeriod(s.year - 1)
	}
	owner := residentOf(view.rec)
	if owner != 0 && !s.book.Active(owner, period) {
		return nil
	}
	answers := []app.Option{{}}
	if r.needs.each != nil {
		answers = r.needs.each.Options
	}
	there := s.handedIn(r.needs)
	var findings []Finding
	for _, answer := range answers {
		if there[handed{period, owner, answer.Code}] {
			continue
		}
		found := s.found(r, view.rec)
		found.Period, found.Left, found.Case = period, answer.Label, answer.Code
		found.Lacks = r.needs.report
		found.Basis = r.needs.report.Key + " " + period.Key()
		findings = append(findings, s.written(r, view, found, nil)...)
	}
	return findings
}

func (s *pass) found(r *rule, rec app.Record) Finding {
	found := newFinding(s.book, rec, r.field)
	found.Rule, found.Level = r.id, r.level
	return found
}

// title returns the title of a record in both languages; nothing for none.
func (s *pass) title(rec app.Record) app.Text {
	if rec == nil {
		return app.Text{}
	}
	in := func(lang app.Lang) string { return rec.Type().TitleIn(lang, rec, s.book.TitlesIn(lang)) }
	return app.L(in(app.RU), in(app.EN))
}

func (s *pass) written(r *rule, view *scope, found Finding, other app.Record) []Finding {
	w := words{view: view, found: found, common: found.Message}
	if other != nil {
		w.other = s.title(other)
	}
	found.Message, found.Remedy = r.message.fill(w), r.remedy.fill(w)
	return []Finding{found}
}
