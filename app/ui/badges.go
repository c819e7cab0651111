package ui

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/collection"
	"technopark/app/ui/desk"
)

// badge is how many findings wait behind an entry of the navigation.
type badge struct{ errors, warnings int }

// awaited puts those whose figures cannot wait behind the collection desk, and copies that want
// looking after behind theirs.
func awaited(all map[string]badge, d *desk.Desk) map[string]badge {
	all["backups"] = badge{warnings: d.Copies.Waiting()}
	if b := d.Look().Book; b != nil {
		all["collect"] = badge{warnings: collection.Waiting(b, app.YearPeriod(d.Year), d.Today())}
	}
	return all
}

// badges counts the findings nobody has explained, by the screen they are mended on.
func badges(r check.Report) map[string]badge {
	all := map[string]badge{}
	for _, f := range r.Findings {
		if f.Explanation != nil {
			continue
		}
		for _, id := range []string{screenOf(f.Home().Type), "check"} {
			b := all[id]
			if f.Level == check.Error {
				b.errors++
			} else {
				b.warnings++
			}
			all[id] = b
		}
	}
	return all
}
