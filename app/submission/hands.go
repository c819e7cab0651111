package submission

import (
	"context"
	"time"

	"technopark/app"
)

// Journaled is a data file that knows who changed what.
type Journaled interface {
	Records
	// Journal returns entries of the journal, the newest first.
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
}

// Hand is who made a change and when; zero where the journal does not say.
type Hand struct {
	Who string    // as the operating system calls them
	At  time.Time // UTC
}

// Day returns the day of the change by the clocks of a place; no date for a zero Hand.
func (h Hand) Day(in *time.Location) app.Date {
	if h.At.IsZero() {
		return app.Date{}
	}
	return app.DateOf(h.At.In(in))
}

// sign puts beside each change who made it between the two revisions.
func (c *Comparison) sign(ctx context.Context, file Journaled) error {
	entries, err := between(ctx, file, c.Earlier, c.Later)
	if err != nil {
		return err
	}
	last := lastHands(entries)
	for i := range c.Changes {
		x := &c.Changes[i]
		key := x.Field.Key
		if x.Kind != Edited {
			key = string(x.Kind)
		}
		x.Hand = last[app.Place{Type: x.Type.Key, ID: x.ID, Field: key}]
	}
	return nil
}

// between returns the entries of the journal after the one that kept the earlier revision up
// to the one that kept the later, the newest first. We go by the numbers of entries and not by
// their times: several share a second, and a clock may be put back. Where the journal does not
// hold the entry of a revision, as in a file made from a package, it returns none.
func between(ctx context.Context, file Journaled, earlier, later *app.Revision) ([]app.JournalEntry, error) {
	kept, err := file.Journal(ctx, app.JournalFilter{Type: later.Type().Key})
	if err != nil {
		return nil, err
	}
	after, upto := keptBy(kept, earlier), keptBy(kept, later)
	if after == 0 || upto <= after {
		return nil, nil
	}
	return file.Journal(ctx, app.JournalFilter{After: after, Upto: upto})
}

// keptBy returns the id of the last entry that added a revision, 0 when there is none.
func keptBy(newestFirst []app.JournalEntry, r *app.Revision) int64 {
	for _, e := range newestFirst {
		if e.Action == app.ActionAdd && e.Record == r.ID {
			return e.ID
		}
	}
	return 0
}

// lastHands returns who changed each field last; for a record that was added or removed
// the kind of the change stands in place of the field.
func lastHands(newestFirst []app.JournalEntry) map[app.Place]Hand {
	last := map[app.Place]Hand{}
	for _, e := range newestFirst {
		for _, key := range touched(e) {
			place := app.Place{Type: e.Type, ID: e.Record, Field: key}
			if _, known := last[place]; !known {
				last[place] = Hand{e.Who, e.At}
			}
		}
	}
	return last
}

// touched returns the keys of the fields an entry edited. What this program cannot read
// is of a type it no longer has, and no change is of such a type.
func touched(e app.JournalEntry) []string {
	switch e.Action {
	case app.ActionAdd:
		return []string{string(Added)}
	case app.ActionDelete:
		return []string{string(Removed)}
	}
	edits, err := e.Edits()
	if err != nil {
		return nil
	}
	keys := make([]string, len(edits))
	for i, edit := range edits {
		keys[i] = edit.Field.Key
	}
	return keys
}
