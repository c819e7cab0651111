package reports

import (
	"fmt"
	"io"

	"technopark/reports/doc"
	"technopark/reports/pdf"
	"technopark/reports/xlsx"
)

// WritePDF draws a document as a PDF and returns the number of its sheets. The
// same document gives the same bytes; nothing is written on an error. A document
// without sections is an error.
func WritePDF(w io.Writer, d doc.Document) (pages int, err error) {
	return new(Press).WritePDF(w, d)
}

// Press draws a document that is made several times, until the numbers of sheets it prints
// have settled: what has not changed since the last time costs next to nothing.
type Press struct{ press pdf.Press }

// Sheets returns how many sheets a document would have.
func (p *Press) Sheets(d doc.Document) (int, error) {
	laid, err := p.press.Layout(d)
	if err != nil {
		return 0, fmt.Errorf("lay out PDF: %w", err)
	}
	return len(laid.Pages), nil
}

// WritePDF is the function of that name.
func (p *Press) WritePDF(w io.Writer, d doc.Document) (pages int, err error) {
	info, err := p.press.Render(w, d)
	if err != nil {
		return 0, fmt.Errorf("write PDF: %w", err)
	}
	return info.Pages, nil
}

// WriteXLSX writes the tables of a document as a workbook, a sheet for each section. The
// same document gives the same bytes.
func WriteXLSX(w io.Writer, d doc.Document) error {
	if err := xlsx.Write(w, d); err != nil {
		return fmt.Errorf("write XLSX: %w", err)
	}
	return nil
}
