package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strings"
	"unicode/utf8"
)

// Token is a piece of XML with its place in the part.
type Token struct {
	xml.Token     // a start, an end or a text; comments and instructions are passed over
	From, To  int // bytes
}

// Start returns the piece as the beginning of an element, if it is one.
func (t Token) Start() (xml.StartElement, bool) {
	e, ok := t.Token.(xml.StartElement)
	return e, ok
}

// Walk calls visit with each piece of a part: of an element without content the start and then an
// end that takes no bytes. A text is good until visit returns. What is no XML is told as damage.
//
// We cut the pieces ourselves, because the decoder of encoding/xml takes three times as long for the
// simple XML of workbooks, and reading is most of what is done with an answer; a test holds the two
// to the same pieces. Declared types are damage: no office program writes them, and entities
// that grow come with them.
func Walk(raw []byte, visit func(Token) error) error { return walk(raw, visitor(visit)) }

// handler is given the pieces of a part, one after the other, with the bytes they take.
type handler interface {
	start(e xml.StartElement, from, to int) error
	text(text []byte, from, to int) error // good until it returns
	end(name xml.Name, from, to int) error
}

// visitor makes tokens of the pieces.
type visitor func(Token) error

func (v visitor) start(e xml.StartElement, from, to int) error { return v(Token{e, from, to}) }
func (v visitor) text(text []byte, from, to int) error         { return v(Token{xml.CharData(text), from, to}) }

func (v visitor) end(name xml.Name, from, to int) error {
	return v(Token{xml.EndElement{Name: name}, from, to})
}

// walk is Walk for the parts that have most pieces: it makes no token of each.
func walk(raw []byte, to handler) error {
	if !utf8.Valid(raw) {
		return Damaged(errors.New("no UTF-8"))
	}
	s := scanner{raw: raw, to: to, names: map[string]xml.Name{}}
	for s.at < len(raw) {
		if err := s.next(); err != nil {
			return err
		}
	}
	if s.depth != 0 {
		return Damaged(errors.New("an element without an end"))
	}
	return nil
}

// scanner cuts a part into its pieces.
type scanner struct {
	raw   []byte
	at    int
	depth int
	to    handler
	attrs []xml.Attr          // room for those of elements to come
	names map[string]xml.Name // of elements that were met, as they are written
}

func (s *scanner) next() error {
	rest := s.raw[s.at:]
	switch {
	case rest[0] != '<':
		end := bytes.IndexByte(rest, '<')
		if end < 0 {
			end = len(rest)
		}
		return s.text(s.at, s.at+end)
	case bytes.HasPrefix(rest, []byte("</")):
		return s.end()
	case bytes.HasPrefix(rest, []byte("<?")):
		return s.instruction()
	case bytes.HasPrefix(rest, []byte("<!--")):
		return s.pass("-->")
	case bytes.HasPrefix(rest, []byte("<![CDATA[")):
		return s.verbatim()
	case bytes.HasPrefix(rest, []byte("<!")):
		return Damaged(errors.New("a declared type"))
	}
	return s.start()
}

// pass goes behind the given end.
func (s *scanner) pass(end string) error {
	n := bytes.Index(s.raw[s.at:], []byte(end))
	if n < 0 {
		return Damaged(errors.New("no " + end))
	}
	s.at += n + len(end)
	return nil
}

// instruction passes over one; the first says in which letters the part is written.
func (s *scanner) instruction() error {
	from := s.at
	if err := s.pass("?>"); err != nil {
		return err
	}
	said := string(s.raw[from:s.at])
	_, letters, ok := strings.Cut(said, "encoding=")
	if !ok || !strings.HasPrefix(said, "<?xml ") || letters == "" || letters[0] != '"' && letters[0] != '\'' {
		return nil
	}
	if name, _, closed := strings.Cut(letters[1:], letters[:1]); closed && name != "" && !strings.EqualFold(name, "utf-8") {
		return Damaged(errors.New("no UTF-8"))
	}
	return nil
}

func (s *scanner) verbatim() error {
	const head, tail = "<![CDATA[", "]]>"
	from := s.at
	if err := s.pass(tail); err != nil {
		return err
	}
	text, err := plainText(s.raw[from+len(head):s.at-len(tail)], false)
	if err != nil {
		return err
	}
	return s.to.text(text, from, s.at)
}

func (s *scanner) text(from, to int) error {
	s.at = to
	text, err := plainText(s.raw[from:to], true)
	if err != nil {
		return err
	}
	return s.to.text(text, from, to)
}

func (s *scanner) end() error {
	from := s.at
	if err := s.pass(">"); err != nil {
		return err
	}
	said := s.raw[from+len("</") : s.at-1]
	n := nameLength(said)
	name, ok := s.name(said[:n])
	s.depth--
	if !ok || len(bytes.Trim(said[n:], " \t\r\n")) > 0 || s.depth < 0 {
		return Damaged(errors.New("an end of nothing"))
	}
	return s.to.end(name, from, s.at)
}

func (s *scanner) start() error {
	from := s.at
	to := tagEnd(s.raw, from)
	if to < 0 {
		return Damaged(errors.New("a tag without an end"))
	}
	s.at = to
	said, bare := bytes.CutSuffix(s.raw[from+1:to-1], []byte("/"))
	n := nameLength(said)
	name, ok := s.name(said[:n])
	if !ok {
		return Damaged(errors.New("a tag without a name"))
	}
	e := xml.StartElement{Name: name}
	if n < len(said) { // names and values are pieces of one text
		var err error
		if e.Attr, err = s.attributes(string(said[n:])); err != nil {
			return err
		}
	}
	s.depth++
	if err := s.to.start(e, from, to); err != nil || !bare {
		return err
	}
	s.depth--
	return s.to.end(name, to, to)
}

// name is nameOf, with a few names kept: a sheet has the same ones over and over.
func (s *scanner) name(said []byte) (xml.Name, bool) {
	if known, ok := s.names[string(said)]; ok {
		return known, true
	}
	const most = 64
	name, ok := nameOf(string(said))
	if ok && len(s.names) < most {
		s.names[string(said)] = name
	}
	return name, ok
}

// tagEnd returns where the tag that begins at a place ends, behind its >; below 0 for nowhere.
func tagEnd(raw []byte, from int) int {
	quote := byte(0)
	for i := from + 1; i < len(raw); i++ {
		switch c := raw[i]; {
		case quote != 0:
			if c == quote {
				quote = 0
			}
		case c == '"' || c == '\'':
			quote = c
		case c == '>':
			return i + 1
		}
	}
	return -1
}

// attributes reads those of a tag behind its name.
func (s *scanner) attributes(said string) ([]xml.Attr, error) {
	bad := func() ([]xml.Attr, error) { return nil, Damaged(errors.New("bad attributes")) }
	first := len(s.attrs)
	for {
		said = strings.TrimLeft(said, " \t\r\n")
		if said == "" {
			break
		}
		n := nameLength(said)
		name, ok := nameOf(said[:n])
		said = strings.TrimLeft(said[n:], " \t\r\n")
		if !ok || !strings.HasPrefix(said, "=") {
			return bad()
		}
		said = strings.TrimLeft(said[1:], " \t\r\n")
		if said == "" || said[0] != '"' && said[0] != '\'' {
			return bad()
		}
		end := strings.IndexByte(said[1:], said[0])
		if end < 0 {
			return bad()
		}
		value, err := plainValue(said[1 : 1+end])
		if err != nil {
			return nil, err
		}
		said = said[end+2:]
		if len(s.attrs) == cap(s.attrs) { // those behind keep what they have
			const room = 256
			own := s.attrs[first:]
			s.attrs, first = append(make([]xml.Attr, 0, max(room, 2*len(own))), own...), 0
		}
		s.attrs = append(s.attrs, xml.Attr{Name: name, Value: value})
	}
	return s.attrs[first:len(s.attrs):len(s.attrs)], nil
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
