package twins

import (
	"strconv"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// distinct asks why the couples of rows are different records, which may be left open, and marks them so, as one
// step of undo: they are then no longer offered.
func (s *Screen) distinct(ids []int64) {
	d := s.desk
	var pairs [][2]app.Record
	for _, id := range ids {
		if c, ok := s.found[id]; ok {
			pairs = append(pairs, [2]app.Record{c.like, c.member})
		}
	}
	if len(pairs) == 0 || s.whyNot() != "" {
		return
	}
	step := d.N("step.distinct_many", len(pairs))
	if len(pairs) == 1 {
		step = stepOf(d, "step.distinct", pairs[0][0], pairs[0][1])
	}
	s.asked = &desk.Question{
		Title: d.T("ui.twins.distinct"), Lead: d.N("ui.twins.why_lead", len(pairs)), Do: d.T("ui.twins.mark"), Back: s.List.Table,
		Lines: []desk.QuestionLine{{Label: d.T("ui.twins.why_apart"), Example: d.T("ui.twins.why_example")}},
	}
	s.asked.Answer = func(texts []string) error {
		said := app.Distinction{Author: d.Who, Date: d.Today(), Note: app.CleanNote(texts[0])}
		d.Change(step, func(tx app.Tx) error {
			_, err := merging.Tell(d.Ctx(), tx, d.Park, pairs, said)
			return err
		})
		return nil
	}
	d.Ask(s.asked)
}

// stepOf names a step about two records.
func stepOf(d *desk.Desk, id string, one, other app.Record) string {
	t := one.Type()
	title := func(rec app.Record) string { return app.Quoted(t.TitleIn(d.Lang, rec, d.TitleOf)) }
	return d.T(id, "Type", t.One.In(d.Lang), "One", title(one), "Other", title(other))
}

// told returns what was told apart in the park, as the file has it now.
func told(d *desk.Desk) []merging.Distinct {
	const distinctions = "distinction"
	keys := []string{distinctions}
	for _, mark := range app.All[app.Distinction](d.Part(distinctions), distinctions) {
		if one, _, ok := mark.Places(); ok && app.TypeByKey(one.Type) != nil {
			keys = append(keys, one.Type)
		}
	}
	return merging.Told(d.Part(keys...))
}

// marked is a dialog that lists what was told apart, and takes it back.
type marked struct {
	desk  *desk.Desk
	list  *kit.ListDialog
	told  []merging.Distinct // of the rows, whose ids are 1, 2, 3 …
	offer *kit.Button
}

// showMarked shows what was told apart.
func (s *Screen) showMarked() {
	d := s.desk
	m := &marked{desk: d}
	m.offer = kit.NewButton(d.T("ui.twins.offer"), m.onOffer)
	m.list = kit.NewListDialog(d.Window, d.T("ui.twins.marked_title"), d.T("ui.twins.marked_note"), d.T("ui.documents.close"), []kit.Column{
		{Key: "type", Head: d.T("ui.twins.type"), Chars: 16},
		{Key: "record", Head: d.T("ui.twins.record"), Chars: 26, Naming: true},
		{Key: "other", Head: d.T("ui.twins.other"), Chars: 26},
		{Key: "when", Head: d.T("ui.twins.when"), Chars: 12},
		{Key: "who", Head: d.T("ui.twins.who"), Chars: 18},
		{Key: "note", Head: d.T("ui.twins.note"), Chars: 24, Wide: true},
	}, m.offer)
	m.list.Wide = true
	m.list.OfRow(m.offer)
	m.list.Table.OnSelect = func(int64) { m.follow() }
	m.fill()
	m.list.GiveBack(s.List.Table)
	m.list.Show()
	s.shown = m
}

// fill reads what is told apart now.
func (m *marked) fill() {
	d := m.desk
	m.told = told(d)
	rows := make([]kit.Row, len(m.told))
	for i, is := range m.told {
		t := is.One.Type()
		rows[i] = kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: t.One.In(d.Lang)},
			{Text: t.TitleIn(d.Lang, is.One, d.TitleOf)},
			{Text: t.TitleIn(d.Lang, is.Other, d.TitleOf)},
			{Text: is.Mark.Date.String()},
			{Text: is.Mark.Author},
			{Text: is.Mark.Note},
		}}
	}
	m.list.Fill(rows)
	m.follow()
}

// follow says of the selected pair what a cell has no room for.
func (m *marked) follow() {
	d := m.desk
	said := d.T("ui.twins.none_marked")
	if at := m.list.Table.Selected() - 1; at >= 0 && at < int64(len(m.told)) {
		said = d.T("ui.twins.marked_note")
		if note := m.told[at].Mark.Note; note != "" {
			said = note + "\n" + said
		}
	}
	m.list.Say(said)
	if d.ReadOnly() {
		m.offer.Forbid(d.T("ui.card.read_only"))
	}
}

// onOffer takes back that the selected pair is two.
func (m *marked) onOffer() {
	d, at := m.desk, m.list.Table.Selected()-1
	if at < 0 || at >= int64(len(m.told)) || d.ReadOnly() {
		return
	}
	is := m.told[at]
	d.Change(stepOf(d, "step.offer", is.One, is.Other), func(tx app.Tx) error {
		_, err := merging.Untell(d.Ctx(), tx, d.Park, is.One, is.Other)
		return err
	})
	m.fill()
}

// count writes on the button how much is told apart, and why it opens nothing.
func (s *Screen) count() {
	n := len(told(s.desk))
	s.marked.SetText(s.desk.T("ui.twins.marked", "N", strconv.Itoa(n)))
	s.marked.Forbid("")
	if n == 0 {
		s.marked.Forbid(s.desk.T("ui.twins.none_marked"))
	}
}
