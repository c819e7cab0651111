// Package reports makes the papers of a submission out of records and results:
// pure functions from a book to a document tree. How a tree is laid out and
// drawn is for package pdf; only WritePDF here knows it.
//
// Tables derive from the field catalogue: labels, units, digits and the words
// for a missing figure are those of the screens, because staff compare the two.
//
// We write the papers in Russian only, because the rating is Russian; the
// titles of parts are in both languages for the window that offers them.
package reports

import (
	"math/big"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/reports/doc"
)

// Input is what a package is made of. Book, Result and Report must be given and be of
// the same park and year.
type Input struct {
	Book   *app.Book
	Result *rating.Result
	Report check.Report
	Year   int // of the data; the rating of the next year reads it

	Lang app.Lang // of the papers; Russian when empty. Names and notes stay as they were typed

	Revision int  // of the submission; 0 is not printed
	Draft    bool // «ЧЕРНОВИК» across every page

	Date    app.Date  // of making, printed
	Created time.Time // of making, written as the PDF's date

	DataSHA256 string   // of the frozen data, hexadecimal
	Code       string   // of the two-dimensional code on the title page; may be empty
	Parts      []string // keys of Parts to include, in their own order; none means all
	Program    string   // name and version, written as the PDF's creator
	RulesTitle string   // of the profile of rules; may be empty

	// Earlier are the indicators of years before the last two, by year and code; a code
	// that is not there was not calculated.
	Earlier map[int]map[string]*big.Rat

	Attachments []Attachment // in the order of their numbers, counted from 1
}

// Package returns the package as a document: the chosen parts in the order of
// Parts. It has no sections when no chosen key is known.
func Package(in Input) doc.Document {
	p := newPaper(in)
	d := doc.Document{
		Title:   packageTitle + ". " + p.parkName(),
		Author:  p.companyName(),
		Subject: p.yearLine(),
		Creator: in.Program,
		Lang:    "ru-RU",
		Created: in.Created,
		Foot:    p.foot(),
		Draft:   in.Draft,
		Behind:  p.listedBehind(),
	}
	for _, part := range p.parts {
		if part.build == nil {
			continue
		}
		s := part.build(p)
		s.NewPage = true
		if s.Title == "" {
			s.Title = p.heading(part)
		}
		s.InContents = !part.front
		d.Sections = append(d.Sections, s)
		if part.Key == indicatorsPart {
			d.Sections = append(d.Sections, p.breakdown()...)
		}
	}
	return d
}

const packageTitle = "Пакет документов на участие в Национальном рейтинге технопарков России"

// demoMark is printed on every sheet of a demonstration.
const demoMark = "ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ"

// foot returns the line under every page. The mark of a demonstration is in
// the edition, which is never shortened.
func (p *paper) foot() doc.Foot {
	edition := "Рейтинг" + app.NBSP + p.year(1)
	if e := p.edition(); e != "" {
		edition += ", " + e
	}
	if p.demo() {
		edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + demoMark
	}
	foot := doc.Foot{Park: p.parkShort(), Edition: edition}
	if p.DataSHA256 != "" {
		foot.Hash = p.say("данные", "data") + app.NBSP + p.DataSHA256[:min(12, len(p.DataSHA256))]
	}
	return foot
}

// edition says which of several packages of one year this is: «редакция 2».
func (p *paper) edition() string {
	var said []string
	if p.Revision > 0 {
		said = append(said, "редакция"+app.NBSP+whole(p.Revision))
	}
	if p.Draft {
		said = append(said, "черновик")
	}
	return strings.Join(said, ", ")
}
