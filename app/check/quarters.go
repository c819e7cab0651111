package check

import (
	"math/big"

	"technopark/app"
)

// The ways in which the quarters of a year are set against the year.
const (
	quartersSum  = "sum"  // four add up to the year, fewer to no more
	quartersPart = "part" // none exceeds the year
	quartersMean = "mean" // the average of the year is among them
)

// judgeQuarters sets the reports of the quarters against that of the year.
func (s *pass) judgeQuarters(r *rule, view *scope) []Finding {
	year := r.field.Get(view.rec)
	if year.State != app.Given || s.doubted(view.rec, r.field.Key) {
		return nil
	}
	var given []app.Record
	for _, rec := range s.quartersOf(r.of)[app.PerOf(view.rec)] {
		if r.field.Get(rec).State == app.Given && !s.doubted(rec, r.field.Key) {
			given = append(given, rec)
		}
	}
	switch r.quarters {
	case quartersPart:
		return s.quarterOverYear(r, view, given, year.N)
	case quartersMean:
		return s.meanOfQuarters(r, view, given, year.N)
	}
	return s.sumOfQuarters(r, view, given, year.N)
}

func (s *pass) sumOfQuarters(r *rule, view *scope, given []app.Record, year int64) []Finding {
	var sum int64
	for _, rec := range given {
		sum += r.field.Get(rec).N
	}
	whole := len(given) == 4
	if len(given) == 0 || whole && sum == year || !whole && sum <= year || !whole && r.field.Signed {
		return nil
	}
	return s.against(r, view, view.rec, year, sum)
}

// quarterOverYear tells of the one quarter that alone exceeds the year; when several do, the
// year is wrong, and their sum says so.
func (s *pass) quarterOverYear(r *rule, view *scope, given []app.Record, year int64) []Finding {
	var over []app.Record
	for _, rec := range given {
		if r.field.Get(rec).N > year {
			over = append(over, rec)
		}
	}
	if len(over) != 1 || r.field.Signed {
		return nil
	}
	return s.against(r, view, over[0], r.field.Get(over[0]).N, year)
}

func (s *pass) meanOfQuarters(r *rule, view *scope, given []app.Record, year int64) []Finding {
	if len(given) != 4 {
		return nil
	}
	least, most, sum := r.field.Get(given[0]).N, r.field.Get(given[0]).N, int64(0)
	for _, rec := range given {
		n := r.field.Get(rec).N
		least, most, sum = min(least, n), max(most, n), sum+n
	}
	if year >= least && year <= most {
		return nil
	}
	return s.against(r, view, view.rec, year, sum/4)
}

// against returns the finding on a record whose figure disagrees with another.
func (s *pass) against(r *rule, view *scope, rec app.Record, left, right int64) []Finding {
	found := newFinding(s.book, rec, r.field)
	found.Rule, found.Level = r.id, r.level
	side := func(n int64) app.Text { return numberText(big.NewRat(n, r.field.Scale), r.field.Digits, r.field.Unit) }
	found.Left, found.Right, found.Difference = side(left), side(right), side(left-right)
	found.Basis = basisOf(r.field.Key, r.field, app.NumberValue(left)) + "; " + basisOf("quarters", r.field, app.NumberValue(right))
	return s.written(r, view, found, nil)
}

// quartersOf returns the quarterly reports of the year by whose they are.
func (s *pass) quartersOf(t *app.Type) map[app.Value][]app.Record {
	if known, ok := s.quarters[t]; ok {
		return known
	}
	by := map[app.Value][]app.Record{}
	for _, rec := range s.all(t) {
		if p := app.PeriodOf(rec); p.Year == s.year && p.Quarter != 0 {
			by[app.PerOf(rec)] = append(by[app.PerOf(rec)], rec)
		}
	}
	s.quarters[t] = by
	return by
}
