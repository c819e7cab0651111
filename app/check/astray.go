package check

import (
	"maps"
	"slices"

	"technopark/app"
	"technopark/app/formula"
)

// astray is what is, or may be, otherwise than in the pass before.
type astray struct {
	touched  map[*app.Type]map[int64]bool // records that read something changed
	sums     map[string]bool              // sums of the whole park, by name
	ends     map[extreme]bool             // the largest and the smallest
	handed   bool                         // for the step in hand: what is handed in
	stirred  bool                         // in the step in hand: what was told of
	known    bool                         // the indicators
	doubtful bool                         // which fields are wrong in some record, as far as indicators ask
	all      bool                         // what everything hangs on
}

// touch notes that one record is to be asked about.
func (a *astray) touch(t *app.Type, id int64) {
	if a.touched[t] == nil {
		a.touched[t] = map[int64]bool{}
	}
	a.touched[t][id] = true
}

// unsettle notes what reads the cells that were told of: they were in doubt, or are now.
func (s *pass) unsettle(told []telling) {
	for _, f := range told {
		rec := s.book.Get(f.of.Key, f.id)
		if rec == nil {
			rec = s.before.book.Get(f.of.Key, f.id) // it is gone now
		}
		s.circle.reach(&s.astray, rec)
		if rec == app.Record(s.book.Park) || f.field == f.of.Period {
			s.astray.all = true
		}
		alone := app.ResidentOf(rec) == 0
		if f.level == Error || alone {
			s.astray.doubtful = true
		}
		for _, d := range s.profile.sums {
			if d.reads(f.of, f.field) && (alone || !d.byResident) {
				s.astray.sums[d.name] = true
			}
		}
	}
}

// wide reports whether a step is to be asked of every record.
func (s *pass) wide(i int) bool {
	r := s.steps[i].rule
	if r == nil {
		return false
	}
	a := &s.astray
	if r.proved || a.handed || a.stirred && r.overlap != nil {
		return true
	}
	for _, d := range r.sums {
		if a.sums[d.name] {
			return true
		}
	}
	if a.known || a.doubtful {
		for _, e := range r.expressions() {
			if e.compares() {
				return true
			}
		}
	}
	for x := range s.asks[i] {
		if a.ends[x] {
			return true
		}
	}
	return false
}

// takeOver takes what a pass has gathered, but for what hangs on records that have changed.
func (s *pass) takeOver(old *pass) {
	s.circle.change(&s.astray, s.changed)
	s.read, s.everyone = old.read, old.everyone
	s.present, s.resident = old.present, old.resident
	s.priors, s.reports, s.quarters = old.priors, old.reports, old.quarters
	s.cells, s.repeated, s.clashing = old.cells, old.repeated, old.clashing
	for t := range s.astray.touched {
		s.patch(s.read, t, func(rec app.Record) bool { return s.book.Reads(rec, s.year) })
		s.patch(s.everyone, t, s.book.Concerns)
		if there := s.cells[t]; there != nil {
			for id := range s.astray.touched[t] {
				there.put(id, find(s.read[t.Key], id))
			}
		}
	}
	if len(s.changed[app.TypeByKey(residentReportKey)]) > 0 {
		s.reports = nil
	}
	for t, list := range s.changed {
		delete(s.priors, t.Key)
		delete(s.quarters, t)
		for _, d := range list {
			for _, rec := range []app.Record{d.Was, d.Now} {
				if rec != nil {
					delete(s.present, app.ResidentOf(rec))
					delete(s.resident, app.ResidentOf(rec))
				}
			}
		}
	}
	s.extremesAgain(old)
}

// patch brings a list up to date with the touched records of its type.
func (s *pass) patch(lists map[string][]app.Record, t *app.Type, in func(app.Record) bool) {
	list, known := lists[t.Key]
	if !known {
		return
	}
	touched := s.astray.touched[t]
	var fresh []app.Record
	for id := range touched {
		if rec := s.book.Get(t.Key, id); rec != nil && in(rec) && !app.SaysNothing(rec) {
			fresh = append(fresh, rec)
		}
	}
	slices.SortFunc(fresh, func(x, y app.Record) int { return byNumber(x, y.Header().ID) })
	next := make([]app.Record, 0, len(list)+len(fresh))
	for _, rec := range list {
		id := rec.Header().ID
		for len(fresh) > 0 && fresh[0].Header().ID <= id {
			next, fresh = append(next, fresh[0]), fresh[1:]
		}
		if !touched[id] {
			next = append(next, rec)
		}
	}
	lists[t.Key] = append(next, fresh...)
}

// sameHorizon reports whether the last day records may be dated by is the one it was.
func (s *pass) sameHorizon() bool {
	old := s.before
	if old.latest.Zero() {
		return true // nobody has asked
	}
	for t := range s.changed {
		if t.Report && t.Per == "" {
			return s.horizon() == old.latest
		}
	}
	s.latest = old.latest
	return true
}

// sameStragglers reports whether the dates of which hardly any are after the year are those that
// were.
func (s *pass) sameStragglers() bool {
	for at, n := range s.before.later {
		if len(s.changed[at.of]) == 0 {
			s.later[at] = n
			continue
		}
		f, _ := at.of.Field(at.field)
		if (n <= lone) != (s.afterYear(at.of, f) <= lone) {
			return false
		}
	}
	return true
}

// extremesAgain brings the largest and the smallest figures up to date. Only where one of them was
// that of a record that has changed are all records looked at.
func (s *pass) extremesAgain(old *pass) {
	s.extremes = old.extremes
	for x, was := range maps.Clone(s.extremes) {
		list := s.changed[x.of]
		if len(list) == 0 {
			continue
		}
		now, known := was.after(list, x.figure(), func(rec app.Record) bool { return find(s.all(x.of), rec.Header().ID) == rec })
		if known {
			s.extremes[x] = now
		} else {
			delete(s.extremes, x)
			now = s.endsOf(x)
		}
		if !was.same(now) {
			s.astray.ends[x] = true
		}
	}
}

// after returns the ends after some differences; known is false when one of the ends is gone and
// all records are to be looked at. Of equal figures it does not matter which of them is kept.
func (e ends) after(list []app.Versions, figure func(app.Record) (formula.Number, bool), in func(app.Record) bool) (after ends, known bool) {
	for _, d := range list {
		if d.Was != nil {
			if e.has(d.Was) {
				return ends{}, false
			}
			if _, given := figure(d.Was); given {
				e.n--
			}
		}
		if d.Now == nil || !in(d.Now) {
			continue
		}
		if value, given := figure(d.Now); given {
			e.add(share{d.Now, value})
		}
	}
	return e, true
}

func (e ends) has(rec app.Record) bool {
	for _, two := range [][2]share{e.least, e.most} {
		if two[0].of == rec || two[1].of == rec {
			return true
		}
	}
	return false
}

// same reports whether every record is compared with the same figures by both.
func (e ends) same(other ends) bool {
	if (e.n <= enough) != (other.n <= enough) {
		return false
	}
	for i := range e.least {
		if !e.least[i].same(other.least[i]) || !e.most[i].same(other.most[i]) {
			return false
		}
	}
	return true
}

func (x share) same(y share) bool {
	if x.of == nil || y.of == nil {
		return x.of == nil && y.of == nil
	}
	return x.of.Header().ID == y.of.Header().ID && x.value.Cmp(y.value) == 0
}

// prepareAgain gathers what a rule compares its records with out of what the pass before had.
func (s *pass) prepareAgain(i int) {
	t, a := s.steps[i], &s.astray
	a.handed, a.stirred, s.at = false, false, i
	r := t.rule
	if r == nil {
		s.prepare(t)
		return
	}
	s.level = r.level
	for _, d := range r.sums {
		s.sumAgain(d)
	}
	switch touched, wide := a.touched[r.of], s.wide(i); {
	case r.twice() && wide:
		delete(s.repeated, r)
		s.repeats(r)
	case r.twice():
		s.repeatsAgain(r, touched)
	case r.overlap != nil && wide:
		s.clashesAgain(r, nil)
	case r.overlap != nil && len(touched) > 0:
		s.clashesAgain(r, touched)
	case r.needs != nil:
		s.handedAgain(r.needs)
	}
}

// sumAgain brings a sum up to date with the touched records.
func (s *pass) sumAgain(d *sum) {
	if s.sums[d.name] != nil {
		a := s.before.sums[d.name] // a message has asked for it earlier, or a rule above has
		if a != nil && a != s.sums[d.name] {
			s.astray.sums[d.name] = true
		}
		return
	}
	t := s.before.sums[d.name]
	if t == nil {
		s.sums[d.name] = s.add(d)
		s.astray.sums[d.name] = true
		return
	}
	for _, id := range slices.Collect(maps.Keys(s.astray.touched[d.of])) {
		was, now := t.parts[id], addend{}
		if rec := find(s.records(d.of), id); rec != nil {
			now = s.addend(d, rec)
		}
		switch changed := t.put(id, now); {
		case !changed:
		case d.byResident: // whatever a record refers to can be what has changed its part
			s.circle.touchResident(&s.astray, was.resident)
			s.circle.touchResident(&s.astray, now.resident)
		default:
			s.astray.sums[d.name] = true
		}
	}
	s.sums[d.name] = t
}

// repeatsAgain moves the touched records to where they belong now, and has those asked about that
// are of one group with them.
func (s *pass) repeatsAgain(r *rule, touched map[int64]bool) {
	found := s.repeats(r)
	stirred := map[string]bool{}
	for id := range touched {
		stirred[found.drop(id)] = true
		if rec := find(s.ofRule(r), id); rec != nil {
			key := s.samenessOf(r, rec)
			found.add(rec, key)
			stirred[key] = true
		}
	}
	for key := range stirred {
		found.settle(r, key)
		for _, rec := range found.groups[key] {
			s.astray.touch(r.of, rec.Header().ID)
		}
		if len(found.groups[key]) == 0 {
			delete(found.groups, key)
		}
	}
}

// clashesAgain finds the pairs anew when others may be in them, and has every record asked about
// that is or was in one.
func (s *pass) clashesAgain(r *rule, touched map[int64]bool) {
	old := s.clashing[r]
	same := func(id int64) bool { return s.member(r, find(s.ofRule(r), id)) == old.members[id] }
	moved := false
	for id := range touched {
		moved = moved || !same(id)
	}
	if moved || len(touched) == 0 {
		delete(s.clashing, r)
	}
	for _, pairs := range []map[int64][]clash{old.of, s.clashes(r).of} {
		for id := range pairs {
			s.astray.touch(r.of, id)
		}
	}
}

// handedAgain finds anew what is handed in where a report may be there that was not, or the other
// way round.
func (s *pass) handedAgain(n *needs) {
	old, known := s.before.handed[n]
	if known && !slices.ContainsFunc(s.changed[n.report], n.concerned) {
		s.handed[n] = old
		return
	}
	s.astray.handed = !maps.Equal(old, s.handedIn(n))
}

// concerned reports whether something else is handed in after a difference.
func (n *needs) concerned(d app.Versions) bool {
	if d.Was == nil || d.Now == nil {
		return true
	}
	return app.PerOf(d.Was) != app.PerOf(d.Now) || app.PeriodOf(d.Was) != app.PeriodOf(d.Now) ||
		app.SaysNothing(d.Was) != app.SaysNothing(d.Now) || n.each != nil && n.each.Get(d.Was) != n.each.Get(d.Now)
}
