package manual

import (
	"bytes"
	"image/png"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"

	"technopark/app/guide"
	"technopark/app/ui/kit"
	"technopark/assets"
)

// part is a block of a page on the sheet.
type part interface {
	objects() []fyne.CanvasObject
	// place puts the block at a height and says how high it is at a width.
	place(top, width float32) float32
	links() []*kit.Link
	// before is the space over it.
	before() float32
}

// newPart returns what a block becomes on the sheet.
func (s *sheet) newPart(b guide.Block) part {
	switch b.Kind {
	case guide.Heading:
		size := theme.SizeNameHeadingText
		if b.Level > 2 {
			size = theme.SizeNameSubHeadingText
		}
		return &words{text: newProse(b.Spans, size, true, s.link), over: kit.Size(kit.SpaceBlock)}
	case guide.Item:
		return &words{
			mark: canvas.NewText(b.Mark, kit.Colour(kit.ColorText)), depth: b.Level,
			text: newProse(b.Spans, theme.SizeNameText, false, s.link), over: kit.Size(kit.SpaceInside),
		}
	case guide.Table:
		return s.newTable(b)
	case guide.Code:
		return s.newCode(b)
	case guide.Picture:
		return newPicture(b)
	default:
		return &words{text: newProse(b.Spans, theme.SizeNameText, false, s.link), over: kit.Size(kit.SpaceNear)}
	}
}

// words is a paragraph, a heading or an item of a list.
type words struct {
	text  *prose
	mark  *canvas.Text // of an item, else nil
	depth int
	over  float32
}

func (w *words) objects() []fyne.CanvasObject {
	if w.mark == nil {
		return []fyne.CanvasObject{w.text}
	}
	return []fyne.CanvasObject{w.mark, w.text}
}

func (w *words) place(top, width float32) float32 {
	left := float32(0)
	if w.mark != nil {
		text := kit.Size(theme.SizeNameText)
		left = (1.8 + 1.5*float32(w.depth)) * text
		w.mark.TextSize, w.mark.Color = text, kit.Colour(kit.ColorText)
		w.mark.Resize(w.mark.MinSize())
		w.mark.Move(fyne.NewPos(left-1.4*text, top+(lineHeight(text)-w.mark.MinSize().Height)/2))
	}
	high := w.text.set(width - left)
	w.text.Move(fyne.NewPos(left, top))
	w.text.Resize(fyne.NewSize(width-left, high))
	return high
}

func (w *words) links() []*kit.Link { return w.text.links() }
func (w *words) before() float32    { return w.over }

// code is what is typed or written into a file, on a ground of its own; it can be copied.
type code struct {
	lines  []*prose
	ground *canvas.Rectangle
	copied *kit.Link
}

func (s *sheet) newCode(b guide.Block) *code {
	c := &code{ground: canvas.NewRectangle(nil)}
	for _, line := range b.Lines {
		c.lines = append(c.lines, newProse(codeSpans(line), theme.SizeNameText, false, nil))
	}
	text := strings.Join(b.Lines, "\n") + "\n"
	c.copied = s.newLink(s.words.copy, func() { fyne.CurrentApp().Clipboard().SetContent(text) })
	return c
}

// codeSpans keeps the spaces that a line of code begins with.
func codeSpans(line string) []guide.Span {
	body := strings.TrimLeft(line, " \t")
	indent := strings.ReplaceAll(line[:len(line)-len(body)], "\t", "    ")
	return []guide.Span{{Text: strings.ReplaceAll(indent, " ", "\u00a0") + body, Code: true}}
}

func (c *code) objects() []fyne.CanvasObject {
	all := []fyne.CanvasObject{c.ground}
	for _, line := range c.lines {
		all = append(all, line)
	}
	return append(all, c.copied)
}

func (c *code) place(top, width float32) float32 {
	edge := kit.Size(kit.SpaceNear)
	y := top + edge
	for _, line := range c.lines {
		high := line.set(width - 2*edge)
		line.Move(fyne.NewPos(edge, y))
		line.Resize(fyne.NewSize(width-2*edge, high))
		y += high
	}
	size := c.copied.MinSize()
	c.copied.Resize(size)
	c.copied.Move(fyne.NewPos(width-edge-size.Width, y))
	y += size.Height + edge
	c.ground.FillColor = kit.Colour(kit.ColorPanel)
	c.ground.StrokeColor, c.ground.StrokeWidth = kit.Colour(kit.ColorLine), 1
	c.ground.Move(fyne.NewPos(0, top))
	c.ground.Resize(fyne.NewSize(width, y-top))
	return y - top
}

func (c *code) links() []*kit.Link { return []*kit.Link{c.copied} }
func (c *code) before() float32    { return kit.Size(kit.SpaceNear) }

// picture is a picture with what it shows under it.
type picture struct {
	image  *canvas.Image
	border *canvas.Rectangle
	shows  *prose
	size   fyne.Size // of its own
}

func newPicture(b guide.Block) *picture {
	p := &picture{border: canvas.NewRectangle(nil), shows: newProse(b.Spans, theme.SizeNameCaptionText, false, nil)}
	p.shows.colour = kit.ColorMuted
	data, _ := assets.GuidePicture(b.File) // a test finds every picture there
	p.image = canvas.NewImageFromResource(fyne.NewStaticResource(b.File, data))
	p.image.ScaleMode = canvas.ImageScaleSmooth
	if config, err := png.DecodeConfig(bytes.NewReader(data)); err == nil {
		p.size = fyne.NewSize(float32(config.Width), float32(config.Height))
	}
	return p
}

func (p *picture) objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{p.image, p.border, p.shows}
}

func (p *picture) place(top, width float32) float32 {
	size := p.size
	if size.Width > width {
		size = fyne.NewSize(width, size.Height*width/size.Width)
	}
	p.image.Move(fyne.NewPos(0, top))
	p.image.Resize(size)
	p.border.StrokeColor, p.border.StrokeWidth = kit.Colour(kit.ColorLine), 1
	p.border.Move(p.image.Position())
	p.border.Resize(size)
	under := top + size.Height + kit.Size(kit.SpaceInside)
	high := p.shows.set(width)
	p.shows.Move(fyne.NewPos(0, under))
	p.shows.Resize(fyne.NewSize(width, high))
	return under + high - top
}

func (p *picture) links() []*kit.Link { return nil }
func (p *picture) before() float32    { return kit.Size(kit.SpaceEdge) }
