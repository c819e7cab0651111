package card

import (
	"technopark/app"
	"technopark/app/ui/kit"
)

// briefFields is how many fields of the record the overview shows.
const briefFields = 8

// fieldsBlock is what is recorded of the record itself; a line leads to its field in the form.
func (s *Screen) fieldsBlock(brief bool) *block {
	d := s.desk
	edit := kit.NewLink(d.T("ui.card.edit"), s.onEdit)
	b := &block{grid: kit.NewGrid(nil)}
	b.shown = kit.NewBlock(d.T("ui.card.fields"), b.grid, edit)
	var shown []app.Field
	b.grid.OnOpen = func(id int64, _ string) {
		place := s.place
		if f := shown[id-1]; f.Typed() {
			place.Field = f.Key
		}
		d.Open(place)
	}
	b.fill = func() {
		shown = s.seen.rec.Type().Fields
		if brief {
			shown = s.telling()
		}
		columns := []kit.GridColumn{{Key: "label", Whole: true}, {Key: "value", Wide: true, Folds: !brief}}
		b.grid.SetRows(columns, s.fieldRows(shown, brief))
	}
	return b
}

// telling returns the fields one asks a card for: those that lists show and how to reach
// people, but not what stands in the head already.
func (s *Screen) telling() []app.Field {
	var all []app.Field
	for _, f := range s.seen.rec.Type().Fields {
		v := f.Get(s.seen.rec)
		reach := f.Scheme == app.SchemePhone || f.Scheme == app.SchemeEmail || f.Scheme == app.SchemeURL
		switch {
		case f.Derived, f.Hidden && !reach, f.Scheme == app.SchemeINN && !v.Empty():
		case v.Empty() && !f.Required, v == app.TextValue(s.seen.title):
		case len(all) < briefFields:
			all = append(all, f)
		}
	}
	return all
}

func (s *Screen) fieldRows(fields []app.Field, brief bool) []kit.GridRow {
	lang := s.desk.Lang
	var rows []kit.GridRow
	section := ""
	for i, f := range fields {
		if title := f.Section.In(lang); !brief && title != section {
			section = title
			rows = append(rows, kit.GridRow{Heading: true, Cells: []kit.GridCell{{Text: title}}})
		}
		label := kit.GridCell{Text: f.Head(lang), Colour: kit.ColorMuted}
		rows = append(rows, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{label, s.valueOf(f)}})
	}
	return rows
}

// valueOf shows a value of the record: one that is missing and needed is marked.
func (s *Screen) valueOf(f app.Field) kit.GridCell {
	v := f.Get(s.seen.rec)
	switch {
	case !v.Empty():
		return kit.GridCell{Text: app.OneLine(f.Exact(v, s.desk.TitleOf, s.desk.Lang))}
	case f.RequiredOf(s.seen.rec):
		return kit.GridCell{Text: app.MarkMissing.In(s.desk.Lang)}
	}
	return kit.GridCell{Text: "—", Colour: kit.ColorMuted}
}
