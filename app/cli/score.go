package cli

import (
	"encoding/json"
	"fmt"
	"math/big"
	"strings"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
)

// scoreCommand computes the indicators of a year.
type scoreCommand struct {
	yearOf
	profileFiles
}

type scoreJSON struct {
	File       string          `json:"file"`
	Park       string          `json:"park"`
	Year       int             `json:"year"`
	Profile    profileJSON     `json:"profile"`
	Remarks    []string        `json:"remarks"` // of the method and the rules
	Indicators []indicatorJSON `json:"indicators"`
}

type profileJSON struct {
	ID       string `json:"id"`
	Title    string `json:"title"`
	Official bool   `json:"official"`
}

type indicatorJSON struct {
	Code         string        `json:"code"`
	Subindex     string        `json:"subindex"`
	Name         string        `json:"name"`
	Unit         string        `json:"unit"`
	Value        *json.Number  `json:"value"`
	Bound        string        `json:"bound"`        // of the value: "", "at_least" or "at_most"
	Completeness json.Number   `json:"completeness"` // of 1
	Previous     *json.Number  `json:"previous"`
	Formula      string        `json:"formula"`
	Missing      []missingJSON `json:"missing"`
}

type missingJSON struct {
	Record   string   `json:"record"`
	ID       int64    `json:"id"`
	Resident int64    `json:"resident"`
	Title    string   `json:"title"`
	Fields   []string `json:"fields"`
	Words    string   `json:"words"`
}

// Run prints the indicators.
func (c scoreCommand) Run(s *session) error {
	if err := s.force(c.profileFiles); err != nil {
		return err
	}
	return s.read(c.yearOf, func(_ Store, b *app.Book) error {
		set, result, err := s.score(b, c.Year)
		if err != nil {
			return err
		}
		if c.JSON {
			answer := scoreAnswer(c.File, b, result)
			answer.Remarks = remarks(set)
			return s.printJSON(answer)
		}
		s.printScore(b, result)
		s.printRemarks(set)
		return nil
	})
}

func (s *session) score(b *app.Book, year int) (regulation.Set, *rating.Result, error) {
	set, err := s.by.For(b, year)
	if err != nil {
		return set, nil, err
	}
	result, err := rating.Compute(set.Method, b, year)
	if err != nil {
		return set, nil, fmt.Errorf("compute the indicators of %d: %w", year, err)
	}
	return set, result, nil
}

// remarks are what staff ought to know of the method and the rules, for programs.
func remarks(set regulation.Set) []string {
	said := []string{}
	for _, r := range set.Remarks {
		said = append(said, r.Text.RU)
	}
	return said
}

// printRemarks says the same to people.
func (s *session) printRemarks(set regulation.Set) {
	for _, r := range set.Remarks {
		s.say("cli.remark", map[string]any{"Text": r.Text.RU})
	}
}

func scoreAnswer(file string, b *app.Book, r *rating.Result) scoreJSON {
	out := scoreJSON{
		File: file, Park: b.Park.Name, Year: r.Year,
		Profile: profileJSON{r.Profile.ID, r.Profile.Title.RU, r.Profile.Official},
	}
	for _, ind := range r.All() {
		row := indicatorJSON{
			Code: ind.Code, Subindex: ind.Subindex, Name: ind.Name.RU, Unit: ind.Unit.RU,
			Value: number(ind.Value), Bound: bounds[ind.Bound], Completeness: *number(completeness(ind)), Previous: number(ind.Previous),
			Formula: ind.Substituted(app.RU), Missing: []missingJSON{},
		}
		for _, m := range ind.Missing {
			row.Missing = append(row.Missing, missingJSON{m.Type, m.ID, m.Resident, m.Title, append([]string{}, m.Fields...), m.Words.RU})
		}
		out.Indicators = append(out.Indicators, row)
	}
	return out
}

// bounds are the words of the answer for programs.
var bounds = map[rating.Bound]string{rating.Exact: "", rating.AtLeast: "at_least", rating.AtMost: "at_most"}

// completeness is of 1; nothing is complete where there is nobody to calculate over.
func completeness(ind *rating.Indicator) *big.Rat {
	if ind.Value == nil && ind.Completeness.Of == 0 {
		return new(big.Rat)
	}
	return ind.Completeness.Ratio()
}

// number writes an exact fraction as a JSON number of up to ten decimals; nil stays null.
func number(r *big.Rat) *json.Number {
	if r == nil {
		return nil
	}
	text := strings.TrimRight(strings.TrimRight(r.FloatString(10), "0"), ".")
	n := json.Number(text)
	return &n
}

// nameWidth is how many characters of an indicator's name a line of the screen takes.
const nameWidth = 52

func (s *session) printScore(b *app.Book, r *rating.Result) {
	s.say("cli.score_head", map[string]any{"Park": b.Park.Name, "Year": r.Year, "Profile": r.Profile.Title.RU})
	if standing := r.Profile.Standing(); standing.RU != "" {
		fmt.Fprintln(s.Stdout, standing.RU)
	}
	for _, sub := range r.Subindices {
		fmt.Fprintf(s.Stdout, "\n%s  %s\n", sub.Code, sub.Name.RU)
		for _, ind := range sub.Indicators {
			fmt.Fprintf(s.Stdout, "  %-5s %s %s  %s\n", ind.Code, pad(ind.Name.RU, nameWidth), padLeft(ind.MarkedText(app.RU), 22), s.scoreNote(ind))
		}
	}
}

// scoreNote is the unit, the previous year's value and what is missing.
func (s *session) scoreNote(ind *rating.Indicator) string {
	if ind.Value == nil {
		return ind.Reason.RU
	}
	note := ind.Unit.RU
	if ind.Previous != nil {
		note += s.words.T("cli.previous", map[string]any{"Value": ind.MarkedPreviousText(app.RU)})
	}
	if ind.Completeness.In < ind.Completeness.Of {
		note += s.words.T("cli.completeness", map[string]any{"Percent": ind.Completeness.Percent(app.RU)})
	}
	return note
}

// pad cuts or fills the text to the width, in characters.
func pad(text string, width int) string {
	if n := utf8.RuneCountInString(text); n <= width {
		return text + strings.Repeat(" ", width-n)
	}
	return string([]rune(text)[:width-1]) + "…"
}

func padLeft(text string, width int) string {
	return strings.Repeat(" ", max(0, width-utf8.RuneCountInString(text))) + text
}
