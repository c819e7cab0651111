package storage

import (
	"context"
	"database/sql"
	"encoding/json"
	"fmt"

	"technopark/app"
)

// Journal returns the entries a filter chooses, the newest first.
func (s *Store) Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error) {
	where, args := "WHERE 1", []any{}
	if f.Type != "" {
		where, args = where+" AND type = ?", append(args, f.Type)
	}
	if f.ID != 0 {
		where, args = where+" AND record = ?", append(args, f.ID)
	}
	if f.Of != nil {
		// One parameter, however many records: a park may have thousands.
		where += " AND (type, record) IN (SELECT value ->> 0, value ->> 1 FROM json_each(?))"
		pairs, err := placesJSON(f.Of)
		if err != nil {
			return nil, fmt.Errorf("read the journal: %w", err)
		}
		args = append(args, pairs)
	}
	if f.Did != "" {
		where, args = where+" AND action = ?", append(args, string(f.Did))
	}
	if f.After != 0 {
		where, args = where+" AND id > ?", append(args, f.After)
	}
	if f.Upto != 0 {
		where, args = where+" AND id <= ?", append(args, f.Upto)
	}
	where += " ORDER BY id DESC"
	if f.Limit > 0 {
		where, args = where+" LIMIT ?", append(args, f.Limit)
	}
	var entries []app.JournalEntry
	err := s.read(ctx, func(x *tx) (err error) {
		entries, err = x.entries(ctx, where, args...)
		return err
	})
	return entries, err
}

// placesJSON writes the types and ids of places: [["resident",17],["contract",3]].
func placesJSON(places []app.Place) (string, error) {
	pairs := make([][2]any, len(places))
	for i, p := range places {
		pairs[i] = [2]any{p.Type, p.ID}
	}
	text, err := json.Marshal(pairs)
	return string(text), err
}

// entries returns the entries of the journal that a condition chooses, in its order.
func (x *tx) entries(ctx context.Context, where string, args ...any) ([]app.JournalEntry, error) {
	var all []app.JournalEntry
	err := x.eachEntry(ctx, func(e app.JournalEntry, _ string) error {
		all = append(all, e)
		return nil
	}, where, args...)
	return all, err
}

// eachEntry calls fn for each entry with the hash of the entry before it.
func (x *tx) eachEntry(ctx context.Context, fn func(e app.JournalEntry, prev string) error, where string, args ...any) error {
	return x.eachLine(ctx, func(e app.JournalEntry, at, prev string) error {
		if at != formatStamp(e.At) {
			return app.BrokenEntry(e.ID)
		}
		return fn(e, prev)
	}, where, args...)
}

// eachLine calls fn for each entry with its moment as the file keeps it and the hash of the
// entry before it, since one whose moment cannot be read has none.
func (x *tx) eachLine(ctx context.Context, fn func(e app.JournalEntry, at, prev string) error, where string, args ...any) error {
	text := `SELECT id, at, who, change_id, cause, action, type, record,
		COALESCE(before, ''), COALESCE(after, ''), prev, hash,
		COALESCE((SELECT what FROM change WHERE change.id = journal.change_id), '') FROM journal ` + where
	return x.each(ctx, func(rows *sql.Rows) error {
		var e app.JournalEntry
		var at, prev string
		err := rows.Scan(&e.ID, &at, &e.Who, &e.Change, &e.Cause, &e.Action, &e.Type, &e.Record, &e.Before, &e.After, &prev, &e.Hash, &e.What)
		if err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
		e.At, _ = parseStamp(at)
		return fn(e, at, prev)
	}, text, args...)
}
