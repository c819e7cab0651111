package submission

import (
	"context"

	"technopark/reports/attach"
)

// WithData puts other data into a package, as somebody with another program would.
func WithData(pdf, data []byte) ([]byte, error) {
	out, _, err := attach.Append(context.Background(), pdf, nil, &attach.File{Name: DataName, Data: data, MIME: "application/json"})
	return out, err
}
