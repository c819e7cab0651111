package reports

import (
	"cmp"
	"strconv"
	"strings"

	"technopark/reports/doc"
)

// titlePage makes part 1: who submits what, for which rating, by which method.
func (p *paper) titlePage() doc.Section {
	blocks := []doc.Block{p.centred(cmp.Or(p.companyName(), p.label("park", "company")+p.say(" не указана", " not named")), 14, true)}
	if c := p.Book.Company; c != nil && c.LegalAddress != "" {
		blocks = append(blocks, p.centred(c.LegalAddress, 10.5, false))
	}
	blocks = append(blocks, doc.Spacer{Fill: true})
	if p.demo() {
		blocks = append(blocks,
			p.centred(p.demoMark(), 14, true),
			p.centred(p.say("Технопарк, компании и все показатели вымышлены", "The park, the companies and all figures are fictitious"), 11, false),
			doc.Spacer{Height: 14})
	}
	blocks = append(blocks,
		p.centred(p.say("ПАКЕТ ДОКУМЕНТОВ", "SUBMISSION PACKAGE"), 22, true),
		p.centred(p.say("на участие в Национальном рейтинге\nтехнопарков России", "for the National Rating\nof Technology Parks of Russia"), 15, false),
		doc.Spacer{Height: 12},
		p.centred(p.parkName(), 18, true),
		doc.Spacer{Height: 12},
		p.centred(p.yearLine(), 14, false))
	if e := p.edition(); e != "" {
		blocks = append(blocks, p.centred(capital(e), 12, false))
	}
	if p.Compressed {
		blocks = append(blocks, p.centred(p.compressedNote(), 10.5, false))
	}
	blocks = append(blocks, doc.Spacer{Fill: true})
	blocks = append(blocks, p.methodLines()...)
	if p.Code != "" {
		blocks = append(blocks, doc.Spacer{Height: 4}, doc.Code{Text: p.Code, Size: codeSize, Caption: p.codeCaption()})
	}
	blocks = append(blocks, doc.Spacer{Height: 8}, p.centred(p.imprint(), 12, false))
	return doc.Section{Untitled: true, Blocks: blocks}
}

// codeSize is the side of the code on the title page, mm: with all values in it a module
// is still half a millimetre.
const codeSize = 46

func (p *paper) codeCaption() string {
	return p.say("Технопарк, ИНН управляющей компании, год, показатели и контрольная сумма данных",
		"Park, INN (taxpayer number) of the management company, year, indicators and checksum of the data")
}

// methodLines names the method on the title page, with its standing.
func (p *paper) methodLines() []doc.Block {
	title, notice := p.method()
	blocks := []doc.Block{p.centred(p.say("Показатели рассчитаны по профилю методики ", "Indicators calculated by the methodology profile ")+title, 10.5, false)}
	if notice != "" {
		blocks = append(blocks, doc.Paragraph{Text: notice, Align: doc.Center, Italic: true, Size: 10.5})
	}
	return blocks
}

// imprint returns place and year, as at the foot of any title page.
func (p *paper) imprint() string {
	var said []string
	if place := cmp.Or(p.Book.Park.Municipality, p.Book.Park.Region); place != "" {
		said = append(said, place)
	}
	year := p.Date.Year
	if p.Date.Zero() {
		year = p.Year + 1
	}
	return strings.Join(append(said, strconv.Itoa(year)), "\n")
}

func (p *paper) centred(text string, size float64, bold bool) doc.Block {
	return doc.Paragraph{Text: text, Align: doc.Center, Size: size, Bold: bold}
}

// contents makes part 2; the renderer knows the pages.
func (p *paper) contents() doc.Section {
	return doc.Section{Blocks: []doc.Block{doc.Contents{}}}
}

// notice returns the standing of an unofficial method for a part that shows it.
func (p *paper) notice() []doc.Block {
	title, notice := p.method()
	blocks := []doc.Block{doc.Paragraph{Text: p.say("Профиль методики: ", "Methodology profile: ") + title + ".", Indent: true, Keep: notice != ""}}
	if notice != "" {
		blocks = append(blocks, doc.Paragraph{Text: ended(notice), Indent: true, Bold: true})
	}
	return blocks
}
