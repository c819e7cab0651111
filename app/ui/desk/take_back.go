package desk

import (
	"context"

	"technopark/app/ui/kit"
)

// LastStep is a step of undo that a screen has just made and offers to take back, with what is
// said of it.
type LastStep struct {
	What  string // as undo calls it
	Title string // of the dialog that says Later
	Later string // something was changed since: the step is no longer the last
	Busy  string // while it is taken back
}

// TakeBack undoes a step beside the window, if it is the last still, and calls done then.
func (d *Desk) TakeBack(last LastStep, done func()) {
	step, ok, err := d.Store.NextUndo(d.Ctx())
	switch {
	case err != nil:
		d.Fail(err)
		return
	case !ok || step.What != last.What:
		kit.Tell(d.Window, last.Title, last.Later, d.T("ui.ok"))
		return
	}
	d.Tasks.Run(last.Busy, func(ctx context.Context, _ kit.Progress) error {
		_, err := d.Store.Undo(ctx)
		return err
	}, func(err error) {
		if err != nil {
			d.Fail(err)
			return
		}
		done()
	})
}
