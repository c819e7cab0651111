package ui

import (
	"slices"

	"technopark/app"
	"technopark/app/ui/desk"
)

// navigationOrder returns the record types with a screen of their own by section; within one, in the catalogue's
// order with the dictionaries, which staff open once a year, at the end.
func navigationOrder() []*app.Type {
	types := slices.DeleteFunc(app.Types(), func(t *app.Type) bool { return t.Aside })
	slices.SortStableFunc(types, func(a, b *app.Type) int {
		if a.Section != b.Section {
			return int(a.Section) - int(b.Section)
		}
		return dictionary(a) - dictionary(b)
	})
	return types
}

// dictionary is 1 for types that are only a list of names.
func dictionary(t *app.Type) int {
	if len(t.Fields) == 1 {
		return 1
	}
	return 0
}

// sectionTitles are ids of messages, by section.
func sectionTitle(s app.Section) string {
	switch s {
	case app.SectionPark:
		return "ui.section.park"
	case app.SectionResidents:
		return "ui.section.residents"
	case app.SectionCompany:
		return "ui.section.company"
	}
	return "ui.section.rating"
}

// title returns the name of a screen in the navigation.
func (e Entry) title(d *desk.Desk) string {
	if e.Title != "" {
		return d.T(e.Title)
	}
	return app.TypeByKey(e.ID).Many.In(d.Lang)
}
