package reports

import (
	"cmp"

	"technopark/app"
	"technopark/reports/doc"
)

// cover makes part 3: the letter with which the package is sent.
func (p *paper) cover() doc.Section {
	blocks := []doc.Block{p.centred(cmp.Or(p.companyName(), p.parkName()), 12, true)}
	if c := p.Book.Company; c != nil {
		if where := joinedBy(", ", c.LegalAddress, unbroken(c.Phone), c.Email); where != "" {
			blocks = append(blocks, p.centred(where, 10, false))
		}
		blocks = append(blocks, p.centred(joinedBy(", ", named("ИНН", c.INN), named("КПП", c.KPP), named("ОГРН", c.OGRN)), 10, false))
	}
	blocks = append(blocks,
		doc.Spacer{Height: 6},
		doc.Paragraph{Text: cmp.Or(dated(p.Date), "«___»"+app.NBSP+"______________") + "   №" + app.NBSP + "________"},
		doc.Paragraph{Text: "Организатору Национального рейтинга\nтехнопарков России", Left: 100},
		doc.Spacer{Height: 10},
		doc.Paragraph{Text: "О направлении документов на рейтинг " + p.year(1), Bold: true, Align: doc.Center, Keep: true},
		doc.Spacer{Height: 4},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Направляем документы для участия в Национальном рейтинге технопарков России " +
			p.year(1) + " по данным за " + p.inYear() + ". Участник — " + p.parkName() + "."},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Показатели, сведения о полноте данных и пояснения к ним — в соответствующих частях пакета. " +
			"Данные пакета в машинном виде удостоверены контрольной суммой, начало которой напечатано внизу каждого листа."},
	)
	if n := len(p.Attachments); n > 0 {
		text := "Приложение: " + counted(n, "документ", "документа", "документов")
		if sheets := p.behind(); sheets > 0 {
			text += " на " + whole(sheets) + app.NBSP + "л."
		}
		blocks = append(blocks, doc.Paragraph{Text: text, Indent: true})
	}
	return doc.Section{Blocks: append(blocks, doc.Spacer{Height: 12}, p.headSigns(""))}
}

// headSigns is the line of the head of the company.
func (p *paper) headSigns(date string) doc.Signatures {
	c := p.Book.Company
	if c == nil {
		c = new(app.ManagementCompany)
	}
	s := doc.Signatory{Role: label("company", "head_person")}
	if person := p.person(c.HeadPerson); person != nil {
		s.Role, s.Name = role("head_person", person), initials(person.FullName)
	}
	return doc.Signatures{People: []doc.Signatory{s}, Date: date}
}

func named(name, value string) string {
	if value == "" {
		return ""
	}
	return name + app.NBSP + value
}

// application makes part 4: who applies, with what, and to what they agree.
func (p *paper) application() doc.Section {
	park, c := p.Book.Park, p.Book.Company
	if c == nil {
		c = new(app.ManagementCompany)
	}
	person := func(id int64) string {
		if x := p.person(id); x != nil {
			return joinedBy(", ", x.FullName, x.Position, unbroken(x.Phone), x.Email)
		}
		return app.NotProvidedText.In(app.RU)
	}
	card := doc.KeyValues{LabelWidth: 62, Items: []doc.KeyValue{
		{Label: "Технопарк"},
		{Label: label("park", "name"), Value: park.Name},
		{Label: label("park", "region"), Value: p.text(field("park", "region"), park)},
		{Label: label("park", "address"), Value: p.text(field("park", "address"), park)},
		{Label: label("park", "commissioned"), Value: p.text(field("park", "commissioned"), park)},
		{Label: "Заявитель — управляющая компания"},
		{Label: label("company", "name"), Value: p.text(field("company", "name"), c)},
		{Label: "ИНН, КПП, ОГРН", Value: orNothing(joinedBy(", ", c.INN, c.KPP, c.OGRN))},
		{Label: label("company", "legal_address"), Value: p.text(field("company", "legal_address"), c)},
		{Label: label("company", "head_person"), Value: person(c.HeadPerson)},
		{Label: label("company", "contact"), Value: person(cmp.Or(c.Contact, c.Performer))},
	}}
	return doc.Section{Blocks: []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "Просим включить в число участников Национального рейтинга технопарков России " +
			p.year(1) + " по данным за " + p.inYear() + ": " + park.Name + "."},
		card,
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: "С порядком проведения рейтинга ознакомлены; обязуемся по запросу организатора представить документы, " +
			"подтверждающие сведения пакета. Не возражаем против обработки и опубликования показателей технопарка в материалах рейтинга."},
		doc.Spacer{Height: 10},
		p.headSigns(""),
	}}
}
