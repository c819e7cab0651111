package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// What the shell and a screen of records do together; the screen alone is tested in its
// package.

func TestStatusSaysWhenItWasSaved(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	s.typeInto(s.records("resident"), "short_name", "А")
	s.tab()
	if got := s.status.state.Text(); got != "●\u00a0Сохранено 14:03" {
		t.Errorf("status %q", got)
	}
}

func TestUndoAndRedoFromTheMenu(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	if !strings.HasPrefix(s.menu.undo.Label, "Отменить: изменение: ") || s.menu.undo.Disabled || !s.menu.redo.Disabled {
		t.Fatalf("menu: %q, %q", s.menu.undo.Label, s.menu.redo.Label)
	}
	s.navigate("contract")
	s.menu.undo.Action()
	if name := s.list("resident")[0].(*app.Resident).ShortName; name != "" {
		t.Errorf("after undo the short name is %q", name)
	}
	if s.shown != "resident" || screen.Form.Field("short_name").Text != "" {
		t.Errorf("undo is not shown: screen %s, text %q", s.shown, screen.Form.Field("short_name").Text)
	}
	s.menu.redo.Action()
	if name := s.list("resident")[0].(*app.Resident).ShortName; name != "А" {
		t.Errorf("after redo the short name is %q", name)
	}
	s.typeInto(screen, "short_name", "Б")
	s.menu.undo.Action()
	if got := screen.Form.Field("short_name").Text; got != "А" {
		t.Errorf("undo while typing leaves %q", got)
	}
}

func TestUndoOfNothingSaysNothing(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	for s.asked() == "" && !s.menu.undo.Disabled {
		s.menu.undo.Action()
	}
	s.menu.undo.Action() // the toolkit runs the shortcuts of greyed items too
	if text := s.asked(); text != "" {
		t.Errorf("told %q", text)
	}
}

func TestOpenGoesToTheField(t *testing.T) {
	var id int64
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2018)}
		save(report)
		save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2020)})
		id = report.ID
	})
	s.desk.Open(app.Place{Type: "resident_report", ID: id, Field: "headcount"})
	screen := s.records("resident_report")
	s.desk.Open(app.Place{Type: "resident_report", ID: id, Field: "headcount"})
	if screen.Selected() != id || s.win.Canvas().Focused() != screen.Form.Field("headcount") {
		t.Errorf("record %d, focus %v", screen.Selected(), s.win.Canvas().Focused())
	}
}

func TestQuittingAsksAboutWhatIsNotSaved(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "inn", "7707083890")
	s.quit()
	if s.desk.Store == nil || !strings.Contains(s.asked(), "«ИНН»") {
		t.Fatalf("asked %q", s.asked())
	}
	s.press("Вернуться к записи")
	if got := s.win.Canvas().Focused(); s.shown != "resident" || got != screen.Form.Field("inn") {
		t.Errorf("screen %s, the cursor in %v", s.shown, got)
	}
	s.onOpen()
	if !strings.Contains(s.asked(), "«ИНН»") {
		t.Errorf("before another file it asked %q", s.asked())
	}
	s.press("Вернуться к записи")
	s.quit()
	s.press("Отбросить")
	if s.desk.Store != nil {
		t.Error("the file stays open")
	}
}

func TestReadOnlyFile(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	second := openShellOn(t, s.desk.Store.Path(), openStore)
	screen := second.records("resident")
	add := desktest.Button(t, screen.Content(), "Добавить")
	if !screen.Form.Field("name").Disabled() || !add.Disabled() || second.deletes() {
		t.Error("a file somebody else holds can be changed")
	}
	if state := second.status.state.Text(); !strings.Contains(state, "Только чтение") || !strings.Contains(state, "tester") {
		t.Errorf("status %q", state)
	}
}

// Wherever the one button of a screen cannot be pressed, the screen says why before anybody
// tries: in a file without a park, in one that somebody else holds, and over the records of the
// demonstration park.
func TestAForbiddenPrimarySaysWhyOnEveryScreen(t *testing.T) {
	empty := openShell(t, func(func(app.Record)) {})
	full := sampleShell(t)
	held := openShellOn(t, full.desk.Store.Path(), openStore)
	for name, s := range map[string]*shell{"no park": empty, "held": held, "sample": full} {
		for _, e := range listed(Screens()) {
			s.navigate(e.ID)
			for _, b := range desktest.All[*kit.Button](s.screens[e.ID].Content()) {
				if b.Importance == widget.HighImportance && b.Visible() && b.Disabled() && (b.Why() == "" || !strings.Contains(desktest.Said(s.screens[e.ID].Content()), b.Why())) {
					t.Errorf("%s, %s: «%s» does not say why", name, e.ID, b.Text)
				}
			}
		}
	}
}
