package attach_test

import (
	"image"
	"slices"
	"testing"

	"technopark/app"
	"technopark/reports/attach"
)

// russian is a page of Russian text in a font that is not in the file: its letters are named
// as programs for Windows name them. Nothing of it is Latin.
func russian(font string) []byte {
	const names = "/Encoding<</Differences[193/afii10018/afii10019 224/afii10065/afii10066/afii10067]>>"
	data := raw(box, "BT /F 40 Tf 100 400 Td <C1C2E0E1E2> Tj ET")
	return change(data, "/Subtype/Type1/BaseFont/Helvetica", font+names)
}

// numbered is a page of text in a font that is not in the file and whose letters have only
// numbers.
func numbered(base, encoding, ordering string) []byte {
	data := raw(box, "BT /F 40 Tf 100 400 Td <628067AF> Tj ET",
		"<</Type/Font/Subtype/CIDFontType2/BaseFont/"+base+"/CIDSystemInfo<</Registry(Adobe)/Ordering("+ordering+")/Supplement 0>>/FontDescriptor 7 0 R>>",
		"<</Type/FontDescriptor/FontName/"+base+"/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>")
	return change(data, "/Subtype/Type1/BaseFont/Helvetica", "/Subtype/Type0/BaseFont/"+base+"/Encoding/"+encoding+"/DescendantFonts[6 0 R]")
}

// asForm gives a page a field that only a viewer draws, so that the page has to be drawn.
func asForm(data []byte) []byte {
	field := "/Annots[<</Type/Annot/Subtype/Widget/FT/Tx/T(a)/V(42)/DA(/F 12 Tf 0 g)/Rect[60 600 300 620]/F 4>>]"
	return change(change(data, box, box+field), "/Type/Catalog", "/Type/Catalog/AcroForm<</Fields[]/NeedAppearances true>>")
}

// ink counts the dark dots of the first page, in the lower half where the text stands.
func ink(t *testing.T, pdf []byte) (dark int) {
	t.Helper()
	drawn, err := attach.PageWithin(pdf, 0, image.Pt(600, 850))
	if err != nil {
		t.Fatal(err)
	}
	for y := drawn.Bounds().Dy() * 4 / 10; y < drawn.Bounds().Dy(); y++ {
		for x := range drawn.Bounds().Dx() {
			if r, _, _, _ := drawn.At(x, y).RGBA(); r < 0x8000 {
				dark++
			}
		}
	}
	return dark
}

// Russian text whose font is not in the file is drawn with our own faces, whatever the font
// is called: before, it was blank wherever a page had to be a picture.
func TestRussianTextWithoutItsFontIsDrawn(t *testing.T) {
	descriptor := func(name string) string {
		return "/Subtype/TrueType/BaseFont/" + name + "/FontDescriptor<</Type/FontDescriptor/FontName/" + name + "/Flags 32/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"
	}
	for _, font := range []string{
		"/Subtype/Type1/BaseFont/Helvetica", "/Subtype/Type1/BaseFont/Times-Roman", "/Subtype/Type1/BaseFont/Courier",
		descriptor("Arial"), descriptor("Arial,Bold"), descriptor("TimesNewRomanPSMT"), descriptor("Tahoma"), descriptor("PragmaticaC"),
	} {
		data := russian(font)
		if p := prepared(t, document(attach.PDF, data)); p.How != attach.AsPages || len(p.Empty)+len(p.Fontless) > 0 {
			t.Errorf("%s: %s, empty %v, without fonts %v", font, p.How, p.Empty, p.Fontless)
		}
		drawn := prepared(t, document(attach.PDF, asForm(data)))
		if dark := ink(t, drawn.InMemory()); drawn.How != attach.AsPictures || dark < 300 {
			t.Errorf("%s: drawn as %s, %d dark dots", font, drawn.How, dark)
		}
	}
}

// What is written in a font that nobody here has is not called empty, and never gives way to
// a picture without it.
func TestTextOfUnknownFontsIsNotLost(t *testing.T) {
	for name, data := range map[string][]byte{
		"Chinese":  numbered("STSong-Light", "UniGB-UCS2-H", "GB1"),
		"Japanese": numbered("HeiseiMin-W3", "UniJIS-UCS2-H", "Japan1"),
		"numbers":  numbered("ArialMT", "Identity-H", "Identity"),
		"signs": change(raw(box, hello), "/Subtype/Type1/BaseFont/Helvetica",
			"/Subtype/TrueType/BaseFont/Wingdings/FontDescriptor<</Type/FontDescriptor/FontName/Wingdings/Flags 4/FontBBox[0 0 1000 1000]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 700/StemV 80>>"),
	} {
		p := prepared(t, document(attach.PDF, data))
		if p.How != attach.AsPages || len(p.Empty)+len(p.Drawn) > 0 || !slices.Equal(p.Fontless, []int{1}) {
			t.Errorf("%s: %s, empty %v, drawn %v, without fonts %v", name, p.How, p.Empty, p.Drawn, p.Fontless)
		}
		apart := prepared(t, document(attach.PDF, asForm(data)))
		if reason := attach.Reason(attach.PDF, apart.Why); apart.How != attach.AsApart || reason != app.ApartFonts {
			t.Errorf("%s, to be drawn: %s for %q", name, apart.How, reason)
		}
	}
	if p := prepared(t, document(attach.PDF, change(raw(box, hello), "Helvetica", "ZapfDingbats"))); p.How != attach.AsPages || len(p.Fontless) > 0 {
		t.Errorf("signs every reader has: %v", p.Fontless)
	}
}
