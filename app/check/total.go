package check

import (
	"math/big"
	"slices"

	"technopark/app"
)

// total is a named sum as it was added up in a pass.
type total struct {
	by    map[int64]*big.Rat // by resident; of the whole park under 0
	parts map[int64]addend   // by the record of which each is
}

// addend is what one record adds, and to whose sum.
type addend struct {
	resident int64
	amount   *big.Rat
}

func (a addend) equal(b addend) bool {
	return a.resident == b.resident && (a.amount == nil) == (b.amount == nil) && (a.amount == nil || a.amount.Cmp(b.amount) == 0)
}

// put replaces what a record adds, and reports whether that is another amount or another's.
func (t *total) put(id int64, now addend) bool {
	was := t.parts[id]
	if was.equal(now) {
		return false
	}
	if was.amount != nil {
		t.of(was.resident).Sub(t.of(was.resident), was.amount)
		delete(t.parts, id)
	}
	if now.amount != nil {
		t.of(now.resident).Add(t.of(now.resident), now.amount)
		t.parts[id] = now
	}
	return true
}

func (t *total) of(resident int64) *big.Rat {
	if t.by[resident] == nil {
		t.by[resident] = new(big.Rat)
	}
	return t.by[resident]
}

// sum returns a named sum for a resident, for the park when the sum is the park's.
func (s *pass) sum(name string, resident int64) *big.Rat {
	i := slices.IndexFunc(s.profile.sums, func(d *sum) bool { return d.name == name })
	d := s.profile.sums[i]
	if s.sums[name] == nil {
		s.sums[name] = s.add(d)
	}
	if !d.byResident {
		resident = 0
	}
	if amount := s.sums[name].by[resident]; amount != nil {
		return amount
	}
	return new(big.Rat)
}

// add adds a sum up over the records of the year. A record that lacks a value the
// sum needs adds nothing: a sum that is compared from above can only grow by it.
func (s *pass) add(d *sum) *total {
	t := &total{map[int64]*big.Rat{}, map[int64]addend{}}
	for _, rec := range s.records(d.of) {
		t.put(rec.Header().ID, s.addend(d, rec))
	}
	return t
}

func (s *pass) addend(d *sum, rec app.Record) addend {
	part := addend{}
	if d.byResident {
		part.resident = app.ResidentOf(rec)
	}
	view := s.scope(rec)
	switch {
	case d.where != nil && !holdsFor(view, d.where):
	case d.value == nil:
		part.amount = one
	default:
		part.amount = view.amount(d.value)
	}
	return part
}

// one is what a record counts for; nobody changes it.
var one = big.NewRat(1, 1)
