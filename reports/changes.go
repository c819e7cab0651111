package reports

import (
	"technopark/app"
	"technopark/reports/doc"
)

// Changed is what a sheet of changes is made of.
type Changed struct {
	Book           *app.Book       // of the later revision
	Earlier, Later *app.Revision   // the two revisions that are compared
	Method, Rules  bool            // were put in place of others
	Reasons        []ChangedReason // why the revisions after the first were made
	Rows           []ChangedRow    // what differs in the records
	Effects        []ChangedEffect // what differs in the indicators
	Program        string          // name and version, for the properties of the file
}

// ChangedReason is why there came to be another revision: why one was returned, or why one
// was made.
type ChangedReason struct {
	Number   int    // of the revision
	Returned bool   // it was returned; else it was made
	Text     string // the reason itself
}

// ChangedRow is one difference: a record added or removed (Field empty), or a field of one.
type ChangedRow struct {
	Type   *app.Type // of the record
	Record string    // its title
	What   string    // «добавлено», «удалено» or the field with its unit
	Was    string    // before, in words with the unit
	Is     string    // after
	Who    string    // who changed it; «» when the journal does not say
	Day    app.Date  // when it was changed; zero when not known
	Why    string    // «» when nobody has explained it
}

// ChangedEffect is an indicator that the differences moved.
type ChangedEffect struct {
	Code, Name, Unit string // as the method calls it
	Was, Is, Change  string // in words, in Unit
}

// SheetOfChanges returns the лист изменений: what differs between two revisions, who
// changed it, why, and which indicators it moved.
func SheetOfChanges(c Changed) doc.Document {
	day := c.Later.Made
	p := newPaper(Input{Book: c.Book, Year: c.Later.Period.Year, Revision: int(c.Later.Number.N), Date: day, Created: day.Midnight(), Program: c.Program, DataSHA256: c.Later.Data, Lang: app.Lang(c.Later.Lang)})
	title := p.say("Лист изменений: редакция", "Sheet of changes: revision") + app.NBSP + p.whole(int(c.Later.Number.N)) +
		p.say(" по сравнению с редакцией", " compared with revision") + app.NBSP + p.whole(int(c.Earlier.Number.N))
	blocks := []doc.Block{p.changedCard(c), chapter(p.say("Показатели", "Indicators")), p.effects(c.Effects), chapter(p.say("Записи", "Records")), p.changedRows(c.Rows)}
	return p.readable(doc.Document{
		Title: title, Author: p.companyName(), Subject: p.parkName(), Creator: c.Program, Lang: p.tag(), Created: day.Midnight(), Foot: p.foot(),
		Sections: []doc.Section{{Title: title, Landscape: true, Blocks: append(filledIn(blocks), p.headSigns())}},
	})
}

func (p *paper) changedCard(c Changed) doc.KeyValues {
	said := func(r *app.Revision) string {
		return joinedBy(", ", p.say("от", "of")+app.NBSP+r.Made.String(), r.Maker, p.stateLine(r), p.say("данные", "data")+app.NBSP+r.Data[:min(12, len(r.Data))])
	}
	card := doc.KeyValues{LabelWidth: 60, Items: []doc.KeyValue{
		{Label: p.say("Технопарк", "Technology park"), Value: p.parkName()},
		{Label: p.say("Рейтинг", "Rating"), Value: p.yearLine()},
		{Label: p.say("Редакция", "Revision") + app.NBSP + p.whole(int(c.Earlier.Number.N)), Value: said(c.Earlier)},
		{Label: p.say("Редакция", "Revision") + app.NBSP + p.whole(int(c.Later.Number.N)), Value: said(c.Later)},
	}}
	if c.Method {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Методика", "Methodology"), Value: p.say("заменена: ", "replaced: ") + c.Earlier.Method + " → " + c.Later.Method})
	}
	if c.Rules {
		card.Items = append(card.Items, doc.KeyValue{Label: p.say("Правила проверки", "Rules of the check"), Value: p.say("заменены: ", "replaced: ") + c.Earlier.Rules + " → " + c.Later.Rules})
	}
	for _, r := range c.Reasons {
		label := p.say("Почему собрана редакция", "Why there is revision") + app.NBSP + p.whole(r.Number)
		if r.Returned {
			label = p.say("Почему возвращена редакция", "Why there was a return of revision") + app.NBSP + p.whole(r.Number)
		}
		card.Items = append(card.Items, doc.KeyValue{Label: label, Value: original(p.Lang, r.Text)})
	}
	return card
}

// stateLine says how far a revision has come, and on which day it came there.
func (p *paper) stateLine(r *app.Revision) string {
	return joinedBy(app.NBSP, app.StateName(r.State).In(p.Lang), r.StateDay().String())
}

func (p *paper) effects(effects []ChangedEffect) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Код", "Code")},
		{Title: p.say("Показатель", "Indicator"), Weight: 1},
		{Title: p.say("Единица", "Unit")},
		{Title: p.say("Было", "Was"), Align: doc.Right, Min: 26},
		{Title: p.say("Стало", "Is"), Align: doc.Right, Min: 26},
		{Title: p.say("Изменение", "Change"), Align: doc.Right, Min: 26},
	}, Empty: p.say("Показатели не изменились", "No indicator has changed")}
	for _, e := range effects {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(e.Code, e.Name, unbroken(e.Unit), e.Was, e.Is, e.Change)})
	}
	return t
}

func (p *paper) changedRows(rows []ChangedRow) doc.Table {
	t := doc.Table{Columns: []doc.Column{
		{Title: p.say("Запись", "Record"), Weight: 4},
		{Title: p.say("Что изменено", "What has changed"), Weight: 3},
		{Title: p.say("Было", "Was"), Weight: 2},
		{Title: p.say("Стало", "Is"), Weight: 2},
		{Title: p.say("Кто и когда", "Who and when"), Weight: 3},
		{Title: p.say("Почему", "Why"), Weight: 4},
	}, Empty: p.say("Записи не изменились", "No record has changed")}
	var last *app.Type
	for _, r := range rows {
		if r.Type != last {
			t.Rows = append(t.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(r.Type.Many.In(p.Lang))})
			last = r.Type
		}
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(r.Record, r.What, r.Was, r.Is, orNothing(joinedBy(", ", r.Who, r.Day.String())), orNothing(original(p.Lang, r.Why)))})
	}
	return t
}
