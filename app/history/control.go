package history

import (
	"context"

	"technopark/app"
)

// Compared is what a file says of a control value that was printed.
type Compared struct {
	Value app.Control       // that was printed
	Entry *app.JournalEntry // of that number; nil when the journal has not come so far
	Same  bool              // it is the one the value was printed of
	After int               // entries written since
}

// Compare looks for the moment of a file that a control value was printed of. It proves what it says only
// of a file that Verify finds whole.
func Compare(ctx context.Context, file File, c app.Control) (Compared, error) {
	is := Compared{Value: c}
	last, err := file.Journal(ctx, app.JournalFilter{Limit: 1})
	if err != nil || len(last) == 0 {
		return is, err
	}
	found, err := file.Journal(ctx, app.JournalFilter{After: c.Entry - 1, Upto: c.Entry})
	if err != nil || len(found) == 0 {
		return is, err
	}
	is.Entry, is.Same, is.After = &found[0], c.Proves(found[0]), int(last[0].ID-c.Entry)
	return is, nil
}
