package ui

import (
	"slices"
	"testing"

	"technopark/app/agenda"
)

// What the agenda calls the screens on which steps are done is what the window calls them.
func TestAgendaNamesTheScreens(t *testing.T) {
	s := sampleShell(t)
	for _, where := range agenda.Screens() {
		i := slices.IndexFunc(s.entries, func(e Entry) bool { return e.ID == where.Screen })
		if i < 0 || s.entries[i].title(s.desk) != where.Title.RU {
			t.Errorf("there is no screen %q called «%s»", where.Screen, where.Title.RU)
		}
	}
}

// An opened file begins with the home, and Alt+Home comes back to it.
func TestFileBeginsWithTheHome(t *testing.T) {
	s := sampleShell(t)
	path := s.desk.Store.Path()
	s.onClose()
	s.OpenFile(path)
	if s.shown != homeScreen {
		t.Errorf("the file begins with %q", s.shown)
	}
	s.navigate("journal")
	s.menu.goes[homeScreen].Action()
	if s.shown != homeScreen || s.menu.print.Disabled {
		t.Errorf("shown %q, printing forbidden %t", s.shown, s.menu.print.Disabled)
	}
}
