package storage

import (
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// The lock is taken twice, by the operating system, which gives it up with its process: after
// a crash nobody has to judge whether the one named in it still lives.
//
// One lock is a byte of the data file itself, far behind all that will ever be in it: whatever
// the file is called, by a hard link or after it was renamed, it is the same. SQLite's own
// locks on it come and go with each transaction and do not touch it (see keepLocks).
//
// The other is a file beside the data file in which the holder says who it is; programs of
// before look at it alone, and where the file system knows no locks of single bytes it is the
// only one. Were both ever to fail, on a network drive that only pretends to lock, SQLite's own
// locks still keep the file whole, and the second writer would see what the first has written.
const lockSuffix = ".lock"

// lockedOffset is where the byte lies that is locked in the data file.
const lockedOffset = 1 << 40

type lock struct {
	data *os.File // the data file, as long as its byte is locked; see keepLocks why it stays open
	file *os.File // the one beside it; nil where there was no room for it
	path string   // of the one beside it
}

func newHolder(user string, since time.Time) app.Holder {
	host, err := os.Hostname()
	if err != nil {
		host = "" // the user and the time say enough
	}
	return app.Holder{Host: host, User: user, PID: os.Getpid(), Since: since.UTC().Truncate(time.Second)}
}

// acquire takes the locks of a data file for h. When somebody has one, the error is
// app.ErrLocked and the holder is returned, as far as it can be read.
func acquire(path string, h app.Holder) (*lock, app.Holder, error) {
	data, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return nil, app.Holder{}, fmt.Errorf("lock: %w", disk.Unread(path, err))
	}
	l := &lock{data: data, path: path + lockSuffix}
	err = lockByte(data)
	if errors.Is(err, app.ErrLocked) {
		return nil, holderIn(l.path), errors.Join(err, data.Close())
	}
	alone := err != nil // the lock beside is the only one
	holder, err := l.takeBeside(h)
	if err != nil && (alone || !errors.Is(err, errDiskFull)) {
		return nil, holder, errors.Join(err, data.Close())
	}
	return l, h, nil
}

// takeBeside takes the lock beside the data file and signs it.
func (l *lock) takeBeside(h app.Holder) (app.Holder, error) {
	for {
		file, err := l.openBeside()
		if err != nil {
			return app.Holder{}, fmt.Errorf("lock: %w", err)
		}
		switch err := lockFile(file); {
		case errors.Is(err, app.ErrLocked):
			return holderOf(file), errors.Join(app.ErrLocked, file.Close())
		case err != nil:
			return app.Holder{}, errors.Join(fmt.Errorf("lock: %w", disk.Unread(l.path, err)), file.Close())
		}
		l.file = file
		if !l.current() {
			// Its last holder removed it between our opening and locking it.
			l.file = nil
			if err := file.Close(); err != nil {
				return app.Holder{}, err
			}
			continue
		}
		l.sign(h) //nolint:errcheck // unsigned it is a lock too, as on a disk that is full
		return h, nil
	}
}

// openBeside opens the file beside the data file, or makes it. What lies there and is not a
// lock of ours is refused: to sign it would empty somebody's file.
func (l *lock) openBeside() (*os.File, error) {
	rights := os.FileMode(0o600)
	if info, err := l.data.Stat(); err == nil {
		rights = info.Mode().Perm() & 0o666 // who may read the data may read who holds them
	}
	file, err := openNoLink(l.path, rights)
	if _, said := app.Refused(err); err != nil && !said {
		err = disk.Unread(l.path, err)
	}
	if err != nil {
		return nil, err
	}
	if !ownLock(file) {
		return nil, errors.Join(&app.Refusal{ID: "err.lock_place", Data: map[string]any{"Lock": l.path}}, file.Close())
	}
	return file, nil
}

// lockStart is how the text of a lock begins.
const lockStart = `{"host":`

// ownLock reports whether a file is one we would have made: with no other name, and empty or
// signed, if only in part.
func ownLock(file *os.File) bool {
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || !oneName(file, info) {
		return false
	}
	start := make([]byte, len(lockStart))
	n, err := file.ReadAt(start, 0)
	return (err == nil || errors.Is(err, io.EOF)) && string(start[:n]) == lockStart[:n]
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

// holderIn reads who holds the lock in a file; nobody when there is none.
func holderIn(path string) app.Holder {
	if info, err := os.Lstat(path); err != nil || !info.Mode().IsRegular() {
		return app.Holder{}
	}
	file, err := os.Open(path)
	if err != nil {
		return app.Holder{}
	}
	defer func() { _ = file.Close() }() // it was only read
	return holderOf(file)
}

// holderOf reads who holds the lock; a holder that cannot be read is zero.
func holderOf(file *os.File) app.Holder {
	var h app.Holder
	text, err := io.ReadAll(io.NewSectionReader(file, 0, 4096))
	if err != nil || json.Unmarshal(text, &h) != nil {
		return app.Holder{}
	}
	return h
}

// release gives up both locks.
func (l *lock) release() error {
	return errors.Join(l.giveUpBeside(), l.data.Close())
}

// writable reports whether the file may be written to.
func writable(path string) bool {
	file, err := os.OpenFile(path, os.O_RDWR, 0)
	if err != nil {
		return false
	}
	return file.Close() == nil
}
