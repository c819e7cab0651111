package workbook

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// Edit puts a text in place of a stretch of a part.
type Edit struct {
	From, To int    // bytes of the part
	Text     string // that stands there then
}

// Put returns the edit that puts a text in place of a stretch.
func Put(from, to int, text string) Edit { return Edit{from, to, text} }

// Apply makes the edits, none of which overlap, in whatever order they were found.
func Apply(raw []byte, edits []Edit) []byte {
	slices.SortStableFunc(edits, func(a, b Edit) int { return a.From - b.From })
	var out bytes.Buffer
	out.Grow(len(raw))
	at := 0
	for _, e := range edits {
		out.Write(raw[at:e.From])
		out.WriteString(e.Text)
		at = e.To
	}
	out.Write(raw[at:])
	return out.Bytes()
}

// tagAttr is an attribute of a tag as it is written.
var tagAttr = regexp.MustCompile(`\s+([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')`)

// WithAttr returns the tag with the value of an attribute changed, without the attribute when the
// value is empty. An attribute that is not there is added before the end.
func WithAttr(tag, name, value string) string {
	for _, m := range tagAttr.FindAllStringSubmatchIndex(tag, -1) {
		if tag[m[2]:m[3]] != name {
			continue
		}
		if value == "" {
			return tag[:m[0]] + tag[m[1]:]
		}
		return tag[:m[4]] + `"` + Escape(value) + `"` + tag[m[5]:]
	}
	if value == "" {
		return tag
	}
	end := strings.LastIndexByte(tag, '>')
	if end > 0 && tag[end-1] == '/' {
		end--
	}
	return strings.TrimRight(tag[:end], " ") + " " + name + `="` + Escape(value) + `"` + tag[end:]
}

// OpenTag returns the tag as one that has something inside.
func OpenTag(tag string) string {
	if inside, bare := strings.CutSuffix(tag, "/>"); bare {
		return strings.TrimRight(inside, " ") + ">"
	}
	return tag
}

// BareTag returns the tag as one that has nothing inside.
func BareTag(tag string) string {
	if strings.HasSuffix(tag, "/>") {
		return tag
	}
	return strings.TrimSuffix(tag, ">") + "/>"
}

// Called returns the name of an element as it is written, with its prefix.
func Called(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

// Escape writes a text as XML has it.
func Escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}

var looksCoded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// Coded writes a text that looks like the code of a sign, _x000D_, as the text it is.
func Coded(text string) string {
	return looksCoded.ReplaceAllString(strings.ReplaceAll(text, "\r", ""), "_x005F_$1")
}
