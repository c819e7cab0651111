package pdf

// Rect is a rectangle in millimetres from the top left corner of the sheet.
type Rect struct {
	X, Y, W, H float64 // the left edge, the top edge, how wide and how high
}

// slack forgives a hundredth of a millimetre for sums of rounded widths.
const slack = 0.01

// Holds reports whether r lies inside the outer rectangle.
func (outer Rect) Holds(r Rect) bool {
	return r.X >= outer.X-slack && r.Y >= outer.Y-slack &&
		r.X+r.W <= outer.X+outer.W+slack && r.Y+r.H <= outer.Y+outer.H+slack
}

func (outer Rect) shifted(dy float64) Rect {
	outer.Y += dy
	return outer
}

// Page is one sheet as laid out: everything that will be drawn and where.
// Tests look at it to see that no text leaves its place.
type Page struct {
	Sheet     Rect     // the whole paper
	Body      Rect     // inside the margins
	Landscape bool     // the sheet is turned
	Texts     []Text   // in reading order; the running foot and number come last
	Rules     []Rule   // lines of tables and cards
	Fills     []Fill   // grey behind cells
	Shapes    []Fill   // boxes of drawings, over the word across a draft
	Strokes   []Stroke // lines of drawings
	Codes     []Fill   // modules of two-dimensional codes: over everything, or nothing could read them
	Watermark *Text    // nil in a final paper; drawn over fills and under everything else
}

// Text is one run of characters in one face.
type Text struct {
	Text  string  // the characters
	Box   Rect    // what the run covers: its width, and one line high
	Cell  Rect    // where the run has to stay: the cell, column or margin it belongs to
	Angle float64 // degrees anticlockwise about the centre of Box

	baseline float64
	font     font
	grey     int // 0 black … 255 white
}

// Points returns the size of type of the run.
func (t Text) Points() float64 { return t.font.size }

// Rule is a horizontal line.
type Rule struct {
	X, Y, W   float64 // where it begins, mm, and how long it is
	Thickness float64 // mm
	grey      int
}

// Fill is a shaded rectangle.
type Fill struct {
	Rect
	grey int
}

// Strays returns the texts that leave their cell, or that stand neither in
// the body nor wholly above or below it. A good page has none.
func (p *Page) Strays() []Text {
	above := Rect{X: p.Body.X, W: p.Body.W, H: p.Body.Y}
	below := Rect{X: p.Body.X, Y: p.Body.Y + p.Body.H, W: p.Body.W, H: p.Sheet.H - p.Body.Y - p.Body.H}
	var out []Text
	for _, t := range p.Texts {
		placed := p.Body.Holds(t.Box) || above.Holds(t.Box) || below.Holds(t.Box)
		if !placed || !t.Cell.Holds(t.Box) {
			out = append(out, t)
		}
	}
	return out
}

// ink is what one strip draws, measured from the strip's own top.
type ink struct {
	texts []Text
	rules []Rule
	fills []Fill
	codes []Fill

	shapes  []Fill
	strokes []Stroke
}

// print draws the ink on the page, dy below the page's top.
func (p *Page) print(k ink, dy float64) {
	for _, t := range k.texts {
		t.Box, t.Cell = t.Box.shifted(dy), t.Cell.shifted(dy)
		t.baseline += dy
		p.Texts = append(p.Texts, t)
	}
	for _, r := range k.rules {
		r.Y += dy
		p.Rules = append(p.Rules, r)
	}
	for _, f := range k.fills {
		f.Rect = f.shifted(dy)
		p.Fills = append(p.Fills, f)
	}
	for _, f := range k.shapes {
		f.Rect = f.shifted(dy)
		p.Shapes = append(p.Shapes, f)
	}
	for _, s := range k.strokes {
		s.Y1, s.Y2 = s.Y1+dy, s.Y2+dy
		p.Strokes = append(p.Strokes, s)
	}
	for _, f := range k.codes {
		f.Rect = f.shifted(dy)
		p.Codes = append(p.Codes, f)
	}
}

// write adds one line of text whose line box begins at y, inside the cell.
func (k *ink) write(f font, s string, x, y float64, cell Rect) {
	if s == "" {
		return
	}
	k.texts = append(k.texts, Text{
		Text: s, font: f, baseline: y + f.baseline(), Cell: cell,
		Box: Rect{X: x, Y: y, W: f.measure(s), H: f.lineHeight()},
	})
}

func (k *ink) rule(x, y, w, thickness float64, grey int) {
	k.rules = append(k.rules, Rule{X: x, Y: y, W: w, Thickness: thickness, grey: grey})
}

func (k *ink) fill(r Rect, grey int) { k.fills = append(k.fills, Fill{Rect: r, grey: grey}) }
