package pdf

import (
	"errors"
	"fmt"
	"slices"

	"technopark/reports/doc"
)

// Margins of every sheet, mm (ГОСТ Р 7.0.97-2016: not less than 20 left, 10
// right, 20 top, 20 bottom). A turned sheet keeps them as seen by its reader:
// then it can be bound at the top, as ГОСТ papers turned clockwise are, or at
// the left, and has 20 mm at either edge.
const (
	marginLeft, marginRight = 20.0, 10.0
	marginTop, marginBottom = 20.0, 20.0
	paperShort, paperLong   = 210.0, 297.0
)

// Entry is one line of the contents.
type Entry struct {
	Title string // as the contents list it
	Level int    // 0 for a section, more for what is in it
	Page  int    // as printed, from 1
}

// Laid is a document laid out on pages.
type Laid struct {
	Pages    []*Page // in their order
	Contents []Entry // sections and headings, with their pages
	Replaced int     // characters printed as □ because no glyph exists for them

	fonts  *fontSet
	places []place
}

// maxPasses bounds the search for a stable contents: the number of its lines
// is known from the first pass and its pages from the second.
const maxPasses = 4

// Layout returns the pages of d, as Render will draw them. It fails if the
// document has no sections or its contents do not settle.
func Layout(d doc.Document) (*Laid, error) { return new(Press).Layout(d) }

// Layout is the function of that name, of a document that may be much like the last one.
func (p *Press) Layout(d doc.Document) (*Laid, error) {
	if len(d.Sections) == 0 {
		return nil, errors.New("lay out document: no sections")
	}
	fonts, err := loadFonts()
	if err != nil {
		return nil, fmt.Errorf("lay out document: %w", err)
	}
	p.turnTo(d)
	l := &layouter{fonts: fonts, words: doc.WordsOf(d.Lang), press: p}
	for range maxPasses {
		laid := l.pass(d)
		if slices.Equal(laid.Contents, l.entries) {
			l.furnish(laid, d)
			laid.Replaced = l.replaced
			return laid, nil
		}
		l.entries = laid.Contents
	}
	return nil, errors.New("lay out document: page numbers of the contents do not settle")
}

// layouter turns blocks into strips.
type layouter struct {
	fonts    *fontSet
	words    doc.Words
	press    *Press
	entries  []Entry // of the contents, as the pass before found them
	replaced int
}

// pass lays the whole document out once.
func (l *layouter) pass(d doc.Document) *Laid {
	l.replaced = 0
	var fl flow
	for start := 0; start < len(d.Sections); {
		end := start + 1
		for end < len(d.Sections) && d.Sections[end].Landscape == d.Sections[start].Landscape {
			end++
		}
		blank := sheet(d.Sections[start].Landscape)
		var strips []strip
		for i, s := range d.Sections[start:end] {
			strips = append(strips, l.once(start+i, s, blank.Body)...)
		}
		fl.run(blank, strips)
		start = end
	}
	laid := &Laid{Pages: fl.pages, fonts: l.fonts, places: fl.places}
	for _, p := range fl.places {
		if p.listed {
			laid.Contents = append(laid.Contents, Entry{Title: p.title, Level: p.level, Page: p.page})
		}
	}
	next := len(laid.Pages) + 1
	for _, b := range d.Behind {
		laid.Contents = append(laid.Contents, Entry{Title: b.Title, Level: b.Level, Page: next})
		next += b.Sheets
	}
	return laid
}

// sheet returns an empty page.
func sheet(landscape bool) Page {
	w, h := paperShort, paperLong
	if landscape {
		w, h = h, w
	}
	return Page{
		Sheet:     Rect{W: w, H: h},
		Body:      Rect{X: marginLeft, Y: marginTop, W: w - marginLeft - marginRight, H: h - marginTop - marginBottom},
		Landscape: landscape,
	}
}

// text cleans s for the font, counting what it had to replace.
func (l *layouter) text(f font, s string) string {
	s, lost := f.clean(s)
	l.replaced += lost
	return s
}

// single cleans s and joins its lines.
func (l *layouter) single(f font, s string) string { return oneLine(l.text(f, s)) }

// section returns the strips of one section; the first carries its mark.
func (l *layouter) section(s doc.Section, body Rect) []strip {
	var out []strip
	if s.Title != "" && !s.Untitled {
		out = l.heading(s.Title, s.Level, body)
	}
	for i, b := range s.Blocks {
		strips := l.block(b, body)
		if _, ok := b.(doc.Contents); ok {
			strips = l.contents(body, out)
		}
		if sp, ok := b.(doc.Spacer); ok && i == 0 && len(out) == 0 && !sp.Fill {
			strips[0].gap, strips[0].height = 0, sp.Height
		}
		if _, ok := b.(doc.Signatures); ok && len(out) > 0 {
			out[len(out)-1].bond = firm // signatures alone on a sheet vouch for nothing
		}
		out = append(out, strips...)
	}
	if len(out) == 0 {
		out = []strip{{}}
	}
	out[0].breaks, out[0].joins = out[0].breaks || s.NewPage, s.Joins
	if s.Title != "" {
		m := mark{title: oneLine(s.Title), level: s.Level, listed: s.InContents}
		out[0].marks = append([]mark{m}, out[0].marks...)
	}
	return out
}

// block returns the strips of one block, laid out in the body's width.
func (l *layouter) block(b doc.Block, body Rect) []strip {
	switch b := b.(type) {
	case doc.Lead:
		return l.lead(b, body)
	case doc.Heading:
		out := l.heading(b.Text, b.Level, body)
		if b.InContents && len(out) > 0 {
			out[0].marks = []mark{{title: oneLine(b.Text), level: b.Level, listed: true}}
		}
		return out
	case doc.Paragraph:
		return l.paragraph(b, body)
	case doc.Spacer:
		return spacer(b)
	case doc.KeyValues:
		return l.keyValues(b, body)
	case doc.Table:
		return l.table(b, body)
	case doc.Code:
		return l.code(b, body)
	case doc.Drawing:
		return l.drawing(b, body)
	case doc.Contents:
		return l.contents(body, nil)
	case doc.Signatures:
		return l.signatures(b, body)
	case doc.KeepTogether:
		return l.together(b, body)
	case doc.PageBreak:
		return []strip{{breaks: true}}
	default:
		panic(fmt.Sprintf("block %T has no layout", b)) // the set of blocks is closed: a bug here
	}
}

func (l *layouter) together(b doc.KeepTogether, body Rect) []strip {
	var out []strip
	last := loose // of the strips, as its own block has it
	for _, inner := range b.Blocks {
		strips := l.block(inner, body)
		for i := range strips {
			if i < len(strips)-1 {
				strips[i].bond = max(strips[i].bond, tight)
			} else {
				last = strips[i].bond
				strips[i].bond = max(strips[i].bond, near)
			}
		}
		out = append(out, strips...)
	}
	if len(out) > 0 {
		out[len(out)-1].bond = last
	}
	return out
}

// spacer returns empty room, which stays with what it is above unless it takes all the page has.
func spacer(b doc.Spacer) []strip {
	s := strip{gap: b.Height, stretch: b.Fill}
	if !b.Fill {
		s.bond = firm
	}
	return []strip{s}
}
