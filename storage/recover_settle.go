package storage

import (
	"cmp"
	"fmt"
	"maps"
	"slices"
	"time"

	"technopark/app"
)

// settling makes the saved records fit together: none refers to what is not there.
type settling struct {
	out      *saved
	says     *testimony
	contents map[string]bool // those that were saved
	now      time.Time
	told     map[app.Place]bool // fields of which the kept file was named as lost
	lost     []app.Place        // those that name it all the same, in the order of refs
}

// settle puts what belongs to a lost record under one that stands in its place, leaves out
// what cannot be without another, and empties what pointed to nothing.
func (s *settling) settle() {
	for again := true; again; {
		again = false
		for _, ref := range s.refs() {
			if !s.owned(ref) {
				s.drop(ref)
				again = true
			}
		}
	}
	s.lost = nil
	for _, ref := range s.refs() {
		s.stamps(ref)
		s.pointers(ref)
		s.files(ref)
	}
}

// refs returns the saved records in the order of the catalogue and of their numbers.
func (s *settling) refs() []reference {
	return inOrder(slices.Collect(maps.Keys(s.out.records)))
}

// inOrder sorts references by the catalogue and by numbers.
func inOrder(refs []reference) []reference {
	place := map[string]int{}
	for i, t := range app.Types() {
		place[t.Key] = i
	}
	slices.SortFunc(refs, func(a, b reference) int {
		return cmp.Or(cmp.Compare(place[a.typ], place[b.typ]), cmp.Compare(a.id, b.id))
	})
	return refs
}

// owned reports whether what a record cannot be without is there, having seen to it.
func (s *settling) owned(ref reference) bool {
	t, p := app.TypeByKey(ref.typ), s.out.records[ref]
	if t.Scope == app.ScopePark && !s.stand(reference{parkTable, p.park}, 0) {
		return false
	}
	for _, f := range t.Stored() {
		v := p.values[f.Key]
		switch {
		case !f.Essential:
		case f.Kind == app.KindRef:
			if !s.stand(reference{f.Ref, v.N}, p.park) {
				return false
			}
		case v.Empty():
			return false
		}
	}
	return true
}

// stand reports whether a record is there, and puts one with nothing but a name in its place
// where that is enough to be one.
func (s *settling) stand(ref reference, park int64) bool {
	if s.out.records[ref] != nil {
		return true
	}
	t := app.TypeByKey(ref.typ)
	if t == nil || ref.id <= 0 {
		return false
	}
	stub := &past{park: park, values: map[string]app.Value{}}
	if t.Scope == app.ScopeFile {
		stub.park = 0
	}
	if known := s.says.stories[ref]; known != nil {
		maps.Copy(stub.values, known.values)
	}
	left, err := stub.snapshot().JSON(t)
	if err != nil {
		return false
	}
	for _, f := range t.Stored() {
		switch {
		case !f.Essential || !stub.values[f.Key].Empty():
		case f.Kind == app.KindText && f.Scheme == "":
			stub.values[f.Key] = app.TextValue(fmt.Sprintf("Утраченная запись № %d", ref.id))
		default:
			return false
		}
	}
	s.out.records[ref] = stub
	s.forget(ref)
	s.out.counts[ref.typ].Lost++
	s.out.lost[ref] = true
	s.out.report.Losses = append(s.out.report.Losses, app.Loss{Kind: app.LostStub, Type: ref.typ, ID: ref.id, Was: left})
	return true
}

// forget takes back what was said of a record before more was known, also where it was one of a run.
func (s *settling) forget(ref reference) {
	about := func(l app.Loss) bool {
		return l.Type == ref.typ && l.ID == ref.id && l.Upto <= l.ID && (l.Kind == app.LostRecord || l.Kind == app.LostNumber || l.Kind == app.DoubtGone || l.Kind == app.DoubtExtra)
	}
	for i, l := range s.out.report.Losses {
		if l.Kind != app.LostNumber || l.Type != ref.typ || l.Upto <= l.ID || ref.id < l.ID || ref.id > l.Upto {
			continue
		}
		before, itself, behind := l, l, l
		before.Upto, itself.ID, itself.Upto, behind.ID = ref.id-1, ref.id, ref.id, ref.id+1
		parts := slices.DeleteFunc([]app.Loss{before, itself, behind}, func(p app.Loss) bool { return p.ID > p.Upto })
		s.out.report.Losses = slices.Replace(s.out.report.Losses, i, i+1, parts...)
		break
	}
	if slices.ContainsFunc(s.out.report.Losses, about) && s.out.counts[ref.typ].Lost > 0 {
		s.out.counts[ref.typ].Lost--
	}
	s.out.report.Losses = slices.DeleteFunc(s.out.report.Losses, about)
	s.out.report.Doubts = slices.DeleteFunc(s.out.report.Doubts, about)
}

// drop leaves a record out that cannot be without another.
func (s *settling) drop(ref reference) {
	t := app.TypeByKey(ref.typ)
	was, err := s.out.records[ref].snapshot().JSON(t)
	if err != nil {
		was = ""
	}
	delete(s.out.records, ref)
	s.out.lost[ref] = true
	s.uncount(ref)
	s.out.counts[ref.typ].Lost++
	s.out.report.Losses = append(s.out.report.Losses, app.Loss{Kind: app.LostRecord, Type: ref.typ, ID: ref.id, Was: was})
}

// uncount takes a record from those that were saved.
func (s *settling) uncount(ref reference) {
	c := s.out.counts[ref.typ]
	for _, n := range []*int{&c.Pages, &c.Journal, &c.Table} {
		if *n > 0 {
			*n--
			return
		}
	}
}

// stamps gives a record moments that are some.
func (s *settling) stamps(ref reference) {
	p := s.out.records[ref]
	if _, err := parseStamp(p.created); err == nil {
		return
	}
	was := p.created
	p.created = p.changed
	if _, err := parseStamp(p.created); err != nil {
		p.created = formatStamp(s.now)
	}
	if !s.out.lost[ref] { // of one that only stands for another nothing was read
		s.lose(app.LostField, ref, "created", app.TextValue(was))
	}
}

// pointers empties the references of a record that lead to nothing.
func (s *settling) pointers(ref reference) {
	t, p := app.TypeByKey(ref.typ), s.out.records[ref]
	for _, f := range t.Stored() {
		v := p.values[f.Key]
		if f.Points {
			s.points(ref, f, v)
		}
		if f.Ref == "" || v.Empty() {
			continue
		}
		ids := []int64{v.N}
		if f.Kind == app.KindRefs {
			ids = app.IDs(v.S)
		}
		gone := slices.DeleteFunc(slices.Clone(ids), func(id int64) bool { return s.out.records[reference{f.Ref, id}] != nil })
		if len(gone) == 0 {
			continue
		}
		left := app.Value{}
		if f.Kind == app.KindRefs {
			left = app.TextValue(app.IDList(slices.DeleteFunc(ids, func(id int64) bool { return slices.Contains(gone, id) })))
		}
		p.values[f.Key] = left
		s.lose(app.LostLink, ref, f.Key, v)
	}
}

// points names a text that speaks of a record that is lost. It stays: it says of what, and no other record
// gets that number. Of one that was deleted nothing is lost.
func (s *settling) points(ref reference, f app.Field, v app.Value) {
	at := app.Place{Type: ref.typ, ID: ref.id, Field: f.Key}
	to, ok := placeOf(v)
	if !ok || s.out.records[to] != nil || s.told[at] {
		return
	}
	if known := s.says.stories[to]; !s.out.lost[to] && (s.says.whole || known != nil && !known.there && s.says.sure(known.last, endOfTime)) {
		return
	}
	s.told[at] = true
	s.lose(app.LostLink, ref, f.Key, v)
}

// placeOf returns the record that a text names; false where it names none of a type there is.
func placeOf(v app.Value) (reference, bool) {
	at, ok := app.ParsePlace(v.S)
	if !ok || app.TypeByKey(at.Type) == nil {
		return reference{}, false
	}
	return reference{at.Type, at.ID}, true
}

// placesIn returns the records that the texts among the values of a record name.
func placesIn(t *app.Type, values map[string]app.Value) (all []reference) {
	for _, f := range t.Stored() {
		if to, ok := placeOf(values[f.Key]); ok && f.Points && to.id <= mostNumber {
			all = append(all, to)
		}
	}
	return all
}

// mostNumber is what no number of a record comes to: beyond it a text was spoiled.
const mostNumber = 1 << 40

// files names the kept files of a record that were not saved. Where a record can be without its
// file, it is from now on, so that another can be attached; a revision and a signature still
// say which file it was, and the journal that it is known to be lost: see retelling.part.
func (s *settling) files(ref reference) {
	t, p := app.TypeByKey(ref.typ), s.out.records[ref]
	for _, f := range t.Stored() {
		v := p.values[f.Key]
		if !f.Content || v.Empty() || s.contents[v.S] {
			continue
		}
		if at := (app.Place{Type: ref.typ, ID: ref.id, Field: f.Key}); !s.told[at] {
			s.told[at] = true
			s.out.report.Losses = append(s.out.report.Losses, app.Loss{Kind: app.LostContent, Type: ref.typ, ID: ref.id, Field: f.Key, Was: v.S})
		}
		if f.Essential {
			s.lost = append(s.lost, app.Place{Type: ref.typ, ID: ref.id, Field: f.Key})
		} else {
			p.values[f.Key] = app.Value{}
		}
	}
}

// lose notes a value that could not be kept.
func (s *settling) lose(kind app.LossKind, ref reference, key string, was app.Value) {
	text, err := jsonOf(was.S)
	if f, ok := app.TypeByKey(ref.typ).Field(key); ok {
		text, err = jsonOf(f.JSON(was))
	}
	if err != nil {
		text = ""
	}
	s.out.report.Losses = append(s.out.report.Losses, app.Loss{Kind: kind, Type: ref.typ, ID: ref.id, Field: key, Was: text})
}
