package storage

import (
	"context"
	"errors"
	"fmt"
	"slices"

	"technopark/app"
)

// past is a record as the journal says it stands: all that was ever done to it, in order.
type past struct {
	park             int64
	created, changed string // as the file keeps moments
	values           map[string]app.Value
}

// account is what the journal says the file holds.
type account struct {
	records map[string]map[int64]*past // by type and id
	jumps   map[string]map[int64]jumps // by type and id
	highest map[string]int64           // id ever given to a record, by type
	named   map[string]int64           // highest id that a text of a record names, by type
	steps   *stepStates                // of each change, what became of it
	names   map[int64]string           // of each change, by the entry that begins it
	kept    map[string]bool            // the names of all files ever kept with a record
	parted  map[string]bool            // of those known to be lost: see partedWith
	entries int64                      // the number of the last
	hash    string                     // of the last
}

func newAccount() *account {
	h := &account{records: map[string]map[int64]*past{}, jumps: map[string]map[int64]jumps{}, highest: map[string]int64{}, named: map[string]int64{}, steps: newStepStates(), names: map[int64]string{}, kept: map[string]bool{}, parted: map[string]bool{}, hash: firstPrev}
	for _, t := range app.Types() {
		h.records[t.Key] = map[int64]*past{}
	}
	return h
}

// replay reads the whole journal: proves its chain of hashes and does again, beside the
// file, what the entries say was done. What is wrong with the journal goes into v.
func (x *tx) replay(ctx context.Context, v *app.Verdict) (*account, error) {
	h := newAccount()
	err := x.eachLine(ctx, func(e app.JournalEntry, at, before string) error {
		changed := before != h.hash || at != formatStamp(e.At) || e.Hash != hashOf(before, e)
		if e.ID != h.entries+1 {
			v.Add(app.Problem{Kind: app.ProblemGap, ID: h.entries + 1})
			changed = false
		}
		h.entries, h.hash = e.ID, e.Hash
		h.steps.take(e)
		if e.Begins != "" {
			h.names[e.Change] = e.Begins
		}
		p := app.Problem{Kind: app.ProblemEntry, ID: e.ID}
		if err := h.take(e, at); err != nil {
			changed, p.File = true, err.Error()
		}
		if changed {
			v.Add(p)
		}
		if v.More {
			return errEnough
		}
		return nil
	}, "ORDER BY id")
	if err != nil && !errors.Is(err, errEnough) {
		return nil, err
	}
	if h.entries == 0 {
		h.hash = ""
	}
	return h, nil
}

// take does what one entry says.
func (h *account) take(e app.JournalEntry, at string) error {
	records, ok := h.records[e.Type]
	if !ok {
		return nil // of a type this program no longer has
	}
	h.highest[e.Type] = max(h.highest[e.Type], e.Record)
	t := app.TypeByKey(e.Type)
	after, err := app.ReadSnapshot(t, e.After)
	if err != nil {
		return err
	}
	before, err := app.ReadSnapshot(t, e.Before)
	if err != nil {
		return err
	}
	h.keep(t, before, after)
	for _, to := range placesIn(t, after.Values) {
		h.named[to.typ] = max(h.named[to.typ], to.id)
	}
	for _, name := range partedWith(t, e, before, after) {
		h.parted[name] = true
	}
	if rec := records[e.Record]; rec != nil && e.Action != app.ActionAdd {
		h.follow(t, e, rec, before, after)
	}
	switch e.Action {
	case app.ActionDelete:
		delete(records, e.Record)
	case app.ActionAdd:
		records[e.Record] = &past{after.Park, formatStamp(after.Created), at, after.Values}
	case app.ActionEdit:
		rec, ok := records[e.Record]
		if !ok {
			return fmt.Errorf("it edits %s %d, which is not there", e.Type, e.Record)
		}
		for key, value := range after.Values {
			rec.values[key] = value
		}
		rec.changed = at
	}
	return nil
}

// keep notes which kept files the sides of an entry name.
func (h *account) keep(t *app.Type, sides ...app.Snapshot) {
	for _, f := range t.Stored() {
		if !f.Content {
			continue
		}
		for _, side := range sides {
			if name := side.Values[f.Key]; !name.Empty() {
				h.kept[name.S] = true
			}
		}
	}
}

// partedWith returns the names of the kept files that an entry says are known to be lost: the record
// is left as it is and goes on naming them.
func partedWith(t *app.Type, e app.JournalEntry, before, after app.Snapshot) []string {
	if e.Action != app.ActionEdit || e.Cause != app.CauseDo {
		return nil
	}
	var names []string
	for _, f := range t.Stored() {
		if is := after.Values[f.Key]; f.Content && !is.Empty() && is == before.Values[f.Key] {
			names = append(names, is.S)
		}
	}
	return names
}

// snapshot returns the record as an entry of the journal would keep the whole of it.
func (p *past) snapshot() app.Snapshot {
	s := app.Snapshot{Park: p.park, Values: map[string]app.Value{}}
	s.Created, _ = parseStamp(p.created) // one that cannot be read is no moment
	for key, value := range p.values {
		if !value.Empty() {
			s.Values[key] = value
		}
	}
	return s
}

// same reports whether two values are one: of a list of references the order says nothing.
func same(f app.Field, a, b app.Value) bool {
	if f.Kind != app.KindRefs {
		return a == b
	}
	one, other := app.IDs(a.S), app.IDs(b.S)
	slices.Sort(one)
	slices.Sort(other)
	return slices.Equal(one, other)
}
