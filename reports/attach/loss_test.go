package attach_test

import (
	"bytes"
	"fmt"
	"slices"
	"strings"
	"testing"

	"technopark/reports/attach"
)

// lines is the content of a page of small print, the last word of which is given.
func lines(last string) string {
	var b strings.Builder
	b.WriteString("BT /F 8 Tf 10 TL 40 780 Td ")
	for i := range 60 {
		fmt.Fprintf(&b, "(Line %d of the certificate with some more words in it) Tj T* ", i)
	}
	return b.String() + "(Total: " + last + ") Tj ET"
}

// What is lost of a page is seen, down to a number in small print; what is merely drawn a
// little beside is not.
func TestLossIsSeen(t *testing.T) {
	const rich = "0.9 g 0 0 600 850 re f 0 g 1 0 0 RG 100 100 300 200 re S "
	whole := raw(box, rich+lines("1 234 567,89"))
	for name, other := range map[string]struct {
		data    []byte
		differs bool
	}{
		"the same":        {whole, false},
		"a number":        {raw(box, rich+lines("")), true},
		"a black ground":  {raw(box, strings.Replace(rich, "0.9 g", "0 g", 1)+lines("1 234 567,89")), true},
		"no frame":        {raw(box, strings.Replace(rich, "1 0 0 RG 100 100 300 200 re S", "", 1)+lines("1 234 567,89")), true},
		"another font":    {change(whole, "/Helvetica", "/Symbol"), true},
		"nothing at all":  {raw(box, ""), true},
		"a little beside": {raw(box, "1 0 0 1 0.4 0.4 cm "+rich+lines("1 234 567,89")), false},
	} {
		t.Run(name, func(t *testing.T) {
			found, err := attach.Differing(whole, other.data)
			if err != nil || (len(found) > 0) != other.differs {
				t.Errorf("%v, %v", found, err)
			}
		})
	}
}

// A page whose stream says that it is shorter than it is keeps all its words.
func TestShortStreamLosesNothing(t *testing.T) {
	short := change(raw(box, lines("777")), fmt.Sprintf("/Length %d", len(lines("777"))), "/Length 40") // viewers look for its end
	p := prepared(t, document(attach.PDF, short))
	texts, err := attach.Texts(p.InMemory())
	if err != nil || p.How != attach.AsPages || len(p.Drawn) > 0 || !strings.Contains(texts[0], "Total: 777") {
		t.Errorf("%s %v: %q, %v", p.How, p.Drawn, texts, err)
	}
}

// A page that the two readers see differently is a picture, and the others stay pages.
func TestPagesThatDifferBecomePictures(t *testing.T) {
	sheets, err := attach.Mixed(paper(t, a4, a4, a4), []int{2})
	if err != nil {
		t.Fatal(err)
	}
	texts, err := attach.Texts(sheets)
	if err != nil || len(texts) != 3 {
		t.Fatalf("%q, %v", texts, err)
	}
	for i, text := range texts {
		if strings.Contains(text, fmt.Sprintf("page%d", i+1)) == (i == 1) {
			t.Errorf("page %d says %q", i+1, text)
		}
	}
}

// What was found out about a file is not found out again, and gives the same.
func TestDecisionIsRemembered(t *testing.T) {
	t.Setenv("XDG_CACHE_HOME", t.TempDir())
	data := change(raw(box, hello), hello, strings.Repeat(" ", len(hello)))
	first := prepared(t, document(attach.PDF, data))
	if !attach.Remembered(data) {
		t.Fatal("nothing is remembered")
	}
	again := prepared(t, document(attach.PDF, data))
	if !slices.Equal(first.Empty, again.Empty) || !bytes.Equal(first.InMemory(), again.InMemory()) || first.How != again.How {
		t.Errorf("%v and %v", first.Empty, again.Empty)
	}
}

func TestEmptyPagesAreTold(t *testing.T) {
	data := paper(t, a4, a4)
	p := prepared(t, document(attach.PDF, change(raw(box, hello), hello, strings.Repeat(" ", len(hello)))))
	if !slices.Equal(p.Empty, []int{1}) {
		t.Errorf("%v", p.Empty)
	}
	if p := prepared(t, document(attach.PDF, data)); len(p.Empty) > 0 {
		t.Errorf("%v", p.Empty)
	}
}

// stampedPage is a page with a stamp, or a mark of a signature, whose look is a filled frame.
func stampedPage(content, kind, look string) []byte {
	return raw(box+"/Annots[6 0 R]", content,
		"<</Type/Annot/Subtype/"+kind+"/F 4/Rect[100 100 300 200]/AP<</N 7 0 R>>/FT/Sig/T(mark)>>",
		fmt.Sprintf("<</Type/XObject/Subtype/Form/BBox[0 0 200 100]/Length %d>>stream\n%s\nendstream", len(look), look))
}

// A stamp is a part of its page: what is lost of it is seen, a page that has nothing else is not
// empty, and one whose stamp stays is not taken for another. The look of a field, which is
// what a mark of a signature is, is kept and not compared: pdfium may draw another.
func TestStampsAreCompared(t *testing.T) {
	const frame = "0 0 1 rg 10 10 180 80 re f"
	for _, kind := range []string{"Stamp", "Widget"} {
		whole := stampedPage(hello, kind, frame)
		for name, other := range map[string][]byte{"gone": stampedPage(hello, kind, ""), "white": stampedPage(hello, kind, "1 g 10 10 180 80 re f")} {
			if found, err := attach.Differing(whole, other); err != nil || len(found) != 1 && kind == "Stamp" {
				t.Errorf("%s %s: %v, %v", kind, name, found, err)
			}
		}
		if found, err := attach.Differing(whole, whole); err != nil || len(found) != 0 {
			t.Errorf("%s: the same differs: %v, %v", kind, found, err)
		}
		p := prepared(t, document(attach.PDF, stampedPage("", kind, frame)))
		if len(p.Empty) > 0 || len(p.Drawn) > 0 || p.How != attach.AsPages {
			t.Errorf("%s alone: empty %v, drawn %v, %s", kind, p.Empty, p.Drawn, p.How)
		}
	}
}
