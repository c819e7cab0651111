package sample

import (
	"fmt"
	"strings"

	"technopark/app"
)

// Size says how large a park is made. Larger ones are for measuring: their companies are those of
// the roster again and again, each under a number and with figures of its own.
type Size struct {
	Residents int // in force at the end of the last year
	Years     int // with reports, the last one included
}

// Bounds of a size. Before the first year there is no park that would still let rooms by the
// contracts of the last.
const (
	LeastResidents = 95
	MostResidents  = 20_000
	LeastYears     = 3
	MostYears      = 12
)

// Standard is the size of the demonstration park.
func Standard() Size { return Size{LeastResidents, LeastYears} }

// Large makes a park of any size between the bounds. It holds no more than the records of one
// roster; those of the others are made when Fill comes to them, and are the same each time.
func Large(size Size) *Sample { return parkOf(size) }

// perBlock is more than there are results of one kind in one roster.
const perBlock = 1000

// builder begins the records of the nth roster.
func (s Size) builder(block int) *builder {
	return &builder{
		first: lastYear - s.Years + 1, block: block, room: s.Residents - block*LeastResidents,
		records: map[string][]app.Record{},
	}
}

// rosters is how many times the companies of the roster come, the last time not all of them.
func (s Size) rosters() int { return (s.Residents + LeastResidents - 1) / LeastResidents }

// eachOther makes the records of every roster after the first.
func (s Size) eachOther(do func(*builder) error) error {
	for block := 1; block < s.rosters(); block++ {
		b := s.builder(block)
		for i := range app.DefaultSpecialisms() { // of the first roster
			b.specialisms = append(b.specialisms, int64(i+1))
		}
		b.addCompanies()
		if err := do(b); err != nil {
			return err
		}
	}
	return nil
}

// addCompanies adds the companies of one roster with all that is theirs.
func (b *builder) addCompanies() {
	b.addResidents()
	b.addLettings()
	b.addStaff()
	b.addResidentReports()
	b.addQuestionnaires()
	b.addIPResults()
	b.addProjects()
}

// settle makes a firm of the roster another company when the roster comes again, and one of those
// there before the sample begins one that came so many years earlier.
func (m *member) settle(block, earlier int) {
	if m.since != 0 && m.since/100 < firstYear {
		m.since -= earlier * 100
	}
	if block > 0 {
		m.full, m.short = numbered(m.full, block), numbered(m.short, block)
	}
}

// numbered tells the companies of one name apart: «Ёлка-2».
func numbered(name string, block int) string {
	number := fmt.Sprint("-", block+1)
	if inner, quoted := strings.CutSuffix(name, "»"); quoted {
		return inner + number + "»"
	}
	return name + number
}

// variant tells apart what companies of different rosters made.
func (b *builder) variant() string {
	if b.block == 0 {
		return ""
	}
	return fmt.Sprintf(", исполнение %d", b.block+1)
}

// sums are what the figures of the park count of companies whose records are not at hand.
type sums struct {
	areas  areas
	free   map[int]app.Quantity // shop floors, by year
	rent   map[int]app.Money    // by year
	active map[int]int64        // companies, by year
}

// areas are those of all rooms of a kind.
type areas struct{ leasable, useful, office, production app.Quantity }

// sumsOfOthers counts what the companies of every roster after the first add.
func (s Size) sumsOfOthers() sums {
	all := sums{free: map[int]app.Quantity{}, rent: map[int]app.Money{}, active: map[int]int64{}}
	_ = s.eachOther(func(b *builder) error { // which makes no error of its own
		all.areas = b.areas().plus(all.areas)
		for year := b.first; year <= lastYear; year++ {
			all.free[year] += b.freeProduction(year)
			all.rent[year] += b.rentOf(year)
			all.active[year] += b.activeIn(year)
		}
		return nil
	})
	return all
}

func (a areas) plus(b areas) areas {
	return areas{a.leasable + b.leasable, a.useful + b.useful, a.office + b.office, a.production + b.production}
}

// areas returns the areas of all rooms.
func (b *builder) areas() areas {
	return areas{
		leasable:   b.areaOf(func(r *app.Room) bool { return r.Leasable == app.Yes() }),
		useful:     b.areaOf(func(*app.Room) bool { return true }),
		office:     b.areaOf(func(r *app.Room) bool { return r.Kind == "office" || r.Kind == "coworking" }),
		production: b.areaOf(func(r *app.Room) bool { return r.Kind == "production" }),
	}.plus(b.others.areas)
}

// freeProduction returns the area of shop floors that is not let on the last day of a year.
func (b *builder) freeProduction(year int) app.Quantity {
	let := b.letOn(app.YearPeriod(year).Last())
	return b.areaOf(func(r *app.Room) bool { return r.Kind == "production" && !let[r.ID] }) + b.others.free[year]
}

// letOn returns the rooms that are let on a day.
func (b *builder) letOn(day app.Date) map[int64]bool {
	let := map[int64]bool{}
	for _, m := range b.members {
		for _, c := range m.leases {
			if !c.InForce(day) {
				continue
			}
			for _, id := range c.Rooms {
				let[id] = true
			}
		}
	}
	return let
}

// activeIn counts the companies with an agreement in force in a year.
func (b *builder) activeIn(year int) int64 {
	n := b.others.active[year]
	for _, m := range b.members {
		if m.activeIn(year) {
			n++
		}
	}
	return n
}

// activeOn reports whether an agreement is in force on a day.
func (m *member) activeOn(day app.Date) bool {
	from, to := m.admitted(), m.left()
	return !from.Zero() && !from.After(day) && (to.Zero() || !to.Before(day))
}
