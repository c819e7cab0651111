package submission

import (
	"context"
	"fmt"
	"time"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/rollover"
	"technopark/reports"
	"technopark/reports/doc"
)

// ShowTurn returns the reconciliation sheet of a turn of the year in a language, to be looked at and
// printed.
func ShowTurn(ctx context.Context, of *rollover.Plan, now time.Time, lang app.Lang) (Shown, error) {
	pdf, pages, err := draw(".pdf", turned(of, now, lang), "")
	if err == nil {
		err = ctx.Err()
	}
	name := joined("Сверка", plainName(of.Book.Park.ShortName), fmt.Sprint(of.From), "и", fmt.Sprint(of.To))
	return Shown{Name: name, PDF: pdf, Pages: pages}, err
}

// TurnPaper is where the reconciliation sheet of a turn of the year goes.
type TurnPaper struct {
	Path string   // PDF or XLSX by its ending
	Lang app.Lang // Russian when empty
}

// Ready refuses a name where the sheet cannot be written, before anything is done.
func (t TurnPaper) Ready() error { return readyPaper(t.Path) }

// Stage draws the sheet and puts it beside its place, whole: it takes the place when the caller
// commits it, after the turn itself was written, and leaves nothing behind when it is dropped. A
// sheet of the same park and year is written anew; a name that something else has is refused.
func (t TurnPaper) Stage(ctx context.Context, of *rollover.Plan, now time.Time) (*disk.Staged, error) {
	if err := t.Ready(); err != nil {
		return nil, err
	}
	taken := &app.Refusal{ID: "err.not_this_turn", Data: map[string]any{"File": t.Path}, Cause: app.ErrExists}
	data, err := ownPaper(ctx, t.Path, turned(of, now, t.Lang), ofWhat("turn", parkSign(of.Book), of.To), taken)
	if err != nil {
		return nil, err
	}
	return disk.Stage(ctx, disk.File{Path: t.Path, Data: data})
}

func turned(of *rollover.Plan, now time.Time, lang app.Lang) doc.Document {
	day := app.DateOf(now)
	return reports.Reconciliation(reports.Turned{Plan: of, Date: day, Created: day.Midnight(), Program: program(lang), Lang: lang})
}
