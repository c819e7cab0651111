package attach_test

import (
	"bytes"
	"compress/zlib"
	"context"
	"fmt"
	"image"
	"image/color"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"golang.org/x/image/tiff"

	"technopark/reports/attach"
)

// raw writes a PDF of one page: its entries besides the usual, its content, and more
// objects, numbered from 6.
func raw(page, content string, more ...string) []byte {
	objects := append([]string{
		"<</Type/Catalog/Pages 2 0 R>>",
		"<</Type/Pages/Kids[3 0 R]/Count 1/Resources<</Font<</F 5 0 R>>>>>>",
		"<</Type/Page/Parent 2 0 R/Contents 4 0 R" + page + ">>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(content), content),
		"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
	}, more...)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	xref := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, xref)
	return b.Bytes()
}

const (
	box   = "/MediaBox[0 0 595.28 841.89]"
	hello = "BT /F 40 Tf 100 400 Td (word) Tj ET"
)

// qpdf makes one PDF out of another.
func qpdf(t *testing.T, data []byte, arguments ...string) []byte {
	t.Helper()
	dir := t.TempDir()
	in, out := filepath.Join(dir, "in.pdf"), filepath.Join(dir, "out.pdf")
	if err := os.WriteFile(in, data, 0o600); err != nil {
		t.Fatal(err)
	}
	if said, err := exec.Command("qpdf", append(arguments, in, out)...).CombinedOutput(); err != nil {
		t.Fatalf("qpdf %v: %v\n%s", arguments, err, said)
	}
	made, err := os.ReadFile(out)
	if err != nil {
		t.Fatal(err)
	}
	return made
}

func change(data []byte, from, to string) []byte {
	if !bytes.Contains(data, []byte(from)) {
		panic("nothing to change: " + from)
	}
	return bytes.ReplaceAll(data, []byte(from), []byte(to))
}

// emptyPDF has no pages at all.
func emptyPDF(t *testing.T) []byte {
	t.Helper()
	path := filepath.Join(t.TempDir(), "empty.pdf")
	if out, err := exec.Command("qpdf", "--empty", path).CombinedOutput(); err != nil {
		t.Fatalf("qpdf: %v\n%s", err, out)
	}
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	return data
}

// pictured is a page with a picture of eight by eight dots on it.
func pictured(filter, data string) []byte {
	picture := fmt.Sprintf("<</Type/XObject/Subtype/Image/Width 8/Height 8/BitsPerComponent 8/ColorSpace/DeviceRGB/Filter%s/Length %d>>stream\n%s\nendstream", filter, len(data), data)
	return raw(box+"/Resources<</Font<</F 5 0 R>>/XObject<</I 6 0 R>>>>", hello+" q 90 0 0 90 100 100 cm /I Do Q", picture)
}

// layered is a page with a layer, shown or not.
func layered(how string) []byte {
	data := raw(box+"/Resources<</Font<</F 5 0 R>>/Properties<</L 6 0 R>>>>", hello+" /OC/L BDC 1 0 0 rg 200 400 200 200 re f EMC", "<</Type/OCG/Name(draft)>>")
	return change(data, "/Type/Catalog", "/Type/Catalog/OCProperties<</OCGs[6 0 R]/D<<"+how+"/Order[6 0 R]>>>>")
}

// inTrailer writes how a document is encrypted into its trailer, where the library does
// not look.
func inTrailer(data []byte) []byte {
	at := regexp.MustCompile(`/Encrypt (\d+) 0 R`).FindSubmatch(data)
	how := regexp.MustCompile(`(?s)\n` + string(at[1]) + ` 0 obj\n(.*?)\nendobj`).FindSubmatch(data)
	return bytes.Replace(data, at[0], slices.Concat([]byte("/Encrypt "), how[1]), 1)
}

type odd struct {
	name, size string // of the sheet, when it matters
	data       []byte
	how        attach.How
}

func oddPDFs(t *testing.T) []odd {
	plain := raw(box, hello)
	locked := func(user, owner string) []byte { return qpdf(t, plain, "--encrypt", user, owner, "256", "--") }
	body, _, _ := bytes.Cut(plain, []byte("xref"))
	photo := string(encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewRGBA(image.Rect(0, 0, 8, 8)), nil) }))
	var squeezed bytes.Buffer
	z := zlib.NewWriter(&squeezed)
	z.Write(bytes.Repeat([]byte("abcdefgh"), 24))
	z.Close()
	packed := squeezed.String()
	upright, lying := "595.28 x 841.89", "841.89 x 595.28"
	return []odd{
		{"plain", upright, plain, attach.AsPages},
		{"turned by 90", lying, raw(box+"/Rotate 90", hello), attach.AsPages},
		{"turned by 180", upright, raw(box+"/Rotate 180", hello), attach.AsPages},
		{"turned by 270", lying, raw(box+"/Rotate 270", hello), attach.AsPages},
		{"turned by minus 90", lying, raw(box+"/Rotate -90", hello), attach.AsPages},
		{"turned by 450", lying, raw(box+"/Rotate 450", hello), attach.AsPages},
		{"A3 lying", lying, raw("/MediaBox[0 0 1190 842]", hello), attach.AsPages},
		{"A3 upright, turned", lying, raw("/MediaBox[0 0 842 1190]/Rotate 90", hello), attach.AsPages},
		{"letter", upright, raw("/MediaBox[0 0 612 792]", hello), attach.AsPages},
		{"a receipt", upright, raw("/MediaBox[0 0 200 500]", "BT /F 20 Tf 20 200 Td (word) Tj ET"), attach.AsPages},
		{"a drawing of A0", upright, raw("/MediaBox[0 0 2384 3370]", hello), attach.AsPages},
		{"origin elsewhere", upright, raw("/MediaBox[-100 -200 495.28 641.89]", "BT /F 40 Tf 0 0 Td (word) Tj ET"), attach.AsPages},
		{"corners swapped", upright, raw("/MediaBox[595.28 841.89 0 0]", hello), attach.AsPages},
		{"cropped", upright, raw(box+"/CropBox[50 300 350 700]", hello), attach.AsPages},
		{"cropped outside", upright, raw(box+"/CropBox[1000 1000 2000 2000]", hello), attach.AsPages},
		{"units of an inch", upright, raw("/MediaBox[0 0 8.27 11.69]/UserUnit 72", "BT /F 1 Tf 2 5 Td (word) Tj ET"), attach.AsPages},
		{"inherited box", upright, change(raw("", hello), "/Count 1", "/Count 1/MediaBox[0 0 595.28 841.89]"), attach.AsPages},
		{"no box at all", "", raw("", hello), ""},
		{"no content", upright, change(raw(box, hello), "/Contents 4 0 R", ""), attach.AsPages},
		{"content in pieces", upright, change(raw(box, hello, "<</Length 1>>stream\n \nendstream"), "/Contents 4 0 R", "/Contents[6 0 R 4 0 R]"), attach.AsPages},
		{"content that leaves its state", upright, raw(box, hello+" q 0.1 0 0 0.1 0 0 cm"), attach.AsPages},
		{"content that restores too much", upright, raw(box, "Q Q "+hello), attach.AsPages},
		{"annotation", upright, raw("/MediaBox[0 0 1190 1684]/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Square/Rect[100 100 300 300]/C[1 0 0]>>"), attach.AsPages},
		{"link", upright, raw(box+"/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Link/Rect[0 0 9 9]/A<</S/URI/URI(http://example.org)>>>>"), attach.AsPages},
		{"a form to fill in", upright, change(raw(box+"/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/V(x)/DA(/F 9 Tf)/Rect[9 9 99 30]>>"), "/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[6 0 R]>>"), attach.AsPictures},
		{"a form that is empty", upright, change(raw(box+"/Annots[6 0 R]", hello, "<</Type/Annot/Subtype/Widget/FT/Tx/T(name)/DA(/F 9 Tf)/Rect[9 9 99 30]>>"), "/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[6 0 R]>>"), attach.AsPages},
		{"a form the viewer makes", "", change(raw(box, hello), "/Type/Catalog", "/Type/Catalog/NeedsRendering true"), attach.AsApart},
		{"layers", upright, layered(""), attach.AsPages},
		{"a hidden layer", "", layered("/OFF[6 0 R]"), attach.AsPictures},
		{"opens a program", upright, change(raw(box, hello), "/Type/Catalog", "/Type/Catalog/OpenAction<</S/JavaScript/JS(app.alert\\(1\\))>>"), attach.AsPages},
		{"transparency", upright, raw(box+"/Group<</S/Transparency/CS/DeviceRGB>>", hello), attach.AsPages},
		{"an old version", upright, change(raw(box, hello), "%PDF-1.7", "%PDF-1.2"), attach.AsPages},
		{"version 2.0", upright, change(raw(box, hello), "%PDF-1.7", "%PDF-2.0"), attach.AsPages},
		{"words before the header", "", append([]byte("From: bank\n\n"), plain...), ""},
		{"words after the end", upright, append(bytes.Clone(plain), "\n\n<html>"...), attach.AsPages},
		{"no cross-reference table", "", body, ""},
		{"cross-reference elsewhere", "", change(plain, "startxref\n", "startxref\n9"), ""},
		{"object streams", upright, qpdf(t, plain, "--object-streams=generate"), attach.AsPages},
		{"made for the network", upright, qpdf(t, plain, "--linearize"), attach.AsPages},
		{"only the owner's password", upright, locked("", "secret"), attach.AsPages},
		{"a password to open", "", locked("secret", "secret"), attach.AsApart},
		{"a font that is not there", upright, change(raw(box, hello), "/F 5 0 R", "/F 99 0 R"), ""},
		{"a length that is wrong", "", change(raw(box, hello), fmt.Sprintf("/Length %d", len(hello)), "/Length 5000"), ""},
		{"a stream that does not unpack", "", change(raw(box, hello), fmt.Sprintf("<</Length %d>>", len(hello)), fmt.Sprintf("<</Length %d/Filter/FlateDecode>>", len(hello))), attach.AsPictures},
		{"pages in a circle", "", change(raw(box, hello), "/Kids[3 0 R]", "/Kids[2 0 R]"), attach.AsApart},
		{"a count that lies", "", change(raw(box, hello), "/Count 1", "/Count 7"), ""},
		{"no pages", "", change(change(raw(box, hello), "/Kids[3 0 R]", "/Kids[]"), "/Count 1", "/Count 0"), attach.AsApart},
		{"nothing but a catalogue", "", emptyPDF(t), attach.AsApart},
		{"cut in half", "", plain[:len(plain)/2], ""},
		{"only the header", "", []byte("%PDF-1.7\n"), attach.AsApart},
		{"a picture that breaks off", upright, pictured("/FlateDecode", packed[:len(packed)-9]), attach.AsPages},
		{"a picture with nothing in it", upright, pictured("/FlateDecode", ""), attach.AsPages},
		{"a photograph with more behind it", upright, pictured("/DCTDecode", photo+"SEFT\x00\x01"), attach.AsPages},
		{"a photograph without an end", upright, pictured("/DCTDecode", photo[:len(photo)-2]), attach.AsPages},
		{"a photograph that is none", "", pictured("/DCTDecode", "www"), attach.AsPictures},
		{"a page that stands twice", upright, change(change(raw(box, hello), "/Kids[3 0 R]", "/Kids[3 0 R 3 0 R]"), "/Count 1", "/Count 2"), attach.AsPages},
		{"an encryption in the trailer", "", inTrailer(locked("secret", "secret")), attach.AsApart},
		{"noise", "", append([]byte("%PDF-1.7\n"), bytes.Repeat([]byte("\x00\xff<<[("), 3000)...), attach.AsApart},
	}
}

// TestOddPDFsNeverStopAPackage puts them one by one behind a package, and all together.
func TestOddPDFsNeverStopAPackage(t *testing.T) {
	all := oddPDFs(t)
	var docs []attach.Document
	for _, o := range all {
		docs = append(docs, document(attach.PDF, o.data))
		t.Run(o.name, func(t *testing.T) {
			path, placed := appended(t, document(attach.PDF, o.data))
			p := placed[0]
			if o.how != "" && p.How != o.how {
				t.Errorf("came as %s (%v), want %s", p.How, p.Why, o.how)
			}
			if (p.How == attach.AsPages) != (p.Why == nil) {
				t.Errorf("came as %s because of %v", p.How, p.Why)
			}
			if got := pageSize(t, path, p.First); o.size != "" && !near(got, o.size) {
				t.Errorf("the sheet is %s, want %s", got, o.size)
			}
			text := textOf(t, path, p.First)
			if !strings.Contains(text, "Приложение 1, л. 1") {
				t.Errorf("no label: %q", text)
			}
			if o.how == attach.AsPages && o.name != "no content" && !strings.Contains(text, "word") {
				t.Errorf("its words are lost: %q", text)
			}
			if p.How == attach.AsApart && !strings.Contains(text, "приложен отдельно") {
				t.Errorf("nothing is said of it: %q", text)
			}
		})
	}
	_, placed := appended(t, docs...)
	if len(placed) != len(all) {
		t.Errorf("%d of %d", len(placed), len(all))
	}
}

// near forgives the rounding of millimetres to points.
func near(got, want string) bool {
	var a, b, c, d float64
	fmt.Sscanf(got, "%f x %f", &a, &b)
	fmt.Sscanf(want, "%f x %f", &c, &d)
	return a-c < 0.1 && c-a < 0.1 && b-d < 0.1 && d-b < 0.1
}

// striped is a picture whose left third is black.
func striped(w, h int) *image.NRGBA {
	img := image.NewNRGBA(image.Rect(0, 0, w, h))
	for i := range img.Pix {
		img.Pix[i] = 255
	}
	for x := range w / 3 {
		for y := range h {
			img.Set(x, y, color.Black)
		}
	}
	return img
}

func encoded(t *testing.T, write func(*bytes.Buffer) error) []byte {
	t.Helper()
	var b bytes.Buffer
	if err := write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestPicturesBecomeSheets(t *testing.T) {
	img := striped(300, 200)
	deep := image.NewNRGBA64(image.Rect(0, 0, 20, 30))
	thin := image.NewPaletted(image.Rect(0, 0, 40, 60), color.Palette{color.White, color.Black})
	bilevel := encoded(t, func(b *bytes.Buffer) error { return tiff.Encode(b, thin, &tiff.Options{Compression: tiff.Deflate}) })
	for _, c := range []struct {
		name, kind, size string
		data             []byte
	}{
		{"png", attach.PNG, "841.89 x 595.28", encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, img) })},
		{"png of 16 bits with nothing on it", attach.PNG, "595.28 x 841.89", encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, deep) })},
		{"png with a palette", attach.PNG, "595.28 x 841.89", encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, thin) })},
		{"jpeg", attach.JPEG, "841.89 x 595.28", encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) })},
		{"grey jpeg", attach.JPEG, "595.28 x 841.89", encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, image.NewGray(thin.Rect), nil) })},
		{"tiff", attach.TIFF, "595.28 x 841.89", bilevel},
	} {
		t.Run(c.name, func(t *testing.T) {
			info, err := attach.Inspect(context.Background(), "x", c.data)
			if err != nil || info.Kind != c.kind || info.Pages != 1 {
				t.Fatalf("%+v, %v", info, err)
			}
			path, placed := appended(t, document(c.kind, c.data))
			if placed[0].How != attach.AsPages || !near(pageSize(t, path, 3), c.size) {
				t.Errorf("%+v on %s", placed[0], pageSize(t, path, 3))
			}
		})
	}
}

func TestInspectRefuses(t *testing.T) {
	for _, c := range []struct {
		name string
		data []byte
		want error
	}{
		{"a.pdf", nil, attach.ErrEmpty},
		{"a.exe", []byte("MZ\x90\x00"), attach.ErrUnknown},
		{"a.zip", []byte("PK\x03\x04"), attach.ErrUnknown},
		{"a.pdf", emptyPDF(t), attach.ErrNoPages},
		{"a.png", []byte("\x89PNG\r\n\x1a\nnothing"), attach.ErrDamaged},
		{"a.pdf", []byte("%PDF-1.7\nnothing"), attach.ErrDamaged},
		{"a.tif", []byte("II*\x00\x08\x00\x00\x00"), attach.ErrDamaged},
		{"a.pdf", qpdf(t, raw(box, hello), "--encrypt", "secret", "secret", "256", "--"), attach.ErrEncrypted},
		{"a.pdf", inTrailer(qpdf(t, raw(box, hello), "--encrypt", "secret", "secret", "256", "--")), attach.ErrEncrypted},
		{"a.pdf", make([]byte, attach.MaxBytes+1), attach.ErrTooBig},
	} {
		if _, err := attach.Inspect(context.Background(), c.name, c.data); !isError(err, c.want) {
			t.Errorf("%s, %d bytes: %v, want %v", c.name, len(c.data), err, c.want)
		}
	}
}
