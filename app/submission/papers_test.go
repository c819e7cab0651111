package submission_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/exchange"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/reports"
)

// A paper takes the place of its like while nobody has touched that, and of nothing else.
func TestPapersTakeThePlaceOfTheirLikeAlone(t *testing.T) {
	b, dir := sample.Park().Book(), t.TempDir()
	table := func(cell string) []byte {
		data, err := reports.ListBook("Перечень", time.Date(2021, 1, 20, 0, 0, 0, 0, time.UTC), &exchange.Table{
			Title: "Перечень", Lang: app.RU, Columns: []exchange.Column{{Name: "Резидент"}}, Rows: [][]exchange.Value{{{State: app.Given, Text: cell}}},
		})
		if err != nil {
			t.Fatal(err)
		}
		return data
	}
	place := func(ending string, data []byte, of string) string {
		papers, err := submission.PapersIn(dir, b)
		if err != nil {
			t.Fatal(err)
		}
		f, err := papers.Place("Анкета", ending, data, of)
		if err != nil {
			t.Fatal(err)
		}
		if err := disk.WriteAll(f); err != nil {
			t.Fatal(err)
		}
		return filepath.Base(f.Path)
	}
	for _, ending := range []string{".xlsx", ".pdf"} {
		first, second := table("один"), table("два")
		if ending == ".pdf" {
			first, second = []byte("%PDF-1.4 один\n"), []byte("%PDF-1.4 два\n")
		}
		for _, step := range []struct {
			what string
			data []byte
			of   string
			want string
		}{
			{"the first", first, "a", "Анкета" + ending},
			{"the same", first, "a", "Анкета" + ending},
			{"its like", second, "a", "Анкета" + ending},
			{"another's", first, "b", "Анкета (2)" + ending},
		} {
			if got := place(ending, step.data, step.of); got != step.want {
				t.Errorf("%s stands under %q, want %q", step.what, got, step.want)
			}
		}
		path := filepath.Join(dir, "Анкета"+ending)
		filled := append(read(t, path), "записка"...)
		if ending == ".xlsx" {
			filled = filledIn(t, read(t, path))
		}
		if err := os.WriteFile(path, filled, 0o600); err != nil {
			t.Fatal(err)
		}
		if got := place(ending, first, "a"); got != "Анкета (3)"+ending || !bytes.Equal(read(t, path), filled) {
			t.Errorf("what somebody had filled in gave way to %q", got)
		}
	}
}

func read(t *testing.T, path string) []byte {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// filledIn returns a workbook into which somebody has typed.
func filledIn(t *testing.T, data []byte) []byte {
	t.Helper()
	book, err := excelize.OpenReader(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	if err := book.SetCellStr(book.GetSheetName(0), "A2", "ответ"); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// What names cannot have in a file system or a letter is left out of them.
func TestStemsAreSafe(t *testing.T) {
	if got, want := submission.Stem("Анкета 2020", `ООО «Био/Клён: "тест"?»`, "5098100079", ""), "Анкета 2020 — ООО Био Клён тест — 5098100079"; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}
