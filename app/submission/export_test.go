package submission

import (
	"bytes"
	"context"

	"technopark/app/check"
	"technopark/reports/attach"
)

// WithFiles makes a PDF carry the given files in place of those it has, as somebody with
// another program would.
func WithFiles(pdf []byte, files map[string][]byte) ([]byte, error) {
	var all []attach.File
	for name, data := range files {
		all = append(all, attach.File{Name: name, Data: data, MIME: jsonType, Relation: "Data"})
	}
	var out bytes.Buffer
	_, err := attach.Append(context.Background(), &out, pdf, nil, all, nil)
	return out.Bytes(), err
}

// Concerns lets tests ask which findings are about a change.
func (c Change) Concerns(f check.Finding) bool { return c.concerns(f) }
