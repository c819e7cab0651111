package reports

import (
	"time"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports/doc"
)

// Checked is a check to be put on paper: its report and what was checked by what.
type Checked struct {
	Book    *app.Book      // the records that were checked
	Report  check.Report   // what was found
	Rules   *check.Profile // by which rules
	Date    app.Date       // of making, printed
	Created time.Time      // of making, written into the file
	Program string         // name and version
	Lang    app.Lang       // of the papers; Russian when empty
}

// paper gives the parts of a package to papers about a check.
func (c Checked) paper() *paper {
	return newPaper(Input{Book: c.Book, Report: c.Report, Year: c.Report.Year, Date: c.Date, Created: c.Created, Program: c.Program, Lang: c.Lang})
}

// Protocol returns the protocol of a check: what was checked by which rules, and every
// finding with its place, figures, remedy, whom to ask and what was explained.
func Protocol(c Checked) doc.Document {
	p := c.paper()
	title := p.say("Протокол проверки данных за ", "Protocol of the check of data for ") + p.inYear()
	foot := doc.Foot{Park: p.parkShort(), Edition: title}
	if p.demo() {
		foot.Edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + p.demoMark()
	}
	return p.readable(doc.Document{
		Title: title, Author: p.companyName(), Subject: p.parkName(), Creator: c.Program, Lang: p.tag(), Created: c.Created, Foot: foot,
		Sections: []doc.Section{
			{Title: p.say("Протокол проверки", "Protocol of the check"), Landscape: true, Blocks: []doc.Block{p.protocolCard(c.Rules)}},
			{Title: p.say("Замечания", "Findings"), Level: 1, Landscape: true, Blocks: filledIn([]doc.Block{p.protocolTable(), p.performer()})},
		},
	})
}

func (p *paper) protocolCard(rules *check.Profile) doc.KeyValues {
	r := p.Report
	card := doc.KeyValues{LabelWidth: 70, Items: []doc.KeyValue{
		{Label: p.say("Технопарк", "Technology park"), Value: p.parkName()},
		{Label: p.say("Управляющая компания", "Management company"), Value: orNothing(p.companyName())},
		{Label: p.say("Проверены данные", "Data checked"), Value: p.say("за ", "for ") + p.inYear()},
		{Label: p.say("Правила", "Rules"), Value: p.quoted(rules.Title.In(p.Lang)) + p.say(", версия", ", version") + app.NBSP + rules.Version},
		{Label: p.say("Дата проверки", "Date of the check"), Value: p.dated(p.Date)},
		{Label: p.say("Ошибок", "Errors"), Value: p.whole(r.Count(check.Error))},
		{Label: p.say("Предупреждений", "Warnings"), Value: p.whole(r.Count(check.Warning))},
		{Label: p.say("Из них пояснено", "Of which explained"), Value: p.whole(r.Explained())},
	}}
	return card
}

// performer is the line of the one who checked.
func (p *paper) performer() doc.Signatures {
	all := p.signatories().People
	return doc.Signatures{People: all[len(all)-1:]}
}

// protocolText is the size of a table with eight columns, in points.
const protocolText = 8

func (p *paper) protocolTable() doc.Table {
	t := doc.Table{Size: protocolText, Empty: p.say("Замечаний нет", "No findings"), Columns: []doc.Column{
		p.numberColumn(),
		{Title: p.say("Запись и поле", "Record and field"), Weight: 6},
		{Title: p.say("Слева", "Left"), Weight: 3},
		{Title: p.say("Справа", "Right"), Weight: 3},
		{Title: p.say("Разница", "Difference"), Weight: 3},
		{Title: p.say("Что не так и что сделать", "What is wrong and what to do"), Weight: 8},
		{Title: p.say("Кого спросить", "Whom to ask"), Weight: 5},
		{Title: p.say("Пояснение", "Explanation"), Weight: 5},
	}}
	kept, explained, open := p.sorted()
	number := 0
	for _, group := range []struct {
		mark  app.Mark
		title string
		of    []check.Finding
	}{
		{app.MarkError, p.say("Ошибки", "Errors"), levelled(open, check.Error)},
		{app.MarkWarning, p.say("Предупреждения", "Warnings"), levelled(open, check.Warning)},
		{app.MarkExplained, p.say("Ошибки, оставленные намеренно", "Errors retained deliberately"), kept},
		{app.MarkExplained, p.say("Пояснённые предупреждения", "Explained warnings"), explained},
	} {
		if len(group.of) == 0 {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(group.mark.Before(group.title) + ": " + p.whole(len(group.of)))})
		for _, f := range group.of {
			number++
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(append([]string{p.whole(number)}, p.findingCells(f)...)...)})
		}
	}
	return t
}

func levelled(findings []check.Finding, level check.Level) []check.Finding {
	var out []check.Finding
	for _, f := range findings {
		if f.Level == level {
			out = append(out, f)
		}
	}
	return out
}

func (p *paper) findingCells(f check.Finding) []string {
	said := ""
	switch {
	case f.Explanation != nil:
		said = original(p.Lang, f.Explanation.Text) + "\n" + joinedBy(", ", f.Explanation.Author, f.Explanation.Date.String())
	case f.Outdated != nil:
		said = p.say("Устарело, цифры изменились: ", "Outdated, the figures have changed: ") + original(p.Lang, f.Outdated.Text)
	}
	return []string{
		joinedBy("\n", f.Type.One.In(p.Lang), p.record(f), f.Field.Label.In(p.Lang)), f.Left.In(p.Lang), f.Right.In(p.Lang), f.Difference.In(p.Lang),
		joinedBy("\n", capital(f.Message.In(p.Lang)), capital(f.Remedy.In(p.Lang))), joinedBy("\n", f.Ask.Company, f.Ask.Name, f.Ask.Phone, f.Ask.Email), said,
	}
}
