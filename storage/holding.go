package storage

import (
	"context"
	"fmt"

	"technopark/app"
)

// Holding returns what the file holds, read at one moment.
func (s *Store) Holding(ctx context.Context) (app.Holding, error) {
	h := app.Holding{Records: map[string]int64{}}
	err := s.read(ctx, func(x *tx) error {
		for _, t := range app.Types() {
			var n int64
			if _, err := x.one(ctx, []any{&n}, "SELECT count(*) FROM "+quote(t.Key)); err != nil {
				return err
			}
			h.Records[t.Key] = n
		}
		if _, err := x.one(ctx, []any{&h.Origin}, `SELECT hash FROM journal ORDER BY id LIMIT 1`); err != nil {
			return err
		}
		var at string
		found, err := x.one(ctx, []any{&h.Entries, &h.Hash, &at}, `SELECT id, hash, at FROM journal ORDER BY id DESC LIMIT 1`)
		if err != nil || !found {
			return err
		}
		h.Changed, err = parseStamp(at)
		return err
	})
	if err != nil {
		return h, fmt.Errorf("count what the file holds: %w", err)
	}
	return h, nil
}
