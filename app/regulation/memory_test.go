package regulation_test

import (
	"context"
	"fmt"
	"reflect"
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
)

// edits returns books of the sample, each with the revenue of another report than in the one before,
// and a published value that is compared with the indicators.
func edits(t testing.TB, size sample.Size, n int) []*app.Book {
	t.Helper()
	book := sample.Large(size).Book()
	published := &app.Reference{Head: app.Head{ID: 9999}, Period: app.YearPeriod(2020), Whose: app.ReferencePark, Park: book.Park.Name, Code: "S2.1", Value: app.Of(app.Figure(1))}
	books := []*app.Book{book.With(published)}
	reports := app.All[app.ResidentReport](book, "resident_report")
	for i := range n {
		report := app.Clone(reports[i*7919%len(reports)])
		report.Revenue = app.Of(report.Revenue.N + 100_000_000)
		now := app.Latest{}
		now.Put("resident_report", report.ID, report)
		books = append(books, books[i].Renewed(now))
	}
	return books
}

// What a memory finds and computes is what is found and computed without one, by several at a time.
func TestMemoryOfAnotherBook(t *testing.T) {
	books, memory := edits(t, sample.Standard(), 6), new(regulation.Memory)
	var all sync.WaitGroup
	for _, b := range books {
		set, err := regulation.Program().For(b, 2020)
		if err != nil {
			t.Fatal(err)
		}
		asked := check.Asked{Book: b, Year: 2020, Today: app.Day(2021, 3, 15)}
		all.Go(func() {
			if got, err := memory.Compute(set.Method, b, 2020); err != nil || got.Find("S2.1").Value.Cmp(computed(t, set, b).Find("S2.1").Value) != 0 {
				t.Errorf("computed %v, %v", got, err)
			}
		})
		got, err := memory.Check(t.Context(), set, asked)
		if err != nil {
			t.Fatal(err)
		}
		want, err := set.Check(b, 2020, asked.Today)
		if err != nil {
			t.Fatal(err)
		}
		if len(want.Findings) == 0 || !reflect.DeepEqual(told(got), told(want)) {
			t.Errorf("found %v, want %v", told(got), told(want))
		}
		all.Wait()
	}
}

func computed(t *testing.T, s regulation.Set, b *app.Book) *rating.Result {
	result, err := rating.Compute(s.Method, b, 2020)
	if err != nil {
		t.Error(err)
	}
	return result
}

func told(r check.Report) []string {
	var all []string
	for _, f := range r.Findings {
		all = append(all, fmt.Sprint(f.Rule, f.Place(), f.Message, f.Left, f.Right, f.Basis))
	}
	return all
}

// BenchmarkFieldLeft is what it takes until findings and indicators are true again after a figure
// was changed, but for reading it from the file.
func BenchmarkFieldLeft(b *testing.B) {
	for _, size := range []sample.Size{sample.Standard(), {Residents: 1000, Years: 10}} {
		b.Run(fmt.Sprint(size.Residents), func(b *testing.B) {
			books, memory := edits(b, size, 20), new(regulation.Memory)
			b.ReportAllocs()
			for n := 0; b.Loop(); n++ {
				book := books[n%len(books)]
				set, err := regulation.Program().For(book, 2020)
				if err != nil {
					b.Fatal(err)
				}
				if _, err := memory.Check(context.Background(), set, check.Asked{Book: book, Year: 2020, Today: app.Day(2021, 3, 15)}); err != nil {
					b.Fatal(err)
				}
				if _, err := memory.Compute(set.Method, book, 2020); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
