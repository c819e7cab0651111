package copies

import (
	"cmp"
	"context"
	"os"
	"path/filepath"
	"time"

	"technopark/app/disk"
)

// What was read of a copy holds for as long as nobody writes to its file. To read all copies again
// whenever they are listed would take minutes, so the system says of which that is to be done; what
// somebody's work hangs on is read in any case: see LastGood.

// coarse is how exactly the file systems of sticks keep times: they forget the fractions of a second
// that the system remembers until they are unplugged.
const coarse = 2 * time.Second

// modified returns when a file was last written to; zero when that cannot be said.
func modified(path string) time.Time {
	info, err := os.Lstat(path)
	if err != nil {
		return time.Time{}
	}
	return info.ModTime()
}

// touched reports whether the file of a copy was written to since it was read.
func (e Entry) touched(info os.FileInfo) bool {
	is, was := info.ModTime().Truncate(time.Microsecond), e.Modified.Truncate(time.Microsecond)
	return !is.Equal(was) && (is.Nanosecond() != 0 || is.Sub(was).Abs() > coarse)
}

// reread reads those copies of a list again that were written to since, and notes what came of it.
func (m *making) reread(list *ledger) error {
	read := false
	for i := range list.Copies {
		e := &list.Copies[i]
		path := filepath.Join(list.dir(), e.Name)
		info, err := os.Lstat(path)
		if err != nil || e.Fault != "" || !info.Mode().IsRegular() || !e.touched(info) {
			continue
		}
		sum, err := disk.Sum(m.ctx, path)
		switch {
		case m.ctx.Err() != nil:
			return m.ctx.Err()
		case err != nil:
			continue // a disk that does not answer is asked next time
		case sum != e.SHA256:
			e.Fault = FaultChanged
		}
		e.Modified, read = info.ModTime(), true
	}
	if !read {
		return nil
	}
	return list.write()
}

// ReadAll reads the bytes of all copies of a list anew, in both places, whatever the system says of
// them: a disk that spoils them does not change their time. What was found stands in the list
// afterwards, and is noted. tell hears how many copies are read.
func (k Keeper) ReadAll(ctx context.Context, l *Listing, tell func(done, all int)) error {
	for i := range l.Copies {
		tell(i, len(l.Copies))
		c := &l.Copies[i]
		c.Stale = false
		for _, path := range []string{c.First, c.Second} {
			if path == "" {
				continue
			}
			if err := k.readAnew(ctx, c, path); err != nil {
				return err
			}
		}
	}
	return nil
}

// readAnew reads a copy in one of its places. One that does not stand in a list or cannot be read is
// told as one that nobody has read.
func (k Keeper) readAnew(ctx context.Context, c *Copy, path string) error {
	altered, listed, err := k.altered(ctx, path)
	switch {
	case ctx.Err() != nil:
		return ctx.Err()
	case err != nil:
		c.Stale = c.Listed
	case altered && c.Fault == "":
		c.Fault = FaultChanged
		return k.note(path, func(e *Entry) { e.Fault = FaultChanged })
	case listed && !altered:
		c.Checked = k.Now()
	}
	return nil
}

// PassedOver is a copy that would have been the last good one, and is not.
type PassedOver struct {
	Path  string // of the copy
	Fault string // id of a message; «» when it could not be read
	Cause error  // what was met
}

// StateID is the message that says how the copy is.
func (p PassedOver) StateID() string { return cmp.Or(p.Fault, "copies.state.unread") }

// LastGood reads the copies of a data file, the last first, until one is good, and returns it and
// those that it passed over; ok is false when none is. A copy that was read in the second place is
// told with that place alone.
func (k Keeper) LastGood(ctx context.Context, file string) (good Copy, passed []PassedOver, ok bool) {
	l, err := k.List(file)
	if err != nil {
		return Copy{}, nil, false
	}
	for _, c := range l.Copies {
		if c.Other || !c.hopeful() && c.Fault != FaultChanged {
			continue
		}
		for _, path := range []string{c.First, c.Second} {
			if path == "" {
				continue
			}
			seen := modified(path)
			v, err := k.inspect(ctx, path, "")
			if err == nil {
				_ = k.note(path, func(e *Entry) { e.found(v.Fault, k.Now(), seen) }) // what was found stands without a note
			}
			if err == nil && v.Fault == "" {
				if path == c.Second {
					c.First = ""
				}
				c.Fault, c.Stale = "", false
				return c, passed, true
			}
			if ctx.Err() != nil {
				return Copy{}, passed, false
			}
			if err == nil {
				err = v.Cause
			}
			passed = append(passed, PassedOver{path, v.Fault, err})
		}
	}
	return Copy{}, passed, false
}
