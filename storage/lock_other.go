//go:build !windows && !linux

package storage

import (
	"errors"
	"os"
)

// keepLocks has nothing to do: SQLite has only its usual locks here.
func keepLocks() {}

// lockByte fails: the locks that a process has here are lost whenever it closes the file, so
// the one beside has to do.
func lockByte(*os.File) error { return errors.ErrUnsupported }
