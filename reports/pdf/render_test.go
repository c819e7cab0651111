package pdf_test

import (
	"bytes"
	"testing"

	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// render prints d into memory.
func render(t testing.TB, d doc.Document) ([]byte, pdf.Info) {
	t.Helper()
	var b bytes.Buffer
	info, err := pdf.Render(&b, d)
	if err != nil {
		t.Fatal(err)
	}
	return b.Bytes(), info
}
