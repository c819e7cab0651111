package place

import (
	"math"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/composite"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/reports/chart"
	"technopark/reports/doc"
)

// details is the page behind the answer: what each indicator does to the index, what moves the
// place most, which indicators say the same, and all years on file.
type details struct {
	desk *desk.Desk
	seen *desk.Stand // nil while there is none

	contributions *section
	sensitivity   *sensitivity
	redundancy    *section
	years         *years
	scroll        *kit.Scroll
	back          *kit.Button
	view          *kit.Screen
}

// section is a table under a heading.
type section struct {
	grid  *kit.Grid
	block *kit.Block
}

func newSection(title string, links ...*kit.Link) *section {
	g := kit.NewGrid(nil)
	return &section{grid: g, block: kit.NewBlock(title, g, links...)}
}

// say shows a sentence where there are no rows.
func (s *section) say(text string) {
	s.grid.SetRows([]kit.GridColumn{{Key: "text", Wide: true, Folds: true}}, []kit.GridRow{{Cells: []kit.GridCell{{Text: text, Colour: kit.ColorMuted}}}})
}

func newDetails(d *desk.Desk, leave func()) *details {
	p := &details{desk: d}
	p.contributions = newSection(d.T("ui.place.contributions"))
	p.contributions.grid.OnOpen = p.openIndicator
	p.sensitivity = newSensitivity(d)
	p.redundancy = newSection(d.T("ui.place.redundancy"))
	p.years = newYears(d)
	p.scroll = newColumn(p.contributions.block, p.sensitivity.block, p.redundancy.block, p.years.block)
	for _, g := range []*kit.Grid{p.contributions.grid, p.sensitivity.grid, p.redundancy.grid, p.years.grid} {
		g.OnEscape = leave
		g.OnReveal = func(g *kit.Grid, top, bottom float32) { kit.RevealIn(&p.scroll.Scroll, g, top, bottom) }
	}
	ask := p.sensitivity.ask
	ask.OnEscape = leave
	ask.OnFocus = func() { kit.RevealIn(&p.scroll.Scroll, ask, 0, ask.Size().Height) }
	p.back = kit.NewPrimary(d.T("ui.place.back"), theme.NavigateBackIcon(), leave)
	prove := kit.NewButton(d.T("ui.place.prove"), func() { proveCore(d) })
	p.back.OnEscape, prove.OnEscape = leave, leave
	p.view = kit.NewScreen(kit.ScreenParts{
		Header: kit.HeaderParts{Title: d.T("ui.place.details_title"), Words: d.Words, Secondary: []*kit.Button{prove}, Primary: p.back},
		List:   p.scroll, Words: d.Words,
	})
	return p
}

// show follows the standing.
func (p *details) show(seen *desk.Stand) {
	p.seen = seen
	there := seen != nil && seen.Standing != nil
	for _, o := range []fyne.CanvasObject{p.contributions.block, p.sensitivity.block, p.redundancy.block, p.years.block} {
		if there {
			o.Show()
		} else {
			o.Hide()
		}
	}
	if there {
		p.showContributions()
		p.showRedundancy()
		p.sensitivity.show(seen)
		p.years.show(seen)
	}
	p.scroll.Content.Refresh()
	p.scroll.Refresh()
}

// showContributions shows what each indicator brings and by how much that differs from the mean.
func (p *details) showContributions() {
	d, s := p.desk, p.seen
	if s.Now.Ranked == nil || s.Is().Place == 0 {
		p.contributions.say(d.T("ui.place.needs_parks"))
		return
	}
	all := s.Now.Ranked.Contributions(0)
	if len(all) == 0 {
		p.contributions.say(d.T("ui.place.no_contributions"))
		return
	}
	most := 0.0 // the longest bar is as long as its column
	for _, c := range all {
		most = max(most, math.Abs(c.Gap.Number))
	}
	rows := make([]kit.GridRow, len(all))
	for i, c := range all {
		rows[i] = kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{
			{Text: c.Code + app.NBSP + s.Index().Name(c.Code).In(d.Lang)},
			{Text: number(c.Weight*100, 1, d.Lang)},
			{Text: points(c.Points, d.Lang)},
			{Text: points(c.Gap, d.Lang)},
			{Figure: newDrawing(func(width, height float64) doc.Drawing {
				if most == 0 {
					return chart.DeviationAxis(width, height)
				}
				return chart.Deviation(100+c.Gap.Number, most, width, height)
			})},
		}}
	}
	p.contributions.grid.SetRows([]kit.GridColumn{
		{Key: "name", Head: d.T("ui.indicators.name"), Wide: true, Link: true},
		{Key: "weight", Head: d.T("ui.place.weight"), Right: true},
		{Key: "points", Head: d.T("ui.place.brings"), Right: true},
		{Key: "gap", Head: d.T("ui.place.gap"), Right: true},
		{Key: "bar", Head: d.T("ui.place.gap_bar"), Whole: true, Room: barRoom, Spare: true},
	}, rows)
}

// points writes points of an index.
func points(v composite.Value, lang app.Lang) string {
	if !v.Known {
		return "—"
	}
	return number(v.Number, 2, lang)
}

func (p *details) openIndicator(id int64, _ string) {
	if p.seen.Now.Ranked == nil {
		return
	}
	if all := p.seen.Now.Ranked.Contributions(0); int(id) <= len(all) && id > 0 {
		p.desk.Open(app.IndicatorPlace(p.seen.Year, all[id-1].Code))
	}
}

// alike is from which correlation two indicators say nearly the same.
const alike = 0.9

// showRedundancy says which indicators say the same, and whether those of a sub-index measure
// one matter.
func (p *details) showRedundancy() {
	d, s := p.desk, p.seen
	r := s.Now.Ranked
	if r == nil {
		p.redundancy.say(d.T("ui.place.needs_parks"))
		return
	}
	var rows []kit.GridRow
	add := func(text string) {
		rows = append(rows, kit.GridRow{ID: int64(len(rows) + 1), Cells: []kit.GridCell{{Text: text, Colour: kit.ColorText}}})
	}
	name := func(code string) string { return code + app.NBSP + "«" + s.Index().Name(code).In(d.Lang) + "»" }
	for _, pair := range r.Redundant(alike) {
		add(app.MarkWarning.Before(d.T("ui.place.same", "A", name(pair.A), "B", name(pair.B), "R", number(pair.R, 2, d.Lang))))
	}
	if len(rows) == 0 {
		add(app.MarkReady.Before(d.T("ui.place.none_same")))
	}
	x := s.Index()
	for _, code := range append([]string{x.Top()}, x.Children(x.Top())...) {
		if alpha, ok := r.Alpha(code); ok {
			add(d.T("ui.place.alpha."+alphaWord(alpha), "Name", name(code), "Alpha", number(alpha, 2, d.Lang)))
		}
	}
	p.redundancy.grid.SetRows([]kit.GridColumn{{Key: "text", Wide: true, Folds: true}}, rows)
}

// alphaWord is how Cronbach's alpha is read: from 0.7 parts measure one matter, below 0.5 they do
// not.
func alphaWord(alpha float64) string {
	switch {
	case alpha >= 0.7:
		return "one"
	case alpha >= 0.5:
		return "partly"
	}
	return "several"
}
