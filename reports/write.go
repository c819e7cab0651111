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
	info, err := pdf.Render(w, d)
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
