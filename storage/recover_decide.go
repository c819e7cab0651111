package storage

import (
	"maps"
	"slices"

	"technopark/app"
)

// saved is what the new file is to hold.
type saved struct {
	records map[reference]*past
	report  app.Recovery
	counts  map[string]*app.Recovered
	lost    map[reference]bool // records that are reported as lost
}

// decision is how one record is put together.
type decision struct {
	remains *remains
	says    *testimony
	out     *saved
}

// decide says what every record is: by the journal alone where that is whole, else by what the
// table and the journal have left of it.
func (r *remains) decide(t *testimony) *saved {
	out := &saved{records: map[reference]*past{}, counts: map[string]*app.Recovered{}, lost: map[reference]bool{}}
	out.report.Whole = t.whole
	for _, typ := range app.Types() {
		out.counts[typ.Key] = &app.Recovered{Type: typ.Key}
	}
	d := &decision{r, t, out}
	for _, typ := range app.Types() {
		for _, id := range r.numbersOf(typ.Key, t) {
			d.record(typ, id)
		}
		if !t.whole && !r.whole[typ.Key] {
			d.holes(typ)
		}
	}
	return out
}

// numbersOf returns the numbers of all records of a type that the table or the journal knows.
func (r *remains) numbersOf(key string, t *testimony) []int64 {
	ids := map[int64]bool{}
	for id := range r.rows[key] {
		ids[id] = id > 0
	}
	for ref := range t.stories {
		if ref.typ == key {
			ids[ref.id] = ref.id > 0
		}
	}
	maps.DeleteFunc(ids, func(_ int64, ok bool) bool { return !ok })
	return slices.Sorted(maps.Keys(ids))
}

// record decides on one record.
func (d *decision) record(typ *app.Type, id int64) {
	ref := reference{typ.Key, id}
	s, row := d.says.stories[ref], d.remains.best(typ, id)
	switch {
	case s == nil && row == nil:
	case s == nil:
		d.untold(typ, ref, row)
	case row == nil && !s.there:
		d.buried(typ, ref, s)
	case !s.there:
		d.dead(typ, ref, s, row)
	case row == nil:
		d.told(typ, ref, s)
	default:
		d.both(typ, ref, s, row)
	}
}

// untold decides on a row of which the journal says nothing.
func (d *decision) untold(typ *app.Type, ref reference, row *rowFound) {
	switch {
	case d.says.whole || row.from == deleted:
		if row.from == inTable {
			d.leftOut(ref, row)
		}
	case row.from == inTable:
		d.keepRow(typ, ref, nil, row, app.DoubtBare)
	default:
		d.keepRow(typ, ref, nil, row, app.DoubtStray)
	}
}

// dead decides on a row of a record that the journal says was deleted. On a page that nothing leads to it
// may be one of before, or of one that an entry which is lost has brought back.
func (d *decision) dead(typ *app.Type, ref reference, s *story, row *rowFound) {
	later := row.changed >= s.changed
	switch {
	case row.from == inTable && (d.behind(s, s.last, row) || later && !d.says.sure(s.last, row.changed)),
		row.from == astray && later && !d.says.sure(s.last, endOfTime):
		d.keepRow(typ, ref, s, row, app.DoubtBack)
	case row.from == inTable:
		d.leftOut(ref, row)
	default:
		d.buried(typ, ref, s)
	}
}

// buried decides on a record that the journal says was deleted and of which no row was found:
// an entry that is lost may have brought it back, and its row may be lost, too.
func (d *decision) buried(typ *app.Type, ref reference, s *story) {
	if d.remains.whole[typ.Key] || d.says.sure(s.last, endOfTime) {
		return
	}
	d.out.lost[ref] = true
	d.out.counts[ref.typ].Lost++
	d.out.report.Losses = append(d.out.report.Losses, app.Loss{Kind: app.LostNumber, Type: ref.typ, ID: ref.id, Upto: ref.id, Was: d.snapshot(typ, &s.past)})
}

// told decides on a record of which no row was found. That it is there its last entry says; what each
// field is, the last entry of the field, which may be an earlier one.
func (d *decision) told(typ *app.Type, ref reference, s *story) {
	sure := d.says.sure(s.last, endOfTime)
	switch {
	case !s.born:
		d.lose(ref, d.snapshot(typ, &s.past))
	case sure && !d.says.sureOfFields(s):
		d.keep(ref, &s.past, &d.out.counts[typ.Key].Journal, app.DoubtTold)
	case sure:
		d.keep(ref, &s.past, &d.out.counts[typ.Key].Journal, "")
	case d.remains.whole[typ.Key]:
		d.doubt(app.Loss{Kind: app.DoubtGone, Type: ref.typ, ID: ref.id, Was: d.snapshot(typ, &s.past)})
	default:
		d.keep(ref, &s.past, &d.out.counts[typ.Key].Journal, app.DoubtTold)
	}
}

// both decides, field by field, on a record of which there is a row and what the journal says.
// What an entry says is so, unless others are missing that may have changed it before the row
// was written: then the row has the last word.
func (d *decision) both(typ *app.Type, ref reference, s *story, row *rowFound) {
	if row.from == deleted && s.born {
		d.told(typ, ref, s)
		return
	}
	is := row.past()
	out := &past{is.park, is.created, max(s.changed, is.changed), maps.Clone(is.values)}
	mended := false
	if s.born {
		mended = s.park != is.park || s.created != is.created
		out.park, out.created = s.park, s.created
	}
	for _, f := range typ.Stored() {
		said, known := s.values[f.Key]
		there, read := is.values[f.Key]
		by := s.set[f.Key]
		switch {
		case !known || read && same(f, said, there):
		case read && d.behind(s, by.entry, row):
			d.differs(app.DoubtTable, ref, f, said, there)
		case !read || by.at > row.changed || d.says.sure(by.entry, row.changed):
			out.values[f.Key] = said
			// By a clock that was set back the row may be the later one all the same.
			if read && (by.at <= row.changed || !d.says.sure(by.entry, endOfTime)) {
				d.differs(app.DoubtValue, ref, f, there, said)
				mended = true
			}
		default:
			d.differs(app.DoubtTable, ref, f, said, there)
		}
	}
	d.torn(typ, ref, s, row, out)
	count, why := d.countOf(typ, row), app.LossKind("")
	if mended {
		count = &d.out.counts[typ.Key].Journal
	}
	switch {
	case row.changed < s.changed && !d.says.whole:
		why = app.DoubtMixed
	case s.born && row.from == astray && !d.remains.freeIsWhole && !d.says.sureOfFields(s):
		why = app.DoubtTold // the page may be one that was given up, and the row an earlier one
	case !s.born:
		why = app.DoubtBare // what no later entry says is as it was read
	}
	d.keep(ref, out, count, why)
}

// behind reports whether a row was written behind an entry although it says that it is older, since
// the clock was set back in between: no entry of the record that was read made it what it is, so that
// a lost one did, and all that are lost stood behind that entry.
func (d *decision) behind(s *story, entry int64, row *rowFound) bool {
	if row.from != inTable || row.changed == "" || s.moments[row.changed] {
		return false
	}
	gaps := d.says.gaps
	return len(gaps) > 0 && !slices.ContainsFunc(gaps, func(g gap) bool { return g.after < entry })
}

// differs tells two values of a field, of which the second was taken.
func (d *decision) differs(kind app.LossKind, ref reference, f app.Field, was, is app.Value) {
	one, other, err := bothJSON(f, was, is)
	if err != nil {
		return
	}
	told := app.Loss{Kind: kind, Type: ref.typ, ID: ref.id, Field: f.Key, Was: one, Is: other}
	if !kind.Doubtful() {
		d.out.report.Losses = append(d.out.report.Losses, told)
		return
	}
	d.doubt(told)
}

// holes names the numbers of which nothing is left, where the table is not whole: of each there
// was a record, though it may have been deleted. The entry that added it is lost, too, so that no
// more of them are lost now than such entries; but which of the numbers these are is not known, since
// others may have had none in this file ever: a recovery, or a package that was made a file, leaves
// such. Runs that the file has no room for are of a number that was spoiled.
func (d *decision) holes(typ *app.Type) {
	ids := d.remains.numbersOf(typ.Key, d.says)
	upto, room := int64(0), d.remains.file.Pages()*mostRowsOfPage
	if len(ids) > 0 {
		upto = ids[len(ids)-1]
	}
	left := room // to be lost
	if !d.says.endless {
		left = d.says.unread()
	}
	given := d.remains.given[typ.Key]
	if given > upto && given-upto <= left {
		upto = given
	}
	if unknown := given == 0 && !d.remains.whole["sqlite_sequence"]; unknown || given != 0 && given != upto {
		d.out.report.Losses = append(d.out.report.Losses, app.Loss{Kind: app.LostTail, Type: typ.Key, ID: upto})
	}
	next := int64(1)
	for _, id := range append(ids, upto+1) {
		ref := reference{typ.Key, id}
		if id > upto+1 || id <= upto && d.out.records[ref] == nil && d.says.stories[ref] == nil && !d.out.lost[ref] {
			continue // a row that was left out
		}
		if id > next && id-next <= room {
			lost := min(id-next, left)
			left -= lost
			d.out.counts[typ.Key].Lost += int(lost)
			d.out.report.Losses = append(d.out.report.Losses, app.Loss{Kind: app.LostNumber, Type: typ.Key, ID: next, Upto: id - 1})
		}
		next = id + 1
	}
}

// mostRowsOfPage is how many records a page can have: none is shorter than its two moments.
const mostRowsOfPage = 4096/44 + 1

func (d *decision) keep(ref reference, p *past, count *int, why app.LossKind) {
	d.out.records[ref] = p
	*count++
	switch why {
	case "":
	case app.DoubtBare:
		d.bare(ref)
	default:
		d.doubt(app.Loss{Kind: why, Type: ref.typ, ID: ref.id})
	}
}

// keepRow keeps a record as its row has it.
func (d *decision) keepRow(typ *app.Type, ref reference, s *story, row *rowFound, why app.LossKind) {
	out := row.past()
	d.torn(typ, ref, s, row, out)
	d.keep(ref, out, d.countOf(typ, row), why)
}

func (d *decision) countOf(typ *app.Type, row *rowFound) *int {
	if row.from == inTable {
		return &d.out.counts[typ.Key].Table
	}
	return &d.out.counts[typ.Key].Pages
}

func (d *decision) leftOut(ref reference, row *rowFound) {
	d.doubt(app.Loss{Kind: app.DoubtExtra, Type: ref.typ, ID: ref.id, Was: d.snapshot(app.TypeByKey(ref.typ), row.past())})
}

func (d *decision) doubt(l app.Loss) { d.out.report.Doubts = append(d.out.report.Doubts, l) }

// bare tells that nothing confirms what was read of a record. Of neighbours it is told together:
// where most of the journal is lost there are as many of them as records.
func (d *decision) bare(ref reference) {
	if n := len(d.out.report.Doubts); n > 0 {
		last := &d.out.report.Doubts[n-1]
		if last.Kind == app.DoubtBare && last.Type == ref.typ && max(last.ID, last.Upto) == ref.id-1 {
			last.Upto = ref.id
			return
		}
	}
	d.doubt(app.Loss{Kind: app.DoubtBare, Type: ref.typ, ID: ref.id})
}

func (d *decision) lose(ref reference, was string) {
	d.out.lost[ref] = true
	d.out.counts[ref.typ].Lost++
	d.out.report.Losses = append(d.out.report.Losses, app.Loss{Kind: app.LostRecord, Type: ref.typ, ID: ref.id, Was: was})
}

// snapshot writes what is known of a record as the journal would.
func (d *decision) snapshot(typ *app.Type, p *past) string {
	text, err := p.snapshot().JSON(typ)
	if err != nil {
		return ""
	}
	return text
}

// best returns the row of a record that is most to be believed: of its table, else the one that
// was changed last.
func (r *remains) best(typ *app.Type, id int64) *rowFound {
	var best *rowFound
	found := r.rows[typ.Key][id]
	for i := range found {
		row := &found[i]
		if best == nil || row.from < best.from || row.from == best.from && row.changed > best.changed {
			best = row
		}
	}
	if best == nil {
		return nil
	}
	if _, err := parseStamp(best.changed); err != nil {
		best.changed = "" // spoiled: every entry is later
	}
	r.lists(typ, id, best)
	return best
}

// past returns a row as a record.
func (r *rowFound) past() *past { return &past{r.park, r.created, r.changed, r.values} }
