package storage

import (
	"slices"

	"technopark/storage/btree"
)

// hiding finds out whether pages of a table may have had rows that they do not name.
type hiding struct {
	named  map[int64]bool
	behind []int64 // numbers of rows that stand in bytes that a page has in no use
	unsure bool    // there may be more
}

// note notes the rows of a page: those it names, and those it may have had.
func (h *hiding) note(file *btree.File, l *layout, leaf btree.Leaf) {
	for _, c := range leaf.Page.Cells {
		h.named[c.Row] = true
	}
	cells, sure := file.Hidden(leaf.Page)
	h.unsure = h.unsure || !sure
	for _, c := range cells {
		if row, err := file.Row(c, 0); err == nil && c.Row > leaf.From && c.Row <= leaf.Upto && l.fits(row) {
			h.behind = append(h.behind, c.Row)
		}
	}
}

// lacks reports whether there may have been a row that no page of the table names.
func (h *hiding) lacks() bool {
	return h.unsure || slices.ContainsFunc(h.behind, func(n int64) bool { return !h.named[n] })
}

// noteHidden notes the pairs that a page of links between two may have had.
func (w *linking) noteHidden(p btree.Page, from, upto pair) {
	cells, sure := w.remains.file.Hidden(p)
	if !sure {
		w.hole(from, upto)
	}
	for _, c := range cells {
		row, err := w.remains.file.Row(c, 0)
		if err != nil || len(row) != 2 || !w.layout.fits(row) {
			continue
		}
		if is := (pair{row[0].Int, row[1].Int}); from.before(is) && is.before(upto) {
			w.hidden = append(w.hidden, is)
		}
	}
}

// settleHidden notes that lists may lack pairs that a page may have had and none names.
func (w *linking) settleHidden() {
	for _, is := range w.hidden {
		if !w.out.targets[is.owner][is.target] {
			w.hole(is, is)
		}
	}
}
