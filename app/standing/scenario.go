package standing

import (
	"maps"
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
	"technopark/app/rating"
)

// Scenario is what to try: changes to a scratch copy. They are made in this order: records,
// then inputs, then indicators.
type Scenario struct {
	Records    []Edit              // cells of records that are there, with other values
	Inputs     map[string]*big.Rat // by name of a rating.Input: how much more of it, in its unit
	Indicators map[string]*big.Rat // by code: the value instead of the one as computed
}

// Edit is a cell of a record with another value.
type Edit struct {
	Type  string    // key of the type of the record
	ID    int64     // of the record
	Field string    // its key
	Value app.Value // instead of the one that is there
}

// Empty reports whether nothing is to be changed.
func (s Scenario) Empty() bool { return len(s.Records)+len(s.Inputs)+len(s.Indicators) == 0 }

// Trial is what came of a scenario.
type Trial struct {
	rating.ParkPosition         // where the park would stand
	Moved               []Moved // the indicators that would be others, in the order of the method
}

// Moved is an indicator that a scenario changes.
type Moved struct {
	Indicator *rating.Indicator // as it is
	Is        *big.Rat          // as it would be; nil when it could not be calculated
}

// Words says what an indicator is and what it would be: «S1.1: 69,3 → 71,9 тыс. руб./чел.».
func (m Moved) Words(lang app.Lang) string {
	would := *m.Indicator
	would.Value = m.Is
	return m.Indicator.Code + ": " + m.Indicator.MarkedText(lang) + " → " + withUnit(&would, lang)
}

// Try says where the park would stand. It refuses a cell, an input or an indicator that is not
// there, a sum below nought, and an indicator beyond the limits that the method sets it.
func (s *Standing) Try(sc Scenario) (*Trial, error) {
	result, err := s.recomputed(sc.Records)
	if err != nil {
		return nil, err
	}
	values := map[string]*big.Rat{}
	for _, ind := range result.All() {
		if was := s.Result.Find(ind.Code); was != nil && !equal(was.Value, ind.Value) {
			values[ind.Code] = ind.Value
		}
	}
	moved, err := result.Moved(sc.Inputs)
	if err != nil {
		return nil, err
	}
	maps.Copy(values, moved)
	for code, value := range sc.Indicators {
		if s.Result.Find(code) == nil {
			return nil, &app.Refusal{ID: "err.no_indicator", Data: map[string]any{"Code": code}}
		}
		values[code] = value
	}
	return s.trial(values)
}

// recomputed are the indicators over the records with some cells changed.
func (s *Standing) recomputed(edits []Edit) (*rating.Result, error) {
	if len(edits) == 0 {
		return s.Result, nil
	}
	book := s.question.Parks[0].Book
	changed := map[string]map[int64]app.Record{}
	var all []app.Record
	for _, e := range edits {
		rec := changed[e.Type][e.ID]
		if rec == nil {
			found := book.Get(e.Type, e.ID)
			if found == nil {
				return nil, &app.Refusal{ID: "err.scenario_record", Cause: app.ErrNotFound}
			}
			if rec = app.Clone(found); changed[e.Type] == nil {
				changed[e.Type] = map[int64]app.Record{}
			}
			changed[e.Type][e.ID] = rec
			all = append(all, rec)
		}
		f, ok := rec.Type().Field(e.Field)
		if !ok || f.Derived {
			return nil, &app.Refusal{ID: "err.scenario_record", Cause: app.ErrNotFound}
		}
		f.Set(rec, e.Value)
	}
	return s.question.compute(book.With(all...), s.Year)
}

// trial places the park with some indicators of other values.
func (s *Standing) trial(values map[string]*big.Rat) (*Trial, error) {
	t := &Trial{}
	var instead []composite.Substitute
	known := s.Known
	for _, ind := range s.Result.All() {
		value, changed := values[ind.Code]
		if !changed {
			continue
		}
		t.Moved = append(t.Moved, Moved{ind, value})
		if value == nil {
			known = without(known, ind.Code)
			continue
		}
		if err := s.within(ind, value); err != nil {
			return nil, err
		}
		to, _ := value.Float64()
		instead = append(instead, composite.Substitute{Unit: s.Known.Table.Units[0].ID, Code: ind.Code, To: to})
	}
	instead = slices.DeleteFunc(instead, func(i composite.Substitute) bool { return !slices.Contains(s.Index().Indicators(), i.Code) })
	p, err := rating.Locate(s.Index(), known, instead)
	if err != nil {
		return nil, err
	}
	t.ParkPosition = p.Parks[0]
	return t, nil
}

// without returns what is known, but for an indicator of the park itself.
func without(c *rating.Comparison, code string) *rating.Comparison {
	next, table := *c, *c.Table
	table.Columns = slices.Clone(table.Columns)
	for i, column := range table.Columns {
		if column.Code == code {
			column.Values = slices.Clone(column.Values)
			column.Values[0] = composite.Value{}
			table.Columns[i] = column
		}
	}
	next.Table = &table
	return &next
}

// within refuses a value that the indicator cannot have.
func (s *Standing) within(ind *rating.Indicator, value *big.Rat) error {
	for _, n := range s.Index().Method().Nodes {
		if n.Code != ind.Code || n.Limits == nil {
			continue
		}
		x, _ := value.Float64()
		if x < n.Limits[0] || x > n.Limits[1] {
			return &app.Refusal{ID: "err.beyond_limits", Data: map[string]any{
				"Code": ind.Code, "Name": ind.Name, "Value": app.L(figureOf(value, ind, app.RU), figureOf(value, ind, app.EN)),
				"Low":  app.L(Decimals(n.Limits[0], 0, app.RU), Decimals(n.Limits[0], 0, app.EN)),
				"High": app.L(Decimals(n.Limits[1], 0, app.RU), Decimals(n.Limits[1], 0, app.EN)),
			}}
		}
	}
	return nil
}

func equal(a, b *big.Rat) bool {
	if a == nil || b == nil {
		return a == b
	}
	return a.Cmp(b) == 0
}

// figureOf writes a value of an indicator with its unit.
func figureOf(value *big.Rat, ind *rating.Indicator, lang app.Lang) string {
	return app.InUnit(formula.Write(value, ind.Digits, lang), ind.Unit.In(lang), lang)
}
