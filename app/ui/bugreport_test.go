package ui

import (
	"archive/zip"
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/logbook"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/storage"
)

// openLogged opens the window on the demonstration park, in a folder named after a person.
func openLogged(t *testing.T) *shell {
	t.Helper()
	dir := filepath.Join(t.TempDir(), "Пётр Ивáнов")
	if err := os.Mkdir(dir, 0o700); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(dir, "Технопарк Петра.tpark")
	fill := func(ctx context.Context, tx app.Tx) error { return submission.FillSample(ctx, tx, 0) }
	store, err := storage.CreateFilled(path, storage.Options{Who: "Щёголева", Now: now}, "учебный технопарк", fill)
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	log := logbook.Open(t.TempDir(), now)
	return openShellWith(t, port.Options{File: path, OpenStore: openStore, Log: log, SettingsDir: t.TempDir()})
}

// typed returns what people typed into the records and is long enough to be told from words
// that are everybody's.
func (s *shell) typed() []string {
	s.t.Helper()
	var all []string
	for _, typ := range app.Types() {
		recs, err := s.desk.Store.List(s.t.Context(), typ, s.desk.Park)
		if err != nil {
			s.t.Fatal(err)
		}
		for _, rec := range recs {
			for _, f := range typ.Stored() {
				if text := f.Get(rec).S; len([]rune(text)) >= 6 && f.Options == nil && f.Ref == "" {
					all = append(all, text)
				}
			}
		}
	}
	slices.Sort(all)
	return slices.Compact(all)
}

// tour visits every screen and has everything go wrong, in words with what was typed in them.
func (s *shell) tour(typed []string) {
	for _, e := range s.entries {
		s.navigate(e.ID)
	}
	for i, text := range typed {
		switch i % 4 { // each writes to a file
		case 0:
			s.log(fmt.Errorf("find resident %q: %w", text, errors.New("no such record")))
		case 1:
			s.log(fmt.Errorf("имя «%s» занято: %w", text, app.FieldErrors{{Field: "name", Message: app.L(text, text)}}))
		case 2:
			s.log(fmt.Errorf("open %s: %w", "/home/"+text+"/park.tpark", app.About(text, app.ErrNoFile)))
		case 3:
			s.log(&app.Refusal{ID: "err.unsound", Data: map[string]any{"What": text}, Cause: app.ErrDamaged})
		}
		if i%50 == 0 {
			s.log(&kit.PanicError{Value: fmt.Sprintf("cannot place %q", text), Stack: debug.Stack()})
		}
	}
	s.OpenFile(filepath.Join(filepath.Dir(s.desk.Store.Path()), "Нет такого Петра.tpark"))
	s.closeDialogs()
}

func (s *shell) closeDialogs() {
	overlays := s.win.Canvas().Overlays()
	for overlays.Top() != nil {
		overlays.Remove(overlays.Top())
	}
}

// saveReport saves the report that is shown and returns its texts by the names of their files.
func (s *shell) saveReport() map[string]string {
	s.t.Helper()
	path := filepath.Join(s.t.TempDir(), "report.zip")
	s.press("Сохранить в файл…")
	s.nameFile(path)
	archive, err := zip.OpenReader(path)
	if err != nil {
		s.t.Fatal(err)
	}
	defer archive.Close()
	texts := map[string]string{}
	for _, file := range archive.File {
		from, err := file.Open()
		if err != nil {
			s.t.Fatal(err)
		}
		text, err := io.ReadAll(from)
		if err != nil {
			s.t.Fatal(err)
		}
		texts[file.Name] = string(text)
	}
	return texts
}

// Nothing that anybody typed, no figure and no name of a file gets into the log or a report,
// whatever went wrong.
func TestReportHasNothingOfAnybodys(t *testing.T) {
	s := openLogged(t)
	typed := s.typed()
	if len(typed) < 1000 {
		t.Fatalf("only %d texts were typed", len(typed))
	}
	s.tour(typed)
	s.onBugreport()
	texts := s.saveReport()
	for _, name := range []string{"program.txt", "window.txt", "datafile.txt", "crashes.txt", "log.txt"} {
		if texts[name] == "" {
			t.Errorf("the report has no %s", name)
		}
	}
	texts["the whole log"] = s.options.Log.Tail(1 << 30)
	said := []string{"Ивáнов", "Петра", "Щёголева", s.desk.Store.Path()}
	for name, text := range texts {
		for _, never := range append(said, typed...) {
			if strings.Contains(text, never) {
				t.Errorf("%s has %q", name, never)
			}
		}
	}
	for _, want := range []string{"Резиденты: 110", "отличий от записанного программой нет"} {
		if !strings.Contains(texts["datafile.txt"], want) {
			t.Errorf("of the data file it says\n%s", texts["datafile.txt"])
		}
	}
}

// The report is looked through and only what is ticked is saved.
func TestReportIsLookedThrough(t *testing.T) {
	s := openLogged(t)
	s.log(errors.New("broken"))
	s.onBugreport()
	top := s.win.Canvas().Overlays().Top()
	tables := desktest.All[*kit.Table](top)
	if len(tables) != 2 {
		t.Fatalf("%d tables", len(tables))
	}
	list, text := tables[0], tables[1]
	if said := strings.Join(text.Texts(1), ""); said != "Технопарк: "+app.Version {
		t.Errorf("at first it shows %q", said)
	}
	if s.win.Canvas().Focused() != fyne.Focusable(list) {
		t.Errorf("the keyboard is with %v", s.win.Canvas().Focused())
	}
	ids := list.Shown()
	for range len(ids) - 1 {
		list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	}
	shown, _ := text.Len()
	all := ""
	for id := range int64(shown) {
		all += strings.Join(text.Texts(id+1), "") + "\n"
	}
	if !strings.Contains(all, "broken") {
		t.Errorf("of the log it shows\n%s", all)
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeySpace}) // the log is not to go in
	texts := s.saveReport()
	if _, has := texts["log.txt"]; has || len(texts) != len(ids)-1 {
		t.Errorf("%d parts are saved, the log among them: %v", len(texts), has)
	}
}

// A crash is told at the next start, once, and a report is offered.
func TestCrashIsToldAtTheNextStart(t *testing.T) {
	log, settings := logbook.Open(t.TempDir(), now), t.TempDir()
	open := func() *shell { return openShellWith(t, port.Options{SettingsDir: settings, Log: log}) }
	if s := open(); s.win.Canvas().Overlays().Top() != nil {
		t.Error("without a crash something is told")
	}
	log.Panicked("lost", debug.Stack())
	s := open()
	if said := s.asked(); !strings.Contains(said, "12.03.2021 14:03") {
		t.Errorf("it says %q", said)
	}
	s.press("Собрать сведения о сбое…")
	if texts := s.saveReport(); !strings.Contains(texts["crashes.txt"], "panic: lost") {
		t.Errorf("saved: %v", texts)
	}
	if s := open(); s.win.Canvas().Overlays().Top() != nil {
		t.Error("it is told twice")
	}
}

func TestUnforeseenErrorOffersAReport(t *testing.T) {
	s := openLogged(t)
	s.fail(errors.New("unforeseen"))
	if said := s.asked(); !strings.Contains(said, "technopark.log") {
		t.Errorf("it does not say where the log is: %q", said)
	}
	s.press("Собрать сведения о сбое…")
	if texts := s.saveReport(); !strings.Contains(texts["log.txt"], "error=unforeseen") {
		t.Errorf("the log says %q", texts["log.txt"])
	}
}

func TestLicencesAreReadInTheWindow(t *testing.T) {
	s := openShellWith(t, port.Options{SettingsDir: t.TempDir()})
	s.onAbout()
	s.press("Лицензии…")
	tables := desktest.All[*kit.Table](s.win.Canvas().Overlays().Top())
	list, text := tables[0], tables[1]
	for range list.Shown() {
		if !strings.HasPrefix(list.Texts(list.Selected())[0], "modernc.org/sqlite ") {
			list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
		}
	}
	if n, _ := text.Len(); n < 40 || !strings.Contains(text.Texts(1)[0], "Copyright (c) 2017 The Sqlite Authors") {
		t.Errorf("%d lines, the first %q", n, text.Texts(1))
	}
	list.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if s.win.Canvas().Focused() != fyne.Focusable(text) {
		t.Error("Enter does not lead to the text")
	}
	text.TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	if s.win.Canvas().Overlays().Top() != nil {
		t.Error("Esc does not close it")
	}
}
