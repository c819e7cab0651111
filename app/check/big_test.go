package check

import (
	"strconv"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// bigPark returns a park of n times the residents of the sample.
func bigPark(n int) *app.Book {
	return sample.Large(sample.Size{Residents: n * sample.LeastResidents, Years: sample.LeastYears}).Book()
}

// TestBigParkIsAsCleanAsTheSample holds what is made anew for a larger park to what the sample itself holds to: one full of faults
// would measure how findings are written.
func TestBigParkIsAsCleanAsTheSample(t *testing.T) {
	const n = 5
	p := builtIn(t)
	one := Run(p, sample.Park().Book(), 2020, nil)
	many := Run(p, bigPark(n), 2020, nil)
	for _, f := range many.Findings {
		if f.Level == Error {
			t.Errorf("%s %s %d: %s", f.Rule, f.Type.Key, f.ID, f.Message.RU)
		}
	}
	if most := n * len(one.Findings); len(many.Findings) > most {
		rules := map[string]int{}
		for _, f := range many.Findings {
			rules[f.Rule]++
		}
		t.Errorf("%d findings, at most %d expected: %v", len(many.Findings), most, rules)
	}
}

func sizes() []int { return []int{1, 10, 100} }

func BenchmarkRun(b *testing.B) {
	p := builtIn(b)
	for _, n := range sizes() {
		book := bigPark(n)
		b.Run(strconv.Itoa(len(book.Of("resident"))), func(b *testing.B) {
			for b.Loop() {
				Run(p, book, 2020, nil)
			}
		})
	}
}

// TestWorkGrowsAsTheRecordsDo counts allocations and not time, which a busy machine bends.
func TestWorkGrowsAsTheRecordsDo(t *testing.T) {
	p := builtIn(t)
	work := func(n int) float64 {
		book := bigPark(n)
		return testing.AllocsPerRun(1, func() { Run(p, book, 2020, nil) })
	}
	if small, large := work(1), work(10); large > 11*small {
		t.Errorf("ten times the residents take %.1f times the work", large/small)
	}
}

// A room let to many at once is told of once for each lease and not once for each pair.
func TestRoomLetToManyIsToldOfOnceEach(t *testing.T) {
	g := newGround(t)
	g.other.Rooms = []int64{1}
	var more []app.Record
	for id := int64(100); id < 150; id++ {
		c := app.Clone(g.other)
		c.ID = id
		more = append(more, c)
	}
	found := 0
	for _, f := range Run(builtIn(t), g.with(more...), 2020, known()).Findings {
		if f.Rule == "ROOM_TWICE" {
			found++
		}
	}
	if found != 51 {
		t.Errorf("52 leases of one room give %d findings, want 51", found)
	}
}
