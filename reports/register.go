package reports

import (
	"cmp"
	"slices"

	"technopark/app"
	"technopark/reports/doc"
)

// Numbers of fields of a record.
const (
	widest       = 9 // above, a record of the register is printed as a card
	widestOnHigh = 6 // above, its table takes a turned sheet
)

// otherRecords makes the register of records that no part of their own prints, so that a type
// added to the catalogue is on paper from its first day: a table of each type, or a card of
// each record where a table would be too wide. The types on upright sheets come first, so that
// the sheets turn once.
func (p *paper) otherRecords() doc.Section {
	upright, wide := p.recordBlocks(false), p.recordBlocks(true)
	if len(upright) == 0 {
		return doc.Section{Landscape: true, Blocks: wide}
	}
	return doc.Section{Blocks: upright}
}

// wideRecords are what of the register stands on turned sheets behind the upright ones.
func (p *paper) wideRecords() []doc.Section {
	wide := p.recordBlocks(true)
	if len(wide) == 0 || len(p.recordBlocks(false)) == 0 {
		return nil
	}
	return []doc.Section{{Landscape: true, Blocks: wide}}
}

// recordBlocks returns the tables of the register that are wide, or all the rest of it.
func (p *paper) recordBlocks(wide bool) []doc.Block {
	var blocks []doc.Block
	for _, t := range registered() {
		recs, fields := p.ofYear(t), t.Stored()
		inTable := len(fields) <= widest
		if len(recs) == 0 || wide != (inTable && len(fields) > widestOnHigh) {
			continue
		}
		blocks = append(blocks, chapter(t.Many.In(p.Lang)))
		if inTable {
			blocks = append(blocks, p.registerTable(t, recs, fields))
			continue
		}
		for _, rec := range recs {
			title := doc.Heading{Level: 2, Text: capital(t.TitleIn(p.Lang, rec, p.title))}
			blocks = append(blocks, title, p.card(rec))
		}
	}
	return blocks
}

// registerTable numbers the records and lets their texts share the width that is left.
func (p *paper) registerTable(of *app.Type, recs []app.Record, fields []app.Field) doc.Table {
	t := p.table(recs, fields)
	for i, f := range fields {
		if f.Kind == app.KindText || f.Kind == app.KindNote || f.Kind == app.KindRef || f.Kind == app.KindRefs {
			t.Columns[i].Weight = float64(f.Width)
		}
	}
	t.Columns = append([]doc.Column{p.numberColumn()}, t.Columns...)
	for i, row := range t.Rows {
		t.Rows[i].Cells = append(doc.Cells(p.whole(i+1)), row.Cells...)
	}
	t.Rows = append(t.Rows, p.registerTotal(of, recs, fields))
	return t
}

// registerTotal counts the records and adds up their money and areas; other numbers — a
// floor, a stage — make no sum.
func (p *paper) registerTotal(of *app.Type, recs []app.Record, fields []app.Field) doc.Row {
	label := p.say("Всего", "Total") + " (" + lower(of.Many.In(p.Lang)) + "): " + p.whole(len(recs))
	cells := []doc.Cell{{Text: label, Span: 1}}
	summed := false
	for _, f := range fields {
		if f.Kind != app.KindMoney && f.Kind != app.KindQuantity {
			if !summed {
				cells[0].Span++ // the label has the room of all that stands before the first sum
			} else {
				cells = append(cells, doc.Cell{})
			}
			continue
		}
		summed = true
		total := sum{field: f}
		for _, rec := range recs {
			total.add(f.Get(rec))
		}
		cells = append(cells, doc.Cell{Text: total.text(p.Lang)})
	}
	return doc.Row{Kind: doc.RowTotal, Cells: cells}
}

// registered returns the types that no part prints by itself.
func registered() []*app.Type {
	printed := map[string]bool{}
	for _, part := range Parts() {
		for _, key := range part.prints {
			printed[key] = true
		}
	}
	return slices.DeleteFunc(app.Types(), func(t *app.Type) bool { return printed[t.Key] || !t.Submitted() })
}

// ofYear returns the records of a type that a submission of the year reads, by what puts
// them into a year, then by id.
func (p *paper) ofYear(t *app.Type) []app.Record {
	recs := slices.DeleteFunc(slices.Clone(p.Book.Of(t.Key)), func(rec app.Record) bool { return !p.Book.Reads(rec, p.Year) })
	f, dated := t.Field(t.Period)
	slices.SortStableFunc(recs, func(a, b app.Record) int {
		if !dated {
			return 0
		}
		return cmp.Compare(f.Get(a).S, f.Get(b).S)
	})
	return recs
}

// hasRegister reports whether the register would have anything to say.
func (p *paper) hasRegister() bool {
	return slices.ContainsFunc(registered(), func(t *app.Type) bool { return len(p.ofYear(t)) > 0 })
}
