package card

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/kit"
)

// act is what a finding asks for: what to say of it, in a word beside a figure and on a link.
type act struct{ state, short, link string } // ids of messages

// actOf returns what a finding asks for.
func actOf(f check.Finding) act {
	switch {
	case f.Explanation != nil:
		return act{"ui.card.state.explained", "ui.card.state.explained", "ui.card.act.see"}
	case f.Lacks != nil && f.Held != 0:
		return act{"ui.card.state.empty", "ui.card.short.fill", "ui.card.act.fill"}
	case f.Lacks != nil:
		return act{"ui.card.state.absent", "ui.card.short.fill", "ui.card.act.add"}
	case f.Value.Empty():
		return act{"ui.card.state.empty", "ui.card.short.fill", "ui.card.act.fill"}
	case f.Level == check.Error:
		return act{"ui.card.state.wrong", "ui.card.short.mend", "ui.card.act.mend"}
	}
	return act{"ui.card.state.doubt", "ui.card.short.explain", "ui.card.act.explain"}
}

func markOf(f check.Finding) app.Mark {
	switch {
	case f.Explanation != nil:
		return app.MarkExplained
	case f.Level == check.Error:
		return app.MarkError
	}
	return app.MarkWarning
}

// act leads to where a finding is settled.
func (s *Screen) act(f check.Finding) {
	d := s.desk
	switch {
	case f.Explanation != nil, f.Lacks == nil && !f.Value.Empty() && f.Level != check.Error:
		d.Explain(f.Rule, f.Place())
	case f.Lacks != nil:
		d.Supply(f)
	case !s.goTo(f.Place()):
		d.Open(f.Home())
	}
}

// goTo puts the keyboard on a figure of the card; it reports whether it has it.
func (s *Screen) goTo(p app.Place) bool {
	if t, ok := s.tab.(*scrolled); ok && t.goTo(p) {
		return true
	}
	for _, part := range s.seen.parts {
		if !part.Type.Yearly() || part.Type.Key != p.Type {
			continue
		}
		s.choose(part.Type.Key)
		t, ok := s.tab.(*scrolled)
		return ok && t.goTo(p)
	}
	return false
}

func (t *scrolled) goTo(p app.Place) bool {
	for _, b := range t.blocks {
		if b.goTo != nil && b.goTo(p) {
			return true
		}
	}
	return false
}

// findingsBlock is what the check found; in brief those that wait, a few of them.
func (s *Screen) findingsBlock(brief bool) *block {
	d := s.desk
	all := kit.NewLink("", func() { s.chooseTab(tabFindings) })
	b := &block{grid: kit.NewGrid(nil)}
	b.shown = kit.NewBlock(d.T("ui.card.findings"), b.grid, all)
	b.grid.OnOpen = func(id int64, _ string) { s.act(s.seen.findings[id-1]) }
	b.fill = func() {
		errors, warnings := s.seen.open()
		shown := len(s.seen.findings)
		all.Hidden = true
		if brief {
			shown = min(errors+warnings, briefRecords)
			all.Hidden = shown == len(s.seen.findings)
			all.SetText(d.T("ui.card.all_n", "N", len(s.seen.findings)))
		}
		if shown == 0 {
			b.grid.SetRows(none(s.noFindings()))
			return
		}
		b.grid.SetRows([]kit.GridColumn{{Key: "state", Whole: true}, {Key: "what", Wide: true, Folds: true}, {Key: "act", Link: true, Whole: true}}, s.findingRows(shown))
	}
	return b
}

// noFindings says why there are none to show.
func (s *Screen) noFindings() string {
	if word := s.desk.Underway(); word != "" {
		return word
	}
	return s.nothing("ui.card.no_findings")
}

func (s *Screen) findingRows(n int) []kit.GridRow {
	d := s.desk
	rows := make([]kit.GridRow, n)
	for i, f := range s.seen.findings[:n] {
		asks := actOf(f)
		link := asks.link
		if d.ReadOnly() {
			link = "ui.card.act.see"
		}
		rows[i] = kit.GridRow{ID: int64(i + 1), Cells: []kit.GridCell{
			{Text: markOf(f).Before(d.T(asks.state))}, {Text: s.findingText(f)}, {Text: d.T(link)},
		}}
	}
	return rows
}

// findingText says what was found and, where that is not of the record itself, in what.
func (s *Screen) findingText(f check.Finding) string {
	lang := s.desk.Lang
	text := f.Message.In(lang)
	if f.Lacks == nil && f.Value.Empty() && f.Field.Key != "" {
		text = f.Field.Label.In(lang)
	}
	switch {
	case f.Lacks != nil:
	case f.Type.Report && !f.Period.Zero():
		text += ", " + f.Period.In(lang)
	case f.ID != s.place.ID || f.Type.Key != s.place.Type:
		text += " — " + s.desk.RecordOf(f)
	}
	return text
}
