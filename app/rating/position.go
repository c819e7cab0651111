package rating

import (
	"errors"
	"maps"
	"math"
	"slices"

	"technopark/app"
	"technopark/app/composite"
)

// Ground is what a position could be told by.
type Ground string

// Grounds, from the most to the least that can be said.
const (
	ByParks Ground = "parks" // whole parks are known: places, groups, leaders
	ByMeans Ground = "means" // only means are: the index in percent of the mean, and its group
	ByPast  Ground = "past"  // nothing is known of others: the park's own year before
)

// Position is where the parks of a data file stand in a year.
type Position struct {
	Ground Ground            // what it was told by
	Ranked *composite.Result // ByParks: own parks first; else nil
	Parks  []ParkPosition    // own ones
}

// ParkPosition is one park against what is known.
type ParkPosition struct {
	Name     string          // of the park
	Index    composite.Value // in percent of the mean; unknown when that cannot be told
	Group    string          // of the index; "" when it has none
	Place    int             // 0 when it cannot be told
	Of       int             // among how many
	Compared []Compared      // by indicator, in the order of the method

	// Parts are the index and the sub-indices in percent of the mean, by code; those that cannot
	// be told are left out.
	Parts map[string]composite.Value
	// Between says between which published figures of others the own ones stand, by code of the
	// index or of a sub-index; empty where whole parks are ranked, which says more.
	Between map[string]Between
}

// Between is where a figure stands among published ones of the same kind.
type Between struct {
	Above *Neighbour // the nearest that is not less; nil when the own one is above all
	Below *Neighbour // the nearest that is less; nil when it is below all
	Of    int        // published figures it was set among
}

// Neighbour is a park whose figure is published.
type Neighbour struct {
	Park  string  // as it is recorded
	Score float64 // in percent of the mean
	Place int     // as published, of the index alone; 0 where that is not known
}

// Compared is one indicator of a park against what is known.
type Compared struct {
	Code     string          // of the indicator
	Value    composite.Value // of the park
	Mean     composite.Value // of the rated parks: of those that are ranked, else as published
	Previous composite.Value // of the park a year before
}

// Locate says where the own parks stand, with some of their values replaced by others: places
// when there are whole parks to stand among, else the index against the published means, else
// the year before. An error is the refusal of a table that cannot be scored.
func Locate(x *composite.Index, c *Comparison, what []composite.Substitute) (*Position, error) {
	table, err := c.Table.With(what)
	if err != nil {
		return nil, err
	}
	s := &Position{Ground: ByPast}
	if len(table.Units) > 1 {
		// Where too little is known of the others, or of the park itself, means may still say
		// something.
		switch s.Ranked, err = x.Compute(table); {
		case err == nil:
			s.Ground = ByParks
		case !errors.Is(err, composite.ErrTooFew):
			return nil, err
		}
	}
	for u := range c.Own {
		s.Parks = append(s.Parks, s.park(x, c, table, u))
	}
	if s.Ground == ByPast {
		for _, p := range s.Parks {
			if p.Index.Known || len(c.Means) > 0 {
				s.Ground = ByMeans
			}
		}
	}
	return s, nil
}

func (s *Position) park(x *composite.Index, c *Comparison, table *composite.Table, u int) ParkPosition {
	p := ParkPosition{Name: table.Units[u].ID}
	values := map[string]composite.Value{}
	for _, column := range table.Columns {
		values[column.Code] = column.Values[u]
		compared := Compared{Code: column.Code, Value: column.Values[u], Mean: c.Means[column.Code], Previous: c.Earlier[u][column.Code]}
		if s.Ranked != nil {
			compared.Mean = s.Ranked.RawMean(column.Code)
		}
		p.Compared = append(p.Compared, compared)
	}
	if s.Ranked != nil {
		p.Index, p.Group, p.Place = s.Ranked.Score(u, x.Top()), s.Ranked.Group(u), s.Ranked.Rank(u, x.Top())
		for other := range s.Ranked.Units {
			if s.Ranked.Rank(other, x.Top()) > 0 {
				p.Of++
			}
		}
		p.Parts = rankedParts(x, s.Ranked, u)
		return p
	}
	p.Parts, p.Between = x.PartsAgainstMeans(values, c.Means), map[string]Between{}
	for code, own := range p.Parts {
		if b := c.between(code, own.Number); b.Of > 0 {
			p.Between[code] = b
		}
	}
	index, ok := x.AgainstMeans(values, c.Means)
	if !ok {
		return p
	}
	p.Index, p.Group = index, x.GroupOf(index.Number)
	if len(c.Indices) > 0 {
		p.Place, p.Of = 1, len(c.Indices)+1
		for _, other := range c.Indices {
			if other.Number > index.Number {
				p.Place++
			}
		}
	}
	return p
}

// rankedParts returns the scores of a ranked unit in percent of the mean score; a part whose
// mean is not above nought has none.
func rankedParts(x *composite.Index, r *composite.Result, unit int) map[string]composite.Value {
	parts := map[string]composite.Value{}
	for _, n := range x.Method().Nodes {
		score, mean := r.Score(unit, n.Code), r.Mean(n.Code)
		if len(x.Children(n.Code)) > 0 && score.Known && mean.Known && mean.Number > 0 {
			parts[n.Code] = composite.Value{Number: score.Number / mean.Number * 100, Known: true}
		}
	}
	return parts
}

// between finds the published figures next to an own one; of equal ones the first by name.
func (c *Comparison) between(code string, own float64) Between {
	var b Between
	for _, name := range slices.Sorted(maps.Keys(c.Published)) {
		p := c.Published[name]
		score := p.Scores[code]
		if !score.Known {
			continue
		}
		b.Of++
		n := &Neighbour{Park: name, Score: score.Number}
		if code == app.IndexCode && p.Place.Known {
			n.Place = int(p.Place.Number)
		}
		switch {
		case score.Number >= own && (b.Above == nil || score.Number < b.Above.Score):
			b.Above = n
		case score.Number < own && (b.Below == nil || score.Number > b.Below.Score):
			b.Below = n
		}
	}
	return b
}

// Says tells where a figure stands among published ones: «S1: 104,2 % среднего, между …».
func (b Between) Says(code string, own float64) app.Text {
	figure := percentText(own)
	switch {
	case b.Above == nil:
		return say("%s: %s среднего — больше всех опубликованных (%d); следующий — %s", "%s: %s of the mean, above all published ones (%d); the next is %s", code, figure, b.Of, b.Below.says())
	case b.Below == nil:
		return say("%s: %s среднего — меньше всех опубликованных (%d); ближайший — %s", "%s: %s of the mean, below all published ones (%d); the nearest is %s", code, figure, b.Of, b.Above.says())
	}
	return say("%s: %s среднего — между %s и %s", "%s: %s of the mean, between %s and %s", code, figure, b.Above.says(), b.Below.says())
}

func (n Neighbour) says() app.Text {
	if n.Place > 0 {
		return say("«%s» (%s, %d-е место)", "“%s” (%s, place %d)", inner(n.Park), percentText(n.Score), n.Place)
	}
	return say("«%s» (%s)", "“%s” (%s)", inner(n.Park), percentText(n.Score))
}

// percentText writes a percentage of the mean with one decimal.
func percentText(x float64) app.Text {
	tenths := int64(math.Round(x * 10))
	return app.L(app.InUnit(app.FormatNumber(tenths, 10, 1, app.RU), "%", app.RU), app.InUnit(app.FormatNumber(tenths, 10, 1, app.EN), "%", app.EN))
}
