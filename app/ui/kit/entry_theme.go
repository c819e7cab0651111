package kit

import (
	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// barless is the theme of one-line entries: a scroll bar under a long text would hide
// its lower half.
type barless struct{ fyne.Theme }

// Size returns no size for scroll bars.
func (b barless) Size(name fyne.ThemeSizeName) float32 {
	if name == theme.SizeNameScrollBar || name == theme.SizeNameScrollBarSmall {
		return 0
	}
	return b.Theme.Size(name)
}
