package ui

import (
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
)

// sampleShell shows the demonstration park.
func sampleShell(t *testing.T) *shell {
	t.Helper()
	return openShell(t, func(save func(app.Record)) {
		if err := sample.Park().Fill(func(rec app.Record) error { save(rec); return nil }); err != nil {
			t.Fatal(err)
		}
	})
}

func (s *shell) badgeOf(id string) string {
	for _, line := range s.nav.lines {
		if line.id == id {
			return line.badge.Text()
		}
	}
	return "no such screen"
}

func TestBadgesFollowEveryEdit(t *testing.T) {
	s := sampleShell(t)
	if got := s.badgeOf("check"); got != "▲30" { // 33 warnings, 3 of them explained
		t.Fatalf("the check says %q", got)
	}
	if got, room := s.badgeOf("resident"), s.badgeOf("room"); got != "▲3" || room != "" {
		t.Errorf("residents %q, rooms %q", got, room)
	}
	screen := s.records("resident")
	screen.Open(1, "inn")
	s.typeInto(screen, "okved", "")
	s.typeInto(screen, "registered", "01.01.2035")
	s.tab()
	if got := s.badgeOf("resident"); !strings.HasPrefix(got, "■") && got == "▲3" {
		t.Errorf("after a wrong date the badge says %q", got)
	}
	s.undo(t)
	if got := s.badgeOf("resident"); got != "▲3" {
		t.Errorf("after the undo the badge says %q", got)
	}
}

func (s *shell) undo(t *testing.T) {
	t.Helper()
	for range 2 { // the two fields that were typed
		if _, ok, err := s.desk.Store.NextUndo(t.Context()); err != nil || !ok {
			return
		}
		if _, err := s.desk.Store.Undo(t.Context()); err != nil {
			t.Fatal(err)
		}
	}
	s.changed()
}

func TestRecordsSayHowFullTheyAre(t *testing.T) {
	s := sampleShell(t)
	screen := s.records("resident_report")
	if got := screen.Filled.Text(); !strings.Contains(got, "нет 3 отчётов") || !strings.Contains(got, "не заполнено 15 значений") {
		t.Errorf("the reports say %q", got)
	}
	if got := s.records("resident").Filled.Text(); got != "Заполнено 100,0 %" {
		t.Errorf("the residents say %q", got)
	}
}
