package attach_test

import (
	"bytes"
	"compress/zlib"
	"fmt"
	"os"
	"strings"
	"testing"

	"technopark/reports/attach"
)

// TestLabelHidesNothing looks for what stands in the corner under the label.
func TestLabelHidesNothing(t *testing.T) {
	for turn, corner := range map[int]string{0: "535 782", 90: "0 782", 180: "0 0", 270: "535 0"} {
		data := raw(fmt.Sprintf("%s/Rotate %d", box, turn), "0 g "+corner+" 60 60 re f")
		img := seen(t, document(attach.PDF, data))
		b := img.Bounds()
		if got := at(img, 1-25/float64(b.Dx()), 32.5/float64(b.Dy())); got != "black" {
			t.Errorf("turned by %d: the corner is %s", turn, got)
		}
	}
}

// TestPagesThatShareANoteHaveItInItsPlace, and a page that stands twice has it twice.
func TestPagesThatShareANoteHaveItInItsPlace(t *testing.T) {
	note := "<</Type/Annot/Subtype/Square/F 4/Rect[200 300 400 500]/AP<</N 7 0 R>>>>"
	look := "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 16>>stream\n1 0 0 rg 0 0 9 9 re f\nendstream"
	data := raw("/MediaBox[0 0 1190 1684]/Annots[6 0 R]", hello, note, strings.Replace(look, "16", "21", 1))
	path, placed := appended(t, document(attach.PDF, change(change(data, "/Kids[3 0 R]", "/Kids[3 0 R 3 0 R]"), "/Count 1", "/Count 2")))
	if placed[0].Sheets != 2 || placed[0].How != attach.AsPages {
		t.Fatalf("%+v", placed[0])
	}
	for _, page := range []string{"3", "4"} {
		if got := at(drawn(t, path, page), 0.27, 0.75); got != "red" {
			t.Errorf("sheet %s: its place is %s", page, got)
		}
	}
}

// TestDrawnPagesHaveTheirNotes: a stamp must not be lost with the pages it is on.
func TestDrawnPagesHaveTheirNotes(t *testing.T) {
	stamp := "<</Type/Annot/Subtype/Stamp/F 4/Rect[200 400 400 600]/AP<</N 7 0 R>>>>"
	look := "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 21>>stream\n1 0 0 rg 0 0 9 9 re f\nendstream"
	data := change(raw(box+"/Annots[6 0 R]", hello, stamp, look), "/BaseFont/Helvetica", "/BaseFont/Helvetica/Encoding 5") // which the library refuses
	path, placed := appended(t, document(attach.PDF, data))
	if placed[0].How != attach.AsPictures {
		t.Fatalf("came as %s", placed[0].How)
	}
	if got := at(drawn(t, path, "3"), 0.5, 0.4); got != "red" {
		t.Errorf("in place of the stamp is %s", got)
	}
	page, err := attach.Page(data, 0, 36)
	if err != nil || at(page, 0.5, 0.4) != "red" {
		t.Errorf("looked at, %s is in place of the stamp; %v", at(page, 0.5, 0.4), err)
	}
}

func TestHiddenLayersStayHidden(t *testing.T) {
	for how, want := range map[string]string{"": "red", "/OFF[6 0 R]": "white", "/BaseState/OFF": "white"} {
		if got := at(seen(t, document(attach.PDF, layered(how))), 0.5, 0.4); got != want {
			t.Errorf("%q: its place is %s, want %s", how, got, want)
		}
	}
}

// TestFieldsOfSeveralFormsKeepTheirLooks: the viewer must not make them anew with the
// fonts of the first form.
func TestFieldsOfSeveralFormsKeepTheirLooks(t *testing.T) {
	form := func(colour string) []byte {
		field := "<</Type/Annot/Subtype/Widget/FT/Tx/F 4/T(name)/V(x)/DA(/Odd 9 Tf)/Rect[200 400 400 600]/AS/On/AP<</N<</On 7 0 R/Off 8 0 R>>>>>>"
		look := "<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Length 21>>stream\n" + colour + " rg 0 0 9 9 re f\nendstream"
		return change(raw(box+"/Annots[6 0 R]", hello, field, look, strings.Replace(look, colour, "0 1 0", 1)),
			"/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[6 0 R]/NeedAppearances true>>")
	}
	path, placed := appended(t, document(attach.PDF, form("1 0 0")), document(attach.PDF, form("0 0 1")))
	for i, want := range []string{"red", "blue"} {
		if got := at(drawn(t, path, fmt.Sprint(placed[i].First)), 0.5, 0.4); got != want || placed[i].How != attach.AsPages {
			t.Errorf("form %d, as %s: its field is %s, want %s", i+1, placed[i].How, got, want)
		}
	}
	data, err := os.ReadFile(path)
	if err != nil || bytes.Contains(data, []byte("AcroForm")) {
		t.Errorf("a form is left; %v", err)
	}
}

// TestPageThatUnpacksToTooMuchIsNotTakenApart, once or on many pages.
func TestPageThatUnpacksToTooMuchIsNotTakenApart(t *testing.T) {
	for size, kids := range map[int]string{130 << 20: "3 0 R", 30 << 20: "3 0 R 3 0 R 3 0 R 3 0 R 3 0 R"} {
		var packed bytes.Buffer
		z := zlib.NewWriter(&packed)
		z.Write(bytes.Repeat([]byte("          "), size/10))
		z.Close()
		data := change(raw(box, packed.String()), fmt.Sprintf("<</Length %d>>", packed.Len()), fmt.Sprintf("<</Length %d/Filter/FlateDecode>>", packed.Len()))
		data = change(change(data, "/Kids[3 0 R]", "/Kids["+kids+"]"), "/Count 1", fmt.Sprintf("/Count %d", strings.Count(kids, "R")))
		if p := prepared(t, document(attach.PDF, data)); p.How == attach.AsPages {
			t.Errorf("%d bytes on %s came as pages", size, kids)
		}
	}
}
