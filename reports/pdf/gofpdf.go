package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"time"

	// The only import of gofpdf in the program: the maintained fork with the
	// same API can replace it here.
	"github.com/jung-kurt/gofpdf"
)

// canvas draws laid-out pages with gofpdf. It makes no decision: every
// position comes from the layout.
type canvas struct {
	pdf   *gofpdf.Fpdf
	fonts *fontSet
	style style // selected, with size; styles is none
	size  float64
}

// information is what the document says about itself.
type information struct {
	title, author, subject, creator string
	created                         time.Time
}

// draw returns the bytes of the PDF. gofpdf panics on text it cannot handle;
// texts are cleaned before, and what is left becomes an error.
func draw(laid *Laid, info information) (out []byte, err error) {
	defer func() {
		if p := recover(); p != nil {
			out, err = nil, fmt.Errorf("gofpdf: %v", p)
		}
	}()
	c := newCanvas(laid.fonts, used(laid.Pages))
	c.pdf.SetCreationDate(info.created)
	c.pdf.SetModificationDate(info.created)
	c.pdf.SetTitle(info.title, true)
	c.pdf.SetAuthor(info.author, true)
	c.pdf.SetSubject(info.subject, true)
	c.pdf.SetCreator(info.creator, true)
	for _, p := range laid.Pages {
		c.page(p)
	}
	c.outline(laid)
	var buf bytes.Buffer
	if err := c.pdf.Output(&buf); err != nil {
		return nil, fmt.Errorf("gofpdf: %w", err)
	}
	return buf.Bytes(), nil
}

// newCanvas returns an empty document with the fonts of the styles.
func newCanvas(fonts *fontSet, needed []style) *canvas {
	c := &canvas{pdf: gofpdf.New("P", "mm", "A4", ""), fonts: fonts, style: styles}
	c.pdf.SetAutoPageBreak(false, 0)
	c.pdf.SetCatalogSort(true) // fixed order of objects: same input, same bytes
	for _, st := range needed {
		f := fonts[st]
		c.pdf.AddUTF8FontFromBytes(family(f), "", []byte(f.data))
	}
	return c
}

// family is the name a face is known by inside gofpdf, which lowers its case
// and puts «utf8» before it; finish turns the result into the proper name.
func family(f *face) string { return strings.ToLower("xx+" + f.name) }

// page draws shades first, then the word across a draft, rules and texts.
func (c *canvas) page(p *Page) {
	orientation := "P"
	if p.Landscape {
		orientation = "L"
	}
	c.pdf.AddPageFormat(orientation, gofpdf.SizeType{Wd: paperShort, Ht: paperLong})
	c.fills(p.Fills)
	if p.Watermark != nil {
		c.text(*p.Watermark)
	}
	for _, r := range p.Rules {
		c.pdf.SetDrawColor(r.grey, r.grey, r.grey)
		c.pdf.SetLineWidth(r.Thickness)
		c.pdf.Line(r.X, r.Y, r.X+r.W, r.Y)
	}
	c.fills(p.Shapes)
	for _, s := range p.Strokes {
		c.stroke(s)
	}
	for _, t := range p.Texts {
		c.text(t)
	}
	c.fills(p.Codes)
}

func (c *canvas) fills(all []Fill) {
	for _, f := range all {
		c.pdf.SetFillColor(f.grey, f.grey, f.grey)
		c.pdf.Rect(f.X, f.Y, f.W, f.H, "F")
	}
}

func (c *canvas) stroke(s Stroke) {
	c.pdf.SetDrawColor(s.grey, s.grey, s.grey)
	c.pdf.SetLineWidth(s.Width)
	if s.Dashed {
		c.pdf.SetDashPattern([]float64{1.6, 1}, 0)
	}
	c.pdf.Line(s.X1, s.Y1, s.X2, s.Y2)
	if s.Dashed {
		c.pdf.SetDashPattern(nil, 0)
	}
}

func (c *canvas) text(t Text) {
	if c.style != t.font.style || c.size != t.font.size {
		c.style, c.size = t.font.style, t.font.size
		c.pdf.SetFont(family(t.font.face), "", c.size)
	}
	c.pdf.SetTextColor(t.grey, t.grey, t.grey)
	if t.Angle == 0 {
		c.pdf.Text(t.Box.X, t.baseline, t.Text)
		return
	}
	c.pdf.TransformBegin()
	c.pdf.TransformRotate(t.Angle, t.Box.X+t.Box.W/2, t.Box.Y+t.Box.H/2)
	c.pdf.Text(t.Box.X, t.baseline, t.Text)
	c.pdf.TransformEnd()
}

// outline adds the bookmarks. gofpdf turns their height with that of the LAST
// page, whatever page they are on, so with mixed orientations we add them at
// the end and correct for the difference; and it breaks on skipped levels.
func (c *canvas) outline(laid *Laid) {
	last := len(laid.Pages)
	level := -1
	for _, p := range laid.places {
		level = min(max(p.level, 0), level+1)
		title, _ := c.fonts[serif].clean(p.title)
		c.pdf.SetPage(p.page)
		c.pdf.Bookmark(oneLine(title), level, p.y+laid.Pages[last-1].Sheet.H-laid.Pages[p.page-1].Sheet.H)
	}
	c.pdf.SetPage(last)
}

// used returns the styles that occur on the pages, in order: a font that is
// added is embedded, used or not.
func used(pages []*Page) []style {
	var seen [styles]bool
	for _, p := range pages {
		if p.Watermark != nil {
			seen[p.Watermark.font.style] = true
		}
		for _, t := range p.Texts {
			seen[t.font.style] = true
		}
	}
	var out []style
	for st, ok := range seen {
		if ok {
			out = append(out, style(st))
		}
	}
	return out
}
