package storage

import (
	"os"

	"technopark/storage/btree"
)

// Origin returns the hash of the first entry of the journal of a data file, by which its copies are known,
// see app.Holding: «» where that cannot be read. The file need not be one that can be opened: it is read
// page by page, without SQLite, and only as far as needed.
func Origin(path string) string {
	file, err := os.Open(path)
	if err != nil {
		return ""
	}
	defer func() { _ = file.Close() }() // it was only read
	info, err := file.Stat()
	if err != nil || !info.Mode().IsRegular() || info.Size() == 0 {
		return ""
	}
	all, err := layouts()
	if err != nil {
		return ""
	}
	pages := btree.Open(file, info.Size())
	var root int64
	pages.Walk(1, true, map[int64]bool{}, func(l btree.Leaf) bool {
		for _, c := range l.Page.Cells {
			row, err := pages.Row(c, 0)
			if err == nil && len(row) == 5 && string(row[0].Bytes) == "table" && string(row[1].Bytes) == "journal" {
				root = row[3].Int
			}
		}
		return true
	})
	first, found := firstRow(pages, root)
	if !found || first.Row != 1 {
		return ""
	}
	row, err := pages.Row(first, mostRowBytes)
	if err != nil {
		return ""
	}
	for i, c := range all["journal"].columns {
		if c.name == "hash" && i < len(row) && row[i].Type == btree.Text && !row[i].Cut() {
			return string(row[i].Bytes)
		}
	}
	return ""
}

// firstRow returns the row with the lowest number of a table.
func firstRow(pages *btree.File, root int64) (btree.Cell, bool) {
	for range mostSchemaDepth { // of any tree of SQLite
		p := pages.Page(root)
		switch {
		case len(p.Cells) == 0:
			return btree.Cell{}, false
		case p.Kind == btree.TableLeaf:
			return p.Cells[0], true
		case p.Kind != btree.TableInterior:
			return btree.Cell{}, false
		}
		root = p.Cells[0].Child
	}
	return btree.Cell{}, false
}
