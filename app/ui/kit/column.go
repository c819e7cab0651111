package kit

import (
	"strings"

	"technopark/app"
)

// Column describes a column of a table.
type Column struct {
	Key   string // told to Table.SortBy
	Head  string // with the unit: it stands nowhere else
	Chars int    // width in characters
	Right bool   // figures, aligned by their last digit
	Wide  bool   // takes the room that is left
	Bars  bool   // cells may have a strip under their text
}

// Cell is what a table shows and sorts by.
type Cell struct {
	Text   string  // what the cell shows
	N      int64   // what a Number cell sorts by
	Number bool    // sorts by N; other cells sort by Text
	Muted  bool    // «не применимо» and the like: words, not figures
	Bar    bool    // a strip shows Share under the text
	Share  float32 // of the strip that is filled, 0 to 1
}

// Row is one line of a table.
type Row struct {
	ID      int64  // told to the handlers of the table; not 0 but for a heading
	Cells   []Cell // one for each column
	Heading bool   // stands above a group of rows and shows its first cell only; its ID is negative
}

// FieldColumns returns a column for each field that is not hidden.
func FieldColumns(fields []app.Field, lang app.Lang) []Column {
	var columns []Column
	for _, f := range shownFields(fields) {
		c := Column{Key: f.Key, Head: head(f, lang), Chars: f.Width, Right: f.Kind.Number()}
		if f.Kind == app.KindPeriod {
			c.Chars = max(c.Chars, 14) // «III квартал 2020»
		}
		if f.CanNA {
			c.Chars = max(c.Chars, 12) // «не применимо»
		}
		columns = append(columns, c)
	}
	if len(columns) > 0 {
		widest := 0
		for i, c := range columns {
			if !c.Right && c.Chars > columns[widest].Chars {
				widest = i
			}
		}
		columns[widest].Wide = true
	}
	return columns
}

// head keeps the words of the unit on one line.
func head(f app.Field, lang app.Lang) string {
	f.Unit = app.L(strings.ReplaceAll(f.Unit.RU, " ", app.NBSP), strings.ReplaceAll(f.Unit.EN, " ", app.NBSP))
	return f.Head(lang)
}

// FieldRow returns the cells of a record for FieldColumns of the same fields.
func FieldRow(rec app.Record, fields []app.Field, titles app.Titles, lang app.Lang) Row {
	row := Row{ID: rec.Header().ID}
	for _, f := range shownFields(fields) {
		row.Cells = append(row.Cells, FieldCell(f, f.Get(rec), titles, lang))
	}
	return row
}

func shownFields(fields []app.Field) []app.Field {
	var shown []app.Field
	for _, f := range fields {
		if !f.Hidden {
			shown = append(shown, f)
		}
	}
	return shown
}

// FieldCell returns the cell of one value. A missing figure that a report should give
// shows a dash, so that it cannot be taken for a column nobody looks at.
func FieldCell(f app.Field, v app.Value, titles app.Titles, lang app.Lang) Cell {
	cell := Cell{Text: f.Words(v, titles, lang)}
	switch {
	case v.State == app.NotApplicable:
		cell.Muted = true
	case v.State == app.NotProvided && f.Kind.Number() && f.CanNA:
		cell.Text, cell.Muted = "—", true
	case v.State == app.Given && f.Kind.Number():
		cell.N, cell.Number = v.N, true
	case v.State == app.Given && f.Kind == app.KindDate:
		d, _ := app.ParseISODate(v.S)
		cell.N, cell.Number = int64(d.Days()), true
	case v.State == app.Given && f.Kind == app.KindPeriod:
		p, _ := app.ParsePeriod(v.S)
		cell.N, cell.Number = int64(p.Year*10+p.Quarter), true
	}
	return cell
}
