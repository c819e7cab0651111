package submission

import (
	"errors"
	"fmt"
	"testing"

	"technopark/app"
	"technopark/reports/attach"
)

// A file that takes too long on a busy computer is not called damaged.
func TestHeavyIsNotCalledDamaged(t *testing.T) {
	for err, id := range map[error]string{
		fmt.Errorf("parse: %w", attach.ErrHeavy): "inspect.heavy",
		errors.New("no trailer"):                 "inspect.unreadable",
	} {
		if refused, ok := app.Refused(unread(err)); !ok || refused.ID != id {
			t.Errorf("%v: said as %q", err, refused.ID)
		}
	}
}
