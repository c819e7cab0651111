package ui

import (
	"context"
	"path/filepath"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/founding"
	"technopark/app/regulation"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
	"technopark/app/ui/port"
	"technopark/app/ui/records"
	"technopark/storage"
)

// now is the clock of these tests: in 2021, so that the chosen year is 2020.
func now() time.Time { return time.Date(2021, 3, 12, 14, 3, 0, 0, time.UTC) }

func openStore(path string) (port.Store, error) {
	return storage.Open(path, storage.Options{Who: "tester", Now: now})
}

func createStore(path string) (port.Store, error) {
	return storage.Create(path, storage.Options{Who: "tester", Now: now})
}

func createPark(path string, answers founding.Answers) (port.Store, error) {
	return storage.CreateFilled(path, storage.Options{Who: "tester", Now: now}, "новый технопарк", func(ctx context.Context, tx app.Tx) error {
		return founding.Fill(ctx, tx, answers)
	})
}

// shell is the whole window on the test driver and a real file.
type shell struct {
	*Window
	t testing.TB
}

// openShell opens the window on a new file that fill has put records into.
func openShell(t testing.TB, fill func(save func(app.Record))) *shell {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	store, err := createStore(path)
	if err != nil {
		t.Fatal(err)
	}
	err = store.Change(t.Context(), "записи для теста", func(tx app.Tx) error {
		fill(func(rec app.Record) {
			t.Helper()
			if err := tx.Save(t.Context(), rec); err != nil {
				t.Fatal(err)
			}
		})
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Close(); err != nil {
		t.Fatal(err)
	}
	return openShellOn(t, path, openStore)
}

func openShellOn(t testing.TB, path string, open func(string) (port.Store, error)) *shell {
	t.Helper()
	return openShellWith(t, port.Options{File: path, OpenStore: open, SettingsDir: t.TempDir()})
}

// openShellWith opens the window on the file, by the way and with the settings of the options, and
// goes from the home to the residents, where most of these tests begin.
func openShellWith(t testing.TB, o port.Options) *shell {
	t.Helper()
	o.CreatePark, o.CreateDemo, o.Regulations, o.Now = createPark, createStore, regulation.Program(), now
	w := New(test.NewTempApp(t), o)
	w.desk.Tasks.Inline = true
	w.tidying.Store(true) // never: these windows share one process, and each would wait for the others
	w.Start()
	w.win.Resize(fyne.NewSize(1366, 740))
	if w.shown == homeScreen {
		w.navigate("resident")
	}
	t.Cleanup(func() {
		w.closeStore()
		w.win.Close()
	})
	return &shell{w, t}
}

// onePark puts a park into the file and returns it.
func onePark(save func(app.Record)) *app.Park {
	park := &app.Park{Name: "Технопарк «Пример»", ShortName: "Пример"}
	save(park)
	return park
}

func resident(park *app.Park, name string) *app.Resident {
	return &app.Resident{Head: app.Head{Park: park.ID}, Name: name}
}

// page is a screen of records as its user sees it.
type page struct {
	*records.Screen
	Table *kit.Table
	Form  *kit.Form
}

// said returns what stands on the page beside the list and the values.
func (p *page) said() string { return desktest.Said(p.Content()) }

// isDraft reports whether the form holds what the file has not.
func (p *page) isDraft() bool { return p.Form.Visible() && p.Kept() == nil }

// records shows the screen of a type.
func (s *shell) records(typeKey string) *page {
	s.t.Helper()
	s.navigate(typeKey)
	return s.asItStands(typeKey)
}

// asItStands returns the screen of a type in view: what was begun there is still begun.
func (s *shell) asItStands(typeKey string) *page {
	s.t.Helper()
	screen, ok := s.screens[typeKey].(*records.Screen)
	if !ok {
		s.t.Fatalf("no record screen %s", typeKey)
	}
	return &page{screen, screen.List().(*kit.Table), screen.Form()}
}

// table returns the list of a screen that has been shown.
func (s *shell) table(screenID string) *kit.Table {
	s.t.Helper()
	all := desktest.All[*kit.Table](s.screens[screenID].Content())
	if len(all) == 0 {
		s.t.Fatalf("%s has no table", screenID)
	}
	return all[0] // others stand on pages behind it
}

// list reads the records of a type from the file.
func (s *shell) list(typeKey string) []app.Record {
	s.t.Helper()
	recs, err := s.desk.Store.List(s.t.Context(), app.TypeByKey(typeKey), s.desk.Park)
	if err != nil {
		s.t.Fatal(err)
	}
	return recs
}

// typeInto replaces what a field shows, as a user does who comes to it by Tab.
func (s *shell) typeInto(screen *page, key, text string) *kit.Input {
	s.t.Helper()
	d := desktest.Desk{Desk: s.desk}
	return d.Type(s.t, screen.Form, key, text)
}

func (s *shell) tab() { s.win.Canvas().(interface{ FocusNext() }).FocusNext() }

// press answers the question on the screen.
func (s *shell) press(caption string) {
	s.t.Helper()
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		s.t.Fatalf("nothing is asked; want %q", caption)
	}
	for _, o := range test.LaidOutObjects(top) {
		if b, ok := o.(*kit.Button); ok && b.Text == caption {
			test.Tap(b)
			return
		}
	}
	s.t.Fatalf("no button %q", caption)
}

// asked returns all texts of the question on the screen.
func (s *shell) asked() string {
	top := s.win.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	text := ""
	for _, o := range test.LaidOutObjects(top) {
		text += desktest.TextOf(o)
	}
	return text
}
