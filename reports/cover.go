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
		blocks = append(blocks, p.centred(p.identifiers(c), 10, false))
	}
	blocks = append(blocks,
		doc.Spacer{Height: 6},
		p.references(0),
		doc.Paragraph{Text: p.say("Организатору Национального рейтинга\nтехнопарков России",
			"To the organiser of the National Rating\nof Technology Parks of Russia"), Left: 100},
		doc.Spacer{Height: 10},
		doc.Paragraph{Text: p.say("О направлении документов на рейтинг "+p.year(1), "Documents for the "+p.year(1)+" rating"), Bold: true, Keep: true},
		doc.Spacer{Height: 4},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.sending()},
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.say(
			"Показатели, сведения о полноте данных и пояснения к ним — в соответствующих частях пакета. "+
				"Данные пакета в машинном виде удостоверены контрольной суммой, начало которой напечатано внизу каждого листа.",
			"The indicators, the completeness of the data and the explanations are set out in the respective parts of the package. "+
				"The machine-readable data of the package are certified by a checksum, the beginning of which is printed at the foot of each sheet.")},
	)
	if n := len(p.Attachments); n > 0 {
		text := p.say("Приложение: ", "Attached: ") + p.counted(n, documentForms())
		if sheets := p.behind(); sheets > 0 {
			text += p.say(" на "+p.whole(sheets)+app.NBSP+"л.", ", "+p.counted(sheets, forms("лист", "листа", "листов", "sheet", "sheets")))
		}
		blocks = append(blocks, doc.Paragraph{Text: text, Indent: true})
	}
	signs := p.headSigns()
	signs.Undated = true // a letter is dated in its head
	return doc.Section{Blocks: append(blocks, doc.Spacer{Height: 12}, signs)}
}

// references returns the lines in the head of a letter: its date and number, and those of
// what it answers (ГОСТ Р 7.0.97-2016, 5.10 to 5.12).
func (p *paper) references(size float64) doc.Paragraph {
	gap := app.NBSP + app.NBSP
	date := cmp.Or(p.dated(p.Date), "__.__.____")
	blank := app.NBSP + "____________"
	return doc.Paragraph{Size: size, Text: date + gap + p.say("№", "No.") + blank + "\n" +
		p.say("На"+app.NBSP+"№", "Ref. No.") + blank + gap + p.say("от", "dated") + blank}
}

// identifiers returns the numbers under which the company is registered.
func (p *paper) identifiers(c *app.ManagementCompany) string {
	return joinedBy(", ", named(p.label("company", "inn"), c.INN), named(p.label("company", "kpp"), c.KPP), named(p.label("company", "ogrn"), c.OGRN))
}

func (p *paper) sending() string {
	return ended(p.say(
		"Направляем документы для участия в Национальном рейтинге технопарков России "+p.year(1)+" по данным за "+p.inYear()+
			". Участник — "+p.parkName(),
		"Please find enclosed the documents for the "+p.year(1)+" National Rating of Technology Parks of Russia, based on the data for "+p.inYear()+
			". The participant is "+p.parkName()))
}

// headSigns is the line of the head of the company.
func (p *paper) headSigns() doc.Signatures {
	c := p.Book.Company
	if c == nil {
		c = new(app.ManagementCompany)
	}
	s := doc.Signatory{Role: p.label("company", "head_person")}
	if person := p.person(c.HeadPerson); person != nil {
		s.Role, s.Name = p.role("head_person", person), initials(person.FullName)
	}
	return doc.Signatures{People: []doc.Signatory{s}}
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
	card := doc.KeyValues{LabelWidth: 62, Items: []doc.KeyValue{
		{Label: p.say("Технопарк", "Technology park")},
		p.item(field("park", "name"), park),
		p.item(field("park", "region"), park),
		p.item(field("park", "address"), park),
		p.item(field("park", "commissioned"), park),
		{Label: p.say("Заявитель — управляющая компания", "Applicant: the management company")},
		p.item(field("company", "name"), c),
		p.identifierItem(c),
		p.item(field("company", "legal_address"), c),
		p.personItem("head_person", c.HeadPerson),
		p.personItem("contact", c.Contact),
	}}
	return doc.Section{Blocks: []doc.Block{
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: ended(p.say(
			"Просим включить в число участников Национального рейтинга технопарков России "+p.year(1)+" по данным за "+p.inYear()+": "+park.Name,
			"Please enter the following park for the "+p.year(1)+" National Rating of Technology Parks of Russia, based on the data for "+p.inYear()+": "+park.Name))},
		card,
		doc.Paragraph{Indent: true, Align: doc.Justify, Text: p.say(
			"С порядком проведения рейтинга ознакомлены; обязуемся по запросу организатора представить документы, "+
				"подтверждающие сведения пакета. Не возражаем против обработки и опубликования показателей технопарка в материалах рейтинга.",
			"We have read the rules of the rating and undertake to provide documents in support of this package at the request of the organiser. "+
				"We agree to the processing and publication of the indicators of the park in the publications of the rating.")},
		doc.Spacer{Height: 10},
		p.headSigns(),
	}}
}

func (p *paper) identifierItem(c *app.ManagementCompany) doc.KeyValue {
	label := joinedBy(", ", p.label("company", "inn"), p.label("company", "kpp"), p.label("company", "ogrn"))
	numbers := joinedBy(", ", c.INN, c.KPP, c.OGRN)
	return doc.KeyValue{Label: label, Value: orNothing(numbers), Blank: numbers == ""}
}

func (p *paper) personItem(key string, id int64) doc.KeyValue {
	item := doc.KeyValue{Label: p.label("company", key), Value: app.NotProvidedText.In(p.Lang), Blank: true}
	if x := p.person(id); x != nil {
		item.Value, item.Blank = joinedBy(", ", x.FullName, x.Position, unbroken(x.Phone), x.Email), false
	}
	return item
}
