package revisions

import (
	"technopark/app"
	"technopark/app/rating"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

func effectColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "code", Head: d.T("ui.indicators.code"), Chars: 5},
		{Key: "name", Head: d.T("ui.indicators.name"), Chars: 34, Wide: true},
		{Key: "unit", Head: d.T("ui.indicators.unit"), Chars: 13},
		{Key: "was", Head: d.T("ui.journal.before"), Chars: 13, Right: true},
		{Key: "is", Head: d.T("ui.journal.after"), Chars: 13, Right: true},
		{Key: "change", Head: d.T("ui.compare.change"), Chars: 12, Right: true},
	}
}

// effectRows counts the effects from 1.
func effectRows(d *desk.Desk, effects []rating.Effect) []kit.Row {
	rows := make([]kit.Row, len(effects))
	for i, e := range effects {
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: e.Indicator.Code},
			{Text: e.Indicator.Name.In(d.Lang)},
			{Text: e.Indicator.Unit.In(d.Lang)},
			{Text: e.Was.In(d.Lang)},
			{Text: e.Is.In(d.Lang)},
			{Text: e.Change.In(d.Lang)},
		}}
	}
	return rows
}

func changeColumns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "record", Head: d.T("ui.journal.record"), Chars: 34, Wide: true},
		{Key: "what", Head: d.T("ui.compare.what"), Chars: 24},
		{Key: "was", Head: d.T("ui.journal.before"), Chars: 14},
		{Key: "is", Head: d.T("ui.journal.after"), Chars: 14},
		{Key: "who", Head: d.T("ui.compare.who"), Chars: 22},
		{Key: "why", Head: d.T("ui.compare.why"), Chars: 24},
	}
}

// changeRows counts the changes from 1.
func changeRows(d *desk.Desk, changes []submission.Change) []kit.Row {
	rows := make([]kit.Row, len(changes))
	for i, x := range changes {
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: recordOf(d, x)},
			{Text: x.Words(d.Lang)},
			{Text: x.Was.In(d.Lang)},
			{Text: x.Is.In(d.Lang)},
			handCell(d, x.Hand),
			{Text: x.Why},
		}}
	}
	return rows
}

// recordOf is the name of the type and the title.
func recordOf(d *desk.Desk, x submission.Change) string {
	return x.Type.One.In(d.Lang) + " " + app.QuotedIn(x.Record, d.Lang)
}

// handCell says who changed something and when, and sorts by when.
func handCell(d *desk.Desk, h submission.Hand) kit.Cell {
	if h.Who == "" {
		return kit.Cell{Text: "—", Muted: true}
	}
	at := h.At.In(d.Now().Location())
	return kit.Cell{Text: h.Who + ", " + app.DateOf(at).String() + at.Format(" 15:04"), N: at.Unix(), Number: true}
}

// showEffect writes the selected indicator out.
func (c *comparison) showEffect(id int64) {
	d, e := c.desk, c.found.Effects[id-1]
	c.say(c.reasons(), d.T("ui.compare.effect", "Code", e.Indicator.Code, "Name", e.Indicator.Name.In(d.Lang), "Unit", e.Indicator.Unit.In(d.Lang),
		"Was", e.Was.In(d.Lang), "Is", e.Is.In(d.Lang), "Change", e.Change.In(d.Lang)))
}

// showChange writes the selected change out.
func (c *comparison) showChange(id int64) {
	d, x := c.desk, c.found.Changes[id-1]
	c.say(c.reasons(), d.T("ui.compare.detail", "Record", recordOf(d, x), "What", x.Words(d.Lang), "Edited", x.Kind == submission.Edited,
		"Was", x.Was.In(d.Lang), "Is", x.Is.In(d.Lang), "Who", handCell(d, x.Hand).Text, "Why", x.Why))
}

func (c *comparison) goToIndicators() {
	c.hide()
	c.desk.Navigate("indicators")
}

// open shows the record of a change, or says that it is no longer there.
func (c *comparison) open(id int64) {
	d, x := c.desk, c.found.Changes[id-1]
	place := app.Place{Type: x.Type.Key, ID: x.ID, Field: x.Field.Key}
	if why := d.WhyNot(place, recordOf(d, x)); why != "" {
		c.say(c.reasons(), why)
		return
	}
	c.hide()
	d.Open(place)
}
