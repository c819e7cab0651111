package cli

import (
	"fmt"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
)

// positionJSON is the answer about the parks of a data file.
type positionJSON struct {
	File   string `json:"file"`
	Year   int    `json:"year"`
	Ground string `json:"ground"` // «parks», «means» or «past»: what it could be told by
	rateJSON
	Parks   []parkPositionJSON `json:"parks"`         // of the file
	Was     []parkPositionJSON `json:"was,omitempty"` // with --what-if: as they are
	Remarks []string           `json:"remarks"`
}

type parkPositionJSON struct {
	Park     string         `json:"park"`
	Index    *float64       `json:"index"`
	Group    string         `json:"group"`
	Place    int            `json:"place"` // 0: cannot be told
	Of       int            `json:"of"`
	Compared []comparedJSON `json:"compared"`
}

type comparedJSON struct {
	Code     string   `json:"code"`
	Value    *float64 `json:"value"`
	Mean     *float64 `json:"mean"`
	Previous *float64 `json:"previous"`
}

// ratePark says where the parks of a data file stand in a year.
func (c rateCommand) ratePark(s *session) error {
	if c.Values != "" {
		return &app.Refusal{ID: "cli.rate.either", Cause: errWords}
	}
	if c.Year == 0 {
		return &app.Refusal{ID: "cli.needs_flag", Data: map[string]any{"What": "--year", "Example": s.words.T("cli.example.rate", nil)}, Cause: errWords}
	}
	if err := s.checkYear(c.Year); err != nil {
		return err
	}
	if err := s.force(profileFiles{Method: c.Method}); err != nil {
		return err
	}
	store, err := s.open(c.File)
	if err != nil {
		return err
	}
	defer func() { _ = store.Close() }() // opened for reading: nothing can be lost
	x, known, remarks, err := s.comparison(store, c)
	if err != nil {
		return app.About(c.File, err)
	}
	park := ""
	if len(c.WhatIf) > 0 || c.Reach != "" {
		chosen, err := s.choosePark(store, c.Park)
		if err != nil {
			return err
		}
		park = app.Clean(chosen.Name)
	}
	changes, err := c.substitutes(park)
	if err != nil {
		return err
	}
	is, err := rating.Locate(x, known, changes)
	if err != nil {
		return app.About(c.File, err)
	}
	var was *rating.Position
	if len(changes) > 0 {
		if was, err = rating.Locate(x, known, nil); err != nil {
			return app.About(c.File, err)
		}
	}
	p := position{index: x, known: known, is: is, was: was, changes: changes, remarks: remarks, park: park}
	if c.Reach != "" && is.Ranked == nil {
		return app.About(c.File, &app.Refusal{ID: "cli.rate.no_places"})
	}
	if p.levers, err = c.levers(s, x, known.Table, changes, park); err != nil {
		return app.About(c.File, err)
	}
	return c.answerPark(s, p)
}

// position is all there is to say of the parks of a file.
type position struct {
	index   *composite.Index
	known   *rating.Comparison
	is, was *rating.Position // was is nil without --what-if
	changes []composite.Substitute
	park    string // of --what-if and --reach
	levers  []composite.Lever
	remarks []string // of the method, and of what was not used
}

// comparison computes the indicators of all parks of the file and gathers what is known of
// others. The method is that of the year.
func (s *session) comparison(store Store, c rateCommand) (*composite.Index, *rating.Comparison, []string, error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, nil, nil, err
	}
	if len(parks) == 0 {
		return nil, nil, nil, &app.Refusal{ID: "cli.no_parks"}
	}
	var own []rating.OwnPark
	var references []*app.Reference
	var index *composite.Index
	var said []string
	for _, p := range parks {
		b, err := store.Book(s.ctx, p.ID)
		if err != nil {
			return nil, nil, nil, err
		}
		set, result, err := s.score(b, c.Year)
		if err != nil {
			return nil, nil, nil, err
		}
		if index = set.Method.Composite; index == nil {
			return nil, nil, nil, &app.Refusal{ID: "err.no_index", Data: map[string]any{"Method": set.Method.Title}}
		}
		own = append(own, rating.OwnPark{Name: p.Name, Result: result})
		references, said = app.All[app.Reference](b, "reference"), remarks(set)
	}
	known := rating.Compare(index, own, references, c.Year)
	for _, note := range known.Notes {
		said = append(said, note.RU)
	}
	return index, known, said, nil
}

func (c rateCommand) answerPark(s *session, p position) error {
	d := doubt{}
	if p.is.Ranked != nil {
		var err error
		if d, err = c.doubt(s, p.is.Ranked); err != nil {
			return err
		}
	}
	if c.JSON {
		return s.printJSON(c.positionAnswer(p, d))
	}
	s.printPosition(p)
	if p.is.Ranked != nil {
		s.printRating(p.is.Ranked)
		s.printDoubt(p.is.Ranked, d)
		s.printLevers(p.index, p.park, c.Reach, p.levers)
		s.printAnalysis(p.is.Ranked, c.Analysis)
	}
	for _, text := range p.remarks {
		s.say("cli.remark", map[string]any{"Text": text})
	}
	return nil
}

func (c rateCommand) positionAnswer(p position, d doubt) positionJSON {
	m := p.index.Method()
	answer := positionJSON{File: c.File, Year: c.Year, Ground: string(p.is.Ground), Parks: parkPositions(p.is), Remarks: append([]string{}, p.remarks...)}
	answer.rateJSON = rateJSON{Method: rateMethodJSON{profileJSON{m.ID, m.Title.RU, m.Official}, m.Version, p.index.Top()}, Steps: []rateStepJSON{}, Leaders: map[string][]string{}, Notes: []rateNoteJSON{}}
	answer.Units = ownUnits(p)
	if p.is.Ranked != nil {
		answer.rateJSON = rateAnswer(p.is.Ranked, c.Steps)
		answer.addDoubt(p.is.Ranked, d)
		answer.addLevers(p.park, p.levers)
		answer.addAnalysis(p.is.Ranked, c.Analysis)
	}
	if p.was != nil {
		answer.Was = parkPositions(p.was)
		answer.addTrial(p.was.Ranked, p.changes)
	}
	return answer
}

// ownUnits are the parks of the file where there are no others to stand among: their
// indicators in percent of the published means, and the index.
func ownUnits(p position) []rateUnitJSON {
	var rows []rateUnitJSON
	for _, park := range p.is.Parks {
		row := rateUnitJSON{ID: park.Name, Scores: map[string]float64{}, Ranks: map[string]int{}, Group: park.Group}
		for _, c := range park.Compared {
			if c.Value.Known && c.Mean.Known && c.Mean.Number != 0 {
				row.Scores[c.Code] = c.Value.Number / c.Mean.Number * 100
			}
		}
		if park.Index.Known {
			row.Scores[p.index.Top()] = park.Index.Number
		}
		if park.Place > 0 {
			row.Ranks[p.index.Top()] = park.Place
		}
		rows = append(rows, row)
	}
	return rows
}

func parkPositions(of *rating.Position) []parkPositionJSON {
	rows := make([]parkPositionJSON, len(of.Parks))
	for i, p := range of.Parks {
		rows[i] = parkPositionJSON{Park: p.Name, Index: pointer(p.Index), Group: p.Group, Place: p.Place, Of: p.Of, Compared: []comparedJSON{}}
		for _, compared := range p.Compared {
			rows[i].Compared = append(rows[i].Compared, comparedJSON{compared.Code, pointer(compared.Value), pointer(compared.Mean), pointer(compared.Previous)})
		}
	}
	return rows
}

// printPosition says by what the parks could be placed, and where each stands.
func (s *session) printPosition(p position) {
	s.say("cli.rate.ground."+string(p.is.Ground), map[string]any{"Units": len(p.known.Table.Units), "Means": len(p.known.Means), "Indicators": len(p.index.Indicators())})
	for i, park := range p.is.Parks {
		s.say("cli.rate.park", parkWords(park))
		if p.was != nil {
			s.say("cli.rate.park_was", parkWords(p.was.Parks[i]))
		}
		if p.is.Ground == rating.ByParks {
			continue
		}
		for _, compared := range park.Compared {
			fmt.Fprintf(s.Stdout, "  %-5s %s %s%s\n", compared.Code, pad(p.index.Name(compared.Code).RU, nameWidth), padLeft(figureOf(compared.Value, p.known.Digits[compared.Code]), 16), s.against(compared))
		}
	}
}

func parkWords(p rating.ParkPosition) map[string]any {
	index := ""
	if p.Index.Known {
		index = decimals(p.Index.Number, indexDigits)
	}
	return map[string]any{"Park": p.Name, "Index": index, "Group": p.Group, "Place": p.Place, "Of": p.Of}
}

// figureOf writes a figure with the decimals of its indicator.
func figureOf(v composite.Value, digits int) string {
	if !v.Known {
		return "—"
	}
	return decimals(v.Number, digits)
}

// against says what an indicator is of the mean and of the year before, in percent.
func (s *session) against(c rating.Compared) string {
	said := ""
	for _, other := range []struct {
		words string
		value composite.Value
	}{{"cli.rate.of_mean", c.Mean}, {"cli.rate.of_previous", c.Previous}} {
		if c.Value.Known && other.value.Known && other.value.Number != 0 {
			said += s.words.T(other.words, map[string]any{"Percent": decimals(c.Value.Number/other.value.Number*100, 1)})
		}
	}
	return said
}
