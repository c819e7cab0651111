package desk

import (
	"errors"

	"technopark/app"
)

// WhyNot says in the user's words why Open cannot show a record: it was deleted, or is
// another park's. It returns «» when nothing stands in the way. title is what the record is
// called where it is asked for; with «» it is called by its type.
func (d *Desk) WhyNot(p app.Place, title string) string {
	t := app.TypeByKey(p.Type)
	if t == nil || p.ID == 0 {
		return ""
	}
	if title == "" {
		title = t.One.In(d.Lang)
	}
	rec, err := d.Store.Get(d.Ctx(), t, p.ID)
	switch {
	case errors.Is(err, app.ErrNotFound):
		return d.T("ui.journal.gone", "Record", title)
	case err != nil:
		return d.Say(err)
	case t.Scope == app.ScopePark && rec.Header().Park != d.Park:
		return d.T("ui.journal.other_park", "Record", title)
	}
	return ""
}
