package pdf_test

import (
	"bytes"
	"errors"
	"strings"
	"testing"
	"time"

	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// render prints d into memory.
func render(t testing.TB, d doc.Document) ([]byte, pdf.Info) {
	t.Helper()
	var b bytes.Buffer
	info, err := pdf.Render(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), info
}

// one returns a document of one section with the blocks.
func one(blocks ...doc.Block) doc.Document {
	return doc.Document{Title: "Проба", Created: time.Date(2021, 1, 1, 0, 0, 0, 0, time.UTC), Sections: []doc.Section{{Blocks: blocks}}}
}

func TestSameTreeSameBytes(t *testing.T) {
	first, _ := render(t, sample())
	for range 3 {
		if again, _ := render(t, sample()); !bytes.Equal(first, again) {
			t.Fatal("two renderings of one tree differ")
		}
	}
	later := sample()
	later.Created = later.Created.AddDate(0, 0, 1)
	if other, _ := render(t, later); bytes.Equal(first, other) {
		t.Error("the date of creation is not in the file")
	}
}

func TestNothingIsWrittenOnFailure(t *testing.T) {
	var b bytes.Buffer
	if _, err := pdf.Render(&b, doc.Document{Title: "Пусто"}); err == nil || !strings.Contains(err.Error(), "Пусто") {
		t.Errorf("a document without sections: %v", err)
	}
	if _, err := pdf.Render(&b, one(nil)); err == nil {
		t.Error("a block that is no block gave no error")
	}
	if b.Len() != 0 {
		t.Errorf("%d bytes written", b.Len())
	}
}

type fullDisk struct{}

var errFull = errors.New("disk full")

func (fullDisk) Write([]byte) (int, error) { return 0, errFull }

func TestWriteErrorIsReturned(t *testing.T) {
	if _, err := pdf.Render(fullDisk{}, one(doc.Paragraph{Text: "а"})); !errors.Is(err, errFull) {
		t.Errorf("got %v", err)
	}
}

// 500 residents on about 35 landscape sheets.
func BenchmarkRegister500(b *testing.B) {
	d := sample()
	d.Sections = []doc.Section{register("Реестр", 500)}
	pages := 0
	for b.Loop() {
		_, info := render(b, d)
		pages = info.Pages
	}
	b.ReportMetric(float64(pages), "pages")
}

// About a hundred sheets of everything, as the whole package has.
func BenchmarkPackage(b *testing.B) {
	d := sample()
	for i := range 6 {
		d.Sections = append(d.Sections, register("Реестр", 150+i), jobs(), indicators())
	}
	pages := 0
	for b.Loop() {
		_, info := render(b, d)
		pages = info.Pages
	}
	b.ReportMetric(float64(pages), "pages")
}
