package storage

import (
	"context"
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"io"
	"strconv"
	"strings"

	"technopark/app"
)

// firstPrev stands for the hash before the first entry.
const firstPrev = "0000000000000000000000000000000000000000000000000000000000000000"

// journalEnd is where the chain of entries ends.
type journalEnd struct {
	known bool
	id    int64
	hash  string
}

// entry is what is about to be journalled.
type entry struct {
	action        app.Action
	rec           app.Record
	before, after app.Snapshot
}

// hashOf returns the hash of an entry: SHA-256, in hexadecimal, over the columns prev,
// id, at, who, change_id, cause, action, type, record, before and after, each as text
// (NULL as an empty one) written as its length in bytes, a colon and the text. Of an entry that
// begins a step what follows in the same way.
func hashOf(prev string, e app.JournalEntry) string {
	parts := []string{
		prev, strconv.FormatInt(e.ID, 10), formatStamp(e.At), e.Who, strconv.FormatInt(e.Change, 10),
		string(e.Cause), string(e.Action), e.Type, strconv.FormatInt(e.Record, 10), e.Before, e.After,
	}
	if e.Begins != "" {
		parts = append(parts, e.Begins)
	}
	sum := sha256.New()
	for _, part := range parts {
		_, _ = io.WriteString(sum, strconv.Itoa(len(part))+":"+part) // a hash takes everything
	}
	return hex.EncodeToString(sum.Sum(nil))
}

// record journals what was just done to a record.
func (x *tx) record(ctx context.Context, e entry) error {
	t := e.rec.Type()
	begins, err := x.openChange(ctx, e)
	if err != nil {
		return err
	}
	if err := x.findEnd(ctx); err != nil {
		return err
	}
	line := app.JournalEntry{
		ID: x.last.id + 1, At: x.at, Who: x.store.who, Change: x.change,
		Cause: x.cause, Action: e.action, Type: t.Key, Record: e.rec.Header().ID, Begins: begins,
	}
	if e.action != app.ActionAdd {
		if line.Before, err = e.before.JSON(t); err != nil {
			return err
		}
	}
	if e.action != app.ActionDelete {
		if line.After, err = e.after.JSON(t); err != nil {
			return err
		}
	}
	line.Hash = hashOf(x.last.hash, line)
	if err := x.writeLine(ctx, line, x.last.hash); err != nil {
		return err
	}
	x.last.id, x.last.hash = line.ID, line.Hash
	return x.followIndex(ctx, e)
}

// writeLine writes an entry of the journal behind the one with the hash prev.
func (x *tx) writeLine(ctx context.Context, line app.JournalEntry, prev string) error {
	_, err := x.exec(ctx, `INSERT INTO journal
		(id, at, who, change_id, cause, action, type, record, before, after, prev, hash, what)
		VALUES (?, ?, ?, ?, ?, ?, ?, ?, NULLIF(?, ''), NULLIF(?, ''), ?, ?, NULLIF(?, ''))`,
		line.ID, formatStamp(line.At), line.Who, line.Change, string(line.Cause), string(line.Action),
		line.Type, line.Record, line.Before, line.After, prev, line.Hash, line.Begins)
	if err != nil {
		return fmt.Errorf("journal: %w", err)
	}
	return nil
}

// openChange begins the undo step with the first record written, and returns what it is called.
// What was undone before can no longer be redone: the redo branch is dropped.
func (x *tx) openChange(ctx context.Context, e entry) (begins string, err error) {
	if x.change != 0 {
		return "", nil
	}
	if _, err := x.exec(ctx, `UPDATE change SET state = 'dropped' WHERE state = 'undone'`); err != nil {
		return "", fmt.Errorf("drop the redo branch: %w", err)
	}
	what := app.Clean(x.what)
	if what == "" {
		what = x.describe(ctx, e)
	}
	result, err := x.exec(ctx, `INSERT INTO change (what, state) VALUES (?, 'done')`, what)
	if err != nil {
		return "", fmt.Errorf("begin a change: %w", err)
	}
	x.change, err = result.LastInsertId()
	return what, err
}

// findEnd reads where the journal ends, once a transaction.
func (x *tx) findEnd(ctx context.Context) error {
	if x.last.known {
		return nil
	}
	x.last = journalEnd{known: true, hash: firstPrev}
	_, err := x.one(ctx, []any{&x.last.id, &x.last.hash}, `SELECT id, hash FROM journal ORDER BY id DESC LIMIT 1`)
	x.began = x.last.id
	return err
}

// describe returns the name of a change of one record as the menu shows it: «изменение:
// Резидент „Альфа“ — Выручка».
func (x *tx) describe(ctx context.Context, e entry) string {
	name := x.name(ctx, e.rec)
	switch e.action {
	case app.ActionAdd:
		return "добавление: " + name
	case app.ActionDelete:
		return "удаление: " + name
	}
	const shown = 3
	var labels []string
	for _, f := range e.rec.Type().Stored() {
		if _, ok := e.after.Values[f.Key]; ok {
			labels = append(labels, f.Label.RU)
		}
	}
	more := ""
	if len(labels) > shown {
		labels, more = labels[:shown], fmt.Sprintf(" и ещё %d", len(labels)-shown)
	}
	return "изменение: " + name + " — " + strings.Join(labels, ", ") + more
}
