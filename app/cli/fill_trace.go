package cli

import (
	"encoding/json"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/template"
)

// fillCellJSON is a filled cell with what it was made of.
type fillCellJSON struct {
	Sheet   string          `json:"sheet"`
	Cell    string          `json:"cell"`
	Name    string          `json:"name"`
	Value   string          `json:"value"`
	Unit    string          `json:"unit"`
	State   string          `json:"state"` // whole, partial, n/a or empty
	Why     string          `json:"why"`
	Year    int             `json:"year"`
	Formula string          `json:"formula,omitempty"` // with the sums put in
	Terms   []fillTermJSON  `json:"terms,omitempty"`
	Records []fillPlaceJSON `json:"records"`
}

type fillTermJSON struct {
	Name    string       `json:"name"`
	Title   string       `json:"title"`
	Unit    string       `json:"unit"`
	Sum     *json.Number `json:"sum"`
	Records int          `json:"records"`
}

type fillPlaceJSON struct {
	Record string `json:"record"`
	ID     int64  `json:"id"`
	Field  string `json:"field"`
}

var fillStates = map[template.State]string{
	template.Whole: "whole", template.Partial: "partial", template.NotApplicable: "n/a", template.Missing: "empty",
}

// traceOf tells what cells were made of.
func traceOf(cells []template.Cell) []fillCellJSON {
	all := make([]fillCellJSON, 0, len(cells))
	for _, c := range cells {
		row := fillCellJSON{
			Sheet: c.Sheet, Cell: c.Address, Name: c.Source, Value: c.Shown, Unit: c.Unit.RU, State: fillStates[c.State], Why: c.Why.RU, Year: c.Year,
			Records: []fillPlaceJSON{},
		}
		if c.Indicator != nil {
			row.Formula = c.Indicator.Substituted(app.RU)
			for _, t := range c.Indicator.Terms {
				row.Terms = append(row.Terms, fillTermJSON{t.Name, t.Title.RU, t.Unit.RU, number(t.Sum), len(t.Parts())})
			}
		}
		for _, p := range c.Places {
			row.Records = append(row.Records, fillPlaceJSON{p.Type, p.ID, p.Field})
		}
		all = append(all, row)
	}
	return all
}

// method returns the one in force: that of the data file for its year, else the program's own.
func (c fillCommand) method(s *session) (*rating.Profile, error) {
	if c.File == "" || c.Year == 0 {
		set, err := s.by.For(nil, c.Year)
		return set.Method, err
	}
	var method *rating.Profile
	err := s.read(yearOf{File: c.File, Year: c.Year, Park: c.Park}, func(_ Store, b *app.Book) error {
		set, err := s.by.For(b, c.Year)
		method = set.Method
		return err
	})
	return method, err
}
