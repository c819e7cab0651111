package pdf

import (
	"github.com/boombuler/barcode/qr"

	"technopark/reports/doc"
)

// quiet is the white room round a code, in modules (ISO/IEC 18004, 9.1).
const quiet = 4

// code draws a two-dimensional code in the middle of the width, on white, with its
// caption under it. A text too long for any code leaves the caption alone.
func (l *layouter) code(b doc.Code, body Rect) []strip {
	caption := l.paragraph(doc.Paragraph{Text: b.Caption, Align: doc.Center, Size: 8}, body)
	dark, side := modules(b.Text)
	if side == 0 {
		return caption
	}
	s := strip{height: b.Size, gap: textGap, bond: firm}
	cell := b.Size / float64(side+2*quiet)
	left := body.X + (body.W-b.Size)/2
	s.codes = append(s.codes, Fill{Rect: Rect{X: left, W: b.Size, H: b.Size}, grey: 255})
	for y := range side {
		for x := 0; x < side; x++ {
			from := x
			for x < side && dark(x, y) {
				x++
			}
			if x > from {
				s.codes = append(s.codes, Fill{Rect: Rect{
					X: left + float64(quiet+from)*cell, Y: float64(quiet+y) * cell, W: float64(x-from) * cell, H: cell,
				}})
			}
		}
	}
	return append([]strip{s}, caption...)
}

// modules encodes a text with the second level of error correction, which bears the
// wear of paper; side is 0 when it does not fit.
func modules(text string) (dark func(x, y int) bool, side int) {
	code, err := qr.Encode(text, qr.M, qr.Unicode)
	if err != nil {
		return nil, 0
	}
	return func(x, y int) bool {
		r, _, _, _ := code.At(x, y).RGBA()
		return r == 0
	}, code.Bounds().Dx()
}
