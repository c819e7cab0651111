package rating_test

import (
	"bytes"
	"testing"

	"technopark/app/rating"
	"technopark/assets"
)

// The engine gives what is published and what was computed apart from it.
func TestRatingExamples(t *testing.T) {
	for _, e := range assets.RatingExamples() {
		t.Run(e.Name, func(t *testing.T) {
			p, err := rating.Prove(rating.Example(e))
			if err != nil {
				t.Fatal(err)
			}
			if p.Compared < 20 {
				t.Errorf("only %d figures compared", p.Compared)
			}
			for _, d := range p.Differences {
				t.Errorf("%s of %s in %s: %q, expected %q", d.Step, d.Unit, d.Code, d.Got, d.Expected)
			}
		})
	}
}

// A figure that does not come out is told.
func TestRatingExampleThatFails(t *testing.T) {
	e := assets.RatingExamples()[0]
	e.Expected = bytes.Replace(e.Expected, []byte("score;Finland;TAI;0.744903"), []byte("score;Finland;TAI;0.744905"), 1)
	p, err := rating.Prove(rating.Example(e))
	if err != nil {
		t.Fatal(err)
	}
	if len(p.Differences) != 1 || p.Differences[0].Unit != "Finland" {
		t.Errorf("differences: %v, expected one of Finland", p.Differences)
	}
}
