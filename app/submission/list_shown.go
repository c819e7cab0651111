package submission

import (
	"context"
	"time"

	"technopark/app/exchange"
	"technopark/reports"
)

// ShowList returns a list on paper, to be looked at and printed.
func ShowList(ctx context.Context, t *exchange.Table, now time.Time) (Shown, error) {
	pdf, pages, err := draw(".pdf", reports.List(t, now, program(t.Lang)), "")
	if err == nil {
		err = ctx.Err()
	}
	return Shown{Name: plainName(t.Title), PDF: pdf, Pages: pages}, err
}
