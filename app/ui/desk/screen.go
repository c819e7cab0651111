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

// Follower is a screen that shows what was computed of the records.
type Follower interface {
	// Follow shows it as it is now; the records are as they were, and whoever types is not
	// disturbed.
	Follow()
}

// Heir is a screen that can go on where another of its kind was, which said the same in another
// language. What stands in the records and in the states of lists (Desk.ListState) needs no heir.
type Heir interface {
	// Inherit takes over what is chosen, and typed and not recorded. had is what had the keyboard;
	// Inherit returns what is to have it now, nil for what has it whenever the screen is shown.
	Inherit(from Screen, had fyne.Focusable) fyne.Focusable
}

// CopiesFollower is a screen that shows the copies of the data file.
type CopiesFollower interface {
	// FollowCopies shows what is known of them now.
	FollowCopies()
}

// Returner is a screen that one can come back to where one stood on it (Alt+←), though something else
// was chosen there since. What it shows without anything chosen needs no Returner.
type Returner interface {
	// Spot says where the user stands: what is chosen, in words that outlive the screen.
	Spot() string
	// ReturnTo stands there again, as far as it is still there; the shell has shown the screen.
	ReturnTo(spot string)
}

// Adder is a screen on which a record can be added (Ctrl+N).
type Adder interface {
	// Add begins a record; it is in the file once its essential fields are filled.
	Add()
}

// Copier is a screen on which a record can be added after the likeness of another.
type Copier interface {
	// Duplicate begins a record with the values of the selected one, save those that are of
	// that one alone.
	Duplicate()
	// AddAnother begins one with what records entered one after the other have in common.
	AddAnother()
}

// Finder is a screen with a filter (Ctrl+F puts the cursor into it).
type Finder interface {
	// FocusFilter puts the cursor into the filter.
	FocusFilter()
}

// Columner is a screen whose columns can be chosen (Ctrl+Shift+C).
type Columner interface {
	// ChooseColumns asks which columns the list shows and in which order.
	ChooseColumns()
}

// Lister is a screen whose list has the keyboard when the screen is shown.
type Lister interface {
	// FocusList gives the keyboard to the list, unless there is none to walk.
	FocusList()
}

// Deleter is a screen whose selected record can be deleted.
type Deleter interface {
	// Delete asks whether to delete what is selected, and does.
	Delete()
}

// Explainer is a screen on which the selected finding can be explained (Ctrl+E).
type Explainer interface {
	// FocusExplanation puts the cursor where the selected finding is explained.
	FocusExplanation()
}

// Asked is a screen on which a rule may be in question (F1 leads to what the guide says of it).
type Asked interface {
	// RuleInView returns the id of the rule whose finding is selected, «» for none.
	RuleInView() string
}

// Prover is a screen whose selected thing can have documents (Ctrl+D).
type Prover interface {
	// Subject returns what a link to the selected thing holds and what to call it; «» when
	// nothing is selected.
	Subject() (subject, title string)
}

// Opener is a screen that can show one record and put the cursor into a field of it.
type Opener interface {
	// Open shows the record, whatever its year and the filter; with no field the list gets
	// the keyboard. A record that is not there changes nothing.
	Open(id int64, fieldKey string)
}

// Chooser is a screen that can tick records of its list.
type Chooser interface {
	// Choose ticks the records of a type, whatever their year and the filter, and no others.
	Choose(typeKey string, ids []int64)
}

// Receiver is a screen that takes files in by itself (Ctrl+Shift+A): those dropped on the window
// are its own.
type Receiver interface {
	// Receive asks for files and takes them in.
	Receive()
	// Dropped takes in files and folders.
	Dropped(paths []string)
}

// FaultFinder is a screen that shows what would be taken from a file (F8).
type FaultFinder interface {
	// NextFault selects the next of it that cannot be taken.
	NextFault()
}

// Printer is a screen that has a paper of its own, always or on one of its pages (Ctrl+P). Every
// screen of the registry is one or has a list that is printed; a test lists the others, with reasons.
type Printer interface {
	// Print shows the paper; it tells why there is none yet.
	Print()
}

// FindingPage is the screen on which findings are explained.
type FindingPage interface {
	// ShowFinding selects what a rule found at a place and puts the cursor where it is explained.
	ShowFinding(rule string, at app.Place)
}

// Carded is a screen whose selected record may have a card (Ctrl+I).
type Carded interface {
	// CardOf returns the selected record; false when there is none or nothing belongs to such.
	CardOf() (app.Place, bool)
}

// Historied is a screen whose selected record has a history (Ctrl+H).
type Historied interface {
	// HistoryOf returns the selected record and what it is called; false when there is none.
	HistoryOf() (p app.Place, title string, ok bool)
}

// JournalPage is the screen of the journal.
type JournalPage interface {
	// ShowOnly shows the entries a filter chooses; title is what the record they are of is called.
	ShowOnly(f app.JournalFilter, title string)
}

// CardPage is the screen that shows a record together with all that belongs to it.
type CardPage interface {
	Screen
	// ShowCard shows the card of a record.
	ShowCard(app.Place)
	// Shown returns the record whose card is shown.
	Shown() app.Place
	// Holds reports whether the card shows a record, or would if it was there.
	Holds(app.Place) bool
}

// Taker is a screen that can drop what is typed and not recorded yet (Ctrl+Z).
type Taker interface {
	// TakeBack drops what was typed last and reports whether there was anything.
	TakeBack() bool
}

// Keeper is a screen that may have what could not be recorded.
type Keeper interface {
	// Unsaved returns the question what to do with it; «» when there is nothing.
	Unsaved() string
	// FocusUnsaved puts the cursor into the first of it.
	FocusUnsaved()
	// Drop takes back what could not be recorded.
	Drop()
}

// Refuser is a Keeper that says at the foot of the window what it could not record (Desk.Settled).
type Refuser interface {
	Keeper
	// Refused returns what that is, in a few words; «» when all is recorded.
	Refused() string
}

// Preserver is a Keeper whose screen can put what is not recorded by in the data file, to come back
// to it later.
type Preserver interface {
	Keeper
	// UnsavedTitle returns the title of the question of Unsaved.
	UnsavedTitle() string
	// Preserve puts it by; false where that failed, which the user was told.
	Preserve() bool
}

// StepPage is a screen whose steps are about many records at once: undo and redo stay on it.
type StepPage interface {
	// Stepped follows a step that was undone or made again.
	Stepped()
}

// Retrier is a screen that can record once more what could not be recorded, in another
// file.
type Retrier interface {
	// KeepAgain tries to record it.
	KeepAgain()
}

// Tool is a button over the form of a record.
type Tool struct {
	Button *kit.Button // in the order of the row
	Show   func()      // follows the record in the form
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
type Source interface {
	// Origin returns that record; the zero Origin when nobody chose one.
	Origin() Origin
}
