package merging

import (
	"context"
	"slices"
	"strconv"

	"technopark/app"
)

// Plan is what making one record of two would do. Nothing is written before Write.
type Plan struct {
	Top     *Pair   // the two records
	Clashes []*Pair // records of theirs that could not stand beside each other, such as two reports of one year: these become one too
	Moves   []Move  // the other records that then refer to what stays, in the order of the catalogue and of ids

	redirect app.Redirect
	titles   app.Titles
	lang     app.Lang
	shelf    *shelf
}

// Move is a record that refers to another one than before.
type Move struct {
	Was, Is app.Record  // as it is in the file and as it will be
	Fields  []app.Field // by which it refers
}

// New plans to make one record of two of a type: gone goes into kept. The error is an app.Refusal
// where they are no two records of which one can be made, or somebody said that they are two.
func New(ctx context.Context, from Source, t *app.Type, kept, gone int64, lang app.Lang) (*Plan, error) {
	if !t.Mergeable() {
		return nil, &app.Refusal{ID: "err.merge_type", Data: map[string]any{"What": t.Many}}
	}
	if kept == gone {
		return nil, &app.Refusal{ID: "err.merge_itself", Data: map[string]any{"Record": numbered(t, kept)}}
	}
	park, err := parkOf(ctx, from, t, kept)
	if err != nil {
		return nil, err
	}
	s := openShelf(ctx, from, t, park)
	stays, goes := s.record(t, kept), s.record(t, gone)
	for id, rec := range map[int64]app.Record{kept: stays, gone: goes} {
		if rec == nil && s.err == nil {
			return nil, &app.Refusal{ID: "err.merge_gone", Data: map[string]any{"Record": numbered(t, id)}, Cause: app.ErrNotFound}
		}
	}
	if slices.Contains(toldApart(s)[t.Key][kept], gone) {
		return nil, &app.Refusal{ID: "err.merge_distinct", Data: map[string]any{"Kept": numbered(t, kept), "Gone": numbered(t, gone)}}
	}
	p := &Plan{redirect: app.Redirect{{Type: t.Key, ID: gone}: kept}, lang: lang, shelf: s}
	if s.err == nil {
		p.Top = newPair(stays, goes, stays, goes)
		p.follow()
		p.titles = s.titles(lang)
	}
	return p, s.err
}

// numbered names a record by its number: «resident:17».
func numbered(t *app.Type, id int64) string { return t.Key + ":" + strconv.FormatInt(id, 10) }

// parkOf returns the park whose the record is.
func parkOf(ctx context.Context, from Source, t *app.Type, id int64) (int64, error) {
	if t.Scope == app.ScopeFile {
		return 0, nil
	}
	all := &shelf{ctx: ctx, from: from, read: map[string][]app.Record{}}
	for _, park := range all.Of("park") {
		one := openShelf(ctx, from, t, park.Header().ID)
		if one.record(t, id) != nil || one.err != nil {
			return park.Header().ID, one.err
		}
	}
	return 0, all.err
}

// follow finds what refers to the record that goes, and what comes of that. Types come after those
// they refer to, so that one walk in their order meets every consequence.
func (p *Plan) follow() {
	for _, t := range app.Types() {
		if !t.Sequel && slices.ContainsFunc(t.Fields, app.Field.Refers) {
			p.followOf(t)
		}
	}
}

// followOf finds what becomes of the records of a type.
func (p *Plan) followOf(t *app.Type) {
	var moved []Move
	images := map[int64]app.Record{}
	recs := p.shelf.Of(t.Key)
	for _, rec := range recs {
		if p.inTop(rec) {
			continue
		}
		is, fields := app.Redirected(rec, p.redirect)
		images[rec.Header().ID] = is
		if len(fields) > 0 {
			moved = append(moved, Move{rec, is, fields})
		}
	}
	if len(moved) == 0 {
		return
	}
	taken := newPlaces(t)
	for _, rec := range recs {
		if is := images[rec.Header().ID]; is == rec { // it did not change
			taken.put(rec)
		}
	}
	for _, m := range moved {
		other := taken.put(m.Is)
		if other == nil {
			p.Moves = append(p.Moves, m)
			continue
		}
		kept := p.shelf.record(t, other.Header().ID)
		p.Clashes = append(p.Clashes, newPair(kept, m.Was, other, m.Is))
		p.redirect[app.Place{Type: t.Key, ID: m.Was.Header().ID}] = other.Header().ID
	}
}

func (p *Plan) inTop(rec app.Record) bool {
	id := rec.Header().ID
	return rec.Type() == p.Top.Kept.Type() && (id == p.Top.Kept.Header().ID || id == p.Top.Gone.Header().ID)
}

// places are what no two records of a park share; see app.Type.Unique.
type places struct {
	typ *app.Type
	of  []map[string]app.Record // for each set of fields
}

func newPlaces(t *app.Type) *places {
	s := &places{typ: t}
	for range t.Unique {
		s.of = append(s.of, map[string]app.Record{})
	}
	return s
}

// put takes the places of a record and returns the one that has one of them already; nil when none has.
func (s *places) put(rec app.Record) app.Record {
	keys := make([]string, len(s.of))
	for i, set := range s.typ.Unique {
		keys[i] = placeOf(s.typ, set, rec)
		if other := s.of[i][keys[i]]; other != nil && keys[i] != "" {
			return other
		}
	}
	for i, key := range keys {
		s.of[i][key] = rec
	}
	return nil
}

// placeOf returns what a record says in a set of fields; «» where one of them says nothing.
func placeOf(t *app.Type, set []string, rec app.Record) string {
	key := app.IDList([]int64{rec.Header().Park})
	for _, name := range set {
		f, _ := t.Field(name)
		v := f.Get(rec)
		if v.Empty() {
			return ""
		}
		key += "\x00" + v.S + "\x01" + app.IDList([]int64{v.N})
	}
	return key
}

// Pairs returns all pairs, that of the two records first.
func (p *Plan) Pairs() []*Pair { return append([]*Pair{p.Top}, p.Clashes...) }

// Title is what people call a record of the plan.
func (p *Plan) Title(rec app.Record) string { return rec.Type().TitleIn(p.lang, rec, p.titles) }

// Words writes a value of the plan; «—» where there is none.
func (p *Plan) Words(f app.Field, v app.Value) string {
	if v.Empty() {
		return "—"
	}
	return f.Exact(v, p.titles, p.lang)
}

// Decide says whose value of a field stays. The place is a field of one of the two records of a
// pair, or with no field all that they differ in. The error is an app.Refusal: there is nothing
// to choose at that place.
func (p *Plan) Decide(at app.Place, side Side) error {
	for _, pair := range p.Pairs() {
		t := pair.Kept.Type()
		if at.Type == t.Key && (at.ID == pair.Kept.Header().ID || at.ID == pair.Gone.Header().ID) && pair.decide(at.Field, side) {
			return nil
		}
	}
	return &app.Refusal{ID: "err.merge_choice", Data: map[string]any{"Place": at.String()}}
}

// DecideAs decides as it was decided in another plan of the same records, as far as there is still
// something to choose.
func (p *Plan) DecideAs(other *Plan) {
	for _, pair := range other.Pairs() {
		for _, l := range pair.Lines {
			if l.Why != Chosen {
				continue
			}
			for _, mine := range p.Pairs() {
				if same(mine, pair) {
					mine.decide(l.Field.Key, l.Take)
				}
			}
		}
	}
}

// same reports whether two pairs are of the same records.
func same(a, b *Pair) bool {
	return a.Kept.Type() == b.Kept.Type() && a.Kept.Header().ID == b.Kept.Header().ID && a.Gone.Header().ID == b.Gone.Header().ID
}

// Open returns the places at which it is still to be said whose value stays; none when the plan can
// be written.
func (p *Plan) Open() []app.Place {
	var all []app.Place
	for _, pair := range p.Pairs() {
		for _, f := range pair.open() {
			all = append(all, app.Place{Type: pair.Kept.Type().Key, ID: pair.Gone.Header().ID, Field: f.Key})
		}
	}
	return all
}

// WhyNot says what stands in the way of the plan as it is: choices that are open, or a record that
// could not be kept as it would become. It returns nil when nothing does.
func (p *Plan) WhyNot() error {
	for _, pair := range p.Pairs() {
		if fields := pair.open(); len(fields) > 0 {
			return &app.Refusal{ID: "err.merge_open", Data: map[string]any{
				"N": len(p.Open()), "Record": p.Title(pair.Kept), "Field": fields[0].Label,
			}, Cause: ErrOpen}
		}
	}
	for _, pair := range p.Pairs() {
		if faults := app.ValidateEdit(pair.Kept, p.merged(pair)); len(faults) > 0 {
			return app.Stopped(pair.Kept, p.titles, faults)
		}
	}
	return nil
}

// merged returns the record that a pair becomes.
func (p *Plan) merged(pair *Pair) app.Record {
	is, _ := app.Redirected(pair.Kept, p.redirect)
	return pair.merged(is)
}
