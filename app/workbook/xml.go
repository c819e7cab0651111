package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"io"
)

// Token is a piece of XML with its place in the part.
type Token struct {
	xml.Token
	From, To int // bytes
}

// Start returns the piece as the beginning of an element, if it is one.
func (t Token) Start() (xml.StartElement, bool) {
	e, ok := t.Token.(xml.StartElement)
	return e, ok
}

// Walk calls visit with each piece of a part. What is no XML is told as damage.
func Walk(raw []byte, visit func(Token) error) error {
	d := xml.NewDecoder(bytes.NewReader(raw))
	depth := 0
	for {
		from := int(d.InputOffset())
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return Damaged(err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
			if depth < 0 {
				return Damaged(errors.New("an end without a beginning"))
			}
		}
		if err := visit(Token{t, from, int(d.InputOffset())}); err != nil {
			return err
		}
	}
}

// Attr returns an attribute without a prefix, «» where there is none.
func Attr(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name && e.Attr[i].Name.Space == "" {
			return e.Attr[i].Value
		}
	}
	return ""
}

// idOf returns by which name the book points to a sheet: r:id, whatever r is called.
func idOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

func isTrue(text string) bool { return text == "1" || text == "true" || text == "on" }
