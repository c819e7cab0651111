package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// List returns the records of a type in the order of ids, derived fields filled in as
// of today. park chooses whose; it is passed over for types of the whole file.
func (s *Store) List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error) {
	var recs []app.Record
	err := s.read(ctx, func(x *tx) (err error) {
		recs, err = x.List(ctx, t, park)
		return err
	})
	return recs, err
}

// Get returns one record, derived fields filled in; app.ErrNotFound when there is none.
func (s *Store) Get(ctx context.Context, t *app.Type, id int64) (app.Record, error) {
	var rec app.Record
	err := s.read(ctx, func(x *tx) (err error) {
		rec, err = x.Get(ctx, t, id)
		return err
	})
	return rec, err
}

// Parks returns all parks of the file in the order of ids.
func (s *Store) Parks(ctx context.Context) ([]*app.Park, error) {
	recs, err := s.List(ctx, app.TypeByKey(parkTable), 0)
	if err != nil {
		return nil, err
	}
	return app.As[app.Park](recs), nil
}

// List is Store.List within the transaction.
func (x *tx) List(ctx context.Context, t *app.Type, park int64) ([]app.Record, error) {
	tab, err := x.store.table(t)
	if err != nil {
		return nil, err
	}
	recs, err := x.listBare(ctx, tab, park)
	if err != nil {
		return nil, fmt.Errorf("list %s: %w", t.Key, err)
	}
	return recs, x.derive(ctx, tab, recs, park)
}

// Get is Store.Get within the transaction.
func (x *tx) Get(ctx context.Context, t *app.Type, id int64) (app.Record, error) {
	tab, err := x.store.table(t)
	if err != nil {
		return nil, err
	}
	rec, err := x.getBare(ctx, tab, id)
	if err != nil {
		return nil, err
	}
	return rec, x.derive(ctx, tab, []app.Record{rec}, rec.Header().Park)
}

// derive fills the derived fields, reading the related records of the same park.
func (x *tx) derive(ctx context.Context, t *table, recs []app.Record, park int64) error {
	if t.typ.Derive == nil || len(recs) == 0 {
		return nil
	}
	var fault error
	related := func(key string) []app.Record {
		tab, ok := x.store.tables[key]
		if !ok {
			fault = fmt.Errorf("derive %s: record type %s is not in the catalogue", t.typ.Key, key)
			return nil
		}
		found, err := x.listBare(ctx, tab, park)
		if err != nil {
			fault = err
		}
		return found
	}
	t.typ.Derive(recs, related, x.store.day())
	return fault
}

// listBare lists records without derived fields.
func (x *tx) listBare(ctx context.Context, t *table, park int64) ([]app.Record, error) {
	if t.inPark() {
		return x.query(ctx, t, wherePark, park)
	}
	return x.query(ctx, t, whereAll)
}

// getBare reads one record without derived fields.
func (x *tx) getBare(ctx context.Context, t *table, id int64) (app.Record, error) {
	recs, err := x.query(ctx, t, whereID, id)
	if err == nil && len(recs) == 0 {
		err = app.ErrNotFound
	}
	if err != nil {
		return nil, fmt.Errorf("get %s %d: %w", t.typ.Key, id, err)
	}
	return recs[0], nil
}

// query reads the records a condition chooses: one statement for the table and one for
// each of its links, however many records there are.
func (x *tx) query(ctx context.Context, t *table, where string, args ...any) ([]app.Record, error) {
	if err := x.findEnd(ctx); err != nil {
		return nil, err
	}
	var recs []app.Record
	byID := map[int64]app.Record{}
	row := t.scanner()
	err := x.each(ctx, func(rows *sql.Rows) error {
		rec, err := row.scan(rows)
		if err != nil {
			return err
		}
		rec.Header().Seen = x.last.id
		recs = append(recs, rec)
		byID[rec.Header().ID] = rec
		return nil
	}, t.selectSQL(where), args...)
	if err != nil {
		return nil, err
	}
	for _, l := range t.links {
		if err := x.fillLink(ctx, byID, l, t.pairsSQL(l, where), args...); err != nil {
			return nil, err
		}
	}
	return recs, nil
}

// fillLink sets a Refs field of the records.
func (x *tx) fillLink(ctx context.Context, byID map[int64]app.Record, l link, text string, args ...any) error {
	targets := map[int64][]int64{}
	err := x.each(ctx, func(rows *sql.Rows) error {
		var owner, target int64
		err := rows.Scan(&owner, &target)
		targets[owner] = append(targets[owner], target)
		return err
	}, text, args...)
	if err != nil {
		return fmt.Errorf("read %s: %w", l.name, err)
	}
	for owner, ids := range targets {
		if rec, ok := byID[owner]; ok {
			l.field.Set(rec, app.TextValue(app.IDList(ids)))
		}
	}
	return nil
}
