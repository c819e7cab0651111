package attach_test

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/jung-kurt/gofpdf"

	"technopark/reports/attach"
)

// paper returns a PDF with pages of the given sizes in points, each with its number.
func paper(t testing.TB, sizes ...[2]float64) []byte {
	t.Helper()
	f := gofpdf.New("P", "pt", "A4", "")
	f.SetAutoPageBreak(false, 0)
	for i, s := range sizes {
		f.AddPageFormat("P", gofpdf.SizeType{Wd: s[0], Ht: s[1]})
		f.SetFont("Helvetica", "", min(s[0], s[1])/4)
		f.Text(s[0]/10, s[1]/2, fmt.Sprintf("page%d", i+1))
	}
	f.Bookmark("Start", 0, 0)
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

var a4 = [2]float64{595.28, 841.89}

func document(kind string, data []byte) attach.Document {
	return attach.Document{
		Title: "Приложение 1. Выписка", Kind: kind, Data: data,
		Label: func(i int) []string {
			return []string{fmt.Sprintf("Приложение 1, л. %d", i), "данные 53ac3b18f855"}
		},
		Apart: []string{"Приложение 1", "приложен отдельно", "выписка.pdf"},
	}
}

// prepared makes a document ready.
func prepared(tb testing.TB, d attach.Document) *attach.Prepared {
	tb.Helper()
	p, err := attach.Prepare(context.Background(), d)
	if err != nil {
		tb.Fatal(err)
	}
	return p
}

func appended(t *testing.T, docs ...attach.Document) (string, []attach.Placed) {
	t.Helper()
	var ready []*attach.Prepared
	for _, d := range docs {
		ready = append(ready, prepared(t, d))
	}
	out, placed, err := attach.Whole(paper(t, a4, a4), ready, nil, nil)
	if err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "whole.pdf")
	if err := os.WriteFile(path, out, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", "--check", path).CombinedOutput(); err != nil {
		t.Errorf("qpdf: %v\n%s", err, said)
	}
	return path, placed
}

func textOf(t *testing.T, path string, page int) string {
	t.Helper()
	n := fmt.Sprint(page)
	out, err := exec.Command("pdftotext", "-f", n, "-l", n, "-layout", path, "-").Output()
	if err != nil {
		t.Fatal(err)
	}
	return string(out)
}

func pageSize(t *testing.T, path string, page int) string {
	t.Helper()
	n := fmt.Sprint(page)
	out, err := exec.Command("pdfinfo", "-f", n, "-l", n, path).Output()
	if err != nil {
		t.Fatal(err)
	}
	var w, h float64
	turned := false
	for line := range strings.Lines(string(out)) {
		words := strings.Fields(line)
		switch {
		case strings.HasPrefix(line, "Page") && strings.Contains(line, " size:"):
			fmt.Sscanf(strings.Join(words[3:6], " "), "%f x %f", &w, &h)
		case strings.HasPrefix(line, "Page") && strings.Contains(line, " rot:"):
			turned = words[3] == "90" || words[3] == "270"
		}
	}
	if turned {
		w, h = h, w
	}
	return fmt.Sprintf("%.2f x %.2f", w, h)
}

func TestPagesAreLabelledAndFitted(t *testing.T) {
	path, placed := appended(t, document(attach.PDF, paper(t, a4, [2]float64{1190.55, 841.89}, [2]float64{200, 300})))
	if len(placed) != 1 || placed[0].First != 3 || placed[0].Sheets != 3 || placed[0].How != attach.AsPages {
		t.Fatalf("%+v", placed)
	}
	for i, want := range []string{"595.28 x 841.89", "841.89 x 595.28", "595.28 x 841.89"} {
		if got := pageSize(t, path, 3+i); got != want {
			t.Errorf("sheet %d is %s, want %s", 3+i, got, want)
		}
		text := textOf(t, path, 3+i)
		for _, said := range []string{fmt.Sprintf("page%d", i+1), fmt.Sprintf("Приложение 1, л. %d", i+1), "данные 53ac3b18f855"} {
			if !strings.Contains(text, said) {
				t.Errorf("sheet %d lacks %q: %q", 3+i, said, text)
			}
		}
	}
	if strings.Contains(textOf(t, path, 1), "Приложение") {
		t.Error("a sheet of the package got a label")
	}
}

func TestAppendGivesTheSameBytes(t *testing.T) {
	var first []byte
	for range 2 {
		data := paper(t, a4, [2]float64{400, 300})
		out, _, err := attach.Whole(raw(box, hello), []*attach.Prepared{prepared(t, document(attach.PDF, data))}, nil, nil)
		if err != nil {
			t.Fatal(err)
		}
		if first == nil {
			first = out
		}
		if !bytes.Equal(first, out) {
			t.Fatal("another time, other bytes")
		}
		time.Sleep(time.Second) // dates are written in seconds
	}
}

func isError(err, want error) bool { return errors.Is(err, want) }

func BenchmarkAppend(b *testing.B) {
	data := paper(b, a4, a4, a4, a4, a4)
	base := paper(b, a4, a4)
	for b.Loop() {
		var docs []*attach.Prepared
		for range 100 {
			docs = append(docs, prepared(b, document(attach.PDF, data)))
		}
		if _, _, err := attach.Whole(base, docs, nil, nil); err != nil {
			b.Fatal(err)
		}
	}
}
