// Package recovery saves what can be saved of a damaged data file: a new file with it, whether
// that one is sound, what was lost, and in what the last good copy differs, so that staff can
// choose between the two. The window and the command line both call it; what can be done with a
// data file is passed in, and the clock with it.
//
// It stands beside package copies and not in it, because a copy is a file as it was, for which
// bytes and dates answer, while here a file is put together of what is left of one.
package recovery

import (
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/disk"
)

// Storage is what is needed of data files; main passes it in.
type Storage struct {
	// Recover writes what is left of a damaged data file as a new one, whole or not at all; tell,
	// which may be nil, hears how many of its pages are read. It is app.ErrDamaged where nothing
	// is left.
	Recover func(ctx context.Context, path, to string, tell func(done, all int)) (app.Recovery, error)
	// Examine says what in a data file is not as this program wrote it.
	Examine func(ctx context.Context, path string) (app.Verdict, error)
}

// Saver saves what is left of data files.
type Saver struct {
	Storage Storage       // what a data file can do
	Copies  copies.Keeper // of data files
}

// Saved is what came of it.
type Saved struct {
	Path    string              // of the new file
	Report  app.Recovery        // what is in it, and what could not be saved
	Verdict app.Verdict         // what is still wrong with it: kept files that are lost
	Against *Against            // the last good copy; nil where there is none
	Passed  []copies.PassedOver // later copies, which turned out not to be good
}

// Against is the last good copy of the damaged file, beside what was saved.
type Against struct {
	Copy        copies.Copy        // which one
	Differences []copies.Differing // of the copy and the new file
	Fault       error              // why they could not be compared; nil when they were
}

// The steps, by the ids of their messages.
const (
	stepRead    = "recovery.step.read"
	stepVerify  = "recovery.step.verify"
	stepCompare = "recovery.step.compare"
)

// Save writes what is left of a data file under a name that is free, verifies it and compares it
// with the last good copy. The damaged file stays as it is. What keeps a copy from being looked
// at is told in the answer: what was saved is saved.
func (s Saver) Save(ctx context.Context, file, to string, tell copies.Tell) (Saved, error) {
	say := func(step string, done, all int) {
		if tell != nil {
			tell(step, done, all)
		}
	}
	is := Saved{Path: to}
	var err error
	if is.Report, err = s.Storage.Recover(ctx, file, to, func(done, all int) { say(stepRead, done, all) }); err != nil {
		return is, err
	}
	say(stepVerify, 0, 0)
	if is.Verdict, err = s.Storage.Examine(ctx, to); err != nil && !errors.Is(err, app.ErrDamaged) {
		return is, app.About(to, err)
	}
	say(stepCompare, 0, 0)
	is.Against, is.Passed = s.against(ctx, file, to)
	return is, ctx.Err()
}

// against compares the last good copy of a file with what was saved of it.
func (s Saver) against(ctx context.Context, file, to string) (*Against, []copies.PassedOver) {
	last, passed, ok := s.Copies.LastGood(ctx, file)
	if !ok {
		return nil, passed
	}
	is := &Against{Copy: last}
	is.Differences, is.Fault = s.Copies.Differences(ctx, last.Path(), "", to)
	return is, passed
}

// mostNames is how many names are tried for a file that is saved.
const mostNames = 99

// Name is what the file that is saved is called where nobody says otherwise: «primer —
// спасённое.tpark» beside primer.tpark, with a number where that is taken.
func Name(file string) string {
	stem := strings.TrimSuffix(filepath.Base(file), filepath.Ext(file)) + " — спасённое"
	name := stem + copies.Extension
	for n := 2; n < mostNames && disk.New(filepath.Join(filepath.Dir(file), name)) != nil; n++ {
		name = fmt.Sprintf("%s (%d)%s", stem, n, copies.Extension)
	}
	return name
}
