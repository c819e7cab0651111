package place

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"fyne.io/fyne/v2"

	"technopark/app/ui/kit"
)

// top is a layout of the head of the answer: the large figure, beside it the group over the place,
// and the scale at the right or, where there is no room for it, below.
type top struct{ width float32 }

// leastScale is how wide the scale is at least, at 100 %.
const leastScale = 240

func (l *top) put(objects []fyne.CanvasObject, room float32, put func(fyne.CanvasObject, fyne.Position, fyne.Size)) float32 {
	index, group, place, scale := objects[0], objects[1], objects[2], objects[3]
	gap := kit.Size(kit.SpaceColumn)
	x, figure := float32(0), index.MinSize()
	if index.Visible() {
		x = figure.Width + gap
	}
	words := max(shown(group).Width, shown(place).Width)
	lines := shown(group).Height + shown(place).Height
	high := max(lines, shown(index).Height)
	left := room - x - words - gap
	below := kit.Units(left) < leastScale
	scaleX, scaleY, wide := x+words+gap, float32(0), left
	if below {
		scaleX, scaleY, wide = 0, high+kit.Size(kit.SpaceNear), room
	}
	tall := float32(0)
	if scale.Visible() {
		tall = settled(scale, wide)
		put(scale, fyne.NewPos(scaleX, scaleY), fyne.NewSize(wide, tall))
	}
	if !below {
		high = max(high, tall)
	}
	put(index, fyne.NewPos(0, (high-figure.Height)/2), figure)
	y := (high - lines) / 2
	put(group, fyne.NewPos(x, y), fyne.NewSize(max(0, room-x), group.MinSize().Height))
	put(place, fyne.NewPos(x, y+shown(group).Height), fyne.NewSize(max(0, room-x), place.MinSize().Height))
	if below && tall > 0 {
		return scaleY + tall
	}
	return high
}

// shown is the size an object takes: none when it is hidden.
func shown(o fyne.CanvasObject) fyne.Size {
	if !o.Visible() {
		return fyne.Size{}
	}
	return o.MinSize()
}

// Layout is called by the toolkit.
func (l *top) Layout(objects []fyne.CanvasObject, room fyne.Size) {
	l.width = room.Width
	l.put(objects, room.Width, func(o fyne.CanvasObject, at fyne.Position, s fyne.Size) {
		o.Move(at)
		o.Resize(s)
	})
}

// MinSize is called by the toolkit.
func (l *top) MinSize(objects []fyne.CanvasObject) fyne.Size {
	high := l.put(objects, l.width, func(fyne.CanvasObject, fyne.Position, fyne.Size) {})
	return fyne.NewSize(kit.Pixels(200), high)
}

// capital begins a sentence with a capital.
func capital(text string) string {
	first, size := utf8.DecodeRuneInString(text)
	if size == 0 {
		return text
	}
	return string(unicode.ToUpper(first)) + strings.TrimPrefix(text, text[:size])
}
