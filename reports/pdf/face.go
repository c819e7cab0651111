package pdf

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
)

// absent marks a character the face has no glyph for.
const absent = math.MaxUint16

// face measures text set in one TrueType file.
//
// We read the character map and the advances ourselves, because gofpdf tells
// nobody which characters a font lacks (it prints an empty box or nothing),
// and because layout can then run without it.
type face struct {
	name     string // PostScript name, as it stands in the PDF
	data     string // the whole file
	advances []uint16
}

// has reports whether the face can print r.
func (f *face) has(r rune) bool {
	return r >= 0 && int(r) < len(f.advances) && f.advances[r] != absent
}

// width returns the width in millimetres of s set at size points. There is no
// kerning in gofpdf, so it is the sum of the advances.
func (f *face) width(s string, size float64) float64 {
	sum := 0
	for _, r := range s {
		if f.has(r) {
			sum += int(f.advances[r])
		}
	}
	return float64(sum) / 1000 * size * mmPerPoint
}

// parseFace reads a TrueType file with a format 4 (Basic Multilingual Plane)
// character map. Advances are in thousandths of the size, rounded as gofpdf
// writes them into the PDF.
func parseFace(name, data string) (f *face, err error) {
	defer func() { // a slice out of range means the file is cut or lies about its lengths
		if p := recover(); p != nil {
			f, err = nil, fmt.Errorf("font %s: broken file: %v", name, p)
		}
	}()
	file := []byte(data)
	tables := map[string][]byte{}
	for i := range int(u16(file, 4)) {
		entry := file[12+16*i:]
		offset, length := u32(entry, 8), u32(entry, 12)
		tables[string(entry[:4])] = file[offset : offset+length]
	}
	glyphs, err := characterMap(tables["cmap"])
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	unitsPerEm := float64(u16(tables["head"], 18))
	long := int(u16(tables["hhea"], 34)) // glyphs past it repeat the last advance
	f = &face{name: name, data: data, advances: make([]uint16, 1<<16)}
	for r := range f.advances {
		f.advances[r] = absent
		if g := glyphs[r]; g != 0 {
			advance := u16(tables["hmtx"], 4*min(int(g), long-1))
			f.advances[r] = uint16(math.Round(float64(advance) * 1000 / unitsPerEm))
		}
	}
	return f, nil
}

// characterMap returns the glyph of every character below U+10000; 0 is none.
func characterMap(cmap []byte) ([]uint16, error) {
	for i := range int(u16(cmap, 2)) {
		sub := cmap[u32(cmap, 4+8*i+4):]
		if u16(sub, 0) == 4 {
			return segments(sub), nil
		}
	}
	return nil, errors.New("no character map of format 4")
}

// segments expands a format 4 subtable (OpenType specification, «cmap»).
func segments(sub []byte) []uint16 {
	glyphs := make([]uint16, 1<<16)
	n := int(u16(sub, 6)) // twice the number of segments
	ends, starts := sub[14:], sub[16+n:]
	deltas, offsets := sub[16+2*n:], sub[16+3*n:]
	for s := 0; s < n; s += 2 {
		first, last := int(u16(starts, s)), int(u16(ends, s))
		delta, offset := u16(deltas, s), int(u16(offsets, s))
		for c := first; c <= last && c < 0xFFFF; c++ {
			g := uint16(c)
			if offset != 0 {
				if g = u16(offsets, s+offset+2*(c-first)); g == 0 {
					continue
				}
			}
			glyphs[c] = g + delta
		}
	}
	return glyphs
}

func u16(b []byte, at int) uint16 { return binary.BigEndian.Uint16(b[at:]) }
func u32(b []byte, at int) uint32 { return binary.BigEndian.Uint32(b[at:]) }
