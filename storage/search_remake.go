package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"slices"
	"strings"

	"modernc.org/sqlite"
	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

// mostUnnoted is how many entries the index may lag behind the journal by what it says of itself:
// entries that change no word are noted with the next one that does, or when there are so many. A
// figure is saved the quicker for it.
const mostUnnoted = 100

// indexAgrees reports whether the index goes up to the last entry of the journal that changes a word,
// and has as many rows as it should: what is told in a moment, at every opening. Verify looks at each row.
func (x *tx) indexAgrees(ctx context.Context) (bool, error) {
	if err := x.findEnd(ctx); err != nil {
		return false, err
	}
	var entry, records, rows int64
	found, err := x.one(ctx, []any{&entry, &records, &rows}, `SELECT entry, records, (SELECT count(*) FROM search) FROM search_state`)
	if err != nil || !found || records != rows {
		return false, err
	}
	if wordless, err := x.wordlessSince(ctx, entry); err != nil || !wordless {
		return false, err
	}
	for _, which := range []string{`min`, `max`} {
		if met, err := x.probeIndex(ctx, which); err != nil || !met {
			return false, err
		}
	}
	return true, nil
}

// wordlessSince reports whether an entry is there and none of those after it changes a word.
func (x *tx) wordlessSince(ctx context.Context, entry int64) (bool, error) {
	if entry == x.last.id {
		return true, nil
	}
	if entry > x.last.id || x.last.id-entry > mostUnnoted {
		return false, nil
	}
	entries, err := x.entries(ctx, `WHERE id > ?`, entry)
	for _, e := range entries {
		t := app.TypeByKey(e.Type)
		if t == nil || e.Action != app.ActionEdit {
			return false, nil
		}
		if after, err := app.ReadSnapshot(t, e.After); err != nil || editsWords(t, after) {
			return false, nil
		}
	}
	return err == nil, err
}

// indexUnmade reports whether the index is as the step of the schema leaves it that brought it in:
// the program was ended before it was made for the first time, and the next opening makes it.
func (x *tx) indexUnmade(ctx context.Context) (bool, error) {
	var unmade bool
	_, err := x.one(ctx, []any{&unmade}, `SELECT entry = 0 AND records = 0 AND NOT EXISTS (SELECT 1 FROM search) FROM search_state`)
	return unmade, err
}

// probeIndex reports whether a row of the index is found by its first word: what SQLite itself
// looks at in an index says nothing of one that was emptied.
func (x *tx) probeIndex(ctx context.Context, which string) (bool, error) {
	var id, count int64
	var text string
	found, err := x.one(ctx, []any{&id, &text}, `SELECT id, names || ' ' || rest FROM search WHERE id = (SELECT `+which+`(id) FROM search)`)
	if err != nil || !found {
		return err == nil, err
	}
	words := strings.Fields(text)
	if len(words) == 0 {
		return false, nil
	}
	match := matchOf(app.Wanted{Words: [][]app.WantedWord{{{Text: words[0], Whole: true}}}})
	_, err = x.one(ctx, []any{&count}, `SELECT count(*) FROM search_index WHERE search_index MATCH ? AND rowid = ?`, match, id)
	if damagedIndex(err) {
		return false, nil
	}
	return count == 1, err
}

// remakeIndex makes the index of all records, whatever is in it.
func (s *Store) remakeIndex(ctx context.Context) error {
	err := s.tryRemake(ctx)
	if sqliteCode(err) != sqlite3.SQLITE_ERROR {
		return err
	}
	if err := s.mendSettings(ctx); err != nil {
		return err
	}
	s.readAnew()
	return s.tryRemake(ctx)
}

// mendSettings puts the settings back without which FTS5 does not so much as make its index anew.
// Our own connections may not write to a table of it.
func (s *Store) mendSettings(ctx context.Context) error {
	var path string
	if err := s.db.QueryRowContext(ctx, `SELECT file FROM pragma_database_list WHERE name = 'main'`).Scan(&path); err != nil {
		return err
	}
	connector, err := sqlite.NewConnector(strings.Replace(dsn(path, false), "&_defensive=1", "", 1))
	if err != nil {
		return fmt.Errorf("connect: %w", err)
	}
	db := sql.OpenDB(connector)
	_, err = db.ExecContext(ctx, `BEGIN; DELETE FROM search_index_config; INSERT INTO search_index_config (k, v) VALUES ('version', 4); COMMIT`)
	return errors.Join(err, db.Close())
}

func (s *Store) tryRemake(ctx context.Context) error {
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	x := s.newTx(t)
	if err := x.remakeIndex(ctx); err != nil {
		_ = x.end(t.Rollback) // the fault that led here is the one to tell
		return fmt.Errorf("make the index of words: %w", err)
	}
	return x.end(t.Commit)
}

func (x *tx) remakeIndex(ctx context.Context) error {
	if err := x.findEnd(ctx); err != nil {
		return err
	}
	if err := x.clearIndex(ctx); err != nil {
		return err
	}
	rows := 0
	err := x.eachSearchRow(ctx, func(r searchRow) error {
		rows++
		_, err := x.exec(ctx, `INSERT INTO search (id, type, record, park_id, names, rest) VALUES (?, ?, ?, ?, ?, ?)`,
			rows, r.typ, r.record, r.park, r.text.Names, r.text.Rest)
		return err
	})
	if err != nil {
		return err
	}
	if _, err := x.exec(ctx, `INSERT INTO search_index (search_index) VALUES ('rebuild')`); err != nil {
		return err
	}
	x.indexed, x.words = 0, true
	if _, err = x.exec(ctx, `INSERT OR REPLACE INTO search_state (id, entry, records) VALUES (1, ?, ?)`, x.last.id, rows); err != nil {
		return err
	}
	return x.flushIndex(ctx)
}

// clearIndex empties the index, whatever is in it.
func (x *tx) clearIndex(ctx context.Context) error {
	for _, statement := range []string{`DELETE FROM search`, `DELETE FROM search_state`, `INSERT INTO search_index (search_index) VALUES ('delete-all')`} {
		if _, err := x.exec(ctx, statement); err != nil {
			return err
		}
	}
	return nil
}

// latestSchema returns the objects of the schema of today.
func latestSchema() ([]object, error) {
	latest, err := latestVersion(migrations())
	if err != nil {
		return nil, err
	}
	return releasedSchema(migrations(), latest)
}

// eachSearchRow calls fn with the row that each record of the file should have, by type and id.
func (x *tx) eachSearchRow(ctx context.Context, fn func(searchRow) error) error {
	for _, typ := range app.Types() {
		t := x.store.tables[typ.Key]
		row := t.scanner()
		err := x.each(ctx, func(rows *sql.Rows) error {
			if err := row.read(rows); err != nil {
				return err
			}
			values := row.values()
			r := searchRowOf(typ, row.id, row.park, func(f app.Field) app.Value { return values[f.Key] })
			if r.none() {
				return nil
			}
			return fn(r)
		}, t.selectSQL(whereAll))
		if err != nil {
			return fmt.Errorf("read the words of %s: %w", typ.Key, err)
		}
	}
	return nil
}

// settleIndex makes an index anew that does not agree with the records: at once where the file may
// be written to, else in a copy that is read in its place. fresh says that the schema was just
// brought up, so that nothing is wrong when it is not there yet.
func (s *Store) settleIndex(ctx context.Context, flaws []app.Problem, fresh bool) error {
	agrees := !slices.ContainsFunc(flaws, isOfWords)
	if agrees {
		err := s.read(ctx, func(x *tx) (err error) {
			if agrees, err = x.indexAgrees(ctx); err == nil && !agrees && !fresh {
				fresh, err = x.indexUnmade(ctx)
			}
			return err
		})
		if err != nil || agrees {
			return err
		}
	}
	s.remade = !fresh
	remake := func() error { return s.remakeIndex(ctx) }
	switch {
	case !s.readOnly:
		return remake()
	case s.older == "" && fresh:
		return s.readApart(remake)
	case s.older == "":
		s.flaws = append(slices.DeleteFunc(flaws, isOfWords), app.Problem{Kind: app.ProblemSearch, File: "made anew", Remark: app.L("построен заново", "it was made anew")})
		return s.readApart(remake)
	}
	_, err := s.db.ExecContext(ctx, `PRAGMA query_only = OFF`) // the copy is ours
	if err == nil {
		err = remake()
	}
	if err == nil {
		_, err = s.db.ExecContext(ctx, `PRAGMA query_only = ON`)
	}
	return err
}

func isOfWords(p app.Problem) bool { return p.Kind == app.ProblemSearch }

// followIndex is index for a change that must not fail for the sake of it: an index that turns out
// to be damaged is made anew.
func (x *tx) followIndex(ctx context.Context, e entry) error {
	err := x.index(ctx, e)
	if damagedIndex(err) {
		err = x.remakeIndex(ctx)
	}
	if err != nil {
		return fmt.Errorf("index %s %d: %w", e.rec.Type().Key, e.rec.Header().ID, err)
	}
	return nil
}

// sealIndex notes up to which entry of the journal the index goes, at the end of a transaction that
// changed words, and has all of it written, so that a damaged index is found out before the
// transaction ends.
func (x *tx) sealIndex(ctx context.Context) error {
	if !x.last.known || x.last.id == x.began || !x.worded && x.last.id-x.store.noted() < mostUnnoted {
		return nil
	}
	x.sealed = true
	err := x.flushIndex(ctx)
	if damagedIndex(err) {
		err = x.remakeIndex(ctx)
	}
	if err != nil {
		return fmt.Errorf("write the index of words: %w", err)
	}
	_, err = x.exec(ctx, `UPDATE search_state SET entry = ?, records = max(0, records + ?)`, x.last.id, x.indexed)
	x.indexed = 0
	return err
}

// flushIndex has what changed in the index written.
func (x *tx) flushIndex(ctx context.Context) error {
	if !x.words {
		return nil
	}
	x.words = false
	_, err := x.exec(ctx, `INSERT INTO search_index (search_index) VALUES ('flush')`)
	return err
}

// damagedIndex reports what SQLite says of an index that it cannot read, or that has what it should
// not have.
func damagedIndex(err error) bool {
	switch sqliteCode(err) {
	case sqlite3.SQLITE_CORRUPT_VTAB, sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_ERROR, sqlite3.SQLITE_CONSTRAINT_UNIQUE, sqlite3.SQLITE_CONSTRAINT_PRIMARYKEY:
		return true
	}
	return false
}
