package btree

import "encoding/binary"

// Kind says what a page is.
type Kind uint8

// The kinds of pages. The page of a chain, of the list of free ones and one that was
// overwritten are None.
const (
	None          Kind = 0
	IndexInterior Kind = 2
	TableInterior Kind = 5
	IndexLeaf     Kind = 10
	TableLeaf     Kind = 13
)

// Cell is one row, or one way down, of a page.
type Cell struct {
	Row   int64 // number of the row, or the highest one below Child; 0 in an index
	Child int64 // page below; 0 in a leaf

	local  []byte // what stands in the page itself
	at     int    // where it begins in the page
	size   int    // how many bytes of the page it takes
	length int64  // of the whole row, in bytes
	next   int64  // the page on which the rest begins; 0 without a rest
}

// Page is a node of a tree.
type Page struct {
	Number int64  // from 1
	Kind   Kind   // what it is
	Cells  []Cell // those that can be read, in their order
	Right  int64  // page below, behind all cells; 0 in a leaf
	Broken int    // cells that cannot be read
	Astray bool   // there are bytes of cells that the page no longer names
}

// Whole reports whether all that the page ever said of its cells could be read.
func (p Page) Whole() bool { return p.Broken == 0 && !p.Astray }

// Page returns a page, as far as it is whole. One that is no node of a tree is None.
func (f *File) Page(n int64) Page {
	p := Page{Number: n}
	data := f.raw(n)
	start := 0
	if n == 1 {
		start = headerSize
	}
	if data == nil {
		return p
	}
	p.Kind = Kind(data[start])
	head := 8
	switch p.Kind {
	case IndexLeaf, TableLeaf:
	case IndexInterior, TableInterior:
		head = 12
		p.Right = int64(binary.BigEndian.Uint32(data[start+8:]))
	default:
		p.Kind = None
		return p
	}
	cells := int(binary.BigEndian.Uint16(data[start+3:]))
	if start+head+2*cells > len(data) {
		return Page{Number: n}
	}
	room := len(data) // cells do not share their bytes: a page holds no more than a page
	for i := range cells {
		at := int(binary.BigEndian.Uint16(data[start+head+2*i:]))
		cell, ok := f.cell(p.Kind, data, at)
		if room -= len(cell.local) + 1; !ok || at < start+head+2*cells || room < 0 {
			p.Broken++
			continue
		}
		p.Cells = append(p.Cells, cell)
	}
	f.findAstray(&p, data, start, start+head+2*cells)
	return p
}

// cell reads the cell that begins at a place of a page.
func (f *File) cell(kind Kind, data []byte, at int) (c Cell, ok bool) {
	if at >= len(data) {
		return c, false
	}
	c.at = at
	data = data[at:]
	room := len(data)
	if kind == IndexInterior || kind == TableInterior {
		if len(data) < 5 {
			return c, false
		}
		c.Child = int64(binary.BigEndian.Uint32(data))
		data = data[4:]
	}
	if kind == TableInterior {
		var n int
		c.Row, n = Varint(data)
		c.size = 4 + n
		return c, n > 0
	}
	var n int
	if c.length, n = Varint(data); n == 0 || c.length < 0 || c.length > f.length {
		return c, false
	}
	data = data[n:]
	if kind == TableLeaf {
		if c.Row, n = Varint(data); n == 0 {
			return c, false
		}
		data = data[n:]
	}
	local := f.localOf(kind, c.length)
	if local > int64(len(data)) {
		return c, false
	}
	c.local = data[:local]
	c.size = max(room-len(data)+int(local), leastCell)
	if local == c.length {
		return c, true
	}
	c.size += 4
	if local+4 > int64(len(data)) {
		return c, false
	}
	c.next = int64(binary.BigEndian.Uint32(data[local:]))
	return c, true
}

// localOf returns how much of a row of so many bytes stands in the page itself.
func (f *File) localOf(kind Kind, length int64) int64 {
	most := f.size - 35
	if kind != TableLeaf {
		most = (f.size-12)*64/255 - 23
	}
	if length <= most {
		return length
	}
	least := (f.size-12)*32/255 - 23
	if local := least + (length-least)%(f.size-4); local <= most {
		return local
	}
	return least
}

// Varint reads a number of up to nine bytes and returns how many it took; 0 when it is cut off.
func Varint(data []byte) (value int64, taken int) {
	for i := 0; i < len(data) && i < 8; i++ {
		value = value<<7 | int64(data[i]&0x7f)
		if data[i] < 0x80 {
			return value, i + 1
		}
	}
	if len(data) < 9 {
		return 0, 0
	}
	return value<<8 | int64(data[8]), 9
}
