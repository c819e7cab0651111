package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
	"fyne.io/fyne/v2/widget"
)

// Bar shows a share of a whole as a filled strip with words beside it, so that nothing
// is said by the strip alone. Tapped, it calls OnTap.
type Bar struct {
	widget.BaseWidget
	OnTap       func()  // a tap anywhere on the bar; may be nil
	share       float32 // 0 to 1
	words       string  // beside the strip
	short       string  // in place of the words where there is little room
	brief       bool    // there is little room
	text        *Line
	ground, sum *canvas.Rectangle
}

// NewBar returns an empty bar.
func NewBar() *Bar {
	b := &Bar{text: NewLine(ColorMuted, theme.SizeNameCaptionText), ground: canvas.NewRectangle(color.Transparent), sum: canvas.NewRectangle(color.Transparent)}
	b.ExtendBaseWidget(b)
	return b
}

// Set shows a share from 0 to 1 and its words.
func (b *Bar) Set(share float32, text string) {
	b.share, b.words = min(max(share, 0), 1), text
	b.Refresh()
}

// Text returns the words beside the strip.
func (b *Bar) Text() string { return b.words }

// room returns the width of the strip with its words, the short ones or all.
func (b *Bar) room(brief bool) float32 {
	text := b.words
	if brief {
		text = b.short
	}
	return stripLong() + Size(SpaceNear) + width(text, Size(theme.SizeNameCaptionText), fyne.TextStyle{})
}

// Tapped is called by the toolkit.
func (b *Bar) Tapped(*fyne.PointEvent) {
	if b.OnTap != nil {
		b.OnTap()
	}
}

// CreateRenderer is called by the toolkit.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer {
	r := &barRenderer{b}
	r.Refresh()
	return r
}

type barRenderer struct{ bar *Bar }

// Measures of the strip at 100 %.
const (
	stripUnits = 68
	stripHigh  = 6
)

func stripLong() float32 { return Pixels(stripUnits) }

// Layout is called by the toolkit.
func (r *barRenderer) Layout(room fyne.Size) {
	b := r.bar
	long, high := stripLong(), Pixels(stripHigh)
	at := fyne.NewPos(0, (room.Height-high)/2)
	b.ground.Move(at)
	b.ground.Resize(fyne.NewSize(long, high))
	b.sum.Move(at)
	b.sum.Resize(fyne.NewSize(long*b.share, high))
	height := b.text.MinSize().Height
	left := long + Size(SpaceNear)
	b.text.Move(fyne.NewPos(left, (room.Height-height)/2))
	b.text.Resize(fyne.NewSize(max(0, room.Width-left), height))
}

// MinSize is called by the toolkit.
func (r *barRenderer) MinSize() fyne.Size {
	return fyne.NewSize(r.bar.room(r.bar.brief), r.bar.text.MinSize().Height)
}

// Refresh is called by the toolkit.
func (r *barRenderer) Refresh() {
	b := r.bar
	b.ground.FillColor, b.sum.FillColor = Colour(ColorTrack), Colour(ColorAccent)
	text := b.words
	if b.brief {
		text = b.short
	}
	b.text.SetText(text)
	r.Layout(b.Size())
	b.ground.Refresh()
	b.sum.Refresh()
}

// Objects is called by the toolkit.
func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar.ground, r.bar.sum, r.bar.text}
}

// Destroy is called by the toolkit.
func (r *barRenderer) Destroy() {}
