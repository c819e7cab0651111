package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/checks"
	"technopark/app/ui/kit"
)

// twoYears opens a file of two residents with reports of two years.
func twoYears(t *testing.T) *shell {
	t.Helper()
	return openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		for _, name := range []string{"Альфа", "Бета"} {
			r := resident(park, name)
			save(r)
			for _, year := range []int{2019, 2020} {
				save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(year)})
			}
		}
	})
}

// Alt+← leads back to the screen, the record and the search one left, Alt+→ forward again, and a new way
// forgets what was ahead.
func TestBackAndForwardLeadToTheRecord(t *testing.T) {
	s := twoYears(t)
	residents := s.list("resident")
	first, second := residents[0].Header().ID, residents[1].Header().ID
	s.desk.Open(app.Place{Type: "resident", ID: first})
	s.desk.Open(app.Place{Type: "resident", ID: second})
	screen := s.screens["resident"].(interface{ Selected() int64 })
	s.desk.Navigate("journal")
	s.desk.Navigate("contract")
	s.menu.back.Action()
	if s.shown != "journal" {
		t.Fatalf("back leads to %s", s.shown)
	}
	s.menu.back.Action()
	if s.shown != "resident" || screen.Selected() != second {
		t.Fatalf("back leads to %s, record %d, not %d", s.shown, screen.Selected(), second)
	}
	s.menu.back.Action()
	if s.shown != "resident" || screen.Selected() != first {
		t.Errorf("back within the screen leads to %s, record %d, not %d", s.shown, screen.Selected(), first)
	}
	for range 3 {
		s.menu.forward.Action()
	}
	if s.shown != "contract" || !s.menu.forward.Disabled || s.menu.back.Disabled {
		t.Errorf("forward leads to %s; forward forbidden %t, back forbidden %t", s.shown, s.menu.forward.Disabled, s.menu.back.Disabled)
	}
	s.menu.back.Action()
	s.desk.Navigate("room")
	if !s.menu.forward.Disabled {
		t.Error("a new way keeps what was ahead")
	}
}

// A card comes back with its tab, and Esc from it leads where it led.
func TestBackLeadsToTheCard(t *testing.T) {
	s := twoYears(t)
	id := s.list("resident")[0].Header().ID
	s.desk.ShowCard(app.Place{Type: "resident", ID: id})
	s.desk.Navigate("journal")
	s.menu.back.Action()
	if s.shown != cardScreen || s.cardOf(t).Shown().ID != id {
		t.Fatalf("back leads to %s", s.shown)
	}
	s.menu.back.Action()
	if s.shown != "resident" {
		t.Errorf("back leads to %s", s.shown)
	}
	s.menu.forward.Action()
	for _, rec := range []app.Record{s.list("resident_report")[1], s.list("resident_report")[0], s.list("resident")[0]} {
		if err := s.desk.Store.Delete(t.Context(), rec); err != nil {
			t.Fatal(err)
		}
	}
	s.changed()
	s.desk.Navigate("journal")
	s.menu.back.Action()
	if s.shown != "resident" || s.asked() != "" {
		t.Errorf("of a card that is gone back leads to %s, asked %q", s.shown, s.asked())
	}
}

// A year that a link has changed is told at the foot and comes back with the screen; one the user has
// chosen is not told.
func TestAYearChangedByALinkIsToldAndComesBack(t *testing.T) {
	s := twoYears(t)
	s.useYear(2020)
	s.desk.Navigate("check")
	s.desk.Way(func() {
		s.desk.ChooseYear(2019)
		s.desk.Open(app.Place{Type: "resident_report"})
	})
	if said := s.status.state.Text(); !strings.Contains(said, "в 2019 год, был 2020") || !strings.Contains(said, "Alt+←") {
		t.Errorf("the foot says %q", said)
	}
	if said := s.status.text(true); !strings.HasSuffix(said, "Год 2019, был 2020: Alt+←") {
		t.Errorf("in a low window it says %q", said)
	}
	s.menu.back.Action()
	if s.shown != "check" || s.desk.Year != 2020 || s.header.year.Selected != "2020" {
		t.Errorf("back leads to %s of %d, the chooser says %s", s.shown, s.desk.Year, s.header.year.Selected)
	}
	if said := s.status.state.Text(); strings.Contains(said, "2019") {
		t.Errorf("back again, the foot says %q", said)
	}
	s.header.onYear("2019")
	if said := s.status.state.Text(); strings.Contains(said, "Alt+←") {
		t.Errorf("of a year one has chosen the foot says %q", said)
	}
}

// Who follows a finding comes back to that finding, of its year, when the check of it has come.
func TestBackLeadsToTheFinding(t *testing.T) {
	s := twoYears(t)
	s.desk.Navigate("check")
	screen := s.screens["check"].(*checks.Screen)
	found := s.desk.Look().Report.Findings
	if len(found) < 3 {
		t.Fatalf("%d findings", len(found))
	}
	screen.ShowFinding(found[2].Rule, found[2].Place())
	was, year := screen.Spot(), s.desk.Year
	s.desk.Way(func() {
		s.desk.ChooseYear(year - 1)
		s.desk.Open(found[2].Home())
	})
	s.desk.Navigate("check")
	screen.ShowFinding(s.desk.Look().Report.Findings[0].Rule, s.desk.Look().Report.Findings[0].Place())
	steps := s.hold()
	s.menu.back.Action()
	s.menu.back.Action()
	steps.Finish(t)
	if s.shown != "check" || s.desk.Year != year || screen.Spot() != was {
		t.Errorf("back leads to %s of %d, finding %q, not %q", s.shown, s.desk.Year, screen.Spot(), was)
	}
}

// What is typed and not recorded is asked about before the way back is taken.
func TestBackAsksBeforeWhatIsTypedIsLost(t *testing.T) {
	s := twoYears(t)
	screen := s.records("resident")
	s.desk.Navigate("journal")
	s.menu.back.Action()
	s.typeInto(screen, "inn", "12")
	s.menu.back.Action()
	if s.asked() == "" || s.shown != "resident" {
		t.Errorf("left to %s, asked %q", s.shown, s.asked())
	}
}

// The guide has a way of its own, by the same keys.
func TestTheGuideKeepsItsWay(t *testing.T) {
	s := twoYears(t)
	s.desk.Navigate("journal")
	s.f1()
	s.menu.back.Action()
	if s.shown != "journal" || s.asked() == "" {
		t.Errorf("under the guide the window went to %s", s.shown)
	}
}

// The way back is found by words too, once there is one, and goes on in another language.
func TestBackIsFoundByWordsAndOutlivesTheLanguage(t *testing.T) {
	s := twoYears(t)
	command := func(title string) func() {
		for _, c := range s.commands() {
			if c.Title == title {
				return c.Do
			}
		}
		return nil
	}
	s.desk.Navigate("journal")
	if command("Вперёд") != nil {
		t.Error("forward is offered where there is nothing ahead")
	}
	s.speak(app.EN)
	back := command("Back")
	if back == nil {
		t.Fatal("back is not offered")
	}
	back()
	if s.shown != "resident" || command("Forward") == nil {
		t.Errorf("back leads to %s", s.shown)
	}
}

// The button of the way back stands in the bar on every screen, whatever its width; it says why it cannot be
// pressed, and leads to the list as it was left: its search, its conditions, its order and its row.
func TestTheButtonBackLeadsToTheListAsItWas(t *testing.T) {
	s := twoYears(t)
	for s.shown != homeScreen {
		s.back()
	}
	if s.header.back.Why() == "" {
		t.Fatal("there is a way back before any step")
	}
	for _, id := range []string{"journal", "resident"} {
		s.desk.Navigate(id)
		list := listOf(s.screens[id])
		column := map[string]string{"journal": "record", "resident": "name"}[id]
		list.State().View.Conditions = []kit.Condition{{Key: column, Contains: "а"}}
		list.Table.SortBy(column, true)
		s.findText("ет")
		shown := list.Table.Shown()
		if len(shown) == 0 || list.Query() == "" {
			t.Fatalf("%s: %d rows of the search %q", id, len(shown), list.Query())
		}
		s.focusScreen()
		list.Table.Select(shown[len(shown)-1])
		at := list.Place()
		s.desk.Navigate("room")
		list.ShowAll()
		list.State().View.Sorts = nil
		for _, size := range []fyne.Size{fyne.NewSize(1366, 720), fyne.NewSize(700, 400)} {
			s.win.Resize(size)
			if b := s.header.back; !b.Visible() || b.Disabled() || b.Position().X+b.Size().Width > s.header.park.Position().X {
				t.Errorf("%v: the way back is seen: %t, forbidden: %t", size, b.Visible(), b.Disabled())
			}
		}
		test.Tap(s.header.back)
		if got := list.Place(); s.shown != id || got != at || !slices.Equal(list.Table.Shown(), shown) {
			t.Errorf("back on %s the list is %s, not %s", s.shown, got, at)
		}
	}
}
