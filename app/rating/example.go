package rating

import (
	"encoding/csv"
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/formula"
)

// Example is a table that others have scored, to prove the engine with.
type Example struct {
	Name             string // for messages
	Method           []byte // TOML, as LoadComposite reads it
	Values, Expected []byte // CSV; Expected has step, unit, code, value and how near a figure is to come
}

// Proof is what came of an example.
type Proof struct {
	Name        string       // of the example
	Title       app.Text     // of the method
	Compared    int          // figures, places and groups
	Differences []Difference // none when the engine is right
	Greatest    float64      // distance of a figure from what was expected, where it is not rounded
}

// Difference is a figure that did not come out as expected.
type Difference struct {
	Step     string // of composite; «score», «rank» or «group»
	Unit     string // its id
	Code     string // of the node
	Expected string // as the example has it; empty for none
	Got      string // of the engine; empty for none
}

// nearly is how far a figure may lie from the expected one: what two ways of adding up differ by.
const nearly = 1e-9

// Prove scores the table of an example and compares. An error is a fault of the example.
func Prove(e Example) (Proof, error) {
	x, err := LoadComposite(e.Name+".toml", e.Method)
	if err != nil {
		return Proof{}, err
	}
	p := Proof{Name: e.Name, Title: x.Method().Title}
	table, err := composite.ReadTable(string(e.Values))
	if err != nil {
		return p, fmt.Errorf("read the values of %s: %w", e.Name, err)
	}
	result, err := x.Compute(table)
	if err != nil {
		return p, fmt.Errorf("score the values of %s: %w", e.Name, err)
	}
	reader := csv.NewReader(strings.NewReader(string(e.Expected)))
	reader.Comma = ';'
	rows, err := reader.ReadAll()
	if err != nil {
		return p, fmt.Errorf("read what %s expects: %w", e.Name, err)
	}
	for _, row := range rows[1:] {
		if err := p.compare(result, row); err != nil {
			return p, fmt.Errorf("compare %s: %w", e.Name, err)
		}
	}
	return p, nil
}

// compare looks one expected figure up.
func (p *Proof) compare(r *composite.Result, row []string) error {
	d := Difference{Step: row[0], Unit: row[1], Code: row[2], Expected: row[3]}
	unit := slices.IndexFunc(r.Units, func(u composite.Unit) bool { return u.ID == d.Unit })
	if unit < 0 {
		return fmt.Errorf("there is no unit %q", d.Unit)
	}
	p.Compared++
	var got composite.Value
	switch d.Step {
	case "rank":
		d.Got = strconv.Itoa(r.Rank(unit, d.Code))
	case "group":
		d.Got = r.Group(unit)
	case "score":
		got = r.Score(unit, d.Code)
	default:
		at := slices.IndexFunc(r.Steps, func(s composite.Step) bool { return s.Name == d.Step })
		if at < 0 {
			return fmt.Errorf("there is no step %q", d.Step)
		}
		got = r.Steps[at].Value(unit, d.Code)
	}
	if got.Known {
		return p.near(d, got.Number, row[4])
	}
	if d.Got != d.Expected {
		p.Differences = append(p.Differences, d)
	}
	return nil
}

// near compares a figure with the expected one, which may be a rounded one.
func (p *Proof) near(d Difference, got float64, within string) error {
	d.Got = formula.Shortest(got)
	want, err := strconv.ParseFloat(d.Expected, 64)
	if err != nil {
		p.Differences = append(p.Differences, d) // nothing was expected, or no number
		return nil
	}
	most := nearly * max(1, math.Abs(want))
	if within == "" {
		p.Greatest = max(p.Greatest, math.Abs(got-want))
	} else if most, err = strconv.ParseFloat(within, 64); err != nil {
		return fmt.Errorf("read how near %s is to be: %w", d.Expected, err)
	}
	if math.Abs(got-want) > most {
		p.Differences = append(p.Differences, d)
	}
	return nil
}
