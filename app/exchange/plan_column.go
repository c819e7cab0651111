package exchange

import (
	"technopark/app"
)

// PlanColumn plans values for one field of records that are there: the first row of a block is of the
// first record, and so on downward. The layout says what the block is, for who shows the plan.
func (r Recipient) PlanColumn(b *Book, t *app.Type, field string, records []int64) (*Layout, *RecordsPlan, error) {
	f, ok := t.Field(field)
	if !ok || !taken(&f) {
		return nil, nil, refuse("в этот столбец ничего не вставляется: его заполняет программа", "nothing is pasted into this column: the program fills it")
	}
	sheet := b.Sheets[0]
	rows := 0
	for _, row := range sheet.Rows {
		rows = max(rows, row.Number)
	}
	if rows > len(records) {
		return nil, nil, refuse("значений %d, а строк списка от выбранной и ниже — %d: выберите строку выше или вставьте меньше",
			"there are %d values and %d rows of the list from the chosen one down: choose a higher row, or paste fewer", rows, len(records))
	}
	p := r.planner()
	p.load(t)
	l := &Layout{Type: t, Columns: []LaidColumn{{Column: 1, Head: f.Label.RU, Fields: []string{field}, Why: WhyHand}}, Given: map[string]string{}}
	in := incoming{t: t, laid: l}
	c := laidColumn{LaidColumn: l.Columns[0], targets: []Target{{Key: field, Type: t, Field: f}}}
	reader := &laidReader{p: p, l: l, sheet: sheet}
	for _, row := range sheet.Rows {
		cell := row.At(1)
		was := p.byID[t.Key][records[row.Number-1]]
		if cell.Text == "" || was == nil {
			continue
		}
		out := inRow{number: row.Number}
		for _, one := range reader.cells(c, cell, false) {
			out.cells = append(out.cells, one.inCell)
		}
		p.columnLine(in, out, was)
	}
	p.RecordsPlan.titles = p.titles
	return l, p.RecordsPlan, p.err
}

// columnLine plans one value of a record.
func (p *recordsPlanner) columnLine(in incoming, row inRow, was app.Record) {
	from, before := len(p.Changes), p.rows
	var is app.Record
	if _, rejected := p.compose(in, row); rejected {
		p.rows[Rejected]++
	} else if !p.confused(in, row, was) {
		is = p.change(in, row, was)
	}
	line := Line{Row: row.number, State: Same}
	for s := range before {
		if p.rows[s] > before[s] {
			line.State = State(s)
		}
	}
	line.Parts = []LinePart{{Type: in.t, Is: is, Was: was}}
	for i := from; i < len(p.Changes); i++ {
		line.Changes = append(line.Changes, i)
	}
	p.lines = append(p.lines, line)
}
