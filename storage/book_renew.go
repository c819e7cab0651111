package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// mostRenewed is how many new entries of the journal are gone through record by record: above that
// the records of a type are read faster together.
const mostRenewed = 2000

// Renew returns a book that Book has returned as it is now. Only the records that newer entries of
// the journal name are read; the others the two books share. app.ErrNotFound when its park is gone.
func (s *Store) Renew(ctx context.Context, b *app.Book) (*app.Book, error) {
	now, entry, whole, err := s.since(ctx, b)
	switch {
	case err != nil:
		return nil, fmt.Errorf("read what has changed of park %d: %w", b.Park.ID, err)
	case whole:
		return s.Book(ctx, b.Park.ID)
	}
	next := b.Renewed(now)
	if next == nil {
		return nil, fmt.Errorf("read what has changed of park %d: %w", b.Park.ID, app.ErrNotFound)
	}
	next.Entry = entry
	return next, nil
}

// since returns the records of a book that were changed since it was read; whole when all are to be
// read: on another day time alone changes what is derived.
func (s *Store) since(ctx context.Context, b *app.Book) (now app.Latest, entry int64, whole bool, err error) {
	now = app.Latest{}
	err = s.read(ctx, func(x *tx) error {
		if err := x.findEnd(ctx); err != nil {
			return err
		}
		entry = x.last.id
		if added := entry - b.Entry; b.Entry == 0 || b.Day != s.day() || added < 0 || added > mostRenewed {
			whole = true
			return nil
		}
		named, err := x.namedSince(ctx, b.Entry)
		if err != nil {
			return err
		}
		for _, at := range named {
			if err := x.latest(ctx, b, at, now); err != nil {
				return err
			}
		}
		return nil
	})
	return now, entry, whole, err
}

// namedSince returns the records that entries after one name, each once.
func (x *tx) namedSince(ctx context.Context, entry int64) (named []reference, err error) {
	err = x.each(ctx, func(rows *sql.Rows) error {
		var at reference
		err := rows.Scan(&at.typ, &at.id)
		named = append(named, at)
		return err
	}, `SELECT DISTINCT type, record FROM journal WHERE id > ?`, entry)
	return named, err
}

// latest reads one record as it is now, unless the book is not about such.
func (x *tx) latest(ctx context.Context, b *app.Book, at reference, now app.Latest) error {
	t, known := x.store.tables[at.typ]
	if !known {
		return nil // of a type this program no longer has
	}
	recs, err := x.query(ctx, t, whereID, at.id)
	if err != nil {
		return err
	}
	switch {
	case len(recs) > 0 && (!t.inPark() || recs[0].Header().Park == b.Park.ID):
		now.Put(at.typ, at.id, recs[0])
	case b.Get(at.typ, at.id) != nil:
		now.Put(at.typ, at.id, nil)
	}
	return nil
}
