package btree

// Leaf is a page of rows that was reached from the root of its tree.
type Leaf struct {
	Page Page  // as far as it is whole
	From int64 // its rows have higher numbers than this
	Upto int64 // and at most this
}

// walking is a walk through one tree.
type walking struct {
	file  *File
	table bool // else an index
	seen  map[int64]bool
	fn    func(Leaf) bool
	depth int  // of the leaves; 0 before the first
	whole bool // so far
}

// Walk goes through the tree below a page and calls fn for every page with rows; of an index
// those above the leaves have rows too. fn reports whether the page can be one of the tree. seen
// are pages that have a place in some tree already; those of this one are added to it. whole is
// false when a page was missing, was none of this tree, or did not hang together.
func (f *File) Walk(root int64, table bool, seen map[int64]bool, fn func(Leaf) bool) (whole bool) {
	w := &walking{file: f, table: table, seen: seen, fn: fn, whole: true}
	w.walk(root, 1, -1<<63, 1<<63-1)
	return w.whole
}

func (w *walking) walk(n int64, depth int, from, upto int64) {
	p := w.file.Page(n)
	leaf, interior := IndexLeaf, IndexInterior
	if w.table {
		leaf, interior = TableLeaf, TableInterior
	}
	if w.seen[n] || depth > mostDepth || p.Kind != leaf && p.Kind != interior {
		w.whole = false
		return
	}
	if !p.Whole() || p.empty(depth) {
		w.whole = false
	}
	if p.Kind == leaf {
		if w.depth == 0 {
			w.depth = depth
		}
		w.whole = w.whole && w.depth == depth
	}
	if w.table && !p.within(from, upto) {
		w.whole = false
		return
	}
	if (p.Kind == leaf || !w.table) && !w.fn(Leaf{p, from, upto}) {
		w.whole = false
		return
	}
	w.seen[n] = true
	if p.Kind == leaf {
		return
	}
	for _, c := range p.Cells {
		w.walk(c.Child, depth+1, from, c.Row)
		from = c.Row
	}
	w.walk(p.Right, depth+1, from, upto)
}

// empty reports whether a page has no cells where SQLite leaves none without: only the root of a tree
// that is nothing but this page may be so.
func (p Page) empty(depth int) bool {
	return len(p.Cells) == 0 && (depth > 1 || p.Kind == IndexInterior || p.Kind == TableInterior)
}

// within reports whether the numbers of the rows rise and lie where they should: those of a
// page that stands in the place of another do not.
func (p Page) within(from, upto int64) bool {
	last := from
	for i, c := range p.Cells {
		if c.Row < last || c.Row > upto || c.Row == last && (i > 0 || p.Kind == TableLeaf && from != -1<<63) {
			return false
		}
		last = c.Row
	}
	return true
}
