package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/standing"
)

// paper is what the parts are made of: the input and what several parts draw
// from it.
type paper struct {
	Input
	parts    []Part
	period   app.Period // the year of the data
	before   app.Period
	reports  map[int64]*app.ResidentReport // of the year, by resident
	names    *i18n.Collator
	title    app.Titles                // of records, in the language of the paper
	standing func() *standing.Standing // see onceStanding
}

func newPaper(in Input) *paper {
	p := &paper{
		Input: in, parts: chosen(in.Parts), names: i18n.NewCollator(),
		period: app.YearPeriod(in.Year), before: app.YearPeriod(in.Year - 1),
		reports: map[int64]*app.ResidentReport{}, title: in.Book.TitlesIn(in.Lang),
		standing: onceStanding(in),
	}
	there := map[string]bool{attachmentsPart: p.behind() > 0, registerPart: p.hasRegister(), SummaryPart: p.Answers != nil}
	p.parts = slices.DeleteFunc(p.parts, func(part Part) bool {
		has, mayLack := there[part.Key]
		return mayLack && !has
	})
	for _, r := range app.All[app.ResidentReport](in.Book, "resident_report") {
		if r.Period == p.period {
			p.reports[r.Resident] = r
		}
	}
	return p
}

// say returns the wording in the language of the paper. Both stand at the place where they
// are printed, because a translator has to see the table or the sentence around them.
func (p *paper) say(ru, en string) string {
	if p.Lang == app.EN {
		return en // may be nothing, which a Text would take for a wording that is missing
	}
	return ru
}

// tag returns the language as the renderers take it.
func (p *paper) tag() string { return p.say("ru-RU", "en-GB") }

// year returns «2020 года», offset years after the year of the data.
func (p *paper) year(offset int) string {
	return strconv.Itoa(p.Year+offset) + p.say(app.NBSP+"года", "")
}

// yearLine says which rating reads which data.
func (p *paper) yearLine() string {
	return fmt.Sprintf(p.say("Рейтинг %s (по данным за %s)", "%s Rating (data for %s)"), p.year(1), p.inYear())
}

// inYear returns «2020 год»; yearBefore «2019 год». In English both are a bare number.
func (p *paper) inYear() string { return unbroken(p.period.In(p.Lang)) }

func (p *paper) yearBefore() string { return unbroken(p.before.In(p.Lang)) }

// ended ends a sentence that may end in initials already.
func ended(s string) string { return strings.TrimSuffix(s, ".") + "." }

// unbroken keeps the words of a short phrase on one line.
func unbroken(s string) string { return strings.ReplaceAll(s, " ", app.NBSP) }

// lastDay returns the last day of the year as printed in a sentence.
func (p *paper) lastDay() string { return p.dated(p.period.Last()) }

// quoted puts the name of something into the quotation marks of the language.
func (p *paper) quoted(s string) string { return p.say(app.Quoted(s), "“"+s+"”") }

// percent writes the sign after a number: English sets no space before it.
func (p *paper) percent() string { return p.say(app.NBSP+"%", "%") }

// inUnit writes a figure with its unit.
func (p *paper) inUnit(figure string, unit app.Text) string {
	return app.InUnit(figure, unbroken(unit.In(p.Lang)), p.Lang)
}

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
	return app.Find[app.Person](p.Book, "person", id)
}

// method names the profile, and its standing: that it is not the official one, or by which source it is.
func (p *paper) method() (title, notice string) {
	profile := p.Result.Profile
	return p.quoted(profile.Title.In(p.Lang)) + p.say(", версия", ", version") + app.NBSP + profile.Version,
		joinedBy("; ", profile.Standing().In(p.Lang), p.otherYear())
}

// otherYear says that the method is of another rating than the data; «» when it is not.
func (p *paper) otherYear() string {
	of, rating := p.Result.Profile.Year, p.Result.Year+1
	if of == rating {
		return ""
	}
	return p.say(fmt.Sprintf("методика — для рейтинга %d"+app.NBSP+"года, а посчитано по ней для рейтинга %d"+app.NBSP+"года", of, rating),
		fmt.Sprintf("the methodology belongs to the rating of %d, and is applied here to that of %d", of, rating))
}

// dated writes a date as all dates of the papers are written, «» when there is none.
func (p *paper) dated(d app.Date) string { return d.String() }

func (p *paper) whole(n int) string { return app.FormatNumber(int64(n), 1, 0, p.Lang) }

// counted writes a number with its noun in the form that agrees with it.
func (p *paper) counted(n int, forms i18n.Forms) string { return i18n.Count(p.Lang, int64(n), forms) }

// forms returns what counted takes: three Russian forms and two English.
func forms(one, few, many, single, plural string) i18n.Forms {
	return i18n.Forms{RU: [3]string{one, few, many}, EN: [2]string{single, plural}}
}

func residentForms() i18n.Forms {
	return forms("резидент", "резидента", "резидентов", "resident", "residents")
}

func documentForms() i18n.Forms {
	return forms("документ", "документа", "документов", "document", "documents")
}
