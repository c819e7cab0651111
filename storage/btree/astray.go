package btree

import "encoding/binary"

// A page says how many cells it has, and it says apart from that where their bytes begin and how
// many of the bytes behind that place are in no use. Where the two do not agree, cells were cut off:
// a number of cells that was lowered hides the last ones, and leaves them where they are. SQLite’s
// own integrity_check adds up the same sum.

// leastCell is how many bytes a cell takes at least.
const leastCell = 4

// mostHeads is how much is read of the heads of rows that a page may have had: so many pages.
const mostHeads = 64

// Places in the head of a page.
const (
	headFree      = 1 // the first block of bytes that are in no use
	headContent   = 5 // where the bytes of the cells begin
	headFragments = 7 // how many bytes are in no use and too few for a block
)

// findAstray puts in the cells that the page no longer names, and says whether there are others. Its
// head begins at start, the places of its cells end before names. A cell before the place where the
// bytes begin says that this place was moved: then nothing that is added up from there proves a thing.
func (f *File) findAstray(p *Page, data []byte, start, names int) {
	content := int(binary.BigEndian.Uint16(data[start+headContent:]))
	if content == 0 {
		content = mostPage
	}
	if content < names || content > len(data) {
		p.Astray = true
		return
	}
	taken := make([]bool, len(data))
	for _, c := range p.Cells {
		if c.at < content || !take(taken, c.at, c.size) {
			p.Astray = true
			return
		}
	}
	if !takeFree(taken, data, start, content) {
		p.Astray = true
		return
	}
	left := -int(data[start+headFragments])
	for _, is := range taken[content:] {
		if !is {
			left++
		}
	}
	for at := names; left > 0 && at+2 <= content; at += 2 {
		place := int(binary.BigEndian.Uint16(data[at:]))
		c, ok := f.cell(p.Kind, data, place)
		if !ok || place < content || !take(taken, place, c.size) {
			break
		}
		p.Cells = append(p.Cells, c)
		left -= c.size
	}
	p.Astray = left != 0
}

// takeFree marks the blocks of a page that are in no use; false when they lead astray.
func takeFree(taken []bool, data []byte, start, content int) bool {
	last := 0
	for at := int(binary.BigEndian.Uint16(data[start+headFree:])); at != 0; at = int(binary.BigEndian.Uint16(data[at:])) {
		if at < max(content, last+1) || at+4 > len(data) || !take(taken, at, int(binary.BigEndian.Uint16(data[at+2:]))) {
			return false
		}
		last = at
	}
	return true
}

// take marks bytes as used; false when some of them are already, or there are not so many.
func take(taken []bool, at, size int) bool {
	if size < leastCell || at+size > len(taken) {
		return false
	}
	for i := range size {
		if taken[at+i] {
			return false
		}
	}
	for i := range size {
		taken[at+i] = true
	}
	return true
}

// Hidden returns the rows whose bytes stand before the place where those of the cells of a page begin.
// SQLite leaves them there when it removes or moves a row; one that was cut off, together with that
// place, looks just the same. So they are no rows of the page, but where it had one of them that
// stands nowhere else, the page is not surely whole. sure is false when there is too much to look
// through.
func (f *File) Hidden(p Page) (all []Cell, sure bool) {
	data, start, head := f.raw(p.Number), 0, 8
	if p.Number == 1 {
		start = headerSize
	}
	if p.Kind == IndexInterior || p.Kind == TableInterior {
		head = 12
	}
	if data == nil || p.Kind == TableInterior || p.Kind == None {
		return nil, true // what is below a table’s page is found without it
	}
	content := min(int(binary.BigEndian.Uint16(data[start+headContent:])), len(data))
	left := mostHeads * len(data)
	for at := start + head + 2*(len(p.Cells)+p.Broken); at < content; at++ {
		c, ok := f.cell(p.Kind, data, at)
		if !ok || c.length < 2 {
			continue
		}
		types, _ := Varint(c.local)
		if types < 0 || types > int64(len(c.local)) {
			continue
		}
		if left -= int(types); left < 0 {
			return all, false
		}
		if _, err := f.Row(c, 0); err == nil {
			all = append(all, c)
		}
	}
	return all, true
}
