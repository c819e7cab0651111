package workbook_test

import (
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"strings"
	"testing"
	"unicode/utf8"

	"technopark/app"
	"technopark/app/workbook"
)

// pieces writes what encoding/xml makes of a part.
func pieces(raw []byte) (string, error) {
	d := xml.NewDecoder(bytes.NewReader(raw))
	var out strings.Builder
	depth := 0
	for {
		from := d.InputOffset()
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return out.String(), nil
		}
		if err != nil {
			return "", err
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
			if depth < 0 {
				return "", errors.New("an end too many")
			}
		case xml.Directive:
			return "", errors.New("a declared type")
		case xml.ProcInst, xml.Comment:
			continue
		}
		written(&out, t, int(from), int(d.InputOffset()))
	}
}

func written(out *strings.Builder, t xml.Token, from, to int) {
	switch e := t.(type) {
	case xml.StartElement:
		fmt.Fprintf(out, "%d-%d <%s %q\n", from, to, workbook.Called(e.Name), e.Attr)
	case xml.EndElement:
		fmt.Fprintf(out, "%d-%d >%s\n", from, to, workbook.Called(e.Name))
	case xml.CharData:
		fmt.Fprintf(out, "%d-%d %q\n", from, to, string(e))
	}
}

func walked(raw []byte) (string, error) {
	var out strings.Builder
	err := workbook.Walk(raw, func(t workbook.Token) error {
		written(&out, t.Token, t.From, t.To)
		return nil
	})
	return out.String(), err
}

var partsOfXML = []string{
	`<?xml version="1.0" encoding="UTF-8"?><a b="1" c='2'><d/>text &lt;&#65;&#x42; <e:f g:h="&quot;"/></a >` + "\r\n",
	"<a><![CDATA[<x>&\r\n]]>\r</a><!-- c --><?p?>", "\ufeff<a b = \"1\"\n/>", `<a b="1"c="2"></a>`, `<a b="x>y"/>`, "<a>\U0001F600я</a>",
	`<a><b></a></b>`, `<a:b:c/>`, `<:a/>`, `<a:/>`, `<a`, `<a b>`, `<a b=1/>`, `<a b="<"/>`, `<a>&x;</a>`, `<a>&#0;</a>`, "<a>\x01</a>", `<a>]]></a>`, `</a>`, `<a>`, `< a/>`, `<a/ >`,
	`<?xml version="1.0" encoding="windows-1251"?><a/>`, "\xff<a/>", `<a b="&#55296;"/>`, `<1/>`, `<a 1="2"/>`, `text`, ``, `<a></a b>`, `<!DOCTYPE a><a/>`, "<a>\ufffe</a>", `<a b="1" b="2"/>`, `<a>&#1114112;</a>`, `<a>&#x110000;</a>`, `<a>&</a>`,
}

func TestPiecesAreThoseOfTheStandardLibrary(t *testing.T) {
	for _, text := range partsOfXML {
		sameAsStandard(t, []byte(text))
	}
	for name, text := range parts() {
		if got, err := walked([]byte(text)); err != nil || got == "" {
			t.Errorf("%s: %v", name, err)
		}
		sameAsStandard(t, []byte(text))
	}
}

// sameAsStandard wants the pieces of encoding/xml of all that it takes, and words for what is not
// taken.
func sameAsStandard(t *testing.T, raw []byte) {
	t.Helper()
	want, err := pieces(raw)
	got, wrong := walked(raw)
	switch {
	case wrong != nil:
		if _, said := app.Refused(wrong); !said {
			t.Errorf("%q: %v is not put into words", raw, wrong)
		}
		if err == nil && utf8.Valid(raw) { // which encoding/xml does not ask of instructions
			t.Errorf("%q is refused, and encoding/xml reads %s", raw, want)
		}
	case err == nil && got != want:
		t.Errorf("%q:\n%s\nwant\n%s", raw, got, want)
	}
}

func TestWhatIsNoXMLIsDamage(t *testing.T) {
	for _, text := range []string{`<a`, `<a>`, `</a>`, `<a b=1/>`, `<a b="<"/>`, `<a>&x;</a>`, `<a>&#0;</a>`, "<a>\x01</a>", "\xff", `<!DOCTYPE a [<!ENTITY b "cc">]><a>&b;</a>`, `<?xml encoding="utf-16"?><a/>`, `<a><!-- `, `<a><![CDATA[ `} {
		if got, err := walked([]byte(text)); err == nil {
			t.Errorf("%q gives %s", text, got)
		}
	}
}

func FuzzWalk(f *testing.F) {
	for _, text := range partsOfXML {
		f.Add([]byte(text))
	}
	for _, text := range parts() {
		f.Add([]byte(text))
	}
	f.Fuzz(func(t *testing.T, raw []byte) { sameAsStandard(t, raw) })
}
