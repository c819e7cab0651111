package rating_test

import (
	"fmt"
	"testing"

	"technopark/app/rating"
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
