package pdf

import (
	"fmt"
	"math"

	xfont "golang.org/x/image/font"
	"golang.org/x/image/font/sfnt"
	"golang.org/x/image/math/fixed"
)

// absent marks a character the face has no glyph for.
const absent = math.MaxUint16

// face measures text set in one TrueType file.
//
// We read the character map and the advances with sfnt, because gofpdf tells
// nobody which characters a font lacks (it prints an empty box or nothing),
// and because layout can then run without it.
type face struct {
	name     string   // PostScript name, as it stands in the PDF
	data     string   // the whole file
	advances []uint16 // of each character below U+10000, in thousandths of the size; absent where it has none
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

// parseFace reads a TrueType file. Advances are rounded as gofpdf writes them into the PDF.
func parseFace(name, data string) (*face, error) {
	file, err := sfnt.Parse([]byte(data))
	if err != nil {
		return nil, fmt.Errorf("font %s: %w", name, err)
	}
	f := &face{name: name, data: data, advances: make([]uint16, 1<<16)}
	var buffer sfnt.Buffer
	for r := range f.advances {
		if f.advances[r], err = advance(file, &buffer, rune(r)); err != nil {
			return nil, fmt.Errorf("font %s: advance of %U: %w", name, r, err)
		}
	}
	return f, nil
}

// advance returns how far a character moves the pen, in thousandths of the size.
func advance(file *sfnt.Font, buffer *sfnt.Buffer, r rune) (uint16, error) {
	glyph, err := file.GlyphIndex(buffer, r)
	if err != nil {
		return 0, err
	}
	if glyph == 0 {
		return absent, nil
	}
	unitsPerEm := fixed.Int26_6(file.UnitsPerEm()) // asked for at this size, advances come in units
	units, err := file.GlyphAdvance(buffer, glyph, unitsPerEm, xfont.HintingNone)
	return uint16(math.Round(float64(units) * 1000 / float64(unitsPerEm))), err
}
