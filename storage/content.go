package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// PutContent keeps the bytes of a file within the transaction and returns their name.
// A content is never taken away with the record it came with: undo brings that back.
func (x *tx) PutContent(ctx context.Context, data []byte) (string, error) {
	if x.store.readOnly {
		return "", x.store.Unwritable()
	}
	name := app.Content(data)
	if data == nil {
		data = []byte{} // nil would be NULL
	}
	_, err := x.exec(ctx, `INSERT INTO content (sha256, size, data) VALUES (?, ?, ?) ON CONFLICT DO NOTHING`, name, len(data), data)
	if err != nil {
		return "", fmt.Errorf("keep a content of %d bytes: %w", len(data), err)
	}
	return name, nil
}

// Content returns the bytes kept under a name: app.ErrNotFound when there are none,
// app.ErrDamaged when they are not those that were put in.
func (s *Store) Content(ctx context.Context, sha256 string) ([]byte, error) {
	var data []byte
	err := s.read(ctx, func(x *tx) error {
		found, err := x.one(ctx, []any{&data}, `SELECT data FROM content WHERE sha256 = ?`, sha256)
		if err == nil && !found {
			return app.NoContent(sha256)
		}
		return err
	})
	if err == nil && app.Content(data) != sha256 {
		err = fmt.Errorf("%w: its bytes have changed", app.ErrDamaged)
	}
	if err != nil {
		return nil, fmt.Errorf("read content %.12s: %w", sha256, err)
	}
	return data, nil
}

// contentNames returns the contents there are and those that records name, one by one,
// since together they may be larger than memory.
func (s *Store) contentNames(ctx context.Context) ([]string, error) {
	var names []string
	err := s.read(ctx, func(x *tx) error {
		return x.each(ctx, func(rows *sql.Rows) error {
			var name string
			err := rows.Scan(&name)
			names = append(names, name)
			return err
		}, contentNamesSQL())
	})
	return names, err
}

// contentNamesSQL selects the names of the contents and those in every field that names one.
func contentNamesSQL() string {
	query := `SELECT "sha256" FROM "content"`
	for _, t := range app.Types() {
		for _, f := range t.Stored() {
			if f.Content {
				query += " UNION SELECT " + quote(f.Key) + " FROM " + quote(t.Key) + " WHERE " + quote(f.Key) + " IS NOT NULL"
			}
		}
	}
	return query
}
