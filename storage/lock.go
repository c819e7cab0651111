package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"technopark/app"
)

// The lock is a file beside the data file that its holder keeps locked by the operating
// system and in which the holder says who it is.
//
// We lock through the system, because a lock then dies with its process: after a crash
// nobody has to judge whether the one named in the file still lives. We lock a file of its
// own, because SQLite's locks on the data file come and go with each transaction, and
// because a second lock on it would undo them (POSIX locks belong to the process). Were
// the lock ever to fail, on a network drive that only pretends to lock, SQLite's own locks
// still keep the file whole, and the second writer would see what the first has written.
const lockSuffix = ".lock"

type lock struct {
	file *os.File
	path string
}

func newHolder(user string, since time.Time) app.Holder {
	host, err := os.Hostname()
	if err != nil {
		host = "" // the user and the time say enough
	}
	return app.Holder{Host: host, User: user, PID: os.Getpid(), Since: since.UTC().Truncate(time.Second)}
}

// acquire takes the lock for h. When somebody has it, the error is app.ErrLocked and
// the holder is returned, as far as it can be read.
func acquire(path string, h app.Holder) (*lock, app.Holder, error) {
	for {
		file, err := os.OpenFile(path, os.O_RDWR|os.O_CREATE, 0o666)
		if err != nil {
			return nil, app.Holder{}, fmt.Errorf("lock: %w", err)
		}
		l := &lock{file, path}
		switch err := lockFile(file); {
		case errors.Is(err, app.ErrLocked):
			holder := l.holder()
			return nil, holder, errors.Join(app.ErrLocked, file.Close())
		case err != nil:
			return nil, app.Holder{}, errors.Join(fmt.Errorf("lock %s: %w", path, err), file.Close())
		}
		if !l.current() {
			// Its last holder removed it between our opening and locking it.
			if err := file.Close(); err != nil {
				return nil, app.Holder{}, err
			}
			continue
		}
		if err := l.sign(h); err != nil {
			return nil, app.Holder{}, errors.Join(fmt.Errorf("lock %s: %w", path, err), l.release())
		}
		return l, h, nil
	}
}

// current reports whether the locked file is still the one others would open.
func (l *lock) current() bool {
	ours, err := l.file.Stat()
	if err != nil {
		return false
	}
	there, err := os.Stat(l.path)
	return err == nil && os.SameFile(ours, there)
}

// sign writes the holder into the lock.
func (l *lock) sign(h app.Holder) error {
	text, err := json.Marshal(h)
	if err != nil {
		return err
	}
	if err := l.file.Truncate(0); err != nil {
		return err
	}
	_, err = l.file.WriteAt(append(text, '\n'), 0)
	return err
}

// holder reads who holds the lock; a holder that cannot be read is zero.
func (l *lock) holder() app.Holder {
	var h app.Holder
	text, err := io.ReadAll(io.NewSectionReader(l.file, 0, 4096))
	if err != nil || json.Unmarshal(text, &h) != nil {
		return app.Holder{}
	}
	return h
}

// writable reports whether the file may be written to.
func writable(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil
}
