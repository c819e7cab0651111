package kit

import (
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

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

// chooserOf opens a chooser of a directory with the places it is given, and returns the way
// to type a path into it.
func chooserOf(t *testing.T, files Files) (window fyne.Window, chosen *string, path func(text string)) {
	t.Helper()
	window, chosen = themed(t, nil), new(string)
	window.Resize(fyne.NewSize(900, 700))
	files.Window, files.Words = window, i18n.New(app.RU)
	files.Folder(func(path string) { *chosen = path })
	return window, chosen, func(text string) {
		window.Canvas().FocusPrevious()
		entry := window.Canvas().Focused().(*Entry)
		entry.SetText(text)
		entry.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	}
}

// said reports whether a line of the dialog on top holds words.
func said(window fyne.Window, words string) bool {
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		switch o := o.(type) {
		case *Line:
			if !o.Hidden && strings.Contains(o.whole, words) {
				return true
			}
		case *widget.Label:
			if strings.Contains(o.Text, words) {
				return true
			}
		}
	}
	return false
}

func TestNewFolderIsMadeAndEntered(t *testing.T) {
	dir := t.TempDir()
	window, chosen, _ := chooserOf(t, Files{Dir: dir})
	window.Canvas().FocusNext()
	window.Canvas().FocusNext()
	for _, tt := range []struct{ name, why string }{
		{"", "без знаков"}, {"..", "без точки"}, {"а/б", "без знаков"}, {".тайная", "без точки"},
	} {
		press(window, fyne.KeyReturn)
		entry := window.Canvas().Focused().(*Entry)
		entry.SetText(tt.name)
		press(window, fyne.KeyReturn)
		if !said(window, tt.why) {
			t.Errorf("%q was not refused", tt.name)
		}
		press(window, fyne.KeyEscape)
	}
	press(window, fyne.KeyReturn)
	window.Canvas().Focused().(*Entry).SetText(" Пакет 2020 ")
	press(window, fyne.KeyReturn)
	window.Canvas().FocusNext() // from the list of the new folder
	press(window, fyne.KeyReturn)
	if want := filepath.Join(dir, "Пакет 2020"); *chosen != want {
		t.Errorf("chosen %q, not %q", *chosen, want)
	}
	if all, err := os.ReadDir(dir); err != nil || len(all) != 1 {
		t.Errorf("%v, %v", all, err)
	}
}

func TestFolderThatIsThereIsNotMadeAgain(t *testing.T) {
	dir := t.TempDir()
	if err := os.Mkdir(filepath.Join(dir, "Пакет"), 0o700); err != nil {
		t.Fatal(err)
	}
	c := &chooser{files: Files{Words: i18n.New(app.RU)}, dir: dir}
	if path, why := c.makeFolder("Пакет"); path != "" || !strings.Contains(why, "уже есть") {
		t.Errorf("%q, %q", path, why)
	}
	c.dir = filepath.Join(dir, "нет такой")
	if path, why := c.makeFolder("Пакет"); path != "" || !strings.Contains(why, "не создана") {
		t.Errorf("%q, %q", path, why)
	}
}

func TestPlacesAreListedOnceAndThoseGoneAreNot(t *testing.T) {
	home, park := t.TempDir(), t.TempDir()
	t.Setenv("HOME", home)
	t.Setenv("USERPROFILE", home)
	if err := os.Mkdir(filepath.Join(home, "Документы"), 0o700); err != nil {
		t.Fatal(err)
	}
	var kept []string
	window, chosen, path := chooserOf(t, Files{
		Dir: "",
		Places: func() []Place {
			return []Place{{"Папка файла данных", park}, {"", park}, {"", filepath.Join(park, "вынута")}}
		},
		Keep: func(dir string) { kept = append(kept, dir) },
	})
	table := window.Canvas().Focused().(*Table)
	var texts []string
	for _, id := range table.Shown() {
		texts = append(texts, table.Texts(id)[0])
	}
	want := []string{"Папка файла данных — " + park, "Домашняя папка — " + home, "Документы — " + filepath.Join(home, "Документы")}
	if len(texts) < len(want) || !slices.Equal(texts[:len(want)], want) {
		t.Errorf("places %q, want %q first", texts, want)
	}
	path("~/Документы")
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn)
	if documents := filepath.Join(home, "Документы"); *chosen != documents || !slices.Equal(kept, []string{documents}) {
		t.Errorf("chosen %q, kept %q", *chosen, kept)
	}
}

func TestPlaceIsEnteredByKeys(t *testing.T) {
	park := t.TempDir()
	window, chosen, _ := chooserOf(t, Files{Places: func() []Place { return []Place{{"", park}} }})
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn) // no folder is shown yet: it goes to the selected one
	if *chosen != "" {
		t.Fatalf("chosen %q", *chosen)
	}
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn)
	if *chosen != park {
		t.Errorf("chosen %q, not %q", *chosen, park)
	}
}

func TestWrongPathIsToldAndTheListStays(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "файл.txt"), nil, 0o600); err != nil {
		t.Fatal(err)
	}
	window, chosen, path := chooserOf(t, Files{Dir: dir})
	path(filepath.Join(dir, "нет"))
	if !said(window, "Такого файла или папки нет") {
		t.Error("a path that is not there is not told")
	}
	for _, o := range test.LaidOutObjects(window.Canvas().Overlays().Top()) {
		if foot, ok := o.(*container.Scroll); ok && foot.Size().Height < foot.Content.MinSize().Height {
			t.Errorf("what is told pushes the buttons out: %v of %v", foot.Size(), foot.Content.MinSize())
		}
	}
	window.Canvas().FocusNext()
	path("файл.txt") // beside what is shown
	if !said(window, "а нужна папка") {
		t.Error("a file in place of a folder is not told")
	}
	window.Canvas().FocusNext()
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn)
	if *chosen != dir {
		t.Errorf("chosen %q, not %q", *chosen, dir)
	}
}

func TestFolderThatIsGoneBeginsAbove(t *testing.T) {
	dir := t.TempDir()
	window, chosen, _ := chooserOf(t, Files{Dir: filepath.Join(dir, "вынута", "пакет")})
	if !said(window, "вынута") {
		t.Error("nothing is said of the folder that is gone")
	}
	window.Canvas().FocusNext()
	press(window, fyne.KeyReturn)
	if *chosen != dir {
		t.Errorf("chosen %q, not %q", *chosen, dir)
	}
}

func TestWayUpSelectsWhereItCameFrom(t *testing.T) {
	window, _, _ := choosing(t, ".pdf")
	press(window, fyne.KeyDown, fyne.KeyReturn, fyne.KeyReturn)
	table := window.Canvas().Focused().(*Table)
	if got := table.Texts(table.Selected())[0]; got != "папка"+string(filepath.Separator) {
		t.Errorf("selected %q", got)
	}
}

func TestLargeFolderIsReadInPart(t *testing.T) {
	dir := t.TempDir()
	for i := range mostNames + 5 {
		if err := os.WriteFile(filepath.Join(dir, fmt.Sprintf("%06d.pdf", i)), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	found, err := look(dir, []string{".pdf"})
	if err != nil || len(found.entries) != mostNames || !found.more {
		t.Errorf("%d of %d, more %t, %v", len(found.entries), mostNames+5, found.more, err)
	}
	window, _, _ := chooserOf(t, Files{Dir: dir})
	if !said(window, "показаны не все") {
		t.Error("nothing is said of the rest")
	}
}

func TestDiskThatDoesNotAnswerIsNotWaitedFor(t *testing.T) {
	held := make(chan struct{})
	defer close(held)
	_, err := inTime(1, func() (int, error) { <-held; return 1, nil })
	if !errors.Is(err, errSlow) {
		t.Errorf("%v", err)
	}
	c := &chooser{files: Files{Words: i18n.New(app.RU)}}
	if got := c.why("/m", err); !strings.Contains(got, "не отвечает") {
		t.Errorf("told: %s", got)
	}
}

func TestLinkToFolderIsListedAsFolder(t *testing.T) {
	dir, other := t.TempDir(), t.TempDir()
	if err := os.Symlink(other, filepath.Join(dir, "ссылка")); err != nil {
		t.Fatal(err)
	}
	found, err := look(dir, nil)
	if err != nil || len(found.entries) != 1 || !found.entries[0].folder {
		t.Errorf("%v, %v", found.entries, err)
	}
}
