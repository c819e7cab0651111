package submission_test

import (
	"bytes"
	"context"
	"os"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
)

func packageOf(t *testing.T) (pdf []byte, out submission.Output) {
	t.Helper()
	l, _ := documented(t)
	req := request(t.TempDir())
	req.Parts = []string{"title", "indicators", "inventory", "attachments"}
	out, err := submission.Build(context.Background(), l, regulation.Program(), req, nil)
	if err != nil {
		t.Fatal(err)
	}
	if pdf, err = os.ReadFile(out.PDF); err != nil {
		t.Fatal(err)
	}
	return pdf, out
}

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
	i, err := submission.Inspect(pdf)
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

// One byte of the data changed: the sum, the code and the feet do not fit any more.
func TestOneByteOfDataIsTold(t *testing.T) {
	pdf, _ := packageOf(t)
	i, err := submission.Inspect(pdf)
	if err != nil {
		t.Fatal(err)
	}
	changed := bytes.Replace(i.Data, []byte(`"headcount":4`), []byte(`"headcount":5`), 1)
	if bytes.Equal(changed, i.Data) {
		t.Fatal("nothing was changed")
	}
	tampered, err := submission.WithData(pdf, changed)
	if err != nil {
		t.Fatal(err)
	}
	i, err = submission.Inspect(tampered)
	if err != nil {
		t.Fatal(err)
	}
	for _, ask := range []string{submission.AskCode, submission.AskFeet} {
		if !strings.Contains(faults(i), ask) {
			t.Errorf("%s is not told; told %q", ask, faults(i))
		}
	}
}

func TestWhatIsNoPackage(t *testing.T) {
	if _, err := submission.Inspect([]byte("%PDF-1.7 nothing")); err == nil {
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
	i, err := submission.Inspect(pdf)
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
