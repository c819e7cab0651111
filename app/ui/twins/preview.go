package twins

import (
	"strconv"
	"strings"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// preview is a dialog that shows, field by field and record by record, what making one of two would
// change; where figures differ it asks.
type preview struct {
	desk *desk.Desk
	plan *merging.Plan
	then func()
	list *kit.ListDialog
	rows map[int64]app.Place // the field of a row where there is something to choose

	merge, kept, gone *kit.Button
}

// Preview shows what making one record of two would change, and does it when that is wanted; then
// follows.
func Preview(d *desk.Desk, t *app.Type, kept, gone int64, then func()) {
	plan, err := merging.New(d.Ctx(), d.Store, t, kept, gone, d.Lang)
	if err != nil {
		d.Fail(err)
		return
	}
	p := &preview{desk: d, plan: plan, then: then}
	p.show()
}

func (p *preview) show() {
	d := p.desk
	p.merge = kit.NewPrimary(d.T("ui.twins.do"), nil, p.do)
	p.kept = kit.NewButton(d.T("ui.twins.take_kept"), func() { p.take(merging.OfKept) })
	p.gone = kit.NewButton(d.T("ui.twins.take_gone"), func() { p.take(merging.OfGone) })
	swap := kit.NewButton(d.T("ui.twins.swap"), p.swap)
	top := p.plan.Top
	title := d.T("ui.twins.preview", "Kept", app.Quoted(p.plan.Title(top.Kept)), "Gone", app.Quoted(p.plan.Title(top.Gone)))
	p.list = kit.NewListDialog(d.Window, title, "", d.T("ui.cancel"), []kit.Column{
		{Key: "field", Head: d.T("ui.twins.field"), Chars: 26, Naming: true},
		{Key: "kept", Head: d.T("ui.twins.kept"), Chars: 22},
		{Key: "gone", Head: d.T("ui.twins.gone"), Chars: 22},
		{Key: "is", Head: d.T("ui.twins.is"), Chars: 22},
		{Key: "why", Head: d.T("ui.twins.reason"), Chars: 26, Wide: true},
	}, p.merge, p.kept, p.gone, swap)
	p.list.Wide = true
	p.list.Table.OnOpen = func(int64) { p.turn() }
	p.list.Table.OnSelect = func(int64) { p.follow() }
	p.fill()
	p.list.Show()
	p.selectOpen()
}

// selectOpen selects the first line of which it is still to be said what stays.
func (p *preview) selectOpen() {
	open := p.plan.Open()
	for id, at := range p.rows {
		if len(open) > 0 && at == open[0] {
			p.list.Table.Select(id)
		}
	}
	p.follow() // what is said and can be taken is of that line
}

// fill shows the plan as it is decided now.
func (p *preview) fill() {
	d := p.desk
	p.rows = map[int64]app.Place{}
	var rows []kit.Row
	heading := func(text string) {
		rows = append(rows, kit.Row{ID: int64(len(rows) + 1), Heading: true, Cells: []kit.Cell{{Text: text}, {}, {}, {}, {}}})
	}
	for _, pair := range p.plan.Pairs() {
		heading(d.T("ui.twins.pair", "Type", pair.Kept.Type().One.In(d.Lang), "Title", p.plan.Title(pair.Kept)))
		for _, l := range pair.Lines {
			if l.Field.Content {
				continue // a sum says nothing to people; the name of the file stands beside it
			}
			id := int64(len(rows) + 1)
			if l.Kept != l.Gone {
				p.rows[id] = app.Place{Type: pair.Kept.Type().Key, ID: pair.Gone.Header().ID, Field: l.Field.Key}
			}
			rows = append(rows, kit.Row{ID: id, Cells: p.cells(l)})
		}
	}
	if len(p.plan.Moves) > 0 {
		heading(d.N("ui.twins.moves", len(p.plan.Moves)))
	}
	for _, m := range p.plan.Moves {
		rows = append(rows, kit.Row{ID: int64(len(rows) + 1), Cells: []kit.Cell{
			{Text: m.Was.Type().One.In(d.Lang)}, {}, {Text: p.plan.Title(m.Was)}, {Text: d.T("ui.twins.moves_on")}, {Text: labels(m.Fields, d.Lang)},
		}})
	}
	p.list.Fill(rows)
	p.follow()
}

func (p *preview) cells(l merging.Line) []kit.Cell {
	d := p.desk
	is := kit.Cell{Text: p.plan.Words(l.Field, l.Value()), Strong: l.Why == merging.Chosen}
	if l.Take == merging.Open {
		is = kit.Cell{Text: app.MarkWarning.Before(d.T("ui.twins.choose"))}
	}
	return []kit.Cell{
		{Text: l.Field.Head(d.Lang)},
		{Text: p.plan.Words(l.Field, l.Kept), Muted: l.Kept.Empty()},
		{Text: p.plan.Words(l.Field, l.Gone), Muted: l.Gone.Empty()},
		is,
		{Text: l.Why.In(d.Lang), Muted: l.Why == merging.Equal},
	}
}

func labels(fields []app.Field, lang app.Lang) string {
	all := make([]string, len(fields))
	for i, f := range fields {
		all[i] = f.Label.In(lang)
	}
	return strings.Join(all, ", ")
}

// follow says what can be chosen on the selected line, and what is still to be.
func (p *preview) follow() {
	d := p.desk
	if p.list == nil || p.rows == nil {
		return
	}
	why := ""
	if _, differs := p.rows[p.list.Table.Selected()]; !differs {
		why = d.T("ui.twins.nothing_to_choose")
	}
	p.kept.Forbid(why)
	p.gone.Forbid(why)
	said := d.T("ui.twins.ready")
	p.merge.Forbid("")
	if open := len(p.plan.Open()); open > 0 {
		said = d.N("ui.twins.open", open)
		p.merge.Forbid(said)
	}
	if line := p.line(); line != "" {
		said = line + "\n" + said
	}
	p.list.Say(said)
}

// line writes the selected line out: cells may end in «…».
func (p *preview) line() string {
	texts := p.list.Table.Texts(p.list.Table.Selected())
	if _, differs := p.rows[p.list.Table.Selected()]; !differs || len(texts) < 5 {
		return ""
	}
	return p.desk.T("ui.twins.line", "Field", texts[0], "Kept", texts[1], "Gone", texts[2], "Is", texts[3], "Why", texts[4])
}

// take takes the value of the selected line from a side.
func (p *preview) take(side merging.Side) {
	at, differs := p.rows[p.list.Table.Selected()]
	if !differs {
		return
	}
	if err := p.plan.Decide(at, side); err != nil {
		p.desk.Fail(err)
		return
	}
	p.fill()
	p.desk.Window.Canvas().Focus(p.list.Table)
}

// turn takes the value of the other side of the selected line.
func (p *preview) turn() {
	at, differs := p.rows[p.list.Table.Selected()]
	if !differs {
		return
	}
	side := merging.OfGone
	for _, pair := range p.plan.Pairs() {
		for _, l := range pair.Lines {
			if pair.Gone.Header().ID == at.ID && pair.Kept.Type().Key == at.Type && l.Field.Key == at.Field && l.Take == merging.OfGone {
				side = merging.OfKept
			}
		}
	}
	p.take(side)
}

// swap lets the other record stay.
func (p *preview) swap() {
	top := p.plan.Top
	p.list.Hide()
	Preview(p.desk, top.Kept.Type(), top.Gone.Header().ID, top.Kept.Header().ID, p.then)
}

// do makes one record of the two.
func (p *preview) do() {
	d, top := p.desk, p.plan.Top
	if len(p.plan.Open()) > 0 {
		return
	}
	what := d.T("step.merge", "Type", top.Kept.Type().One.In(d.Lang), "Gone", app.Quoted(p.plan.Title(top.Gone)), "Kept", app.Quoted(p.plan.Title(top.Kept)))
	p.list.Hide()
	if err := p.plan.Write(d.Ctx(), d.Store, what); err != nil {
		d.Fail(err)
		d.Changed() // what is on the screen may be of before
		return
	}
	d.Changed()
	kit.Tell(d.Window, d.T("ui.twins.title"), d.T("ui.twins.done", "Kept", app.Quoted(p.plan.Title(top.Kept)), "N", strconv.Itoa(len(p.plan.Moves))), d.T("ui.ok"))
	p.then()
}
