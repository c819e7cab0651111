package sample

import "technopark/app"

// trade is a field of work: the place of its name in app.DefaultSpecialisms.
type trade int

const (
	robotics trade = iota
	photovoltaics
	flexible
	genetics
	software
	instruments
	materials
	medicine
	energy
	additive
	composites
	transport
	engineering
	otherWork
)

// mark is what sets a company apart from others of its trade.
type mark uint

const (
	anchor   mark = 1 << iota // якорный резидент
	ordinary                  // not innovative: its output and R&D are true zeros
	domestic                  // export is «не применимо»: services rendered on the spot
	exporter                  // sells a large part abroad
	holding                   // has no staff: headcount is «не применимо»
	silent                    // gave no report for 2020
	leaping                   // grew by more than half in 2020
	shrinking
	candidate // has no residency agreement in force
)

// firm is one line of the roster.
type firm struct {
	form        string // option code of the legal form
	full, short string // as on papers
	trade       trade
	region      string // first two digits of the tax number
	okved       string
	people      int64 // average headcount in 2020 or in the last year here
	since       int   // YYYYMM of the first agreement
	until       int   // YYYYMM of the last day; 0 while here
	outcome     string
	marks       mark
}

func (f firm) is(m mark) bool { return f.marks&m != 0 }

func ooo(name, region, okved string, people int64, since int) firm {
	return firm{
		form: "ooo", full: "Общество с ограниченной ответственностью «" + name + "»", short: "ООО «" + name + "»",
		region: region, okved: okved, people: people, since: since,
	}
}

func ao(name, region, okved string, people int64, since int) firm {
	f := ooo(name, region, okved, people, since)
	f.form, f.full, f.short = "ao", "Акционерное общество «"+name+"»", "АО «"+name+"»"
	return f
}

// ip is an entrepreneur: surname and given names in full, and initials.
func ip(surname, names, initials, region, okved string, people int64, since int) firm {
	f := ooo("", region, okved, people, since)
	f.form, f.full, f.short = "ip", "Индивидуальный предприниматель "+surname+" "+names, "ИП "+surname+app.NBSP+initials
	return f
}

// body is an organisation whose name does not follow from its form.
func body(form, full, short, region, okved string, people int64, since int) firm {
	f := ooo("", region, okved, people, since)
	f.form, f.full, f.short = form, full, short
	return f
}

// called replaces the short name.
func (f firm) called(short string) firm { f.short = short; return f }

func (f firm) with(marks mark) firm { f.marks |= marks; return f }

func (f firm) graduated(month int) firm {
	f.until, f.outcome = month, app.OutcomeGraduated
	return f
}

func (f firm) terminated(month int) firm {
	f.until, f.outcome = month, "terminated"
	return f
}

// of gives all companies of a list their trade.
func of(t trade, firms ...firm) []firm {
	for i := range firms {
		firms[i].trade = t
	}
	return firms
}

// roster lists all companies: those here at the end of 2020, those that left
// and those that have not come yet.
func roster() []firm {
	var all []firm
	for _, list := range [][]firm{
		electronicsFirms(), lifeFirms(), softwareFirms(), machineFirms(), energyFirms(), serviceFirms(),
		departedFirms(), candidateFirms(),
	} {
		all = append(all, list...)
	}
	return all
}
