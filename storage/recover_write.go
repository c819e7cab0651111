package storage

import (
	"cmp"
	"context"
	"errors"
	"fmt"
	"maps"
	"slices"

	sqlite3 "modernc.org/sqlite/lib"

	"technopark/app"
)

// write fills the new file.
func (r *recovering) write(ctx context.Context, temp string) (err error) {
	if err := buildSchema(temp, migrations()); err != nil {
		return err
	}
	s := &Store{path: temp, tables: newTables(), who: app.Clean(r.now.Who), now: r.now.Now}
	if s.db, err = connect(temp, false); err != nil {
		return err
	}
	defer func() { err = errors.Join(err, s.Close()) }()
	kept, err := r.writeContents(ctx, s)
	if err != nil {
		return err
	}
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	x, done := s.newTx(t), false
	defer func() {
		if !done {
			_ = x.end(t.Rollback) // the fault that led here is the one to tell
		}
	}()
	if err := r.writeRecords(ctx, x, kept); err != nil {
		return err
	}
	done = true
	return x.end(t.Commit)
}

// writeContents keeps, one by one, the files that have all their bytes, and returns their names.
func (r *recovering) writeContents(ctx context.Context, s *Store) (map[string]bool, error) {
	kept, whole := map[string]bool{}, map[string]bool{} // by the name of the bytes; by the name beside them
	for _, name := range slices.Sorted(maps.Keys(r.remains.contents)) {
		for _, c := range r.remains.contents[name] {
			row, err := r.remains.file.Row(c, mostContentBytes)
			if err != nil || len(row) != 3 || row[2].Cut() {
				continue
			}
			data := row[2].Bytes
			is := app.Content(data) // whatever name stands beside it
			whole[name] = true
			if kept[is] {
				continue
			}
			if err := s.put(ctx, data); err != nil {
				return nil, err
			}
			kept[is] = true
		}
		if err := ctx.Err(); err != nil {
			return nil, err
		}
	}
	r.out.report.Contents = len(kept)
	r.lostContents(kept, whole)
	return kept, nil
}

// put keeps one content in a transaction of its own.
func (s *Store) put(ctx context.Context, data []byte) error {
	t, err := s.db.BeginTx(ctx, nil)
	if err != nil {
		return err
	}
	x := s.newTx(t)
	if _, err := x.PutContent(ctx, data); err != nil {
		return errors.Join(err, x.end(t.Rollback))
	}
	return x.end(t.Commit)
}

// mostContentBytes is how much of a kept file is read at most; SQLite has no longer values.
const mostContentBytes = 1 << 30

// lostContents names the kept files that no record names and that did not come back, under their own name
// or, whole, under another.
func (r *recovering) lostContents(kept, whole map[string]bool) {
	named := map[string]bool{}
	for ref, p := range r.out.records {
		for _, f := range app.TypeByKey(ref.typ).Stored() {
			if f.Content {
				named[p.values[f.Key].S] = true
			}
		}
	}
	for _, name := range slices.Sorted(maps.Keys(r.remains.contents)) {
		if !kept[name] && !whole[name] && !named[name] {
			r.out.report.Losses = append(r.out.report.Losses, app.Loss{Kind: app.LostContent, Was: name})
		}
	}
}

// writeRecords writes the records, the journal that leads to them, and the steps of undo. What
// the file itself refuses is left out, and so is what cannot be without it.
func (r *recovering) writeRecords(ctx context.Context, x *tx, contents map[string]bool) error {
	settling := &settling{out: r.out, says: r.says, contents: contents, now: x.at, told: map[app.Place]bool{}}
	if _, err := x.sql.ExecContext(ctx, `PRAGMA defer_foreign_keys = ON; SAVEPOINT records`); err != nil {
		return err
	}
	var told *retelling
	for {
		settling.settle()
		var err error
		if told, err = retell(r.says, r.out.records, settling.lost, x.store.who, x.at); err != nil {
			return err
		}
		refused, err := x.insertSaved(ctx, r.surestFirst(settling.refs()), r.out.records)
		if err != nil {
			return err
		}
		if len(refused) == 0 {
			break
		}
		if _, err := x.sql.ExecContext(ctx, `ROLLBACK TO records; PRAGMA defer_foreign_keys = ON`); err != nil {
			return err
		}
		for _, ref := range refused {
			settling.drop(ref)
		}
	}
	if err := r.writeSteps(ctx, x, told); err != nil {
		return err
	}
	if err := x.writeLines(ctx, told); err != nil {
		return err
	}
	if err := x.writeNumbers(ctx, told); err != nil {
		return err
	}
	r.sumUp(told)
	return x.remakeIndex(ctx)
}

// surestFirst puts, within each type, the records in which nothing is doubtful before the others: where two
// cannot be there together, the file refuses the one that comes later.
func (r *recovering) surestFirst(refs []reference) []reference {
	doubtful := map[reference]bool{}
	for _, l := range r.out.report.Doubts {
		for id := l.ID; id <= max(l.ID, l.Upto); id++ {
			doubtful[reference{l.Type, id}] = true
		}
	}
	var sorted []reference
	for len(refs) > 0 {
		n := slices.IndexFunc(refs, func(ref reference) bool { return ref.typ != refs[0].typ })
		if n < 0 {
			n = len(refs)
		}
		for _, doubt := range []bool{false, true} {
			for _, ref := range refs[:n] {
				if doubtful[ref] == doubt {
					sorted = append(sorted, ref)
				}
			}
		}
		refs = refs[n:]
	}
	return sorted
}

// insertSaved writes the records and returns those that the file refuses.
func (x *tx) insertSaved(ctx context.Context, refs []reference, records map[reference]*past) (refused []reference, err error) {
	for i, ref := range refs {
		if i%1000 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
		}
		t, p := x.store.tables[ref.typ], records[ref]
		rec := p.record(t.typ, ref.id)
		if rec.Header().Changed, err = parseStamp(p.changed); err != nil {
			return nil, err
		}
		if err := x.insert(ctx, t, rec); sqliteCode(err)&0xff == sqlite3.SQLITE_CONSTRAINT || errors.Is(err, app.ErrConflict) {
			refused = append(refused, ref)
		} else if err != nil {
			return nil, fmt.Errorf("write %s %d: %w", ref.typ, ref.id, err)
		}
	}
	return refused, nil
}

// writeLines writes the journal.
func (x *tx) writeLines(ctx context.Context, told *retelling) error {
	for i, e := range told.lines {
		if err := ctx.Err(); err != nil {
			return err
		}
		if err := x.writeLine(ctx, e, told.prevs[i]); err != nil {
			return err
		}
	}
	x.last = journalEnd{} // it may have been looked for before, when a row was refused
	return nil
}

// writeSteps writes the steps of undo, each in the state that the journal says. As long as that is
// whole they are as they were; else none of them can be taken back or made again, since what they
// did is no longer known.
func (r *recovering) writeSteps(ctx context.Context, x *tx, told *retelling) error {
	states, names := newStepStates(), map[int64]string{}
	for _, e := range told.lines {
		states.take(e)
		if e.Begins != "" {
			names[e.Change] = e.Begins
		}
	}
	lost := false // some could be taken back, and no longer can
	for _, id := range slices.Sorted(maps.Keys(states.of)) {
		found, state := r.remains.steps[id], states.state(id)
		if states.fits(id, found.state) {
			state = found.state
		}
		lost = lost || found.state == stepDone && state != stepDone
		if _, err := x.exec(ctx, `INSERT INTO change (id, what, state) VALUES (?, ?, ?)`, id, cmp.Or(names[id], found.what, namelessStep), state); err != nil {
			return fmt.Errorf("write step %d: %w", id, err)
		}
	}
	if lost {
		r.out.report.Losses = append(r.out.report.Losses, app.Loss{Kind: app.LostSteps})
	}
	return nil
}

// What steps of undo are called: the recovery itself, that with a journal which was not whole, and
// one whose name is lost. Which recovery it was is known by this: see stepStates.
const (
	recoveryStep   = "восстановление повреждённого файла"
	recoveryOfPart = "восстановление повреждённого файла с неполным журналом"
	namelessStep   = "шаг восстановлен по журналу"
)

// writeNumbers has new records numbered on from the highest number that the journal knows or that a text
// names: no other record may become what a document confirms or an explanation speaks of.
func (x *tx) writeNumbers(ctx context.Context, told *retelling) error {
	highest := map[string]int64{}
	for _, e := range told.lines {
		t := app.TypeByKey(e.Type)
		if t == nil {
			continue
		}
		highest[e.Type] = max(highest[e.Type], e.Record)
		if !slices.ContainsFunc(t.Stored(), func(f app.Field) bool { return f.Points }) {
			continue
		}
		after, err := app.ReadSnapshot(t, e.After)
		if err != nil {
			return err
		}
		for _, to := range placesIn(t, after.Values) {
			highest[to.typ] = max(highest[to.typ], to.id)
		}
	}
	for key, n := range highest {
		if _, err := x.exec(ctx, `DELETE FROM sqlite_sequence WHERE name = ?`, key); err != nil {
			return err
		}
		if _, err := x.exec(ctx, `INSERT INTO sqlite_sequence (name, seq) VALUES (?, ?)`, key, n); err != nil {
			return err
		}
	}
	return nil
}

// sumUp completes the report.
func (r *recovering) sumUp(told *retelling) {
	report := &r.out.report
	report.Entries, report.Unread, report.Added = int64(len(r.says.lines)), r.says.unread(), told.added
	for _, s := range r.says.missing {
		report.Losses = append(report.Losses, app.Loss{Kind: app.LostEntries, ID: s.from, Upto: s.upto})
	}
	if r.says.endless {
		last := int64(0)
		if n := len(r.says.lines); n > 0 {
			last = r.says.lines[n-1].ID
		}
		report.Losses = append(report.Losses, app.Loss{Kind: app.LostEnd, ID: last})
	}
	if r.remains.unknown > 0 && !r.says.whole {
		report.Losses = append(report.Losses, app.Loss{Kind: app.LostRows, ID: int64(r.remains.unknown)})
	}
	for _, t := range app.Types() {
		if c := *r.out.counts[t.Key]; c.All()+c.Lost+report.LeftOut(t.Key) > 0 {
			report.Types = append(report.Types, c)
		}
	}
	r.nameLosses(report.Losses)
	r.nameLosses(report.Doubts)
}

// nameLosses puts in what people call the records.
func (r *recovering) nameLosses(all []app.Loss) {
	var titles app.Titles
	titles = func(key string, id int64) string {
		t, p := app.TypeByKey(key), r.out.records[reference{key, id}]
		if t == nil || p == nil {
			return ""
		}
		return t.Title(p.record(t, id), titles)
	}
	for i, l := range all {
		all[i].Title = titles(l.Type, l.ID)
	}
}
