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

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/app"
	"technopark/app/ui/backups"
	"technopark/app/ui/card"
	"technopark/app/ui/checks"
	"technopark/app/ui/collecting"
	"technopark/app/ui/desk"
	"technopark/app/ui/documents"
	"technopark/app/ui/forms"
	"technopark/app/ui/home"
	"technopark/app/ui/indicators"
	"technopark/app/ui/intake"
	"technopark/app/ui/journal"
	"technopark/app/ui/others"
	"technopark/app/ui/packaging"
	"technopark/app/ui/place"
	"technopark/app/ui/profiles"
	"technopark/app/ui/records"
	"technopark/app/ui/revisions"
	"technopark/app/ui/turn"
	"technopark/app/ui/twins"
)

// Entry is a row of the registry.
type Entry struct {
	ID      string                       // of a record screen: the key of its type
	Title   string                       // id of a message; empty for record screens, which are named after their type
	Shows   string                       // what has no screen of its own and is found here: the key of a type, or app.IndicatorKey
	Section app.Section                  // of the navigation it stands in
	Pin     Pin                          // of a screen that stands in no section but always in view
	Icon    fyne.Resource                // of a pinned one
	Page    bool                         // other screens lead to it; the navigation does not
	New     func(*desk.Desk) desk.Screen // makes the screen when it is first shown
}

// Pin says where a screen stands that is always in view.
type Pin uint8

// Most screens scroll with their section.
const (
	PinNone Pin = iota
	PinTop
	PinBottom
)

// Screens returns all screens in the order of the navigation.
func Screens() []Entry {
	entries := specialScreens()
	for _, t := range navigationOrder() {
		entries = append(entries, Entry{ID: t.Key, Section: t.Section, New: recordScreenOf(t)})
	}
	slices.SortStableFunc(entries, func(a, b Entry) int {
		if a.Pin != b.Pin {
			return order(a.Pin) - order(b.Pin)
		}
		return int(a.Section) - int(b.Section)
	})
	return entries
}

// order is where screens of a pin stand among the others.
func order(p Pin) int {
	switch p {
	case PinTop:
		return 0
	case PinBottom:
		return 2
	}
	return 1
}

// specialScreens are the screens that are not a table of records; in a section they stand
// before those that are, in this order.
func specialScreens() []Entry {
	return []Entry{
		{ID: homeScreen, Title: "ui.home.title", Pin: PinTop, Icon: theme.HomeIcon(), New: home.New},
		{ID: cardScreen, Title: "ui.card.button", Page: true, Section: app.SectionResidents, New: card.New},
		{ID: "collect", Title: "ui.collect.title", Shows: "questionnaire", Section: app.SectionReports, New: collecting.New},
		{ID: "place", Title: "ui.place.title", Shows: "scenario", Section: app.SectionRating, New: place.New},
		{ID: "indicators", Title: "ui.indicators.title", Shows: app.IndicatorKey, Section: app.SectionRating, New: indicators.New},
		{ID: "check", Title: "ui.check.title", Shows: "explanation", Section: app.SectionRating, New: checks.New},
		{ID: "others", Title: "ui.others.title", Section: app.SectionMethod, New: others.New},
		{ID: "forms", Title: "ui.forms.title", Section: app.SectionMethod, New: forms.New},
		{ID: "profiles", Title: "ui.profiles.title", Shows: "profile", Section: app.SectionMethod, New: profiles.New},
		{ID: intakeScreen, Title: "ui.intake.title", Section: app.SectionData, New: intake.New},
		{ID: turnScreen, Title: "ui.turn.title", Section: app.SectionData, New: turn.New},
		{ID: "duplicates", Title: "ui.twins.title", Shows: "distinction", Section: app.SectionData, New: twins.New},
		{ID: "backups", Title: "ui.backups.title", Section: app.SectionData, New: backups.New},
		{ID: journalScreen, Title: "ui.journal.title", Section: app.SectionData, New: journal.New},
		{ID: "bin", Title: "ui.bin.title", Section: app.SectionData, New: journal.NewBin},
		{ID: "package", Title: "ui.package.title", Pin: PinBottom, Icon: theme.DocumentPrintIcon(), New: packaging.New},
	}
}

// homeScreen is the screen an opened file begins with.
const homeScreen = "home"

// listed returns the screens that stand in the navigation.
func listed(entries []Entry) []Entry {
	return slices.DeleteFunc(slices.Clone(entries), func(e Entry) bool { return e.Page })
}

func recordScreenOf(t *app.Type) func(*desk.Desk) desk.Screen {
	return func(d *desk.Desk) desk.Screen { return records.New(d, t, toolsOver) }
}

// toolsOver are the buttons over the form of a record of any type.
func toolsOver(d *desk.Desk, page desk.RecordPage) []desk.Tool {
	if page.Type().Key == "revision" {
		return append(revisions.Tools(d, page), journal.Tools(d, page)...)
	}
	return slices.Concat(card.Tools(d, page), documents.Tools(d, page), journal.Tools(d, page))
}
