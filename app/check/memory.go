package check

import (
	"cmp"
	"maps"
	"slices"

	"technopark/app"
)

// Memory checks nearly the same records again and again, as a window does of records that are
// edited one after the other: it keeps what the last pass has gathered, and puts a question only
// to those records about which the answer may be another. What it returns is to the letter what
// Profile.Check returns. The zero Memory remembers nothing. One goroutine may use it at a time.
//
// The answer to a question about a record hangs on the cells it reads — of the record, of what it
// refers to, of what belongs to the same resident or hands in the same report —, on which of them
// are in doubt by then, and on a few figures gathered over many records. So what is asked anew is:
//   - every record about which something was found: findings quote titles, contacts and
//     explanations from anywhere, and are few;
//   - every record that reads something of a changed one, or of one about which less, more or
//     another thing has now been found than in the pass before; see circle;
//   - every record of a rule when a figure it compares with, gathered over many, is another.
//
// All others had nothing to be told of, and have nothing now. A change of what everything hangs
// on — the rules, the day, the card of the park, the company — is checked from the beginning.
type Memory struct {
	last *pass // that came to its end; nil for none
}

// Check checks as the profile does. Only a pass from the beginning asks whether it is given up:
// another takes no longer than a user would notice. A nil Memory remembers nothing.
func (m *Memory) Check(p *Profile, asked Asked) Report {
	if m == nil {
		return p.Check(asked)
	}
	before := m.last
	m.last = nil // what a pass gathers the next takes over, and one that breaks off leaves it half done
	if before != nil && before.profile == p && !p.gathersTwice() {
		if s := before.next(asked); s != nil && s.again() {
			m.last = s
			return s.report()
		}
	}
	s := newPass(p, asked)
	s.tellings, s.asks = make([]tellings, len(s.steps)), make([]map[extreme]bool, len(s.steps))
	if !s.whole() {
		return Report{Park: asked.Book.Park.ID, Year: asked.Year}
	}
	s.circle = newCircle(s)
	m.last = s
	return s.report()
}

// gathersTwice reports whether a sum is added up over what is itself gathered over many records:
// then any change of these can change every part of the sum.
func (p *Profile) gathersTwice() bool {
	for _, d := range p.sums {
		for _, e := range d.expressions() {
			if slices.ContainsFunc(e.Calls, func(name string) bool { return gathered[name] }) {
				return true
			}
		}
	}
	return false
}

// telling is a finding as far as later questions hang on it.
type telling struct {
	of     *app.Type
	id     int64
	field  string
	rule   string
	level  Level
	closed bool // by an explanation
}

// tellings are those of one step by the record that was asked about.
type tellings map[int64][]telling

// put puts the question of a step to one record, and returns what it has told of.
func (s *pass) put(i int, view *scope) []telling {
	from := len(s.findings)
	s.steps[i].ask(s, view)
	if s.tellings == nil || len(s.findings) == from {
		return nil
	}
	told := make([]telling, 0, len(s.findings)-from)
	for _, f := range s.findings[from:] {
		told = append(told, telling{f.Type, f.ID, f.Field.Key, f.Rule, f.Level, f.Explanation != nil})
	}
	if s.tellings[i] == nil {
		s.tellings[i] = tellings{}
	}
	s.tellings[i][view.rec.Header().ID] = told
	return told
}

// next returns a pass over the records as they are now that goes by this one; nil when it cannot.
// What this one has gathered is taken over: it is of no use any more.
func (s *pass) next(asked Asked) *pass {
	was := s.asked
	if was.Year != asked.Year || was.Today != asked.Today || was.Frozen != asked.Frozen ||
		was.Book.Park != asked.Book.Park || was.Book.Company != asked.Book.Company || !was.Known.sameKind(asked.Known) {
		return nil
	}
	n := newPass(s.profile, asked)
	n.tellings, n.asks = make([]tellings, len(s.steps)), s.asks
	n.before, n.circle, n.changed = s, s.circle, asked.Book.Since(was.Book)
	n.astray = astray{touched: map[*app.Type]map[int64]bool{}, sums: map[string]bool{}, ends: map[extreme]bool{}}
	n.astray.known = !was.Known.equal(asked.Known)
	n.takeOver(s)
	if !n.sameHorizon() || !n.sameStragglers() {
		return nil
	}
	return n
}

// sameKind reports whether two methods name the same indicators in the same units.
func (known Indicators) sameKind(other Indicators) bool {
	return maps.EqualFunc(known, other, func(x, y Indicator) bool { return x.Unit == y.Unit && maps.Equal(x.Reads, y.Reads) })
}

func (known Indicators) equal(other Indicators) bool {
	return maps.EqualFunc(known, other, func(x, y Indicator) bool {
		return (x.Value == nil) == (y.Value == nil) && (x.Value == nil || x.Value.Cmp(y.Value) == 0)
	})
}

// again takes every step with the records about which the answer may be another; false when all is
// to be asked from the beginning.
func (s *pass) again() bool {
	for i, t := range s.steps {
		s.prepareAgain(i)
		s.takeAgain(i, t)
		if s.astray.all {
			return false
		}
	}
	s.before = nil
	return true
}

// takeAgain takes one step. What is found out about one record can make others worth asking: of
// them those that come after it.
func (s *pass) takeAgain(i int, t step) {
	list, told := t.records(s), s.before.tellings[i]
	for id, was := range told {
		if find(list, id) == nil {
			s.unsettle(was)
		}
	}
	view := s.scope(nil)
	todo := s.todo(i, list, 0)
	for len(todo) > 0 {
		view.rec, todo = todo[0], todo[1:]
		id := view.rec.Header().ID
		was, now := told[id], s.put(i, view)
		if !slices.Equal(was, now) {
			s.astray.stirred = true
			s.unsettle(was)
			s.unsettle(now)
			todo = s.todo(i, list, id)
		}
	}
}

// find returns the record with an id of a list in the order of ids; nil when it is not in it.
func find(list []app.Record, id int64) app.Record {
	if i, there := slices.BinarySearchFunc(list, id, byNumber); there {
		return list[i]
	}
	return nil
}

func byNumber(rec app.Record, id int64) int { return cmp.Compare(rec.Header().ID, id) }

// todo returns the records after one that a step is to be asked of, in the order of ids.
func (s *pass) todo(i int, list []app.Record, after int64) []app.Record {
	if s.wide(i) {
		from, _ := slices.BinarySearchFunc(list, after+1, byNumber)
		return list[from:]
	}
	var ids []int64
	for id := range s.astray.touched[s.steps[i].of] {
		ids = append(ids, id)
	}
	for id := range s.before.tellings[i] {
		ids = append(ids, id)
	}
	slices.Sort(ids)
	var todo []app.Record
	for _, id := range slices.Compact(ids) {
		if rec := find(list, id); rec != nil && id > after {
			todo = append(todo, rec)
		}
	}
	return todo
}
