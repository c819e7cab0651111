package submission

import (
	"context"

	"technopark/app/check"
	"technopark/app/rating"
	"technopark/reports/attach"
)

// WithData puts other data into a package, as somebody with another program would.
func WithData(pdf, data []byte) ([]byte, error) {
	out, _, err := attach.Append(context.Background(), pdf, nil, &attach.File{Name: DataName, Data: data, MIME: "application/json"})
	return out, err
}

// Concerns lets tests ask which findings are about a change.
func (c Change) Concerns(f check.Finding) bool { return c.concerns(f) }

// EffectOf lets tests compare indicators of their own.
func EffectOf(was, is *rating.Indicator) Effect { return effectOf(was, is) }
