package template

import (
	"encoding/xml"
	"strconv"

	"technopark/app"
	"technopark/app/workbook"
)

// fill writes a cell with what is to stand in it.
func (w *rewriter) fill(e xml.StartElement, tag string, c filledCell) string {
	tag = workbook.WithAttr(tag, "t", "")
	prefix := ""
	if e.Name.Space != "" {
		prefix = e.Name.Space + ":"
	}
	v := c.value
	switch {
	case c.mixed:
		return w.words(prefix, tag, c.text)
	case v.state == Missing:
		return workbook.BareTag(tag)
	case v.state == NotApplicable:
		return w.words(prefix, tag, c.text)
	case v.kind == figure:
		return w.number(prefix, tag, v.number())
	case v.kind == day:
		style, _ := strconv.Atoi(workbook.Attr(e, "s")) // none is the first
		if shown := w.style(style, v); shown != style {
			tag = workbook.WithAttr(tag, "s", strconv.Itoa(shown))
		}
		return w.number(prefix, tag, strconv.Itoa(w.serial(v.date)))
	}
	return w.words(prefix, tag, c.text)
}

func (*rewriter) number(prefix, tag, number string) string {
	return workbook.OpenTag(tag) + "<" + prefix + "v>" + number + "</" + prefix + "v></" + prefix + "c>"
}

// words writes a text. It is one whatever it begins with: a sign of equality in it is no formula.
func (*rewriter) words(prefix, tag, text string) string {
	if text == "" {
		return workbook.BareTag(tag)
	}
	tag = workbook.WithAttr(tag, "t", "inlineStr")
	return workbook.OpenTag(tag) + "<" + prefix + "is><" + prefix + `t xml:space="preserve">` + workbook.Escape(workbook.Coded(text)) +
		"</" + prefix + "t></" + prefix + "is></" + prefix + "c>"
}

// serial is the number by which workbooks keep a day.
func (w *rewriter) serial(d app.Date) int {
	start := app.Day(1899, 12, 30)
	if w.from04 {
		start = app.Day(1904, 1, 1)
	}
	return d.Days() - start.Days()
}
