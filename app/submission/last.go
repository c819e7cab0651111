package submission

import (
	"context"
	"errors"
	"fmt"

	"technopark/app"
)

// Last reads what the last revision of a year holds, for a check to compare with. It keeps
// what it read: the same data are thawed once, however often the records change. The zero
// value has read nothing yet.
type Last struct {
	data string // SHA-256 of what was thawed
	book *app.Book
}

// Book returns the records of a park as the last revision of the year holds them; nil when
// there is no revision, or its data cannot be compared with: those of another version of the
// program, and those that are not in the file, which is for verify to tell.
func (l *Last) Book(ctx context.Context, records Records, b *app.Book, year int) (*app.Book, error) {
	all := RevisionsOf(b, year)
	if len(all) == 0 {
		return nil, nil
	}
	rev := all[len(all)-1]
	if l.data == rev.Data {
		return l.book, nil
	}
	data, err := records.Content(ctx, rev.Data)
	if errors.Is(err, app.ErrNotFound) {
		return nil, nil
	}
	if err != nil {
		return nil, fmt.Errorf("read the data of revision %d: %w", rev.Number.N, err)
	}
	t, err := thaw(data)
	if err != nil && !errors.Is(err, errNotFrozen) {
		return nil, fmt.Errorf("read the data of revision %d: %w", rev.Number.N, err)
	}
	l.data, l.book = rev.Data, nil
	if err == nil {
		l.book = t.Book
	}
	return l.book, nil
}
