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
}

// paper gives the parts of a package to papers about a check.
func (c Checked) paper() *paper {
	return newPaper(Input{Book: c.Book, Report: c.Report, Year: c.Report.Year, Date: c.Date, Created: c.Created, Program: c.Program})
}

// Protocol returns the protocol of a check: what was checked by which rules, and every
// finding with its place, figures, remedy, whom to ask and what was explained.
func Protocol(c Checked) doc.Document {
	p := c.paper()
	title := "Протокол проверки данных за " + p.inYear()
	foot := doc.Foot{Park: p.parkShort(), Edition: title}
	if p.demo() {
		foot.Edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + p.demoMark()
	}
	return doc.Document{
		Title: title, Author: p.companyName(), Subject: p.parkName(), Creator: c.Program, Lang: "ru-RU", Created: c.Created, Foot: foot,
		Sections: []doc.Section{
			{Title: "Протокол проверки", Landscape: true, Blocks: []doc.Block{p.protocolCard(c.Rules)}},
			{Title: "Замечания", Level: 1, Landscape: true, Blocks: []doc.Block{p.protocolTable(), p.performer()}},
		},
	}
}

func (p *paper) protocolCard(rules *check.Profile) doc.KeyValues {
	r := p.Report
	card := doc.KeyValues{LabelWidth: 70, Items: []doc.KeyValue{
		{Label: "Технопарк", Value: p.parkName()},
		{Label: "Управляющая компания", Value: orNothing(p.companyName())},
		{Label: "Проверены данные", Value: "за " + p.inYear()},
		{Label: "Правила", Value: "«" + rules.Title.RU + "», версия" + app.NBSP + rules.Version},
		{Label: "Дата проверки", Value: p.dated(p.Date)},
		{Label: "Ошибок", Value: p.whole(r.Count(check.Error))},
		{Label: "Предупреждений", Value: p.whole(r.Count(check.Warning))},
		{Label: "Из них пояснено", Value: p.whole(r.Explained())},
	}}
	return card
}

// performer is the line of the one who checked.
func (p *paper) performer() doc.Signatures {
	all := p.signatories().People
	return doc.Signatures{People: all[len(all)-1:]}
}

// protocolText is the size of a table with ten columns, in points.
const protocolText = 7

func (p *paper) protocolTable() doc.Table {
	t := doc.Table{Size: protocolText, Empty: "Замечаний нет", Columns: []doc.Column{
		{Title: "№"},
		{Title: "Запись", Weight: 5},
		{Title: "Поле", Weight: 4},
		{Title: "Слева", Weight: 3},
		{Title: "Справа", Weight: 3},
		{Title: "Разница", Weight: 3},
		{Title: "Что не так", Weight: 7},
		{Title: "Что сделать", Weight: 6},
		{Title: "Кого спросить", Weight: 5},
		{Title: "Пояснение", Weight: 5},
	}}
	kept, explained, open := p.sorted()
	number := 0
	for _, group := range []struct {
		title string
		of    []check.Finding
	}{
		{"Ошибки", levelled(open, check.Error)},
		{"Предупреждения", levelled(open, check.Warning)},
		{"Ошибки, оставленные намеренно", kept},
		{"Пояснённые предупреждения", explained},
	} {
		if len(group.of) == 0 {
			continue
		}
		t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(group.title + ": " + p.whole(len(group.of)))})
		for _, f := range group.of {
			number++
			t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(append([]string{p.whole(number)}, findingCells(f)...)...)})
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

func findingCells(f check.Finding) []string {
	said := ""
	switch {
	case f.Explanation != nil:
		said = f.Explanation.Text + "\n" + joinedBy(", ", f.Explanation.Author, f.Explanation.Date.String())
	case f.Outdated != nil:
		said = "Устарело, цифры изменились: " + f.Outdated.Text
	}
	return []string{
		joinedBy("\n", f.Type.One.RU, f.Record), f.Field.Label.RU, f.Left.RU, f.Right.RU, f.Difference.RU,
		capital(f.Message.RU), capital(f.Remedy.RU), joinedBy("\n", f.Ask.Company, f.Ask.Name, f.Ask.Phone, f.Ask.Email), said,
	}
}
