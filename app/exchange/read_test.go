package exchange_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"strings"
	"testing"
	"time"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"
	"github.com/xuri/excelize/v2"
	"golang.org/x/text/encoding/charmap"

	"technopark/app"
	"technopark/app/exchange"
)

// rows writes a sheet as text, a line a row: «2: A=Квант B=1234.5».
func rows(s exchange.Sheet) string {
	var lines []string
	for _, r := range s.Rows {
		line := fmt.Sprint(r.Number, ":")
		for _, c := range r.Cells {
			line += " " + exchange.ColumnName(c.Column) + "=" + c.Text
		}
		lines = append(lines, line)
	}
	return strings.Join(lines, "\n")
}

func read(t *testing.T, raw []byte) *exchange.Book {
	t.Helper()
	b, err := exchange.Read(raw)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func reason(t *testing.T, err error) string {
	t.Helper()
	var r *app.Refusal
	if !errors.As(err, &r) {
		t.Fatalf("%v is no refusal", err)
	}
	said, _ := r.Data["Reason"].(app.Text)
	if said.RU != "" && said.In(app.EN) == said.RU {
		t.Errorf("%q is not said in English", said.RU)
	}
	return said.RU
}

func TestTextIsReadWhateverSavedIt(t *testing.T) {
	const want = "1: A=Технопарк B=S1.1\n3: A=ООО \"Ёлки\" B=1 234,5\n5: A=С; и\nB\" B=-"
	semicolons := "Технопарк;S1.1\n\nООО \"Ёлки\";1 234,5\r\n;\n\"С; и\nB\"\"\";-\n"
	windows, err := charmap.Windows1251.NewEncoder().String(semicolons)
	if err != nil {
		t.Fatal(err)
	}
	wide := []byte{0xFF, 0xFE}
	for _, u := range utf16.Encode([]rune(semicolons)) {
		wide = append(wide, byte(u), byte(u>>8))
	}
	for name, raw := range map[string][]byte{
		"UTF-8": []byte(semicolons), "UTF-8 with a mark": []byte("\ufeff" + semicolons), "Windows-1251": []byte(windows), "UTF-16": wide,
		"tabs":   []byte(strings.ReplaceAll(strings.ReplaceAll(semicolons, "С; и", "С, и"), ";", "\t")),
		"commas": []byte("Технопарк,S1.1\n\n\"ООО \"\"Ёлки\"\"\",\"1 234,5\"\n,\n\"С; и\nB\"\"\",-"),
		"sep=":   []byte("sep=|\nТехнопарк|S1.1"),
	} {
		got := rows(read(t, raw).Sheets[0])
		expected := want
		switch name {
		case "tabs":
			expected = strings.Replace(want, "С; и", "С, и", 1)
		case "sep=":
			expected = "2: A=Технопарк B=S1.1"
		}
		if diff := cmp.Diff(expected, got); diff != "" {
			t.Errorf("%s: %s", name, diff)
		}
	}
}

func TestQuoteThatIsNotClosedLosesNothing(t *testing.T) {
	for text, want := range map[string]string{
		"a;b\n\"Ёлки;5\nКвант;6\n":         "строка 2, столбец 1: кавычка открыта",
		"a;b\nX;\"Ёлки;5\nКвант;\"6\" м\n": "строка 2, столбец 2: кавычка открыта",
	} {
		if _, err := exchange.ReadText(text); err == nil || !strings.HasPrefix(reason(t, err), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
	if got := rows(must(t, "a;b\n\"Квант\" ООО;5\" труба\n").Sheets[0]); got != "1: A=a B=b\n2: A=\"Квант\" ООО B=5\" труба" {
		t.Error(got)
	}
}

func must(t *testing.T, text string) *exchange.Book {
	t.Helper()
	b, err := exchange.ReadText(text)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

// workbook makes a book of one sheet and of a hidden one.
func workbook(t *testing.T, fill func(*excelize.File, string)) []byte {
	t.Helper()
	f := excelize.NewFile()
	defer f.Close()
	fill(f, "Sheet1")
	if _, err := f.NewSheet("Скрытый"); err != nil {
		t.Fatal(err)
	}
	if err := errors.Join(f.SetCellValue("Скрытый", "B2", "тайна"), f.SetSheetVisible("Скрытый", false)); err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

func TestWorkbookCellsKeepWhatTheyMean(t *testing.T) {
	custom := `[Red]0.0"%"`
	raw := workbook(t, func(f *excelize.File, sheet string) {
		set := func(at string, v any, style *excelize.Style) {
			t.Helper()
			if err := f.SetCellValue(sheet, at, v); err != nil {
				t.Fatal(err)
			}
			if style == nil {
				return
			}
			id, err := f.NewStyle(style)
			if err != nil {
				t.Fatal(err)
			}
			if err := f.SetCellStyle(sheet, at, at, id); err != nil {
				t.Fatal(err)
			}
		}
		set("A1", " Технопарк «Ёлки» ", nil)
		set("B1", 0.1+0.2, nil)
		set("C1", 0.123, &excelize.Style{NumFmt: 10})
		set("D1", 12.5, &excelize.Style{CustomNumFmt: &custom})
		set("E1", time.Date(2021, 3, 5, 0, 0, 0, 0, time.UTC), nil)
		set("F1", true, nil)
		set("G1", "007", nil)
		set("A3", 1234567.891, &excelize.Style{NumFmt: 4})
		set("B3", -0.0000012, nil)
		if err := errors.Join(
			f.SetCellFormula(sheet, "C3", "A3*2"), // excelize keeps no value
			f.SetCellRichText(sheet, "D3", []excelize.RichTextRun{{Text: "S1"}, {Text: ".1", Font: &excelize.Font{Bold: true}}}),
			f.SetCellValue(sheet, "AB4", "далеко")); err != nil {
			t.Fatal(err)
		}
	})
	b := read(t, raw)
	if len(b.Sheets) != 2 || b.Sheets[0].Hidden || !b.Sheets[1].Hidden || b.Sheets[1].Name != "Скрытый" {
		t.Fatalf("sheets %+v", b.Sheets)
	}
	want := "1: A= Технопарк «Ёлки»  B=0.3 C=12.3% D=12.5 E=05.03.2021 F=да G=007\n3: A=1234567.891 B=-0.0000012 C= D=S1.1\n4: AB=далеко"
	if diff := cmp.Diff(want, rows(b.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	kinds := ""
	for _, r := range b.Sheets[0].Rows {
		for _, c := range r.Cells {
			kinds += fmt.Sprint(c.Kind)
		}
	}
	if kinds != "0111230"+"1140"+"0" {
		t.Errorf("kinds %s", kinds)
	}
	if c := b.Sheets[0].Rows[1].At(3); !c.Formula || c.Kind != exchange.Fault {
		t.Errorf("a formula without a value is %+v", c)
	}
}

// part replaces a part of a workbook.
func part(t *testing.T, raw []byte, name, content string) []byte {
	t.Helper()
	in, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		t.Fatal(err)
	}
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range in.File {
		if f.Name == name {
			continue
		}
		if err := w.Copy(f); err != nil {
			t.Fatal(err)
		}
	}
	p, err := w.Create(name)
	if err == nil {
		_, err = p.Write([]byte(content))
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// Other programs write cells in other ways: with a prefix, without addresses, with a formula
// and its value, days from 1904.
func TestSheetsOfOtherPrograms(t *testing.T) {
	raw := workbook(t, func(*excelize.File, string) {})
	sheet := `<x:worksheet xmlns:x="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><x:sheetData>
<x:row><x:c t="inlineStr"><x:is><x:t>Парк_x000A_А</x:t></x:is></x:c><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c><x:c t="d"><x:v>2021-03-05T00:00:00</x:v></x:c><x:c s="99"/></x:row>
<x:row r="7"><x:c r="C7" t="str"><x:f>""</x:f><x:v></x:v></x:c><x:c r="E7"><x:v>1E-5</x:v></x:c></x:row>
</x:sheetData></x:worksheet>`
	b := read(t, part(t, raw, "xl/worksheets/sheet1.xml", sheet))
	if diff := cmp.Diff("1: A=Парк\nА B=2 C=#DIV/0! D=05.03.2021\n7: E=0.00001", rows(b.Sheets[0])); diff != "" {
		t.Error(diff)
	}
	if c := b.Sheets[0].Rows[0].At(2); !c.Formula || c.Kind != exchange.Number {
		t.Errorf("a formula with its value is %+v", c)
	}
}

func TestWhatIsNoTableIsSaid(t *testing.T) {
	good := workbook(t, func(f *excelize.File, s string) { _ = f.SetCellValue(s, "A1", "x") })
	bomb := func(name string, declared uint64) []byte {
		var out bytes.Buffer
		w := zip.NewWriter(&out)
		p, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: declared, CompressedSize64: 2})
		if err == nil {
			_, err = p.Write([]byte{3, 0})
		}
		if err = errors.Join(err, w.Close()); err != nil {
			t.Fatal(err)
		}
		return out.Bytes()
	}
	archive := func(name string) []byte { return bomb(name, 0) }
	cfb := append([]byte("\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"), make([]byte, 600)...)
	var stream []byte
	for _, u := range utf16.Encode([]rune("EncryptedPackage")) {
		stream = append(stream, byte(u), byte(u>>8))
	}
	for name, c := range map[string]struct {
		raw  []byte
		want string
	}{
		"xls":          {cfb, "это файл прежнего формата"},
		"encrypted":    {append(bytes.Clone(cfb), stream...), "книга защищена паролем"},
		"pdf":          {[]byte("%PDF-1.7 …"), "это PDF"},
		"html":         {[]byte("\r\n<HTML><table>"), "это страница"},
		"xlsb":         {archive("xl/workbook.bin"), "это двоичная книга"},
		"word":         {archive("word/document.xml"), "это документ Word"},
		"archive":      {archive("данные.csv"), "это архив"},
		"cut":          {good[:len(good)/2], "у книги нет конца"},
		"bomb":         {bomb("xl/worksheets/sheet1.xml", 2<<30), "в распакованном виде"},
		"picture":      {append([]byte("\x89PNG\r\n\x1a\n"), 0, 0, 0, 13), "это картинка"},
		"broken part":  {part(t, good, "xl/worksheets/sheet1.xml", "<worksheet><sheetData><row>"), "книга повреждена"},
		"lost string":  {part(t, good, "xl/worksheets/sheet1.xml", `<worksheet><row><c t="s"><v>7</v></c></row></worksheet>`), "книга повреждена"},
		"out of order": {part(t, good, "xl/worksheets/sheet1.xml", `<worksheet><row><c r="B1"><v>7</v></c><c r="A1"><v>7</v></c></row></worksheet>`), "книга повреждена"},
		"too wide":     {part(t, good, "xl/worksheets/sheet1.xml", `<worksheet><row><c r="XFD1"><v>7</v></c></row></worksheet>`), "лист «Sheet1»: в строке 1 занят столбец XFD"},
		"too long":     {[]byte("a;" + strings.Repeat("ж", 40_000)), "в ячейке B1 больше 32\u00a0767 знаков"},
		"too many":     {[]byte(strings.Repeat("1;2\n", 200_001)), "в строке 200001 кончается отведённое"},
	} {
		start := time.Now()
		_, err := exchange.Read(c.raw)
		if err == nil || !strings.HasPrefix(reason(t, err), c.want) {
			t.Errorf("%s: %v", name, err)
		}
		if name == "bomb" && time.Since(start) > time.Second {
			t.Errorf("a bomb took %v", time.Since(start))
		}
	}
	if _, err := exchange.Read(nil); !errors.Is(err, app.ErrEmptyFile) {
		t.Errorf("an empty file: %v", err)
	}
}

func FuzzRead(f *testing.F) {
	f.Add([]byte("Технопарк;S1.1\n\"Ёлки\";1 234,5\n"))
	f.Add([]byte("\xFF\xFEa\x00;\x00"))
	f.Add([]byte("sep=,\n\"a\"\"\",\"b\nc\"\r\rd"))
	book := excelize.NewFile()
	_ = book.SetCellValue("Sheet1", "B2", 12.5)
	_ = book.SetCellValue("Sheet1", "C2", "Квант")
	var out bytes.Buffer
	if err := book.Write(&out); err != nil {
		f.Fatal(err)
	}
	f.Add(out.Bytes())
	f.Add(out.Bytes()[:out.Len()-40])
	f.Fuzz(func(t *testing.T, raw []byte) {
		b, err := exchange.Read(raw)
		if err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatalf("%v is not put into words", err)
			}
			return
		}
		for _, s := range b.Sheets {
			last := 0
			for _, r := range s.Rows {
				if r.Number <= last || len(r.Cells) == 0 {
					t.Fatalf("row %d after %d with %d cells", r.Number, last, len(r.Cells))
				}
				last = r.Number
			}
		}
	})
}

// FuzzText cuts what was put together back into its cells.
func FuzzText(f *testing.F) {
	f.Add("a", "b;c", "d\"e", "f\ng")
	f.Add(" ", "\"", ";", "\r")
	f.Fuzz(func(t *testing.T, a, b, c, d string) {
		if strings.HasPrefix(a, "\ufeff") || strings.HasPrefix(a, "sep=") {
			return
		}
		quote := func(s string) string { return `"` + strings.ReplaceAll(s, `"`, `""`) + `"` }
		const head = "1;2\n1;2\n1;2\n"
		book, err := exchange.ReadText(head + quote(a) + ";" + quote(b) + "\n" + quote(c) + ";" + quote(d))
		if err != nil {
			if len(a)+len(b)+len(c)+len(d) > 30_000 {
				return
			}
			t.Fatal(err)
		}
		var got []string
		for _, r := range book.Sheets[0].Rows[3:] {
			for _, cell := range r.Cells {
				got = append(got, cell.Text)
			}
		}
		var want []string
		for _, s := range []string{a, b, c, d} {
			if strings.TrimSpace(s) != "" {
				want = append(want, s)
			}
		}
		if diff := cmp.Diff(want, got); diff != "" {
			t.Fatal(diff)
		}
	})
}

func BenchmarkRead(b *testing.B) {
	f := excelize.NewFile()
	w, err := f.NewStreamWriter("Sheet1")
	if err != nil {
		b.Fatal(err)
	}
	for row := range 10_000 {
		var cells []any
		for column := range 10 {
			cells = append(cells, fmt.Sprintf("ООО «Резидент %d»", row*column), float64(row)*1.1+float64(column))
		}
		if err := w.SetRow(fmt.Sprint("A", row+1), cells); err != nil {
			b.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := errors.Join(w.Flush(), f.Write(&out)); err != nil {
		b.Fatal(err)
	}
	b.Run("xlsx10000x20", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := exchange.Read(out.Bytes()); err != nil {
				b.Fatal(err)
			}
		}
	})
	csv := []byte(strings.Repeat(strings.Repeat("ООО «Резидент»;1 234,5;", 10)+"\n", 10_000))
	b.Run("csv10000x20", func(b *testing.B) {
		b.ReportAllocs()
		for b.Loop() {
			if _, err := exchange.Read(csv); err != nil {
				b.Fatal(err)
			}
		}
	})
}
