package reports

import (
	"unicode/utf16"

	"technopark/app"
	"technopark/reports/doc"
)

// mostCell is how many UTF-16 units a cell of a workbook holds: Excel's own limit, past
// which a text would be cut without a word.
const mostCell = 32767

// Workbook returns a package as a workbook is made of it: with a sheet more for each type of
// records in the book, all stored fields with all their decimals, to be sorted and filtered.
func Workbook(in Input) doc.Document {
	p, d := newPaper(in), Package(in)
	for _, t := range app.Types() {
		if !t.Submitted() {
			continue
		}
		table := doc.Table{Columns: append([]doc.Column{p.numberColumn()}, p.columns(t.Stored())...)}
		for _, rec := range p.Book.Of(t.Key) {
			table.Rows = append(table.Rows, doc.Row{Cells: doc.Cells(p.exactRow(rec)...)})
		}
		if len(table.Rows) > 0 {
			d.Sections = append(d.Sections, doc.Section{Title: t.Many.In(p.Lang), Landscape: true, Blocks: []doc.Block{table}})
		}
	}
	return d
}

// exactRow returns a record as cells: its id, by which other records name it, and its stored
// fields.
func (p *paper) exactRow(rec app.Record) []string {
	cells := []string{p.whole(int(rec.Header().ID))}
	for _, f := range rec.Type().Stored() {
		text := p.text(f, rec)
		if v := f.Get(rec); !v.Empty() {
			text = f.Exact(v, p.title, p.Lang)
		}
		if n := len(utf16.Encode([]rune(text))); n > mostCell {
			text = p.say("текст из ", "a text of ") + p.whole(n) + p.say(" знаков, в клетку не входит; он есть в файле данных", " characters, too long for a cell; it is in the file of data")
		}
		cells = append(cells, text)
	}
	return cells
}
