package intake

import (
	"slices"
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// filePage is the first page: the table as it came, its sheet, and what its rows are.
type filePage struct {
	s       *Screen
	choose  *kit.Button // in place of the rows while there are none
	other   *kit.Button // another file
	typ     *kit.Select
	sheet   *kit.Select
	sheets  []int // by the choices of sheet
	filling bool  // choices are set by the program
	table   *kit.Table
	place   *fyne.Container // of the table
	empty   *kit.Empty

	choices *fyne.Container
	content *fyne.Container
}

func newFilePage(s *Screen) *filePage {
	d := s.desk
	p := &filePage{s: s, place: container.NewStack(), empty: kit.NewEmpty("", "")}
	p.choose = kit.NewPrimary(d.T("ui.intake.choose"), theme.FolderOpenIcon(), s.onChoose)
	p.other = kit.NewButton(d.T("ui.intake.choose_other"), s.onChoose)
	var names []string
	for _, t := range types() {
		names = append(names, t.Many.In(d.Lang))
	}
	p.typ, p.sheet = kit.NewSelect(names), kit.NewSelect(nil)
	p.typ.OnChanged = func(string) { p.onType() }
	p.sheet.OnChanged = func(string) { p.onSheet() }
	p.table = kit.NewTable([]kit.Column{{Key: "row", Head: "", Chars: 4}})
	p.choices = container.NewPadded(kit.NewFlow(labelled(d, "ui.intake.sheet", 17, p.sheet), labelled(d, "ui.intake.type", 19, p.typ), p.other))
	p.content = container.NewStack(p.place, p.empty)
	return p
}

func (p *filePage) show(on bool) {
	s, d := p.s, p.s.desk
	none := s.source.book == nil || s.layout == nil
	show(p.choices, on && !none)
	show(p.content, on)
	if !on {
		return
	}
	show(p.empty, none)
	show(p.place, !none)
	if none {
		if d.ReadOnly() {
			p.empty.Say(d.T("ui.intake.none"), d.T("ui.card.read_only"))
			return
		}
		p.empty.Say(d.T("ui.intake.none"), d.T("ui.intake.none_text"), p.choose)
		return
	}
	p.filling = true
	p.sheets = p.sheets[:0]
	var names []string
	for i, sheet := range s.source.book.Sheets {
		name := sheet.Name
		if sheet.Text {
			name = d.T("ui.intake.text")
		}
		if sheet.Hidden {
			name += d.T("ui.intake.hidden")
		}
		names, p.sheets = append(names, name+" ("+strconv.Itoa(len(sheet.Rows))+")"), append(p.sheets, i)
	}
	p.sheet.SetOptions(names)
	p.sheet.SetSelectedIndex(slices.Index(p.sheets, s.layout.Sheet))
	p.typ.SetSelectedIndex(slices.Index(types(), s.typ))
	p.filling = false
	p.fill()
}

func (p *filePage) onType() {
	at := p.typ.SelectedIndex()
	if p.filling || at < 0 || types()[at] == p.s.typ {
		return
	}
	p.s.typ = types()[at]
	p.s.understand(p.s.layout.Sheet, 0, 0)
}

func (p *filePage) onSheet() {
	at := p.sheet.SelectedIndex()
	if p.filling || at < 0 || p.sheets[at] == p.s.layout.Sheet {
		return
	}
	p.s.understand(p.sheets[at], 0, 0)
}

// firstRows is how many rows of the table are shown.
const firstRows = 200

// fill shows the first rows as they stand in the table.
func (p *filePage) fill() {
	s := p.s
	sheet := s.source.book.Sheets[s.layout.Sheet]
	rows := sheet.Rows[:min(len(sheet.Rows), firstRows)]
	columns := []kit.Column{{Key: "row", Head: s.desk.T("ui.intake.row"), Chars: 7, Right: true, Naming: true}}
	for i, c := range s.layout.Columns {
		columns = append(columns, kit.Column{Key: strconv.Itoa(c.Column), Head: exchange.ColumnName(c.Column), Chars: widthOf(rows, c.Column), Wide: i == 0})
	}
	p.table = kit.NewTable(columns)
	p.table.OnBack = s.onEscape
	p.table.OnOpen = func(int64) { s.onNext() } // a row as it came has nothing to open
	var lines []kit.Row
	for _, row := range rows {
		line := kit.Row{ID: int64(row.Number), Cells: []kit.Cell{{Text: strconv.Itoa(row.Number), N: int64(row.Number), Number: true, Muted: true}}}
		head := row.Number >= s.layout.First && row.Number <= s.layout.Last && s.layout.First > 0
		for _, c := range s.layout.Columns {
			line.Cells = append(line.Cells, kit.Cell{Text: app.Clean(row.At(c.Column).Text), Strong: head})
		}
		lines = append(lines, line)
	}
	p.table.SetRows(lines)
	p.place.Objects = []fyne.CanvasObject{p.table}
	p.place.Refresh()
}

// widthOf is how many characters a column takes.
func widthOf(rows []exchange.Row, column int) int {
	const least, most = 6, 30
	wide := least
	for _, row := range rows[:min(len(rows), 40)] {
		wide = max(wide, len([]rune(row.At(column).Text)))
	}
	return min(wide, most)
}
