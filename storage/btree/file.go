// Package btree reads the rows in the pages of a database file of SQLite without SQLite, as
// far as they are whole. SQLite gives a table up at its first broken page; most of what such a
// file held is still there, behind that page or no longer reachable from any other.
//
// The format is that of https://www.sqlite.org/fileformat.html, sections 1.5, 1.6 and 2. Nothing
// the file says of itself is believed: what is read of a page is at most a page, what is read
// of all chains of pages together at most a few times the file.
package btree

import (
	"encoding/binary"
	"errors"
	"io"
)

// Bounds of what is read.
const (
	headerSize  = 100
	usualPage   = 4096 // SQLite’s own choice, which this program never changes
	leastPage   = 512
	mostPage    = 65536
	mostDepth   = 20 // of a tree; that of SQLite itself
	samplePages = 512
	chainReads  = 8 // how often, on average, a page may be read as a part of a chain
)

// Places in the header of the file.
const (
	headerMagic     = "SQLite format 3\x00"
	headerPageSize  = 16
	headerFreeTrunk = 32
	headerFreeCount = 36
)

// ErrBroken is what a page, a row or a chain is that does not hang together.
var ErrBroken = errors.New("it does not hang together")

// ErrEnough says that the chains of the file are longer than the file can have them.
var ErrEnough = errors.New("its chains of pages are without end")

// File is a database file, in whatever state.
type File struct {
	from   io.ReaderAt
	length int64
	size   int64 // of a page, in bytes
	count  int64
	left   int64 // pages that may yet be read as parts of chains
}

// Open takes a file of so many bytes. What its header says of the size of a page is tried
// against the usual one, since a flipped bit makes another size of it.
func Open(from io.ReaderAt, length int64) *File {
	best, score := withPages(from, length, usualPage), int64(-1)
	for _, size := range append([]int64{usualPage}, headerSizeOf(from)...) {
		f := withPages(from, length, size)
		if s := f.likeness(); s > score {
			best, score = f, s
		}
	}
	return best
}

func withPages(from io.ReaderAt, length, size int64) *File {
	count := (length + size - 1) / size
	return &File{from: from, length: length, size: size, count: count, left: chainReads*count + 64}
}

// headerSizeOf returns the size of a page by the header, nothing when it names none.
func headerSizeOf(from io.ReaderAt) []int64 {
	header := make([]byte, headerSize)
	if _, err := from.ReadAt(header, 0); err != nil || string(header[:len(headerMagic)]) != headerMagic {
		return nil
	}
	size := int64(binary.BigEndian.Uint16(header[headerPageSize:]))
	if size == 1 {
		size = mostPage
	}
	if size < leastPage || size&(size-1) != 0 || size == usualPage {
		return nil
	}
	return []int64{size}
}

// likeness is how many bytes of the first pages look like nodes of trees.
func (f *File) likeness() (bytes int64) {
	for n := int64(1); n <= min(f.count, samplePages*usualPage/f.size+1); n++ {
		if p := f.Page(n); p.Kind != None && len(p.Cells) > 0 && p.Broken == 0 {
			bytes += f.size
		}
	}
	return bytes
}

// Pages returns how many pages the file has, a last one that is cut off among them; they are
// numbered from 1.
func (f *File) Pages() int64 { return f.count }

// raw returns the bytes of a page; what is cut off of it is zeros. Nil when there is no such page.
func (f *File) raw(n int64) []byte {
	if n < 1 || n > f.count {
		return nil
	}
	data := make([]byte, f.size)
	if _, err := f.from.ReadAt(data, (n-1)*f.size); err != nil && !errors.Is(err, io.EOF) {
		return nil // a place of the disk that cannot be read is as good as zeros
	}
	return data
}

// Free returns the pages that the file says are not in use: what stands there was deleted.
// It returns what can be read of the list; whole is false where the file counts others.
func (f *File) Free() (free map[int64]bool, whole bool) {
	free = map[int64]bool{}
	first := f.raw(1)
	if first == nil {
		return free, false
	}
	trunk := int64(binary.BigEndian.Uint32(first[headerFreeTrunk:]))
	for trunk >= 1 && trunk <= f.count && !free[trunk] {
		free[trunk] = true
		data := f.raw(trunk)
		if data == nil {
			break
		}
		leaves := min(int64(binary.BigEndian.Uint32(data[4:])), f.size/4-2)
		for i := range leaves {
			if n := int64(binary.BigEndian.Uint32(data[8+4*i:])); n >= 1 && n <= f.count {
				free[n] = true
			}
		}
		trunk = int64(binary.BigEndian.Uint32(data))
	}
	return free, int64(len(free)) == int64(binary.BigEndian.Uint32(first[headerFreeCount:]))
}
