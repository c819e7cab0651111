package pdf

import (
	"fmt"
	"io"
	"reflect"
	"slices"

	"technopark/reports/doc"
)

// Press lays documents out one after the other, and keeps how their sections were laid out:
// a paper is laid out several times until the page numbers it prints are right, and each
// time nearly all of it is the same. The zero Press is ready.
type Press struct {
	lang string
	kept []kept // by the place of the section
}

// kept is a section that has been laid out, if it has.
type kept struct {
	section  doc.Section
	done     bool
	strips   []strip // which whoever fills pages with them leaves as they are
	replaced int     // characters printed as □
}

// turnTo keeps of the last document what the next one has in the same places.
func (p *Press) turnTo(d doc.Document) {
	if p.lang != d.Lang {
		p.kept = nil
	}
	p.lang = d.Lang
	was := p.kept
	p.kept = make([]kept, len(d.Sections))
	for i, s := range d.Sections {
		if i < len(was) && was[i].done && reflect.DeepEqual(was[i].section, s) {
			p.kept[i] = was[i]
		}
	}
}

// once returns the strips of a section in a place; those that are kept when nothing in it
// depends on the pages of the others.
func (l *layouter) once(place int, s doc.Section, body Rect) []strip {
	k := &l.press.kept[place]
	if k.done {
		l.replaced += k.replaced
		return k.strips
	}
	before := l.replaced
	strips := l.section(s, body)
	if !slices.ContainsFunc(s.Blocks, listsPages) {
		*k = kept{section: s, done: true, strips: strips, replaced: l.replaced - before}
	}
	return strips
}

// listsPages reports whether a block names the pages of sections.
func listsPages(b doc.Block) bool {
	switch b := b.(type) {
	case doc.Contents:
		return true
	case doc.KeepTogether:
		return slices.ContainsFunc(b.Blocks, listsPages)
	}
	return false
}

// Render is the function of that name, of a document that may be much like the last one.
func (p *Press) Render(w io.Writer, d doc.Document) (info Info, err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("render %q: %v", d.Title, p)
		}
	}()
	laid, err := p.Layout(d)
	if err != nil {
		return Info{}, fmt.Errorf("render %q: %w", d.Title, err)
	}
	out, err := draw(laid, describe(laid.fonts, d))
	if err != nil {
		return Info{}, fmt.Errorf("render %q: %w", d.Title, err)
	}
	if out, err = finish(out, laid, d.Lang); err != nil {
		return Info{}, fmt.Errorf("render %q: %w", d.Title, err)
	}
	if _, err := w.Write(out); err != nil {
		return Info{}, fmt.Errorf("write %q: %w", d.Title, err)
	}
	return Info{Pages: len(laid.Pages), Contents: laid.Contents, Replaced: laid.Replaced}, nil
}
