package assets

import (
	"embed"
	"fmt"
)

// The examples of the rating: each is a method, a table of values and what the program must
// make of it. The Technology Achievement Index is published: its figures and places are those
// of the sources that the head of its method names. What the others must give was computed
// apart from the program, by the formulas of docs/rating-method.md.
//
//go:embed ratings
var ratings embed.FS

// RatingExample is a table of values that was scored by others than this program.
type RatingExample struct {
	Name     string // of its files, without endings
	Method   []byte // TOML
	Values   []byte // CSV, units × codes
	Expected []byte // CSV: step, unit, code, value, how near a figure is to come (empty: as near as arithmetic allows)
}

// RatingExamples returns the examples, the published one first.
func RatingExamples() []RatingExample {
	var examples []RatingExample
	for _, name := range []string{"tai-2001", "schooling", "gaps", "outliers", "means"} {
		examples = append(examples, RatingExample{Name: name, Method: rating(name + ".toml"), Values: rating(name + ".csv"), Expected: rating(name + ".expected.csv")})
	}
	return examples
}

func rating(name string) []byte {
	data, err := ratings.ReadFile("ratings/" + name)
	if err != nil {
		panic(fmt.Sprintf("embedded file: %v", err)) // a fault of the build
	}
	return data
}
