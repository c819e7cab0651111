// Package pdf lays document trees out on A4 sheets and draws them.
//
// The way of a document: blocks become strips (one line of a paragraph, one
// row of a table), strips fill pages, twice, because the contents learn their
// page numbers from the first time; page numbers and feet are added when the
// count of sheets is known; only then gofpdf draws. Everything before the
// last step is plain values that tests can look at (Layout).
//
// The look is that of ГОСТ Р 7.0.97-2016 papers: Times-like serif of 12
// points for text, sans of 8.5 for tables and never below 8, hairlines between rows, no colour.
package pdf

import (
	"io"

	"technopark/reports/doc"
)

// Info says what Render wrote.
type Info struct {
	Pages    int     // how many sheets
	Contents []Entry // sections and headings listed in the contents
	Replaced int     // characters printed as □ because no font has them
}

// Render writes d to w as a PDF. The same tree gives the same bytes. Text is
// never the cause of an error: what cannot be printed is shown as □ and
// counted. Nothing is written unless the whole document could be drawn.
func Render(w io.Writer, d doc.Document) (info Info, err error) { return new(Press).Render(w, d) }

// describe returns the document information, cleaned like any other text.
func describe(fonts *fontSet, d doc.Document) information {
	clean := func(s string) string {
		s, _ = fonts[serif].clean(s)
		return oneLine(s)
	}
	return information{
		title: clean(d.Title), author: clean(d.Author), subject: clean(d.Subject), creator: clean(d.Creator),
		created: d.Created.UTC(),
	}
}
