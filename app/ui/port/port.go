// Package port says what the window needs from the rest of the program: a data
// file, a clock and the ways to open one file and to make another. It knows no
// window toolkit, so that a build without a window can be wired in the same way.
package port

import (
	"context"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/founding"
	"technopark/app/logbook"
	"technopark/app/recovery"
	"technopark/app/regulation"
	"technopark/app/search"
	"technopark/app/submission"
)

// Store is one open data file. Package storage has it; main passes it in.
// Errors unwrap to the sentinels of package app.
type Store interface {
	// List returns the records of a type, derived fields filled in; those of the
	// whole file are returned whatever the park.
	List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error)
	// Get returns one record, derived fields filled in; app.ErrNotFound when there is none.
	Get(ctx context.Context, t *app.Type, id int64) (app.Record, error)
	// Parks returns the parks of the file in the order of ids.
	Parks(ctx context.Context) ([]*app.Park, error)
	// Book returns all records of a park and those of the whole file, read at one moment.
	Book(ctx context.Context, park int64) (*app.Book, error)
	// Renew returns a book as it is now; only the records that were changed since are read.
	Renew(ctx context.Context, b *app.Book) (*app.Book, error)
	// Years returns the first and the last year with reports of a park; zeros when there are none.
	Years(ctx context.Context, park int64) (first, last int, err error)
	// Content returns the bytes of a kept file by their SHA-256: app.ErrNotFound when none
	// has it, app.ErrDamaged when they are not those that were put in.
	Content(ctx context.Context, sha256 string) ([]byte, error)
	// Titles returns what people call the records of a type, by id.
	Titles(ctx context.Context, lang app.Lang, t *app.Type, park int64) (map[int64]string, error)

	// Save adds a record without an id, giving it one, and writes the changed fields of one
	// that has it; see app.Tx.
	Save(ctx context.Context, rec app.Record) error
	// Change makes one step of all that fn writes, named as undo is to name it; when fn fails,
	// nothing of it is written and its error is returned.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
	// Delete refuses with *app.InUseError when other records depend on the record.
	Delete(ctx context.Context, rec app.Record) error
	// DeleteWithDependents deletes a record and all that depends on it, in one step.
	DeleteWithDependents(ctx context.Context, rec app.Record) error
	// DeleteAll deletes records and all that depends on them, in one step called what.
	DeleteAll(ctx context.Context, what string, recs []app.Record) error
	// Dependents returns what refers to the records, these themselves left out.
	Dependents(ctx context.Context, recs []app.Record) (app.InUseError, error)

	// NextUndo returns the step that Undo would take back; ok is false when there is none.
	NextUndo(ctx context.Context) (step app.Step, ok bool, err error)
	// NextRedo returns the step that Redo would make again; ok is false when there is none.
	NextRedo(ctx context.Context) (step app.Step, ok bool, err error)
	// Undo takes back the last step that can be, and returns it: app.ErrNotFound when there
	// is none; app.ErrConflict, app.ErrInUse or app.FieldErrors when the records are no
	// longer as the step left them. Nothing is changed then.
	Undo(ctx context.Context) (app.Step, error)
	// Redo makes the step again that was taken back last; its errors are those of Undo.
	Redo(ctx context.Context) (app.Step, error)

	// Steps returns the newest steps of undo, at most so many, the newest first.
	Steps(ctx context.Context, limit int) ([]app.StepTaken, error)
	// UndoTo takes back all steps down to one, that one too, or none of them, and returns how many
	// there were; its errors are those of Undo.
	UndoTo(ctx context.Context, change int64) (int, error)
	// RedoTo makes all steps again up to one, that one too, as UndoTo does.
	RedoTo(ctx context.Context, change int64) (int, error)

	// Journal returns the entries a filter chooses, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
	// CountJournal returns how many entries a filter chooses, whatever its limit.
	CountJournal(ctx context.Context, f app.JournalFilter) (int, error)
	// JournalPeople returns who ever wrote into the file, in the order of their names.
	JournalPeople(ctx context.Context) ([]string, error)
	// Verify says what in the file is not as this program wrote it.
	Verify(ctx context.Context) (app.Verdict, error)
	// RestoreJournalled puts back, as one step, what the journal says, and returns what that
	// was. A file whose journal or pages are at fault themselves is app.ErrDamaged.
	RestoreJournalled(ctx context.Context) ([]app.Problem, error)

	// Present returns nil while the file is where it was opened and is the one that was
	// opened; else app.ErrMoved, ErrReplaced, ErrProtected or ErrUnreachable.
	Present(ctx context.Context) error
	// SaveCopy writes all data to a new file, even when the file itself is gone.
	SaveCopy(ctx context.Context, path string) error

	// Holding returns what the file holds, in the numbers by which a copy is compared with it.
	Holding(ctx context.Context) (app.Holding, error)

	search.Records
	// Remade reports whether the index of words did not agree with the records when the file was
	// opened, and was made anew.
	Remade() bool

	// Path returns where the file is, as it was opened.
	Path() string
	// ReadOnly reports whether nothing can be written.
	ReadOnly() bool
	// Unwritable says why nothing can be written, and is app.ErrReadOnly then; nil when it can.
	Unwritable() error
	// ManyNames reports whether that is so because the file has other names.
	ManyNames() bool
	// HeldBy returns who has the file open for writing when this program has not.
	HeldBy() (holder app.Holder, held bool)
	// Close gives the file back to others; nothing can be read or written afterwards.
	Close() error
}

// Options is what main gives the window.
type Options struct {
	File      string                           // opened at the start; empty for the start page
	OpenStore func(path string) (Store, error) // an existing file
	// CreatePark makes a new file with the park that answers tell of; without answers, one with the
	// dictionary of fields of work alone.
	CreatePark func(path string, answers founding.Answers) (Store, error)
	CreateDemo func(path string) (Store, error) // a new file with the demonstration park
	// CreateFrom makes a new file of what a package carries; its data could be read.
	CreateFrom  func(path string, from *submission.Inspection) (Store, error)
	Regulations *regulation.Library // by what ratings are computed and checked
	Who         string              // who works: printed as the maker of a revision
	Now         func() time.Time    // the clock
	Copies      *copies.Keeper      // makes the copies of data files; nil to make none
	Saver       *recovery.Saver     // saves what is left of damaged data files; nil where it is not to be had
	SettingsDir string              // of settings.toml; empty to keep none
	Log         *logbook.Log        // of what the program does; nil to note nothing
}
