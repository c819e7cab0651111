package check

import (
	"slices"

	"technopark/app"
)

// apply puts a rule to one record.
func (s *pass) apply(r *rule, view *scope) {
	if s.told(r, view.rec) || r.when != nil && !holdsFor(view, r.when) {
		return
	}
	for _, f := range s.judge(r, view) {
		s.tell(f, s.book.Get(f.Type.Key, f.ID))
	}
}

// tell adds a finding; unless it is explained, its cell is in doubt from here on.
func (s *pass) tell(f Finding, rec app.Record) {
	s.explained.close(&f)
	s.about[rec] = append(s.about[rec], len(s.findings))
	s.findings = append(s.findings, f)
	if f.Explanation == nil && rec != nil {
		s.doubt(rec, f.Field.Key, f.Level)
	}
}

// told reports whether another rule has said of the record what the rule would say.
func (s *pass) told(r *rule, rec app.Record) bool {
	return len(r.unless) > 0 && slices.ContainsFunc(s.about[rec], func(i int) bool {
		f := s.findings[i]
		return slices.Contains(r.unless, f.Rule) && s.sameMatter(r, f)
	})
}

// sameMatter reports whether a finding already speaks of what the rule looks at. Two rules
// that name one field each are about the record; where one of them is about several fields
// in turn, they meet only in what the other looks at.
func (s *pass) sameMatter(r *rule, f Finding) bool {
	if r.field.Key == f.Field.Key || r.single && s.profile.single(f.Rule) {
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
	case r.twice():
		return s.judgeTwice(r, view)
	case r.overlap != nil:
		return s.judgeOverlap(r, view)
	case r.needs != nil:
		return s.judgeNeeds(r, view)
	case r.quarters != "":
		return s.judgeQuarters(r, view)
	case r.proved:
		return s.judgeProved(r, view)
	case r.frozen:
		return s.judgeFrozen(r, view)
	}
	return s.judgeHolds(r, view)
}

func (s *pass) judgeHolds(r *rule, view *scope) []Finding {
	holds, known := view.yes(r.holds.holds)
	if holds || !known || s.doubted(view.rec, r.field.Key) {
		return nil
	}
	at := s.blamed(r, view.rec)
	if at.rec != view.rec && s.says(r, at) {
		return nil
	}
	found := newFinding(s.book, at.rec, at.field)
	found.Rule, found.Level = r.id, r.level
	r.holds.show(view, at, &found)
	found.Basis = view.basis(r)
	return s.written(r, view, found, nil)
}

// spot is a field of a record that a finding stands on.
type spot struct {
	rec   app.Record
	field app.Field
}

// blamed returns where an error stands: of two figures that disagree on the one that a warning
// has doubted already, be it that it jumped, else on the one the rule names. So the reader is
// told once and in the right place.
func (s *pass) blamed(r *rule, rec app.Record) spot {
	own := spot{rec, r.field}
	if r.level != Error || s.doubts[cell{rec, r.field.Key}] != "" {
		return own
	}
	var doubted []spot
	for _, p := range r.holds.holds.paths {
		owner := s.follow(p, rec)
		if p.hop == hopRefs || owner == nil || !figure(p.field) || s.doubts[cell{owner, p.field.Key}] != Warning {
			continue
		}
		doubted = append(doubted, spot{owner, p.field})
	}
	if len(doubted) != 1 {
		return own
	}
	return doubted[0]
}

// says reports whether the rule has found something there already: one figure disagrees with
// many records.
func (s *pass) says(r *rule, at spot) bool {
	return slices.ContainsFunc(s.about[at.rec], func(i int) bool {
		return s.findings[i].Rule == r.id && s.findings[i].Field.Key == at.field.Key
	})
}

// judgeOverlap tells of the records that share a reference and a day with an earlier one.
func (s *pass) judgeOverlap(r *rule, view *scope) []Finding {
	var findings []Finding
	if s.doubted(view.rec, r.field.Key) || s.termDoubted(r, view.rec) {
		return nil
	}
	for _, c := range s.clashes(r).of[view.rec.Header().ID] {
		if s.termDoubted(r, c.with) {
			continue
		}
		found := s.found(r, view.rec)
		found.Left, found.Right = r.overlap.term(view.rec), r.overlap.term(c.with)
		found.Difference = termText(c.days)
		found.Case = app.Place{Type: r.of.Key, ID: c.with.Header().ID}.String()
		found.Basis = found.Left.RU + "; " + found.Right.RU
		found.Message = s.title(s.book.Get(r.overlap.shared.Ref, c.over))
		findings = append(findings, s.written(r, view, found, c.with)...)
	}
	return findings
}

// termDoubted reports whether a day on which the record begins or ends to hold is in doubt:
// then it is not known with what it overlaps.
func (s *pass) termDoubted(r *rule, rec app.Record) bool {
	return s.doubted(rec, r.overlap.from.Key) || s.doubted(rec, r.overlap.to.Key)
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
