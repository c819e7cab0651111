package ui

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

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/ui/kit"
	"technopark/storage"
)

// sampleFile is the demonstration park's data file, made once: tests work on copies.
var sampleFile = sync.OnceValues(func() ([]byte, error) {
	dir, err := os.MkdirTemp("", "technopark-ui")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	path := filepath.Join(dir, "sample.tpark")
	store, err := storage.Create(path, storageOptions())
	if err != nil {
		return nil, err
	}
	ctx := context.Background()
	fill := func(tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	}
	if err := errors.Join(store.Change(ctx, "fill", fill), store.Close()); err != nil {
		return nil, err
	}
	return os.ReadFile(path)
})

func storageOptions() storage.Options {
	return storage.Options{Who: "ivanova", Now: func() time.Time { return time.Date(2021, time.March, 15, 12, 0, 0, 0, time.UTC) }}
}

// ratingDesk is a desk on the demonstration park and what was asked of the shell.
type ratingDesk struct {
	*Desk
	opened    []target
	navigated []string
	failed    []error
}

func newRatingDesk(t testing.TB) *ratingDesk {
	t.Helper()
	file, err := sampleFile()
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "пример.tpark")
	if err := os.WriteFile(path, file, 0o600); err != nil {
		t.Fatal(err)
	}
	store, err := storage.Open(path, storageOptions())
	if err != nil {
		t.Fatal(err)
	}
	parks, err := store.Parks(context.Background())
	if err != nil || len(parks) == 0 {
		t.Fatalf("parks: %v, %v", parks, err)
	}
	test.NewApp().Settings().SetTheme(kit.NewTheme(100))
	window := test.NewWindow(nil)
	window.Resize(fyne.NewSize(1146, 700))
	t.Cleanup(func() {
		window.Close()
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	d := &ratingDesk{Desk: &Desk{
		Store: store, Park: parks[0].ID, Year: 2020, Regulations: regulation.Program(), Lang: app.RU, Words: i18n.New(app.RU),
		Window: window, Now: storageOptions().Now, Tasks: kit.Tasks{Window: window, Inline: true}, Changed: func() {},
	}}
	d.Open = func(typeKey string, id int64, field string) { d.opened = append(d.opened, target{typeKey, id, field}) }
	d.Navigate = func(id string) { d.navigated = append(d.navigated, id) }
	d.KeepPackageDir = func(dir string) { d.PackageDir = dir }
	d.Fail = func(err error) { d.failed = append(d.failed, err) }
	return d
}

// show puts a screen into the window.
func (d *ratingDesk) show(s Screen) {
	d.Window.SetContent(s.Content())
	d.Window.Resize(fyne.NewSize(1146, 700))
}

func (d *ratingDesk) result(t *testing.T) *rating.Result {
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

// report returns the first resident's report of the year that suits.
func (d *ratingDesk) report(t *testing.T, suits func(*app.ResidentReport) bool) *app.ResidentReport {
	t.Helper()
	for _, r := range app.All[app.ResidentReport](bookOf(d.Desk), "resident_report") {
		if app.PeriodOf(r) == app.YearPeriod(d.Year) && suits(r) {
			return r
		}
	}
	t.Fatal("no such report in the sample")
	return nil
}

func (d *ratingDesk) save(t *testing.T, rec app.Record) {
	t.Helper()
	if err := d.Store.Save(context.Background(), rec); err != nil {
		t.Fatal(err)
	}
}

func key(w fyne.Focusable, name fyne.KeyName) { w.TypedKey(&fyne.KeyEvent{Name: name}) }

func TestIndicatorsShowWhatIsComputed(t *testing.T) {
	d := newRatingDesk(t)
	s := newIndicatorsScreen(d.Desk).(*indicatorsScreen)
	d.show(s)
	all := d.result(t).All()
	if shown, _ := s.table.Len(); shown != 21 || len(all) != 21 {
		t.Fatalf("%d rows for %d indicators", shown, len(all))
	}
	for i, ind := range all {
		want := []string{ind.Code, ind.Name.RU, ind.MarkedText(app.RU), ind.Unit.RU, ind.MarkedPreviousText(app.RU)}
		if got := s.table.Texts(int64(i + 1)); !slices.Equal(got[:5], want) {
			t.Errorf("row %d: %q, want %q", i+1, got[:5], want)
		}
	}
	if want := "▲\u00a0Методика: Рейтинг-2021 (реконструкция). " + d.Look().Set.Method.Notice.RU + "."; s.notice.Text != want {
		t.Errorf("the unofficial status is not shown: %q", s.notice.Text)
	}
	if s.count.Text() != "Рассчитано: 21 из 21" {
		t.Errorf("count: %q", s.count.Text())
	}
}

func TestIndicatorsFollowAnEdit(t *testing.T) {
	d := newRatingDesk(t)
	s := newIndicatorsScreen(d.Desk).(*indicatorsScreen)
	before := s.table.Texts(6)
	report := d.report(t, func(r *app.ResidentReport) bool { return r.Revenue.Given() })
	report.Revenue = app.Of(report.Revenue.N + app.Thousands(5_000_000))
	d.save(t, report)
	s.Refresh()
	after := s.table.Texts(6)
	if want := d.result(t).All()[5].ValueText(app.RU); after[2] != want || after[2] == before[2] {
		t.Errorf("S2.1 was %s, is %s, computed %s", before[2], after[2], want)
	}
}

func TestIndicatorsWithoutAPark(t *testing.T) {
	d := newRatingDesk(t)
	d.Park = 0
	s := newIndicatorsScreen(d.Desk).(*indicatorsScreen)
	if _, all := s.table.Len(); all != 0 || s.notice.Text != d.T("ui.indicators.no_park") {
		t.Errorf("%d rows, %q", all, s.notice.Text)
	}
}
