package submission_test

import (
	"bytes"
	"context"
	"os"
	"regexp"
	"strings"
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// packageOf returns a draft with two documents and what was said of it, made once for all
// who ask; they leave the bytes as they are.
func packageOf(t *testing.T) (pdf []byte, out submission.Output) {
	t.Helper()
	m, err := draftMade()
	if err != nil {
		t.Fatal(err)
	}
	return bytesOf(t, m), m.Output
}

var draftMade = sync.OnceValues(func() (*submission.Made, error) {
	l, _, err := withPapers()
	if err != nil {
		return nil, err
	}
	req := request("")
	req.Parts = []string{"title", "cover", "inventory", "attachments"}
	return submission.Make(context.Background(), l, regulation.Program(), req, "", nil)
})

func faults(i *submission.Inspection) string {
	var all []string
	for _, a := range i.Answers {
		if !a.OK {
			all = append(all, a.Ask)
		}
	}
	return strings.Join(all, " ")
}

func TestPackageStandsInspection(t *testing.T) {
	pdf, out := packageOf(t)
	i, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	if !i.OK() || i.DataSHA256 != out.DataSHA256 || i.Code.SHA256 != out.DataSHA256 || i.Sheets != out.Pages {
		t.Errorf("%+v, faults %q", i.Code, faults(i))
	}
	if i.Code.Park != "«Пример»" || i.Code.INN != i.Thawed.Book.Company.INN || i.Code.Year != 2020 || len(i.Code.Values) != 21 {
		t.Errorf("the code says %+v", i.Code)
	}
	if len(i.Thawed.Book.Of("resident_report")) != len(app.All[app.ResidentReport](i.Thawed.Book, "resident_report")) || i.Thawed.Book.Park.Name == "" {
		t.Error("the records did not come back")
	}
}

func TestWhatIsNoPackage(t *testing.T) {
	if _, err := submission.Inspect(t.Context(), []byte("%PDF-1.7 nothing"), nil); err == nil {
		t.Error("no error")
	}
	for _, text := range []string{"", "TECHNOPARK-1", "x\n\n\n\n\n\n"} {
		if _, err := submission.ParseCode(text); err == nil {
			t.Errorf("%q is a code", text)
		}
	}
}

func TestFrozenDataThaw(t *testing.T) {
	l, _ := documented(t)
	pdf, out := packageOf(t)
	i, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	set, err := i.Thawed.By.For(i.Thawed.Book, 2020)
	if err != nil {
		t.Fatal(err)
	}
	again, err := submission.Freeze(i.Thawed.Book, set, out.Result)
	if err != nil || again.SHA256 != out.DataSHA256 || len(l.book.Of("resident")) != len(i.Thawed.Book.Of("resident")) {
		t.Errorf("frozen again: %.12s, %v, want %.12s", again.SHA256, err, out.DataSHA256)
	}
}

// The submission opened from the PDF alone is the same submission, with its documents, and
// its revision can be made again to the byte.
func TestSubmissionReopensFromThePackageAlone(t *testing.T) {
	l, _ := documented(t)
	req := request(t.TempDir())
	req.Final = true
	m, err := submission.Make(t.Context(), l, regulation.Program(), req, "Иванова", nil)
	if err != nil {
		t.Fatal(err)
	}
	made := bytesOf(t, m)
	i, err := submission.Inspect(t.Context(), made, nil)
	if err != nil || !i.OK() {
		t.Fatal(err, faults(i))
	}
	o := memory{records: map[string][]app.Record{}, contents: map[string][]byte{}}
	if err := submission.FillFrozen(t.Context(), o, i); err != nil {
		t.Fatal(err)
	}
	again := library{book: app.NewBook(o.records["park"][0].(*app.Park), o.records), contents: o.contents}
	rev := o.records["revision"][0].(*app.Revision)
	out, err := submission.Rebuild(t.Context(), again, rev, t.TempDir())
	if err != nil || !out.SameData || !out.SamePages || rev.Number.N != 1 || rev.Data != m.DataSHA256 {
		t.Errorf("%+v, %v", rev, err)
	}
	if pdf, err := os.ReadFile(out.PDF); err != nil || !bytes.Equal(pdf, made) {
		t.Errorf("%d bytes, %v; were %d", len(pdf), err, len(made))
	}
	next, err := submission.Make(t.Context(), again, regulation.Program(), req, "", nil)
	if err != nil || next.Revision != 1 || next.DataSHA256 != m.DataSHA256 {
		t.Errorf("made again: revision %d, data %.12s, %v", next.Revision, next.DataSHA256, err)
	}
}

// A revision frozen by a program that knew fewer fields keeps its sum and its figures.
func TestFrozenByAnEarlierProgramIsRebuilt(t *testing.T) {
	l, _ := documented(t)
	pdf, _ := packageOf(t)
	i, err := submission.Inspect(t.Context(), pdf, nil)
	if err != nil {
		t.Fatal(err)
	}
	older := regexp.MustCompile(`,"(concept|site_en)":[^,}]*`).ReplaceAll(i.Data, nil)
	if len(older) == len(i.Data) {
		t.Fatal("the older data are no older")
	}
	l.contents[app.Content(older)] = older
	rev := &app.Revision{Period: app.YearPeriod(2020), Number: app.Of[app.Count](1), Made: app.Day(2021, 4, 12), Data: app.Content(older), Parts: "title,attachments"}
	out, err := submission.Rebuild(t.Context(), l, rev, t.TempDir())
	if err != nil || !out.SameData || out.DataSHA256 != app.Content(older) || out.SamePages {
		t.Errorf("same data %v, %.12s, same pages %v, %v", out.SameData, out.DataSHA256, out.SamePages, err)
	}
	if pdf, err = os.ReadFile(out.PDF); err != nil {
		t.Fatal(err)
	}
	if i, err = submission.Inspect(t.Context(), pdf, nil); err != nil || !i.OK() || i.DataSHA256 != app.Content(older) {
		t.Errorf("inspected: %q, %v", faults(i), err)
	}
}
