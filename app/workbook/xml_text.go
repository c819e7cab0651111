package workbook

import (
	"bytes"
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
	"unicode/utf8"
)

// nameLength returns how many bytes at the beginning are of a name.
func nameLength[T string | []byte](s T) int {
	for i := range len(s) {
		switch c := s[i]; {
		case c >= 'a' && c <= 'z', c >= 'A' && c <= 'Z', c == '_', c == ':', c >= utf8.RuneSelf:
		case i > 0 && (c >= '0' && c <= '9' || c == '-' || c == '.'):
		default:
			return i
		}
	}
	return len(s)
}

// nameOf parts a name from its prefix; false for what is none.
func nameOf(s string) (xml.Name, bool) {
	prefix, local, two := strings.Cut(s, ":")
	switch {
	case s == "" || strings.Contains(local, ":"):
		return xml.Name{}, false
	case !two || prefix == "" || local == "":
		return xml.Name{Local: s}, true
	}
	return xml.Name{Space: prefix, Local: local}, true
}

// plainText returns what a text says: entities as their signs, ends of lines as one sign. It is
// the same bytes where there are none of either.
func plainText(raw []byte, entities bool) ([]byte, error) {
	if !allowed(raw) || entities && bytes.Contains(raw, []byte("]]>")) {
		return nil, Damaged(errors.New("signs that XML does not have"))
	}
	if bytes.IndexByte(raw, '\r') < 0 && (!entities || bytes.IndexByte(raw, '&') < 0) {
		return raw, nil
	}
	text, err := said(string(raw), entities)
	return []byte(text), err
}

// plainValue does the same for the value of an attribute.
func plainValue(s string) (string, error) {
	if strings.IndexByte(s, '<') >= 0 || !allowed([]byte(s)) {
		return "", Damaged(errors.New("signs that a value does not have"))
	}
	if strings.IndexByte(s, '&') < 0 && strings.IndexByte(s, '\r') < 0 {
		return s, nil
	}
	return said(s, true)
}

// allowed reports whether XML has all of the signs.
func allowed(raw []byte) bool {
	for i, c := range raw {
		switch {
		case c < ' ' && c != '\t' && c != '\n' && c != '\r':
			return false
		case c == 0xEF && i+2 < len(raw) && raw[i+1] == 0xBF && raw[i+2] >= 0xBE: // U+FFFE, U+FFFF
			return false
		}
	}
	return true
}

var lineEnds = strings.NewReplacer("\r\n", "\n", "\r", "\n")

// said puts signs in the place of entities, and one sign for the end of a line.
func said(s string, entities bool) (string, error) {
	if strings.IndexByte(s, '\r') >= 0 {
		s = lineEnds.Replace(s)
	}
	if !entities {
		return s, nil
	}
	out := make([]byte, 0, len(s))
	for {
		before, rest, found := strings.Cut(s, "&")
		out = append(out, before...)
		if !found {
			return string(out), nil
		}
		name, after, closed := strings.Cut(rest, ";")
		sign, ok := signOf(name)
		if !closed || !ok {
			return "", Damaged(errors.New("an unknown entity"))
		}
		out = utf8.AppendRune(out, sign)
		s = after
	}
}

// signOf returns the sign that an entity means.
func signOf(name string) (rune, bool) {
	switch name {
	case "lt":
		return '<', true
	case "gt":
		return '>', true
	case "amp":
		return '&', true
	case "apos":
		return '\'', true
	case "quot":
		return '"', true
	}
	digits, ok := strings.CutPrefix(name, "#")
	if !ok {
		return 0, false
	}
	base := 10
	if hex, is := strings.CutPrefix(digits, "x"); is {
		digits, base = hex, 16
	}
	n, err := strconv.ParseUint(digits, base, 32)
	if err != nil || n > utf8.MaxRune {
		return 0, false
	}
	sign := rune(n)
	return sign, sign >= ' ' && sign != 0xFFFE && sign != 0xFFFF || sign == '\t' || sign == '\n' || sign == '\r'
}
