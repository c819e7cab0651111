package storage

import (
	"context"
	"database/sql"
	"fmt"

	"technopark/app"
)

// Journal returns the entries a filter chooses, the newest first.
func (s *Store) Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error) {
	var entries []app.JournalEntry
	err := s.read(ctx, func(x *tx) error {
		where, args, err := x.chosen(ctx, f)
		if err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
		where += " ORDER BY id DESC"
		if f.Limit > 0 {
			where, args = where+" LIMIT ?", append(args, f.Limit)
		}
		entries, err = x.entries(ctx, where, args...)
		return err
	})
	return entries, err
}

// CountJournal returns how many entries a filter chooses, whatever its limit.
func (s *Store) CountJournal(ctx context.Context, f app.JournalFilter) (n int, err error) {
	err = s.read(ctx, func(x *tx) error {
		where, args, err := x.chosen(ctx, f)
		if err == nil {
			_, err = x.one(ctx, []any{&n}, "SELECT count(*) FROM journal "+where, args...)
		}
		if err != nil {
			return fmt.Errorf("count the journal: %w", err)
		}
		return nil
	})
	return n, err
}

// JournalPeople returns who ever wrote into the file, in the order of their names.
func (s *Store) JournalPeople(ctx context.Context) ([]string, error) {
	var people []string
	err := s.read(ctx, func(x *tx) error {
		return x.each(ctx, func(rows *sql.Rows) error {
			var who string
			err := rows.Scan(&who)
			people = append(people, who)
			return err
		}, `SELECT DISTINCT who FROM journal ORDER BY who`)
	})
	return people, err
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
		COALESCE((SELECT what FROM change WHERE change.id = journal.change_id), ''), COALESCE(what, '') FROM journal ` + where
	return x.each(ctx, func(rows *sql.Rows) error {
		var e app.JournalEntry
		var at, prev string
		err := rows.Scan(&e.ID, &at, &e.Who, &e.Change, &e.Cause, &e.Action, &e.Type, &e.Record, &e.Before, &e.After, &prev, &e.Hash, &e.What, &e.Begins)
		if err != nil {
			return fmt.Errorf("read the journal: %w", err)
		}
		e.At, _ = parseStamp(at)
		return fn(e, at, prev)
	}, text, args...)
}
