package storage

import (
	"fmt"
	"maps"
	"slices"
	"time"

	"technopark/app"
)

// retelling writes the journal of the new file: all entries that were proved, as they were and
// in their order. As long as none is missing they keep their numbers and hashes, so that what
// was printed of the journal still proves the file. Behind a missing one they are numbered and
// hashed anew, and where they no longer follow from one another — a value changed from what
// nothing had made it — an entry of the recovery stands between them, in the name of whoever
// recovers. At the end others lead to what the records are. So the journal leads from nothing
// to every record, and nobody is said to have done what he did not.
type retelling struct {
	says   *testimony
	saved  map[reference]*past
	ahead  map[reference][]app.JournalEntry // those of each record that are still to come
	now    map[reference]*past              // as the entries so far have it
	parted map[string]bool                  // names of kept files known to be lost
	lines  []app.JournalEntry
	prevs  []string // the hash before each
	hash   string
	change int64 // of the recovery
	added  int64
	who    string
	at     time.Time
}

// retell writes the journal that leads to records, some of which name kept files that are lost.
func retell(says *testimony, records map[reference]*past, lost []app.Place, who string, at time.Time) (*retelling, error) {
	t := &retelling{
		says: says, saved: records, ahead: map[reference][]app.JournalEntry{}, now: map[reference]*past{}, parted: map[string]bool{},
		hash: firstPrev, who: who, at: at,
	}
	for _, e := range says.lines {
		ref := reference{e.Type, e.Record}
		t.ahead[ref] = append(t.ahead[ref], e)
		t.change = max(t.change, e.Change)
	}
	t.change++
	for _, e := range says.lines {
		if err := t.tell(e); err != nil {
			return nil, err
		}
	}
	if err := t.finish(); err != nil {
		return nil, err
	}
	if err := t.part(lost); err != nil {
		return nil, err
	}
	if err := t.mark(); err != nil {
		return nil, err
	}
	return t, nil
}

// tell writes one entry, after what must come before it.
func (t *retelling) tell(e app.JournalEntry) error {
	typ, ref := app.TypeByKey(e.Type), reference{e.Type, e.Record}
	if typ == nil {
		t.append(e)
		return nil
	}
	before, err := app.ReadSnapshot(typ, e.Before)
	if err != nil {
		return fmt.Errorf("retell entry %d: %w", e.ID, err)
	}
	after, err := app.ReadSnapshot(typ, e.After)
	if err != nil {
		return fmt.Errorf("retell entry %d: %w", e.ID, err)
	}
	if there := t.now[ref] != nil; !t.says.whole || there == (e.Action == app.ActionAdd) {
		if err := t.prepare(typ, ref, e, before); err != nil {
			return err
		}
	}
	t.ahead[ref] = t.ahead[ref][1:]
	t.append(e)
	for _, name := range partedWith(typ, e, before, after) {
		t.parted[name] = true
	}
	switch e.Action {
	case app.ActionAdd:
		t.now[ref] = &past{after.Park, formatStamp(after.Created), formatStamp(e.At), wholeValues(typ, after)}
	case app.ActionDelete:
		delete(t.now, ref)
	case app.ActionEdit:
		for key, v := range after.Values {
			t.now[ref].values[key] = v
		}
		t.now[ref].changed = formatStamp(e.At)
	}
	return nil
}

// prepare brings a record to where the entry that follows takes it from.
func (t *retelling) prepare(typ *app.Type, ref reference, e app.JournalEntry, before app.Snapshot) error {
	is := t.now[ref]
	switch {
	case e.Action == app.ActionAdd && is != nil:
		return t.remove(typ, ref)
	case e.Action == app.ActionAdd:
		return nil
	case is == nil:
		return t.add(typ, ref, t.earlier(typ, ref))
	}
	to := &past{is.park, is.created, is.changed, before.Values}
	if e.Action == app.ActionDelete {
		to = &past{before.Park, formatStamp(before.Created), is.changed, wholeValues(typ, before)}
	}
	return t.bring(typ, ref, to)
}

// earlier returns a record as it was before the entries that are still to come of it, by what
// it came to be and what these say it was.
func (t *retelling) earlier(typ *app.Type, ref reference) *past {
	coming := t.ahead[ref]
	if i := slices.IndexFunc(coming, func(e app.JournalEntry) bool { return e.Action != app.ActionEdit }); i >= 0 {
		coming = coming[:i+1]
	}
	was := &past{created: formatStamp(coming[0].At), values: map[string]app.Value{}}
	last := coming[len(coming)-1]
	if p := t.saved[ref]; p != nil && last.Action == app.ActionEdit {
		was.park, was.created = p.park, p.created
		for key, v := range p.values {
			was.values[key] = v
		}
	}
	for _, e := range slices.Backward(coming) {
		before, err := app.ReadSnapshot(typ, e.Before)
		if err != nil || e.Action == app.ActionAdd {
			continue
		}
		if e.Action == app.ActionDelete {
			was.park, was.created = before.Park, formatStamp(before.Created)
		}
		for key, v := range before.Values {
			was.values[key] = v
		}
	}
	return was
}

// finish leads from what the entries made of the records to what they are.
func (t *retelling) finish() error {
	var refs []reference
	for ref := range t.now {
		refs = append(refs, ref)
	}
	for ref := range t.saved {
		if t.now[ref] == nil {
			refs = append(refs, ref)
		}
	}
	for _, ref := range inOrder(refs) {
		typ, is, want := app.TypeByKey(ref.typ), t.now[ref], t.saved[ref]
		var err error
		switch {
		case want == nil:
			err = t.remove(typ, ref)
		case is == nil:
			err = t.add(typ, ref, want)
		default:
			err = t.bring(typ, ref, want)
		}
		if err != nil {
			return err
		}
		if want != nil {
			want.park, want.created, want.changed = t.now[ref].park, t.now[ref].created, t.now[ref].changed
		}
	}
	return nil
}

// part has the journal say of each kept file that is lost and that a record still names that this is
// known: else the file would never again pass for whole, and no package could be made of it.
func (t *retelling) part(lost []app.Place) error {
	for _, at := range lost {
		ref := reference{at.Type, at.ID}
		name := t.now[ref].values[at.Field]
		if t.parted[name.S] {
			continue
		}
		t.parted[name.S] = true
		if err := t.stay(ref, at.Field); err != nil {
			return err
		}
	}
	return nil
}

// stay journals that a value of a record stays as it is.
func (t *retelling) stay(ref reference, key string) error {
	is := t.now[ref]
	stays := app.Snapshot{Values: map[string]app.Value{key: is.values[key]}}
	is.changed, t.saved[ref].changed = formatStamp(t.at), formatStamp(t.at)
	return t.write(app.TypeByKey(ref.typ), ref, app.ActionEdit, &stays, &stays)
}

// mark has the journal say that it was not whole for the recovery where nothing else it wrote does:
// a value of a record stays as it is. A file without records has nothing to be taken back.
func (t *retelling) mark() error {
	if t.says.whole || t.added > 0 || len(t.now) == 0 {
		return nil
	}
	first := inOrder(slices.Collect(maps.Keys(t.now)))[0]
	return t.stay(first, app.TypeByKey(first.typ).Stored()[0].Key)
}

// bring journals the values in which a record is not yet as it should be.
func (t *retelling) bring(typ *app.Type, ref reference, to *past) error {
	is := t.now[ref]
	if is.park != to.park || is.created != to.created {
		if err := t.remove(typ, ref); err != nil {
			return err
		}
		whole := &past{to.park, to.created, to.changed, map[string]app.Value{}}
		for _, values := range []map[string]app.Value{is.values, to.values} {
			for key, v := range values {
				whole.values[key] = v
			}
		}
		return t.add(typ, ref, whole)
	}
	before, after := app.Snapshot{Values: map[string]app.Value{}}, app.Snapshot{Values: map[string]app.Value{}}
	for _, f := range typ.Stored() {
		if v, named := to.values[f.Key]; named && !same(f, v, is.values[f.Key]) {
			before.Values[f.Key], after.Values[f.Key] = is.values[f.Key], v
		}
	}
	if len(after.Values) == 0 {
		return nil
	}
	for key, v := range after.Values {
		is.values[key] = v
	}
	is.changed = formatStamp(t.at)
	return t.write(typ, ref, app.ActionEdit, &before, &after)
}

func (t *retelling) add(typ *app.Type, ref reference, p *past) error {
	is := &past{p.park, p.created, formatStamp(t.at), map[string]app.Value{}}
	for key, v := range p.values {
		is.values[key] = v
	}
	t.now[ref] = is
	after := is.snapshot()
	return t.write(typ, ref, app.ActionAdd, nil, &after)
}

func (t *retelling) remove(typ *app.Type, ref reference) error {
	before := t.now[ref].snapshot()
	delete(t.now, ref)
	return t.write(typ, ref, app.ActionDelete, &before, nil)
}

// write journals what the recovery itself did.
func (t *retelling) write(typ *app.Type, ref reference, did app.Action, before, after *app.Snapshot) (err error) {
	e := app.JournalEntry{At: t.at, Who: t.who, Change: t.change, Cause: app.CauseDo, Action: did, Type: ref.typ, Record: ref.id}
	if t.added == 0 {
		e.Begins = recoveryStep
		if !t.says.whole {
			e.Begins = recoveryOfPart
		}
	}
	if before != nil {
		e.Before, err = before.JSON(typ)
	}
	if after != nil && err == nil {
		e.After, err = after.JSON(typ)
	}
	if err != nil {
		return err
	}
	t.append(e)
	t.added++
	return nil
}

// append puts an entry at the end of the chain.
func (t *retelling) append(e app.JournalEntry) {
	e.ID = int64(len(t.lines) + 1)
	e.Hash = hashOf(t.hash, e)
	t.prevs = append(t.prevs, t.hash)
	t.lines = append(t.lines, e)
	t.hash = e.Hash
}
