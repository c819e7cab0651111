package check

import (
	"fmt"
	"math/big"
	"slices"
	"testing"

	"technopark/app"
)

// spoiling is a fault between records, which no single field shows.
type spoiling struct {
	name string
	make func(w *walk, k *knowing) fault
}

// knowing are the records that such faults begin from.
type knowing struct {
	stay  *app.Contract // residency that ended in the year
	gone  *app.Contract // residency that ended before it
	late  *app.Contract // one that ended before it, of who reported on the year before
	lease *app.Contract // in force, of a room
	other *app.Contract // another one
}

// newKnowing finds them among those nothing is wrong with.
func newKnowing(w *walk) *knowing {
	k := &knowing{}
	year := app.YearPeriod(walked)
	for _, c := range app.As[app.Contract](w.book.Of("contract")) {
		switch {
		case w.dirty[c] || c.From.Zero():
		case c.Kind == app.ContractResidency && year.Contains(c.To) && len(w.book.Agreements(c.Resident)) == 1:
			k.stay = c
		case c.Kind == app.ContractResidency && !c.To.Zero() && c.To.Before(year.First()) && len(w.book.Agreements(c.Resident)) == 1:
			k.gone = c
			if c.To.Year == walked-1 {
				k.late = c
			}
		case c.Kind == app.ContractLease && c.To.Zero() && len(c.Rooms) == 1 && k.lease == nil:
			k.lease = c
		case c.Kind == app.ContractLease && c.To.Zero() && len(c.Rooms) == 1 && c.Resident != k.lease.Resident:
			k.other = c
		}
	}
	return k
}

// like returns a new record like the first sound one of a type.
func like[R app.Record](w *walk, change func(R)) R {
	t := (*new(R)).Type()
	rec := app.Clone(w.sound(t)[0].(R))
	rec.Header().ID = 900_001
	change(rec)
	return rec
}

// changed returns a fault in a record that is there.
func changed[R app.Record](rec R, field string, change func(R)) fault {
	now := app.Clone(rec)
	change(now)
	return fault{"", rec, now, field}
}

func betweenRecords() []spoiling {
	return []spoiling{
		{"a job created after its resident left", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.Job) { r.Resident, r.Date = k.stay.Resident, k.stay.To.AddDays(1) }), "date"}
		}},
		{"a job of one who left in an earlier year", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.Job) { r.Resident = k.gone.Resident }), "resident"}
		}},
		{"a result granted after its resident left", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.IPResult) {
				r.Resident, r.Number, r.Title, r.Granted = k.stay.Resident, "2799999", "Другое", k.stay.To.AddDays(1)
			}), "granted"}
		}},
		{"a project begun after its resident left", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.Project) {
				r.Resident, r.Start, r.End = k.stay.Resident, k.stay.To.AddDays(1), app.Date{}
			}), "start_date"}
		}},
		{"a report of one who left in an earlier year", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.ResidentReport) { r.Resident = k.gone.Resident }), "resident"}
		}},
		{"a report of one who left, unlike that of the year before", func(w *walk, k *knowing) fault {
			return fault{"", nil, like(w, func(r *app.ResidentReport) {
				r.Resident = k.late.Resident
				r.Headcount.N, r.Researchers.N, r.StaffStart.N, r.StaffEnd.N = 300, 90, 300, 300
			}), "resident"}
		}},
		{"two agreements of a resident at once", func(_ *walk, k *knowing) fault {
			again := app.Clone(k.stay)
			again.ID, again.Number, again.From, again.Signed = 900_001, "Р-20/999", k.stay.To.AddDays(-30), k.stay.To.AddDays(-30)
			return fault{"", nil, again, "valid_from"}
		}},
		{"an agreement over two others", func(w *walk, k *knowing) fault {
			long, short := app.Clone(k.stay), app.Clone(k.stay)
			short.ID, short.Number, short.From, short.Signed, short.To = 900_002, "Р-20/998", k.stay.To.AddDays(1), k.stay.To, k.stay.To.AddDays(9)
			w.more = []app.Record{short}
			long.ID, long.Number, long.To = 900_003, "Р-20/997", short.To
			return fault{"", nil, long, "valid_from"}
		}},
		{"a room let twice", func(_ *walk, k *knowing) fault {
			return changed(k.other, "rooms", func(c *app.Contract) { c.Rooms, c.Area = k.lease.Rooms, k.lease.Area })
		}},
		{"a lease half as large again as its rooms", func(_ *walk, k *knowing) fault {
			return changed(k.lease, "area", func(c *app.Contract) { c.Area.N = c.Area.N * 3 / 2 })
		}},
		{"a number of a contract copied from another's", func(_ *walk, k *knowing) fault {
			return changed(k.other, "number", func(c *app.Contract) { c.Number = k.lease.Number })
		}},
		{"a patent registered in another year by another", func(w *walk, k *knowing) fault {
			patent := w.sound(app.TypeByKey("ip_result"))[0].(*app.IPResult)
			return fault{"", nil, like(w, func(r *app.IPResult) {
				r.Resident, r.Number, r.Title, r.Granted = k.lease.Resident, patent.Number, "Другое", app.Day(2019, 5, 5)
			}), "number"}
		}},
		{"a patent whose number is written in full by another", func(w *walk, k *knowing) fault {
			patent := w.sound(app.TypeByKey("ip_result"))[0].(*app.IPResult)
			return fault{"", nil, like(w, func(r *app.IPResult) {
				r.Resident, r.Number, r.Title, r.Granted = k.lease.Resident, "Патент RU № "+patent.Number, "Другое", app.Day(2019, 5, 5)
			}), "number"}
		}},
		{"an agreement that is followed by another, of a century to come", func(w *walk, k *knowing) fault {
			next := app.Clone(k.stay)
			next.ID, next.Number, next.From, next.Signed, next.To = 900_004, "Р-20/996", k.stay.To.AddDays(1), k.stay.To, app.Date{}
			next.Outcome = ""
			w.more = []app.Record{next}
			return changed(k.stay, "valid_to", func(c *app.Contract) { c.To.Year = 2202 })
		}},
		{"a lease begun after its resident left", func(w *walk, k *knowing) fault {
			for _, c := range app.As[app.Contract](w.book.Of("contract")) {
				if c.Resident == k.stay.Resident && c.Kind == app.ContractLease && c.To == k.stay.To {
					again := app.Clone(c)
					again.ID, again.Number, again.Signed, again.From, again.To = 900_005, "А-20/995", k.stay.To, k.stay.To.AddDays(1), k.stay.To.AddDays(3)
					return fault{"", nil, again, "valid_from"}
				}
			}
			panic("there is no such lease")
		}},
		{"an event of the next year", func(w *walk, _ *knowing) fault {
			return fault{"", nil, like(w, func(r *app.Event) { r.Date = r.Date.AddDays(-366) }), "title"}
		}},
		{"an investment of another year", func(w *walk, _ *knowing) fault {
			return fault{"", nil, like(w, func(r *app.Investment) { r.Date = r.Date.AddDays(-366) }), "amount"}
		}},
		{"a utility that is there without capacity", func(w *walk, _ *knowing) fault {
			site := w.sound(app.TypeByKey("site_report"))[0].(*app.SiteReport)
			return changed(site, "heat", func(r *app.SiteReport) { r.Heat.N = 0 })
		}},
		{"more people on average than at either end", func(w *walk, _ *knowing) fault {
			return changed(steady(w), "headcount", func(r *app.ResidentReport) { r.Headcount.N = max(r.StaffStart.N, r.StaffEnd.N) * 5 / 4 })
		}},
		{"fewer people on average than at either end", func(w *walk, _ *knowing) fault {
			return changed(steady(w), "headcount", func(r *app.ResidentReport) { r.Headcount.N = min(r.StaffStart.N, r.StaffEnd.N) * 3 / 4 })
		}},
		{"a quarter with more than the year", func(w *walk, _ *knowing) fault {
			year := steady(w)
			return fault{"", nil, like(w, func(r *app.ResidentReport) {
				*r = app.ResidentReport{Head: r.Head, Resident: year.Resident, Period: app.Period{Year: walked, Quarter: 2}}
				r.Revenue = app.Of(year.Revenue.N + 100_000)
			}), "revenue"}
		}},
		{"a code of no indicator", func(w *walk, _ *knowing) fault { return value(w, "code", func(r *app.Reference) { r.Code = "S9.9" }) }},
		{"a unit that is not that of the indicator", func(w *walk, _ *knowing) fault {
			return value(w, "unit", func(r *app.Reference) { r.Unit = "руб." })
		}},
		{"the index of another park in roubles", func(w *walk, _ *knowing) fault {
			return value(w, "unit", func(r *app.Reference) { r.Code, r.Unit = "I", "тыс. руб./чел." })
		}},
		{"nobody's value", func(w *walk, _ *knowing) fault {
			return value(w, "park", func(r *app.Reference) { r.Whose, r.Park = app.ReferencePark, "" })
		}},
	}
}

// steady is a report of a firm whose staff hardly changed.
func steady(w *walk) *app.ResidentReport {
	for _, rec := range w.sound(app.TypeByKey("resident_report")) {
		if r := rec.(*app.ResidentReport); r.StaffStart.N >= 30 && r.StaffEnd.N >= 30 {
			return r
		}
	}
	panic("there is no such report")
}

// value spoils the value of another park that the known indicator is compared with.
func value(w *walk, field string, spoil func(*app.Reference)) fault {
	for _, r := range app.As[app.Reference](w.book.Of("reference")) {
		if r.Code == "S2.1" {
			return changed(r, field, spoil)
		}
	}
	panic("there is no such value")
}

// TestEveryFaultBetweenRecordsIsFoundOnce tries them one at a time.
func TestEveryFaultBetweenRecordsIsFoundOnce(t *testing.T) {
	w := newWalk(t, smallPark(), nil)
	k := newKnowing(w)
	for _, s := range betweenRecords() {
		f := s.make(w, k)
		f.what = s.name + ":"
		w.pass([]fault{f}, nil)
		w.more = nil
	}
}

// A figure that is wrong makes indicators wrong, and each value of another park differs from
// them: that is one fault, told where it is.
func TestIndicatorOfWrongFiguresIsComparedWithNothing(t *testing.T) {
	g := newGround(t)
	known := known()
	tenfold := known["S2.1"]
	tenfold.Value, tenfold.Reads = big.NewRat(20000, 1), map[string]bool{"resident_report.revenue": true}
	known["S2.1"] = tenfold
	rules := func() []string {
		var ids []string
		for _, f := range builtIn(t).Check(Asked{Book: g.book(), Year: 2020, Known: known}).Findings {
			ids = append(ids, f.Rule)
		}
		return ids
	}
	if got := rules(); !slices.Equal(got, []string{"REFERENCE_FAR"}) {
		t.Errorf("ten times the mean: %v", got)
	}
	fill(t, g.report, "revenue=100000000")
	if got := slices.Compact(rules()); !slices.Equal(got, []string{"SLIP_UP"}) { // of both who have such a report
		t.Errorf("revenue in roubles: %v", got)
	}
}

// An error between two figures stands on the one that a warning doubts already, be it in
// another record, and is told once however many records disagree with it.
func TestErrorStandsOnTheFigureInDoubt(t *testing.T) {
	g := newGround(t)
	again := app.Clone(g.job)
	again.ID = 9
	g.more = append(g.more, fill(t, again, "category=управление"))
	fill(t, g.report, "headcount=4")
	fill(t, g.resident, "name=Альфа")
	var told []string
	for _, f := range g.check(builtIn(t)) {
		if f.Resident == 1 {
			told = append(told, fmt.Sprintf("%s %s %s.%s", f.Level, f.Rule, f.Type.Key, f.Field.Key))
		}
	}
	if want := []string{"error JOB_HUGE resident_report.headcount"}; !slices.Equal(told, want) {
		t.Errorf("told %q, want %q", told, want)
	}
}
