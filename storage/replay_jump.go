package storage

import (
	"context"
	"maps"
	"slices"

	"technopark/app"
)

// jump is a value that was altered past the program and then saved over by it: the entry of
// that save does not go on from what the journal said before it.
type jump struct {
	entry          int64
	journal, found app.Value
}

// jumps are the values of a record that were altered so, by field.
type jumps map[string]jump

// follow looks whether an entry goes on from where the journal left the record, field by field.
// A field that people save once more, from what the journal then says of it, was looked at and
// is no jump any more; nor is one that was put back to what the journal said.
func (h *account) follow(t *app.Type, e app.JournalEntry, rec *past, before, after app.Snapshot) {
	for _, f := range t.Stored() {
		found, edited := before.Values[f.Key]
		if !edited && e.Action == app.ActionEdit {
			continue
		}
		is := after.Values[f.Key]
		switch was := rec.values[f.Key]; {
		case same(f, found, was):
			if e.Action == app.ActionEdit && e.Cause == app.CauseDo {
				delete(h.jumps[e.Type][e.Record], f.Key)
			}
		case e.Action == app.ActionEdit && same(f, is, was):
		default:
			h.jumped(e, f.Key, jump{entry: e.ID, journal: was, found: found})
		}
	}
}

// jumped notes a jump; of several of one field the first tells what the journal last said.
func (h *account) jumped(e app.JournalEntry, field string, j jump) {
	of := h.jumps[e.Type]
	if of == nil {
		of = map[int64]jumps{}
		h.jumps[e.Type] = of
	}
	if of[e.Record] == nil {
		of[e.Record] = jumps{}
	}
	if _, there := of[e.Record][field]; !there {
		of[e.Record][field] = j
	}
}

// verifyJumps names the jumps of records that are still there.
func (h *account) verifyJumps(v *app.Verdict) error {
	for _, t := range app.Types() {
		of := h.jumps[t.Key]
		for _, id := range slices.Sorted(maps.Keys(of)) {
			if h.records[t.Key][id] == nil {
				continue
			}
			for _, f := range t.Stored() {
				j, there := of[id][f.Key]
				if !there {
					continue
				}
				p := app.Problem{Kind: app.ProblemJump, Type: t.Key, ID: id, Field: f.Key, Entry: j.entry}
				var err error
				if p.Journal, p.File, err = bothJSON(f, j.journal, j.found); err != nil {
					return err
				}
				v.Add(p)
			}
		}
	}
	return nil
}

// confirm journals that values saved over altered ones were looked at and stay.
func (x *tx) confirm(ctx context.Context, t *table, id int64, keys []string) error {
	values, err := x.rawValues(ctx, t, id)
	if err != nil {
		return err
	}
	rec, err := x.getBare(ctx, t, id)
	if err != nil {
		return err
	}
	kept := app.Snapshot{Values: map[string]app.Value{}}
	for _, key := range keys {
		kept.Values[key] = values[key]
	}
	rec.Header().Changed = x.at
	if err := x.update(ctx, t, rec, kept); err != nil {
		return err
	}
	return x.record(ctx, entry{action: app.ActionEdit, rec: rec, before: kept, after: kept})
}
