package desk

import "technopark/app"

// Records returns all records of the chosen park as they are now; the window waits for them. Only what
// has changed since the last check is read anew; the whole park is read where there was none yet.
// app.ErrNotFound when the park is gone.
func (d *Desk) Records() (*app.Book, error) {
	var before []*app.Book
	if b := d.Look().Book; b != nil {
		before = append(before, b)
	}
	return bookNow(d.Ctx(), d.Store, d.Park, before)
}
