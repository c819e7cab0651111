package workbook_test

import (
	"archive/zip"
	"bytes"
	"io"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app/workbook"
)

// form is a book as a program writes it: with a look, a comment and gaps.
func form(t testing.TB, comment bool) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	style, err := f.NewStyle(&excelize.Style{NumFmt: 4, Font: &excelize.Font{Bold: true}})
	if err != nil {
		t.Fatal(err)
	}
	for at, v := range map[string]any{"A1": "Выручка", "B1": 12.5, "D1": "x", "A4": "_x000D_"} {
		if err := f.SetCellValue("Sheet1", at, v); err != nil {
			t.Fatal(err)
		}
	}
	if err := f.SetCellStyle("Sheet1", "B1", "B1", style); err != nil {
		t.Fatal(err)
	}
	if comment {
		if err := f.AddComment("Sheet1", excelize.Comment{Cell: "B1", Author: "Кто-то", Text: "было"}); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func partsOf(t testing.TB, raw []byte) map[string]string {
	t.Helper()
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	all := map[string]string{}
	for _, f := range r.File {
		content, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		text, err := io.ReadAll(content)
		if err != nil {
			t.Fatal(err)
		}
		all[f.Name] = string(text)
	}
	return all
}

func marked(t testing.TB, raw []byte, marks ...workbook.Mark) []byte {
	t.Helper()
	a, err := workbook.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	again, err := a.Marked(marks, workbook.Remarks{Name: "Замечания", Rows: [][]string{{"Ячейка", "Что не так"}, {"B1", "<не число> & _x000D_"}}, Widths: []float64{10, 40}})
	if err != nil {
		t.Fatal(err)
	}
	return again
}

func TestMarkedCopyIsTheSameButForTheMarks(t *testing.T) {
	for _, had := range []bool{false, true} {
		raw := form(t, had)
		marks := []workbook.Mark{{"Sheet1", 4, 3, "нет ячейки"}, {"Sheet1", 1, 2, "не число"}, {"Sheet1", 1, 3, "между"}, {"Sheet1", 2, 1, "нет строки"}, {"Sheet1", 9, 2, "ниже всего"}, {"Sheet1", 1, 2, "и ещё"}}
		again := marked(t, raw, marks...)
		was, is := partsOf(t, raw), partsOf(t, again)
		for name, text := range was {
			changes := strings.Contains(name, "sheet1.xml") || strings.Contains(name, "workbook.xml") || strings.Contains(name, "styles") || strings.HasPrefix(name, "[Content") || strings.Contains(name, "omments") || strings.Contains(name, "vmlDrawing")
			if !changes && is[name] != text {
				t.Errorf("%s has changed", name)
			}
		}
		f, err := excelize.OpenReader(bytes.NewReader(again))
		if err != nil {
			t.Fatal(err)
		}
		for _, at := range []string{"B1", "C1", "A2", "C4", "B9"} {
			id, err := f.GetCellStyle("Sheet1", at)
			if err != nil {
				t.Fatal(err)
			}
			style, err := f.GetStyle(id)
			if err != nil || len(style.Fill.Color) != 1 || !strings.HasSuffix(style.Fill.Color[0], "FFC7CE") || at == "B1" && (!style.Font.Bold || style.NumFmt != 4) {
				t.Errorf("%s looks %+v, %v", at, style, err)
			}
		}
		comments, err := f.GetComments("Sheet1")
		if err != nil {
			t.Fatal(err)
		}
		said := map[string]string{}
		for _, c := range comments {
			for _, run := range c.Paragraph {
				said[c.Cell] += run.Text
			}
			said[c.Cell] += c.Text
		}
		if len(comments) != 5 || !strings.Contains(said["B1"], "не число\nи ещё") || had && !strings.Contains(said["B1"], "было") || said["B9"] != "ниже всего" {
			t.Errorf("comments %v", said)
		}
		if sheets := f.GetSheetList(); strings.Join(sheets, " ") != "Sheet1 Замечания" {
			t.Errorf("sheets %v", sheets)
		}
		if text, err := f.GetCellValue("Замечания", "B2"); err != nil || text != "<не число> & _x000D_" {
			t.Errorf("remark %q, %v", text, err)
		}
		b, err := workbook.Read(again)
		if err != nil {
			t.Fatal(err)
		}
		before, err := workbook.Read(raw)
		if err != nil {
			t.Fatal(err)
		}
		for _, row := range before.Sheets[0].Rows {
			for _, c := range row.Cells {
				if got := b.Sheets[0].At(row.Number, c.Column); got.Text != c.Text || got.Kind != c.Kind {
					t.Errorf("%s is %+v, was %+v", workbook.Address(row.Number, c.Column), got, c)
				}
			}
		}
		if twice := marked(t, again, marks...); len(partsOf(t, twice)) != len(is)+1 {
			t.Error("a copy that is marked again has other parts than one sheet more")
		}
	}
}

// A book that names its elements with a prefix, with rows and lists that have nothing inside.
func TestMarkedCopyOfAnotherProgram(t *testing.T) {
	all := parts()
	all["xl/worksheets/sheet1.xml"] = `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData><x:row r="2"/></x:sheetData><x:pageMargins/><x:tableParts count="0"/></x:worksheet>`
	all["xl/worksheets/sheet2.xml"] = `<worksheet><sheetData/></worksheet>`
	all["xl/styles.xml"] = `<x:styleSheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:fills><x:fill/><x:fill/></x:fills><x:cellXfs count="1"><x:xf numFmtId="0"/></x:cellXfs></x:styleSheet>`
	again := partsOf(t, marked(t, packed(t, all), workbook.Mark{"Анкета №1", 2, 2, "a"}, workbook.Mark{"Код", 1, 1, "b"}))
	for name, want := range map[string]string{
		"xl/worksheets/sheet1.xml": `<x:row r="2"><x:c r="B2" s="1"/></x:row></x:sheetData><x:pageMargins/><x:legacyDrawing `,
		"xl/worksheets/sheet2.xml": `<sheetData><row r="1"><c r="A1" s="1"/></row></sheetData><legacyDrawing `,
		"xl/styles.xml":            `<x:fill><x:patternFill patternType="solid">`,
	} {
		if !strings.Contains(again[name], want) {
			t.Errorf("%s is %s", name, again[name])
		}
	}
	if strings.Count(again["xl/styles.xml"], "<x:xf ") != 3 || !strings.Contains(again["xl/styles.xml"], `fillId="2" applyFill="1"`) || !strings.Contains(again["xl/styles.xml"], `<x:cellXfs count="3">`) {
		t.Error(again["xl/styles.xml"])
	}
}
