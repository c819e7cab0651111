package desk

import (
	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/kit"
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
	// Drop takes back what could not be recorded.
	Drop()
}

// Retrier is a screen that can record once more what could not be recorded, in another
// file.
type Retrier interface{ KeepAgain() }

// Tool is a button over the form of a record.
type Tool struct {
	Button *kit.Button
	Show   func() // follows the record in the form
}

// RecordPage is a screen of records as the tools over its form see it.
type RecordPage interface {
	// Type returns the type of the records.
	Type() *app.Type
	// Kept returns the record in the form; nil when there is none or it is a draft.
	Kept() app.Record
	// List is what has the keyboard when a dialog over the screen is closed.
	List() fyne.Focusable
	Prover
}

// Tools makes the buttons over the form of a record.
type Tools func(*Desk, RecordPage) []Tool

// Source is a screen whose record what is added on the next one is likely to be of.
type Source interface{ Origin() Origin }
