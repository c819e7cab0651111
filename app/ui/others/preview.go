package others

import (
	"slices"
	"strconv"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/dialog"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/exchange"
	"technopark/app/ui/kit"
)

// Keys of the columns of the preview.
const (
	columnWhere  = "where"
	columnWhat   = "what"
	columnFigure = "figure"
	columnWhy    = "why"
)

// preview shows what a table would change; nothing is written before the last button.
func (s *Screen) preview(plan *exchange.Plan, source, step string) {
	d := s.desk
	grid := kit.NewGrid(s.previewColumns())
	grid.SetRows(s.previewColumns(), s.previewLines(plan))
	scroll := kit.NewScroll(container.ScrollVerticalOnly, besideBar(grid))
	part := func() { grid.ShowPart(scroll.Offset.Y, scroll.Offset.Y+scroll.Size().Height) }
	scroll.OnScrolled = func(fyne.Position) { part() }
	grid.OnReveal = func(g *kit.Grid, top, bottom float32) {
		kit.RevealIn(&scroll.Scroll, g, top-kit.Size(kit.SizeRow), bottom)
	}
	summary := kit.NewMarked()
	summary.SetText(s.summary(plan))
	var shown *dialog.CustomDialog
	writes := len(plan.Records())
	cancel := kit.NewButton(d.T("ui.cancel"), func() { shown.Hide() })
	write := kit.NewButton(s.writeCaption(plan), func() {
		shown.Hide()
		s.write(plan, step)
	})
	write.Importance = widget.HighImportance
	foot := kit.NewFoot(write, cancel)
	first := fyne.Focusable(write)
	if writes == 0 {
		cancel.SetText(d.T("ui.ok"))
		foot, first = kit.NewFoot(cancel), cancel
	}
	write.OnEscape, cancel.OnEscape, grid.OnEscape = cancel.OnTapped, cancel.OnTapped, cancel.OnTapped
	content := container.NewBorder(summary, foot, nil, nil, container.New(&seen{part}, scroll))
	shown = kit.NewDialog(d.T("ui.others.plan", "File", source), content, d.Window)
	kit.GiveBack(d.Window, shown, s.grid)
	room := d.Window.Canvas().Size()
	shown.Resize(kit.Within(d.Window, room.Width-80, room.Height-60))
	shown.Show()
	d.Window.Canvas().Focus(first)
}

// writeCaption says how many figures the last button writes.
func (s *Screen) writeCaption(plan *exchange.Plan) string {
	writes := len(plan.Records())
	if plan.Count(exchange.Rejected) > 0 {
		return s.desk.N("ui.others.write_rest", writes)
	}
	return s.desk.N("ui.others.write", writes)
}

// summary tells the counts, then what is left out.
func (s *Screen) summary(plan *exchange.Plan) string {
	d := s.desk
	rejected := plan.Count(exchange.Rejected)
	lines := []string{d.T("ui.others.counts", "New", plan.Count(exchange.New), "Changed", plan.Count(exchange.Changed), "Same", plan.Count(exchange.Same), "Year", d.Year)}
	if rejected > 0 {
		lines = append(lines, app.MarkError.Before(d.T("ui.others.rejected", "N", rejected)))
	}
	if more := len(plan.Changes) - plan.Count(exchange.Same) - mostLines; more > 0 {
		lines = append(lines, d.T("ui.others.lines_more", "Most", mostLines, "N", more))
	}
	const most = 4
	for _, note := range plan.Notes[:min(most, len(plan.Notes))] {
		lines = append(lines, d.T("ui.others.note", "Text", note.In(d.Lang)))
	}
	if more := len(plan.Notes) - most; more > 0 {
		lines = append(lines, d.T("ui.others.notes_more", "N", more))
	}
	return strings.Join(lines, "\n")
}

func (s *Screen) previewColumns() []kit.GridColumn {
	d := s.desk
	return []kit.GridColumn{
		{Key: columnWhere, Head: d.T("ui.others.where"), Whole: true},
		{Key: columnWhat, Head: d.T("ui.others.what")},
		{Key: columnFigure, Head: d.T("ui.others.figure"), Right: true},
		{Key: columnWhy, Head: d.T("ui.others.why"), Wide: true, Folds: true},
	}
}

// previewLines are the rejected cells first, then those that change, then the new ones; what
// stays as it is is only counted.
func (s *Screen) previewLines(plan *exchange.Plan) []kit.GridRow {
	d := s.desk
	changes := slices.DeleteFunc(slices.Clone(plan.Changes), func(c exchange.Change) bool { return c.State == exchange.Same })
	order := map[exchange.State]int{exchange.Rejected: 0, exchange.Changed: 1, exchange.New: 2}
	slices.SortStableFunc(changes, func(a, b exchange.Change) int { return order[a.State] - order[b.State] })
	var lines []kit.GridRow
	for i, c := range changes[:min(mostLines, len(changes))] {
		why := c.Message.In(d.Lang)
		switch c.State {
		case exchange.Rejected:
			why = app.MarkError.Before(d.T("ui.others.refused", "Expected", c.Expected.In(d.Lang), "Message", why))
		case exchange.New:
			why = strings.TrimSuffix(d.T("ui.others.new")+"; "+why, "; ")
		case exchange.Changed:
			why = strings.TrimSuffix(d.T("ui.others.changed")+"; "+why, "; ")
		}
		lines = append(lines, kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{
			{Text: where(c), Colour: kit.ColorMuted},
			{Text: c.What.In(d.Lang)},
			{Text: clip(changeText(c, d.Lang)), Strong: c.State == exchange.Changed},
			{Text: why},
		}})
	}
	return lines
}

// mostLines is how many cells the preview shows one by one; all of them are counted.
const mostLines = 1000

// clip keeps what stands in a foreign cell from taking the whole width.
func clip(text string) string {
	const most = 40
	if runes := []rune(app.Clean(text)); len(runes) > most {
		return string(runes[:most]) + "…"
	}
	return app.Clean(text)
}

func itoa(n int) string { return strconv.Itoa(n) }

// write records what the plan says, as one step of undo, once the file was copied.
func (s *Screen) write(plan *exchange.Plan, step string) {
	d := s.desk
	none := func(string, int64) string { return "" } // they refer to no other records
	d.Copies.Before(copies.WhyImport, func() {
		d.Change(step, func(tx app.Tx) error { return plan.Apply(d.Ctx(), tx, none) })
	})
}
