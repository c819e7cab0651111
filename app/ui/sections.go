package ui

import (
	"slices"

	"technopark/app"
	"technopark/app/ui/desk"
)

// navigationOrder returns the record types with a screen of their own by section; within one,
// what is reported by each of many comes first, the rest in the catalogue's order.
func navigationOrder() []*app.Type {
	types := slices.DeleteFunc(app.Types(), func(t *app.Type) bool { return t.Aside })
	slices.SortStableFunc(types, func(a, b *app.Type) int {
		if a.Section != b.Section {
			return int(a.Section) - int(b.Section)
		}
		return reported(a) - reported(b)
	})
	return types
}

// reported is less for the reports of residents, which staff work at all year.
func reported(t *app.Type) int {
	if t.DueOnce() && t.OfResidents() {
		return 0
	}
	return 1
}

// foldedAtFirst reports whether a group is folded until somebody opens it.
func foldedAtFirst(s app.Section) bool {
	switch s {
	case app.SectionResidents, app.SectionReports, app.SectionRating:
		return false
	}
	return true
}

// title returns the name of a screen in the navigation.
func (e Entry) title(d *desk.Desk) string {
	if e.Title != "" {
		return d.T(e.Title)
	}
	return app.TypeByKey(e.ID).Many.In(d.Lang)
}
