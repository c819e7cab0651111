// Package reports makes the papers of a submission out of records and results:
// pure functions from a book to a document tree. How a tree is laid out and
// drawn is for package pdf; only WritePDF here knows it.
//
// Tables derive from the field catalogue: labels, units, digits and the words
// for a missing figure are those of the screens, because staff compare the two.
//
// A package is written in Russian or in English, and so are letters, the protocol of a check and
// the sheet of changes: both wordings stand side by side where they are printed. What people
// typed stays as it was typed in Russian papers; english.go says what becomes of it in English ones.
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
	Book   *app.Book      // all records of the park
	Result *rating.Result // the indicators of the year
	Report check.Report   // the findings of the year
	Year   int            // of the data; the rating of the next year reads it

	Lang       app.Lang // of the papers; Russian when empty
	Compressed bool     // without the lines that say nothing; see squeeze

	Revision int  // of the submission; 0 is not printed
	Draft    bool // «ЧЕРНОВИК» across every page

	Date    app.Date  // of making, printed
	Created time.Time // of making, written as the PDF's date

	DataSHA256 string   // of the frozen data, hexadecimal
	Control    string   // of the journal, as the data were frozen; empty for none
	Code       string   // of the two-dimensional code on the title page; may be empty
	Parts      []string // keys of Parts to include, in their own order; none means all
	Program    string   // name and version, written as the PDF's creator
	RulesTitle app.Text // of the profile of rules; may be empty

	// Earlier are the indicators of years before the last two, by year and code; a code
	// that is not there was not calculated.
	Earlier map[int]map[string]*big.Rat

	// Answers are what the sheet «Итоги» says; without them there is no such sheet.
	Answers *Answers

	Attachments []Attachment // in the order of their numbers, counted from 1
}

// Package returns the package as a document: the chosen parts in the order of
// Parts. It has no sections when no chosen key is known.
func Package(in Input) doc.Document {
	p := newPaper(in)
	d := doc.Document{
		Title:   p.packageTitle() + ". " + p.parkName(),
		Author:  p.companyName(),
		Subject: p.yearLine(),
		Creator: in.Program,
		Lang:    p.tag(),
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
		s.NewPage, s.Joins = true, part.joins
		if s.Title == "" {
			s.Title = p.heading(part)
		}
		s.InContents = !part.front
		d.Sections = append(d.Sections, s)
		if part.more != nil {
			d.Sections = append(d.Sections, part.more(p)...)
		}
	}
	for i := range d.Sections {
		if p.Compressed {
			p.squeeze(&d.Sections[i])
		}
		d.Sections[i].Blocks = filledIn(d.Sections[i].Blocks)
	}
	return p.readable(d)
}

// readable returns a document as readers of its language can read it.
func (p *paper) readable(d doc.Document) doc.Document {
	if p.Lang == app.EN {
		return english(d)
	}
	return d
}

func (p *paper) packageTitle() string {
	return p.say("Пакет документов на участие в Национальном рейтинге технопарков России",
		"Documents for the National Rating of Technology Parks of Russia")
}

// demoMark is printed on every sheet of a demonstration.
func (p *paper) demoMark() string {
	return p.say("ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ", "DEMONSTRATION DATA")
}

// foot returns the line under every page. The mark of a demonstration is in
// the edition, which is never shortened.
func (p *paper) foot() doc.Foot {
	edition := p.say("Рейтинг", "Rating") + app.NBSP + p.year(1)
	if e := p.edition(); e != "" {
		edition += ", " + e
	}
	if p.demo() {
		edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + p.demoMark()
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
		said = append(said, p.say("редакция", "revision")+app.NBSP+p.whole(p.Revision))
	}
	if p.Draft {
		said = append(said, p.say("черновик", "draft"))
	}
	return strings.Join(said, ", ")
}
