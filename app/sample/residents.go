package sample

import (
	"fmt"

	"technopark/app"
)

func (b *builder) addResidents() {
	firms := roster()
	for i, f := range firms {
		m := &member{firm: f, roster: f.short, number: b.block*len(firms) + i}
		m.settle(b.block, firstYear-b.first)
		if m.activeOn(lastDay) {
			if b.room == 0 {
				continue
			}
			b.room--
		}
		m.id = b.add(b.residentOf(m))
		b.members = append(b.members, m)
	}
}

func (b *builder) residentOf(m *member) *app.Resident {
	d := diceFor("resident", m.number)
	r := &app.Resident{
		Name: m.full, ShortName: m.short, LegalForm: m.form, OKVED: m.okved,
		Specialism: b.specialisms[m.trade], Innovative: app.Yes(), Anchor: app.No(),
		Registered: m.registered(d), Contact: personName(d),
		Phone: fmt.Sprintf("+7 (900) 000-%02d-%02d", m.number/100%100, m.number%100),
		Email: fmt.Sprintf("office%03d@example.org", m.number+1),
	}
	if m.is(ordinary) {
		r.Innovative = app.No()
	}
	if m.is(anchor) {
		r.Anchor = app.Yes()
	}
	r.INN, r.KPP, r.OGRN = m.taxNumber(), m.registrationReason(), m.stateNumber(r.Registered)
	switch {
	case m.form == "institution" || m.form == "branch" || m.form == "other":
		r.Origin = "external"
	case !m.is(ordinary) && d.chance(45):
		r.Origin = "park"
	case !m.is(ordinary) && d.chance(25):
		r.Origin = "university"
	default:
		r.Origin = "external"
	}
	return r
}

// registered is some day in the years before the company came.
func (m *member) registered(d dice) app.Date {
	year := m.since / 100
	if year == 0 {
		year = lastYear
	}
	age := d.between(1, 4)
	if m.form == "institution" || m.form == "branch" {
		age += 5
	}
	return app.Day(year-int(age), int(d.between(1, 12)), int(d.between(1, 28)))
}

// admitted returns the first day of the first agreement, zero when there is none.
func (m *member) admitted() app.Date {
	if m.since == 0 {
		return app.Date{}
	}
	d := diceFor("admitted", m.number)
	return app.Day(m.since/100, m.since%100, int(oneOf(d, []int64{1, 1, 5, 9, 12, 15, 18, 22, 25})))
}

// left returns the last day of a company that left, zero for the others.
func (m *member) left() app.Date {
	if m.until == 0 {
		return app.Date{}
	}
	d := diceFor("left", m.number)
	return app.Day(m.until/100, m.until%100, int(oneOf(d, []int64{14, 20, 28})))
}

// activeIn reports whether an agreement is in force on a day of the year.
func (m *member) activeIn(year int) bool {
	return m.since != 0 && m.since/100 <= year && (m.until == 0 || m.until/100 >= year)
}

// dayIn returns a day of the year on which the company is a resident.
func (m *member) dayIn(d dice, year int) app.Date {
	first, last := app.YearPeriod(year).First(), app.YearPeriod(year).Last()
	if from := m.admitted(); from.After(first) {
		first = from
	}
	if to := m.left(); !to.Zero() && to.Before(last) {
		last = to
	}
	return first.AddDays(int(d.between(0, int64(last.Days()-first.Days()))))
}
