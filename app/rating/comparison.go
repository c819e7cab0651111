package rating

import (
	"math/big"
	"slices"
	"strings"

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

	// Published are the published indices, sub-indices and places of other parks, in percent of
	// the mean, by name.
	Published map[string]Published
}

// Published is what a review prints of a park besides its indicators.
type Published struct {
	Scores map[string]composite.Value // in percent of the mean, by code of the index or of a part of it
	Place  composite.Value            // by the index
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
	c := &Comparison{Table: &composite.Table{}, Own: len(parks), Means: map[string]composite.Value{}, Indices: map[string]composite.Value{}, Digits: map[string]int{}, Published: map[string]Published{}}
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
	c.notePublished(x, len(names) > 0)
	return c
}

// read sorts the reference values of a year: means are kept, those of parks are returned by
// name and code.
func (c *Comparison) read(x *composite.Index, references []*app.Reference, year int, units map[string]app.Text) map[string]map[string]composite.Value {
	others := map[string]map[string]composite.Value{}
	defer c.noteUnknown(x, references, year)
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
		case r.Whose == app.ReferencePark && len(x.Children(r.Code)) > 0 && r.Unit != "" && formula.UnitOf(app.L(r.Unit, "")).Differs(formula.UnitOf(app.L("%", ""))):
			c.note("%s: опубликованное значение («%s») — в «%s», а сравнивается в процентах среднего; оно не взято", "%s: the published value (“%s”) is in “%s”, and percentages of the mean are compared; it was not used", r.Code, inner(name), r.Unit)
		case r.Whose == app.ReferencePark && r.Code == x.Top():
			c.Indices[name] = v
			c.publish(name, r.Code, v)
		case r.Whose == app.ReferencePark && (r.Code == app.PlaceCode || len(x.Children(r.Code)) > 0):
			c.publish(name, r.Code, v)
		case !isIndicator: // a mean of the index or of a part of it, or an indicator of another method
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

// publish keeps what a review prints of a park besides its indicators.
func (c *Comparison) publish(name, code string, v composite.Value) {
	p := c.Published[name]
	if code == app.PlaceCode {
		p.Place = v
	} else {
		if p.Scores == nil {
			p.Scores = map[string]composite.Value{}
		}
		p.Scores[code] = v
	}
	c.Published[name] = p
}

// noteUnknown tells of values that the method has no use for: those of indicators it does not
// have, and means of parts of the index, which are 100 % by themselves.
func (c *Comparison) noteUnknown(x *composite.Index, references []*app.Reference, year int) {
	var unknown, means []string
	for _, r := range references {
		if r.Period != app.YearPeriod(year) || !r.Value.Given() || slices.Contains(x.Indicators(), r.Code) {
			continue
		}
		part := r.Code == x.Top() || len(x.Children(r.Code)) > 0
		switch {
		case !part && r.Code != app.PlaceCode && !slices.Contains(unknown, r.Code):
			unknown = append(unknown, r.Code)
		case part && r.Whose != app.ReferencePark && r.Value != app.Of(app.Figure(100_000_000)) && !slices.Contains(means, r.Code):
			means = append(means, r.Code)
		}
	}
	slices.Sort(unknown)
	slices.Sort(means)
	if len(unknown) > 0 {
		c.note("в методике года нет показателей %s: значения для сравнения не взяты", "the method of the year has no %s: the reference values were not used", strings.Join(unknown, ", "))
	}
	if len(means) > 0 {
		c.note("среднее индекса и субиндексов — всегда 100 %%; другое значение не взято (%s)", "the mean of the index and of the sub-indices is always 100%%; another value was not used (%s)", strings.Join(means, ", "))
	}
}

// notePublished tells why published indices, sub-indices and places say nothing, where they do
// not: places are made of the indicators of parks, or the own figures cannot be brought to the
// same scale.
func (c *Comparison) notePublished(x *composite.Index, ranked bool) {
	if len(c.Published) == 0 {
		return
	}
	if ranked {
		c.note("место посчитано по показателям технопарков; опубликованные индексы, субиндексы и места (технопарков: %d) на него не влияют", "the place is made of the indicators of the parks; published indices, sub-indices and places (parks: %d) have no part in it", len(c.Published))
		return
	}
	for _, n := range x.Method().Nodes {
		if len(x.Children(n.Code)) == 0 || !c.published(n.Code) {
			continue
		}
		if lacking := c.lacking(x, n.Code); len(lacking) > 0 {
			const most = 8
			more := app.Text{}
			if len(lacking) > most {
				more = say(" и ещё %d", " and %d more", len(lacking)-most)
			}
			c.note("%s: опубликованные значения других не с чем сравнить, нужны средние %s%s", "%s: there is nothing to set the published values of others beside; the means of %s%s are needed", n.Code, strings.Join(lacking[:min(most, len(lacking))], ", "), more)
		}
	}
}

// published reports whether a figure of a node is printed of any park.
func (c *Comparison) published(code string) bool {
	for _, p := range c.Published {
		if p.Scores[code].Known || code == app.IndexCode && p.Place.Known {
			return true
		}
	}
	return false
}

// lacking returns the indicators below a node whose means would have to be known, where too few
// are for the method.
func (c *Comparison) lacking(x *composite.Index, code string) []string {
	var all, lacking []string
	for _, indicator := range x.Indicators() {
		if x.Below(indicator, code) {
			all = append(all, indicator)
			if !c.Means[indicator].Known {
				lacking = append(lacking, indicator)
			}
		}
	}
	least := 1.0
	if s := x.Method().Screen; s != nil {
		least = s.Least
	}
	if float64(len(all)-len(lacking)) >= least*float64(len(all))-1e-9 {
		return nil
	}
	return lacking
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
