//go:build linux

package storage

import (
	"errors"
	"testing"

	"technopark/app"
)

// A disk that takes nothing more when a new file gets its last bytes is told of as any full disk.
func TestFullDiskAtTheEndOfAFileIsNamed(t *testing.T) {
	err := finished("/dev/full", 1)
	if !errors.Is(err, app.ErrNoSpace) {
		t.Errorf("%v is not a full disk", err)
	}
}
