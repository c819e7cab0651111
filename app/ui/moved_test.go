package ui

import (
	"bytes"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/kit"
)

// opened opens the window on a file with a resident and shows its screen.
func opened(t *testing.T) (*shell, *page, string) {
	t.Helper()
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	return s, screen, s.desk.Store.Path()
}

// nameFile answers the question for the name of a new file.
func (s *shell) nameFile(path string) {
	s.t.Helper()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		s.t.Fatal("no name is asked for")
	}
	for _, o := range test.LaidOutObjects(top) {
		if e, ok := o.(*kit.Entry); ok {
			e.SetText(path)
			s.press("Сохранить")
			return
		}
	}
	s.t.Fatalf("no entry in %q", s.asked())
}

func TestWhatCouldNotBeKeptGoesIntoTheCopy(t *testing.T) {
	for name, take := range map[string]func(path string) error{
		"renamed": func(path string) error { return os.Rename(path, path+".bak") },
		"deleted": os.Remove,
		"replaced": func(path string) error {
			return errors.Join(os.Remove(path), os.WriteFile(path, []byte("текст"), 0o600))
		},
		"protected": func(path string) error { return os.Chmod(path, 0o444) },
	} {
		t.Run(name, func(t *testing.T) {
			s, screen, path := opened(t)
			s.desk.Year = 2019
			if err := take(path); err != nil {
				t.Fatal(err)
			}
			s.typeInto(screen, "short_name", "А")
			s.tab()
			if text := s.asked(); strings.Contains(text, "рабочих местах") || !strings.Contains(text, "копию") {
				t.Fatalf("told %q", text)
			}
			s.press("Сохранить копию…")
			copied := filepath.Join(t.TempDir(), "копия.tpark")
			s.nameFile(copied)
			if text := s.asked(); !strings.Contains(text, "«копия.tpark»") || !strings.Contains(text, "продолжается в ней") {
				t.Errorf("told %q", text)
			}
			s.press("ОК")
			if got := s.desk.Store.Path(); got != copied || s.desk.Year != 2019 || s.shown != "resident" {
				t.Errorf("work goes on in %s, year %d, screen %s", got, s.desk.Year, s.shown)
			}
			if got := s.list("resident")[0].(*app.Resident).ShortName; got != "А" || screen.Unsaved() != "" {
				t.Errorf("the copy has %q, unsaved: %q", got, screen.Unsaved())
			}
		})
	}
}

func TestFileWrittenOverIsOpenedAgain(t *testing.T) {
	s, screen, path := opened(t)
	other, err := os.ReadFile(filledFile(t))
	if err == nil {
		err = os.WriteFile(path, other, 0o600)
	}
	if err != nil {
		t.Fatal(err)
	}
	s.typeInto(screen, "short_name", "А")
	s.tab()
	if text := s.asked(); !strings.Contains(text, "записали другой") {
		t.Fatalf("told %q", text)
	}
	if now, _ := os.ReadFile(path); !bytes.Equal(now, other) {
		t.Error("the other file was written into")
	}
	s.press("Открыть заново")
	if n := len(s.list("resident")); n != 0 || s.asked() != "" {
		t.Errorf("%d residents, asked %q", n, s.asked())
	}
}

func TestClosingAsksWhenTheFileIsGone(t *testing.T) {
	s, _, path := opened(t)
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	s.onReturn()
	if text := s.status.state.Text(); !strings.Contains(text, "не на месте") {
		t.Errorf("the status says %q", text)
	}
	left := false
	leave := func() { left = true }
	s.leaveFile(leave)
	if left || !strings.Contains(s.asked(), "Закрыть без копии") {
		t.Fatalf("left: %v, asked %q", left, s.asked())
	}
	s.press("Вернуться")
	if left {
		t.Fatal("left all the same")
	}
	s.leaveFile(leave)
	s.press("Сохранить копию…")
	copied := filepath.Join(t.TempDir(), "копия.tpark")
	s.nameFile(copied)
	if !left {
		t.Errorf("not left after the copy; asked %q", s.asked())
	}
	if _, err := os.Stat(copied); err != nil {
		t.Error(err)
	}
}

func TestCopyBesideAFileThatIsThere(t *testing.T) {
	s, screen, path := opened(t)
	s.typeInto(screen, "short_name", "А")
	s.menu.copy.Action()
	copied := filepath.Join(t.TempDir(), "копия.tpark")
	s.nameFile(copied)
	// Where its lines end depends on the length of the folder's name.
	if text := strings.ReplaceAll(s.asked(), "\n", " "); !strings.Contains(text, "в прежнем файле") {
		t.Errorf("told %q", text)
	}
	s.press("ОК")
	if s.desk.Store.Path() != path {
		t.Errorf("work goes on in %s", s.desk.Store.Path())
	}
	s.menu.copy.Action()
	s.nameFile(copied)
	if text := s.asked(); !strings.Contains(text, "уже есть") {
		t.Errorf("over a file that is there: %q", text)
	}
	twin, err := openStore(copied)
	if err != nil {
		t.Fatal(err)
	}
	defer twin.Close()
	recs, err := twin.List(t.Context(), app.TypeByKey("resident"), s.desk.Park)
	if err != nil || len(recs) != 1 || recs[0].(*app.Resident).ShortName != "А" {
		t.Errorf("the copy holds %v, %v", recs, err)
	}
}

// A dialog about something else is no answer to whether the file may be left; who insists
// while he is asked is obeyed.
func TestClosingUnderADialogAsksToo(t *testing.T) {
	s, screen, path := opened(t)
	s.typeInto(screen, "inn", "123")
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	kit.Tell(s.win, "О программе", "Технопарк", "ОК")
	left := 0
	leave := func() { left++ }
	s.leaveFile(leave)
	if text := s.asked(); left != 0 || !strings.Contains(text, "«ИНН»") {
		t.Fatalf("left %d, asked %q", left, text)
	}
	s.leaveFile(leave)
	if text := s.asked(); left != 0 || !strings.Contains(text, "Закрыть без копии") {
		t.Fatalf("left %d, asked %q", left, text)
	}
	s.leaveFile(leave)
	if left != 1 {
		t.Errorf("left %d times", left)
	}
}
