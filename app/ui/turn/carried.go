package turn

import (
	"strconv"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/ui/kit"
)

// carriedPage is the first page: which year is turned, and what becomes of the records of each type.
type carriedPage struct {
	s       *Screen
	year    *kit.Select
	shownTo []int // years, by the choices of year
	filling bool  // the choice is set by the program
	table   *kit.Table
	empty   *kit.Empty
	one     *kit.Marked

	choices, content, details *fyne.Container
}

func newCarriedPage(s *Screen) *carriedPage {
	d := s.desk
	p := &carriedPage{s: s, year: kit.NewSelect(nil), empty: kit.NewEmpty("", ""), one: kit.NewMarked()}
	p.year.OnChanged = func(string) { p.onYear() }
	p.year.OnEscape = s.FocusList
	p.table = kit.NewTable([]kit.Column{
		{Key: "type", Head: d.T("ui.turn.type"), Chars: 26, Naming: true},
		{Key: "how", Head: d.T("ui.turn.how"), Chars: 26},
		{Key: "closing", Head: d.T("ui.turn.closing"), Chars: 14, Right: true},
		{Key: "opening", Head: d.T("ui.turn.opening"), Chars: 14, Right: true},
		{Key: "there", Head: d.T("ui.turn.there"), Chars: 10, Right: true},
		{Key: "made", Head: d.T("ui.turn.made"), Chars: 10, Right: true},
	})
	p.table.OnBack = s.onEscape
	p.table.OnSelect = func(int64) { p.follow() }
	p.table.OnOpen = func(int64) { d.Window.Canvas().Focus(s.next) }
	p.choices = container.NewPadded(kit.NewFlow(kit.Chars(12, kit.MutedLabel(d.T("ui.turn.old_year"))), kit.Chars(9, p.year)))
	p.content = container.NewStack(p.table, p.empty)
	p.details = container.NewPadded(p.one)
	return p
}

func (p *carriedPage) show(on bool) {
	s, d := p.s, p.s.desk
	shown(p.choices, on)
	shown(p.content, on)
	shown(p.details, on && s.plan != nil)
	if !on {
		return
	}
	p.offerYears()
	shown(p.table, s.plan != nil)
	shown(p.empty, s.plan == nil)
	if s.plan == nil {
		p.empty.Say(d.T("ui.turn.cannot"), s.why)
		return
	}
	var rows []kit.Row
	for i, t := range s.plan.Types {
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: p.cells(t)})
	}
	p.table.SetRows(rows)
	if !p.table.Shows(p.table.Selected()) && len(rows) > 0 {
		p.table.Select(1)
	}
	p.follow()
}

// cells tell what becomes of one type.
func (p *carriedPage) cells(t rollover.Turned) []kit.Cell {
	s, d := p.s, p.s.desk
	how := t.Type.Turn.How
	opening := ""
	if how == app.TurnStands {
		opening = s.whole(t.Opening)
	}
	return []kit.Cell{
		{Text: t.Type.Many.In(d.Lang)},
		{Text: d.T("ui.turn.how." + how.Key())},
		{Text: s.whole(t.Closing), N: int64(t.Closing), Number: true},
		{Text: opening, N: int64(t.Opening), Number: true},
		{Text: some(s, t.There), N: int64(t.There), Number: true},
		{Text: some(s, len(t.Make)), N: int64(len(t.Make)), Number: true, Strong: len(t.Make) > 0},
	}
}

// some writes a count that is worth telling.
func some(s *Screen, n int) string {
	if n == 0 {
		return "—"
	}
	return s.whole(n)
}

// follow says of the chosen type why it turns as it does.
func (p *carriedPage) follow() {
	d, at := p.s.desk, int(p.table.Selected())-1
	if p.s.plan == nil || at < 0 || at >= len(p.s.plan.Types) {
		p.one.SetText("")
		return
	}
	t := p.s.plan.Types[at]
	text := t.Type.Many.In(d.Lang) + ": " + t.Type.Turn.Why.In(d.Lang) + "."
	if t.Ended > 0 {
		text += " " + d.T("ui.turn.ended", "N", p.s.whole(t.Ended), "Begun", p.s.whole(t.Opening-t.Closing+t.Ended))
	}
	p.one.SetText(text)
}

// offerYears offers the years for which anything is reported.
func (p *carriedPage) offerYears() {
	p.filling = true
	p.shownTo = p.s.years()
	var names []string
	at := -1
	for i, year := range p.shownTo {
		names = append(names, strconv.Itoa(year))
		if year == p.s.from {
			at = i
		}
	}
	p.year.SetOptions(names)
	if at >= 0 {
		p.year.SetSelectedIndex(at)
	} else {
		p.year.ClearSelected()
	}
	p.filling = false
}

func (p *carriedPage) onYear() {
	at := p.year.SelectedIndex()
	if p.filling || at < 0 || p.shownTo[at] == p.s.from {
		return
	}
	p.s.planFrom(p.shownTo[at])
	p.s.show(stepCarried)
}

// years returns the years with reports, the latest first.
func (s *Screen) years() []int {
	d := s.desk
	if d.Store == nil || d.Park == 0 {
		return nil
	}
	first, last, err := d.Store.Years(d.Ctx(), d.Park)
	if err != nil {
		d.Fail(err)
		return nil
	}
	var all []int
	for year := last; year >= first && year > 0; year-- {
		all = append(all, year)
	}
	return all
}
