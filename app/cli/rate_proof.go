package cli

import (
	"technopark/app/rating"
	"technopark/assets"
)

type proofJSON struct {
	OK          bool               `json:"ok"`
	Examples    []proofExampleJSON `json:"examples"`
	Compared    int                `json:"compared"`
	Differences int                `json:"differences"`
}

type proofExampleJSON struct {
	Name        string           `json:"name"`
	Title       string           `json:"title"`
	Compared    int              `json:"compared"`
	Greatest    float64          `json:"greatest"` // distance of a figure from the expected one
	Differences []differenceJSON `json:"differences"`
}

type differenceJSON struct {
	Step     string `json:"step"`
	Unit     string `json:"unit"`
	Code     string `json:"code"`
	Expected string `json:"expected"`
	Got      string `json:"got"`
}

// proveRating scores the published and the worked examples and says what differs.
func (s *session) proveRating(asJSON bool) error {
	answer := proofJSON{}
	for _, e := range assets.RatingExamples() {
		p, err := rating.Prove(rating.Example(e))
		if err != nil {
			return err
		}
		row := proofExampleJSON{Name: p.Name, Title: p.Title.RU, Compared: p.Compared, Greatest: p.Greatest, Differences: []differenceJSON{}}
		for _, d := range p.Differences {
			row.Differences = append(row.Differences, differenceJSON(d))
		}
		answer.Examples = append(answer.Examples, row)
		answer.Compared += p.Compared
		answer.Differences += len(p.Differences)
	}
	answer.OK = answer.Differences == 0
	if asJSON {
		if err := s.printJSON(answer); err != nil {
			return err
		}
	} else {
		s.printProof(answer)
	}
	if !answer.OK {
		return errFindings
	}
	return nil
}

func (s *session) printProof(answer proofJSON) {
	for _, e := range answer.Examples {
		s.say("cli.rate.proof", map[string]any{"Title": e.Title, "Compared": e.Compared, "Differences": len(e.Differences)})
		for _, d := range e.Differences {
			s.say("cli.rate.difference", map[string]any{"Step": d.Step, "Unit": d.Unit, "Code": d.Code, "Expected": d.Expected, "Got": d.Got})
		}
	}
	s.say("cli.rate.proved", map[string]any{"Compared": answer.Compared, "Differences": answer.Differences})
}
