package pdf

// bond says how strongly a strip holds to the next one: how much of a page may stay empty so
// that both stand on one page.
type bond int

// The bonds, the weaker first.
const (
	loose bond = iota // the page may end between them
	near              // rather together, as two blocks that belong to each other
	tight             // rather together, as the lines of one block; given up after near
	firm              // together: a heading and what it is over
)

// mostBand is how much of a page may stay empty for a bond that is not firm, as a fraction
// of it: a page that is emptier looks as if something were missing.
const mostBand = 0.3

// grant returns how many strips go on the current page together, and whether they do. It
// tries to keep all that belongs together; where that would leave too much of the page empty,
// or is taller than any page, it gives up the weaker bonds first.
func (fl *flow) grant(strips []strip, page float64) (n int, fits bool) {
	room, over := fl.room()+slack, 0.0
	if fl.fresh {
		over = strips[0].repeated()
	} else {
		room -= max(fl.below, strips[0].gap)
	}
	for level := near; level <= firm; level++ {
		n, tall := chain(strips, level)
		switch {
		case tall+over > page+slack:
			continue // on no page at all
		case tall+over <= room:
			return n, true
		case level == firm || fl.room()-spaces(strips) < mostBand*page:
			return 0, false
		}
	}
	return 1, strips[0].height+over <= room || fl.fresh
}

// spaces returns how much empty room is asked for before the first of the strips that prints
// anything.
func spaces(strips []strip) float64 {
	room := 0.0
	for _, s := range strips {
		if s.height > 0 {
			break
		}
		room += s.gap
	}
	return room
}

// chain returns how many strips the first one holds to by bonds of at least the level, itself
// included, and how tall they are without the gap above the first.
func chain(strips []strip, level bond) (n int, tall float64) {
	tall = -strips[0].gap
	below := 0.0
	for n < len(strips) {
		s := &strips[n]
		if n > 0 && (s.breaks || s.stretch) {
			break
		}
		tall += max(below, s.gap) + s.height
		below = s.below
		n++
		if s.bond < level {
			break
		}
	}
	return n, tall
}

// repeated returns the height of what is repeated above a strip that begins a page.
func (s *strip) repeated() float64 {
	if s.head == nil {
		return 0
	}
	if s.group == nil {
		return s.head.height
	}
	return s.head.height + s.group.height
}

// tie makes the bond of the last of some strips at least b.
func tie(strips []strip, b bond) {
	if n := len(strips); n > 0 {
		strips[n-1].bond = max(strips[n-1].bond, b)
	}
}
