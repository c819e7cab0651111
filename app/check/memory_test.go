package check

import (
	"fmt"
	"math/big"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// TestMemoryFindsWhatAWholeCheckFinds edits, adds and deletes records at random, takes edits back, and explains
// what is found; after each change the check that remembers the one before returns what a check of everything does.
// It begins anew from records that are in order every few changes, because in a heap of faults one more is not
// seen: what is wrong already nothing else reads.
func TestMemoryFindsWhatAWholeCheckFinds(t *testing.T) {
	const rounds, changes = 15, 6
	p, clean := builtIn(t), fewResidents()
	for _, year := range []int{2020, 2019} {
		m := meddler{dice: rand.New(rand.NewPCG(uint64(year), 7))}
		var memory Memory
		passes := 0
		for range rounds {
			m.book, m.frozen, m.past = clean, clean, nil
			memory.Check(p, m.asked(year))
			for range changes {
				did := m.change(p, year)
				asked := m.asked(year)
				got, want := memory.Check(p, asked), p.Check(asked)
				if fault := unlike(got, want); fault != "" {
					t.Fatalf("%d, after %s: %s", year, did, fault)
				}
				if memory.last != nil && memory.last.changed != nil {
					passes++
				}
			}
		}
		if passes < rounds*changes/2 {
			t.Errorf("%d of %d checks went by the one before", passes, rounds*changes)
		}
	}
}

// fewResidents returns what the sample park has of a few of its residents, and of the park itself.
func fewResidents() *app.Book {
	whole, records := sample.Park().Book(), map[string][]app.Record{}
	for _, t := range app.Types() {
		for _, rec := range whole.Of(t.Key) {
			if id := app.ResidentOf(rec); id <= 12 {
				records[t.Key] = append(records[t.Key], rec)
			}
		}
		if mine := records[t.Key]; len(mine) > 60 && !t.OfResidents() {
			records[t.Key] = mine[len(mine)-60:]
		}
	}
	return app.NewBook(whole.Park, records)
}

// meddler changes a book at random.
type meddler struct {
	dice   *rand.Rand
	book   *app.Book
	frozen *app.Book
	past   []*app.Book
	known  int64
	next   int64
}

func (m *meddler) asked(year int) Asked {
	known := Indicators{}
	for i, code := range []string{"S1.1", "S3.1", "S3.5"} {
		known[code] = Indicator{
			Value: big.NewRat(m.known+int64(i), 7), Unit: app.L("%", "%"),
			Reads: map[string]bool{"resident_report.revenue": true, "resident_report.headcount": i > 0},
		}
	}
	return Asked{Book: m.book, Year: year, Today: app.Day(2021, 3, 15), Known: known, Frozen: m.frozen}
}

func (m *meddler) change(p *Profile, year int) string {
	m.past = append(m.past, m.book)
	switch n := m.dice.IntN(20); {
	case n < 11:
		rec := m.edited(m.any())
		m.put(rec)
		return "edit of " + rec.Type().Key
	case n < 13:
		rec := m.edited(m.any())
		rec.Header().ID = 1_000_000 + m.next
		m.next++
		m.put(rec)
		return "another " + rec.Type().Key
	case n < 14:
		rec := m.any()
		if _, park := rec.(*app.Park); park {
			return "nothing"
		}
		now := app.Latest{}
		now.Put(rec.Type().Key, rec.Header().ID, nil)
		m.book = m.book.Renewed(now)
		return "no more " + rec.Type().Key
	case n < 16:
		m.book = m.past[max(0, len(m.past)-1-m.dice.IntN(4))]
		return "some steps back"
	case n < 17:
		m.known = m.dice.Int64N(3)
		return "other indicators"
	case n < 18:
		return m.explain(p, year)
	default:
		m.put(m.edited(m.any()), m.edited(m.any()), m.edited(m.any()))
		return "several"
	}
}

func (m *meddler) put(recs ...app.Record) {
	now := app.Latest{}
	for _, rec := range recs {
		now.Put(rec.Type().Key, rec.Header().ID, rec)
	}
	m.book = m.book.Renewed(now)
}

// explain explains one of the findings, or words an explanation anew.
func (m *meddler) explain(p *Profile, year int) string {
	report := p.Check(m.asked(year))
	if len(report.Findings) == 0 {
		return "nothing"
	}
	f := report.Findings[m.dice.IntN(len(report.Findings))]
	e := report.Explain(f, "так и есть", "Ёлкин", app.Day(2021, 3, 15))
	if e.ID == 0 {
		e.ID = 1_000_000 + m.next
		m.next++
	}
	m.put(e)
	return "explanation of " + f.Rule
}

func (m *meddler) any() app.Record {
	for {
		types := app.Types()
		if list := m.book.Of(types[m.dice.IntN(len(types))].Key); len(list) > 0 {
			return list[m.dice.IntN(len(list))]
		}
	}
}

// edited returns a record with one or two fields as another of its type has them, without them, or with a slip of
// the hand in a figure.
func (m *meddler) edited(rec app.Record) app.Record {
	twin, list := app.Clone(rec), m.book.Of(rec.Type().Key)
	for range 1 + m.dice.IntN(2) {
		fields := rec.Type().Stored()
		f := fields[m.dice.IntN(len(fields))]
		v := f.Get(list[m.dice.IntN(len(list))])
		switch n := m.dice.IntN(10); {
		case n < 2:
			v = app.Value{}
		case n < 6 && f.Kind.Number() && f.Get(rec).State == app.Given:
			v = f.Get(rec)
			v.N = v.N*[]int64{1000, 10, 1, 0}[m.dice.IntN(4)] + m.dice.Int64N(3)
		}
		f.Set(twin, v)
	}
	return twin
}

// unlike says in what two reports differ; «» when in nothing.
func unlike(got, want Report) string {
	one, two := written(got), written(want)
	for i := range min(len(one), len(two)) {
		if one[i] != two[i] {
			return fmt.Sprintf("finding %d is\n%s\nwant\n%s", i, one[i], two[i])
		}
	}
	if len(one) != len(two) {
		longer := one
		if len(two) > len(one) {
			longer = two
		}
		return fmt.Sprintf("%d findings, want %d; the first that differs is\n%s", len(one), len(two), longer[min(len(one), len(two))])
	}
	if x, y := fmt.Sprint(got.Park, got.Year, counts(got)), fmt.Sprint(want.Park, want.Year, counts(want)); x != y {
		return "filled in " + x + ", want " + y
	}
	return ""
}

func written(r Report) []string {
	all := make([]string, len(r.Findings))
	for i, f := range r.Findings {
		lacks := ""
		if f.Lacks != nil {
			lacks = f.Lacks.Key
		}
		all[i] = fmt.Sprintln(f.Rule, f.Level, f.Place(), f.Record, f.Period, f.Value, f.Message, f.Remedy, f.Left, f.Right, f.Difference,
			f.Basis, f.Resident, f.Ask, lacks, f.Absent, f.Held, f.Explanation, f.Outdated)
	}
	return all
}

func counts(r Report) string {
	var all []string
	for _, f := range r.Filled {
		all = append(all, fmt.Sprint(f.Type.Key, f.Given, f.Needed, f.Reports))
	}
	return strings.Join(all, "; ")
}

// TestMemoryStartsAnew holds what a check cannot take over from the one before.
func TestMemoryStartsAnew(t *testing.T) {
	p := builtIn(t)
	m := meddler{dice: rand.New(rand.NewPCG(1, 1)), book: sample.Park().Book()}
	asked := m.asked(2020)
	for name, change := range map[string]func(*Asked){
		"another day":      func(a *Asked) { a.Today = app.Day(2020, 2, 1) },
		"another year":     func(a *Asked) { a.Year = 2019 },
		"another revision": func(a *Asked) { a.Frozen = m.frozenElse() },
		"another park card": func(a *Asked) {
			card := app.Clone(m.book.Park)
			card.SiteRU = ""
			a.Book = m.book.With(card)
		},
		"another unit": func(a *Asked) { a.Known = Indicators{"S1.1": {Unit: app.L("шт.", "pcs")}} },
	} {
		var memory Memory
		memory.Check(p, asked)
		other := asked
		change(&other)
		if fault := unlike(memory.Check(p, other), p.Check(other)); fault != "" {
			t.Errorf("%s: %s", name, fault)
		}
	}
}

func (m *meddler) frozenElse() *app.Book {
	report := app.Clone(app.All[app.ResidentReport](m.book, residentReportKey)[0])
	report.Revenue.N += 1000
	return m.book.With(report)
}

// TestMemoryGivenUpBeforeItsFirstPassRemembersNothing: the next check is whole.
func TestMemoryGivenUpBeforeItsFirstPassRemembersNothing(t *testing.T) {
	p := builtIn(t)
	m := meddler{dice: rand.New(rand.NewPCG(1, 1)), book: sample.Park().Book()}
	asked := m.asked(2020)
	var memory Memory
	asked.GivenUp = func() bool { return true }
	if r := memory.Check(p, asked); len(r.Findings)+len(r.Filled) != 0 {
		t.Error("a check that was given up has found something")
	}
	asked.GivenUp = nil
	if fault := unlike(memory.Check(p, asked), p.Check(asked)); fault != "" {
		t.Error(fault)
	}
}

// BenchmarkCheckAgain is one figure of one report changed, of parks of several sizes.
func BenchmarkCheckAgain(b *testing.B) {
	p := builtIn(b)
	for _, size := range []sample.Size{{Residents: 95, Years: 3}, {Residents: 1000, Years: 10}} {
		if testing.Short() && size.Years > 3 {
			continue
		}
		book := sample.Large(size).Book()
		b.Run(fmt.Sprintf("%dx%d", size.Residents, size.Years), func(b *testing.B) {
			reports := slices.DeleteFunc(slices.Clone(app.All[app.ResidentReport](book, residentReportKey)), func(r *app.ResidentReport) bool { return r.Period != app.YearPeriod(2020) })
			var memory Memory
			memory.Check(p, Asked{Book: book, Year: 2020})
			for n := 0; b.Loop(); n++ {
				report := app.Clone(reports[n%len(reports)])
				report.Revenue.N += 100
				book = book.With(report)
				memory.Check(p, Asked{Book: book, Year: 2020})
			}
		})
	}
}

const ownRules = `id = "own"
title = "Свои правила"
version = "1"
year = 2021

[[rule]]
id = "FAR_FROM_OTHERS"
level = "warning"
of = "resident_report"
field = "headcount"
holds = "headcount * 8 >= most(headcount)"
message = "работников меньше, чем у других"
remedy = "сверьте"

[[rule]]
id = "TWICE"
level = "error"
of = "contract"
field = "valid_from"
when = "kind == 'lease'"
overlap = ["rooms", "valid_from", "valid_to"]
message = "сдано дважды: {other}"
remedy = "сверьте"
`

// TestMemoryComparesWithTheOtherRecords changes the figure that others are compared with, and terms of leases.
func TestMemoryComparesWithTheOtherRecords(t *testing.T) {
	p := loaded(t, ownRules)
	clean := fewResidents()
	m := meddler{dice: rand.New(rand.NewPCG(3, 3))}
	var memory Memory
	for range 100 {
		m.book, m.frozen = clean, clean
		memory.Check(p, m.asked(2020))
		for range 4 {
			m.put(m.another())
			asked := m.asked(2020)
			if fault := unlike(memory.Check(p, asked), p.Check(asked)); fault != "" {
				t.Fatal(fault)
			}
		}
	}
}

// another returns a report with another headcount, or a lease of another's room or term.
func (m *meddler) another() app.Record {
	if m.dice.IntN(2) == 0 {
		list := app.All[app.ResidentReport](m.book, residentReportKey)
		report := app.Clone(list[m.dice.IntN(len(list))])
		report.Headcount = app.Of(app.Count(m.dice.IntN(3000)))
		return report
	}
	var leases []*app.Contract
	for _, c := range app.All[app.Contract](m.book, "contract") {
		if c.Kind == app.ContractLease {
			leases = append(leases, c)
		}
	}
	leases = leases[:min(6, len(leases))]
	lease, other := app.Clone(leases[m.dice.IntN(len(leases))]), leases[m.dice.IntN(len(leases))]
	switch m.dice.IntN(3) {
	case 0:
		lease.Rooms = other.Rooms
	case 1:
		lease.From, lease.Rooms = other.From, other.Rooms
	default:
		lease.To = other.From
	}
	return lease
}

// TestMemoryHearsAnExplanation: of three leases of one room the second is told of, and its term is in doubt for the
// third until somebody explains it.
func TestMemoryHearsAnExplanation(t *testing.T) {
	p := loaded(t, ownRules)
	m := meddler{dice: rand.New(rand.NewPCG(1, 1)), book: fewResidents()}
	for i, months := range [][2]int{{1, 3}, {2, 12}, {6, 8}} {
		m.put(&app.Contract{
			Head: app.Head{ID: int64(2_000_000 + i), Park: 1}, Kind: app.ContractLease, Resident: int64(1 + i), Rooms: []int64{9_000_000},
			From: app.Day(2020, months[0], 1), To: app.Day(2020, months[1], 28),
		})
	}
	m.frozen = m.book
	var memory Memory
	before := memory.Check(p, m.asked(2020))
	i := slices.IndexFunc(before.Findings, func(f Finding) bool { return f.Rule == "TWICE" && f.ID == 2_000_001 })
	if i < 0 {
		t.Fatalf("%d findings, none of the second lease", len(before.Findings))
	}
	e := before.Explain(before.Findings[i], "субаренда", "Ёлкин", app.Day(2021, 3, 15))
	e.ID = 2_000_000
	m.put(e)
	after := memory.Check(p, m.asked(2020))
	if fault := unlike(after, p.Check(m.asked(2020))); fault != "" {
		t.Error(fault)
	}
	if len(after.Findings) != len(before.Findings)+1 {
		t.Errorf("%d findings, then %d: the third lease was to be told of", len(before.Findings), len(after.Findings))
	}
}

func loaded(t *testing.T, rules string) *Profile {
	t.Helper()
	p, err := Load("мои.toml", []byte(rules))
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// TestMemoryFollowsASumToItsResident changes rooms alone: what a resident lets there is added up over its contracts,
// and compared with its report.
func TestMemoryFollowsASumToItsResident(t *testing.T) {
	p := loaded(t, `id = "own"
title = "Свои правила"
version = "1"
year = 2021

[sum.rented]
title = "Площадь по помещениям договоров"
of = "contract"
by = "resident"
where = "kind == 'lease'"
value = "rooms.area"

[[rule]]
id = "LET"
level = "warning"
of = "resident_report"
field = "headcount"
holds = "rented < 1000"
message = "снимает {rented}"
remedy = "сверьте"
`)
	clean := fewResidents()
	m := meddler{book: clean, frozen: clean}
	ask := func() Asked { return Asked{Book: m.book, Year: 2020, Frozen: clean} }
	var memory Memory
	before := memory.Check(p, ask())
	for _, room := range app.All[app.Room](clean, "room") {
		room = app.Clone(room)
		room.Area.N *= 1000
		m.put(room)
		if fault := unlike(memory.Check(p, ask()), p.Check(ask())); fault != "" {
			t.Fatalf("after room %d: %s", room.ID, fault)
		}
	}
	if after := p.Check(ask()); len(after.Findings) == len(before.Findings) {
		t.Error("no room was let: nothing was tried")
	}
}
