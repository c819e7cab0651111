package template

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"technopark/app"
)

// fill writes a cell with what is to stand in it.
func (w *rewriter) fill(e xml.StartElement, tag string, c filledCell) string {
	tag = withAttr(tag, "t", "")
	prefix := ""
	if e.Name.Space != "" {
		prefix = e.Name.Space + ":"
	}
	v := c.value
	switch {
	case c.mixed:
		return w.words(prefix, tag, c.text)
	case v.state == Missing:
		return bareTag(tag)
	case v.state == NotApplicable:
		return w.words(prefix, tag, c.text)
	case v.kind == figure:
		return w.number(prefix, tag, v.number())
	case v.kind == day:
		style, _ := strconv.Atoi(attr(e, "s")) // none is the first
		if shown := w.style(style, v); shown != style {
			tag = withAttr(tag, "s", strconv.Itoa(shown))
		}
		return w.number(prefix, tag, strconv.Itoa(w.serial(v.date)))
	}
	return w.words(prefix, tag, c.text)
}

func (*rewriter) number(prefix, tag, number string) string {
	return openTag(tag) + "<" + prefix + "v>" + number + "</" + prefix + "v></" + prefix + "c>"
}

// words writes a text. It is one whatever it begins with: a sign of equality in it is no formula.
func (*rewriter) words(prefix, tag, text string) string {
	if text == "" {
		return bareTag(tag)
	}
	tag = withAttr(tag, "t", "inlineStr")
	return openTag(tag) + "<" + prefix + "is><" + prefix + `t xml:space="preserve">` + escape(coded(text)) +
		"</" + prefix + "t></" + prefix + "is></" + prefix + "c>"
}

var looksCoded = regexp.MustCompile(`_(x[0-9A-Fa-f]{4}_)`)

// coded writes a text that looks like the code of a sign as the text it is.
func coded(text string) string {
	return looksCoded.ReplaceAllString(strings.ReplaceAll(text, "\r", ""), "_x005F_$1")
}

// serial is the number by which workbooks keep a day.
func (w *rewriter) serial(d app.Date) int {
	start := app.Day(1899, 12, 30)
	if w.from04 {
		start = app.Day(1904, 1, 1)
	}
	return d.Days() - start.Days()
}
