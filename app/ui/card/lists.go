package card

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/ui/kit"
)

// briefRecords is how many lines a block shows of what has a tab of its own.
const briefRecords = 3

// partBlock is the newest records of a part, with links to all of them and to a new one.
func (s *Screen) partBlock(part int) *block {
	d := s.desk
	t := s.seen.parts[part].Type
	all := kit.NewLink("", func() { s.chooseTab(t.Key) })
	add := s.addLink(t)
	b := &block{grid: kit.NewGrid(nil)}
	b.shown = kit.NewBlock(s.nameOf(t), b.grid, add, all)
	b.grid.OnOpen = func(id int64, _ string) { d.Open(app.Place{Type: t.Key, ID: id}) }
	b.fill = func() {
		recs := s.seen.parts[part].Records
		all.Hidden = len(recs) <= briefRecords
		all.SetText(d.T("ui.card.all_n", "N", len(recs)))
		s.allow(add)
		if len(recs) == 0 {
			b.grid.SetRows(none(s.nothing("ui.card.none")))
			return
		}
		b.grid.SetRows(s.recordRows(t, recs[:min(len(recs), briefRecords)]))
	}
	return b
}

// addLink is a link that begins a record of a type.
func (s *Screen) addLink(t *app.Type) *kit.Link {
	return kit.NewLink(s.desk.T("ui.add"), func() { s.desk.Begin(t.Key, s.Origin()) })
}

// allow shows a link that adds something, where that is possible.
func (s *Screen) allow(add *kit.Link) { add.Hidden = s.desk.ReadOnly() || s.seen.foreign }

// ownFields returns the fields that tell records of a part apart: not whose they are.
func ownFields(t *app.Type) []app.Field {
	var own []app.Field
	for _, f := range t.Fields {
		if f.Key != t.Owner {
			own = append(own, f)
		}
	}
	return own
}

// recordRows shows records by the fields that lists show.
func (s *Screen) recordRows(t *app.Type, recs []app.Record) ([]kit.GridColumn, []kit.GridRow) {
	d := s.desk
	var columns []kit.GridColumn
	rows := make([]kit.GridRow, len(recs))
	for i, rec := range recs {
		rows[i].ID = rec.Header().ID
	}
	for _, f := range ownFields(t) {
		if f.Hidden {
			continue
		}
		columns = append(columns, kit.GridColumn{Key: f.Key, Head: f.Head(d.Lang), Right: f.Kind.Number(), Whole: f.Kind == app.KindDate, Spare: len(columns) > 1})
		row := app.RowOf(f, recs)
		for i := range recs {
			rows[i].Cells = append(rows[i].Cells, kit.GridCell{Text: app.OneLine(row.Words(i, d.TitleOf, d.Lang))})
		}
	}
	columns[widest(ownFields(t))].Wide = true
	return columns, rows
}

// widest returns the place, among the fields that lists show, of the one with the longest words.
func widest(fields []app.Field) int {
	at, found, most := -1, 0, 0
	for _, f := range fields {
		if f.Hidden {
			continue
		}
		at++
		if !f.Kind.Number() && f.Width > most {
			found, most = at, f.Width
		}
	}
	return found
}

// partTab is all records of a part, as a list of their own shows them.
type partTab struct {
	screen *Screen
	part   int
	table  *kit.Table
	add    *kit.Link
	whole  fyne.CanvasObject
}

func newPartTab(s *Screen, part int) tab {
	d := s.desk
	t := s.seen.parts[part].Type
	p := &partTab{screen: s, part: part, add: s.addLink(t)}
	p.table = kit.NewTable(ownColumns(kit.FieldColumns(t, d.TitleOf, d.Lang), t.Owner))
	p.table.SetNote(d.T("ui.card.none"))
	p.table.OnOpen = func(id int64) {
		s.last = p.table
		d.Open(app.Place{Type: t.Key, ID: id})
	}
	p.table.OnBack = s.leave
	p.add.OnEscape = s.leave
	p.add.OnFocus = func() { s.last = p.add }
	p.whole = container.NewPadded(kit.NewBlock(s.nameOf(t), p.table, p.add))
	return p
}

// ownColumns hides the column of the owner, which is the same in all rows; the first of the
// others tells the rows apart then.
func ownColumns(columns []kit.Column, owner string) []kit.Column {
	named := false
	for i := range columns {
		c := &columns[i]
		c.Hidden = c.Hidden || c.Key == owner
		c.Naming = !c.Hidden && !named
		named = named || c.Naming
	}
	return columns
}

func (p *partTab) body() fyne.CanvasObject { return p.whole }

func (p *partTab) fill() {
	s := p.screen
	part := s.seen.parts[p.part]
	p.table.SetRows(kit.FieldRows(part.Type, part.Records, s.desk.TitleOf, s.desk.Lang))
	s.allow(p.add)
}

func (p *partTab) first() fyne.Focusable {
	p.screen.last = p.table
	return p.table
}

// quartersBlock is the reports for quarters, which are in no year's column.
func (s *Screen) quartersBlock(part int) *block {
	d := s.desk
	t := s.seen.parts[part].Type
	list := kit.NewLink(d.T("ui.card.to_list"), func() { d.Open(app.Place{Type: t.Key}) })
	b := &block{grid: kit.NewGrid(nil)}
	b.shown = kit.NewBlock(d.T("ui.card.quarters"), b.grid, list)
	b.grid.OnOpen = func(id int64, _ string) { d.Open(app.Place{Type: t.Key, ID: id}) }
	b.fill = func() {
		var recs []app.Record
		for _, rec := range s.seen.parts[part].Records {
			if app.PeriodOf(rec).Quarter != 0 {
				recs = append(recs, rec)
			}
		}
		if len(recs) == 0 {
			b.grid.SetRows(none(s.nothing("ui.card.none")))
			return
		}
		b.grid.SetRows(s.recordRows(t, recs))
	}
	return b
}
