package intake

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// previewPage is the third page: what would become of every row.
type previewPage struct {
	s       *Screen
	buttons []*kit.Button // that narrow the rows, by state; the first shows all
	chosen  int           // index in buttons
	search  *kit.Filter
	list    *kit.List
	plan    *exchange.RecordsPlan // that the rows are of
	lines   []exchange.Line
	targets []shownField
	sheet   map[int]exchange.Row // rows as they stand in the table
	one     *lineForm
	place   *fyne.Container // of the list

	choices *fyne.Container
	content *fyne.Container
	details *fyne.Container
}

// shownField is a column of the preview.
type shownField struct {
	exchange.Target
	column int  // of the table; 0 for a value of all rows
	second bool // it shares its cells with the one before
}

// shown are the states by the buttons that show them alone.
var shown = []exchange.State{0: exchange.New, 1: exchange.Changed, 2: exchange.Same, 3: exchange.Rejected}

func newPreviewPage(s *Screen) *previewPage {
	d := s.desk
	p := &previewPage{s: s, place: container.NewStack()}
	row := kit.NewFlow()
	for i := range len(shown) + 1 {
		b := kit.NewButton("", func() { p.narrow(i) })
		b.OnEscape = s.FocusList
		p.buttons = append(p.buttons, b)
		row.Add(b)
	}
	p.search = kit.NewFilter(d.T("ui.intake.find"), func(text string) { p.list.Table.SetFilter(text) })
	p.search.OnDown = s.FocusList
	row.Add(kit.Chars(18, p.search))
	p.choices = container.NewPadded(row)
	p.one = newLineForm(p)
	p.list = p.newList([]kit.Column{{Key: "row", Head: d.T("ui.intake.row"), Naming: true}})
	p.content = container.NewStack(p.place)
	p.details = p.one.content
	return p
}

func (p *previewPage) newList(columns []kit.Column) *kit.List {
	d := p.s.desk
	list := kit.NewList(kit.ListOptions{Window: d.Window, Words: d.Words, Columns: columns})
	list.Table.OnBack = p.s.onEscape
	list.Table.OnSelect = func(id int64) { p.one.show(id) }
	list.Table.OnOpen = func(int64) { p.one.focus() }
	p.place.Objects = []fyne.CanvasObject{list.Content}
	return list
}

func (p *previewPage) show(on bool) {
	on = on && p.s.plan != nil
	for _, o := range []fyne.CanvasObject{p.choices, p.content, p.details} {
		show(o, on)
	}
	if on {
		p.one.show(p.list.Table.Selected())
	}
}

// use shows another plan; the row that was chosen stays so.
func (p *previewPage) use() {
	s := p.s
	p.plan, p.lines = s.plan, s.plan.Lines()
	p.sheet = map[int]exchange.Row{}
	if sheet := s.sheet(); sheet != nil {
		for _, row := range sheet.Rows {
			p.sheet[row.Number] = row
		}
	}
	p.targets = p.targets[:0]
	for _, t := range exchange.Targets(s.layout.Type) {
		c := s.layout.Column(t.Key)
		if _, given := s.layout.Given[t.Key]; c != nil || given {
			field := shownField{Target: t}
			if c != nil {
				field.column, field.second = c.Column, c.Fields[0] != t.Key
			}
			p.targets = append(p.targets, field)
		}
	}
	slices.SortStableFunc(p.targets, func(a, b shownField) int { return placeOf(a) - placeOf(b) })
	selected := p.list.Table.Selected()
	p.list = p.newList(p.columns())
	p.search.SetText("")
	p.narrow(p.chosen)
	if p.list.Table.Shows(selected) {
		p.list.Table.Select(selected)
	}
	p.place.Refresh()
}

// placeOf puts fields in the order of their columns, values of all rows last.
func placeOf(f shownField) int {
	if f.column == 0 {
		return 1 << 20
	}
	return f.column
}

func (p *previewPage) columns() []kit.Column {
	d := p.s.desk
	columns := []kit.Column{
		{Key: "row", Head: d.T("ui.intake.row"), Chars: 7, Right: true, Naming: true},
		{Key: "what", Head: d.T("ui.intake.what"), Chars: 14},
	}
	for i, f := range p.targets {
		columns = append(columns, kit.Column{
			Key: f.Key, Head: f.Label(d.Lang), Chars: min(max(f.Field.Width, 10), 28), Right: f.Field.Kind.Number(), Wide: i == 0, Frames: true,
		})
	}
	return columns
}

// narrow shows the rows of one state; the first button shows all.
func (p *previewPage) narrow(button int) {
	d := p.s.desk
	if p.plan == nil {
		return
	}
	p.chosen = button
	ids := []string{"ui.intake.state.new", "ui.intake.state.changed", "ui.intake.state.same", "ui.intake.state.rejected"}
	for i, b := range p.buttons {
		if i == 0 {
			b.SetText(d.T("ui.intake.state.all", "N", grouped(d.Lang, len(p.lines))))
		} else {
			b.SetText(d.T(ids[i-1], "N", grouped(d.Lang, p.plan.CountLines(shown[i-1]))))
		}
		b.Importance = widget.LowImportance // the accent is of the button that writes
		if i == button {
			b.Importance = widget.MediumImportance
		}
		b.Refresh()
	}
	var rows []kit.Row
	for i, line := range p.lines {
		if button == 0 || line.State == shown[button-1] {
			rows = append(rows, kit.Row{ID: int64(i + 1), Make: func(column int) kit.Cell { return p.cell(line, column) }})
		}
	}
	table := p.list.Table
	table.SetRows(rows)
	if !table.Shows(table.Selected()) && len(rows) > 0 {
		table.Select(rows[0].ID)
	}
	p.one.show(table.Selected())
	p.s.view.Refresh()
}

func grouped(lang app.Lang, n int) string { return app.FormatNumber(int64(n), 1, 0, lang) }

// cell is what a column of the preview says of a line.
func (p *previewPage) cell(line exchange.Line, column int) kit.Cell {
	d := p.s.desk
	switch column {
	case 0:
		return kit.Cell{Text: strconv.Itoa(line.Row), N: int64(line.Row), Number: true}
	case 1:
		switch line.State {
		case exchange.New:
			return kit.Cell{Text: app.MarkReady.Before(d.T("ui.intake.new"))}
		case exchange.Changed:
			return kit.Cell{Text: d.T("ui.intake.changes"), Strong: true}
		case exchange.Rejected:
			return kit.Cell{Text: app.MarkError.Before(d.T("ui.intake.rejected"))}
		}
		return kit.Cell{Text: d.T("ui.intake.same"), Muted: true}
	}
	return p.fieldCell(line, p.targets[column-2])
}

func (p *previewPage) fieldCell(line exchange.Line, f shownField) kit.Cell {
	lang := p.s.desk.Lang
	for _, at := range line.Changes {
		if c := p.plan.Changes[at]; c.State == exchange.Rejected && c.Column == f.column && f.column > 0 && !f.second {
			return kit.Cell{Text: app.MarkError.Before(app.Clean(c.Found)), Wrong: true}
		}
	}
	part, known := line.Part(f.Type)
	if !known || part.Is == nil {
		if f.second {
			return kit.Cell{}
		}
		return kit.Cell{Text: app.Clean(p.sheet[line.Row].At(f.column).Text)}
	}
	is := f.Field.Get(part.Is)
	said := func(v app.Value) string {
		if v.Empty() {
			return p.s.desk.T("ui.intake.empty")
		}
		return f.Field.Exact(v, p.plan.TitleOf, lang)
	}
	if part.Was != nil && f.Field.Get(part.Was) != is {
		return kit.Cell{Text: said(f.Field.Get(part.Was)) + " → " + said(is), Strong: true}
	}
	return kit.Cell{Text: f.Field.Exact(is, p.plan.TitleOf, lang), Muted: line.State == exchange.Same}
}

// NextFault goes to the next row that is rejected (F8).
func (s *Screen) NextFault() {
	if s.at != stepPreview {
		return
	}
	p := s.preview
	table := p.list.Table
	all := table.Shown()
	from := slices.Index(all, table.Selected())
	for i := range all {
		id := all[(from+1+i)%len(all)]
		if p.lines[id-1].State == exchange.Rejected {
			table.Select(id)
			p.one.show(id)
			p.reveal(p.one.fault)
			p.one.focus()
			return
		}
	}
}

// reveal scrolls to the column of a cell that is rejected.
func (p *previewPage) reveal(fault *exchange.Change) {
	for _, f := range p.targets {
		if fault != nil && f.column == fault.Column && !f.second {
			p.list.Table.RevealColumn(f.Key)
		}
	}
}

// textOf joins lines that say something.
func textOf(lines ...string) string {
	return strings.Join(slices.DeleteFunc(lines, func(l string) bool { return l == "" }), "\n")
}
