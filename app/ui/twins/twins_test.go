package twins

import (
	"strconv"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/ui/desktest"
	"technopark/app/ui/port"
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

// Two that somebody says are two are no longer offered, here or on the home; it is one step, and can be
// taken back in the list of what was marked.
func TestDifferentRecordsAreNotOffered(t *testing.T) {
	d, s, twin, _ := over(t)
	before := len(told(d.Desk))
	if s.apart.Disabled() || s.marked.Disabled() == (before > 0) {
		t.Fatal("the buttons rest")
	}
	c := s.found[1]
	desktest.Press(t, s.Content(), "Это разные записи")
	if len(told(d.Desk)) != before {
		t.Fatal("marked before the question is answered")
	}
	s.asked.Entries[0].SetText(" Вернулся по новому договору ")
	d.Press(t, "Отметить разными")
	s.Refresh()
	if all := s.List.Table.Shown(); len(all) != 0 || len(d.Agenda().Twice) != 0 || !s.apart.Disabled() {
		t.Fatalf("still offered: %v", all)
	}
	marks := told(d.Desk)
	if len(marks) != before+1 {
		t.Fatalf("marked are %d", len(marks))
	}
	is := marks[before]
	if is.One.Header().ID != c.like.Header().ID || is.Other.Header().ID != twin.ID || is.Mark.Date != d.Today() || is.Mark.Author != d.Who || is.Mark.Note != "Вернулся по новому договору" {
		t.Errorf("the mark is %+v", is.Mark)
	}
	if want := "Отмечены разными: " + strconv.Itoa(before+1) + "…"; s.marked.Text != want {
		t.Errorf("the button says %q, want %q", s.marked.Text, want)
	}
	step, err := d.Store.Undo(d.Ctx())
	if err != nil || !strings.Contains(step.What, "разные записи: Резидент") {
		t.Fatalf("%q: %v", step.What, err)
	}
	d.Changed()
	s.Refresh()
	if len(s.List.Table.Shown()) != 1 || len(told(d.Desk)) != before {
		t.Fatal("one step does not take it back")
	}

	s.distinct(s.List.Table.Shown()) // from the menu of the rows
	d.Press(t, "Отметить разными")   // the reason may be left open
	s.Refresh()
	desktest.Press(t, s.Content(), s.marked.Text)
	s.shown.list.Table.Select(int64(before + 1))
	if !strings.Contains(d.Asked(), "Снова предлагать") {
		t.Fatalf("over the window is %q", d.Asked())
	}
	d.Press(t, "Снова предлагать")
	s.Refresh()
	if len(s.List.Table.Shown()) != 1 || len(told(d.Desk)) != before {
		t.Error("it is not offered again")
	}
}

// A file that is only read keeps its marks.
func TestNothingIsMarkedInAFileThatIsOnlyRead(t *testing.T) {
	d, s, _, _ := over(t)
	d.Store = readOnly{d.Store}
	s.Refresh()
	s.distinct([]int64{1})
	s.showMarked()
	s.shown.onOffer()
	if len(told(d.Desk)) != 1 || !s.apart.Disabled() || !s.shown.offer.Disabled() {
		t.Error("marks can be changed")
	}
}

type readOnly struct{ port.Store }

func (readOnly) ReadOnly() bool { return true }
