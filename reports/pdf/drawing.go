package pdf

import "technopark/reports/doc"

// Stroke is a straight line in any direction.
type Stroke struct {
	X1, Y1, X2, Y2 float64 // where it begins and ends, mm from the top left corner of the page
	Width          float64 // mm
	Dashed         bool    // broken into dashes
	grey           int
}

// hatchStep is the distance between the lines of a hatched box, mm.
const hatchStep = 1.4

// drawing lays a figure in the middle of the width; one wider than the body is a bug of
// whoever drew it, and shown by Strays.
func (l *layouter) drawing(b doc.Drawing, body Rect) []strip {
	s := strip{gap: textGap, below: textGap, height: b.H}
	l.draw(&s, b, body.X+(body.W-b.W)/2, 0)
	return []strip{s}
}

// draw draws a figure with its top left corner at a place of a strip.
func (l *layouter) draw(s *strip, b doc.Drawing, left, top float64) {
	for _, x := range b.Boxes {
		r := Rect{X: left + x.X, Y: top + x.Y, W: x.W, H: x.H}
		s.shapes = append(s.shapes, Fill{Rect: r, grey: x.Grey})
		if x.Hatched {
			s.hatch(r)
		}
		s.edge(r)
	}
	for _, x := range b.Lines {
		s.strokes = append(s.strokes, Stroke{X1: left + x.X1, Y1: top + x.Y1, X2: left + x.X2, Y2: top + x.Y2, Width: x.Width, Dashed: x.Dashed, grey: x.Grey})
	}
	for _, x := range b.Labels {
		face := sans
		if x.Bold {
			face = sansBold
		}
		f := l.fonts.font(face, x.Size, 1.15)
		cell := Rect{X: left + x.X, Y: top + x.Y, W: x.W, H: f.lineHeight()}
		s.align(f, shorten(f, l.single(f, x.Text), x.W), x.Align, cell, 0)
	}
}

// hatch strikes a box through from the lower left to the upper right.
func (k *ink) hatch(r Rect) {
	for d := hatchStep; d < r.W+r.H; d += hatchStep {
		x1, y1 := r.X+max(0, d-r.H), r.Y+min(d, r.H)
		x2, y2 := r.X+min(d, r.W), r.Y+max(0, d-r.W)
		k.strokes = append(k.strokes, Stroke{X1: x1, Y1: y1, X2: x2, Y2: y2, Width: hairline})
	}
}

func (k *ink) edge(r Rect) {
	for _, s := range []Stroke{
		{X1: r.X, Y1: r.Y, X2: r.X + r.W, Y2: r.Y},
		{X1: r.X, Y1: r.Y + r.H, X2: r.X + r.W, Y2: r.Y + r.H},
		{X1: r.X, Y1: r.Y, X2: r.X, Y2: r.Y + r.H},
		{X1: r.X + r.W, Y1: r.Y, X2: r.X + r.W, Y2: r.Y + r.H},
	} {
		s.Width = hairline
		k.strokes = append(k.strokes, s)
	}
}
