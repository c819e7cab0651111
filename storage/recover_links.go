package storage

import (
	"maps"
	"math"
	"slices"
	"strings"

	"technopark/app"
	"technopark/storage/btree"
)

// pair is a row of a table of links: a record and one that a list of it names.
type pair struct{ owner, target int64 }

func (p pair) before(q pair) bool {
	return p.owner < q.owner || p.owner == q.owner && p.target < q.target
}

// links is what could be read of a table of links.
type links struct {
	targets map[int64]map[int64]bool // of each owner
	holes   []span                   // owners of whose pairs some may be lost
}

// lacks reports whether pairs of an owner may be lost. Of a table to which nothing led, all are.
func (l *links) lacks(owner int64) bool {
	return l == nil || slices.ContainsFunc(l.holes, func(s span) bool { return s.from <= owner && owner <= s.upto })
}

// listOf returns what was read of a list of a record.
func (l *links) listOf(owner int64) app.Value {
	if l == nil {
		return app.Value{}
	}
	return app.TextValue(app.IDList(slices.Sorted(maps.Keys(l.targets[owner]))))
}

// isLink reports whether a table keeps the references of a field to many records.
func (r *remains) isLink(name string) bool {
	l := r.layouts[name]
	return l != nil && l.typ == nil && len(l.columns) == 2 && strings.HasSuffix(l.columns[0].name, "_id") && strings.HasSuffix(l.columns[1].name, "_id")
}

// mostLinkDepth is how deep a tree of links can be: that of SQLite itself.
const mostLinkDepth = 20

// linking is a walk through a table of links. Its rows are an index: they rise, those above the
// leaves stand between those below. So it is known of which records a lost page had the pairs.
type linking struct {
	remains *remains
	layout  *layout
	out     *links
	depth   int    // of the leaves; 0 before the first
	hidden  []pair // that pages may have had
}

// readLinks reads the table of links below a page.
func (r *remains) readLinks(l *layout, page int64) {
	w := &linking{remains: r, layout: l, out: &links{targets: map[int64]map[int64]bool{}}}
	w.walk(page, 1, pair{math.MinInt64, math.MinInt64}, pair{math.MaxInt64, math.MaxInt64})
	w.settleHidden()
	r.links[l.name] = w.out
}

// walk reads what is below a page, all of it between two pairs. A page with another is none of
// this table.
func (w *linking) walk(n int64, depth int, from, upto pair) {
	p := w.remains.file.Page(n)
	rows, ok := w.pairsOf(p, from, upto)
	if !ok || w.remains.placed[n] || depth > mostLinkDepth {
		w.hole(from, upto)
		return
	}
	w.remains.placed[n] = true
	w.noteHidden(p, from, upto)
	leaf := p.Kind == btree.IndexLeaf
	if leaf && w.depth == 0 {
		w.depth = depth
	}
	if !p.Whole() || leaf && depth != w.depth || len(rows) == 0 && depth > 1 {
		w.hole(from, upto)
	}
	for i, is := range rows {
		if !leaf {
			w.walk(p.Cells[i].Child, depth+1, from, is)
		}
		w.take(is)
		from = is
	}
	if !leaf {
		w.walk(p.Right, depth+1, from, upto)
	}
}

// pairsOf returns the pairs of a page, when it can be one of this table at this place.
func (w *linking) pairsOf(p btree.Page, from, upto pair) (all []pair, ok bool) {
	if p.Kind != btree.IndexLeaf && p.Kind != btree.IndexInterior {
		return nil, false
	}
	for _, c := range p.Cells {
		row, err := w.remains.file.Row(c, 0)
		if err != nil || len(row) != 2 || !w.layout.fits(row) {
			return nil, false
		}
		is := pair{row[0].Int, row[1].Int}
		if !from.before(is) || !is.before(upto) {
			return nil, false
		}
		all, from = append(all, is), is
	}
	return all, true
}

func (w *linking) take(is pair) {
	if w.out.targets[is.owner] == nil {
		w.out.targets[is.owner] = map[int64]bool{}
	}
	w.out.targets[is.owner][is.target] = true
}

// hole notes that pairs between two may be lost.
func (w *linking) hole(from, upto pair) {
	w.out.holes = append(w.out.holes, span{from.owner, upto.owner})
}

// knowsList reports whether all pairs of a list of a row were read: of a row that is no longer
// in use the pairs are gone, too.
func (r *remains) knowsList(l *links, id int64, row *rowFound) bool {
	return row.from != deleted && !l.lacks(id)
}

// lists puts the lists of a record into its row, those of which all pairs were read.
func (r *remains) lists(typ *app.Type, id int64, row *rowFound) {
	for _, f := range typ.Stored() {
		if f.Kind != app.KindRefs {
			continue
		}
		if l := r.links[newLink(typ, f).name]; r.knowsList(l, id, row) {
			row.values[f.Key] = l.listOf(id)
		}
	}
}

// torn decides on the lists of a record of which pairs may be lost, and which the journal does
// not surely know: what was read of them is taken together with what the journal says they once
// were, and each is named. So are values that were spoiled.
func (d *decision) torn(typ *app.Type, ref reference, s *story, row *rowFound, out *past) {
	for _, f := range typ.Stored() {
		if was, ok := row.spoiled[f.Key]; ok && !d.surelySays(s, f, row) {
			d.differs(app.LostField, ref, f, was, out.values[f.Key])
		}
		if f.Kind != app.KindRefs {
			continue
		}
		l := d.remains.links[newLink(typ, f).name]
		if d.remains.knowsList(l, ref.id, row) || d.surelySays(s, f, row) {
			continue
		}
		part := l.listOf(ref.id)
		all := app.IDs(part.S)
		if s != nil {
			all = append(all, app.IDs(s.values[f.Key].S)...)
		}
		slices.Sort(all)
		out.values[f.Key] = app.TextValue(app.IDList(slices.Compact(all)))
		d.differs(app.DoubtPart, ref, f, part, out.values[f.Key])
	}
}

// surelySays reports whether the journal says what a field is, and none of its lost entries can
// have changed it: the row of its table, when it is the last one, was not written since.
func (d *decision) surelySays(s *story, f app.Field, row *rowFound) bool {
	if s == nil {
		return false
	}
	by, known := s.set[f.Key]
	upto := row.changed
	if row.from != inTable || row.changed < s.changed {
		upto = endOfTime
	}
	return known && s.there && d.says.sure(by.entry, upto)
}
