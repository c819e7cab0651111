package rating

import (
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// Comparison is what is known of a year to set parks of a data file against others by.
type Comparison struct {
	Table   *composite.Table             // own parks first, then the others of which enough is known
	Own     int                          // how many of its units are own ones
	Means   map[string]composite.Value   // of the rated parks, by code of the indicator
	Indices map[string]composite.Value   // published indices of other parks, by name
	Earlier []map[string]composite.Value // of the own parks a year before, by code
	Digits  map[string]int               // decimals of the indicators, by code
	Notes   []app.Text                   // what of the reference values was not used, and why
}

// OwnPark is a park of the data file with its indicators.
type OwnPark struct {
	Name   string  // as the file has it
	Result *Result // of the year
}

// Compare gathers what is to be compared in a year of data: the parks of the file and the
// reference values of that year. A park of others is taken when as much of it is known as the
// method asks for.
func Compare(x *composite.Index, parks []OwnPark, references []*app.Reference, year int) *Comparison {
	c := &Comparison{Table: &composite.Table{}, Own: len(parks), Means: map[string]composite.Value{}, Indices: map[string]composite.Value{}, Digits: map[string]int{}}
	units := map[string]app.Text{}
	for _, p := range parks {
		earlier := map[string]composite.Value{}
		for _, ind := range p.Result.All() {
			units[ind.Code], c.Digits[ind.Code] = ind.Unit, ind.Digits
			earlier[ind.Code] = ratio(ind.Previous)
		}
		c.Earlier = append(c.Earlier, earlier)
		c.Table.Units = append(c.Table.Units, composite.Unit{ID: app.Clean(p.Name)})
	}
	others := c.read(x, references, year, units)
	names := c.whole(x, others)
	for _, name := range names {
		c.Table.Units = append(c.Table.Units, composite.Unit{ID: name})
	}
	for _, code := range x.Indicators() {
		column := composite.Column{Code: code}
		for _, p := range parks {
			v := composite.Value{}
			if ind := p.Result.Find(code); ind != nil {
				v = ratio(ind.Value)
			}
			column.Values = append(column.Values, v)
		}
		for _, name := range names {
			column.Values = append(column.Values, others[name][code])
		}
		c.Table.Columns = append(c.Table.Columns, column)
	}
	return c
}

// read sorts the reference values of a year: means are kept, those of parks are returned by
// name and code.
func (c *Comparison) read(x *composite.Index, references []*app.Reference, year int, units map[string]app.Text) map[string]map[string]composite.Value {
	others := map[string]map[string]composite.Value{}
	for _, r := range references {
		if r.Period != app.YearPeriod(year) || !r.Value.Given() {
			continue
		}
		name := app.Clean(r.Park)
		v := composite.Value{Number: float64(r.Value.N) / 1e6, Known: true}
		switch unit, isIndicator := units[r.Code]; {
		case isIndicator && r.Unit != "" && formula.UnitOf(app.L(r.Unit, "")).Differs(formula.UnitOf(unit)):
			c.note("%s: значение для сравнения в «%s», а показатель — в «%s»; оно не взято", "%s: the reference value is in “%s”, and the indicator in “%s”; it was not used", r.Code, r.Unit, unit)
		case r.Whose == app.ReferencePark && c.ownName(name):
			c.note("«%s» — технопарк этого файла: взяты его показатели, а не значение для сравнения (%s)", "“%s” is a park of this file: its indicators are used, not the reference value (%s)", name, r.Code)
		case r.Whose == app.ReferencePark && r.Code == x.Top():
			c.Indices[name] = v
		case !isIndicator: // a sub-index, or an indicator of another method
		case r.Whose != app.ReferencePark:
			c.Means[r.Code] = v
		default:
			if others[name] == nil {
				others[name] = map[string]composite.Value{}
			}
			others[name][r.Code] = v
		}
	}
	return others
}

func (c *Comparison) ownName(name string) bool {
	return slices.ContainsFunc(c.Table.Units[:c.Own], func(u composite.Unit) bool { return app.Fold(u.ID) == app.Fold(name) })
}

// whole returns the names of those parks of which enough is known, in order.
func (c *Comparison) whole(x *composite.Index, others map[string]map[string]composite.Value) []string {
	of := len(x.Indicators())
	least := 1.0
	if s := x.Method().Screen; s != nil {
		least = s.Least
	}
	var names []string
	for name, values := range others {
		if float64(len(values)) >= least*float64(of)-1e-9 {
			names = append(names, name)
		}
	}
	slices.Sort(names)
	if n := len(others) - len(names); n > 0 {
		c.note("технопарков, о которых известно слишком мало показателей, чтобы дать им место: %d", "parks of which too few indicators are known to place them: %d", n)
	}
	return names
}

func (c *Comparison) note(ru, en string, args ...any) {
	c.Notes = append(c.Notes, formula.Said(formula.Say(ru, en, args...)))
}

// ratio returns an exact figure as one to rank by.
func ratio(r *big.Rat) composite.Value {
	if r == nil {
		return composite.Value{}
	}
	x, _ := r.Float64()
	return composite.Value{Number: x, Known: true}
}
