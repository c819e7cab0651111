// Package ui is the window: the shell, the registry of screens, the generic record
// screen and the special screens.
//
// A screen that is not a table of records is one file with a type that has the
// methods of Screen and a function that makes it from a Desk, and one row in
// specialScreens below:
//
//	{ID: "indicators", Title: "ui.indicators.title", Section: app.SectionRating, New: newIndicatorsScreen},
//
// Title is the id of a message in app/i18n/active.*.toml. The shell makes a screen
// when it is first shown, keeps it, and calls Refresh whenever it is shown again and
// after every change of records, park or year while it is in view. Everything a
// screen may use — records, park, year, words, navigation, background work, dialogs —
// is in the Desk it was made with. Optional powers are small interfaces (Adder,
// Finder, Lister, Deleter, Explainer, Prover, Opener, Taker, Keeper) that the shell finds by assertion, for the sake
// of the menu and the keyboard.
package ui

import (
	"slices"

	"fyne.io/fyne/v2"

	"technopark/app"
)

// Screen is one page of the window.
type Screen interface {
	// Content returns the page; it is asked for once.
	Content() fyne.CanvasObject
	// Refresh reads the records again and shows them, keeping the selection.
	Refresh()
}

// Adder is a screen on which a record can be added (Ctrl+N).
type Adder interface{ Add() }

// Finder is a screen with a filter (Ctrl+F puts the cursor into it).
type Finder interface{ FocusFilter() }

// Lister is a screen whose list has the keyboard when the screen is shown.
type Lister interface{ FocusList() }

// Deleter is a screen whose selected record can be deleted.
type Deleter interface{ Delete() }

// Explainer is a screen on which the selected finding can be explained (Ctrl+E).
type Explainer interface{ FocusExplanation() }

// Prover is a screen whose selected thing can have documents (Ctrl+D). Subject returns
// that of a link to it and what to call it; «» when nothing is selected.
type Prover interface {
	Subject() (subject, title string)
}

// Opener is a screen that can show one record and put the cursor into a field of it.
type Opener interface {
	Open(id int64, fieldKey string)
}

// Taker is a screen that can drop what is typed and not recorded yet (Ctrl+Z).
type Taker interface{ TakeBack() bool }

// Keeper is a screen that may have what could not be recorded: Unsaved asks what to do
// with it, «» when there is nothing.
type Keeper interface {
	Unsaved() string
	FocusUnsaved()
	// KeepAgain tries to record it once more, in another file.
	KeepAgain()
}

// Entry is a row of the registry.
type Entry struct {
	ID      string // of a record screen: the key of its type
	Title   string // id of a message; empty for record screens, which are named after their type
	Shows   string // key of the type whose records have no screen of their own and are found here
	Section app.Section
	New     func(*Desk) Screen
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
		{ID: "journal", Title: "ui.journal.title", Section: app.SectionCompany, New: newJournalScreen},
		{ID: "indicators", Title: "ui.indicators.title", Section: app.SectionRating, New: newIndicatorsScreen},
		{ID: "check", Title: "ui.check.title", Shows: "explanation", Section: app.SectionRating, New: newCheckScreen},
		{ID: "profiles", Title: "ui.profiles.title", Shows: "profile", Section: app.SectionRating, New: newProfilesScreen},
		{ID: "package", Title: "ui.package.title", Section: app.SectionRating, New: newPackageScreen},
	}
}

// homeOf returns the id of the screen that shows records of a type: its own, one that says so,
// or that of the records they belong to; empty when none does.
func homeOf(t *app.Type) string {
	for _, e := range specialScreens() {
		if e.Shows == t.Key {
			return e.ID
		}
	}
	owner, owned := t.Field(t.Owner)
	switch {
	case t.Aside && owned:
		return owner.Ref
	case t.Aside:
		return ""
	}
	return t.Key
}

func recordScreenOf(t *app.Type) func(*Desk) Screen {
	return func(d *Desk) Screen { return newRecordScreen(d, t) }
}
