// Package copies keeps copies of data files: when one is made, where, under which name,
// which are kept, whether they are still good, and how one comes back. The window and the
// commands call it alike; what can be done with a data file is passed in (Storage), so is
// the clock.
//
// A copy is a data file like any other and needs no program to be used: whoever finds it may
// rename and open it. What is known of the copies of a folder — from what, when, why, with
// what in them, whether they were read back — stands in a list beside them (ledger.go), one
// for each computer, so that two of them that share a folder never write over one another.
// Only what stands in its own list, and has the very bytes that were written, is ever taken
// away by the program.
//
// filippo.io/age seals copies with a passphrase: a format with a specification and with
// programs of others that open it, should ours be gone.
package copies

import (
	"context"
	"time"

	"technopark/app"
)

// Why says why a copy was made.
type Why string

// The reasons. What is made before something is dear longer than others: see Keep.
const (
	WhyStart    Why = "start"
	WhyExit     Why = "exit"
	WhyAsked    Why = "asked"
	WhyImport   Why = "import"
	WhyRollover Why = "rollover"
	WhyRestore  Why = "restore"
	WhyUpgrade  Why = "upgrade"
)

// before reports whether a copy was made before something that changes much at once.
func (w Why) before() bool {
	return w == WhyImport || w == WhyRollover || w == WhyRestore || w == WhyUpgrade
}

// ID is the message that names the reason.
func (w Why) ID() string {
	switch w {
	case WhyStart, WhyExit, WhyAsked, WhyImport, WhyRollover, WhyRestore, WhyUpgrade:
		return "copies.why." + string(w)
	}
	return "copies.why.unknown"
}

// File is a data file that is open to be read.
type File interface {
	// Holding returns what the file holds, read at one moment.
	Holding(ctx context.Context) (app.Holding, error)
	// Records returns all records of the file, of all its parks, read at one moment.
	Records(ctx context.Context) (app.RecordsByType, error)
	// Journal returns the entries a filter chooses, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
	// Verify says whether all in the file is as the program wrote it; an error, that this
	// could not be found out.
	Verify(ctx context.Context) (app.Verdict, error)
	// Close gives the file back.
	Close() error
}

// Storage is what copies need to know of data files; main passes it in.
type Storage struct {
	// Open opens a data file to be read only, and checks it as it does.
	Open func(path string) (File, error)
	// Copy writes a copy of a data file, which may be open and written to meanwhile, under a
	// name that is free, whole or not at all; tell, which may be nil, hears how much is done.
	Copy func(ctx context.Context, from, to string, tell func(done, all int)) error
	// Origin returns by what the copies of a data file are known, however damaged it is: see
	// app.Holding; «» where it cannot be read. nil knows none.
	Origin func(path string) string
}

// Keeper makes the copies of data files and knows where they are.
type Keeper struct {
	Storage  Storage          // what a data file can do
	Now      func() time.Time // the clock
	Computer string           // tells this computer from others: disk.Computer
	Settings Settings         // the second place and how it is written
}

// Tell hears what is being done and how much of how much is done; all is 0 where that is not
// known. A nil Tell hears nothing.
type Tell func(step string, done, all int)

func (t Tell) say(step string, done, all int) {
	if t != nil {
		t(step, done, all)
	}
}

// pages is a Tell for one step.
func (t Tell) pages(step string) func(done, all int) {
	return func(done, all int) { t.say(step, done, all) }
}

// The steps, by the ids of their messages.
const (
	stepCopy   = "copies.step.copy"
	stepRead   = "copies.step.read"
	stepSecond = "copies.step.second"
	stepRotate = "copies.step.rotate"
)
