package check

import (
	"fmt"
	"strconv"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// apart keeps the ids of the copies of a record apart.
const apart = 100_000

// multiplied are the types whose records a park has more of when it has more residents;
// the figures of the others are added up over them.
func multiplied(typeKey string) bool {
	switch typeKey {
	case "resident", "contract", "resident_report", "job", "ip_result", "project", "room":
		return true
	}
	return false
}

// bigPark returns the sample park with all its residents, and what is theirs, n times over.
func bigPark(n int) *app.Book {
	base := sample.Park().Book()
	records := map[string][]app.Record{}
	for _, t := range app.Types() {
		for _, rec := range base.Of(t.Key) {
			switch {
			case !multiplied(t.Key):
				records[t.Key] = append(records[t.Key], timesOver(rec, n))
			default:
				for k := range n {
					records[t.Key] = append(records[t.Key], twin(rec, k))
				}
			}
		}
	}
	return app.NewBook(records["park"][0].(*app.Park), records)
}

// timesOver returns the record with the sums of a park of n times as many residents.
func timesOver(rec app.Record, n int) app.Record {
	rec = app.Clone(rec)
	switch rec.Type().Key {
	case "site_report", "company_report", "service_report", "investment":
	default:
		return rec
	}
	for _, f := range rec.Type().Stored() {
		if v := f.Get(rec); f.Kind.Number() && v.State == app.Given && f.Key != "pay" {
			v.N *= int64(n)
			f.Set(rec, v)
		}
	}
	return rec
}

// twin returns the kth copy of a record: of another company of the same figures.
func twin(rec app.Record, k int) app.Record {
	rec = app.Clone(rec)
	if k == 0 {
		return rec
	}
	rec.Header().ID += int64(k) * apart
	for _, f := range rec.Type().Stored() {
		v := f.Get(rec)
		switch {
		case v.State != app.Given:
		case f.Kind == app.KindRef && multiplied(f.Ref):
			v.N += int64(k) * apart
		case f.Kind == app.KindRefs && multiplied(f.Ref):
			ids := app.IDs(v.S)
			for i := range ids {
				ids[i] += int64(k) * apart
			}
			v.S = app.IDList(ids)
		case f.Scheme == app.SchemeINN || f.Scheme == app.SchemeOGRN:
			v.S = renumbered(f.Scheme, v.S, k)
		case f.Kind == app.KindText && (f.Key == "name" || f.Key == "number" || f.Key == "title" || f.Key == "building"):
			v.S = fmt.Sprintf("%s/%d", v.S, k)
		}
		f.Set(rec, v)
	}
	return rec
}

// renumbered returns another identifier of the same length with its check digits.
func renumbered(scheme app.Scheme, id string, k int) string {
	checks := 1
	if len(id) == 12 { // the ИНН of an entrepreneur
		checks = 2
	}
	again, err := scheme.Complete(fmt.Sprintf("%04d", k) + id[4:len(id)-checks])
	if err != nil {
		panic(err)
	}
	return again
}

// TestBigParkIsAsCleanAsTheSample holds the copies to what the sample itself holds to.
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
