package storage

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
)

// Examine verifies a file that need not be open and may be too damaged to be opened for work.
// What keeps it from being opened at all is both a problem of the verdict and the error, which
// has the words for it; any other error says that the check could not be made.
func Examine(ctx context.Context, path string, o Options) (v app.Verdict, err error) {
	o.ReadOnly, o.flawed = true, true
	s, err := Open(path, o)
	if err != nil {
		return unopened(err), err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	return s.Verify(ctx)
}

// Rehearse does what Examine does and then makes a copy of a sound file, to see whether it
// comes back as the file is. The copy is taken away again.
func Rehearse(ctx context.Context, path string, o Options) (app.Verdict, error) {
	v, err := Examine(ctx, path, o)
	if err != nil || !v.OK() {
		return v, err
	}
	dir, err := disk.TempDir("rehearsal")
	if err != nil {
		return v, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the next start tries again
	twin := filepath.Join(dir, "copy.tpark")
	if err := Backup(ctx, path, twin, nil); err != nil {
		return v, err
	}
	is, err := Examine(ctx, twin, o)
	if err != nil && !errors.Is(err, app.ErrDamaged) {
		return v, err
	}
	switch {
	case err != nil:
		v.Add(app.Problem{Kind: app.ProblemCopy, File: err.Error()})
	case !is.OK():
		v.Add(app.Problem{Kind: app.ProblemCopy, File: is.Problems[0].Say().EN})
	case is.Hash != v.Hash:
		v.Add(app.Problem{Kind: app.ProblemCopy, File: fmt.Sprintf("%d entries, %d in the copy", v.Entries, is.Entries)})
	}
	return v, nil
}

// unopened is the verdict on a file that cannot be opened.
func unopened(err error) (v app.Verdict) {
	if !errors.Is(err, app.ErrDamaged) {
		return v
	}
	r, _ := app.Refused(err)
	if what, is := r.Data["What"].(app.Text); is {
		v.Add(app.Problem{Kind: app.ProblemSchema, File: what.EN, Remark: what})
	} else {
		v.Add(app.Problem{Kind: app.ProblemStructure, File: err.Error(), Remark: app.L("открыть его нельзя", "it cannot be opened")})
	}
	return v
}

// RestoreFile restores in a file that is not open what Store.Restore does in an open one; its
// indexes may be damaged.
func RestoreFile(ctx context.Context, path string, o Options) (restored []app.Problem, err error) {
	o.flawed = true
	s, err := Open(path, o)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	if _, held := s.HeldBy(); held {
		return nil, fmt.Errorf("restore: %w", app.ErrLocked)
	}
	return s.RestoreJournalled(ctx)
}
