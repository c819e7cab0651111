package rating

import (
	"fmt"
	"maps"
	"math/big"
	"slices"

	"technopark/app"
)

// Memory computes the indicators of nearly the same records again and again, as a window does of
// records that are edited one after the other: it keeps what each record gives to each term, and
// reads again only what is another record now, or refers to one. All else — who is counted, sums,
// what is missing — is worked out anew, because that is quick and hangs on everything. What it
// returns is to the letter what Compute returns. The zero Memory remembers nothing. One goroutine
// may use it at a time.
type Memory struct {
	profile *Profile
	index   *index
	readers []*reader // of a year each, that used last at the end
}

// mostYears is how many years a Memory keeps: a screen shows one beside the year before, and
// who compares goes to and fro.
const mostYears = 4

// Compute returns what the function of that name does.
func (m *Memory) Compute(p *Profile, b *app.Book, year int) (*Result, error) {
	before, err := m.of(p, b, year-1).all()
	if err != nil {
		return nil, err
	}
	result, err := m.of(p, b, year).all()
	if err != nil {
		return nil, err
	}
	earlier := before.All()
	for i, ind := range result.All() {
		ind.Previous, ind.PreviousBound = earlier[i].Value, earlier[i].Bound
	}
	return result, nil
}

// Values returns what the function of that name does.
func (m *Memory) Values(p *Profile, b *app.Book, year int, codes []string) (map[string]*big.Rat, error) {
	values := map[string]*big.Rat{}
	if len(codes) == 0 {
		return values, nil
	}
	r := m.of(p, b, year)
	for _, s := range p.subindices {
		for _, d := range s.indicators {
			if !slices.Contains(codes, d.head.Code) {
				continue
			}
			ind, err := r.known(d)
			if err != nil {
				return nil, err
			}
			if ind.Value != nil {
				values[d.head.Code] = ind.Value
			}
		}
	}
	return values, nil
}

// of returns the reader of a year of the records as they are now.
func (m *Memory) of(p *Profile, b *app.Book, year int) *reader {
	if m.profile != p {
		*m = Memory{profile: p}
	}
	if m.index == nil || m.index.book != b {
		m.index = m.index.next(b)
	}
	at := slices.IndexFunc(m.readers, func(r *reader) bool { return r.year == year })
	var r *reader
	switch {
	case at < 0:
		r = newReader(p, m.index, year)
	case m.readers[at].index == m.index:
		r = m.readers[at]
	default:
		r = m.readers[at].next(m.index)
	}
	if at >= 0 {
		m.readers = slices.Delete(m.readers, at, at+1)
	} else if len(m.readers) == mostYears {
		m.readers = slices.Delete(m.readers, 0, 1)
	}
	m.readers = append(m.readers, r)
	return r
}

// next returns a reader of the same year over other records, which knows what it can of this one.
func (r *reader) next(x *index) *reader {
	n := emptyReader(r.profile, x, r.year)
	maps.Copy(n.kept, r.kept)
	for t, entries := range r.terms {
		n.kept[t] = kept{r.read[t], entries}
	}
	changed := x.book.Since(r.index.book)
	for _, t := range r.profile.derives {
		n.derived[t.Key] = x.derivedAgain(t, r.derived[t.Key], app.Concerned(t, changed), n.lastDay())
	}
	if !movesResidents(changed) {
		n.active, n.numbered, n.rolls = r.active, r.numbered, r.rolls
	}
	return n
}

// movesResidents reports whether other companies may be residents by what has changed: a company
// has come or gone, or an agreement is another.
func movesResidents(changed map[*app.Type][]app.Versions) bool {
	return len(changed[app.TypeByKey("contract")]) > 0 ||
		slices.ContainsFunc(changed[app.TypeByKey("resident")], func(v app.Versions) bool { return v.Was == nil || v.Now == nil })
}

// all returns all indicators of the year, without those of the year before.
func (r *reader) all() (*Result, error) {
	result := &Result{Profile: r.profile, Year: r.year}
	for _, s := range r.profile.subindices {
		group := Subindex{Code: s.code, Name: s.name}
		for _, d := range s.indicators {
			known, err := r.known(d)
			if err != nil {
				return nil, err
			}
			ind := *known // each result has its own, with its year before
			group.Indicators = append(group.Indicators, &ind)
		}
		result.Subindices = append(result.Subindices, group)
	}
	return result, nil
}

// known returns an indicator of the method, which is computed once.
func (r *reader) known(d *indicatorDef) (*Indicator, error) {
	if known := r.indicators[d]; known != nil {
		return known, nil
	}
	ind, err := r.indicator(d)
	if err != nil {
		return nil, fmt.Errorf("compute indicator %s for %d: %w", d.head.Code, r.year, err)
	}
	r.indicators[d] = ind
	return ind, nil
}
