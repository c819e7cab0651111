package agenda_test

import (
	"testing"

	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/check"
	"technopark/app/merging"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
)

// BenchmarkDecade is the agenda again of a park of a thousand residents and ten years: 752 000
// allocations when it looked through all records for twins each time, and compared titles as texts.
func BenchmarkDecade(b *testing.B) {
	book := sample.Large(sample.Size{Residents: 1000, Years: 10}).Book()
	set, err := regulation.Program().For(book, 2020)
	if err != nil {
		b.Fatal(err)
	}
	result, err := rating.Compute(set.Method, book, 2020)
	if err != nil {
		b.Fatal(err)
	}
	question := agenda.Question{Book: book, Year: 2020, Day: app.Day(2021, 5, 21), Report: check.Run(set.Rules, book, 2020, nil), Result: result, Twins: new(merging.Memory)}
	agenda.Of(question)
	b.ReportAllocs()
	for b.Loop() {
		agenda.Of(question)
	}
}
