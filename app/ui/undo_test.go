package ui

import (
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/disk"
	"technopark/storage"
)

// submitted keeps a revision as the package does.
func (s *shell) submitted() *app.Revision {
	s.t.Helper()
	rev := &app.Revision{
		Head: app.Head{Park: s.desk.Park}, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)),
		State: app.RevisionChecked, Made: app.Day(2021, 3, 12), Checked: app.Day(2021, 3, 12), Data: app.Content(nil),
	}
	keep := func(tx app.Tx) error { return tx.Save(s.desk.Ctx(), rev) }
	if err := s.desk.Store.Change(s.desk.Ctx(), "редакция 1 за 2020 год", keep); err != nil {
		s.t.Fatal(err)
	}
	s.changed()
	return rev
}

func TestUndoAsksBeforeItPassesOverARevision(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	s.submitted()
	name := func() string { return s.list("resident")[0].(*app.Resident).ShortName }

	for range 3 {
		s.menu.undo.Action() // the first asks; a question is answered first
	}
	if text := s.asked(); !strings.Contains(text, "«редакция 1 за 2020 год» — не отменяется") || !strings.Contains(text, "Краткое наименование") {
		t.Errorf("asked %q", text)
	}
	s.press("Отмена")
	if len(s.list("revision")) != 1 || name() != "А" {
		t.Fatalf("%d revisions, name %q", len(s.list("revision")), name())
	}
	s.menu.undo.Action()
	s.press("Отменить более раннее")
	if len(s.list("revision")) != 1 || name() != "" {
		t.Errorf("%d revisions, name %q", len(s.list("revision")), name())
	}
	s.menu.redo.Action()
	if name() != "А" || s.asked() != "" {
		t.Errorf("made again: %q, asked %q", name(), s.asked())
	}
}

func TestUndoSaysThatNothingElseIsLeft(t *testing.T) {
	s := openShellOn(t, filledFile(t), openStore)
	s.submitted()
	if s.menu.undo.Disabled {
		t.Fatal("the command is greyed, so nobody learns why")
	}
	s.menu.undo.Action()
	if text := s.asked(); !strings.Contains(text, "не отменяется") || !strings.Contains(text, "Снять отметку") {
		t.Errorf("said %q", text)
	}
	s.press("ОК")
	if len(s.list("revision")) != 1 {
		t.Error("the revision is gone")
	}
}

// filledFile makes a file whose records are no step of undo.
func filledFile(t *testing.T) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	options := storage.Options{Who: "tester", Now: now}
	store, err := storage.CreateFilled(path, options, "начало", func(ctx context.Context, tx app.Tx) error {
		return tx.Save(ctx, &app.Park{Name: "Технопарк «Пример»"})
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return path
}

// On the collection desk undo shows no record: the desk stays, and the foot says what was undone.
func TestUndoOnTheCollectionDeskStaysThere(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	s.navigate("collect")
	for _, step := range []struct {
		do   func()
		want string
	}{{s.menu.undo.Action, "Отменено — изменение: "}, {s.menu.redo.Action, "Сделано снова — изменение: "}} {
		step.do()
		if said := s.status.state.Text(); s.shown != "collect" || !strings.Contains(said, step.want) {
			t.Errorf("%s is in view, the foot says %q", s.shown, said)
		}
	}
	s.navigate("resident")
	s.typeInto(screen, "short_name", "Б")
	s.tab()
	if said := s.status.state.Text(); !strings.Contains(said, "Сохранено") {
		t.Errorf("after another change the foot says %q", said)
	}
}

// What the foot says of a thing just done belongs to the screen where it was said: it goes with that screen
// and with a year that is chosen, and all is saved as before.
func TestWhatTheFootSaidGoesWithItsScreen(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	for _, way := range []struct {
		name  string
		leave func()
	}{
		{"another screen", func() { s.navigate("room") }},
		{"a card", func() { s.desk.ShowCard(app.Place{Type: "resident", ID: s.list("resident")[0].Header().ID}) }},
		{"a year", func() { s.header.onYear("2019") }},
		{"the way back", s.back},
	} {
		name := way.name
		s.navigate("journal")
		s.navigate("resident")
		s.menu.undo.Action()
		if said := s.status.state.Text(); s.shown != "resident" || !strings.Contains(said, "Отменено") {
			t.Fatalf("%s: on %s the foot says %q", name, s.shown, said)
		}
		s.desk.Arrived()
		if said := s.status.state.Text(); !strings.Contains(said, "Отменено") {
			t.Errorf("%s: before it the foot says %q", name, said)
		}
		way.leave()
		if said := s.status.state.Text(); strings.Contains(said, "Отменено") {
			t.Errorf("after %s the foot still says %q", name, said)
		}
		s.navigate("resident")
		s.menu.redo.Action()
	}
}

// What earlier runs had left is told on the screen a file opens on, and not on the next.
func TestWhatWasSweptIsToldOnce(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	path := s.desk.Store.Path()
	disk.Swept()
	left := filepath.Join(filepath.Dir(path), fmt.Sprintf(".technopark-%s-%d-1", disk.Computer(), 1<<30)) // no process has that number
	if err := os.WriteFile(left, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	s.closeStore()
	s.OpenFile(path)
	if said := s.status.state.Text(); !strings.Contains(said, "Убран 1") {
		t.Errorf("the foot says %q", said)
	}
	s.navigate("journal")
	if said := s.status.state.Text(); strings.Contains(said, "Убран") {
		t.Errorf("on another screen the foot still says %q", said)
	}
}
