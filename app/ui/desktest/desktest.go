// Package desktest holds the desk at which the families of screens are tested: over a real
// data file, with what a screen asks of the shell written down. Only tests import it.
package desktest

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"sync"
	"testing"
	"time"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/i18n"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/kit"
	"technopark/storage"
)

// sampleFile is the demonstration park's data file, made once: tests work on copies.
var sampleFile = sync.OnceValues(func() ([]byte, error) { return SampleFile(storageOptions()) })

// SampleFile makes a data file of the demonstration park and returns its bytes.
func SampleFile(o storage.Options) (data []byte, err error) {
	dir, err := os.MkdirTemp("", "technopark-ui")
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, os.RemoveAll(dir)) }()
	path := filepath.Join(dir, "sample.tpark")
	store, err := storage.CreateFilled(path, o, "записи для теста", func(ctx context.Context, tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err == nil {
		err = store.Close()
	}
	if err != nil {
		return nil, err
	}
	return os.ReadFile(path)
}

func storageOptions() storage.Options {
	return storage.Options{Who: "ivanova", Now: func() time.Time { return time.Date(2021, time.March, 15, 12, 0, 0, 0, time.UTC) }}
}

// Desk is a desk on the demonstration park and what was asked of the shell.
type Desk struct {
	*desk.Desk
	Opened    []app.Place           // places that were to be shown, in order
	Navigated []string              // ids of screens that were to be shown, in order
	Failed    []error               // errors that were shown, in order
	Cards     []app.Place           // records whose cards were to be shown, in order
	Papers    []submission.Shown    // papers that were shown, in order
	Begun     []string              // keys of types of which records were to be begun, in order
	BegunOf   []desk.Origin         // of what records they were to be, in order
	Taken     []desk.Taking         // what was to become records, in order
	Forms     []string              // files of forms of authorities
	Layouts   []exchange.KeptLayout // how tables of others were read
	Backs     int                   // how often the screen before was asked for
	Explained []string              // rules whose findings were to be explained, in order
	Proofs    []string              // subjects whose documents were to be listed, in order
	Histories []app.Place           // records whose history was to be listed, in order
	Journals  []app.JournalFilter   // what of the journal was to be shown, in order
	Arrivals  int                   // how often the shell was told that something had been computed
}

// New returns a desk on the demonstration park.
func New(t testing.TB) *Desk {
	t.Helper()
	file, err := sampleFile()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "пример.tpark")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

// Of returns a desk on a park of any size.
func Of(t testing.TB, size sample.Size) *Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	store, err := storage.CreateFilled(path, storageOptions(), "записи для теста", func(ctx context.Context, tx app.Tx) error {
		return sample.Large(size).Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err == nil {
		err = store.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

// Small returns a desk on a park of residents with the given names.
func Small(t testing.TB, residents ...string) *Desk {
	t.Helper()
	path := filepath.Join(t.TempDir(), "парк.tpark")
	store, err := storage.Create(path, storageOptions())
	if err != nil {
		t.Fatal(err)
	}
	err = store.Change(context.Background(), "записи для теста", func(tx app.Tx) error {
		park := &app.Park{Name: "Технопарк «Пример»", ShortName: "Пример"}
		errs := []error{tx.Save(context.Background(), park)}
		for _, name := range residents {
			errs = append(errs, tx.Save(context.Background(), &app.Resident{Head: app.Head{Park: park.ID}, Name: name}))
		}
		return errors.Join(errs...)
	})
	if err := errors.Join(err, store.Close()); err != nil {
		t.Fatal(err)
	}
	return open(t, path)
}

// open returns a desk on the first park of a file.
func open(t testing.TB, path string) *Desk {
	t.Helper()
	store, err := storage.Open(path, storageOptions())
	if err != nil {
		t.Fatal(err)
	}
	parks, err := store.Parks(context.Background())
	if err != nil || len(parks) == 0 {
		t.Fatalf("parks: %v, %v", parks, err)
	}
	test.NewApp().Settings().SetTheme(kit.NewTheme(100, kit.Light))
	window := test.NewWindow(nil)
	window.Resize(fyne.NewSize(1146, 700))
	d := &Desk{}
	t.Cleanup(func() {
		d.LetGo()
		window.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d.Desk = &desk.Desk{
		Store: store, Park: parks[0].ID, Year: 2020, Regulations: regulation.Program(), Lang: app.RU, Words: i18n.New(app.RU),
		Window: window, Now: storageOptions().Now, Tasks: kit.Tasks{Window: window, Inline: true}, Changed: func() {},
		Arrived: func() { d.Arrivals++ },
	}
	d.Open = func(p app.Place) { d.Opened = append(d.Opened, p) }
	d.ShowCard = func(p app.Place) { d.Cards = append(d.Cards, p) }
	d.Take = func(t desk.Taking) { d.Taken = append(d.Taken, t) }
	d.KeptForms = func() []string { return slices.Clone(d.Forms) }
	d.KeepForms = func(paths []string) { d.Forms = paths }
	d.KeptLayouts = func() []exchange.KeptLayout { return d.Layouts }
	d.KeepLayouts = func(all []exchange.KeptLayout) { d.Layouts = all }
	d.Begin = func(typeKey string, of desk.Origin) {
		d.Begun, d.BegunOf = append(d.Begun, typeKey), append(d.BegunOf, of)
	}
	d.Back = func() bool { d.Backs++; return true }
	d.Explain = func(rule string, _ app.Place) { d.Explained = append(d.Explained, rule) }
	d.Documents = func(subject, _ string) { d.Proofs = append(d.Proofs, subject) }
	d.History = func(p app.Place, _ string) { d.Histories = append(d.Histories, p) }
	d.ShowJournal = func(f app.JournalFilter, _ string) { d.Journals = append(d.Journals, f) }
	d.Way = func(steps func()) { steps() }
	d.ChooseYear = func(year int) { d.Year = year }
	d.Navigate = func(id string) { d.Navigated = append(d.Navigated, id) }
	d.KeepPackageDir = func(dir string) { d.PackageDir = dir }
	d.ShowPaper = func(papers func(context.Context) (submission.Shown, error)) {
		shown, err := papers(context.Background())
		if err != nil {
			d.Fail(err)
			return
		}
		d.Papers = append(d.Papers, shown)
	}
	d.Fail = func(err error) { d.Failed = append(d.Failed, err) }
	return d
}

// Speak has the desk speak a language; the screens made from then on do.
func (d *Desk) Speak(lang app.Lang) { d.Lang, d.Words = lang, i18n.New(lang) }

// Show puts a screen into the window.
func (d *Desk) Show(s desk.Screen) {
	d.Window.SetContent(s.Content())
	d.Window.Resize(fyne.NewSize(1146, 700))
}

// Computed returns the indicators, computed apart from the desk.
func (d *Desk) Computed(t testing.TB) *rating.Result {
	t.Helper()
	book, err := d.Store.Book(context.Background(), d.Park)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(d.Look().Set.Method, book, d.Year)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Report returns the first resident's report of the year that suits.
func (d *Desk) Report(t testing.TB, suits func(*app.ResidentReport) bool) *app.ResidentReport {
	t.Helper()
	for _, r := range app.All[app.ResidentReport](d.Look().Book, "resident_report") {
		if app.PeriodOf(r) == app.YearPeriod(d.Year) && suits(r) {
			return r
		}
	}
	t.Fatal("no such report in the sample")
	return nil
}

// Save writes a record into the file.
func (d *Desk) Save(t testing.TB, rec app.Record) {
	t.Helper()
	if err := d.Store.Save(context.Background(), rec); err != nil {
		t.Fatal(err)
	}
}

// Finalise makes a final package of the title page alone, because of reason, in a folder of
// its own, where packages go from then on, and returns the revision it is kept as.
func (d *Desk) Finalise(t testing.TB, reason string) *app.Revision {
	t.Helper()
	d.PackageDir = t.TempDir()
	req := submission.Request{Park: d.Park, Year: d.Year, Parts: []string{"title"}, Dir: d.PackageDir, Now: d.Now(), Reason: reason}
	if _, err := submission.Finalise(d.Ctx(), d.Store, d.Regulations, req, func(int) string { return "редакция" }, d.Who, nil); err != nil {
		t.Fatal(err)
	}
	return d.LastRevision()
}

// LastRevision returns the last revision of the year as it is kept.
func (d *Desk) LastRevision() *app.Revision {
	return submission.LastRevision(d.Look().Book, d.Year)
}

// Return marks a revision as signed, sent and returned because of why.
func (d *Desk) Return(t testing.TB, rev *app.Revision, why string) {
	t.Helper()
	for _, state := range []string{app.RevisionSigned, app.RevisionSent, app.RevisionReturned} {
		if err := rev.Advance(state, app.Day(2021, 3, 20), why); err != nil {
			t.Fatal(err)
		}
	}
	d.Save(t, rev)
}

// Key presses a key.
func Key(w fyne.Focusable, name fyne.KeyName) { w.TypedKey(&fyne.KeyEvent{Name: name}) }

// Spoil takes a line that must be filled in from the card of the first active resident.
func (d *Desk) Spoil(t testing.TB) *app.Resident {
	t.Helper()
	resident := d.Look().Book.ActiveResidents(app.YearPeriod(d.Year))[0]
	resident.OKVED = ""
	d.Save(t, resident)
	return resident
}

// Type replaces what a field of a form holds, as a user does who comes to it by Tab.
func (d *Desk) Type(t testing.TB, form *kit.Form, key, text string) *kit.Input {
	t.Helper()
	in := form.Field(key)
	if in == nil {
		t.Fatalf("no field %s", key)
	}
	d.Window.Canvas().Focus(in)
	in.TypedShortcut(&fyne.ShortcutSelectAll{})
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	test.Type(in, text)
	return in
}

// Tab goes on to the next thing that takes the keyboard.
func (d *Desk) Tab() { d.Window.Canvas().FocusNext() }

// Press taps the button with the given text that stands in o.
func Press(t testing.TB, o fyne.CanvasObject, text string) {
	t.Helper()
	if !Pressed(o, text) {
		t.Fatalf("no button %q", text)
	}
}

// Pressed taps the button with a text that stands in o; false when there is none.
func Pressed(o fyne.CanvasObject, text string) bool {
	switch o := o.(type) {
	case *kit.Button:
		if o.Text == text {
			test.Tap(o)
			return true
		}
	case *widget.PopUp:
		return Pressed(o.Content, text)
	case fyne.Widget:
		return slices.ContainsFunc(test.WidgetRenderer(o).Objects(), func(child fyne.CanvasObject) bool { return Pressed(child, text) })
	case *fyne.Container:
		return slices.ContainsFunc(o.Objects, func(child fyne.CanvasObject) bool { return Pressed(child, text) })
	}
	return false
}

// FileNamed writes a small file of its own folder.
func FileNamed(t testing.TB, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// FilesIn returns the names of the files of a folder.
func FilesIn(t testing.TB, dir string) []string {
	t.Helper()
	entries, err := os.ReadDir(dir)
	if err != nil {
		t.Fatal(err)
	}
	var names []string
	for _, e := range entries {
		names = append(names, e.Name())
	}
	return names
}

// Press answers the question on the screen.
func (d *Desk) Press(t testing.TB, caption string) {
	t.Helper()
	Press(t, d.Window.Canvas().Overlays().Top(), caption)
}

// List returns the records of a type of the chosen park.
func (d *Desk) List(t testing.TB, typeKey string) []app.Record {
	t.Helper()
	recs, err := d.Store.List(context.Background(), app.TypeByKey(typeKey), d.Park)
	if err != nil {
		t.Fatal(err)
	}
	return recs
}

// Asked returns all texts of the question on the screen.
func (d *Desk) Asked() string {
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		return ""
	}
	text := ""
	for _, o := range test.LaidOutObjects(top) {
		text += TextOf(o)
	}
	return text
}
