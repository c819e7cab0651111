package storage

import (
	"context"

	"technopark/app"
	"technopark/storage/btree"
)

// Bounds of what is read of a damaged file.
const (
	mostRowBytes  = 16 << 20  // of one row; the longest are the texts of methods
	mostHeldBytes = 512 << 20 // of all rows together; contents are read one by one
)

// origin says where a row was read: the further down, the less it is to be believed.
type origin uint8

const (
	inTable origin = iota // reached from the root of its table
	astray                // in a page that nothing leads to
	deleted               // in a page that the file says is not in use
)

// rowFound is a row of a table of records.
type rowFound struct {
	values           map[string]app.Value
	spoiled          map[string]app.Value // dates and periods that are none
	park             int64
	created, changed string
	from             origin
}

// stepFound is a step of undo.
type stepFound struct{ what, state string }

// lineFound is an entry of the journal as it stands in a page.
type lineFound struct {
	entry    app.JournalEntry
	at, prev string
	from     origin
}

// remains is what could be read of the pages of a damaged file.
type remains struct {
	file    *btree.File
	layouts map[string]*layout
	free    map[int64]bool

	freeIsWhole bool           // no other page was deleted
	placed      map[int64]bool // pages that have a place in some tree
	stray       []strayPage

	rows     map[string]map[int64][]rowFound // by type and number
	whole    map[string]bool                 // tables of which every page was reached
	links    map[string]*links               // by name of the table of links
	steps    map[int64]stepFound             // by id of the change
	lines    map[int64][]lineFound           // by id of the entry
	contents map[string][]btree.Cell         // by name
	given    map[string]int64                // highest numbers ever given, by table
	unknown  int                             // rows of which it is not known what they are
	held     int64                           // bytes of the rows in memory
	born     map[reference]string            // see births
}

// strayPage is a page of rows that nothing leads to.
type strayPage struct {
	page btree.Page
	from origin
}

// readRemains reads all pages. tell hears how many of how many are done.
func readRemains(ctx context.Context, file *btree.File, tell func(done, all int)) (*remains, error) {
	all, err := layouts()
	if err != nil {
		return nil, err
	}
	free, sure := file.Free()
	r := &remains{
		file: file, layouts: all, free: free, freeIsWhole: sure, placed: map[int64]bool{},
		rows: map[string]map[int64][]rowFound{}, whole: map[string]bool{}, links: map[string]*links{},
		steps: map[int64]stepFound{}, lines: map[int64][]lineFound{}, contents: map[string][]btree.Cell{}, given: map[string]int64{},
	}
	for _, t := range app.Types() {
		r.rows[t.Key] = map[int64][]rowFound{}
	}
	for _, root := range r.roots() {
		if err := ctx.Err(); err != nil {
			return nil, err
		}
		r.readTree(root)
	}
	for n := int64(1); n <= file.Pages(); n++ {
		if n%256 == 0 {
			if err := ctx.Err(); err != nil {
				return nil, err
			}
			tell(int(n), int(file.Pages()))
		}
		if !r.placed[n] {
			r.readStray(n)
		}
	}
	r.settleStray()
	return r, nil
}

// root is where a tree begins.
type root struct {
	name string // of the table; of an index, «»
	page int64
}

// roots reads the schema, as far as it is whole.
func (r *remains) roots() []root {
	var all []root
	r.file.Walk(1, true, r.placed, func(l btree.Leaf) bool {
		for _, c := range l.Page.Cells {
			row, err := r.row(c)
			if err != nil || len(row) != 5 || row[3].Type != btree.Integer || row[3].Int < 2 {
				continue
			}
			of := root{page: row[3].Int}
			if string(row[0].Bytes) == "table" {
				of.name = string(row[1].Bytes)
			}
			all = append(all, of)
		}
		return true
	})
	return all
}

// row reads a row whole, or as much of a long one as is wanted.
func (r *remains) row(c btree.Cell) ([]btree.Value, error) {
	row, err := r.file.Row(c, 0)
	if err != nil || isContent(row) || !cut(row) {
		return row, err
	}
	if r.held > mostHeldBytes {
		return nil, btree.ErrEnough
	}
	row, err = r.file.Row(c, mostRowBytes)
	if err == nil && cut(row) {
		err = btree.ErrEnough
	}
	return row, err
}

func cut(row []btree.Value) bool {
	for _, v := range row {
		if v.Cut() {
			return true
		}
	}
	return false
}

// isContent reports whether a row is a kept file: its name, how many bytes it has, and these.
func isContent(row []btree.Value) bool {
	return len(row) == 3 && row[0].Type == btree.Text && row[0].Size == 64 && !row[0].Cut() &&
		row[1].Type == btree.Integer && row[2].Type == btree.Blob && row[1].Int == row[2].Size
}

// readTree reads a table or an index; of what is none of ours only the pages are noted.
func (r *remains) readTree(at root) {
	l, ours := r.layouts[at.name]
	kind := r.file.Page(at.page).Kind
	table := kind == btree.TableLeaf || kind == btree.TableInterior
	if ours && r.isLink(at.name) {
		r.readLinks(l, at.page)
		return
	}
	seen := hiding{named: map[int64]bool{}}
	whole := r.file.Walk(at.page, table, r.placed, func(leaf btree.Leaf) bool {
		if !ours || !table {
			return true
		}
		rows := r.rowsOf(leaf.Page)
		if !mostFit(l, rows) {
			return false
		}
		if r.take(l, rows, inTable) < len(leaf.Page.Cells) {
			r.whole[at.name] = false
		}
		seen.note(r.file, l, leaf)
		return true
	})
	if ours {
		_, flawed := r.whole[at.name]
		r.whole[at.name] = whole && table && !flawed && !seen.lacks()
	}
}

// numbered is a row with its number.
type numberedRow struct {
	id     int64
	values []btree.Value
	cell   btree.Cell
}

func (r *remains) rowsOf(p btree.Page) []numberedRow {
	var all []numberedRow
	for _, c := range p.Cells {
		if row, err := r.row(c); err == nil {
			all = append(all, numberedRow{c.Row, row, c})
		}
	}
	return all
}

// mostFit reports whether a page can be one of the table: one row may have been spoiled.
func mostFit(l *layout, rows []numberedRow) bool {
	fit := 0
	for _, row := range rows {
		if l.fits(row.values) {
			fit++
		}
	}
	return 2*fit >= len(rows)
}
