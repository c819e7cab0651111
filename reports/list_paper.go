package reports

import (
	"slices"
	"time"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/reports/doc"
)

// How a list lies on paper: upright with so many columns at most, else turned; columns of texts
// share what width is left by what stands in them.
const (
	widestUpright = 7
	listText      = 9 // points
)

// List puts a list on paper as it is shown: what it is and by what rows were left out under its
// title, the rows numbered, the sums under them. What is too wide for a sheet becomes several
// tables, the number and the name in each.
func List(t *exchange.Table, made time.Time, program string) doc.Document {
	day := app.DateOf(made)
	section := doc.Section{Title: t.Title, Landscape: len(t.Columns) > widestUpright}
	for _, line := range t.About {
		section.Blocks = append(section.Blocks, doc.Paragraph{Text: line})
	}
	section.Blocks = append(section.Blocks, doc.Spacer{Height: 2}, listTable(t))
	park := ""
	if len(t.About) > 0 {
		park = t.About[0]
	}
	return doc.Document{
		Title: t.Title, Subject: park, Creator: program, Lang: app.L("ru-RU", "en-GB").In(t.Lang), Created: day.Midnight(),
		Foot:     doc.Foot{Park: park, Edition: t.Title + ", " + day.String()},
		Sections: []doc.Section{section},
	}
}

func listTable(t *exchange.Table) doc.Table {
	out := doc.Table{Size: listText, Columns: []doc.Column{{Title: app.L("№", "No.").In(t.Lang), Align: doc.Right}}}
	for i, c := range t.Columns {
		column := doc.Column{Title: c.Name, Unit: unbroken(c.Unit)}
		switch c.Form {
		case exchange.Words:
			column.Weight = float64(usualChars(t, i))
		case exchange.Figures:
			column.Align = doc.Right
		case exchange.Days:
		}
		out.Columns = append(out.Columns, column)
	}
	number := int64(0)
	for _, row := range t.Rows {
		if t.IsHeading(row) {
			out.Rows = append(out.Rows, doc.Row{Kind: doc.RowSection, Cells: doc.Cells(row[0].Text)})
			continue
		}
		number++
		cells := doc.Cells(app.FormatNumber(number, 1, 0, t.Lang))
		for i, v := range row {
			cells = append(cells, doc.Cell{Text: t.Written(v, i)})
		}
		out.Rows = append(out.Rows, doc.Row{Cells: cells})
	}
	if t.Total != nil && len(t.Rows) > 0 {
		out.Rows = append(out.Rows, listTotal(t))
	}
	return out
}

// Bounds of the share of a column of words, in characters: a code is still read, and one remark as long
// as a page does not take the room of all names.
const (
	leastChars = 6
	mostChars  = 60
)

// usualChars returns how many characters nine of ten texts of a column have at most: a column gets as
// much of the sheet as what stands in it needs, so that few lines break.
func usualChars(t *exchange.Table, column int) int {
	var lengths []int
	for _, row := range t.Rows {
		if t.IsHeading(row) || column >= len(row) {
			continue
		}
		if n := utf8.RuneCountInString(t.Written(row[column], column)); n > 0 {
			lengths = append(lengths, n)
		}
	}
	if len(lengths) == 0 {
		return max(leastChars, min(t.Columns[column].Chars, mostChars))
	}
	slices.Sort(lengths)
	return max(leastChars, min(lengths[(len(lengths)-1)*9/10], mostChars))
}

// listTotal writes what stands under the columns; the label has the room before the first sum.
func listTotal(t *exchange.Table) doc.Row {
	cells := []doc.Cell{{Text: t.Total.Label, Span: 1}}
	summed := false
	for _, sum := range t.Total.Sums {
		if sum.Words == "" && !summed {
			cells[0].Span++
			continue
		}
		summed = true
		cells = append(cells, doc.Cell{Text: sum.Words})
	}
	return doc.Row{Kind: doc.RowTotal, Cells: cells}
}
