package desk

import (
	"errors"

	"technopark/app"
)

// OfFile reports whether an error says what has become of the data file while it was open.
func OfFile(err error) bool { return TakenAway(err) || errors.Is(err, app.ErrReplaced) }

// TakenAway reports whether an error says that the data file was taken away from under the
// program, which still has what it held.
func TakenAway(err error) bool {
	return errors.Is(err, app.ErrMoved) || errors.Is(err, app.ErrUnreachable) || errors.Is(err, app.ErrProtected)
}
