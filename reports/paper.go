package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
)

// paper is what the parts are made of: the input and what several parts draw
// from it.
type paper struct {
	Input
	parts   []Part
	period  app.Period // the year of the data
	before  app.Period
	reports map[int64]*app.ResidentReport // of the year, by resident
	names   *i18n.Collator
}

func newPaper(in Input) *paper {
	p := &paper{
		Input: in, parts: chosen(in.Parts), names: i18n.NewCollator(),
		period: app.YearPeriod(in.Year), before: app.YearPeriod(in.Year - 1),
		reports: map[int64]*app.ResidentReport{},
	}
	if p.behind() == 0 {
		p.parts = slices.DeleteFunc(p.parts, func(part Part) bool { return part.Key == AttachmentsPart })
	}
	for _, r := range app.All[app.ResidentReport](in.Book, "resident_report") {
		if r.Period == p.period {
			p.reports[r.Resident] = r
		}
	}
	return p
}

// say returns the wording in the language of the paper. Both stand at the place where they
// are printed, because a translator has to see the table or the sentence around them.
func (p *paper) say(ru, en string) string { return app.L(ru, en).In(p.Lang) }

// year returns «2020 года», offset years after the year of the data.
func (p *paper) year(offset int) string {
	return strconv.Itoa(p.Year+offset) + app.NBSP + "года"
}

// yearLine says which rating reads which data.
func (p *paper) yearLine() string {
	return fmt.Sprintf("Рейтинг %s (по данным за %s)", p.year(1), p.inYear())
}

// inYear returns «2020 год»; yearBefore «2019 год».
func (p *paper) inYear() string { return unbroken(p.period.In(app.RU)) }

func (p *paper) yearBefore() string { return unbroken(p.before.In(app.RU)) }

// unbroken keeps the words of a short phrase on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", app.NBSP) }

// lastDay returns the last day of the year as printed.
func (p *paper) lastDay() string { return p.period.Last().String() }

func (p *paper) demo() bool { return p.Book.Park.Demo == app.Yes() }

func (p *paper) parkName() string { return p.Book.Park.Name }

func (p *paper) parkShort() string { return cmp.Or(p.Book.Park.ShortName, p.Book.Park.Name) }

// companyName returns the full name of the management company, «» when the card
// names none.
func (p *paper) companyName() string {
	if p.Book.Company == nil {
		return ""
	}
	return p.Book.Company.Name
}

// person returns a person by id, or nil.
func (p *paper) person(id int64) *app.Person {
	person, _ := p.Book.Get("person", id).(*app.Person)
	return person
}

// method names the profile, and its standing when it is not the official one.
func (p *paper) method() (title, notice string) {
	profile := p.Result.Profile
	return "«" + profile.Title.In(app.RU) + "», версия" + app.NBSP + profile.Version, profile.Notice.In(app.RU)
}

// dated writes a date in letters, «» when there is none.
func dated(d app.Date) string { return i18n.DateLong(app.RU, d.Year, d.Month, d.Day) }

func whole(n int) string { return app.FormatNumber(int64(n), 1, 0, app.RU) }

// counted writes a number with its noun in the form that agrees with it.
func counted(n int, one, few, many string) string {
	return i18n.Count(app.RU, int64(n), i18n.Forms{RU: [3]string{one, few, many}})
}
