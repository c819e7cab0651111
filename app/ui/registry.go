// Package ui is the window: the shell round the screens, and the registry of them.
//
// The screens live below, by families of one task, each a package that knows the desk
// and the kit and no other family. A screen is a type with the methods of desk.Screen, a
// function that makes it from a desk.Desk, and one row in specialScreens below:
//
//	{ID: "indicators", Title: "ui.indicators.title", Shows: app.IndicatorKey, Section: app.SectionRating, New: indicators.New},
//
// Title is the id of a message in app/i18n/active.*.toml. The shell makes a screen
// when it is first shown, keeps it, and calls Refresh whenever it is shown again and
// after every change of records, park or year while it is in view. What is computed of the
// records comes later: then it calls Follow. Everything a
// screen may use — records, park, year, words, navigation, background work, dialogs —
// is in the desk it was made with. Optional powers are the small interfaces beside
// desk.Screen, which the shell finds by assertion, for the sake of the menu and the
// keyboard.
package ui

import (
	"slices"

	"technopark/app"
	"technopark/app/ui/checks"
	"technopark/app/ui/desk"
	"technopark/app/ui/documents"
	"technopark/app/ui/indicators"
	"technopark/app/ui/journal"
	"technopark/app/ui/packaging"
	"technopark/app/ui/profiles"
	"technopark/app/ui/records"
	"technopark/app/ui/revisions"
)

// Entry is a row of the registry.
type Entry struct {
	ID      string                       // of a record screen: the key of its type
	Title   string                       // id of a message; empty for record screens, which are named after their type
	Shows   string                       // what has no screen of its own and is found here: the key of a type, or app.IndicatorKey
	Section app.Section                  // of the navigation it stands in
	New     func(*desk.Desk) desk.Screen // makes the screen when it is first shown
}

// Screens returns all screens in the order of the navigation.
func Screens() []Entry {
	var entries []Entry
	for _, t := range navigationOrder() {
		entries = append(entries, Entry{ID: t.Key, Section: t.Section, New: recordScreenOf(t)})
	}
	entries = append(entries, specialScreens()...)
	slices.SortStableFunc(entries, func(a, b Entry) int { return int(a.Section) - int(b.Section) })
	return entries
}

// specialScreens are the screens that are not a table of records.
func specialScreens() []Entry {
	return []Entry{
		{ID: "journal", Title: "ui.journal.title", Section: app.SectionCompany, New: journal.New},
		{ID: "indicators", Title: "ui.indicators.title", Shows: app.IndicatorKey, Section: app.SectionRating, New: indicators.New},
		{ID: "check", Title: "ui.check.title", Shows: "explanation", Section: app.SectionRating, New: checks.New},
		{ID: "profiles", Title: "ui.profiles.title", Shows: "profile", Section: app.SectionRating, New: profiles.New},
		{ID: "package", Title: "ui.package.title", Section: app.SectionRating, New: packaging.New},
	}
}

func recordScreenOf(t *app.Type) func(*desk.Desk) desk.Screen {
	return func(d *desk.Desk) desk.Screen { return records.New(d, t, toolsOver) }
}

// toolsOver are the buttons over the form of a record of any type.
func toolsOver(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	if page.Type().Key == "revision" {
		return revisions.Tools(d, page)
	}
	return documents.Tools(d, page)
}
