package regulation

import (
	"context"
	"fmt"
	"math/big"
	"slices"
	"sync"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
)

// Memory checks nearly the same records, and computes their indicators, again and again: it keeps
// what has been read of them and gathered, so that a check compares with indicators that need not be
// computed once more after it. The zero Memory remembers nothing yet, and nil never does. It may be
// used by several goroutines.
type Memory struct {
	checking sync.Mutex
	checks   check.Memory

	computing sync.Mutex
	figures   map[int64]*rating.Memory // by park
}

// Check checks what is asked by the rules of a set, compared with the indicators by its method, as
// CheckWhile does.
func (m *Memory) Check(ctx context.Context, s Set, asked check.Asked) (check.Report, error) {
	var codes []string
	for _, r := range app.All[app.Reference](asked.Book, "reference") {
		if r.Period == app.YearPeriod(asked.Year) && !slices.Contains(codes, r.Code) {
			codes = append(codes, r.Code)
		}
	}
	values, err := m.values(s, asked, codes)
	if err != nil {
		return check.Report{}, fmt.Errorf("compute what is compared: %w", err)
	}
	asked.Known = check.Indicators{}
	for _, ind := range s.Method.Indicators() {
		asked.Known[ind.Code] = check.Indicator{Value: values[ind.Code], Unit: ind.Unit, Reads: s.Method.Reads(ind.Code)}
	}
	asked.GivenUp = func() bool { return ctx.Err() != nil }
	return m.judge(s, asked), ctx.Err()
}

// Compute computes the indicators of a year.
func (m *Memory) Compute(method *rating.Profile, b *app.Book, year int) (*rating.Result, error) {
	if m == nil {
		return rating.Compute(method, b, year)
	}
	m.computing.Lock()
	defer m.computing.Unlock()
	return m.of(b).Compute(method, b, year)
}

// of returns what is remembered of the park of a book.
func (m *Memory) of(b *app.Book) *rating.Memory {
	if m.figures == nil {
		m.figures = map[int64]*rating.Memory{}
	}
	if m.figures[b.Park.ID] == nil {
		m.figures[b.Park.ID] = new(rating.Memory)
	}
	return m.figures[b.Park.ID]
}

func (m *Memory) values(s Set, asked check.Asked, codes []string) (map[string]*big.Rat, error) {
	if m == nil {
		return rating.Values(s.Method, asked.Book, asked.Year, codes)
	}
	m.computing.Lock()
	defer m.computing.Unlock()
	return m.of(asked.Book).Values(s.Method, asked.Book, asked.Year, codes)
}

func (m *Memory) judge(s Set, asked check.Asked) check.Report {
	if m == nil {
		return s.Rules.Check(asked)
	}
	m.checking.Lock()
	defer m.checking.Unlock()
	return m.checks.Check(s.Rules, asked)
}
