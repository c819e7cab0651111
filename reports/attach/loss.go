package attach

import (
	"context"
	"errors"
	"image"
	"math"

	"technopark/app/sandbox"
)

// losses is what looking at pages and their sheets side by side gave.
type losses struct {
	Differ []int // pages whose sheet shows something else, from 1
	Empty  []int // pages on which nothing is to be seen

	broken bool // a part of it was stopped
}

// losingOf is some pages of a PDF and the sheets they stand on.
type losingOf struct {
	Data   []byte
	Sheets []byte
	Seats  []seat // of the pages from First on
	First  int    // from 0
}

var losing = sandbox.Job[losingOf, losses]{Name: "lose", Work: func(c losingOf) (losses, error) {
	lastParsed.forget()
	return c.losses()
}}

// How much is compared, and how much of it in one piece: what was drawn of a piece lies in
// memory.
const (
	mostCompared = 600
	atOnce       = 40
)

// lossElsewhere compares the sheets of a document with its pages. Pages that pdfium
// cannot show are not compared: nobody says that anything of them is lost.
func lossElsewhere(ctx context.Context, f file, l laid) (found losses) {
	for first := 0; first < min(len(l.Seats), mostCompared); first += atOnce {
		c := losingOf{f.Data, l.PDF, l.Seats[first:min(first+atOnce, len(l.Seats))], first}
		limit := limitOf(len(f.Data) + len(l.PDF))
		limit.Time *= 2 // each page is drawn twice
		some, err := losing.Do(ctx, limit, c)
		if err != nil {
			found.broken = found.broken || errors.Is(err, sandbox.ErrStopped) || errors.Is(err, sandbox.ErrFailed)
			continue
		}
		found.Differ = append(found.Differ, some.Differ...)
		found.Empty = append(found.Empty, some.Empty...)
	}
	return found
}

// lossDPI is how finely sheets are drawn to be compared: so that a letter of the
// smallest print is some dots, and a page takes a few hundredths of a second.
const lossDPI = 72

func (c losingOf) losses() (losses, error) {
	var found losses
	pages, err := c.thumbnails()
	if err != nil {
		return found, err
	}
	err = open(c.Sheets, func(o opened) error {
		for i, s := range c.Seats {
			sheet, err := o.grey(c.First+i, s.SheetW, s.SheetH, pages[i].marked)
			if err != nil {
				return err
			}
			page := c.First + i + 1
			shown := sheet.part(s)
			if pages[i].empty() && shown.empty() && !pages[i].filled {
				found.Empty = append(found.Empty, page)
			}
			if !pages[i].empty() && unlike(pages[i], shown) { // else the sheet shows more, if anything
				found.Differ = append(found.Differ, page)
			}
		}
		return nil
	})
	return found, err
}

// thumbnails draws the pages of the document itself, as large as they stand on their sheets.
func (c losingOf) thumbnails() (all []greys, err error) {
	err = open(c.Data, func(o opened) error {
		count, err := o.count()
		if err != nil {
			return err
		}
		if count < c.First+len(c.Seats) {
			return errors.New("the readers do not agree how many pages there are")
		}
		for i, s := range c.Seats {
			page, err := o.thumbnail(c.First+i, s)
			if err != nil {
				return err
			}
			all = append(all, page)
		}
		return nil
	})
	return all, err
}

// thumbnail draws a page as large as it stands on its sheet: with its annotations, where both
// are to show them alike.
func (o opened) thumbnail(i int, s seat) (greys, error) {
	some, onPaper, err := o.marks(i)
	if err != nil {
		return greys{}, err
	}
	page, err := o.grey(i, s.W, s.H, onPaper)
	if err == nil && some && !onPaper && page.empty() {
		var whole greys
		whole, err = o.grey(i, s.W, s.H, true)
		page.filled = !whole.empty()
	}
	return page, err
}

// greys is a picture of one byte a dot, row by row.
type greys struct {
	w, h   int
	dots   []byte
	marked bool // with the annotations of the page
	filled bool // nothing is on the page but what was filled in or noted
}

// grey draws a page, of a size in points, with its annotations or without, for a losses.
func (o opened) grey(page int, w, h float64, marked bool) (greys, error) {
	draw := o.drawContent
	if marked {
		draw = o.draw
	}
	drawn, free, err := draw(page, image.Pt(dotsOf(w), dotsOf(h)))
	if err != nil {
		return greys{}, err
	}
	defer free()
	return greys{w: drawn.Bounds().Dx(), h: drawn.Bounds().Dy(), dots: greyOf(drawn), marked: marked}, nil
}

func dotsOf(points float64) int { return max(1, int(math.Round(points*lossDPI/72))) }

// part returns the part of a sheet where a page stands.
func (g greys) part(s seat) greys {
	at := image.Rect(dotsOf(s.X), dotsOf(s.Y), dotsOf(s.X)+dotsOf(s.W), dotsOf(s.Y)+dotsOf(s.H)).Intersect(image.Rect(0, 0, g.w, g.h))
	out := greys{w: at.Dx(), h: at.Dy(), dots: make([]byte, 0, at.Dx()*at.Dy())}
	for y := at.Min.Y; y < at.Max.Y; y++ {
		out.dots = append(out.dots, g.dots[y*g.w+at.Min.X:y*g.w+at.Max.X]...)
	}
	return out
}

// empty reports whether nothing is to be seen: all is of one colour, near enough.
func (g greys) empty() bool {
	if len(g.dots) == 0 {
		return true
	}
	least, most := g.dots[0], g.dots[0]
	for _, dot := range g.dots {
		least, most = min(least, dot), max(most, dot)
	}
	return most-least < 24
}

// Bounds of what two drawings of the same may differ by: an edge may fall a dot beside, and
// be a little lighter.
const (
	patch     = 12 // dots on each side of a part that is looked at on the whole
	darker    = 16 // how much lighter or darker such a part may be
	beside    = 2
	lighter   = 64
	mostLost  = 12 // dots that are nowhere near in the other
	mostSized = 3  // dots in width or height
)

// unlike reports whether two drawings show different things: whether there are dots in one
// like which there are none in the other near their place.
func unlike(a, b greys) bool {
	if abs(a.w-b.w) > mostSized || abs(a.h-b.h) > mostSized {
		return true
	}
	w, h := min(a.w, b.w), min(a.h, b.h)
	a, b = a.cut(w, h), b.cut(w, h)
	return lost(a, b) > mostLost || lost(b, a) > mostLost
}

func abs(n int) int { return max(n, -n) }

func (g greys) cut(w, h int) greys {
	if g.w == w && g.h == h {
		return g
	}
	out := greys{w: w, h: h, dots: make([]byte, 0, w*h)}
	for y := range h {
		out.dots = append(out.dots, g.dots[y*g.w:y*g.w+w]...)
	}
	return out
}

// lost counts the dots of a that are darker or lighter than all dots of b near them, where
// the two are not equally dark on the whole: two readers make a photograph smaller in two
// ways, but neither lighter nor darker.
func lost(a, b greys) int {
	n := 0
	for top := 0; top < a.h; top += patch {
		for left := 0; left < a.w; left += patch {
			at := image.Rect(left, top, min(left+patch, a.w), min(top+patch, a.h))
			if abs(a.mean(at)-b.mean(at)) > darker {
				n += lostIn(at, a, b)
			}
		}
	}
	return n
}

func lostIn(at image.Rectangle, a, b greys) int {
	n := 0
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			dot := int(a.dots[y*a.w+x])
			if abs(dot-int(b.dots[y*b.w+x])) > lighter && !b.near(x, y, dot) {
				n++
			}
		}
	}
	return n
}

// mean returns how light a part is on the whole.
func (g greys) mean(at image.Rectangle) int {
	sum := 0
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for _, dot := range g.dots[y*g.w+at.Min.X : y*g.w+at.Max.X] {
			sum += int(dot)
		}
	}
	return sum / max(1, at.Dx()*at.Dy())
}

// near reports whether the dots about a place are neither all lighter nor all darker than
// a dot.
func (g greys) near(x, y, dot int) bool {
	asDark, asLight := false, false
	for v := max(0, y-beside); v < min(g.h, y+beside+1); v++ {
		for _, other := range g.dots[v*g.w+max(0, x-beside) : v*g.w+min(g.w, x+beside+1)] {
			asDark = asDark || int(other) <= dot+lighter
			asLight = asLight || int(other) >= dot-lighter
		}
	}
	return asDark && asLight
}
