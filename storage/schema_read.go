package storage

import (
	"encoding/binary"
	"errors"
	"fmt"
	"io"
	"os"

	"technopark/app"
	"technopark/storage/btree"
)

// The schema of a file is read here without SQLite, because SQLite takes whatever it finds
// there for its own: it parses every object before it answers the first question, however
// many there are, and makes texts of columns that are gone. The format is that of
// https://www.sqlite.org/fileformat.html, sections 1.6 and 2.1; the table of the schema
// begins on the first page.

// Bounds of what is read of a schema; ours has some 90 objects on 20 pages.
const (
	mostSchemaPages = 4096
	mostSchemaDepth = 20       // that of SQLite itself
	mostObjectBytes = 64 << 10 // the longest statement of ours has 3 KB
)

// Kinds of pages of a table.
const (
	interiorPage = 5
	leafPage     = 13
)

var errSchemaPages = fmt.Errorf("%w: the pages of its schema do not hang together", app.ErrDamaged)

// pages reads the pages of a file.
type pages struct {
	file         io.ReaderAt
	size, usable int64 // of a page, in bytes
	count        int64
	seen         map[int64]bool // pages of the schema; each has one place in a sound file
}

// eachObject calls fn for every object in the schema of a data file, as it stands there.
func eachObject(path string, fn func(object) error) (err error) {
	file, err := os.Open(path)
	if err != nil {
		return unreadable(err)
	}
	defer func() { err = errors.Join(err, file.Close()) }()
	info, err := file.Stat()
	if err != nil {
		return err
	}
	return readObjects(file, info.Size(), fn)
}

func readObjects(file io.ReaderAt, size int64, fn func(object) error) error {
	header := make([]byte, headerSize)
	if _, err := file.ReadAt(header, 0); err != nil {
		return short(fmt.Errorf("read its header: %w", err))
	}
	page := pageSize(header)
	if page < 512 || page > 65536 || page&(page-1) != 0 {
		return fmt.Errorf("%w: its pages are said to have %d bytes", app.ErrDamaged, page)
	}
	p := &pages{file: file, size: page, usable: page - int64(header[headerReserved]), count: size / page, seen: map[int64]bool{}}
	if p.usable < 480 { // as SQLite says
		return fmt.Errorf("%w: %d bytes of a page are reserved", app.ErrDamaged, header[headerReserved])
	}
	return p.walk(1, 0, fn)
}

// page returns the bytes of a page that SQLite uses.
func (p *pages) page(n int64) ([]byte, error) {
	if n < 1 || n > p.count {
		return nil, errSchemaPages
	}
	data := make([]byte, p.usable)
	if _, err := p.file.ReadAt(data, (n-1)*p.size); err != nil {
		return nil, short(fmt.Errorf("read page %d: %w", n, err))
	}
	return data, nil
}

// short says of a file that ends too early that it is damaged; any other fault is one of the disk, which
// says nothing of the file.
func short(err error) error {
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return fmt.Errorf("%w: %w", app.ErrDamaged, err)
	}
	return unreadable(err)
}

// walk goes through the tree below a page in the order of its rows.
func (p *pages) walk(n int64, depth int, fn func(object) error) error {
	if p.seen[n] || len(p.seen) >= mostSchemaPages || depth > mostSchemaDepth {
		return errSchemaPages
	}
	p.seen[n] = true
	data, err := p.page(n)
	if err != nil {
		return err
	}
	start := 0
	if n == 1 {
		start = headerSize
	}
	head := 8
	if data[start] == interiorPage {
		head = 12
	} else if data[start] != leafPage {
		return errSchemaPages
	}
	cells := int(binary.BigEndian.Uint16(data[start+3:]))
	if start+head+2*cells > len(data) {
		return errSchemaPages
	}
	for i := range cells {
		at := int(binary.BigEndian.Uint16(data[start+head+2*i:]))
		if at+4 > len(data) {
			return errSchemaPages
		}
		if head == 12 {
			err = p.walk(int64(binary.BigEndian.Uint32(data[at:])), depth+1, fn)
		} else {
			err = p.cell(data[at:], fn)
		}
		if err != nil {
			return err
		}
	}
	if head == 12 {
		return p.walk(int64(binary.BigEndian.Uint32(data[start+8:])), depth+1, fn)
	}
	return nil
}

// cell reads one row of the schema: its length, its number, and what fits of it; the rest
// follows on pages of its own.
func (p *pages) cell(data []byte, fn func(object) error) error {
	length, n := btree.Varint(data)
	_, m := btree.Varint(data[n:])
	if n == 0 || m == 0 {
		return errSchemaPages
	}
	data = data[n+m:]
	most := p.usable - 35
	local := length
	if length > most {
		least := (p.usable-12)*32/255 - 23
		if local = least + (length-least)%(p.usable-4); local > most {
			local = least
		}
	}
	if local < 0 || local > int64(len(data)) {
		return errSchemaPages
	}
	row := append([]byte{}, data[:local]...)
	var err error
	if local < length {
		if local+4 > int64(len(data)) {
			return errSchemaPages
		}
		row, err = p.overflow(row, int64(binary.BigEndian.Uint32(data[local:])), min(length, mostObjectBytes+1))
	}
	if err != nil {
		return err
	}
	o, err := objectOf(row)
	if err != nil {
		return err
	}
	return fn(o)
}

// overflow adds to a row what stands on the pages that follow, up to its whole length.
func (p *pages) overflow(row []byte, next, length int64) ([]byte, error) {
	for int64(len(row)) < length {
		data, err := p.page(next)
		if err != nil {
			return nil, err
		}
		row = append(row, data[4:min(int64(len(data)), 4+length-int64(len(row)))]...)
		next = int64(binary.BigEndian.Uint32(data))
	}
	return row, nil
}

// objectOf reads a row of the schema: type, name, table, root page and statement. It is odd when it
// is not whole, or its statement is no text: SQLite takes bytes for one, too.
func objectOf(row []byte) (object, error) {
	length, at := btree.Varint(row)
	if at == 0 || length > int64(len(row)) {
		return object{}, errSchemaPages
	}
	head, body := row[at:max(int64(at), length)], row[max(int64(at), length):]
	var o object
	var cells []string
	for len(head) > 0 {
		kind, n := btree.Varint(head)
		if n == 0 || len(cells) == 5 {
			return object{}, errSchemaPages
		}
		head = head[n:]
		whole := cellSize(kind)
		size := min(whole, int64(len(body)))
		text := string(body[:size])
		notText := kind < 13 || kind%2 == 0
		if notText {
			text = ""
		}
		o.odd = o.odd || size < whole || len(cells) == 4 && notText && kind != 0
		cells, body = append(cells, text), body[size:]
	}
	if len(cells) != 5 {
		return object{}, errSchemaPages
	}
	o.odd = o.odd || len(row) > mostObjectBytes || len(body) > 0
	o.kind, o.name, o.table, o.text = cells[0], cells[1], cells[2], cells[4]
	return o, nil
}

// cellSize returns how many bytes a value of a serial type takes.
func cellSize(kind int64) int64 {
	switch {
	case kind < 0:
		return 0
	case kind >= 12:
		return (kind - 12) / 2
	case kind == 5:
		return 6
	case kind == 6 || kind == 7:
		return 8
	case kind <= 4:
		return kind
	}
	return 0
}
