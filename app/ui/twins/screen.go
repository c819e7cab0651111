// Package twins is the family of records entered twice: which look as if they were one, what
// making one of two would change, and doing it.
package twins

import (
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/agenda"
	"technopark/app/merging"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// Screen lists the records that look as if they were entered twice: each with the one it is like.
type Screen struct {
	*desk.ListScreen
	desk   *desk.Desk
	agenda *agenda.Agenda   // nil while it is not known what is twice
	found  map[int64]couple // by the ids of the rows
	merge  *kit.Button
	apart  *kit.Button    // says that the couple of the selected row is two
	marked *kit.Button    // shows of what that was said
	shown  *marked        // the last such list
	asked  *desk.Question // the last question why two records differ
}

// couple is two records that are probably one.
type couple struct {
	group        merging.Group
	like, member app.Record // the earlier one and the one that is like it
	signs        []merging.Sign
}

// New makes the screen.
func New(d *desk.Desk) desk.Screen {
	s := &Screen{desk: d}
	s.merge = kit.NewPrimary(d.T("ui.twins.merge"), theme.ContentCopyIcon(), func() { s.onMerge(s.List.Table.Selected()) })
	s.apart = kit.NewButton(d.T("ui.twins.distinct"), func() { s.distinct([]int64{s.List.Table.Selected()}) })
	s.marked = kit.NewButton(d.T("ui.twins.marked_title"), s.showMarked)
	s.ListScreen = desk.NewListScreen(d, desk.List{
		ID: "duplicates", Title: "ui.twins.title", None: "ui.twins.none", Columns: columns, Rows: s.rows, Detail: s.detail,
		Primary: s.merge, Secondary: []*kit.Button{s.apart, s.marked}, Open: func(_ *desk.Desk, id int64) { s.onMerge(id) },
	})
	s.List.SetActions(
		kit.Action{Text: d.T("ui.twins.merge"), Single: true, Do: func(ids []int64) { s.onMerge(ids[0]) }, Can: func([]int64) string { return s.whyNot() }},
		kit.Action{Text: d.T("ui.twins.distinct"), Do: s.distinct, Can: func([]int64) string { return s.whyNot() }},
		kit.Action{Text: d.T("ui.twins.show"), Single: true, Do: func(ids []int64) { s.show(ids[0]) }})
	s.Refresh()
	return s
}

func columns(d *desk.Desk) []kit.Column {
	return []kit.Column{
		{Key: "type", Head: d.T("ui.twins.type"), Chars: 20},
		{Key: "record", Head: d.T("ui.twins.record"), Chars: 32, Naming: true},
		{Key: "like", Head: d.T("ui.twins.like"), Chars: 32},
		{Key: "why", Head: d.T("ui.twins.why"), Chars: 36, Wide: true},
	}
}

// rows shows such records as they were found beside the window.
func (s *Screen) rows(d *desk.Desk) ([]kit.Row, error) {
	s.found, s.agenda = map[int64]couple{}, d.Agenda()
	none := d.T("ui.twins.none")
	if s.agenda == nil {
		none = d.WhyNothing()
	}
	s.List.SetNone(none, "")
	var rows []kit.Row
	for _, g := range s.groups() {
		for _, m := range g.Members[1:] {
			id := int64(len(rows) + 1)
			s.found[id] = couple{g, m.Like, m.Record, m.Signs}
			rows = append(rows, kit.Row{ID: id, Cells: []kit.Cell{
				{Text: g.Type.One.In(d.Lang)},
				{Text: g.Type.TitleIn(d.Lang, m.Record, d.TitleOf)},
				{Text: g.Type.TitleIn(d.Lang, m.Like, d.TitleOf)},
				{Text: merging.SignsIn(m.Signs, d.Lang)},
			}})
		}
	}
	s.merge.Forbid(s.whyNot())
	s.apart.Forbid(s.whyNot())
	s.count()
	return rows, nil
}

// groups returns the records that look alike; none where that is not known.
func (s *Screen) groups() []merging.Group {
	if s.agenda == nil {
		return nil
	}
	return s.agenda.Twice
}

// Follow shows what was found anew.
func (s *Screen) Follow() { s.Refresh() }

// whyNot says why nothing can be merged, «» when it can.
func (s *Screen) whyNot() string {
	switch {
	case s.desk.ReadOnly():
		return s.desk.T("ui.card.read_only")
	case s.agenda == nil:
		return s.desk.WhyNothing()
	case len(s.found) == 0:
		return s.desk.T("ui.twins.none")
	}
	return ""
}

// detail says of the selected couple which record had best stay.
func (s *Screen) detail(d *desk.Desk, id int64) string {
	c, ok := s.found[id]
	if !ok {
		return d.T("ui.twins.hint")
	}
	kept, _ := c.sides()
	return d.T("ui.twins.proposed", "Record", app.Quoted(c.group.Type.TitleIn(d.Lang, kept, d.TitleOf)), "Why", c.group.Why.In(d.Lang)) + " " + d.T("ui.twins.hint")
}

// sides returns which of the two had best stay and which go.
func (c couple) sides() (kept, gone app.Record) {
	if c.group.Keep == c.member {
		return c.member, c.like
	}
	return c.like, c.member
}

// onMerge shows what making one of two would change.
func (s *Screen) onMerge(id int64) {
	c, ok := s.found[id]
	if !ok || s.desk.ReadOnly() {
		return
	}
	kept, gone := c.sides()
	Preview(s.desk, c.group.Type, kept.Header().ID, gone.Header().ID, s.FocusList)
}

// show leads to the record of a row.
func (s *Screen) show(id int64) {
	if c, ok := s.found[id]; ok {
		s.desk.Open(app.Place{Type: c.group.Type.Key, ID: c.member.Header().ID})
	}
}
