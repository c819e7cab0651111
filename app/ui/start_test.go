package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/port"
)

func TestOpeningAnotherFileByKeys(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	dir := filepath.Dir(s.desk.Store.Path())
	other, err := createStore(filepath.Join(dir, "ёлка.tpark"))
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Close(); err != nil {
		t.Fatal(err)
	}
	s.onOpen()
	keys := func(names ...fyne.KeyName) {
		for _, name := range names {
			s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: name})
		}
	}
	keys(fyne.KeyEscape)
	if s.win.Canvas().Overlays().Top() != nil {
		t.Fatal("Esc does not close the chooser")
	}
	s.onOpen()
	keys(fyne.KeyDown, fyne.KeyReturn)
	if got := filepath.Base(s.desk.Store.Path()); got != "ёлка.tpark" {
		t.Errorf("opened %s", got)
	}
	if s.settings.Recent[0] != s.desk.Store.Path() || len(s.settings.Recent) != 2 {
		t.Errorf("recent files %v", s.settings.Recent)
	}
}

func TestBadFilesAreToldInOneSentence(t *testing.T) {
	s := openShellOn(t, "", openStore)
	path := filepath.Join(t.TempDir(), "чужой.tpark")
	if err := os.WriteFile(path, []byte("not ours"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.OpenFile(path)
	if text := s.asked(); !strings.Contains(text, "«чужой.tpark»") {
		t.Errorf("told %q", text)
	}
	s.press("ОК")
	if s.desk.Store != nil || s.shown != "" {
		t.Error("the start page is gone")
	}
}

func TestSettingsAreKept(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.scaleText(150)
	if got := loadSettings(s.options.SettingsDir); got.TextPercent != 150 || got.Recent[0] != s.desk.Store.Path() {
		t.Errorf("settings %+v", got)
	}
	if s.shown != "resident" {
		t.Errorf("the screen after scaling is %q", s.shown)
	}
	broken := t.TempDir()
	if err := os.WriteFile(filepath.Join(broken, settingsFile), []byte("text_percent = 7\nwidth = -1"), 0o600); err != nil {
		t.Fatal(err)
	}
	if got := loadSettings(broken); got.TextPercent != 100 || got.Width < 800 {
		t.Errorf("senseless settings are taken: %+v", got)
	}
}

func TestListsHaveTheKeyboardWhenShown(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	for id, table := range map[string]func() fyne.Focusable{
		"resident":   func() fyne.Focusable { return s.table("resident") },
		"indicators": func() fyne.Focusable { return s.table("indicators") },
		"check":      func() fyne.Focusable { return s.table("check") },
	} {
		s.navigate(id)
		if got := s.win.Canvas().Focused(); got != table() {
			t.Errorf("%s: the keyboard is at %v", id, got)
		}
	}
}

func TestNavigationByArrows(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.focusNavigation()
	s.nav.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	s.nav.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.shown != "job" || s.win.Canvas().Focused() != fyne.Focusable(s.nav) {
		t.Errorf("screen %s, focus %v", s.shown, s.win.Canvas().Focused())
	}
}

// The first run makes a park of the answers, opens it on the home, and keeps where second copies go;
// the file is closed by the menu and opened again from the recent ones.
func TestAParkIsBegunClosedAndOpenedAgain(t *testing.T) {
	dir := t.TempDir()
	t.Setenv("HOME", dir)
	s := openShellWith(t, port.Options{OpenStore: openStore, SettingsDir: t.TempDir()})
	s.onCreate()
	keys := func(text string) {
		for _, r := range text {
			s.win.Canvas().Focused().TypedRune(r)
		}
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	for range 5 { // company, number, head, position, basis: later
		keys("")
	}
	for _, answer := range []string{"Заречный", "", "", "2019", ""} { // kind and region later; what is typed is in place of the offered year; file
		keys(answer)
	}
	if s.desk.Store != nil {
		t.Fatal("a file is there before the end")
	}
	keys("")
	path := filepath.Join(dir, "Заречный.tpark")
	if s.desk.Store == nil || s.desk.Store.Path() != path || s.shown != homeScreen || s.desk.Year != 2019 {
		t.Fatalf("shown %q, year %d", s.shown, s.desk.Year)
	}
	if n := len(s.list("site_report")); n != 1 {
		t.Errorf("%d reports of the first year", n)
	}
	s.menu.close.Action()
	if s.desk.Store != nil || s.shown != "" || !s.menu.close.Disabled {
		t.Error("the file stays open")
	}
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn}) // the keyboard is at the file worked on last
	if s.desk.Store == nil || s.desk.Store.Path() != path {
		t.Fatal("Enter does not open the file again")
	}
	s.menu.close.Action()
	s.menu.recent.ChildMenu.Items[0].Action()
	if s.desk.Store == nil || s.desk.Store.Path() != path {
		t.Error("the recent file is not opened")
	}
}

// What is begun from Excel goes on, after the questions, by asking for the table.
func TestAParkIsBegunFromATable(t *testing.T) {
	t.Setenv("HOME", t.TempDir())
	s := openShellWith(t, port.Options{OpenStore: openStore, SettingsDir: t.TempDir()})
	s.onExcel()
	for _, answer := range []string{"", "", "", "", "", "Заречный", "", "", "", "", ""} {
		for _, r := range answer {
			s.win.Canvas().Focused().TypedRune(r)
		}
		s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	if s.desk.Store == nil || s.shown != intakeScreen || !strings.Contains(s.asked(), s.desk.T("ui.file.open")) {
		t.Errorf("shown %q, asked %q", s.shown, s.asked())
	}
}

// Who closes the window over the questions of the first run is asked about what he answered; who
// insists is obeyed.
func TestQuittingOverTheFirstRunAsks(t *testing.T) {
	s, _ := openCopied(t)
	s.onCreate()
	for _, r := range "АО" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	for range 2 {
		s.menu.quit.Action()
		if text := s.asked(); !strings.Contains(text, "Ответы ещё не записаны") || s.desk.Store == nil {
			t.Fatalf("asked %q", text)
		}
		s.press("Вернуться к вопросам")
		if s.desk.Store == nil || s.asked() == "" {
			t.Fatal("the questions are gone")
		}
	}
	s.quit()
	s.quit() // he insists
	if s.desk.Store != nil || s.asked() != "" {
		t.Errorf("the window stays and asks %q", s.asked())
	}
	s, _ = openCopied(t)
	s.onCreate()
	s.quit()
	if s.desk.Store != nil {
		t.Errorf("nothing was answered, asked %q", s.asked())
	}
}
