package place

import (
	"errors"
	"math/big"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// kept returns the scenarios of the year that are in the file.
func kept(t *testing.T, d *desktest.Desk) map[string]*app.Scenario {
	t.Helper()
	all := map[string]*app.Scenario{}
	for _, rec := range d.List(t, "scenario") {
		sc := rec.(*app.Scenario)
		all[sc.Title] = sc
	}
	return all
}

// What is tried is kept by name from the keyboard, chosen again, and undone like any change; the
// other records are as they were.
func TestScenarioIsKeptChosenAndUndone(t *testing.T) {
	d, s := among(t)
	w := s.whatIf
	if w.kept.keep.Why() == "" {
		t.Error("nothing can be kept")
	}
	best := d.Reach().Levers[0]
	w.take(reached(best), best.More)
	stands := w.result.Text()
	test.Tap(w.kept.keep)
	name := desktest.The[*kit.Entry](t, d.Window.Canvas().Overlays().Top())
	if d.Window.Canvas().Focused() != fyne.Focusable(name) {
		t.Fatal("the keyboard is not in the name")
	}
	desktest.Key(name, fyne.KeyReturn)
	wantIn(t, "without a name", d.Asked(), "Назовите сценарий")
	test.Type(name, "Новый корпус")
	desktest.Key(name, fyne.KeyReturn)
	sc := kept(t, d)["Новый корпус"]
	if sc == nil || d.Window.Canvas().Overlays().Top() != nil || w.kept.chosen != sc.ID || w.kept.pick.Selected != "Новый корпус" {
		t.Fatalf("kept %+v, chosen %q", sc, w.kept.pick.Selected)
	}
	if lines := sc.Lines(); len(lines) != 1 || lines[0].More != best.More.RatString() || !strings.HasSuffix(lines[0].What, best.Key()) {
		t.Errorf("kept lines %+v", lines)
	}
	w.reset()
	if w.kept.pick.SelectedIndex() != 0 || w.result.Text() == stands {
		t.Errorf("after reset: %q, %q", w.kept.pick.Selected, w.result.Text())
	}
	w.kept.pick.SetSelected("Новый корпус")
	if w.result.Text() != stands {
		t.Errorf("chosen again it stands %q, not %q", w.result.Text(), stands)
	}
	if step, err := d.Store.Undo(t.Context()); err != nil || !strings.Contains(step.What, "Новый корпус") {
		t.Errorf("undone: %+v, %v", step, err)
	}
	s.Refresh()
	if kept(t, d)["Новый корпус"] != nil || w.kept.chosen != 0 {
		t.Error("the scenario is still there")
	}
}

// A name that is taken is kept in the place of the one before.
func TestScenarioIsKeptInThePlaceOfItsName(t *testing.T) {
	d, s := among(t)
	n := len(kept(t, d))
	s.whatIf.row(s.whatIf.rows[0].lever).set(big.NewRat(5, 1))
	for range 2 {
		if fault := s.whatIf.kept.save("Проба"); fault != "" {
			t.Fatal(fault)
		}
	}
	if got := len(kept(t, d)); got != n+1 {
		t.Errorf("%d scenarios, were %d", got, n)
	}
}

// The scenarios of the sample stand beside each other with what is now, and one is deleted and
// brought back.
func TestScenariosAreCompared(t *testing.T) {
	d, s := among(t)
	s.whatIf.kept.compare()
	top := d.Window.Canvas().Overlays().Top()
	table := desktest.The[*kit.Table](t, top)
	all := kept(t, d)
	if shown, _ := table.Len(); shown != len(all)+1 || len(all) < 2 {
		t.Fatalf("%d rows of %d scenarios", shown, len(all))
	}
	plant := all["Приём завода"]
	want, err := d.Standing().Try(planOf(d.Desk, d.Standing(), plant))
	if err != nil {
		t.Fatal(err)
	}
	row := table.Texts(plant.ID)
	if row[1] != d.Standing().IndexText(want.Index, app.RU) || row[2] != want.Group || row[3] != placeCell(want.Place) || !strings.Contains(row[4], "+22") {
		t.Errorf("row %q", row)
	}
	table.Select(plant.ID)
	desktest.Press(t, top, "Удалить")
	if kept(t, d)["Приём завода"] != nil {
		t.Fatal("the scenario is still there")
	}
	if shown, _ := table.Len(); shown != len(all) {
		t.Errorf("%d rows after that", shown)
	}
	if _, err := d.Store.Undo(t.Context()); err != nil || kept(t, d)["Приём завода"] == nil {
		t.Errorf("not brought back: %v", err)
	}
}

// A scenario that the journal leads to is tried; what is there no more is left out and told.
func TestScenarioIsOpened(t *testing.T) {
	d, s := among(t)
	sc := kept(t, d)["Приём завода"]
	s.Open(sc.ID, "")
	if s.whatIf.kept.chosen != sc.ID || len(s.whatIf.rows) != 3 {
		t.Fatalf("chosen %d, %d levers", s.whatIf.kept.chosen, len(s.whatIf.rows))
	}
	odd := &app.Scenario{Head: app.Head{Park: d.Park}, Period: app.YearPeriod(2020), Title: "Чужой"}
	odd.SetLines([]app.ScenarioChange{{What: "input jobs_created", More: "1e999999999"}, {What: "record resident_report/99999/revenue", More: "5"}, {What: "indicator S9.9", More: "1"}, {What: "input jobs_created", More: "3"}})
	d.Save(t, odd)
	s.Open(odd.ID, "")
	wantIn(t, "told", d.Asked(), "3 изменения")
	if len(s.whatIf.rows) != 1 || s.whatIf.rows[0].more.Cmp(big.NewRat(3, 1)) != 0 {
		t.Errorf("%d levers", len(s.whatIf.rows))
	}
	if len(d.Failed) > 0 {
		t.Error(errors.Join(d.Failed...))
	}
}
