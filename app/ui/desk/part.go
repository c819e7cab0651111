package desk

import (
	"slices"

	"technopark/app"
	"technopark/app/regulation"
)

// part is the records of some types at a state of the file.
type part struct {
	of    moment
	lists map[string][]app.Record // by type
	lost  bool                    // one could not be read, and the user was told so
}

// Part returns the records of the given types, and of no other, as they are now: those of
// the chosen park and of the whole file. It is for types of which there are few, since the
// window waits for it; each is read once between two changes. The book is empty when there
// is no park or something could not be read, which the user has then been told.
func (d *Desk) Part(typeKeys ...string) *app.Book {
	none := app.NewBook(&app.Park{}, nil)
	if d.Store == nil || d.Park == 0 {
		return none
	}
	records, err := d.partly(slices.Concat(typeKeys, []string{"park"}))
	if err != nil {
		if !d.part.lost {
			d.part.lost = true
			d.Fail(err)
		}
		return none
	}
	for _, p := range app.As[app.Park](records["park"]) {
		if p.ID == d.Park {
			return app.NewBook(p, records)
		}
	}
	return none
}

// partly reads those of the types that were not read since the last change.
func (d *Desk) partly(typeKeys []string) (map[string][]app.Record, error) {
	now, err := d.moment()
	if err != nil {
		return nil, err
	}
	now.year = 0
	if d.part.of != now || d.part.lists == nil {
		d.part = part{of: now, lists: map[string][]app.Record{}, lost: d.part.lost && d.part.of == now}
	}
	records := map[string][]app.Record{}
	for _, key := range typeKeys {
		list, known := d.part.lists[key]
		if !known {
			if list, err = d.Store.List(d.Ctx(), app.TypeByKey(key), d.Park); err != nil {
				return nil, err
			}
			d.part.lists[key] = list
		}
		records[key] = list
	}
	return records, nil
}

// InForce returns by what the year is judged, as the file has it now. What staff ought to
// know of it takes all records and comes with the check: see WithRemarks. An error is that a
// profile of the file cannot be used.
func (d *Desk) InForce() (regulation.Set, error) {
	set, err := d.Regulations.For(d.Part("profile"), d.Year)
	set.Remarks = nil
	return set, err
}
