//go:build linux

package storage

import (
	"errors"
	"testing"

	"technopark/app"
)

// A disk that takes nothing more when a new file gets its last bytes, or does not keep them, is told of as
// anywhere else.
func TestFaultAtTheEndOfAFileIsNamed(t *testing.T) {
	for place, want := range map[string]error{
		"/dev/full": app.ErrNoSpace, // no byte fits
		"/dev/null": app.ErrBadName, // it can be written and not synced, which the system says as of a bad name
	} {
		if err := finished(place, 1); !errors.Is(err, want) {
			t.Errorf("%s: %v", place, err)
		}
	}
}
