package reports

import (
	"strings"
	"unicode/utf8"

	"technopark/app"
	"technopark/reports/doc"
)

// signatures makes part 14: what is vouched for, by whom.
func (p *paper) signatures() doc.Section {
	return doc.Section{Blocks: []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.attestation()},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.methodStatement()},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.say("Достоверность и полноту сведений подтверждаем.", "We vouch that the contents are true and complete.")},
		p.identity(),
		p.signatories(),
	}}
}

func (p *paper) attestation() string {
	text := p.say("Сведения настоящего пакета документов взяты из учёта управляющей компании и из отчётов, полученных от резидентов за "+
		p.inYear()+". Сведения, которых резиденты не представили, так и обозначены и ничем не заменены.",
		"The contents of this package are taken from the records of the management company and from the reports of residents for "+
			p.inYear()+". What residents did not provide is marked so and replaced by nothing. Dates are written as day.month.year; names, addresses and titles are transliterated from Russian by ICAO Doc 9303, and what is quoted in Russian letters is the original.")
	if p.demo() {
		text = p.say("Настоящий пакет документов — демонстрационный: технопарк, компании и показатели вымышлены, подписи под ним ничего не удостоверяют. ",
			"This package is a demonstration: the park, the companies and the figures are fictitious, and the signatures under it certify nothing. ") + text
	}
	if p.Compressed {
		text += " " + p.compressedNote() + "."
	}
	return text
}

func (p *paper) methodStatement() string {
	title, notice := p.method()
	text := p.say("Показатели рассчитаны по профилю методики ", "The indicators are calculated by the methodology profile ") + title
	if notice != "" {
		text += " (" + lower(notice) + ")"
	}
	return text + "."
}

// identity ties the signatures to these very data.
func (p *paper) identity() doc.KeyValues {
	card := doc.KeyValues{LabelWidth: 55, Items: []doc.KeyValue{
		{Label: p.say("Технопарк", "Technology park"), Value: p.parkName()},
		{Label: p.say("Рейтинг", "Rating"), Value: p.yearLine()},
	}}
	add := func(label, value string) {
		if value != "" {
			card.Items = append(card.Items, doc.KeyValue{Label: label, Value: value})
		}
	}
	if p.Revision > 0 {
		add(p.say("Редакция", "Revision"), p.whole(p.Revision))
	}
	if p.Draft {
		add(p.say("Состояние", "State"), p.say("черновик", "draft"))
	}
	add(p.say("Дата составления", "Date of preparation"), p.dated(p.Date))
	add(p.say("Составные части", "Parts"), p.partTitles())
	add(p.say("Контрольная сумма данных (SHA-256)", "Checksum of the data (SHA-256)"), parted(p.DataSHA256))
	add(p.say("Контрольное значение журнала", "Control value of the journal"), p.Control)
	return card
}

func (p *paper) partTitles() string {
	var titles []string
	for _, part := range p.parts {
		if !part.front {
			titles = append(titles, p.heading(part))
		}
	}
	return strings.Join(titles, "\n")
}

// signatories returns the lines to sign; without a company or a person in its
// card the line waits for a name by hand.
func (p *paper) signatories() doc.Signatures {
	c := p.Book.Company
	if c == nil {
		c = new(app.ManagementCompany)
	}
	block := doc.Signatures{Seal: true}
	for _, line := range []struct {
		key string
		id  int64
	}{{"head_person", c.HeadPerson}, {"accountant", c.Accountant}, {"performer", c.Performer}} {
		s := doc.Signatory{Role: p.label("company", line.key)}
		if person := p.person(line.id); person != nil {
			s.Role, s.Name = p.role(line.key, person), initials(person.FullName)
		}
		block.People = append(block.People, s)
	}
	return block
}

// role returns how a signatory is announced: by position, and the performer as
// one, since any position can prepare the papers.
func (p *paper) role(key string, person *app.Person) string {
	announced := p.label("company", key)
	switch {
	case person.Position == "":
		return announced
	case key == "performer":
		return announced + p.say(", ", ": ") + person.Position
	}
	return capital(person.Position)
}

// initials writes «Королёва Нина Петровна» as «Н. П. Королёва», as signatures
// are deciphered. A name of another shape is left whole.
func initials(full string) string {
	words := strings.Fields(full)
	if len(words) != 3 {
		return full
	}
	return initial(words[1]) + app.NBSP + initial(words[2]) + app.NBSP + words[0]
}

func initial(word string) string {
	_, size := utf8.DecodeRuneInString(word)
	return word[:size] + "."
}
