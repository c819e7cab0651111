package turn

import (
	"context"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// sheetPage is the third page: the last day of the old year beside the first of the new one.
type sheetPage struct {
	s     *Screen
	sheet *rollover.Sheet
	table *kit.Table
	one   *kit.Marked

	content, details *fyne.Container
}

func newSheetPage(s *Screen) *sheetPage {
	d := s.desk
	p := &sheetPage{s: s, one: kit.NewMarked()}
	p.table = kit.NewTable([]kit.Column{
		{Key: "what", Head: d.T("ui.turn.what"), Chars: 36, Naming: true, Wide: true},
		{Key: "closing", Head: d.T("ui.turn.last_day"), Chars: 17, Right: true},
		{Key: "opening", Head: d.T("ui.turn.first_day"), Chars: 17, Right: true},
		{Key: "moved", Head: d.T("ui.turn.difference"), Chars: 13, Right: true},
		{Key: "waits", Head: d.T("ui.turn.waits"), Chars: 13, Right: true},
	})
	p.table.OnBack = s.onEscape
	p.table.OnSelect = func(int64) { p.follow() }
	p.table.OnOpen = func(int64) { d.Window.Canvas().Focus(s.next) }
	p.content = container.NewStack(p.table)
	p.details = container.NewPadded(p.one)
	return p
}

func (p *sheetPage) show(on bool) {
	on = on && p.s.plan != nil
	shown(p.content, on)
	shown(p.details, on)
	if !on {
		return
	}
	lang := p.s.desk.Lang
	p.sheet = p.s.plan.Sheet()
	rows := make([]kit.Row, 0, len(p.sheet.Lines))
	for i, l := range p.sheet.Lines {
		waits := ""
		if l.Waits != 0 {
			waits = l.Written(l.Waits, lang)
		}
		figure := func(text string, n int64) kit.Cell { return kit.Cell{Text: text, N: n, Number: true} }
		rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{
			{Text: strings.Repeat(app.NBSP, 4*int(l.Part)) + l.Head(lang)},
			figure(l.Closes(lang), l.Closing.N), figure(l.Opens(lang), l.Opening.N), figure(l.Change(l.Moved(), lang), l.Moved()), figure(waits, l.Waits),
		}})
	}
	p.table.SetRows(rows)
	if !p.table.Shows(p.table.Selected()) && len(rows) > 0 {
		p.table.Select(p.firstMoved())
	}
	p.follow()
}

// firstMoved is the row of the first line that differs, else the first of all.
func (p *sheetPage) firstMoved() int64 {
	for i, l := range p.sheet.Lines {
		if l.Moved() != 0 {
			return int64(i + 1)
		}
	}
	return 1
}

// mostNamed is how many differences of a line are named under it; the paper names all.
const mostNamed = 8

// follow names the records by which the chosen line differs.
func (p *sheetPage) follow() {
	d, at := p.s.desk, int(p.table.Selected())-1
	if p.sheet == nil || at < 0 || at >= len(p.sheet.Lines) {
		p.one.SetText("")
		return
	}
	var said []string
	n := 0
	for _, x := range p.sheet.Differences {
		for _, delta := range x.Deltas {
			if delta.Line != at {
				continue
			}
			n++
			if n <= mostNamed {
				typ := x.Record.Type()
				said = append(said, d.T("ui.turn.because", "Change", p.sheet.Lines[at].Change(delta.Opening-delta.Closing, d.Lang),
					"Record", typ.One.In(d.Lang)+": "+typ.TitleIn(d.Lang, x.Record, p.s.plan.Book.TitlesIn(d.Lang)), "Why", x.Why.In(d.Lang)))
			}
		}
	}
	switch {
	case n == 0 && p.sheet.Lines[at].Waits != 0:
		said = append(said, d.T("ui.turn.only_waits"))
	case n == 0:
		said = append(said, app.MarkReady.Before(d.T("ui.turn.agrees")))
	case n > mostNamed:
		said = append(said, d.N("ui.turn.more", n-mostNamed))
	}
	p.one.SetText(strings.Join(said, "\n"))
	p.s.view.Refresh()
	p.table.Select(p.table.Selected()) // the words under the list take room from it
}

// Print shows the sheet of the turn that is planned; it tells why there is none.
func (s *Screen) Print() {
	if s.plan == nil && s.at != stepDone {
		kit.Tell(s.desk.Window, s.desk.T("ui.turn.title"), s.why, s.desk.T("ui.ok"))
		return
	}
	s.onPrint()
}

// onPrint shows the sheet as a paper, to be printed.
func (s *Screen) onPrint() {
	d, plan := s.desk, s.plan
	if s.at == stepDone {
		plan = s.done.plan
	}
	if plan == nil {
		return
	}
	now := d.Now()
	d.ShowPaper(func(ctx context.Context) (submission.Shown, error) {
		return submission.ShowTurn(ctx, plan, now, d.Lang)
	})
}
