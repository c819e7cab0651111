package storage

import (
	"cmp"
	"context"
	"fmt"
	"slices"

	"technopark/app"
)

// RestoreJournalled puts back, as one change that is journalled and can be undone, what the
// file should hold by its journal: values, records that are gone, records nobody added. It
// makes the indexes anew. A value that was saved over an altered one stays, and the journal notes
// that it was looked at. It returns what was put back. A file whose journal or pages are at
// fault themselves is refused, and is left as it is when anything of it cannot be put back.
func (s *Store) RestoreJournalled(ctx context.Context) (restored []app.Problem, err error) {
	err = s.write(ctx, func(x *tx) error {
		v := app.Verdict{All: true}
		account, err := x.verify(ctx, &v)
		if err != nil && !impatient(ctx, err) { // then the pages are at fault
			return err
		}
		if !v.Restorable() {
			return v.Err()
		}
		for _, p := range v.Problems {
			if p.Restorable() {
				restored = append(restored, p)
			}
		}
		if err := x.restoreAll(ctx, account, restored); err != nil {
			return err
		}
		if err := x.sealIndex(ctx); err != nil {
			return err
		}
		return x.renumber(ctx)
	})
	if err != nil {
		return nil, fmt.Errorf("restore what the journal says: %w", err)
	}
	return restored, nil
}

// restoreAll mends the problems that can be mended. References are looked at when all of it is
// done, since a record may come back before the one it refers to.
func (x *tx) restoreAll(ctx context.Context, h *account, problems []app.Problem) error {
	x.what = fmt.Sprintf("восстановление по журналу: отличий — %d", len(problems))
	if _, err := x.sql.ExecContext(ctx, `PRAGMA defer_foreign_keys = ON`); err != nil {
		return err
	}
	if slices.ContainsFunc(problems, func(p app.Problem) bool { return p.Kind == app.ProblemIndex }) {
		if _, err := x.exec(ctx, `REINDEX`); err != nil {
			return fmt.Errorf("make the indexes anew: %w", err)
		}
	}
	if err := x.remakeIndex(ctx); err != nil { // it follows what changes of the records as they are
		return err
	}
	fields, kept := fieldsOf(problems, app.ProblemValue), fieldsOf(problems, app.ProblemJump)
	for _, kind := range []app.ProblemKind{app.ProblemOrphan, app.ProblemMissing, app.ProblemValue, app.ProblemExtra, app.ProblemStep, app.ProblemName} {
		of := slices.DeleteFunc(slices.Clone(problems), func(p app.Problem) bool { return p.Kind != kind })
		if kind == app.ProblemExtra {
			slices.Reverse(of) // those that refer to others go before them
		}
		for _, p := range of {
			if err := x.restoreOne(ctx, h, p, fields); err != nil {
				return fmt.Errorf("%s %d: %w", p.Type, p.ID, err)
			}
		}
	}
	for ref, keys := range kept {
		if err := x.confirm(ctx, x.store.tables[ref.typ], ref.id, keys); err != nil {
			return fmt.Errorf("%s %d: %w", ref.typ, ref.id, err)
		}
	}
	return nil
}

// fieldsOf returns the fields that problems of a kind name, by record.
func fieldsOf(problems []app.Problem, kind app.ProblemKind) map[reference][]string {
	fields := map[reference][]string{}
	for _, p := range problems {
		if p.Kind == kind {
			fields[reference{p.Type, p.ID}] = append(fields[reference{p.Type, p.ID}], p.Field)
		}
	}
	return fields
}

func (x *tx) restoreOne(ctx context.Context, h *account, p app.Problem, fields map[reference][]string) error {
	switch p.Kind {
	case app.ProblemStep:
		return x.restoreStep(ctx, p, h)
	case app.ProblemName:
		_, err := x.exec(ctx, `UPDATE change SET what = ? WHERE id = ?`, h.names[p.ID], p.ID)
		return err
	}
	t := x.store.tables[p.Type]
	switch ref := (reference{p.Type, p.ID}); p.Kind {
	case app.ProblemOrphan:
		return x.takeStray(ctx, t, p)
	case app.ProblemMissing:
		return x.bringBack(ctx, t, p.ID, h.records[p.Type][p.ID])
	case app.ProblemExtra:
		return x.takeAway(ctx, t, p)
	case app.ProblemValue:
		keys := fields[ref]
		delete(fields, ref)
		if len(keys) > 0 { // else it was done with another field of the record
			return x.rewriteWhole(ctx, t, p.ID, h.records[p.Type][p.ID], keys)
		}
	}
	return nil
}

// record makes a record of what the journal says of it.
func (p *past) record(t *app.Type, id int64) app.Record {
	rec := t.New()
	created, _ := parseStamp(p.created)
	*rec.Header() = app.Head{ID: id, Park: p.park, Created: created}
	for _, f := range t.Stored() {
		f.Set(rec, p.values[f.Key])
	}
	return rec
}

// bringBack puts in a record that is gone.
func (x *tx) bringBack(ctx context.Context, t *table, id int64, was *past) error {
	rec := was.record(t.typ, id)
	rec.Header().Changed = x.at
	for _, l := range t.links { // what links of it were left
		if _, err := x.exec(ctx, "DELETE FROM "+quote(l.name)+" WHERE "+quote(l.owner)+" = ?", id); err != nil {
			return err
		}
	}
	if err := x.insert(ctx, t, rec); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionAdd, rec: rec, after: app.TakeSnapshot(rec)})
}

// takeAway removes a record that nobody added.
func (x *tx) takeAway(ctx context.Context, t *table, p app.Problem) error {
	before, err := app.ReadSnapshot(t.typ, p.File)
	if err != nil {
		return err
	}
	rec := t.typ.New()
	*rec.Header() = app.Head{ID: p.ID, Park: before.Park, Created: before.Created}
	for _, f := range t.typ.Stored() {
		f.Set(rec, before.Values[f.Key])
	}
	if _, err := x.exec(ctx, t.deleteSQL(), p.ID); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionDelete, rec: rec, before: before})
}

// rewriteWhole writes the fields that differed, and whose a record is, and journals that.
func (x *tx) rewriteWhole(ctx context.Context, t *table, id int64, was *past, keys []string) error {
	there, err := x.rawValues(ctx, t, id)
	if err != nil {
		return err
	}
	rec := was.record(t.typ, id)
	rec.Header().Changed = x.at
	before, after := app.Snapshot{Values: map[string]app.Value{}}, app.Snapshot{Values: map[string]app.Value{}}
	for _, f := range t.typ.Stored() {
		if slices.Contains(keys, f.Key) {
			before.Values[f.Key], after.Values[f.Key] = there[f.Key], was.values[f.Key]
		}
	}
	head, args := `UPDATE `+quote(t.typ.Key)+` SET "created" = ?`, []any{was.created}
	if t.inPark() {
		head, args = head+`, "park_id" = ?`, append(args, was.park)
	}
	if _, err := x.exec(ctx, head+whereID, append(args, id)...); err != nil {
		return err
	}
	if err := x.update(ctx, t, rec, after); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: before, after: after})
}

// rawValues reads the values of a record whose moments may be none.
func (x *tx) rawValues(ctx context.Context, t *table, id int64) (map[string]app.Value, error) {
	links, err := x.allLinks(ctx, t)
	if err != nil {
		return nil, err
	}
	row := t.scanner()
	if err := x.each(ctx, row.read, t.selectSQL(whereID), id); err != nil {
		return nil, err
	}
	values := row.values()
	for key, all := range links {
		values[key] = app.TextValue(all[id])
	}
	return values, nil
}

// restoreStep gives a step of undo the state its entries left it in.
func (x *tx) restoreStep(ctx context.Context, p app.Problem, h *account) error {
	state := h.steps.state(p.ID)
	if state == stepUndone && x.change != 0 { // a step was made since, that of this very restoring
		state = stepDropped
	}
	var err error
	switch {
	case state == "":
		_, err = x.exec(ctx, `DELETE FROM change WHERE id = ?`, p.ID)
	case p.File == "":
		_, err = x.exec(ctx, `INSERT INTO change (id, what, state) VALUES (?, ?, ?)`, p.ID, cmp.Or(h.names[p.ID], namelessStep), state)
	default:
		_, err = x.exec(ctx, `UPDATE change SET state = ? WHERE id = ?`, state, p.ID)
	}
	return err
}

// renumber has new records numbered on from the highest number ever given, when all else was
// put back, and sees to it that nothing is left to be done.
func (x *tx) renumber(ctx context.Context) error {
	for range 2 {
		v := app.Verdict{All: true}
		if _, err := x.verify(ctx, &v); err != nil {
			return err
		}
		if !v.Restorable() {
			return nil
		}
		for _, p := range v.Problems {
			if p.Kind == app.ProblemDangling {
				continue // the journal does not say what else should stand there
			}
			if p.Kind != app.ProblemNumber {
				return app.Verdict{Problems: []app.Problem{p}}.Err()
			}
			if _, err := x.exec(ctx, `DELETE FROM sqlite_sequence WHERE COALESCE(CAST(name AS TEXT), '') = ?`, p.Type); err != nil {
				return err
			}
			if p.Journal == "0" {
				continue
			}
			if _, err := x.exec(ctx, `INSERT INTO sqlite_sequence (name, seq) VALUES (?, CAST(? AS INTEGER))`, p.Type, p.Journal); err != nil {
				return err
			}
		}
	}
	return nil
}
