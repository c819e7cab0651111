package workbook_test

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode/utf16"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/workbook"
)

// parts of the smallest book that says all a book can say of itself.
func parts() map[string]string {
	const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
	return map[string]string{
		"[Content_Types].xml": `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="xml" ContentType="application/xml"/></Types>`,
		"_rels/.rels":         `<Relationships><Relationship Id="a" Type="` + office + `officeDocument" Target="xl/workbook.xml"/><Relationship Id="b" Type="` + office + `custom-properties" Target="docProps/custom.xml"/></Relationships>`,
		"docProps/custom.xml": `<Properties xmlns:vt="v"><property pid="2" name="technopark.inn"><vt:lpwstr>7700000001</vt:lpwstr></property><property pid="3" name="empty"><vt:lpwstr/></property></Properties>`,
		"xl/workbook.xml": `<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="Анкета №1" sheetId="1" r:id="s1"/><sheet name="Код" sheetId="2" state="veryHidden" r:id="s2"/></sheets>
<definedNames><definedName name="tp_a">'Анкета №1'!$B$2</definedName><definedName name="area">'Анкета №1'!$B$2:$C$3</definedName><definedName name="lost">'Анкета №1'!#REF!</definedName><definedName name="sum">SUM(1,2)</definedName></definedNames></workbook>`,
		"xl/_rels/workbook.xml.rels": `<Relationships><Relationship Id="s1" Type="` + office + `worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="s2" Type="` + office + `worksheet" Target="/xl/worksheets/sheet2.xml"/>
<Relationship Id="t" Type="` + office + `sharedStrings" Target="sharedStrings.xml"/><Relationship Id="u" Type="` + office + `styles" Target="styles.xml"/><Relationship Id="l" Type="` + office + `externalLink" Target="externalLinks/externalLink1.xml"/></Relationships>`,
		"xl/sharedStrings.xml": `<sst><si><r><t>рас</t></r><r><rPr><b/></rPr><t>ход</t></r><rPh><t>читать</t></rPh></si></sst>`,
		"xl/styles.xml":        `<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="10"/></cellXfs></styleSheet>`,
		"xl/worksheets/sheet1.xml": `<worksheet><cols><col min="4" max="6" hidden="1"/></cols><sheetData>
<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" s="2"><v>0.125</v></c><c r="C2" s="1"><v>2000</v></c></row>
<row r="5" hidden="1"><c r="A5" t="inlineStr"><is><t>a_x000D_b</t></is></c><c r="B5"><f>B2*2</f><v>0.25</v></c><c r="C5"><f>1/0</f></c><c r="D5"><f>2*3</f><v></v></c><c r="E5" t="b"><f>A1</f><v/></c><c r="F5" t="str"><f>""</f><v></v></c></row></sheetData><mergeCells><mergeCell ref="A2:A3"/></mergeCells></worksheet>`,
		"xl/worksheets/sheet2.xml": `<worksheet><sheetData/></worksheet>`,
	}
}

func packed(t testing.TB, all map[string]string) []byte {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, name := range slices.Sorted(maps.Keys(all)) {
		p, err := w.Create(name)
		if err == nil {
			_, err = p.Write([]byte(all[name]))
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// said writes all that a book says, a line a row.
func said(b *workbook.Book) string {
	var out strings.Builder
	for _, s := range b.Sheets {
		fmt.Fprintf(&out, "%s hidden=%v formulas=%v merged=%v D=%v\n", s.Name, s.Hidden, s.Formulas, s.Merged, s.HidesColumn(4))
		for _, r := range s.Rows {
			fmt.Fprintf(&out, "%d hidden=%v", r.Number, r.Hidden)
			for _, c := range r.Cells {
				fmt.Fprintf(&out, " %s=%q/%d/%v", workbook.Address(r.Number, c.Column), c.Text, c.Kind, c.Formula)
			}
			out.WriteString("\n")
		}
	}
	for _, n := range b.Names {
		fmt.Fprintf(&out, "%s: %s %v broken=%v\n", n.Name, n.Sheet, n.Area, n.Broken)
	}
	fmt.Fprintf(&out, "%v links=%d", b.Properties, b.Links)
	return out.String()
}

const whole = `Анкета №1 hidden=false formulas=true merged=[{2 1 3 1}] D=true
2 hidden=false A2="расход"/0/false B2="12.5%"/1/false C2="23.06.1909"/2/false
5 hidden=true A5="a\rb"/0/false B5="0.25"/1/true C5=""/4/true D5=""/4/true E5=""/4/true
Код hidden=true formulas=false merged=[] D=false
tp_a: Анкета №1 {2 2 2 2} broken=false
area: Анкета №1 {2 2 3 3} broken=false
lost:  {0 0 0 0} broken=true
sum:  {0 0 0 0} broken=false
map[empty: technopark.inn:7700000001] links=1`

func TestBookIsReadWhole(t *testing.T) {
	b, err := workbook.Read(packed(t, parts()))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole, said(b)); diff != "" {
		t.Error(diff)
	}
	if got := b.Sheet("АНКЕТА №1").At(5, 2); got.Text != "0.25" || b.Sheet("нет") != nil || b.Sheets[0].At(4, 1).Text != "" {
		t.Errorf("B5 is %+v", got)
	}
}

// The strict form of the same has other kinds of targets, names with prefixes and days as texts.
func TestStrictFormIsTheSame(t *testing.T) {
	all := parts()
	for name, text := range all {
		text = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/custom-properties", "http://purl.oclc.org/ooxml/officeDocument/relationships/customProperties")
		text = strings.ReplaceAll(text, "http://schemas.openxmlformats.org/officeDocument/2006/", "http://purl.oclc.org/ooxml/officeDocument/")
		if strings.Contains(name, "sheet1") {
			text = strings.NewReplacer("</", "</x:", "<", "<x:").Replace(text)
			text = strings.Replace(text, `<x:c r="C2" s="1"><x:v>2000</x:v>`, `<x:c r="C2" s="1" t="d"><x:v>1909-06-23T00:00:00</x:v>`, 1)
		}
		all[name] = text
	}
	b, err := workbook.Read(packed(t, all))
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(whole, said(b)); diff != "" {
		t.Error(diff)
	}
}

func wide(name string) string {
	var out []byte
	for _, u := range utf16.Encode([]rune(name)) {
		out = append(out, byte(u), byte(u>>8))
	}
	return string(out)
}

// alone is an archive with one part, of which it says a size that may be a lie.
func alone(t *testing.T, name string, declared uint64) string {
	t.Helper()
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	p, err := w.CreateRaw(&zip.FileHeader{Name: name, Method: zip.Deflate, UncompressedSize64: declared, CompressedSize64: 2})
	if err == nil {
		_, err = p.Write([]byte{3, 0})
	}
	if err = errors.Join(err, w.Close()); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

func TestEachForeignFileHasItsWords(t *testing.T) {
	const compound = "\xD0\xCF\x11\xE0\xA1\xB1\x1A\xE1"
	good := string(packed(t, parts()))
	with := func(name, text string) string {
		all := parts()
		all[name] = text
		return string(packed(t, all))
	}
	many := map[string]string{}
	for i := range 5_001 {
		many[fmt.Sprint("xl/media/", i)] = ""
	}
	tabs := ""
	for i := range 201 {
		tabs += fmt.Sprintf(`<sheet name="%d" r:id="s2"/>`, i)
	}
	flipped := []byte(with("xl/worksheets/sheet2.xml", strings.Repeat("<row/>", 1000)))
	at := bytes.Index(flipped, []byte("xl/worksheets/sheet2.xml")) + len("xl/worksheets/sheet2.xml") + 4
	flipped[at] ^= 0x55
	for name, c := range map[string]struct{ raw, want string }{
		"xls":                {compound + wide("Workbook"), "это книга прежнего формата (.xls)"},
		"xls of 1990":        {"\x09\x04\x06\x00\x00\x00\x10\x00", "это книга прежнего формата (.xls)"},
		"doc":                {compound + wide("WordDocument"), "это документ Word"},
		"msi":                {compound, "это файл прежнего формата"},
		"encrypted":          {compound + wide("EncryptedPackage"), "книга защищена паролем"},
		"xlsb":               {alone(t, "xl/workbook.bin", 0), "это двоичная книга (.xlsb)"},
		"ods":                {string(packed(t, map[string]string{"mimetype": "", "content.xml": ""})), "это документ OpenDocument"},
		"fods":               {`<?xml version="1.0"?><office:document xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0">`, "это документ OpenDocument"},
		"html as xls":        {"\r\n<HTML xmlns:x=\"urn:schemas-microsoft-com:office:excel\"><table>", "это страница (HTML)"},
		"web archive":        {"MIME-Version: 1.0\r\nX-Document-Type: Workbook", "это страница (HTML)"},
		"xml of 2003":        {`<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">`, "это «Таблица XML 2003»"},
		"other xml":          {"\xEF\xBB\xBF<?xml version=\"1.0\"?><Файл/>", "это файл XML"},
		"pdf":                {"%PDF-1.7", "это PDF"},
		"rtf":                {`{\rtf1`, "это документ Word"},
		"docx":               {alone(t, "word/document.xml", 0), "это документ Word"},
		"pages of Apple":     {alone(t, "Index/Document.iwa", 0), "это таблица Numbers"},
		"photograph":         {"\xFF\xD8\xFF\xE0", "это картинка"},
		"rar":                {"Rar!\x1A\x07\x00", "это архив"},
		"zip":                {alone(t, "данные.csv", 0), "это архив"},
		"link":               {`{"url": "https://docs.google.com/spreadsheets/x"}`, "это ссылка на таблицу Google"},
		"zeros":              {strings.Repeat("\x00", 4096), "файл состоит из одних нулей"},
		"text":               {"Выручка;1", "это не книга Excel"},
		"cut":                {good[:len(good)-300], "у книги нет конца"},
		"cut at once":        {good[:100], "у книги нет конца"},
		"altered":            {string(flipped), "книга повреждена"},
		"bomb":               {alone(t, "xl/worksheets/sheet1.xml", 2<<30), "в распакованном виде"},
		"parts":              {string(packed(t, many)), "в книге больше 5000 частей"},
		"sheets":             {with("xl/workbook.xml", `<workbook xmlns:r="r"><sheets>`+tabs+`</sheets></workbook>`), "листов в книге больше 200"},
		"broken part":        {with("xl/worksheets/sheet1.xml", "<worksheet><row>"), "книга повреждена"},
		"lost text":          {with("xl/worksheets/sheet1.xml", `<worksheet><row><c t="s"><v>7</v></c></row></worksheet>`), "книга повреждена"},
		"cells out of order": {with("xl/worksheets/sheet1.xml", `<worksheet><row><c r="B1"><v>7</v></c><c r="A1"><v>7</v></c></row></worksheet>`), "книга повреждена"},
		"lost sheet":         {with("xl/workbook.xml", `<workbook xmlns:r="r"><sheets><sheet name="x" r:id="no"/></sheets></workbook>`), "книга повреждена"},
		"external entities":  {with("xl/worksheets/sheet1.xml", `<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet><row><c t="inlineStr"><is><t>&a;</t></is></c></row></worksheet>`), "книга повреждена"},
		"too wide":           {with("xl/worksheets/sheet1.xml", `<worksheet><row><c r="XFD1"><v>7</v></c></row></worksheet>`), "лист «Анкета №1»: в строке 1 занят столбец XFD"},
	} {
		_, err := workbook.Read([]byte(c.raw))
		var r *app.Refusal
		if !errors.As(err, &r) {
			t.Errorf("%s: %v is no refusal", name, err)
			continue
		}
		words, _ := r.Data["Reason"].(app.Text)
		if !strings.HasPrefix(words.RU, c.want) || words.In(app.EN) == words.RU {
			t.Errorf("%s: %v", name, words)
		}
	}
	if _, err := workbook.Read(nil); !errors.Is(err, app.ErrEmptyFile) {
		t.Errorf("an empty file: %v", err)
	}
}

// What is not changed is copied byte by byte, and what is added is there.
func TestPackKeepsTheRest(t *testing.T) {
	raw := packed(t, parts())
	a, err := workbook.Open(raw)
	if err != nil {
		t.Fatal(err)
	}
	again, err := a.Pack(map[string][]byte{"xl/worksheets/sheet2.xml": []byte("<worksheet/>")}, []string{"docprops/custom.xml"}, workbook.Part{Name: "xl/new.xml", Content: []byte("<a/>")})
	if err != nil {
		t.Fatal(err)
	}
	b, err := workbook.Open(again)
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range parts() {
		name = workbook.PartName(name)
		switch name {
		case "xl/worksheets/sheet2.xml":
			want = "<worksheet/>"
		case "docprops/custom.xml":
			if b.Has(name) {
				t.Error("what was left out is there")
			}
			continue
		}
		if got, err := b.Part(name); err != nil || string(got) != want {
			t.Errorf("%s is %q, %v", name, got, err)
		}
	}
	if got, err := b.Part("xl/new.xml"); err != nil || string(got) != "<a/>" {
		t.Errorf("what was added is %q, %v", got, err)
	}
}

// FuzzRead: whatever the bytes are, they are a book or refused in words.
func FuzzRead(f *testing.F) {
	f.Add(packed(f, parts()))
	f.Add([]byte("PK\x03\x04"))
	f.Fuzz(func(t *testing.T, raw []byte) {
		if _, err := workbook.Read(raw); err != nil {
			if _, said := app.Refused(err); !said {
				t.Fatalf("%v is not put into words", err)
			}
		}
	})
}

// FuzzParts: so are a sheet, a list of sheets and properties, whatever archive they come in.
func FuzzParts(f *testing.F) {
	p := parts()
	f.Add(p["xl/worksheets/sheet1.xml"], p["xl/workbook.xml"], p["docProps/custom.xml"], p["xl/sharedStrings.xml"], p["xl/styles.xml"])
	f.Fuzz(func(t *testing.T, sheet, list, custom, texts, looks string) {
		all := parts()
		all["xl/worksheets/sheet1.xml"], all["xl/workbook.xml"], all["docProps/custom.xml"], all["xl/sharedStrings.xml"], all["xl/styles.xml"] = sheet, list, custom, texts, looks
		b, err := workbook.Read(packed(t, all))
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
