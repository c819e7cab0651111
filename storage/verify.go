package storage

import (
	"context"
	"database/sql"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"

	"technopark/app"
)

// Verify proves that the file holds what this program wrote into it and nothing else: its
// pages and its indexes agree, the journal is the one that was written, every record is what
// the journal says it came to be, and every kept file has the bytes that were put in. What
// differs is named and left as it is. An error says that the check itself could not be made.
//
// What is under no hash and follows from nothing is of no consequence: when an upgrade was made
// (goose_db_version.tstamp), the numbers of rows in the index of words, the counters of SQLite in
// the header of the file; whether the first step may be taken back, in a file that may have begun
// empty (see stepStates); and what earlier versions called their steps, of which it is told how
// many there are.
func (s *Store) Verify(ctx context.Context) (app.Verdict, error) {
	v := app.Verdict{Problems: slices.Clone(s.flaws)}
	var says *account
	err := s.read(ctx, func(x *tx) (err error) {
		says, err = x.verify(ctx, &v)
		x.nameRecords(ctx, v.Problems)
		return err
	})
	if err == nil {
		patient, done := s.patience(ctx, v.Problems)
		err = s.verifyContents(patient, says, &v)
		done()
	}
	if impatient(ctx, err) {
		v.More, err = true, nil
	}
	if err != nil && ctx.Err() == nil && !errors.Is(err, app.ErrUnreachable) && !errors.Is(err, app.ErrLocked) {
		// What cannot be read as what it should be is not what was written.
		if !slices.ContainsFunc(v.Problems, func(p app.Problem) bool { return p.Kind == app.ProblemCell }) {
			v.Add(app.Problem{Kind: app.ProblemStructure, File: err.Error(), Remark: unreadOf(err)})
		}
		err = nil
	}
	if err != nil {
		return v, fmt.Errorf("verify: %w", err)
	}
	return v, nil
}

// verify checks all but the bytes of the kept files, and returns what the journal says.
func (x *tx) verify(ctx context.Context, v *app.Verdict) (*account, error) {
	if err := x.verifyPages(ctx, v); err != nil {
		return nil, err
	}
	ctx, done := x.store.patience(ctx, v.Problems)
	defer done()
	h, err := x.replay(ctx, v)
	if err != nil {
		return nil, err
	}
	v.Entries, v.Hash = h.entries, h.hash
	if v.More {
		return h, nil // of such a journal there is nothing to compare with
	}
	for _, t := range app.Types() {
		if err := x.verifyRecords(ctx, x.store.tables[t.Key], h, v); err != nil {
			return nil, err
		}
	}
	if err := x.verifyReferences(ctx, h, v); err != nil {
		return nil, err
	}
	if err := h.verifyJumps(v); err != nil {
		return nil, err
	}
	if err := x.verifySteps(ctx, h, v); err != nil {
		return nil, err
	}
	if err := x.verifyIndex(ctx, v); err != nil {
		return nil, err
	}
	return h, x.verifyNumbers(ctx, h, v)
}

// nameRecords puts in what people call the records of problems.
func (x *tx) nameRecords(ctx context.Context, problems []app.Problem) {
	names := x.titles(ctx)
	for i, p := range problems {
		problems[i].Title = names.of(p.Type, p.ID)
	}
}

// verifyPages has SQLite look at every page, every rule of the tables and every index.
func (x *tx) verifyPages(ctx context.Context, v *app.Verdict) error {
	problems, err := flawsOf(ctx, func(ctx context.Context, fn func(*sql.Rows) error, query string) error {
		return x.each(ctx, fn, query)
	})
	for _, p := range problems {
		v.Add(p)
	}
	return err
}

// verifyRecords compares the records of a table with what the journal says of them.
func (x *tx) verifyRecords(ctx context.Context, t *table, h *account, v *app.Verdict) error {
	links, err := x.allLinks(ctx, t)
	if err != nil {
		return err
	}
	there := map[int64]bool{}
	row := t.scanner()
	err = x.each(ctx, func(rows *sql.Rows) error {
		if err := row.read(rows); err != nil {
			return err
		}
		if there[row.id] {
			return fmt.Errorf("%w: it has %s %d twice", app.ErrDamaged, t.typ.Key, row.id)
		}
		there[row.id] = true
		if field, long := row.tooLong(); long {
			v.Add(app.Problem{Kind: app.ProblemCell, Type: t.typ.Key, ID: row.id, Field: field.Key, File: "long"})
			return nil
		}
		return compareRecord(t, row, links, h.records[t.typ.Key][row.id], v)
	}, t.selectSQL(whereAll))
	if err != nil {
		return fmt.Errorf("verify %s: %w", t.typ.Key, err)
	}
	for _, id := range slices.Sorted(maps.Keys(h.records[t.typ.Key])) {
		if there[id] {
			continue
		}
		whole, err := h.records[t.typ.Key][id].snapshot().JSON(t.typ)
		if err != nil {
			return err
		}
		v.Add(app.Problem{Kind: app.ProblemMissing, Type: t.typ.Key, ID: id, Journal: whole})
	}
	return nil
}

// compareRecord names what of a row differs from what the journal says, was nil when it says
// that there is no such record.
func compareRecord(t *table, row *scanner, links map[string]map[int64]string, was *past, v *app.Verdict) error {
	values := row.values()
	for key, all := range links {
		values[key] = app.TextValue(all[row.id])
	}
	p := app.Problem{Kind: app.ProblemValue, Type: t.typ.Key, ID: row.id}
	if was == nil {
		whole, err := (&past{park: row.park, created: row.created, values: values}).snapshot().JSON(t.typ)
		p.Kind, p.File = app.ProblemExtra, whole
		v.Add(p)
		return err
	}
	differs := func(key, journal, file string) {
		p.Field, p.Journal, p.File = key, journal, file
		v.Add(p)
	}
	for _, f := range t.typ.Stored() {
		if same(f, values[f.Key], was.values[f.Key]) {
			continue
		}
		journal, file, err := bothJSON(f, was.values[f.Key], values[f.Key])
		if err != nil {
			return err
		}
		differs(f.Key, journal, file)
	}
	if row.park != was.park {
		differs("park_id", strconv.FormatInt(was.park, 10), strconv.FormatInt(row.park, 10))
	}
	if row.created != was.created {
		differs("created", strconv.Quote(was.created), strconv.Quote(row.created))
	}
	if row.changed != was.changed {
		differs("changed", strconv.Quote(was.changed), strconv.Quote(row.changed))
	}
	return nil
}

// allLinks reads the pairs of every link of a table: lists of targets by field and owner.
func (x *tx) allLinks(ctx context.Context, t *table) (map[string]map[int64]string, error) {
	all := map[string]map[int64]string{}
	for _, l := range t.links {
		targets := map[int64][]int64{}
		err := x.each(ctx, func(rows *sql.Rows) error {
			var owner, target int64
			err := rows.Scan(&owner, &target)
			targets[owner] = append(targets[owner], target)
			return err
		}, t.pairsSQL(l, whereAll))
		if err != nil {
			return nil, fmt.Errorf("verify %s: %w", l.name, err)
		}
		lists := map[int64]string{}
		for owner, ids := range targets {
			lists[owner] = app.IDList(ids)
		}
		all[l.field.Key] = lists
	}
	return all, nil
}

// bothJSON writes both sides of a difference as the journal would.
func bothJSON(f app.Field, journal, file app.Value) (one, other string, err error) {
	if one, err = jsonOf(f.JSON(journal)); err == nil {
		other, err = jsonOf(f.JSON(file))
	}
	return one, other, err
}
