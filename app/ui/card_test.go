package ui

import (
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/card"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// What the shell, the lists and the cards do together; the card alone is tested in its package.

// cardOf returns the card in view.
func (s *shell) cardOf(t *testing.T) *card.Screen {
	t.Helper()
	screen, ok := s.screens[s.shown].(*card.Screen)
	if !ok {
		t.Fatalf("%s is in view, no card", s.shown)
	}
	return screen
}

// ofThree opens a file of three residents, with the list in view and the second one selected by
// a search.
func ofThree(t *testing.T) (*shell, *page) {
	t.Helper()
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		for _, name := range []string{"Альфа", "Бета", "Бета плюс"} {
			r := resident(park, name)
			save(r)
			save(&app.Contract{Head: app.Head{Park: park.ID}, Resident: r.ID, Number: name})
			save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2020)})
		}
	})
	screen := s.records("resident")
	s.findText("бета")
	s.win.Canvas().Focus(screen.Table)
	desktest.Key(screen.Table, fyne.KeyEnd)
	return s, screen
}

func TestACardIsLeftToTheRowItWasOpenedFrom(t *testing.T) {
	s, screen := ofThree(t)
	id := screen.Selected()
	s.menu.card.Action()
	if p := s.cardOf(t).Shown(); p != (app.Place{Type: "resident", ID: id}) {
		t.Fatalf("the card of %v", p)
	}
	if s.nav.chosen != "resident" {
		t.Errorf("the navigation is on %q", s.nav.chosen)
	}
	s.escape()
	if shown, all := screen.Table.Len(); s.shown != "resident" || screen.Selected() != id || shown != 2 || all != 3 {
		t.Errorf("back on %s, record %d, %d of %d", s.shown, screen.Selected(), shown, all)
	}
	if s.win.Canvas().Focused() != screen.Table {
		t.Error("the list has not the keyboard")
	}
	s.escape()
	if s.shown != "resident" {
		t.Error("Esc goes on where there is nothing to go back to")
	}
}

// escape presses Esc where the keyboard is.
func (s *shell) escape() {
	if f := s.win.Canvas().Focused(); f != nil {
		desktest.Key(f, fyne.KeyEscape)
	}
}

func TestEveryWayLeadsToTheCard(t *testing.T) {
	s, screen := ofThree(t)
	for name, way := range map[string]func(){
		"the button":     func() { desktest.Press(t, screen.Content(), "Карточка") },
		"the menu":       func() { s.menu.card.Action() },
		"a double click": func() { screen.Table.OnDouble(screen.Selected()) },
	} {
		s.navigate("resident")
		way()
		if s.shown != cardScreen {
			t.Errorf("%s leads to %s", name, s.shown)
		}
	}
	s.navigate("contract")
	if !s.menu.card.Disabled {
		t.Error("a contract has no card")
	}
	opened := s.records("contract")
	opened.Table.OnDouble(opened.Selected())
	if s.shown != "contract" || !opened.Form.Focused() {
		t.Errorf("a double click on a row without a card leads to %s", s.shown)
	}
}

func TestWhatIsOpenedFromACardComesBackToIt(t *testing.T) {
	s, screen := ofThree(t)
	s.menu.card.Action()
	shown := s.cardOf(t).Shown()
	contract := s.list("contract")[2]
	s.desk.Open(app.Place{Type: "contract", ID: contract.Header().ID})
	if s.shown != "contract" {
		t.Fatalf("%s is in view", s.shown)
	}
	s.win.Canvas().Focus(s.records0("contract").Table)
	s.escape()
	if s.cardOf(t).Shown() != shown {
		t.Error("another card is in view")
	}
	s.escape()
	if s.shown != "resident" || screen.Selected() != shown.ID {
		t.Errorf("back on %s, record %d", s.shown, screen.Selected())
	}
}

// records0 returns the screen of a type that was shown, without going there.
func (s *shell) records0(typeKey string) *page {
	was := s.stops
	p := s.records(typeKey)
	s.stops = was
	return p
}

func TestWhatIsAddedFromACardIsOfItsRecord(t *testing.T) {
	s, _ := ofThree(t)
	s.menu.card.Action()
	id := s.cardOf(t).Shown().ID
	s.desk.Begin("project", desk.Origin{})
	screen := s.records0("project")
	if !screen.isDraft() {
		t.Fatal("nothing was begun")
	}
	s.typeInto(screen, "title", "Чертёж")
	s.tab()
	projects := s.list("project")
	if len(projects) != 1 || app.ResidentOf(projects[0]) != id {
		t.Errorf("projects %v", projects)
	}
}

func TestUndoStaysOnTheCard(t *testing.T) {
	s, _ := ofThree(t)
	s.menu.card.Action()
	page := s.cardOf(t)
	grids := desktest.All[*kit.Grid](page.Content())
	at := slices.IndexFunc(grids, func(g *kit.Grid) bool { return len(g.Columns()) > 2 && g.Columns()[1].Key == "2020" })
	if at < 0 {
		t.Fatal("the card shows no reports")
	}
	g := grids[at]
	g.Go(1, "2020")
	for _, r := range "12" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	desktest.Key(s.win.Canvas().Focused(), fyne.KeyReturn)
	if g.Text(1, "2020") != "12" || s.menu.undo.Disabled {
		t.Fatalf("recorded %q", g.Text(1, "2020"))
	}
	s.menu.undo.Action()
	if s.shown != cardScreen || g.Text(1, "2020") == "12" {
		t.Errorf("after undo %s is in view with %q", s.shown, g.Text(1, "2020"))
	}
	if s.win.Canvas().Focused() != g {
		t.Error("undo takes the keyboard away from the reports")
	}
	s.menu.redo.Action()
	if s.shown != cardScreen || g.Text(1, "2020") != "12" {
		t.Errorf("after redo %s is in view with %q", s.shown, g.Text(1, "2020"))
	}
}

func TestThereAreNoCardsWithoutAPark(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(&app.ManagementCompany{Name: "АО «УК»"}) })
	screen := s.records("company")
	if _, ok := screen.CardOf(); ok || screen.Kept() == nil {
		t.Errorf("a company without a park has a card: %v", ok)
	}
	s.card()
	if s.shown != "company" {
		t.Errorf("%s is in view", s.shown)
	}
}
