package desk

import (
	"errors"

	"technopark/app"
)

// Change makes one step of the data file, named as undo is to name it, and tells the shell.
// A failure is shown and nothing has changed then; it reports whether the step was made.
func (d *Desk) Change(step string, do func(app.Tx) error) bool {
	if err := d.Store.Change(d.Ctx(), step, do); err != nil {
		d.Fail(err)
		if errors.Is(err, app.ErrOvertaken) {
			d.Changed() // what is on the screen is of before
		}
		return false
	}
	d.Changed()
	return true
}
