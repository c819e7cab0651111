package desktest

import (
	"context"
	"testing"

	"technopark/app/submission"
)

// PaperOf acts and returns the paper that is then shown.
func (d *Desk) PaperOf(t testing.TB, act func()) submission.Shown {
	t.Helper()
	var shown submission.Shown
	d.ShowPaper = func(draw func(context.Context) (submission.Shown, error)) {
		var err error
		if shown, err = draw(t.Context()); err != nil {
			t.Error(err)
		}
	}
	act()
	return shown
}
