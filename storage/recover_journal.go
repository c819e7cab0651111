package storage

import (
	"maps"
	"slices"

	"technopark/app"
)

// testimony is what the journal says of the records, as far as it could be read. Every entry is
// proved by its own hash, wherever in the file it was found, so that none has to be believed.
type testimony struct {
	lines   []app.JournalEntry // those that are proved, in their order
	missing []span             // between the first and the last number there should be
	gaps    []gap              // where entries are missing, the end among them
	whole   bool               // from the first entry to the last
	endless bool               // how far the journal went is not known
	stories map[reference]*story
	steps   *stepStates      // of each change, what became of it
	names   map[int64]string // of each change, by the entry that begins it
}

// span is a run of entries, from the first to the last.
type span struct{ from, upto int64 }

// gap is a place of the journal at which entries are missing.
type gap struct {
	after int64  // the last entry before it
	since string // when that was written; «» before the first
}

// endOfTime is later than any moment.
const endOfTime = "9999"

// story is what the journal says of one record.
type story struct {
	past
	there bool             // it is not deleted
	born  bool             // the entry that added it was read: all values are known
	last  int64            // the last entry of it that was read
	set   map[string]moved // which entry said last what each field is

	moments map[string]bool // of the entries that were read
}

// moved is an entry by its number and its moment.
type moved struct {
	entry int64
	at    string
}

// sure reports whether nothing can have become, up to a moment, of what an entry says without
// our knowing: no entries are missing behind it that may have been written by then.
func (t *testimony) sure(entry int64, upto string) bool {
	for _, g := range t.gaps {
		if g.after >= entry && g.since <= upto {
			return false
		}
	}
	return true
}

// sureOfFields reports whether no entry that is missing can have changed any field of a record.
func (t *testimony) sureOfFields(s *story) bool {
	for _, by := range s.set {
		if !t.sure(by.entry, endOfTime) {
			return false
		}
	}
	return true
}

// testify proves the entries and puts them together.
func (r *remains) testify() *testimony {
	t := &testimony{stories: map[reference]*story{}, steps: newStepStates(), names: map[int64]string{}}
	ids := r.lineIDs()
	prev := map[int64]string{} // what the entry after says the hash of this one is
	proved := map[int64]lineFound{}
	for i := len(ids) - 1; i >= 0; i-- {
		id := ids[i]
		if l, ok := r.provedLine(id, prev[id]); ok {
			proved[id], prev[id-1] = l, l.prev
		}
	}
	last, sure := r.lastEntry(ids)
	next := int64(1)
	for _, id := range ids {
		l, ok := proved[id]
		if !ok {
			continue
		}
		if id > next {
			t.miss(span{next, id - 1})
		}
		next = id + 1
		t.lines = append(t.lines, l.entry)
		t.steps.take(l.entry)
		if l.entry.Begins != "" {
			t.names[l.entry.Change] = l.entry.Begins
		}
		t.take(l)
	}
	if next <= last {
		t.miss(span{next, last})
	}
	if t.endless = !sure; t.endless && next > last {
		t.gaps = append(t.gaps, t.gapHere())
	}
	t.whole = len(t.missing) == 0 && !t.endless
	return t
}

// miss notes that entries are missing behind those that were read so far.
func (t *testimony) miss(s span) {
	t.missing = append(t.missing, s)
	t.gaps = append(t.gaps, t.gapHere())
}

func (t *testimony) gapHere() gap {
	if len(t.lines) == 0 {
		return gap{}
	}
	last := t.lines[len(t.lines)-1]
	return gap{last.ID, formatStamp(last.At)}
}

// unread returns how many entries there should be besides those that were read.
func (t *testimony) unread() (n int64) {
	for _, s := range t.missing {
		n += s.upto - s.from + 1
	}
	return n
}

// lineIDs returns the numbers of all entries that were found.
func (r *remains) lineIDs() []int64 {
	ids := make([]int64, 0, len(r.lines))
	for id := range r.lines {
		if id > 0 {
			ids = append(ids, id)
		}
	}
	slices.Sort(ids)
	return ids
}

// lastEntry returns the number of the last entry there should be, and whether that is sure:
// SQLite keeps the highest that was ever given apart from the journal. One that lags behind what
// was read, or runs ahead of it further than the file has room for, was spoiled.
func (r *remains) lastEntry(ids []int64) (last int64, sure bool) {
	if len(ids) > 0 {
		last = ids[len(ids)-1]
	}
	if given := r.given["journal"]; given >= last && given <= last+r.file.Pages()*mostEntriesOfPage && given > 0 {
		return given, true
	}
	return last, last > 0 && r.whole["journal"]
}

// mostEntriesOfPage is how many entries a page can have: none is shorter than its two hashes.
const mostEntriesOfPage = 4096/128 + 1

// provedLine returns the one entry of a number that is as it was written: its hash is that of
// what it says, and the entry after it, where that was read, says so too. Each of its two hashes
// stands beside it once more, in the entry before and in the one after, should one be spoiled.
func (r *remains) provedLine(id int64, next string) (lineFound, bool) {
	found := r.lines[id]
	slices.SortStableFunc(found, func(a, b lineFound) int { return int(a.from) - int(b.from) })
	for _, l := range found {
		if l.at != formatStamp(l.entry.At) || !readable(l.entry) {
			continue
		}
		prevs := []string{l.prev}
		for _, before := range r.lines[id-1] {
			prevs = append(prevs, before.entry.Hash)
		}
		for _, prev := range prevs {
			is := hashOf(prev, l.entry)
			if next == "" && is == l.entry.Hash || next != "" && is == next {
				l.entry.Hash, l.prev = is, prev
				return l, true
			}
		}
	}
	return lineFound{}, false
}

// readable reports whether what an entry says of a record can be understood.
func readable(e app.JournalEntry) bool {
	t := app.TypeByKey(e.Type)
	if t == nil {
		return true // of a type this program no longer has: it is kept as it is
	}
	_, before := app.ReadSnapshot(t, e.Before)
	_, after := app.ReadSnapshot(t, e.After)
	return before == nil && after == nil
}

// take adds what an entry says to what is known of its record.
func (t *testimony) take(l lineFound) {
	typ := app.TypeByKey(l.entry.Type)
	if typ == nil {
		return
	}
	ref := reference{l.entry.Type, l.entry.Record}
	s := t.stories[ref]
	if s == nil {
		s = &story{past: past{values: map[string]app.Value{}}, set: map[string]moved{}, moments: map[string]bool{}}
		t.stories[ref] = s
	}
	s.moments[l.at] = true
	s.last = l.entry.ID
	before, _ := app.ReadSnapshot(typ, l.entry.Before) // both were read before
	after, _ := app.ReadSnapshot(typ, l.entry.After)
	switch l.entry.Action {
	case app.ActionAdd:
		s.there, s.born = true, true
		s.past, s.set = past{after.Park, formatStamp(after.Created), l.at, wholeValues(typ, after)}, map[string]moved{}
	case app.ActionDelete:
		s.there, s.born = false, true
		s.past, s.set = past{before.Park, formatStamp(before.Created), l.at, wholeValues(typ, before)}, map[string]moved{}
	case app.ActionEdit:
		s.there, s.changed = true, l.at
		maps.Copy(s.values, after.Values)
	}
	for _, f := range typ.Stored() {
		if _, said := after.Values[f.Key]; said || l.entry.Action != app.ActionEdit {
			s.set[f.Key] = moved{l.entry.ID, l.at}
		}
	}
}

// wholeValues returns the values of all fields of a whole record; those that are empty are not
// in what the journal keeps.
func wholeValues(t *app.Type, s app.Snapshot) map[string]app.Value {
	all := map[string]app.Value{}
	for _, f := range t.Stored() {
		all[f.Key] = s.Values[f.Key]
	}
	return all
}
