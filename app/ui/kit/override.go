package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/container"
	"fyne.io/fyne/v2/theme"
)

// Barless holds a one-line entry without a scroll bar.
func Barless(entry fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(entry, barless{fyne.CurrentApp().Settings().Theme()})
}

// Flat holds a scroller without shadows at its edges: the scroll bar says enough.
func Flat(scroller fyne.CanvasObject) fyne.CanvasObject {
	return container.NewThemeOverride(scroller, shadowless{fyne.CurrentApp().Settings().Theme()})
}

type shadowless struct{ fyne.Theme }

// Color returns no colour for shadows.
func (s shadowless) Color(name fyne.ThemeColorName, variant fyne.ThemeVariant) color.Color {
	if name == theme.ColorNameShadow {
		return color.Transparent
	}
	return s.Theme.Color(name, variant)
}

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
