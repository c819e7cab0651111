package submission_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/storage"
)

// documented is the sample park with three papers: one of an indicator, one of a contract,
// one that proves another year only.
func documented(t *testing.T) (library, *app.Contract) {
	t.Helper()
	l, lease, err := withPapers()
	if err != nil {
		t.Fatal(err)
	}
	return l, lease
}

func withPapers() (library, *app.Contract, error) {
	b := sample.Park().Book()
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = b.Of(typ.Key)
	}
	lease := app.All[app.Contract](b, "contract")[1]
	l := library{contents: map[string][]byte{}}
	for i, subjects := range [][]string{
		{app.SubjectOfIndicator(2020, "S3.4"), app.SubjectOfIndicator(2020, "S2.1")}, {app.SubjectOf(lease)}, {app.SubjectOfIndicator(2018, "S3.4")},
	} {
		var out strings.Builder
		name := string(rune('А' + i))
		if _, err := reports.WritePDF(&out, doc.Document{
			Created: app.Day(2021, 4, 12).Midnight(), Sections: []doc.Section{{Blocks: []doc.Block{doc.Paragraph{Text: "Слова бумаги " + name}}}},
		}); err != nil {
			return l, nil, err
		}
		d, err := submission.NewDocument(context.Background(), "Бумага "+name+".pdf", []byte(out.String()), false)
		if err != nil {
			return l, nil, err
		}
		d.Head = app.Head{ID: int64(i + 1), Park: 1}
		l.contents[d.SHA256] = []byte(out.String())
		records["document"] = append(records["document"], d)
		for _, s := range subjects {
			n := int64(len(records["document_link"]) + 1)
			records["document_link"] = append(records["document_link"], &app.DocumentLink{Head: app.Head{ID: n, Park: 1}, Document: d.ID, Subject: s})
		}
	}
	l.book = app.NewBook(b.Park, records)
	return l, lease, nil
}

func TestDocumentsGoWithThePackage(t *testing.T) {
	l, lease := documented(t)
	out, err := submission.Build(context.Background(), l, regulation.Program(), request(t.TempDir()), nil)
	if err != nil {
		t.Fatal(err)
	}
	if len(out.Documents) != 2 {
		t.Fatalf("%d documents", len(out.Documents))
	}
	text, pages := textOf(t, out.PDF)
	if pages != out.Pages {
		t.Errorf("%d sheets, said %d", pages, out.Pages)
	}
	sheets := strings.Split(text, "\f")
	for i, a := range out.Documents {
		sheet := sheets[a.First-1]
		for _, want := range []string{"Слова бумаги " + string(rune('А'+i)), reports.AttachmentSheet(app.RU, i+1, 1, 1), out.DataSHA256[:12]} {
			if want = strings.ReplaceAll(want, app.NBSP, " "); !strings.Contains(sheet, want) {
				t.Errorf("sheet %d lacks %q: %q", a.First, want, sheet)
			}
		}
	}
	for _, want := range []string{"Опись приложений", "S3.4 «Операционная самоокупаемость»", lease.Number, "Приложение 1. Бумага А", "Приложение: 2 документа на 2 л."} {
		if !strings.Contains(text, want) {
			t.Errorf("the package lacks %q", want)
		}
	}
	if strings.Contains(text, "Бумага В") {
		t.Error("a paper of another year is in the package")
	}
}

func TestDocumentsCanStayApart(t *testing.T) {
	l, _ := documented(t)
	req := request(t.TempDir())
	req.Parts = []string{"title", "inventory"}
	out, err := submission.Build(context.Background(), l, regulation.Program(), req, nil)
	if err != nil {
		t.Fatal(err)
	}
	text, pages := textOf(t, out.PDF)
	if pages != 2 || strings.Contains(text, "Слова бумаги") || !strings.Contains(text, "Бумага А") || !strings.Contains(text, "отдельно") {
		t.Errorf("%d sheets:\n%s", pages, text)
	}
}

// A file that was changed or lost must not be passed over in silence.
func TestLostDocumentStopsThePackage(t *testing.T) {
	l, _ := documented(t)
	l.contents = nil
	dir := t.TempDir()
	if _, err := submission.Build(context.Background(), l, regulation.Program(), request(dir), nil); !errors.Is(err, app.ErrNotFound) {
		t.Errorf("%v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

func TestSheetsAreCountedBeforehand(t *testing.T) {
	l, _ := documented(t)
	out, err := submission.Build(context.Background(), l, regulation.Program(), request(t.TempDir()), nil)
	if err != nil {
		t.Fatal(err)
	}
	counts, err := submission.Sheets(l.book, out.By, out.Result, app.Day(2021, 4, 12), submission.Form{})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, part := range reports.Parts() {
		if counts[part.Key] < 1 {
			t.Errorf("%s has %d sheets", part.Key, counts[part.Key])
		}
		total += counts[part.Key]
	}
	if total != out.Pages || counts["attachments"] != 2 || counts["title"] != 1 || counts["charts"] != 6 {
		t.Errorf("%d sheets counted of %d: %v", total, out.Pages, counts)
	}
}

// The numbers of sheets that indicators give for their documents, and the reasons of those
// enclosed separately, take the room in the count that they take in the package.
func TestSheetsOfTheSampleAreCounted(t *testing.T) {
	store, err := storage.Create(filepath.Join(t.TempDir(), "x.tpark"), deskOptions())
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	fill := func(tx app.Tx) error { return submission.FillSample(t.Context(), tx, 6) }
	if err := store.Change(t.Context(), "пример", fill); err != nil {
		t.Fatal(err)
	}
	attachProgram := func(tx app.Tx) error {
		d, err := submission.NewDocument(t.Context(), "прог.exe", []byte("MZ"), true)
		if err != nil {
			return err
		}
		d.Park = 1
		return submission.KeepDocument(t.Context(), tx, d, []byte("MZ"), "contract/3")
	}
	if err := store.Change(t.Context(), "программа", attachProgram); err != nil {
		t.Fatal(err)
	}
	out, err := submission.Build(t.Context(), store, regulation.Program(), request(t.TempDir()), nil)
	if err != nil {
		t.Fatal(err)
	}
	b, err := store.Book(t.Context(), 1)
	if err != nil {
		t.Fatal(err)
	}
	counts, err := submission.Sheets(b, out.By, out.Result, app.Day(2021, 4, 12), submission.Form{})
	if err != nil {
		t.Fatal(err)
	}
	total := 0
	for _, n := range counts {
		total += n
	}
	if total != out.Pages {
		t.Errorf("%d sheets counted of %d: %v", total, out.Pages, counts)
	}
}

func BenchmarkSheets(b *testing.B) {
	book := sample.Park().Book()
	set, err := regulation.Program().For(book, 2020)
	if err != nil {
		b.Fatal(err)
	}
	result, err := rating.Compute(set.Method, book, 2020)
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if _, err := submission.Sheets(book, set, result, app.Day(2021, 4, 12), submission.Form{}); err != nil {
			b.Fatal(err)
		}
	}
}

// Documents alone are no package; that is said in words and not as a fault of ours.
func TestDocumentsAloneAreRefused(t *testing.T) {
	l, _ := documented(t)
	req := request(t.TempDir())
	req.Parts = []string{"attachments"}
	_, err := submission.Build(t.Context(), l, regulation.Program(), req, nil)
	if said, ok := i18n.New(app.RU).Sentence(err, nil); !errors.Is(err, submission.ErrNoOwnSheets) || !ok || !strings.Contains(said, "титульный лист") {
		t.Errorf("%v, said %q", err, said)
	}
}
