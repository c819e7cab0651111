package reports_test

import (
	"regexp"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/doc"
)

// sparse is the sample with little more than its residents.
func sparse(t *testing.T) reports.Input {
	in := demonstration(t)
	b := in.Book
	for _, key := range []string{"site_report", "company_report", "job", "ip_result", "service", "investment", "reference"} {
		b = without(b, key)
	}
	b.Park.Address, b.Park.KmMoscow, b.Park.KmCity = "", app.Cell[app.Quantity]{}, app.NA[app.Quantity]()
	in.Book, in.Result, in.Report = b, builtIn(t, b, 2020), checkedBy(t, b, 2020)
	return in
}

// linesOf returns the lines of the tree of a package that match.
func linesOf(in reports.Input, pattern string) []string {
	line := regexp.MustCompile(pattern)
	var found []string
	for _, text := range strings.Split(doc.Text(reports.Package(in)), "\n") {
		if line.MatchString(text) {
			found = append(found, strings.TrimSpace(text))
		}
	}
	return found
}

// TestCompressedPackageSaysLess holds the compressed form to fewer sheets and rows with the
// same totals, the same indicators and the same words about what is missing.
func TestCompressedPackageSaysLess(t *testing.T) {
	for _, lang := range []app.Lang{app.RU, app.EN} {
		full := sparse(t)
		full.Lang = lang
		short := full
		short.Compressed = true
		_, sheets := pdfOf(t, full)
		_, fewer := pdfOf(t, short)
		if fewer >= sheets {
			t.Errorf("%s: %d sheets in full, %d compressed", lang, sheets, fewer)
		}
		if rows, less := linesOf(full, `^ *(row|item) `), linesOf(short, `^ *(row|item) `); len(less) >= len(rows) {
			t.Errorf("%s: %d lines in full, %d compressed", lang, len(rows), len(less))
		}
		if left := linesOf(short, `^ *(row blank|item .*blank )`); len(left) > 0 {
			t.Errorf("%s: blank lines are printed: %q", lang, left)
		}
		for what, pattern := range map[string]string{
			"totals":     `^ *(total|subtotal) `,
			"indicators": `^ *row \| S\d\.\d \|`,
			"zeros":      `\| 0 *$`,
			"parts":      `^  section `,
			"missing":    `"(Недостаёт|Missing|Полнота|Completeness)"$`,
		} {
			all, kept := linesOf(full, pattern), linesOf(short, pattern)
			if what == "parts" { // one of a sentence begins no sheet
				all, kept = plainSections(all), plainSections(kept)
			}
			if !slices.Equal(all, kept) {
				t.Errorf("%s: the %s differ:\n%q\n%q", lang, what, all, kept)
			}
		}
		if n := len(linesOf(short, `^ *row \| S\d\.\d \|`)); n != 2*21 {
			t.Errorf("%s: %d rows of indicators", lang, n)
		}
	}
}

func plainSections(lines []string) []string {
	for i, line := range lines {
		lines[i] = strings.NewReplacer(" new-page", "", " landscape", "").Replace(line)
	}
	return lines
}

// TestCompressedPackageSaysSo finds the form on the title page and over the signatures, and
// nowhere in the full form.
func TestCompressedPackageSaysSo(t *testing.T) {
	for lang, note := range map[app.Lang]string{
		app.RU: "Сжатая форма: строки без сведений не печатаются", app.EN: "Compressed form: lines without data are not printed",
	} {
		for _, part := range []string{"title", "signatures"} {
			in := small(t)
			in.Lang, in.Parts = lang, []string{part}
			if strings.Contains(doc.Text(reports.Package(in)), note) {
				t.Errorf("%s: the full form says that it is compressed", part)
			}
			in.Compressed = true
			if !strings.Contains(doc.Text(reports.Package(in)), note) {
				t.Errorf("%s does not say «%s»", part, note)
			}
		}
	}
}

// TestCompressedKeepsAnswers leaves out what nobody said, and nothing else.
func TestCompressedKeepsAnswers(t *testing.T) {
	in := small(t)
	in.Compressed = true
	text := doc.Text(reports.Package(in))
	for _, want := range []string{
		`value="не применимо" "До Москвы"`, `value="0,0" unit="тыс.⍽руб." "Налоги`, "| Газ | м³/ч | нет |", "| Продажа земельных участков | нет |",
		"| Субсидии | тыс.⍽руб. | не применимо |", "| Исследователи | 0 | 0", `\nне представлено | не представлено | не представлено | с⍽01.10.2020`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s", want)
		}
	}
	for _, unwanted := range []string{`"Почтовый адрес"`, "| Тепло |", "| Прочие доходы |", "section | Люди", "| Контактное лицо |"} {
		if strings.Contains(text, unwanted) {
			t.Errorf("the tree has %s", unwanted)
		}
	}
}

// TestCompressedEmptyParts has a sentence for a part with nothing in it.
func TestCompressedEmptyParts(t *testing.T) {
	in := sparse(t)
	in.Compressed = true
	in.Parts = []string{"park", "jobs", "inventory"}
	d := reports.Package(in)
	if !d.Sections[0].NewPage || d.Sections[2].NewPage || d.Sections[2].Landscape {
		t.Error("a part of one sentence begins a sheet of its own")
	}
	text := doc.Text(d)
	for _, want := range []string{`"Сведения не представлены."`, `"Вложения не учтены."`, `"Записей за 2020⍽год нет."`} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s", want)
		}
	}
}

// TestSheetsOfCompressedPartsAddUp counts each sheet once, though parts share one.
func TestSheetsOfCompressedPartsAddUp(t *testing.T) {
	for form, in := range forms(sparse(t)) {
		counts, err := reports.Sheets(in)
		if err != nil {
			t.Fatal(err)
		}
		total := 0
		for part, n := range counts {
			if n < 0 {
				t.Errorf("%s: %s has %d sheets", form, part, n)
			}
			total += n
		}
		if _, pages := pdfOf(t, in); total != pages {
			t.Errorf("%s: the parts have %d sheets, the package %d", form, total, pages)
		}
	}
}
