package kit

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/i18n"
)

// choosing opens a chooser of files over a directory with some, and returns what it chose.
func choosing(t *testing.T, extensions ...string) (window fyne.Window, dir string, chosen *string) {
	t.Helper()
	dir = t.TempDir()
	for _, name := range []string{"б.pdf", "А.PDF", "текст.txt", ".скрытый.pdf", "папка/внутри.pdf"} {
		path := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(path), 0o700); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(path, nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	window, chosen = themed(t, nil), new(string)
	window.Resize(fyne.NewSize(900, 700))
	files := Files{Window: window, Words: i18n.New(app.RU), Dir: dir}
	then := func(path string) { *chosen = path }
	if len(extensions) == 0 {
		files.Folder(then)
	} else {
		files.Open(then, extensions...)
	}
	return window, dir, chosen
}

// listed returns the first cells of the list that has the keyboard.
func listed(t *testing.T, window fyne.Window) string {
	t.Helper()
	table, ok := window.Canvas().Focused().(*Table)
	if !ok {
		t.Fatalf("%T has the keyboard", window.Canvas().Focused())
	}
	var names []string
	for _, id := range table.Shown()[1:] { // the first is the way up
		names = append(names, table.Texts(id)[0])
	}
	return strings.Join(names, " ")
}

func TestChooserIsUsedByKeys(t *testing.T) {
	window, dir, chosen := choosing(t, ".pdf")
	folder := "папка" + string(filepath.Separator)
	if got := listed(t, window); got != folder+" А.PDF б.pdf" {
		t.Errorf("listed: %s", got)
	}
	press(window, fyne.KeyDown, fyne.KeyReturn)
	if got := listed(t, window); got != "внутри.pdf" {
		t.Errorf("in the folder: %s", got)
	}
	press(window, fyne.KeyReturn) // the way up
	if got := listed(t, window); !strings.HasPrefix(got, folder) {
		t.Errorf("above: %s", got)
	}
	press(window, fyne.KeyEnd, fyne.KeyReturn)
	if *chosen != filepath.Join(dir, "б.pdf") || window.Canvas().Overlays().Top() != nil {
		t.Errorf("chosen %q, closed %t", *chosen, window.Canvas().Overlays().Top() == nil)
	}
}

func TestChooserIsLeftByEscape(t *testing.T) {
	window, _, chosen := choosing(t, ".pdf")
	press(window, fyne.KeyEscape)
	if window.Canvas().Overlays().Top() != nil || *chosen != "" {
		t.Errorf("Esc chose %q", *chosen)
	}
}

func TestTypedPathIsFollowed(t *testing.T) {
	window, dir, chosen := choosing(t, ".pdf")
	path := func(text string) {
		window.Canvas().FocusPrevious()
		entry := window.Canvas().Focused().(*Entry)
		entry.SetText(text)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
	path(filepath.Join(dir, "папка") + " ")
	if got := listed(t, window); got != "внутри.pdf" {
		t.Errorf("the typed folder: %s", got)
	}
	path(filepath.Join(dir, "нет такого"))
	if window.Canvas().Overlays().Top() == nil || *chosen != "" {
		t.Errorf("a path that is not there chose %q", *chosen)
	}
	entry := window.Canvas().Focused().(*Entry)
	entry.SetText("\u202a\"" + filepath.Join(dir, "А.PDF") + "\" ")
	entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if *chosen != filepath.Join(dir, "А.PDF") {
		t.Errorf("chosen %q", *chosen)
	}
}

func TestFolderIsChosenWithoutItsFiles(t *testing.T) {
	window, dir, chosen := choosing(t)
	if got := listed(t, window); got != "папка"+string(filepath.Separator) {
		t.Errorf("listed: %s", got)
	}
	press(window, fyne.KeyDown, fyne.KeyReturn)
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn)
	if *chosen != filepath.Join(dir, "папка") {
		t.Errorf("chosen %q", *chosen)
	}
}
