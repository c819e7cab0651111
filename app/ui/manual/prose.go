package manual

import (
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/widget"

	"technopark/app/guide"
	"technopark/app/ui/kit"
)

// prose is words that break where the width ends; links among them have the keyboard. We set them
// ourselves, because the toolkit's rich text breaks at no-break spaces and gives its links no keyboard.
type prose struct {
	widget.BaseWidget
	size   fyne.ThemeSizeName
	colour fyne.ThemeColorName
	bold   bool
	units  [][]piece // what no line breaks within
	width  float32   // they were set at, in a size of text
	text   float32
	high   float32
	least  float32 // the width of the widest unit
	drawn  []fyne.CanvasObject
}

// piece is a word, or what of one is in a style of its own.
type piece struct {
	text  string
	style fyne.TextStyle
	link  *kit.Link // nil for a word
}

// newProse returns words of the size; link makes what a link of the guide becomes.
func newProse(spans []guide.Span, size fyne.ThemeSizeName, bold bool, link func(guide.Span) *kit.Link) *prose {
	p := &prose{size: size, bold: bold, colour: kit.ColorText}
	glued := false
	add := func(x piece) {
		if glued && len(p.units) > 0 {
			last := len(p.units) - 1
			p.units[last] = append(p.units[last], x)
		} else {
			p.units = append(p.units, []piece{x})
		}
		glued = true
	}
	for _, s := range spans {
		if s.Link != "" && link != nil {
			add(piece{text: s.Text, link: link(s)})
			continue
		}
		for i, word := range strings.Split(s.Text, " ") {
			if i > 0 {
				glued = false
			}
			if word != "" {
				add(piece{text: word, style: fyne.TextStyle{Bold: bold || s.Bold, Monospace: s.Code}})
			}
		}
	}
	p.ExtendBaseWidget(p)
	return p
}

// wide returns how wide a piece is.
func (p *prose) wide(x piece) float32 {
	if x.link != nil {
		return x.link.MinSize().Width
	}
	return fyne.MeasureText(x.text, p.text, x.style).Width
}

// natural returns the width that the words would take in one line.
func (p *prose) natural() float32 {
	p.text = kit.Size(p.size)
	space := fyne.MeasureText(" ", p.text, fyne.TextStyle{}).Width
	all := -space
	for _, unit := range p.units {
		all += space
		for _, x := range unit {
			all += p.wide(x)
		}
	}
	return max(0, all)
}

// set breaks the words at a width and returns how high they stand.
func (p *prose) set(width float32) float32 {
	text := kit.Size(p.size)
	if p.width == width && p.text == text && p.drawn != nil {
		return p.high
	}
	p.width, p.text, p.drawn, p.least = width, text, []fyne.CanvasObject{}, 0
	space := fyne.MeasureText(" ", text, fyne.TextStyle{}).Width
	line := lineHeight(text)
	x, y := float32(0), float32(0)
	var run *canvas.Text // the words of one style that stand together
	for _, unit := range p.units {
		wide := float32(0)
		for _, part := range unit {
			wide += p.wide(part)
		}
		p.least = max(p.least, wide)
		if x > 0 && x+space+wide > width {
			x, y, run = 0, y+line, nil
		}
		for i, part := range unit {
			before := ""
			if i == 0 && x > 0 {
				before = " "
			}
			run, x = p.put(part, before, run, fyne.NewPos(x, y), line)
		}
	}
	p.high = y + line
	return p.high
}

// put draws a piece after the others of a line, and returns the run that the next one may continue and
// where it begins.
func (p *prose) put(x piece, before string, run *canvas.Text, at fyne.Position, line float32) (*canvas.Text, float32) {
	space := fyne.MeasureText(before, p.text, fyne.TextStyle{}).Width
	if before == "" {
		space = 0
	}
	if x.link != nil {
		size := x.link.MinSize()
		x.link.Resize(fyne.NewSize(size.Width, line))
		x.link.Move(fyne.NewPos(at.X+space, at.Y))
		p.drawn = append(p.drawn, x.link)
		return nil, at.X + space + size.Width
	}
	if run != nil && run.TextStyle == x.style {
		run.Text += before + x.text
		run.Resize(run.MinSize())
		return run, run.Position().X + fyne.MeasureText(run.Text, p.text, run.TextStyle).Width
	}
	run = canvas.NewText(x.text, kit.Colour(p.colour))
	run.TextSize, run.TextStyle = p.text, x.style
	run.Move(fyne.NewPos(at.X+space, at.Y+(line-run.MinSize().Height)/2))
	run.Resize(run.MinSize())
	p.drawn = append(p.drawn, run)
	return run, at.X + space + run.MinSize().Width
}

// lineHeight is how high a line of a text is, with the space to the next.
func lineHeight(text float32) float32 {
	return fyne.MeasureText("Ёщ", text, fyne.TextStyle{}).Height * 1.15
}

// links returns the links among the words.
func (p *prose) links() []*kit.Link {
	var all []*kit.Link
	for _, unit := range p.units {
		for _, x := range unit {
			if x.link != nil {
				all = append(all, x.link)
			}
		}
	}
	return all
}

// CreateRenderer is called by the toolkit.
func (p *prose) CreateRenderer() fyne.WidgetRenderer { return &proseRenderer{p} }

type proseRenderer struct{ prose *prose }

func (r *proseRenderer) Layout(room fyne.Size) { r.prose.set(room.Width) }

func (r *proseRenderer) MinSize() fyne.Size { return fyne.NewSize(0, r.prose.high) }

func (r *proseRenderer) Refresh() {
	p := r.prose
	p.drawn = nil // colours and sizes may be others
	p.set(p.Size().Width)
	for _, l := range p.links() {
		l.Refresh()
	}
	canvas.Refresh(p)
}

func (r *proseRenderer) Objects() []fyne.CanvasObject { return r.prose.drawn }
func (r *proseRenderer) Destroy()                     {}
