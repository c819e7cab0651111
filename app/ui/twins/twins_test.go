package twins

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/ui/desktest"
)

// over returns the screen over the demonstration park with a resident entered a second time, with a
// report of another revenue.
func over(t *testing.T) (d *desktest.Desk, s *Screen, twin *app.Resident, report *app.ResidentReport) {
	t.Helper()
	d = desktest.New(t)
	first := d.Look().Book.Of("resident")[0].(*app.Resident)
	head := app.Head{Park: d.Park}
	twin = &app.Resident{Head: head, Name: first.Name, Phone: "+7 495 123-45-67"}
	d.Save(t, twin)
	report = &app.ResidentReport{Head: head, Resident: twin.ID, Period: app.YearPeriod(2020), Revenue: app.Of[app.Money](100)}
	d.Save(t, report)
	s = New(d.Desk).(*Screen)
	d.Show(s)
	return d, s, twin, report
}

func TestTwinsAreFoundAndMerged(t *testing.T) {
	d, s, twin, report := over(t)
	if all := s.List.Table.Shown(); len(all) != 1 || !strings.Contains(strings.Join(s.List.Table.Texts(all[0]), "|"), "одно название") {
		t.Fatalf("found %v", all)
	}
	c := s.found[1]
	kept, gone := c.sides()
	if gone.Header().ID != twin.ID {
		t.Errorf("the one that goes is %d", gone.Header().ID)
	}
	plan, err := merging.New(d.Ctx(), d.Store, c.group.Type, kept.Header().ID, gone.Header().ID, app.RU)
	if err != nil {
		t.Fatal(err)
	}
	then := false
	p := &preview{desk: d.Desk, plan: plan, then: func() { then = true }}
	p.show()
	if !p.merge.Disabled() {
		t.Error("figures differ, and nobody was asked")
	}
	if at := p.rows[p.list.Table.Selected()]; at.Type != "resident_report" || at.Field != "revenue" {
		t.Errorf("the keyboard is on %v", at)
	}
	plain := func(text string) string { return strings.Join(strings.Fields(text), "") } // however it is broken into lines
	if line := p.line(); line == "" || !strings.Contains(plain(d.Asked()), plain(line)) {
		t.Errorf("over %q the dialog says %q", line, d.Asked())
	}
	p.turn()
	if p.merge.Disabled() || !strings.Contains(strings.Join(p.list.Table.Texts(p.list.Table.Selected()), "|"), "выбрано") {
		t.Fatalf("chosen is %q", p.list.Table.Texts(p.list.Table.Selected()))
	}
	p.do()
	if rec, err := d.Store.Get(d.Ctx(), report.Type(), report.ID); err == nil {
		t.Errorf("the report of the one that goes is there: %v", rec)
	}
	s.Refresh()
	if len(s.List.Table.Shown()) != 0 || !then {
		t.Error("it is found again")
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	s.Refresh()
	if len(s.List.Table.Shown()) != 1 {
		t.Error("one step does not take it back")
	}
}

func TestNothingIsTwiceInTheDemonstrationPark(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	if len(s.List.Table.Shown()) != 0 || s.whyNot() == "" {
		t.Error("something is twice")
	}
}
