package ui

import (
	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
)

// badge is how many findings wait behind an entry of the navigation.
type badge struct{ errors, warnings int }

// text is the badge with the signs of the levels; empty when nothing waits.
func (b badge) text() string {
	text := ""
	if b.errors > 0 {
		text = desk.ErrorMark + desk.Whole(b.errors)
	}
	if b.warnings > 0 {
		if text != "" {
			text += app.NBSP
		}
		text += desk.WarningMark + desk.Whole(b.warnings)
	}
	return text
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
