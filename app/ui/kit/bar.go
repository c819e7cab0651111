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
	b.share = min(max(share, 0), 1)
	b.text.SetText(text)
	b.Refresh()
}

// Text returns the words beside the strip.
func (b *Bar) Text() string { return b.text.Text() }

// Tapped is called by the toolkit.
func (b *Bar) Tapped(*fyne.PointEvent) {
	if b.OnTap != nil {
		b.OnTap()
	}
}

// CreateRenderer is called by the toolkit.
func (b *Bar) CreateRenderer() fyne.WidgetRenderer { return &barRenderer{b} }

type barRenderer struct{ bar *Bar }

// barChars is the length of the strip in letters.
const barChars = 6

func (r *barRenderer) Layout(room fyne.Size) {
	b := r.bar
	long, high := barChars*Size(theme.SizeNameText), Size(theme.SizeNameCaptionText)*0.6
	at := fyne.NewPos(0, (room.Height-high)/2)
	b.ground.Move(at)
	b.ground.Resize(fyne.NewSize(long, high))
	b.sum.Move(at)
	b.sum.Resize(fyne.NewSize(long*b.share, high))
	height := b.text.MinSize().Height
	b.text.Move(fyne.NewPos(long+6, (room.Height-height)/2))
	b.text.Resize(fyne.NewSize(max(0, room.Width-long-6), height))
}

func (r *barRenderer) MinSize() fyne.Size {
	text := r.bar.text.MinSize()
	return fyne.NewSize(barChars*Size(theme.SizeNameText)+8+r.bar.text.Room(), text.Height)
}

func (r *barRenderer) Refresh() {
	b := r.bar
	b.ground.FillColor, b.ground.StrokeColor, b.ground.StrokeWidth = Colour(theme.ColorNameBackground), Colour(ColorMuted), 1
	b.sum.FillColor = Colour(theme.ColorNamePrimary)
	r.Layout(b.Size())
	b.ground.Refresh()
	b.sum.Refresh()
	b.text.Refresh()
}

func (r *barRenderer) Objects() []fyne.CanvasObject {
	return []fyne.CanvasObject{r.bar.ground, r.bar.sum, r.bar.text}
}

func (r *barRenderer) Destroy() {}
