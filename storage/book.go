package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// bookTries is how often a book is begun anew because records changed while it was read.
const bookTries = 3

// Book returns all records of a park and of the whole file, as they are at one moment;
// app.ErrNotFound when there is no such park.
//
// It is read a type at a time, so that who asks for something else meanwhile, the window
// above all, does not wait for the whole of it. The journal tells whether anything has
// changed between the first type and the last; then it is read again, and at last in one go.
func (s *Store) Book(ctx context.Context, park int64) (*app.Book, error) {
	records, entry, same, err := s.byTypes(ctx, park)
	for try := 1; err == nil && !same && try < bookTries; try++ {
		records, entry, same, err = s.byTypes(ctx, park)
	}
	if err == nil && !same {
		records, entry, err = s.atOnce(ctx, park)
	}
	if err != nil {
		return nil, fmt.Errorf("read park %d: %w", park, err)
	}
	if b := app.BookOf(park, records, s.day()); b != nil {
		b.Entry = entry
		return b, nil
	}
	return nil, fmt.Errorf("read park %d: %w", park, app.ErrNotFound)
}

// byTypes reads the records of each type on their own, entry being the newest of the journal then;
// same reports whether nothing has changed from the first to the last.
func (s *Store) byTypes(ctx context.Context, park int64) (records map[string][]app.Record, entry int64, same bool, err error) {
	records = map[string][]app.Record{}
	var began, now journalEnd
	for i, t := range app.Types() {
		err := s.read(ctx, func(x *tx) (err error) {
			if records[t.Key], err = x.listBare(ctx, s.tables[t.Key], park); err != nil {
				return err
			}
			err = x.findEnd(ctx)
			now = x.last
			return err
		})
		if err != nil {
			return nil, 0, false, err
		}
		if i == 0 {
			began = now
		}
		if now != began {
			return nil, 0, false, nil
		}
	}
	return records, now.id, true, nil
}

// atOnce reads the records of all types, letting nobody else in between.
func (s *Store) atOnce(ctx context.Context, park int64) (records map[string][]app.Record, entry int64, err error) {
	records = map[string][]app.Record{}
	err = s.read(ctx, func(x *tx) (err error) {
		for _, t := range app.Types() {
			if records[t.Key], err = x.listBare(ctx, s.tables[t.Key], park); err != nil {
				return err
			}
		}
		entry = x.last.id
		return nil
	})
	return records, entry, err
}

// Records returns all records of the file, of all its parks, read at one moment; derived fields
// are empty in them.
func (s *Store) Records(ctx context.Context) (app.RecordsByType, error) {
	records := app.RecordsByType{}
	err := s.read(ctx, func(x *tx) (err error) {
		for _, t := range app.Types() {
			if records[t.Key], err = x.query(ctx, s.tables[t.Key], whereAll); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("read all records: %w", err)
	}
	return records, nil
}

// Years returns the first and the last year with reports of a park, or with figures of other
// parks; zeros when there are none.
func (s *Store) Years(ctx context.Context, park int64) (first, last int, err error) {
	err = s.read(ctx, func(x *tx) error {
		for _, t := range app.Types() {
			from, upto, err := x.years(ctx, s.tables[t.Key], park)
			if err != nil {
				return fmt.Errorf("years of %s: %w", t.Key, err)
			}
			if last = max(last, upto); from != 0 && (first == 0 || from < first) {
				first = from
			}
		}
		return nil
	})
	return first, last, err
}

// years returns the first and the last year of the reports in a table; zeros when it has
// none.
func (x *tx) years(ctx context.Context, t *table, park int64) (first, last int, err error) {
	f, ok := t.typ.Field(t.typ.Period)
	if !ok || f.Kind != app.KindPeriod {
		return 0, 0, nil
	}
	where, args := whereAll, []any{}
	if t.inPark() {
		where, args = wherePark, []any{park}
	}
	period := "NULLIF(" + quote(f.Key) + ", '')" // periods sort as text: see app.Period.Key
	var from, upto sql.NullString
	if _, err := x.one(ctx, []any{&from, &upto}, "SELECT min("+period+"), max("+period+") FROM "+quote(t.typ.Key)+where, args...); err != nil {
		return 0, 0, err
	}
	return yearOf(from.String), yearOf(upto.String), nil
}

// yearOf returns the year of a period as it is kept; 0 when it is none.
func yearOf(period string) int {
	p, _ := app.ParsePeriod(period)
	return p.Year
}
