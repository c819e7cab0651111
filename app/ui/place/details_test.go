package place

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// Behind the answer stand the contributions, which lead to their indicators and add up to the
// index, what indicators say together, all years on file, and, when somebody asks, what moves the
// place.
func TestDetails(t *testing.T) {
	d, s := among(t)
	desktest.Press(t, s.view, "Подробнее")
	p := s.details
	if !p.view.Visible() || s.view.Visible() || d.Window.Canvas().Focused() != fyne.Focusable(p.contributions.grid) {
		t.Fatal("the details have not come with the keyboard")
	}
	r := d.Standing().Now.Ranked
	all := r.Contributions(0)
	if rows := p.contributions.grid.Rows(); len(rows) != len(all) || len(all) != 21 {
		t.Fatalf("%d rows of %d", len(rows), len(all))
	}
	total := 0.0
	for i, c := range all {
		total += c.Points.Number
		if got := p.contributions.grid.Text(int64(i+1), "points"); got != points(c.Points, app.RU) {
			t.Errorf("%s brings %s, want %s", c.Code, got, points(c.Points, app.RU))
		}
	}
	if index := d.Standing().Is().Index.Number; total < index-1e-6 || total > index+1e-6 {
		t.Errorf("all bring %v, the index is %v", total, index)
	}
	desktest.Key(p.contributions.grid, fyne.KeyReturn)
	if len(d.Opened) != 1 || d.Opened[0] != app.IndicatorPlace(2020, all[0].Code) {
		t.Errorf("opened %v", d.Opened)
	}
	// all figures of each park are so many times those of the sample one: all indicators go together
	wantIn(t, "redundancy", p.redundancy.grid.Rows()[0].Cells[0].Text, "▲", "говорят почти об одном")
	years := p.years.grid
	if years.Text(1, "2020") != d.Standing().IndexText(d.Standing().Is().Index, app.RU) || years.Text(3, "2019") != "5" || years.Text(4, "2020") == "" {
		t.Errorf("years: %+v", years.Rows()[:4])
	}
	test.Tap(p.sensitivity.ask)
	if rows := p.sensitivity.grid.Rows(); len(rows) != 4 || rows[0].Cells[0].Text != "Веса" {
		t.Errorf("sensitivity: %+v", rows)
	}
	desktest.Key(p.contributions.grid, fyne.KeyEscape)
	if !s.view.Visible() || d.Window.Canvas().Focused() != fyne.Focusable(s.answer.subs.grid) {
		t.Error("Esc does not come back to the answer")
	}
}

// The published examples that travel with the program come out as they were published.
func TestCoreIsProved(t *testing.T) {
	d := desktest.New(t)
	proveCore(d.Desk)
	asked := d.Asked()
	wantIn(t, "proof", strings.ReplaceAll(asked, "\n", " "), "расхождений: 0", "расхождений 0")
	if len(d.Failed) > 0 {
		t.Error(d.Failed)
	}
}

// Without others there is nothing to share out, and a sentence says so.
func TestDetailsAlone(t *testing.T) {
	d := desktest.New(t)
	d.Alone(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	s.showDetails()
	for _, section := range []*section{s.details.contributions, s.details.sensitivity.section, s.details.redundancy} {
		if rows := section.grid.Rows(); len(rows) != 1 || rows[0].Cells[0].Text != d.T("ui.place.needs_parks") {
			t.Errorf("%s: %+v", section.block.Title(), rows)
		}
	}
	if s.details.sensitivity.ask.Visible() || len(s.details.years.grid.Rows()) < 4 {
		t.Error("what cannot be computed is offered, or the years are not shown")
	}
}
