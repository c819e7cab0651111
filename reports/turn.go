package reports

import (
	"strconv"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/reports/doc"
)

// Turned is a turn of the year to be put on paper.
type Turned struct {
	Plan    *rollover.Plan // with what was decided about those who left
	Date    app.Date       // of making, printed
	Created time.Time      // of making, written into the file
	Program string         // name and version
	Lang    app.Lang       // of the paper; Russian when empty
}

// Reconciliation returns the sheet that sets the last day of the old year against the first of the
// new one: every figure on both, and each difference with its record and its reason.
func Reconciliation(of Turned) doc.Document {
	p := newPaper(Input{Book: of.Plan.Book, Year: of.Plan.To, Date: of.Date, Created: of.Created, Program: of.Program, Lang: of.Lang})
	t := turning{paper: p, plan: of.Plan, sheet: of.Plan.Sheet()}
	title := p.say("Сверка при переходе с ", "Reconciliation of the turn from ") + strconv.Itoa(of.Plan.From) + p.say(" на ", " to ") + strconv.Itoa(of.Plan.To) + p.say(app.NBSP+"год", "")
	foot := doc.Foot{Park: p.parkShort(), Edition: title}
	if p.demo() {
		foot.Edition += app.NBSP + app.NBSP + "·" + app.NBSP + app.NBSP + p.demoMark()
	}
	sections := []doc.Section{
		{Title: title, Blocks: []doc.Block{t.card(), doc.Spacer{Height: 2}, doc.Paragraph{Text: t.verdict(), Bold: true}, t.lines()}},
		{Title: p.say("Расхождения", "Differences"), Level: 1, Blocks: []doc.Block{t.differences()}},
	}
	if len(of.Plan.Leavers) > 0 {
		sections = append(sections, doc.Section{Title: p.say("Выбывшие резиденты", "Residents who left"), Level: 1, Blocks: []doc.Block{t.leavers()}})
	}
	last := &sections[len(sections)-1]
	last.Blocks = append(last.Blocks, p.performer())
	for i := range sections {
		sections[i].Blocks = filledIn(sections[i].Blocks)
	}
	return p.readable(doc.Document{
		Title: title, Author: p.companyName(), Subject: p.parkName(), Creator: of.Program, Lang: p.tag(), Created: of.Created, Foot: foot, Sections: sections,
	})
}

// turning is a sheet being put on paper.
type turning struct {
	*paper
	plan  *rollover.Plan
	sheet *rollover.Sheet
}

func (t turning) card() doc.KeyValues {
	return doc.KeyValues{LabelWidth: 70, Items: []doc.KeyValue{
		{Label: t.say("Технопарк", "Technology park"), Value: t.parkName()},
		{Label: t.say("Управляющая компания", "Management company"), Value: orNothing(t.companyName())},
		{Label: t.say("Конец прошлого года", "End of the old year"), Value: t.dated(t.sheet.Closing)},
		{Label: t.say("Начало нового года", "Start of the new year"), Value: t.dated(t.sheet.Opening)},
		{Label: t.say("Отчётов нового года заведено пустыми", "Empty reports made for the new year"), Value: t.whole(t.plan.Due())},
		{Label: t.say("Было в новом году раньше", "There in the new year before"), Value: t.whole(t.plan.There())},
		{Label: t.say("Дата составления", "Date"), Value: t.dated(t.Date)},
	}}
}

// verdict says at once whether anything differs.
func (t turning) verdict() string {
	if n := len(t.sheet.Differences); n > 0 {
		return t.say("Записей с расхождением — ", "Records that differ: ") + t.whole(n) + t.say("; каждая названа ниже, с причиной.", "; each is named below, with its reason.")
	}
	return t.say("Начало года сходится с концом прошлого во всём.", "The year opens with all that the old one closed with.")
}

func (t turning) lines() doc.Table {
	table := doc.Table{Columns: []doc.Column{
		{Title: t.say("Что сверяется", "What is compared"), Weight: 6},
		{Title: t.say("Единица", "Unit")},
		{Title: t.dated(t.sheet.Closing), Align: doc.Right},
		{Title: t.dated(t.sheet.Opening), Align: doc.Right},
		{Title: t.say("Разница", "Difference"), Align: doc.Right},
		{Title: t.say("Ждёт отчётов", "Waits for reports"), Align: doc.Right},
	}}
	for _, l := range t.sheet.Lines {
		waits := ""
		if l.Waits != 0 {
			waits = l.Written(l.Waits, t.Lang)
		}
		cells := doc.Cells(nested(l.Part)+l.Name.In(t.Lang), orNothing(l.Unit.In(t.Lang)), l.Closes(t.Lang), l.Opens(t.Lang), l.Change(l.Moved(), t.Lang), waits)
		cells[0].Bold = l.Part == rollover.PartAll
		table.Rows = append(table.Rows, doc.Row{Cells: cells})
	}
	return table
}

// nested puts what is a part of the line above to the right.
func nested(part rollover.Part) string { return strings.Repeat(app.NBSP, 4*int(part)) }

func (t turning) differences() doc.Table {
	table := doc.Table{Empty: t.say("Расхождений нет", "Nothing differs"), Columns: []doc.Column{
		t.numberColumn(),
		{Title: t.say("Запись", "Record"), Weight: 5},
		{Title: t.say("Что изменилось", "What changed"), Weight: 5},
		{Title: t.say("Почему", "Why"), Weight: 5},
	}}
	for i, d := range t.sheet.Differences {
		typ := d.Record.Type()
		table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells(
			t.whole(i+1), typ.One.In(t.Lang)+": "+typ.TitleIn(t.Lang, d.Record, t.title), strings.Join(t.sheet.Changes(d, t.Lang), "\n"), d.Why.In(t.Lang))})
	}
	return table
}

func (t turning) leavers() doc.Table {
	table := doc.Table{Columns: []doc.Column{
		t.numberColumn(),
		{Title: t.say("Резидент", "Resident"), Weight: 5},
		{Title: t.say("Соглашение", "Agreement"), Weight: 3},
		{Title: t.say("Действовало по", "In force to")},
		{Title: t.say("Чем завершено", "How it ended"), Weight: 3},
		{Title: t.say("Что говорят записи", "What the records say"), Weight: 5},
	}}
	for i, l := range t.plan.Leavers {
		table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells(t.whole(i+1), t.title("resident", l.Resident.ID), l.Agreement.Number, t.dated(l.Agreement.To),
			rollover.OutcomeText(l.Choice).In(t.Lang), l.Why.In(t.Lang))})
	}
	return table
}
