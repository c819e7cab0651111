package cli

import (
	"fmt"
	"math/big"
	"slices"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
)

// positionJSON is the answer about the parks of a data file.
type positionJSON struct {
	File   string `json:"file"`
	Year   int    `json:"year"`
	Ground string `json:"ground"` // «parks», «means» or «past»: what it could be told by
	rateJSON
	Parks   []parkPositionJSON `json:"parks"`         // of the file
	Answers []standingJSON     `json:"answers"`       // of the parks that are asked about, without --what-if
	Was     []parkPositionJSON `json:"was,omitempty"` // with --what-if: as they are
	Remarks []string           `json:"remarks"`
	Sheet   string             `json:"sheet,omitempty"` // path of the sheet that was written
}

type parkPositionJSON struct {
	Park     string         `json:"park"`
	Index    *float64       `json:"index"`
	Group    string         `json:"group"`
	Place    int            `json:"place"` // 0: cannot be told
	Of       int            `json:"of"`
	Compared []comparedJSON `json:"compared"`

	Parts   map[string]float64     `json:"parts"`             // the index and the sub-indices in percent of the mean, by code
	Between map[string]betweenJSON `json:"between,omitempty"` // published figures of others they stand among, by code
}

// betweenJSON are the nearest published figures; null where there is none on that side.
type betweenJSON struct {
	Above *neighbourJSON `json:"above"`
	Below *neighbourJSON `json:"below"`
	Of    int            `json:"of"`
}

type neighbourJSON struct {
	Park  string  `json:"park"`
	Score float64 `json:"score"` // in percent of the mean
	Place int     `json:"place"` // as published; 0: not known
}

func neighbour(n *rating.Neighbour) *neighbourJSON {
	if n == nil {
		return nil
	}
	return &neighbourJSON{n.Park, n.Score, n.Place}
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
	all, remarks, err := s.standings(store, c.Year)
	if err != nil {
		return app.About(c.File, err)
	}
	p := position{standings: all, remarks: remarks, index: all[0].Index(), known: all[0].Known}
	if len(c.WhatIf) > 0 || c.Reach != "" || c.Park != "" || c.Sheet != "" {
		chosen, err := s.choosePark(store, c.Park)
		if err != nil {
			return err
		}
		p.park = app.Clean(chosen.Name)
		p.standings = slices.DeleteFunc(all, func(one *standing.Standing) bool { return one.Is().Name != p.park })
	}
	if err := c.try(&p); err != nil {
		return app.About(c.File, err)
	}
	if c.Reach != "" && p.is.Ranked == nil {
		return app.About(c.File, &app.Refusal{ID: "cli.rate.no_places"})
	}
	if p.levers, err = c.levers(s, p.index, p.known.Table, p.changes, p.park); err != nil {
		return app.About(c.File, err)
	}
	if c.Sheet != "" {
		if err := c.writeSheet(s, store, p.standings[0]); err != nil {
			return err
		}
	}
	return c.answerPark(s, p)
}

// position is all there is to say of the parks of a file.
type position struct {
	standings []*standing.Standing // of the parks that are asked about
	index     *composite.Index
	known     *rating.Comparison
	is, was   *rating.Position // was is nil without --what-if
	changes   []composite.Substitute
	park      string // of --what-if and --reach
	levers    []composite.Lever
	remarks   []string // of the method, and of what was not used
}

// standings says of each park of the file where it stands, by the method of the year.
func (s *session) standings(store Store, year int) ([]*standing.Standing, []string, error) {
	parks, err := store.Parks(s.ctx)
	if err != nil {
		return nil, nil, err
	}
	if len(parks) == 0 {
		return nil, nil, &app.Refusal{ID: "cli.no_parks"}
	}
	q := standing.Question{Year: year}
	var said []string
	for _, p := range parks {
		b, err := store.Book(s.ctx, p.ID)
		if err != nil {
			return nil, nil, err
		}
		set, result, err := s.score(b, year)
		if err != nil {
			return nil, nil, err
		}
		q.Method, said = set.Method, remarks(set)
		q.Parks = append(q.Parks, standing.Park{Book: b, Result: result})
	}
	var all []*standing.Standing
	for i := range q.Parks {
		asked := q
		asked.Parks = slices.Concat(q.Parks[i:], q.Parks[:i])
		one, err := standing.Of(asked)
		if err != nil {
			return nil, nil, err
		}
		all = append(all, one)
	}
	for _, note := range all[0].Known.Notes {
		said = append(said, note.RU)
	}
	return all, said, nil
}

// try places the parks with what --what-if changes.
func (c rateCommand) try(p *position) error {
	var err error
	if p.changes, err = c.instead(*p); err != nil {
		return err
	}
	if p.is, err = rating.Locate(p.index, p.known, p.changes); err == nil && len(p.changes) > 0 {
		p.was, err = rating.Locate(p.index, p.known, nil)
	}
	return err
}

// instead reads --what-if: an indicator with another value, or a sum that indicators are made of
// with more of it.
func (c rateCommand) instead(p position) ([]composite.Substitute, error) {
	all, err := c.substitutes(p.park)
	if err != nil || len(all) == 0 {
		return nil, err
	}
	result := p.standings[0].Result
	more := map[string]*big.Rat{}
	for _, change := range all {
		isInput := slices.ContainsFunc(result.Inputs(), func(in rating.Input) bool { return in.Name == change.Code })
		if isInput {
			more[change.Code] = new(big.Rat).SetFloat64(change.To)
		}
	}
	all = slices.DeleteFunc(all, func(change composite.Substitute) bool { return more[change.Code] != nil })
	moved, err := result.Moved(more)
	if err != nil {
		return nil, err
	}
	for _, code := range p.index.Indicators() {
		if value := moved[code]; value != nil {
			to, _ := value.Float64()
			all = append(all, composite.Substitute{Unit: p.park, Code: code, To: to})
		}
	}
	return all, nil
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
		answer := c.positionAnswer(p, d)
		var err error
		if answer.Answers, err = c.standingAnswers(s, p.standings); err != nil {
			return err
		}
		return s.printJSON(answer)
	}
	s.printPosition(p)
	if p.is.Ranked != nil {
		s.printRating(p.is.Ranked)
		s.printDoubt(p.is.Ranked, d)
		s.printAnalysis(p.is.Ranked, c.Analysis)
	}
	if err := c.printStandings(s, p.standings); err != nil {
		return err
	}
	for _, text := range p.remarks {
		s.say("cli.remark", map[string]any{"Text": text})
	}
	if c.Sheet != "" {
		s.say("cli.rate.sheet", map[string]any{"File": c.Sheet})
	}
	return nil
}

func (c rateCommand) positionAnswer(p position, d doubt) positionJSON {
	m := p.index.Method()
	answer := positionJSON{Sheet: c.Sheet, File: c.File, Year: c.Year, Ground: string(p.is.Ground), Parks: parkPositions(p.is), Remarks: append([]string{}, p.remarks...)}
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
		rows[i] = parkPositionJSON{Park: p.Name, Index: pointer(p.Index), Group: p.Group, Place: p.Place, Of: p.Of, Compared: []comparedJSON{}, Parts: map[string]float64{}, Between: map[string]betweenJSON{}}
		for code, v := range p.Parts {
			rows[i].Parts[code] = v.Number
		}
		for code, b := range p.Between {
			rows[i].Between[code] = betweenJSON{neighbour(b.Above), neighbour(b.Below), b.Of}
		}
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
		s.printParts(p, park)
		for _, compared := range park.Compared {
			fmt.Fprintf(s.Stdout, "  %-5s %s %s%s\n", compared.Code, pad(p.index.Name(compared.Code).RU, nameWidth), padLeft(figureOf(compared.Value, p.known.Digits[compared.Code]), 16), s.against(compared))
		}
	}
}

// printParts says what the index and the sub-indices are of the mean, and between which published
// ones they stand.
func (s *session) printParts(p position, park rating.ParkPosition) {
	for _, n := range p.index.Method().Nodes {
		v, known := park.Parts[n.Code]
		switch b, set := park.Between[n.Code]; {
		case set:
			fmt.Fprintln(s.Stdout, "  "+b.Says(n.Code, v.Number).RU)
		case known && n.Code != p.index.Top():
			s.say("cli.rate.part", map[string]any{"Code": n.Code, "Name": p.index.Name(n.Code).RU, "Percent": decimals(v.Number, 1)})
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
