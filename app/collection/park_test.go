package collection_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/collection"
	"technopark/app/exchange"
	"technopark/app/questionnaire"
	"technopark/app/regulation"
	"technopark/app/submission"
	"technopark/app/workbook"
	"technopark/reports/xlsx"
	"technopark/storage"
)

var (
	arrival = app.Day(2021, 4, 5)
	madeOn  = time.Date(2021, 3, 1, 9, 0, 0, 0, time.UTC)
)

func now() time.Time { return time.Date(2021, 4, 5, 12, 0, 0, 0, time.UTC) }

// parkFile is a data file of the sample park.
type parkFile struct {
	t     testing.TB
	store *storage.Store
	park  int64
}

// open opens a sample park in which everybody was asked and nobody has answered yet.
func open(t testing.TB) *parkFile {
	t.Helper()
	p := openWith(t, 0)
	gathered := app.All[app.Questionnaire](p.book(), "questionnaire")
	err := p.store.Change(context.Background(), "рассылка", func(tx app.Tx) error { // nobody has answered yet
		for _, q := range gathered {
			sent := &app.Questionnaire{Head: q.Head, Resident: q.Resident, Period: q.Period, Sent: app.Day(2021, 3, 1)}
			if err := tx.Save(context.Background(), sent); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return p
}

// openWith opens a sample park with so many documents; with any it has the answers that are not
// accepted yet.
func openWith(t testing.TB, documents int) *parkFile {
	t.Helper()
	store, err := storage.CreateFilled(filepath.Join(t.TempDir(), "x.tpark"), storage.Options{Who: "проба", Now: now}, "начало", func(ctx context.Context, tx app.Tx) error { return submission.FillSample(ctx, tx, documents) })
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = store.Close() })
	parks, err := store.Parks(context.Background())
	if err != nil || len(parks) == 0 {
		t.Fatal(err)
	}
	return &parkFile{t, store, parks[0].ID}
}

func (p *parkFile) book() *app.Book {
	p.t.Helper()
	b, err := p.store.Book(context.Background(), p.park)
	if err != nil {
		p.t.Fatal(err)
	}
	return b
}

func (p *parkFile) intake() collection.Intake {
	b := p.book()
	library := regulation.Program()
	return collection.Intake{Book: b, Today: arrival, Content: p.store.Content, Rules: func(year int) (regulation.Set, error) { return library.For(b, year) }}
}

// take gathers files and plans them.
func (p *parkFile) take(in collection.Intake, paths ...string) []*collection.Received {
	p.t.Helper()
	files, err := collection.Gather(context.Background(), paths, nil)
	if err == nil {
		err = in.Plan(context.Background(), files, nil)
	}
	if err != nil {
		p.t.Fatal(err)
	}
	return files
}

func (p *parkFile) accept(r *collection.Received, confirmed bool) error {
	return p.store.Change(context.Background(), "ответ", func(tx app.Tx) error {
		return r.Accept(context.Background(), tx, arrival, confirmed, func(string, int64) string { return "" })
	})
}

func (p *parkFile) forms(a questionnaire.Asking) []*questionnaire.Form {
	b := p.book()
	m := questionnaire.Over(b, a)
	var all []*questionnaire.Form
	for _, r := range b.ActiveResidents(a.Period) {
		all = append(all, m.Form(r))
	}
	return all
}

// filled writes a form with other answers in some of its cells, as a resident does: by the names of
// the cells.
func filled(t testing.TB, f *questionnaire.Form, answers map[string]any) []byte {
	t.Helper()
	var out bytes.Buffer
	if err := xlsx.WriteQuestionnaire(&out, f, madeOn); err != nil {
		t.Fatal(err)
	}
	return edited(t, out.Bytes(), func(x *excelize.File) {
		for key, v := range answers {
			sheet, at := cellOf(t, x, key)
			if err := x.SetCellValue(sheet, at, v); err != nil {
				t.Fatal(err)
			}
		}
	})
}

// edited opens a workbook with another library, changes it and saves it.
func edited(t testing.TB, raw []byte, change func(*excelize.File)) []byte {
	t.Helper()
	x, err := excelize.OpenReader(bytes.NewReader(raw))
	if err != nil {
		t.Fatal(err)
	}
	defer x.Close()
	change(x)
	var out bytes.Buffer
	if err := x.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// cellOf returns the cell of an answer.
func cellOf(t testing.TB, x *excelize.File, key string) (sheet, at string) {
	t.Helper()
	place, ok := questionnaire.PlaceOfKey(key)
	if !ok {
		t.Fatalf("no answer %s", key)
	}
	for _, n := range x.GetDefinedName() {
		if n.Name == place.Name() {
			sheet, at, _ = strings.Cut(n.RefersTo, "!")
			at, _, _ = strings.Cut(strings.ReplaceAll(at, "$", ""), ":")
			return strings.Trim(sheet, "'"), at
		}
	}
	t.Fatalf("no cell of %s", key)
	return "", ""
}

func save(t testing.TB, dir, name string, raw []byte) string {
	t.Helper()
	path := filepath.Join(dir, name)
	if err := os.WriteFile(path, raw, 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// told writes what a plan says of a file, a line for each cell that is no more of the same.
func told(r *collection.Received) string {
	if r.Plan == nil {
		return ""
	}
	lines := []string{r.Verdict().Key() + " " + r.Plan.Fault.Short.RU + ": " + r.Plan.Fault.Words.RU}
	for _, c := range r.Plan.Changes {
		if c.State != exchange.Same || !c.Message.Zero() {
			lines = append(lines, fmt.Sprintf("%s %d %s: %s → %s; found %q, doubt %v, %s; %s", workbook.Address(c.Row, c.Column), c.State, c.What.RU, c.Was.RU, c.Is.RU, c.Found, c.Doubt, c.Expected.RU, c.Message.RU))
		}
	}
	return strings.Join(lines, "\n")
}
