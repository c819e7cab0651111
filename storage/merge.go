package storage

import (
	"context"
	"fmt"

	"technopark/app"
)

// A record is read into a form or a plan and saved when somebody is done with it; others may
// have changed it meanwhile. What they changed is in the journal, so that we need not keep a
// second copy of every record that is read to know which fields were changed here.

// merge puts into a record that is about to be saved what others changed of it since it was
// read, and was is as it stands now. Where both changed a field, nothing is put in and the
// error says, with app.ErrOvertaken, who wrote what.
func (x *tx) merge(ctx context.Context, t *table, was, rec app.Record) error {
	seen, end := rec.Header().Seen, was.Header().Seen
	if seen == 0 || seen >= end {
		return nil
	}
	entries, err := x.entries(ctx, `WHERE type = ? AND record = ? AND id > ? ORDER BY id`, t.typ.Key, rec.Header().ID, seen)
	if err != nil {
		return err
	}
	later := map[string]later{}
	for _, e := range entries {
		if err := note(t.typ, e, later); err != nil {
			return err
		}
	}
	var theirs []app.Field
	var faults app.FieldErrors
	for _, f := range t.typ.Stored() {
		l, changed := later[f.Key]
		mine, now := f.Get(rec), f.Get(was)
		switch {
		case !changed || mine == now || now == l.was:
		case mine == l.was:
			theirs = append(theirs, f)
		default:
			faults = append(faults, x.overtaken(ctx, f, mine, now, l.by))
		}
	}
	if len(faults) > 0 {
		return fmt.Errorf("%w: %w", app.ErrOvertaken, faults)
	}
	for _, f := range theirs {
		f.Set(rec, f.Get(was))
	}
	return nil
}

// later is what became of a field after a record was read.
type later struct {
	was app.Value        // as it was read
	by  app.JournalEntry // that changed it last
}

// note takes what an entry says of each field. One of a deletion, or of the undo of one, has the
// whole record.
func note(t *app.Type, e app.JournalEntry, all map[string]later) error {
	before, err := app.ReadSnapshot(t, e.Before)
	if err != nil {
		return err
	}
	after, err := app.ReadSnapshot(t, e.After)
	if err != nil {
		return err
	}
	if e.Action == app.ActionDelete {
		before = whole(t, before)
	}
	for key, value := range before.Values {
		if _, known := all[key]; !known {
			all[key] = later{was: value}
		}
	}
	for key := range after.Values {
		l := all[key]
		l.by = e
		all[key] = l
	}
	return nil
}

// overtaken says that two have changed a field, and what stands in it now.
func (x *tx) overtaken(ctx context.Context, f app.Field, mine, now app.Value, by app.JournalEntry) app.FieldError {
	say := func(v app.Value, lang app.Lang) string {
		text := shortName(f.Entry(v, x.titles(ctx).of, lang))
		switch {
		case text == "" && lang == app.EN:
			return "an empty place"
		case text == "":
			return "пустое место"
		case lang == app.EN:
			return "“" + text + "”"
		}
		return app.Quoted(text)
	}
	ru := "пока запись была открыта, сюда записали " + say(now, app.RU)
	en := "while the record was open, " + say(now, app.EN) + " was written here"
	if by.Who != "" {
		who := " (" + by.Who + ", " + app.DateOf(by.At.In(x.store.now().Location())).String() + ")"
		ru, en = ru+who, en+who
	}
	return app.FieldError{Field: f.Key, Message: app.L(
		ru+"; ваше "+say(mine, app.RU)+" не записано: сравните и, если верно оно, подтвердите его ещё раз",
		en+"; your "+say(mine, app.EN)+" was not: compare them and, if yours is right, confirm it once more")}
}
