package disk

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"hash"
	"io"
	"os"
	"path/filepath"

	"technopark/app"
)

// Loose is a file without a place: what is too large to lie in memory lies there until it
// is known where it goes, if anywhere. It is written once and can then be read by any number
// at a time. Close removes it, and Sweep when the program is killed.
type Loose struct {
	file *os.File // while it is written
	path string
	sum  hash.Hash
	size int64
}

// NewLoose begins a file in a directory or, where that is "", among those that live no longer
// than the program.
func NewLoose(dir string) (*Loose, error) {
	if dir == "" {
		dir = os.TempDir()
	}
	file, err := os.CreateTemp(dir, "."+Owned()+"*")
	if err != nil {
		return nil, unwritten(filepath.Join(dir, "x"), err)
	}
	return &Loose{file: file, path: file.Name(), sum: sha256.New()}, nil
}

// Write writes p behind what is there.
func (l *Loose) Write(p []byte) (int, error) {
	n, err := l.file.Write(p)
	l.size += int64(n)
	l.sum.Write(p[:n])
	return n, wrapped(l.path, err)
}

// Written ends the writing; without it nothing can be read.
func (l *Loose) Written() error {
	if l.file == nil {
		return nil
	}
	err := errors.Join(l.file.Sync(), l.file.Close())
	l.file = nil
	return wrapped(l.path, err)
}

// Size returns how many bytes have been written.
func (l *Loose) Size() int64 { return l.size }

// Sum returns the SHA-256 of what has been written, as app.Content does.
func (l *Loose) Sum() string { return hex.EncodeToString(l.sum.Sum(nil)) }

// Open opens the file to be read.
func (l *Loose) Open() (*os.File, error) {
	file, err := os.Open(l.path)
	if err != nil {
		return nil, Unread(l.path, err)
	}
	return file, nil
}

// Bytes reads the whole file.
func (l *Loose) Bytes() ([]byte, error) {
	file, err := l.Open()
	if err != nil {
		return nil, err
	}
	defer file.Close() //nolint:errcheck // opened for reading: nothing can be lost
	data := make([]byte, l.size)
	if _, err := io.ReadFull(file, data); err != nil {
		return nil, app.About(l.path, unread(err))
	}
	return data, nil
}

// Close removes the file. One that does not exist, as none has been made, is closed too.
func (l *Loose) Close() error {
	if l == nil {
		return nil
	}
	err := l.Written()
	return errors.Join(err, os.Remove(l.path))
}
