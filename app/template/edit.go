package template

import (
	"bytes"
	"encoding/xml"
	"regexp"
	"slices"
	"strings"
)

// edit puts a text in place of a stretch of a part.
type edit struct {
	from, to int
	text     string
}

// apply makes the edits, none of which overlap, in whatever order they were found.
func apply(raw []byte, edits []edit) []byte {
	slices.SortStableFunc(edits, func(a, b edit) int { return a.from - b.from })
	var out bytes.Buffer
	out.Grow(len(raw))
	at := 0
	for _, e := range edits {
		out.Write(raw[at:e.from])
		out.WriteString(e.text)
		at = e.to
	}
	out.Write(raw[at:])
	return out.Bytes()
}

// tagAttr is an attribute of a tag as it is written.
var tagAttr = regexp.MustCompile(`\s+([^\s=<>/]+)\s*=\s*("[^"]*"|'[^']*')`)

// withAttr returns the tag with the value of an attribute changed, without the attribute when the
// value is empty. An attribute that is not there is added before the end.
func withAttr(tag, name, value string) string {
	for _, m := range tagAttr.FindAllStringSubmatchIndex(tag, -1) {
		if tag[m[2]:m[3]] != name {
			continue
		}
		if value == "" {
			return tag[:m[0]] + tag[m[1]:]
		}
		return tag[:m[4]] + `"` + escape(value) + `"` + tag[m[5]:]
	}
	if value == "" {
		return tag
	}
	end := strings.LastIndexByte(tag, '>')
	if end > 0 && tag[end-1] == '/' {
		end--
	}
	return strings.TrimRight(tag[:end], " ") + " " + name + `="` + escape(value) + `"` + tag[end:]
}

// open returns the tag as one that has something inside.
func openTag(tag string) string {
	if inside, bare := strings.CutSuffix(tag, "/>"); bare {
		return strings.TrimRight(inside, " ") + ">"
	}
	return tag
}

// bareTag returns the tag as one that has nothing inside.
func bareTag(tag string) string {
	if strings.HasSuffix(tag, "/>") {
		return tag
	}
	return strings.TrimSuffix(tag, ">") + "/>"
}

// called returns the name of an element as it is written, with its prefix.
func called(n xml.Name) string {
	if n.Space == "" {
		return n.Local
	}
	return n.Space + ":" + n.Local
}

func escape(text string) string {
	var b bytes.Buffer
	_ = xml.EscapeText(&b, []byte(text)) // a buffer takes everything
	return b.String()
}
