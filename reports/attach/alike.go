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
	unlike int              // pages found that look otherwise
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
		found.Looks, err = m.otherLooks(page, found.Page)
	}
	if found.Looks {
		m.unlike++
	}
	return found, err
}

// mostClosely is after how many pages that look otherwise one look at each of the others is
// enough: by then the PDF is not the same, and only time is to be lost.
const mostClosely = 10

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

// densities are those at which pages are compared, in dots an inch, until at one of them
// nothing is left that differed at all before. A program that rounds numbers otherwise, as
// Ghostscript does, moves here and there a letter by a dot, at each density another one;
// what somebody has changed differs at all of them.
var densities = []float64{100, 131, 117, 149}

// otherLooks reports whether two pages are of other sizes or something else is seen on them.
func (m *matcher) otherLooks(one, other int) (bool, error) {
	a, b := m.a, m.b
	w, h, err := a.size(one)
	if err != nil {
		return false, err
	}
	w2, h2, err := b.size(other)
	if err != nil || math.Abs(w-w2) > 1 || math.Abs(h-h2) > 1 {
		return true, err
	}
	var left map[image.Point]bool
	looks := densities
	if m.unlike >= mostClosely {
		looks = looks[:1]
	}
	for _, dpi := range looks {
		scale := min(dpi/72, mostDots/max(w2, h2))
		room := image.Pt(max(1, int(math.Round(w2*scale))), max(1, int(math.Round(h2*scale))))
		is, err := a.seen(one, room)
		if err != nil {
			return false, err
		}
		should, err := b.seen(other, room)
		if err != nil {
			return false, err
		}
		left = remaining(left, differing(is, should, scale))
		if len(left) == 0 {
			return false, nil
		}
	}
	return true, nil
}

// mostDots bounds a side of a compared picture.
const mostDots = 3000

// remaining returns what is in both sets; nil stands for all there is.
func remaining(left, found map[image.Point]bool) map[image.Point]bool {
	if left == nil {
		return found
	}
	for at := range left {
		if !found[at] {
			delete(left, at)
		}
	}
	return left
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

// How far two pictures of one page may be from each other: the edges of strokes are a dot
// off, and photographs that were packed anew have a noise without a direction. Neither
// moves a figure or bleaches a letter.
const (
	square = 6.0 // points: the side of the squares that are judged
	slack  = 40  // of 255, beside what stands round a dot
	shade  = 2   // of 255, by which a square as a whole may not be lighter or darker
)

// differing returns the squares of a page in which two pictures of it show different
// things, by their places; scale is how many dots a point has.
func differing(a, b *image.RGBA, scale float64) map[image.Point]bool {
	sums := map[image.Point]*tally{}
	for y := range a.Rect.Dy() {
		for x := range a.Rect.Dx() {
			at := y*a.Stride + 4*x
			if [3]byte(a.Pix[at:at+3]) == [3]byte(b.Pix[at:at+3]) {
				continue
			}
			place := image.Pt(int(float64(x)/scale/square), int(float64(y)/scale/square))
			if sums[place] == nil {
				sums[place] = &tally{}
			}
			sums[place].add(a, b, x, y)
		}
	}
	found := map[image.Point]bool{}
	dots := square * scale * square * scale
	for place, t := range sums {
		if t.stray || t.most() >= shade*dots {
			found[place] = true
		}
	}
	return found
}

// tally is what a square has.
type tally struct {
	stray bool   // a dot that nothing near by explains
	sums  [3]int // of differences, by colour
}

func (t *tally) add(a, b *image.RGBA, x, y int) {
	at := y*a.Stride + 4*x
	far := false
	for c := range t.sums {
		d := int(a.Pix[at+c]) - int(b.Pix[at+c])
		t.sums[c] += d
		far = far || d > slack || -d > slack
	}
	t.stray = t.stray || far && (!near(a, b, x, y) || !near(b, a, x, y))
}

func (t *tally) most() float64 {
	most := 0
	for _, sum := range t.sums {
		most = max(most, sum, -sum)
	}
	return float64(most)
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
		if dot := int(a.Pix[y*a.Stride+4*x+c]); dot < least-slack || dot > most+slack {
			return false
		}
	}
	return true
}
