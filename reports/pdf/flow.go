package pdf

// strip is a horizontal slice of a section that is never split: a line of a
// paragraph, a row of a table. Blocks become strips, strips fill pages; so
// there is one place that decides where a page ends.
type strip struct {
	ink
	gap     float64 // room above, dropped at the top of a page
	below   float64 // room below; of two rooms that meet the larger counts
	height  float64
	bond    bond   // to the next strip
	stretch bool   // takes the room left on the page
	breaks  bool   // begins a new page
	joins   bool   // needs no new page where enough of the current one is free
	head    *strip // repeated above this strip when it begins a page: a table's head
	group   *strip // repeated under that head: the title of the rows that go on
	marks   []mark // what the contents and the outline point at
}

// mark is a title whose page the contents and the outline name.
type mark struct {
	title  string
	level  int
	listed bool // in the contents, not only in the outline
}

// place is a mark and where it came to stand.
type place struct {
	mark
	page int // from 1
	y    float64
}

// flow fills pages with strips.
type flow struct {
	pages  []*Page
	places []place
	y      float64 // where the next strip goes, on the last page
	fresh  bool    // nothing stands on the last page yet
	below  float64 // room the last strip asks for below it
}

// run lays strips on pages like the given one, beginning a new page unless
// the last page has the same orientation.
func (fl *flow) run(blank Page, strips []strip) {
	if len(fl.pages) == 0 || fl.page().Landscape != blank.Landscape {
		fl.turn(blank)
	}
	granted := 0 // strips that are known to fit on the page
	for i := range strips {
		s := &strips[i]
		if s.breaks && !fl.fresh && !(s.joins && fl.room() >= joinRoom*blank.Body.H) {
			fl.turn(blank)
			granted = 0
		}
		if s.stretch {
			fl.y += fl.share(strips[i:])
			fl.below, granted = 0, 0
			continue
		}
		if granted == 0 {
			granted = fl.place(strips[i:], blank)
		}
		granted--
		if fl.fresh && s.head != nil {
			fl.put(*s.head)
			if s.group != nil {
				fl.put(*s.group)
			}
		}
		fl.put(*s)
	}
}

// joinRoom is how much of a page must be free for a section to begin on it that need not
// begin a page of its own.
const joinRoom = 1.0 / 3

// place turns the page if the strips that belong together go on a new one, and returns how
// many they are.
func (fl *flow) place(strips []strip, blank Page) int {
	n, fits := fl.grant(strips, blank.Body.H)
	if !fits && !fl.fresh {
		fl.turn(blank)
		n, _ = fl.grant(strips, blank.Body.H)
	}
	return max(n, 1)
}

func (fl *flow) page() *Page { return fl.pages[len(fl.pages)-1] }

func (fl *flow) turn(blank Page) {
	fl.pages = append(fl.pages, &blank)
	fl.y, fl.fresh, fl.below = blank.Body.Y, true, 0
}

func (fl *flow) put(s strip) {
	if !fl.fresh {
		fl.y += max(fl.below, s.gap)
	}
	fl.below = s.below
	fl.page().print(s.ink, fl.y)
	for _, m := range s.marks {
		fl.places = append(fl.places, place{mark: m, page: len(fl.pages), y: fl.y})
	}
	fl.y += s.height
	fl.fresh = fl.fresh && s.height == 0
}

// room returns the height left on the current page.
func (fl *flow) room() float64 {
	body := fl.page().Body
	return body.Y + body.H - fl.y
}

// share returns the height of a stretching strip: what the strips up to the
// next break leave of the page, divided between those that stretch.
func (fl *flow) share(strips []strip) float64 {
	rest, below, n := 0.0, 0.0, 0
	for i, s := range strips {
		if i > 0 && s.breaks {
			break
		}
		rest += max(below, s.gap) + s.height
		below = s.below
		if s.stretch {
			n++
		}
	}
	return max(0, (fl.room()-rest)/float64(n))
}
