package copies

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// The messages of what may be wrong with a copy.
const (
	FaultDamaged = "copies.fault.damaged"
	FaultOther   = "copies.fault.other"
	FaultFile    = "copies.fault.file" // the data file had faults already when it was copied
)

// Verified is what was found in a copy.
type Verified struct {
	Holds app.Holding // what is in it, as far as that could be read
	Fault string      // id of a message; «» when it is good
	Cause error       // what was met; nil when it is good
}

// Verify reads a whole copy: it is the file that was written, and a data file that is whole,
// with the records that were counted when it was made. What was found is noted in the list.
// The passphrase opens a sealed copy; «» is that of the settings.
func (k Keeper) Verify(ctx context.Context, path, passphrase string) (Verified, error) {
	seen := modified(path)
	v, err := k.inspect(ctx, path, passphrase)
	if err != nil {
		return v, err
	}
	return v, k.note(path, func(e *Entry) { e.found(v.Fault, k.Now(), seen) })
}

// found notes what was found in a copy, and when its file had been written to before it was read.
func (e *Entry) found(fault string, at, seen time.Time) {
	e.Checked, e.Modified, e.Fault, e.Flawed = at, seen, fault, fault == FaultFile
	if e.Flawed {
		e.Fault = ""
	}
}

// inspect is Verify without a note.
func (k Keeper) inspect(ctx context.Context, path, passphrase string) (Verified, error) {
	dir, err := disk.TempDir("verify")
	if err != nil {
		return Verified{}, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the next start tries again
	var v Verified
	e := k.entryOf(path)
	if e != nil {
		sum, err := disk.Sum(ctx, path)
		if err != nil {
			return v, err
		}
		if sum != e.SHA256 {
			v.Fault, v.Cause = FaultChanged, app.About(path, app.ErrDamaged)
		}
	}
	temp := filepath.Join(dir, "copy"+Extension)
	if err := k.unpack(ctx, path, temp, passphrase); err != nil {
		return damaged(v, err)
	}
	var flaw error
	if v.Holds, flaw, err = k.examine(ctx, temp); err != nil {
		return damaged(v, app.About(path, err))
	}
	if flaw != nil && v.Fault == "" {
		v.Fault, v.Cause = FaultFile, app.About(path, flaw)
	}
	if e != nil && (v.Fault == "" || v.Fault == FaultFile) && !e.Holds.Same(v.Holds) {
		v.Fault, v.Cause = FaultOther, app.About(path, app.ErrDamaged)
	}
	return v, nil
}

// damaged tells what is wrong with a copy from what keeps us from looking.
func damaged(v Verified, err error) (Verified, error) {
	for _, of := range []error{app.ErrDamaged, app.ErrNotOurs, app.ErrEmptyFile, ErrNotSealed} {
		if errors.Is(err, of) {
			v.Cause = err
			if v.Fault == "" {
				v.Fault = FaultDamaged
			}
			return v, nil
		}
	}
	return v, err
}

// entryOf returns what the lists of a folder say of a file; nil when they say nothing.
func (k Keeper) entryOf(path string) *Entry {
	lists, _ := filepath.Glob(filepath.Join(escaped(filepath.Dir(path)), ledgerPrefix+"*"+ledgerExt)) // the pattern is right
	for _, name := range lists {
		if list, err := readLedger(name); err == nil {
			if e := list.at(filepath.Base(path)); e != nil {
				return e
			}
		}
	}
	return nil
}

// escaped writes a path so that Glob takes it as it is, where it can.
func escaped(path string) string {
	if os.PathSeparator == '\\' {
		return path
	}
	var out []rune
	for _, r := range path {
		if r == '[' || r == '*' || r == '?' || r == '\\' {
			out = append(out, '\\')
		}
		out = append(out, r)
	}
	return string(out)
}

// note changes what the list of this computer says of a copy; one that it does not know is
// left alone. A folder that may not be written to keeps no note: what was found stands.
func (k Keeper) note(path string, change func(*Entry)) error {
	lists.Lock()
	defer lists.Unlock()
	list, err := readLedger(ledgerPath(filepath.Dir(path), k.Computer))
	if err != nil {
		return err
	}
	e := list.at(filepath.Base(path))
	if e == nil {
		return nil
	}
	change(e)
	if err := list.write(); err != nil && !errors.Is(err, app.ErrNoWrite) {
		return err
	}
	return nil
}

// unpack writes the data file in a copy under a name that is free.
func (k Keeper) unpack(ctx context.Context, path, to, passphrase string) error {
	if !IsSealed(path) {
		return k.copy(ctx, path, to, nil)
	}
	if passphrase == "" {
		passphrase = k.Settings.Passphrase
	}
	return disk.MakeNew(to, func(w io.Writer) error { return unseal(ctx, path, passphrase, w) })
}

// RehearseAfter is how old the last rehearsal is when it is time for another.
const RehearseAfter = 30 * 24 * time.Hour

// Due returns the copy that is to be restored for trial: the last good one in each place,
// when none there was in the last month. A rehearsal of the future, by a clock that was
// wrong, counts for nothing.
func (k Keeper) Due(l *Listing) []string {
	var due []string
	for _, at := range []func(Copy) string{func(c Copy) string { return c.First }, func(c Copy) string { return c.Second }} {
		last, rehearsed := "", false
		for _, c := range l.Copies {
			if !c.Ours || c.Fault != "" || c.Flawed || at(c) == "" {
				continue
			}
			if last == "" {
				last = at(c)
			}
			if age := k.Now().Sub(k.rehearsed(at(c))); age >= 0 && age < RehearseAfter {
				rehearsed = true
			}
		}
		if last != "" && !rehearsed {
			due = append(due, last)
		}
	}
	return due
}

// rehearsed returns when the copy in this very place was restored for trial.
func (k Keeper) rehearsed(path string) time.Time {
	if e := k.entryOf(path); e != nil {
		return e.Rehearsed
	}
	return time.Time{}
}

// Rehearse restores a copy in full where nobody sees it and compares what is in it with what
// was counted when it was made; the result is noted in the list.
func (k Keeper) Rehearse(ctx context.Context, path string) (Verified, error) {
	seen := modified(path)
	v, err := k.inspect(ctx, path, "")
	if err != nil {
		return v, err
	}
	return v, k.note(path, func(e *Entry) {
		e.found(v.Fault, k.Now(), seen)
		if v.Fault == "" {
			e.Rehearsed = k.Now()
		}
	})
}
