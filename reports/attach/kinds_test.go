package attach_test

import (
	"archive/zip"
	"bytes"
	"context"
	"image"
	"image/color"
	"image/jpeg"
	"strings"
	"testing"

	"technopark/reports/attach"
)

// archive is a zip file with the given names in it.
func archive(t *testing.T, names ...string) []byte {
	t.Helper()
	var b bytes.Buffer
	z := zip.NewWriter(&b)
	for _, name := range names {
		if _, err := z.Create(name); err != nil {
			t.Fatal(err)
		}
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

// A file is damaged only where it is, and an office file only where it is one to its end.
func TestFilesAreCalledWhatTheyAre(t *testing.T) {
	locked := func(user string) []byte { return qpdf(t, raw(box, hello), "--encrypt", user, "secret", "256", "--") }
	word := archive(t, "[Content_Types].xml", "word/document.xml")
	for name, c := range map[string]struct {
		file string
		data []byte
		kind string
		err  error
	}{
		"word":              {"a.docx", word, attach.Office, nil},
		"word, cut":         {"a.docx", word[:len(word)/2], "", attach.ErrDamaged},
		"an archive":        {"a.docx", archive(t, "evil.exe"), "", attach.ErrDamaged},
		"open document":     {"a.odt", archive(t, "mimetype", "content.xml"), attach.Office, nil},
		"old word, cut":     {"a.doc", []byte("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"), "", attach.ErrDamaged},
		"rich text":         {"a.rtf", []byte("{\\rtf1 a}\r\n"), attach.Office, nil},
		"rich text, cut":    {"a.rtf", []byte("{\\rtf1 a"), "", attach.ErrDamaged},
		"no pages":          {"a.pdf", change(change(raw(box, hello), "/Kids[3 0 R]", "/Kids[]"), "/Count 1", "/Count 0"), attach.PDF, attach.ErrNoPages},
		"packed by brotli":  {"a.pdf", packedPage("/Filter/BrotliDecode", []byte("\x0b\x02\x80abc\x03")), attach.PDF, nil},
		"locked by nothing": {"a.pdf", locked(""), attach.PDF, nil},
		"locked":            {"a.pdf", locked("secret"), attach.PDF, attach.ErrEncrypted},
	} {
		t.Run(name, func(t *testing.T) {
			info, err := attach.Inspect(context.Background(), c.file, c.data)
			if info.Kind != c.kind || !isError(err, c.err) {
				t.Errorf("%q, %v", info.Kind, err)
			}
		})
	}
}

// A photograph that breaks off is shown as viewers show it: what there is of it.
func TestPhotographThatBreaksOffIsShown(t *testing.T) {
	img := image.NewRGBA(image.Rect(0, 0, 200, 200))
	for i := range 200 * 200 {
		img.Set(i%200, i/200, color.RGBA{uint8(i), uint8(i / 7), 90, 255})
	}
	var b bytes.Buffer
	if err := jpeg.Encode(&b, img, nil); err != nil {
		t.Fatal(err)
	}
	half := b.Bytes()[:b.Len()*2/3]
	info, err := attach.Inspect(context.Background(), "a.jpg", half)
	if err != nil || info.Pages != 1 {
		t.Fatalf("%+v, %v", info, err)
	}
	if p := prepared(t, document(attach.JPEG, half)); p.How != attach.AsPages || p.Sheets != 1 {
		t.Errorf("%s, %v", p.How, p.Why)
	}
	if info, err := attach.Inspect(context.Background(), "a.jpg", b.Bytes()[:30]); !isError(err, attach.ErrDamaged) {
		t.Errorf("a head alone: %+v, %v", info, err)
	}
}

func TestCutOffIsSeen(t *testing.T) {
	data := paper(t, a4, a4)
	if attach.CutOff(data) || attach.CutOff(append(bytes.Clone(data), strings.Repeat("\x00", 3000)...)) {
		t.Error("a whole file")
	}
	if !attach.CutOff(data[:len(data)*2/3]) {
		t.Error("a file cut off")
	}
}
