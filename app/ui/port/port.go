// Package port says what the window needs from the rest of the program: a data
// file, a clock and the ways to open one file and to make another. It knows no
// window toolkit, so that a build without a window can be wired in the same way.
package port

import (
	"context"
	"time"

	"technopark/app"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// Store is one open data file. Package storage has it; main passes it in.
// Errors unwrap to the sentinels of package app.
type Store interface {
	// List returns the records of a type, derived fields filled in; those of the
	// whole file are returned whatever the park.
	List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error)
	Get(ctx context.Context, t *app.Type, id int64) (app.Record, error)
	Parks(ctx context.Context) ([]*app.Park, error)
	Book(ctx context.Context, park int64) (*app.Book, error)
	Content(ctx context.Context, sha256 string) ([]byte, error)
	// Titles returns what people call the records of a type, by id.
	Titles(ctx context.Context, t *app.Type, park int64) (map[int64]string, error)

	// Save adds a record without an id, giving it one, and changes one that has it.
	Save(ctx context.Context, rec app.Record) error
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
	// Delete refuses with *app.InUseError when other records depend on the record.
	Delete(ctx context.Context, rec app.Record) error
	DeleteWithDependents(ctx context.Context, rec app.Record) error

	// NextUndo and NextRedo return the step that Undo and Redo would take; ok is
	// false when there is none.
	NextUndo(ctx context.Context) (step app.Step, ok bool, err error)
	NextRedo(ctx context.Context) (step app.Step, ok bool, err error)
	Undo(ctx context.Context) (app.Step, error)
	Redo(ctx context.Context) (app.Step, error)

	// Journal returns the entries a filter chooses, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
	// VerifyJournal fails with app.BrokenEntry when the journal was tampered with.
	VerifyJournal(ctx context.Context) error

	// Present returns nil while the file is where it was opened and is the one that was
	// opened; else app.ErrMoved, ErrReplaced, ErrProtected or ErrUnreachable.
	Present(ctx context.Context) error
	// SaveCopy writes all data to a new file, even when the file itself is gone.
	SaveCopy(ctx context.Context, path string) error

	Path() string
	ReadOnly() bool
	HeldBy() (holder app.Holder, held bool)
	Close() error
}

// Options is what main gives the window.
type Options struct {
	File        string                           // opened at the start; empty for the start page
	OpenStore   func(path string) (Store, error) // an existing file
	CreateStore func(path string) (Store, error) // a new file with the dictionary of fields of work
	CreateDemo  func(path string) (Store, error) // a new file with the demonstration park
	// CreateFrom makes a new file of what a package carries; its data could be read.
	CreateFrom  func(path string, from *submission.Inspection) (Store, error)
	Regulations *regulation.Library // by what ratings are computed and checked
	Who         string              // who works: printed as the maker of a revision
	Now         func() time.Time
	SettingsDir string // of settings.toml and technopark.log; empty to keep neither
}
