// Package history brings back what the journal of a data file remembers: a record, or a field of it,
// as it stood at any entry, and records that were deleted together with what went with them. What would
// change is planned first, to be looked at; then it is one change, journalled and undone like any other.
// The window and the command line both call it.
//
// There is no second store of what was deleted: the journal keeps every record whole as it goes, so the
// recycle bin is the deletions after which nothing brought the record back.
//
// What comes back is judged by the rules of today, as if somebody had typed it: we refuse in words what
// clashes with them, because a record that no form would keep could not be edited either.
package history

import (
	"context"
	"errors"
	"strconv"
	"strings"

	"technopark/app"
)

// File is the data file a history is of; package storage has it.
type File interface {
	// Journal returns the entries a filter chooses, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
	// Get returns one record; app.ErrNotFound when there is none.
	Get(ctx context.Context, t *app.Type, id int64) (app.Record, error)
	// Change makes one step of all that fn writes, named as undo is to name it; when fn fails,
	// nothing of it is written and its error is returned.
	Change(ctx context.Context, what string, fn func(app.Tx) error) error
}

// entryOf returns an entry of the journal by its number.
func entryOf(ctx context.Context, file File, id int64) (app.JournalEntry, error) {
	found, err := file.Journal(ctx, app.JournalFilter{After: id - 1, Upto: id, Limit: 1})
	switch {
	case err != nil:
		return app.JournalEntry{}, err
	case len(found) == 0:
		return app.JournalEntry{}, &app.Refusal{ID: "err.history_no_entry", Data: map[string]any{"Entry": strconv.FormatInt(id, 10)}, Cause: app.ErrNotFound}
	case app.TypeByKey(found[0].Type) == nil:
		return app.JournalEntry{}, &app.Refusal{ID: "err.history_unknown", Data: map[string]any{"Entry": strconv.FormatInt(id, 10)}}
	}
	return found[0], nil
}

// now returns a record as it is kept; nil when it is gone.
func now(ctx context.Context, file File, p app.Place) (app.Record, error) {
	rec, err := file.Get(ctx, app.TypeByKey(p.Type), p.ID)
	if errors.Is(err, app.ErrNotFound) {
		return nil, nil
	}
	return rec, err
}

// refused puts what the rules of today say against a record into words: its name and each field at
// fault.
func refused(rec app.Record, title string, err error) error {
	faults := app.FaultsOf(err)
	if len(faults) == 0 {
		return err
	}
	var ru, en []string
	for i, f := range faults {
		field, _ := rec.Type().Field(f.Field)
		inRU, inEN := app.Quoted(field.Label.RU), "“"+field.Label.In(app.EN)+"”"
		if i > 0 && faults[i-1].Message == f.Message { // of several fields together
			last := len(ru) - 1
			ru[last], en[last] = inList(ru[last], inRU), inList(en[last], inEN)
			continue
		}
		ru, en = append(ru, inRU+": "+f.Message.In(app.RU)), append(en, inEN+": "+f.Message.In(app.EN))
	}
	t := rec.Type()
	return &app.Refusal{ID: "err.history_rejected", Cause: err, Data: map[string]any{
		"Record": app.L(t.One.RU+" "+app.Quoted(title), t.One.In(app.EN)+" “"+title+"”"),
		"What":   app.L(strings.Join(ru, "; "), strings.Join(en, "; ")),
	}}
}

// inList puts one more field before what is said of several: «Здание», «Номер»: такая запись уже есть.
func inList(said, field string) string {
	fields, message, _ := strings.Cut(said, ": ")
	return fields + ", " + field + ": " + message
}
