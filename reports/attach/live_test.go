package attach_test

import (
	"bytes"
	"fmt"
	"maps"
	"os"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/types"

	"technopark/reports/attach"
)

// liveFiles are PDFs whose page says «word» and does something besides.
func liveFiles() map[string][]byte {
	const look = "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 0/A<</S/Launch/F(x)>>>>stream\n\nendstream"
	note := func(entries string, more ...string) []byte {
		return raw(box+"/Annots[6 0 R]", hello, append([]string{"<</Type/Annot/Rect[9 9 99 30]" + entries + ">>"}, more...)...)
	}
	files := map[string][]byte{
		"open action":   change(raw(box, hello), "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>/AA<</WC<</S/JavaScript/JS(1)>>>>"),
		"page action":   raw(box+"/AA<</O<</S/JavaScript/JS(1)>>/C 6 0 R>>", hello, "<</S/Launch/F(calc.exe)>>"),
		"names":         change(raw(box, hello), "/Type/Catalog", "/Type/Catalog/Names<</JavaScript<</Names[(a)<</S/JavaScript/JS(1)>>]>>/EmbeddedFiles<</Names[(evil.exe)<</Type/Filespec/F(evil.exe)>>]>>>>"),
		"launch":        note("/Subtype/Link/A<</S/Launch/Win<</F(calc.exe)>>/F(calc.exe)>>"),
		"launch, next":  note("/Subtype/Link/A<</S/URI/URI(http://example.com/)/Next<</S/Launch/F(calc.exe)>>>>"),
		"to a program":  note("/Subtype/Link/A<</S/URI/URI(file:///c:/windows/calc.exe)>>"),
		"a script":      note("/Subtype/Link/A<</S/URI/URI(javascript:alert\\(1\\))>>"),
		"another file":  note("/Subtype/Link/A<</S/GoToR/F(//host/share/a.pdf)/D[0/Fit]>>"),
		"inside a file": note("/Subtype/Link/A<</S/GoToE/T<</R/C/N(a)>>/D[0/Fit]>>"),
		"script":        note("/Subtype/Link/A 7 0 R", "<</Type/Action/S/JavaScript/JS 8 0 R>>", streamOf("", []byte("app.alert(1)"))),
		"sound":         note("/Subtype/Sound/Sound 7 0 R/AP<</N 8 0 R>>", streamOf("/Type/Sound/R 8000", []byte("x")), look),
		"movie":         note("/Subtype/Movie/Movie<</F(a.avi)>>/A true"),
		"screen":        note("/Subtype/Screen/A<</S/Rendition/R<</S/MR>>>>/AA<</PO<</S/JavaScript/JS(1)>>>>/AP<</N 7 0 R>>", look),
		"rich media":    note("/Subtype/RichMedia/RichMediaContent<</Assets<</Names[(a.swf)7 0 R]>>>>", "<</Type/Filespec/F(a.swf)/EF<</F 8 0 R>>>>", streamOf("/Type/EmbeddedFile", []byte("x"))),
		"attachment":    note("/Subtype/FileAttachment/FS<</Type/Filespec/F(evil.exe)/EF<</F 7 0 R>>>>/AP<</N 8 0 R>>", streamOf("/Type/EmbeddedFile", []byte("MZ")), look),
		"3D":            note("/Subtype/3D/3DD 7 0 R/AP<</N 8 0 R>>", streamOf("/Type/3D/Subtype/U3D/OnInstantiate 8 0 R", []byte("x")), look),
		"form":          change(note("/Subtype/Widget/FT/Btn/T(a)/A<</S/SubmitForm/F(http://host/)>>/AA<</K<</S/JavaScript/JS(1)>>>>/AP<</N 7 0 R>>", look), "/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[6 0 R]/XFA 7 0 R>>"),
		"import":        note("/Subtype/Link/A<</S/ImportData/F(a.fdf)>>/PA<</S/URI/URI(http://host/)>>"),
		"in a note":     note("/Subtype/Text/Contents(a)/RC(b)/AA<</E<</S/JavaScript/JS(1)>>>>/Popup 7 0 R", "<</Type/Annot/Subtype/Popup/Rect[0 0 9 9]/Parent 6 0 R/AA<</O<</S/JavaScript/JS(1)>>>>>>"),
		"in a picture":  raw(box+"/Resources<</Font<</F 5 0 R>>/XObject<</JS 6 0 R/A 7 0 R>>>>", hello+" /JS Do /A Do", look, streamOf("/Type/XObject/Subtype/Form/BBox[0 0 9 9]/OPI<</2.0<</F(//host/a)>>>>/Ref<</F(//host/a.pdf)/Page 0>>/AF[8 0 R]", nil), "<</Type/Filespec/F(a)/EF<</F 7 0 R>>>>"),
		"in properties": raw(box+"/Resources<</Font<</F 5 0 R>>/Properties<</P<</X<</S/Launch/F(a)>>/Y[<</S/JavaScript/JS(1)>> 6 0 R]>>>>>>", hello+" /Z /P DP", "<</Z<</S/SubmitForm/F(http://host/)>>>>"),
		"outside":       raw(box+"/Resources<</Font<</F 5 0 R>>/XObject<</A 6 0 R>>>>", hello+" /A Do", "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/F(//host/share/x)/Length 0>>stream\n\nendstream"),
		"postscript":    raw(box+"/Resources<</Font<</F 5 0 R>>/XObject<</A 6 0 R>>>>", hello+" /A Do", streamOf("/Type/XObject/Subtype/PS", []byte("(x) run"))),
		"out of reach":  raw(box+"/B 6 0 R/PieceInfo 6 0 R/Metadata 7 0 R", hello, "<</X<</S/Launch/F(a)>>>>", streamOf("/AA<</O<</S/JavaScript/JS(1)>>>>", nil)),
	}
	return files
}

// forbidden are what a package must not have in any object.
var forbidden = regexp.MustCompile(`/(Launch|JavaScript|JS|SubmitForm|ImportData|GoToR|GoToE|ResetForm|Rendition|Movie|Sound|RichMedia\w*|FileAttachment|3D\w*|AA|OpenAction|XFA|AcroForm|OPI|Win|Screen|PS|Popup|PA)[^\w]`)

// Pages keep their words and lose whatever acts; of links only those into the network stay.
func TestNothingLiveTravels(t *testing.T) {
	files := liveFiles()
	var docs []attach.Document
	names := slices.Sorted(maps.Keys(files))
	for _, name := range names {
		docs = append(docs, document(attach.PDF, files[name]))
	}
	path, placed := appended(t, docs...)
	for i, name := range names {
		if placed[i].How != attach.AsPages || !strings.Contains(textOf(t, path, placed[i].First), "word") {
			t.Errorf("%s: %s (%v), %q", name, placed[i].How, placed[i].Why, textOf(t, path, placed[i].First))
		}
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	ctx, err := api.ReadContext(bytes.NewReader(data), model.NewDefaultConfiguration())
	if err != nil {
		t.Fatal(err)
	}
	for n, entry := range ctx.Table {
		o := entry.Object
		if sd, ok := o.(types.StreamDict); ok {
			o = sd.Dict
			if _, outside := sd.Dict["F"]; outside {
				t.Errorf("object %d: its content is in a file", n)
			}
		}
		if o == nil {
			continue
		}
		said := o.String()
		if found := forbidden.FindString(strings.ReplaceAll(said, "/XObject<</JS", "")); found != "" {
			t.Errorf("object %d has %s: %.300s", n, found, said)
		}
		if strings.Contains(said, "Filespec") || strings.Contains(said, "EmbeddedFile") {
			t.Errorf("object %d is a file: %.300s", n, said)
		}
	}
	for _, word := range []string{"calc.exe", "evil", "app.alert", "//host"} {
		if bytes.Contains(data, []byte(word)) {
			t.Errorf("the package has %q", word)
		}
	}
}

func TestLinksIntoTheNetworkStay(t *testing.T) {
	sheets := prepared(t, document(attach.PDF, raw(box+"/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Link/Rect[9 9 99 30]/A<</S/URI/URI(https://example.com/a)>>>>"))).InMemory()
	if want := fmt.Sprintf("/S/URI/URI <%x>", "https://example.com/a"); !bytes.Contains(bytes.ReplaceAll(sheets, []byte("/S /URI"), []byte("/S/URI")), []byte(want)) {
		t.Errorf("no %s in\n%.3000q", want, sheets)
	}
}
