package attach

import (
	"fmt"
	"image"
	"image/draw"
	"math"
	"slices"
	"strings"
	letters "unicode"

	"github.com/klippa-app/go-pdfium/requests"
)

// A PDF that another program has saved anew has other bytes and other objects, and yet
// every page of it may show and say the same. Whether it does is asked of the page as it is
// drawn, by the eye of pdfium, and of the words that are found on it, which the eye may not
// see.

// Unlike says in what two pages differ.
type Unlike struct {
	Looks bool // in what is to be seen
	Words bool // in what is written there, seen or not
}

// None reports whether they do not.
func (u Unlike) None() bool { return !u.Looks && !u.Words }

// Match is the page of another PDF that a page is to be taken for, and in what the two
// differ.
type Match struct {
	Page int // from 0; -1 when the other has none
	Unlike
}

// matcher finds the pages of one document in another.
type matcher struct {
	a, b   opened
	counts [2]int
	words  map[string][]int // pages of b by their words; nil until it is asked for
}

// compare looks for pages of one PDF in another.
func compare(one, other []byte, pages []int) (all []Match, err error) {
	err = open(one, func(a opened) error {
		m := &matcher{a: a}
		if m.b, err = a.beside(other); err != nil {
			return err
		}
		for i, o := range []opened{m.a, m.b} {
			if m.counts[i], err = o.count(); err != nil {
				return err
			}
		}
		for _, page := range pages {
			found, err := m.match(page)
			if err != nil {
				return err
			}
			all = append(all, found)
		}
		return nil
	})
	return all, err
}

// beside opens a second document in the same place.
func (o opened) beside(data []byte) (opened, error) {
	doc, err := o.OpenDocument(&requests.OpenDocument{File: &data})
	if err != nil {
		return o, fmt.Errorf("pdfium: %w", err)
	}
	return opened{o.Pdfium, doc.Document, o.watch}, nil
}

// match finds a page: the one in the same place, if it has the same words, else one that
// has, else the one in the same place all the same.
func (m *matcher) match(page int) (Match, error) {
	said, err := m.a.text(page)
	if err != nil {
		return Match{}, err
	}
	found := Match{Page: -1}
	if page < m.counts[1] {
		should, err := m.b.text(page)
		if err != nil {
			return found, err
		}
		found.Page, found.Words = page, wordsOf(said) != wordsOf(should)
	}
	if found.Page < 0 || found.Words {
		at, err := m.saying(said)
		if err != nil {
			return found, err
		}
		if at >= 0 {
			found.Page, found.Words = at, false
		}
	}
	if found.Page >= 0 {
		found.Looks, err = otherLooks(m.a, m.b, page, found.Page)
	}
	return found, err
}

// saying returns the first page of the other document with the words, -1 when none has.
func (m *matcher) saying(words string) (int, error) {
	if m.words == nil {
		m.words = map[string][]int{}
		for i := range m.counts[1] {
			text, err := m.b.text(i)
			if err != nil {
				return -1, err
			}
			m.words[wordsOf(text)] = append(m.words[wordsOf(text)], i)
		}
	}
	if at := m.words[wordsOf(words)]; len(at) > 0 {
		return at[0], nil
	}
	return -1, nil
}

// wordsOf returns the signs on a page in an order of their own: programs put spaces and
// ends of lines where they like, and some the lines in another order.
func wordsOf(text string) string {
	all := signs(text)
	slices.Sort(all)
	return string(all)
}

func signs(text string) []rune {
	return []rune(strings.Map(func(r rune) rune {
		if letters.IsSpace(r) || letters.IsControl(r) || r == '\u00ad' || r == '\ufffe' {
			return -1
		}
		return r
	}, text))
}

// comparedDPI is the density at which pages are compared: a comma of the small print takes
// a dot or two.
const comparedDPI = 100

// otherLooks reports whether two pages are of other sizes or something else is seen on them.
func otherLooks(a, b opened, one, other int) (bool, error) {
	w, h, err := a.size(one)
	if err != nil {
		return false, err
	}
	w2, h2, err := b.size(other)
	if err != nil || math.Abs(w-w2) > 1 || math.Abs(h-h2) > 1 {
		return true, err
	}
	scale := min(comparedDPI/72.0, 4000/max(w, h))
	room := image.Pt(max(1, int(math.Round(w2*scale))), max(1, int(math.Round(h2*scale))))
	is, err := a.seen(one, room)
	if err != nil {
		return false, err
	}
	should, err := b.seen(other, room)
	if err != nil {
		return false, err
	}
	return differ(is, should), nil
}

// seen draws a page on white paper, as large as a room.
func (o opened) seen(page int, room image.Point) (*image.RGBA, error) {
	drawn, free, err := o.draw(page, room)
	if err != nil {
		return nil, err
	}
	defer free()
	paper := image.NewRGBA(image.Rectangle{Max: room})
	draw.Draw(paper, paper.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Rect, drawn, drawn.Bounds().Min, draw.Over)
	return paper, nil
}

// How far two pictures of one page may be from each other. A program that writes the same
// strokes gives the same dots, so what differs in a few places is what somebody changed
// there, however little it is. One that makes the fonts and the photographs anew, as
// Ghostscript does, moves edges by a part of a dot all over the page; then a place must
// stand out from that, and letters that are changed are found by the words.
const (
	cell      = 8   // dots; differences are gathered in squares of two by two cells
	slight    = 16  // of 255; less is noise
	mostStray = 16  // dots of a square that nothing near by explains, when edges have moved
	mostShade = 6   // of 255, by which a square may be lighter or darker as a whole
	allOver   = 0.2 // of the cells with something in them: so many differ when edges have moved
)

// differ reports whether two pictures of one size show different things.
func differ(a, b *image.RGBA) bool {
	g := newGrid(a.Rect)
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			g.look(a, b, x, y)
		}
	}
	stray, shade := g.worst()
	if other := count(g.other); float64(other) < allOver*float64(count(g.drawn)) {
		return other > 0 || shade > 0
	}
	return stray > mostStray || shade > mostShade
}

func count(cells []bool) (n int) {
	for _, is := range cells {
		if is {
			n++
		}
	}
	return n
}

// grid gathers the differences of two pictures by cells.
type grid struct {
	w, h  int
	drawn []bool   // cells in which one of them is not white
	other []bool   // cells in which they are not alike
	stray []int    // dots that nothing explains
	shade [3][]int // sums of differences, by colour
}

func newGrid(r image.Rectangle) *grid {
	g := &grid{w: (r.Dx() + cell - 1) / cell, h: (r.Dy() + cell - 1) / cell}
	g.drawn, g.other, g.stray = make([]bool, g.w*g.h), make([]bool, g.w*g.h), make([]int, g.w*g.h)
	for c := range g.shade {
		g.shade[c] = make([]int, g.w*g.h)
	}
	return g
}

func (g *grid) look(a, b *image.RGBA, x, y int) {
	at := y*a.Stride + 4*x
	most := 0
	n := y/cell*g.w + x/cell
	for c := range 3 {
		d := int(a.Pix[at+c]) - int(b.Pix[at+c])
		g.shade[c][n] += d
		most = max(most, d, -d)
		g.drawn[n] = g.drawn[n] || a.Pix[at+c] < 255-slight || b.Pix[at+c] < 255-slight
	}
	if most <= slight {
		return
	}
	g.other[n] = true
	if !near(a, b, x, y) || !near(b, a, x, y) {
		g.stray[n]++
	}
}

// near reports whether what one picture has in a dot is, in each colour, between what the
// other has in that dot and round it.
func near(a, b *image.RGBA, x, y int) bool {
	for c := range 3 {
		least, most := 255, 0
		for v := max(0, y-1); v <= min(a.Rect.Dy()-1, y+1); v++ {
			for u := max(0, x-1); u <= min(a.Rect.Dx()-1, x+1); u++ {
				dot := int(b.Pix[v*b.Stride+4*u+c])
				least, most = min(least, dot), max(most, dot)
			}
		}
		if dot := int(a.Pix[y*a.Stride+4*x+c]); dot < least-slight || dot > most+slight {
			return false
		}
	}
	return true
}

// worst returns the most stray dots of a square, and how much lighter or darker one is.
func (g *grid) worst() (stray, shade int) {
	for y := range max(1, g.h-1) {
		for x := range max(1, g.w-1) {
			dots := 0
			var sums [3]int
			for v := y; v < min(g.h, y+2); v++ {
				for u := x; u < min(g.w, x+2); u++ {
					dots += g.stray[v*g.w+u]
					for c := range sums {
						sums[c] += g.shade[c][v*g.w+u]
					}
				}
			}
			stray = max(stray, dots)
			for _, sum := range sums {
				shade = max(shade, max(sum, -sum)/(4*cell*cell))
			}
		}
	}
	return stray, shade
}
