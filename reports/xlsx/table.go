package xlsx

import (
	"fmt"
	"strconv"
	"strings"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/reports/doc"
)

// style is what cells look like; each kind is made once for a workbook.
type style struct {
	bold, wrap, shaded, ruled, right bool
	decimals                         int // of a number, plus one; 0 is text
}

func (b *book) styled(st style) int {
	if id, known := b.styles[st]; known {
		return id
	}
	look := &excelize.Style{
		Font:      &excelize.Font{Bold: st.bold, Size: 10},
		Alignment: &excelize.Alignment{WrapText: st.wrap, Vertical: "top"},
	}
	if st.right {
		look.Alignment.Horizontal = "right"
	}
	if st.shaded {
		look.Fill = excelize.Fill{Type: "pattern", Pattern: 1, Color: []string{"E6E6E6"}}
	}
	if st.ruled {
		for _, side := range []string{"left", "top", "right", "bottom"} {
			look.Border = append(look.Border, excelize.Border{Type: side, Color: "808080", Style: 1})
		}
	}
	if st.decimals > 0 {
		format := "#,##0"
		if st.decimals > 1 {
			format += "." + strings.Repeat("0", st.decimals-1)
		}
		look.CustomNumFmt = &format
	}
	id, err := b.file.NewStyle(look)
	b.do(err)
	if b.styles == nil {
		b.styles = map[style]int{}
	}
	b.styles[st] = id
	return id
}

// table writes a table with a filter over its columns.
func (p *page) table(t doc.Table) {
	p.tables++
	head := p.row
	for i, c := range t.Columns {
		p.cell(i+1, title(c), style{bold: true, wrap: true, shaded: true, ruled: true})
	}
	p.headEnd = p.row
	p.row++
	if len(t.Rows) == 0 {
		empty := t.Empty
		if empty == "" {
			empty = p.words.NoRows
		}
		p.line(style{}, empty)
	}
	for _, row := range t.Rows {
		p.tableRow(t, row)
	}
	if len(t.Rows) > 0 && p.tables == 1 {
		last, err := excelize.CoordinatesToCellName(len(t.Columns), p.row-1)
		p.do(err)
		p.do(p.file.AutoFilter(p.name, fmt.Sprintf("A%d:%s", head, last), nil))
	}
	p.row++
}

func title(c doc.Column) string {
	text := c.Title
	if c.Unit != "" {
		text += ", " + c.Unit
	}
	if c.Group != "" && c.Group != c.Title {
		text = strings.TrimSuffix(c.Group+": "+text, ": ")
	}
	return plain(text)
}

func (p *page) tableRow(t doc.Table, row doc.Row) {
	if row.Kind == doc.RowSection && len(row.Cells) > 0 {
		p.put(1, plain(row.Cells[0].Text), style{bold: true, shaded: true})
		p.row++
		return
	}
	column := 1
	for _, c := range row.Cells {
		right := column <= len(t.Columns) && t.Columns[column-1].Align == doc.Right
		p.cell(column, plain(c.Text), style{bold: c.Bold || row.Kind != doc.RowPlain, wrap: true, ruled: true, right: right})
		column += max(c.Span, 1)
	}
	p.row++
}

// number reads a figure as papers write it: «−1 234,50» with non-breaking spaces, or
// “−1,234.50”.
func number(text string, lang app.Lang) (n float64, decimals int, ok bool) {
	point := "."
	if lang == app.EN {
		point = ""
	}
	plain := strings.NewReplacer(app.NBSP, "", "\u2212", "-", ",", point).Replace(text)
	n, err := strconv.ParseFloat(plain, 64)
	if err != nil || plain == "" || strings.ContainsAny(plain, "eExXnN_ ") {
		return 0, 0, false
	}
	if _, fraction, found := strings.Cut(plain, "."); found {
		decimals = len(fraction)
	}
	return n, decimals, true
}
