package reports

import (
	"fmt"
	"io"

	"technopark/reports/doc"
	"technopark/reports/pdf"
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
