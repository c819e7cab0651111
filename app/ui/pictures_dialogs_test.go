package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/twins"
)

// spoken is something the window asks, tells or lays over a screen, and how one comes to it.
type spoken struct {
	name string
	open func(t *testing.T, s *shell)
}

// over goes to a screen first.
func over(screen string, do func(s *shell)) func(*testing.T, *shell) {
	return func(_ *testing.T, s *shell) {
		if s.shown != screen {
			s.navigate(screen)
		}
		do(s)
	}
}

// pressing presses a button of a screen, named by its message, where there is room for it.
func pressing(screen, id string) func(*testing.T, *shell) {
	return func(_ *testing.T, s *shell) {
		if s.shown != screen {
			s.navigate(screen)
		}
		for _, b := range desktest.All[*kit.Button](s.screens[screen].Content()) {
			if b.Text == s.desk.T(id) {
				b.OnTapped()
				return
			}
		}
	}
}

// spokenOver is what .ci/screens draws beside the screens.
func spokenOver() []spoken {
	table := "Полное наименование\tИНН\tДата регистрации\nОбщество с ограниченной ответственностью «Бета»\t7707083893\t01.02.2019\nООО «Гамма»\t123\tвчера\n"
	take := func(t *testing.T, s *shell) { s.take(desk.Taking{Type: "resident", Book: tableOf(t, table)}) }
	return []spoken{
		{"about", over("home", func(s *shell) { s.onAbout() })},
		{"search", over("home", func(s *shell) { s.search(); s.keyed("геном") })},
		{"first-run", over("home", func(s *shell) { s.onCreate() })},
		{"first-run-wrong", over("home", func(s *shell) {
			s.onCreate()
			s.keyed("АО «УК „Заречный“»")
			s.pressed(fyne.KeyReturn)
			s.keyed("7707083890")
			s.pressed(fyne.KeyReturn)
		})},
		{"open", over("home", func(s *shell) { s.onOpen() })},
		{"save-copy", over("home", func(s *shell) { s.onSaveCopy() })},
		{"steps", over("home", func(s *shell) { s.showSteps() })},
		{"columns", over("contract", func(s *shell) { s.columns() })},
		{"delete", over("resident", func(s *shell) { s.remove() })},
		{"history", over("resident", func(s *shell) { s.history() })},
		{"documents", over("resident", func(s *shell) { s.documents() })},
		{"export", over("resident", func(s *shell) { s.exportList() })},
		{"receive", over("resident", func(s *shell) { s.receive() })},
		{"print", over("resident", func(s *shell) { s.menu.print.Action() })},
		{"merge", over("resident", func(s *shell) { twins.Preview(s.desk, app.TypeByKey("resident"), 1, 2, nil) })},
		{"restore", pressing("backups", "ui.backups.restore")},
		{"passphrase", over("backups", func(s *shell) {
			for _, l := range desktest.All[*kit.Link](s.screens["backups"].Content()) {
				if l.Text() == s.desk.T("ui.backups.change_passphrase") {
					l.OnTapped()
				}
			}
		})},
		{"import-preview", take},
		{"import-columns", func(t *testing.T, s *shell) {
			take(t, s)
			pressing(intakeScreen, "ui.intake.back")(t, s)
		}},
		{"year-left", over("turn", func(s *shell) { s.mainButton().OnTapped() })},
		{"year-day", over("turn", func(s *shell) { s.mainButton().OnTapped() })},
		{"refused", over("resident", func(s *shell) {
			s.typeInto(s.inView(), "inn", "123")
			s.tab()
		})},
		{"unsaved", over("contract", func(*shell) {})},
	}
}

// keyed types into what has the keyboard.
func (s *shell) keyed(text string) {
	for _, r := range text {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// drawSpoken draws what is asked and told over the screens.
func (s shot) drawSpoken(t *testing.T, w *Window, parts []string) {
	t.Helper()
	over := &shell{Window: w, t: t}
	for i, d := range spokenOver() {
		name := s.name(len(Screens())+20+i, "over-"+d.name)
		if !wanted(name, parts) && !strings.HasPrefix(d.name, "year") {
			continue
		}
		d.open(t, over)
		w.win.Resize(s.size.SubtractWidthHeight(0, 1)) // the driver of the tests sets a dialog that was resized in the middle only now
		w.win.Resize(s.size)
		keep(t, name, w.win.Canvas().Capture())
		for overlays := w.win.Canvas().Overlays(); overlays.Top() != nil; {
			overlays.Remove(overlays.Top())
		}
	}
}
