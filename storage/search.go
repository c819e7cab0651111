package storage

import (
	"context"
	"database/sql"
	"fmt"
	"strings"

	"technopark/app"
)

// The index by which records are found is kept in the same transaction as the record, out of
// record, which every change of a record ends in. It is FTS5 over the words that package app makes
// of a record: search keeps them, so that what stood in the index before is known when a record
// changes, and search_index finds them. Nothing of it is data: no journal, no copy and no package
// tells of it, and where it does not agree with the records it is made anew.

// index follows in the index what was done to a record.
func (x *tx) index(ctx context.Context, e entry) error {
	t := e.rec.Type()
	if e.action == app.ActionEdit && !editsWords(t, e.after) {
		return nil
	}
	x.worded = true
	var row searchRow
	var known bool
	if e.action != app.ActionAdd {
		var err error
		if row, known, err = x.searchRow(ctx, t.Key, e.rec.Header().ID); err != nil {
			return err
		}
	}
	if known && e.action == app.ActionDelete {
		return x.unindex(ctx, row)
	}
	is := searchRowOf(t, e.rec.Header().ID, e.rec.Header().Park, func(f app.Field) app.Value { return f.Get(e.rec) })
	switch {
	case e.action == app.ActionDelete || known && is.text == row.text && is.park == row.park:
		return nil
	case known:
		is.id = row.id
		return x.reindex(ctx, row, is)
	}
	return x.addIndexed(ctx, is)
}

// editsWords reports whether an edit is of a field that records are found by.
func editsWords(t *app.Type, after app.Snapshot) bool {
	for _, f := range t.Fields {
		if _, edited := after.Values[f.Key]; edited && f.Searched() {
			return true
		}
	}
	return false
}

// searchRow is a row of search.
type searchRow struct {
	id     int64
	typ    string
	record int64
	park   sql.NullInt64
	text   app.SearchText
}

// searchRowOf returns the row of a record with the values that get returns.
func searchRowOf(t *app.Type, id, park int64, get func(app.Field) app.Value) searchRow {
	return searchRow{
		typ: t.Key, record: id, park: sql.NullInt64{Int64: park, Valid: t.Scope == app.ScopePark},
		text: t.SearchTextOf(get),
	}
}

// none reports whether nothing finds the record: it has no row then.
func (r searchRow) none() bool { return r.text == app.SearchText{} }

func (x *tx) searchRow(ctx context.Context, typ string, record int64) (searchRow, bool, error) {
	r := searchRow{typ: typ, record: record}
	found, err := x.one(ctx, []any{&r.id, &r.park, &r.text.Names, &r.text.Rest},
		`SELECT id, park_id, names, rest FROM search WHERE type = ? AND record = ?`, typ, record)
	return r, found, err
}

func (x *tx) addIndexed(ctx context.Context, r searchRow) error {
	if r.none() {
		return nil
	}
	result, err := x.exec(ctx, `INSERT INTO search (type, record, park_id, names, rest) VALUES (?, ?, ?, ?, ?)`,
		r.typ, r.record, r.park, r.text.Names, r.text.Rest)
	if err == nil {
		r.id, err = result.LastInsertId()
	}
	if err == nil {
		err = x.putWords(ctx, r)
	}
	x.indexed++
	return err
}

// reindex puts the words of a record in place of those it had.
func (x *tx) reindex(ctx context.Context, was, is searchRow) error {
	if is.none() {
		return x.unindex(ctx, was)
	}
	if err := x.takeWords(ctx, was); err != nil {
		return err
	}
	_, err := x.exec(ctx, `UPDATE search SET park_id = ?, names = ?, rest = ? WHERE id = ?`, is.park, is.text.Names, is.text.Rest, is.id)
	if err != nil {
		return err
	}
	return x.putWords(ctx, is)
}

// unindex takes a record out of the index.
func (x *tx) unindex(ctx context.Context, r searchRow) error {
	if err := x.takeWords(ctx, r); err != nil {
		return err
	}
	_, err := x.exec(ctx, `DELETE FROM search WHERE id = ?`, r.id)
	x.indexed--
	return err
}

func (x *tx) putWords(ctx context.Context, r searchRow) error {
	x.words = true
	_, err := x.exec(ctx, `INSERT INTO search_index (rowid, names, rest) VALUES (?, ?, ?)`, r.id, r.text.Names, r.text.Rest)
	return err
}

// takeWords has the words of a row forgotten, which FTS5 has to be told.
func (x *tx) takeWords(ctx context.Context, r searchRow) error {
	x.words = true
	_, err := x.exec(ctx, `INSERT INTO search_index (search_index, rowid, names, rest) VALUES ('delete', ?, ?, ?)`, r.id, r.text.Names, r.text.Rest)
	return err
}

// FindRecords returns records that have all that is wanted, in no order.
func (s *Store) FindRecords(ctx context.Context, w app.Wanted) ([]app.Found, error) {
	match := matchOf(w)
	if match == "" {
		return nil, nil
	}
	var all []app.Found
	err := s.read(ctx, func(x *tx) error {
		return x.each(ctx, func(rows *sql.Rows) error {
			var f app.Found
			err := rows.Scan(&f.Type, &f.ID, &f.Text.Names, &f.Text.Rest)
			all = append(all, f)
			return err
		}, `SELECT s.type, s.record, s.names, s.rest FROM search_index AS i JOIN search AS s ON s.id = i.rowid
			WHERE search_index MATCH ? AND (s.park_id IS NULL OR s.park_id = ?) LIMIT ?`, match, w.Park, w.Limit)
	})
	if err != nil {
		return nil, fmt.Errorf("search the records: %w", err)
	}
	return all, nil
}

// matchOf writes what is wanted in the language of FTS5; «» when nothing can be found. Words hold
// letters and figures alone, and stand in quotation marks, so that none of them is taken for a sign
// of that language.
func matchOf(w app.Wanted) string {
	var all []string
	for _, ways := range w.Words {
		var spelled []string
		for _, way := range ways {
			if words := app.Words(way.Text); len(words) != 1 || words[0] != way.Text {
				continue // it is no word
			}
			text := `"` + way.Text + `"`
			if !way.Whole {
				text += " *"
			}
			spelled = append(spelled, text)
		}
		if len(spelled) == 0 {
			return ""
		}
		all = append(all, "("+strings.Join(spelled, " OR ")+")")
	}
	match := strings.Join(all, " AND ")
	if w.Names && match != "" {
		return "names : (" + match + ")"
	}
	return match
}

// mostWords bounds the words that are read of a file that somebody else has filled.
const mostWords = 300_000

// KnownWords returns the words of letters that records have, each once, in order.
func (s *Store) KnownWords(ctx context.Context) ([]string, error) {
	var words []string
	err := s.read(ctx, func(x *tx) error {
		return x.each(ctx, func(rows *sql.Rows) error {
			var word string
			err := rows.Scan(&word)
			words = append(words, word)
			return err
		}, `SELECT DISTINCT term FROM search_word WHERE term >= ':' LIMIT ?`, mostWords) // figures come before
	})
	if err != nil {
		return nil, fmt.Errorf("read the words of the records: %w", err)
	}
	return words, nil
}

// TitledRecords returns records with what people call them, in the order of their places; one
// that is not there is left out.
func (s *Store) TitledRecords(ctx context.Context, lang app.Lang, places []app.Place) ([]app.Titled, error) {
	var all []app.Titled
	err := s.read(ctx, func(x *tx) error {
		names := x.titles(ctx)
		for _, p := range places {
			t, ok := s.tables[p.Type]
			if !ok {
				continue
			}
			recs, err := x.query(ctx, t, whereID, p.ID)
			if err != nil {
				return err
			}
			for _, rec := range recs {
				all = append(all, app.Titled{Record: rec, Title: t.typ.TitleIn(lang, rec, names.of)})
			}
		}
		return nil
	})
	if err != nil {
		return nil, fmt.Errorf("name what was found: %w", err)
	}
	return all, nil
}
