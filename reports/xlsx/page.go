package xlsx

import (
	"strings"
	"unicode/utf8"

	"github.com/xuri/excelize/v2"

	"technopark/reports/doc"
)

// page is a sheet being written from the top.
type page struct {
	*book
	name    string
	row     int   // the next free one, from 1
	widths  []int // of columns, in characters
	tables  int
	headEnd int // the last row of the head of the first table
}

// Widths of columns in characters: longer texts are wrapped.
const (
	minWidth = 6
	maxWidth = 44
)

func (p *page) setUp(s doc.Section) {
	orientation := "portrait"
	if s.Landscape {
		orientation = "landscape"
	}
	a4, fit, asMany := 9, 1, 0
	p.do(p.file.SetPageLayout(p.name, &excelize.PageLayoutOptions{Size: &a4, Orientation: &orientation, FitToWidth: &fit, FitToHeight: &asMany}))
	yes := true
	p.do(p.file.SetSheetProps(p.name, &excelize.SheetPropsOptions{FitToPage: &yes}))
}

func (p *page) blocks(blocks []doc.Block) {
	for _, b := range blocks {
		p.block(b)
	}
}

func (p *page) block(b doc.Block) {
	switch b := b.(type) {
	case doc.Lead:
		p.line(style{bold: true}, plain(b.Figure))
		p.line(style{bold: true}, plain(b.Title))
		for _, line := range b.Lines {
			p.line(style{}, plain(line))
		}
	case doc.Heading:
		p.line(style{bold: true}, plain(b.Text))
	case doc.Paragraph:
		p.line(style{bold: b.Bold}, plain(b.Text))
	case doc.KeyValues:
		for _, item := range b.Items {
			p.cell(1, plain(item.Label), style{bold: item.Value == "" && item.Unit == "", wrap: true})
			p.cell(2, strings.TrimSpace(plain(item.Value)+" "+plain(item.Unit)), style{wrap: true})
			p.row++
		}
	case doc.Table:
		p.table(b)
	case doc.Signatures:
		p.row++
		for _, person := range b.People {
			p.cell(1, plain(person.Role), style{wrap: true})
			p.cell(2, "______________  "+plain(person.Name), style{})
			p.row++
		}
	case doc.KeepTogether:
		p.blocks(b.Blocks)
	case doc.Spacer, doc.PageBreak, doc.Contents, doc.Code, doc.Drawing: // a sheet has no pages
	}
}

// line writes a text over the columns beside it, which stay empty.
func (p *page) line(st style, text string) {
	p.put(1, text, st)
	p.row++
}

// cell writes a text and lets its column grow.
func (p *page) cell(column int, text string, st style) {
	p.put(column, text, st)
	p.grow(column, text)
}

func (p *page) grow(column int, text string) {
	for len(p.widths) < column {
		p.widths = append(p.widths, minWidth)
	}
	for line := range strings.SplitSeq(text, "\n") {
		p.widths[column-1] = min(maxWidth, max(p.widths[column-1], utf8.RuneCountInString(line)+2))
	}
}

func (p *page) put(column int, text string, st style) {
	at := p.at(column)
	if n, decimals, ok := number(text, p.lang); ok && st.right {
		st.decimals = decimals + 1
		p.do(p.file.SetCellFloat(p.name, at, n, decimals, 64))
	} else {
		p.do(p.file.SetCellStr(p.name, at, text))
	}
	p.do(p.file.SetCellStyle(p.name, at, at, p.styled(st)))
}

func (p *page) at(column int) string {
	at, err := excelize.CoordinatesToCellName(column, p.row)
	p.do(err)
	return at
}

// finish sets the widths, and freezes the head of a sheet that is one table.
func (p *page) finish() {
	for i, width := range p.widths {
		name, err := excelize.ColumnNumberToName(i + 1)
		p.do(err)
		p.do(p.file.SetColWidth(p.name, name, name, float64(width)))
	}
	p.do(p.file.SetSheetDimension(p.name, cellName(1, 1)+":"+cellName(max(1, len(p.widths)), max(1, p.row-1))))
	if p.tables != 1 || p.headEnd == 0 {
		return
	}
	top, err := excelize.CoordinatesToCellName(1, p.headEnd+1)
	p.do(err)
	p.do(p.file.SetPanes(p.name, &excelize.Panes{Freeze: true, YSplit: p.headEnd, TopLeftCell: top, ActivePane: "bottomLeft"}))
}

// plain takes out what only a typesetter reads: soft hyphens.
func plain(s string) string { return strings.ReplaceAll(s, "\u00ad", "") }
