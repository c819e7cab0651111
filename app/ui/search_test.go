package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/port"
)

// searchFor opens the search by its key and types words into it.
func (s *shell) searchFor(words string) {
	s.t.Helper()
	s.menu.search.Action()
	for _, r := range words {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// pressed presses keys where the keyboard is.
func (s *shell) pressed(keys ...fyne.KeyName) {
	for _, key := range keys {
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

func TestSearchGoesAnywhereByKeys(t *testing.T) {
	var park *app.Park
	s := openShell(t, func(save func(app.Record)) {
		park = onePark(save)
		for _, name := range []string{"Альфа", "Альфабет", "Бета"} {
			save(resident(park, name))
		}
		save(&app.Document{Head: app.Head{Park: park.ID}, Title: "Приказ о статусе", Number: "112-п"})
	})
	s.navigate("journal")
	s.searchFor("альфа")
	s.pressed(fyne.KeyDown, fyne.KeyReturn)
	if s.shown != "resident" || s.asked() != "" {
		t.Fatalf("the second resident is on %s", s.shown)
	}
	if got := s.records("resident").Kept(); got == nil || got.(*app.Resident).Name != "Альфабет" {
		t.Errorf("it is %+v", got)
	}
	for words, screen := range map[string]string{
		"приказ": "document", "приказ статс": "document", "ghbrfp": "document", "журнал": "journal", "помещение": "room", "s2.1": "indicators",
	} {
		s.searchFor(words)
		s.pressed(fyne.KeyReturn)
		if s.shown != screen {
			t.Errorf("%q leads to %s", words, s.shown)
		}
	}
	s.searchFor("сохранить копию")
	if said := s.asked(); !strings.Contains(said, s.desk.T("ui.menu.copy")) {
		t.Errorf("the search says %q", said)
	}
	s.pressed(fyne.KeyEscape, fyne.KeyEscape)
	if s.asked() != "" {
		t.Error("Esc does not close the search")
	}
}

func TestSearchOfAFinding(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { oneOfEach(t, save) })
	s.desk.Look()
	s.searchFor("исследователей нет")
	if said := s.asked(); !strings.Contains(said, s.desk.T("common.search.finding")) {
		t.Fatalf("the search says %q", said)
	}
}

func TestSearchOfTheGuide(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.searchFor("флешку")
	s.pressed(fyne.KeyReturn)
	if said := s.asked(); !strings.Contains(said, "копировать на флешку") {
		t.Errorf("the page of the guide says %q", said)
	}
	s.pressed(fyne.KeyEscape)
	if s.asked() != "" {
		t.Error("Esc does not close the page")
	}
}

// Where a screen has a search of its own, Ctrl+F is that; elsewhere it searches everything.
func TestCtrlFSearchesWhatThereIs(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.navigate("resident")
	s.menu.find.Action()
	if s.asked() != "" {
		t.Error("the search of the list is passed over")
	}
	s.navigate("package")
	s.menu.find.Action()
	if !strings.Contains(s.asked(), s.desk.T("ui.search.title")) {
		t.Error("nothing is searched on the screen of the package")
	}
	s.pressed(fyne.KeyEscape)
}

func TestSearchWithoutAFile(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.closeStore()
	s.showStart()
	s.searchFor("создать")
	if said := s.asked(); !strings.Contains(said, s.desk.T("ui.menu.create")) {
		t.Errorf("the search says %q", said)
	}
	s.pressed(fyne.KeyEscape, fyne.KeyEscape)
}

// Every screen and every line of the menus that can be chosen is found.
func TestSearchKnowsAllCommands(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	var titles []string
	for _, c := range s.commands() {
		if c.Do == nil || strings.TrimSpace(c.Title) == "" {
			t.Errorf("%+v does nothing", c)
		}
		titles = append(titles, c.Title)
	}
	for _, e := range listed(s.entries) {
		if !slices.Contains(titles, e.title(s.desk)) {
			t.Errorf("the screen %s is not found", e.ID)
		}
	}
	for _, id := range []string{"ui.menu.open", "ui.menu.quit", "ui.menu.about", "ui.menu.larger"} {
		if !slices.Contains(titles, s.desk.T(id)) {
			t.Errorf("%s is not found", id)
		}
	}
}

// Whoever opens a file whose index was spoiled is told, once.
func TestRemadeIndexIsTold(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	path := s.desk.Store.Path()
	s.closeStore()
	again := openShellOn(t, path, func(path string) (port.Store, error) {
		store, err := openStore(path)
		return remade{store}, err
	})
	if said := again.asked(); !strings.Contains(said, again.desk.T("ui.search.remade_title")) {
		t.Errorf("%q is told", said)
	}
}

// remade is a file whose index was made anew.
type remade struct{ port.Store }

func (remade) Remade() bool { return true }
