package rating

import (
	"errors"

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
		return p
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
