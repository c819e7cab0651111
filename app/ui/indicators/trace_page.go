package indicators

import (
	"slices"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/layout"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
)

// tracePage shows how one indicator came about: its formula in words and in figures,
// and for every sum the records it is made of.
type tracePage struct {
	OnBack func()

	desk    *desk.Desk
	code    string // of the indicator shown
	lists   []traceList
	chosen  int // index of lists
	facts   *fyne.Container
	terms   *kit.Table
	caption *kit.Prose
	records *kit.Table
	columns []kit.Column    // of records
	holder  *fyne.Container // of records, whose heads depend on the list
	detail  *kit.Prose      // the selected record in full: cells may end in «…»
	back    *kit.Button
	paper   *kit.Button
	panes   *kit.Panes // the lists and the records of one
	view    *kit.Screen
}

func newTracePage(d *desk.Desk, onPrint func()) *tracePage {
	p := &tracePage{
		desk: d, caption: kit.Wrapped(), detail: kit.Wrapped(),
		facts: container.New(layout.NewFormLayout()), terms: kit.NewTable(termColumns(d)),
		holder: container.NewStack(),
	}
	p.terms.OnSelect = p.choose
	p.terms.OnOpen = func(int64) { p.Focus() }
	p.terms.OnBack = p.leave
	p.back = kit.NewPrimary(d.T("ui.trace.back"), theme.NavigateBackIcon(), p.leave)
	p.paper = d.PrintButton(onPrint)
	p.back.OnEscape, p.paper.OnEscape = p.leave, p.leave
	p.panes = kit.NewPanes(d.Words, p.terms, container.NewBorder(p.caption, p.detail, nil, nil, p.holder), 0.42)
	p.view = kit.NewScreen(kit.ScreenParts{
		Header:  kit.HeaderParts{Words: d.Words, Secondary: []*kit.Button{p.paper}, Primary: p.back},
		Filters: container.NewVScroll(p.facts), List: p.panes, Words: d.Words,
	})
	p.panes.OpenFrom(p.view.Header)
	return p
}

// Content returns the page.
func (p *tracePage) Content() fyne.CanvasObject { return p.view }

// Focus puts the keyboard into the records.
func (p *tracePage) Focus() {
	p.panes.ShowForm()
	p.desk.Window.Canvas().Focus(p.records)
}

// Show fills the page. The chosen list stays chosen when the indicator is shown again.
func (p *tracePage) Show(ind *rating.Indicator) {
	if ind.Code != p.code {
		p.code, p.chosen, p.records = ind.Code, 0, nil
	}
	p.view.Header.SetTitle(ind.Code + ". " + ind.Name.In(p.desk.Lang))
	p.showFacts(ind)
	p.lists = traceLists(p.desk, ind)
	p.terms.SetRows(termRows(p.desk, p.lists))
	p.showList(min(p.chosen, len(p.lists)-1))
}

func (p *tracePage) choose(id int64) {
	p.records = nil // another list begins at its top, without a selection
	p.showList(int(id) - 1)
}

// showList shows the records of one list. A list shown again, after a record was
// edited, stays where it was.
func (p *tracePage) showList(index int) {
	p.chosen = index
	list := p.lists[index]
	p.terms.Select(int64(index + 1))
	p.caption.SetText(list.caption)
	if p.records == nil || !slices.EqualFunc(p.columns, list.columns, kit.Column.Like) {
		p.newRecords(list.columns)
	}
	p.records.SetRows(list.rows)
	p.showDetail(p.records.Selected())
}

// newRecords makes a table, since the heads of one do not change.
func (p *tracePage) newRecords(columns []kit.Column) {
	p.columns, p.records = columns, kit.NewTable(columns)
	p.records.OnSelect = p.showDetail
	p.records.OnOpen = p.openRecord
	p.records.OnLink = func(id int64, _ string) { p.openRecord(id) }
	p.records.OnBack = p.leaveRecords
	p.holder.Objects = []fyne.CanvasObject{p.records}
	p.holder.Refresh()
}

func (p *tracePage) openRecord(id int64) { p.desk.Open(p.lists[p.chosen].places[id-1]) }

// showDetail writes the selected line out: what it tells of and its last column.
func (p *tracePage) showDetail(id int64) {
	rows := p.lists[p.chosen].rows
	if id < 1 || int(id) > len(rows) {
		p.detail.SetText("")
		return
	}
	cells := rows[id-1].Cells
	p.detail.SetText(cells[0].Text + ": " + cells[len(cells)-1].Text)
}

// leave goes back to the indicators.
func (p *tracePage) leave() { p.OnBack() }

// leaveRecords goes back to what was seen before: the lists, where the records have their
// place, else the indicators.
func (p *tracePage) leaveRecords() {
	if p.panes.Both() {
		p.leave()
		return
	}
	p.panes.ShowList()
}

// fact is something that can be said of an indicator: the id of what it is called, and what it is.
type fact struct{ id, text string }

// factsOf returns what can be said of the indicator in words.
func (p *tracePage) factsOf(ind *rating.Indicator) []fact {
	d := p.desk
	c := ind.Completeness
	part := c.Percent(d.Lang)
	if c.Of > 0 {
		part = d.T("ui.trace.in_of", "In", c.In, "Of", c.Of, "Percent", part)
	}
	how := fact{"ui.trace.numbers", ind.Substituted(d.Lang)}
	if ind.Value == nil {
		how = fact{"ui.trace.reason", ind.Reason.In(d.Lang)}
	}
	all := []fact{
		{"ui.trace.name", ind.Name.In(d.Lang)}, // the head may be too narrow for it
		{"ui.trace.value", p.valueText(ind)},
		{"ui.trace.words", ind.Words.In(d.Lang)},
		how,
		{"ui.trace.completeness", part},
		{"ui.trace.note", ind.Note.In(d.Lang)},
	}
	return slices.DeleteFunc(all, func(f fact) bool { return f.text == "" })
}

// showFacts writes that, a line for each thing.
func (p *tracePage) showFacts(ind *rating.Indicator) {
	p.facts.Objects = nil
	for _, f := range p.factsOf(ind) {
		p.fact(f.id, f.text)
	}
	p.facts.Refresh()
	p.view.Refresh() // the facts may now be higher
}

// valueText is the figure with its unit and the one of the year before.
func (p *tracePage) valueText(ind *rating.Indicator) string {
	d := p.desk
	text := ind.MarkedText(d.Lang)
	if ind.Value != nil {
		text = app.InUnit(text, ind.Unit.In(d.Lang), d.Lang)
	}
	if ind.Previous == nil {
		return text
	}
	text += d.T("ui.trace.previous", "Year", d.Year-1, "Value", app.InUnit(ind.MarkedPreviousText(d.Lang), ind.Unit.In(d.Lang), d.Lang))
	if growth := ind.GrowthText(d.Lang); growth != "" {
		text += d.T("ui.trace.growth", "Percent", growth)
	}
	return text
}

func (p *tracePage) fact(labelID, text string) {
	label := widget.NewLabel(p.desk.T(labelID))
	label.Importance = widget.LowImportance
	words := kit.NewProse(text)
	words.Selectable = true
	p.facts.Objects = append(p.facts.Objects, label, words)
}
