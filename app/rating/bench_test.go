package rating_test

import (
	"fmt"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/sample"
)

// largePark has as many residents as a leading park, with reports of three years.
func largePark(t testing.TB, residents int) *shelf {
	s := smallPark(t)
	for _, key := range []string{"resident", "contract", "resident_report", "job", "ip_result"} {
		s.drop(key)
	}
	for i := 1; i <= residents; i++ {
		id := fmt.Sprint(i)
		s.put("resident", "innovative: да; name: ООО "+id)
		s.put("contract", "kind: residency; valid_from: 01.01.2017; resident: "+id)
		s.put("contract", "kind: lease; area: 120,5; valid_from: 01.03.2018; resident: "+id)
		for _, year := range []string{"2018", "2019", "2020"} {
			s.report(id, year, "30 90000,5 1000 5000 700,1 20 0 300 0 2000,3 1000 50 10 400")
			s.put("job", "change: created; count: 2; date: 01.02."+year+"; resident: "+id)
			s.put("ip_result", "kind: invention; title: и; granted: 01.03."+year+"; resident: "+id)
		}
	}
	return s
}

// decade is a park of a thousand residents with the reports of ten years.
func decade() *app.Book { return sample.Large(sample.Size{Residents: 1000, Years: 10}).Book() }

// BenchmarkDecade took 2 535 000 allocations and 109 MB while every amount was a fraction of big
// words and came with its texts; without them it takes 39 000 and 17 MB.
func BenchmarkDecade(b *testing.B) {
	profile, book := builtIn(b), decade()
	b.ReportAllocs()
	for b.Loop() {
		if _, err := rating.Compute(profile, book, 2020); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFieldLeft is the indicators again after one figure was changed: 12 ms where all of them
// take 70.
func BenchmarkFieldLeft(b *testing.B) {
	profile, book, memory := builtIn(b), decade(), new(rating.Memory)
	reports := app.All[app.ResidentReport](book, "resident_report")
	if _, err := memory.Compute(profile, book, 2020); err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	for n := 0; b.Loop(); n++ {
		b.StopTimer()
		report := app.Clone(reports[n*7919%len(reports)])
		report.Revenue.N++
		now := app.Latest{}
		now.Put("resident_report", report.ID, report)
		book = book.Renewed(now)
		b.StartTimer()
		if _, err := memory.Compute(profile, book, 2020); err != nil {
			b.Fatal(err)
		}
	}
}

// Nobody looks at most of the parts: figures that nobody asks the parts of cost no texts, which take
// sixty allocations each.
func TestTextsOfPartsAreMadeWhenAsked(t *testing.T) {
	profile, book := builtIn(t), largePark(t, 100).book()
	var result *rating.Result
	figures := testing.AllocsPerRun(1, func() {
		var err error
		if result, err = rating.Compute(profile, book, 2020); err != nil {
			t.Fatal(err)
		}
	})
	parts := 0
	for _, ind := range result.All() {
		for _, term := range ind.Terms {
			parts += len(term.Parts())
		}
	}
	if parts < 1000 || figures > 4*float64(parts) {
		t.Errorf("the figures of %d parts took %.0f allocations", parts, figures)
	}
}

func BenchmarkCompute(b *testing.B) {
	for _, residents := range []int{100, 200} { // twice the records, twice the time
		b.Run(fmt.Sprint(residents), func(b *testing.B) {
			profile, book := builtIn(b), largePark(b, residents).book()
			for b.Loop() {
				if _, err := rating.Compute(profile, book, 2020); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
