package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/assets"
)

// Names of sizes and colours the toolkit does not have.
const (
	SizeRow        fyne.ThemeSizeName  = "technopark.row"     // height of a table row and of an entry
	ColorMuted     fyne.ThemeColorName = "technopark.muted"   // labels, units, hints
	ColorStripe    fyne.ThemeColorName = "technopark.stripe"  // every other row
	ColorPanel     fyne.ThemeColorName = "technopark.panel"   // navigation, bars
	ColorSelected  fyne.ThemeColorName = "technopark.chosen"  // selected row of the list that has the keyboard
	ColorSelected2 fyne.ThemeColorName = "technopark.chosen2" // selected row elsewhere
)

// Theme is the calm, compact look of an office program: light, neutral, one accent,
// rows of 28 pixels at 100 %. It is light whatever the system prefers, because its
// contrasts were measured on paper white.
type Theme struct {
	scale         float32
	regular, bold fyne.Resource
	base          fyne.Theme
}

// NewTheme returns the theme with texts at the given percentage, 100 to 200.
func NewTheme(percent int) *Theme {
	fonts := assets.Fonts()
	return &Theme{
		scale:   float32(min(max(percent, 100), 200)) / 100,
		regular: fyne.NewStaticResource("LiberationSans-Regular.ttf", []byte(fonts.Sans)),
		bold:    fyne.NewStaticResource("LiberationSans-Bold.ttf", []byte(fonts.SansBold)),
		base:    theme.DefaultTheme(),
	}
}

// Font returns the faces of the papers' tables, whose figures are of one width; the
// toolkit's own for the rest.
func (t *Theme) Font(style fyne.TextStyle) fyne.Resource {
	switch {
	case style.Monospace, style.Symbol:
		return t.base.Font(style)
	case style.Bold:
		return t.bold
	}
	return t.regular
}

// Icon returns the toolkit's icons.
func (t *Theme) Icon(name fyne.ThemeIconName) fyne.Resource { return t.base.Icon(name) }

// Size returns a size at the chosen percentage; lines and radii do not grow.
func (t *Theme) Size(name fyne.ThemeSizeName) float32 {
	if fixed, ok := fixedSize(name); ok {
		return fixed
	}
	if size, ok := scaledSize(name); ok {
		return size * t.scale
	}
	return t.base.Size(name)
}

func fixedSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameSeparatorThickness, theme.SizeNameInputBorder:
		return 1, true
	case theme.SizeNameInputRadius, theme.SizeNameSelectionRadius, theme.SizeNameButtonRadius,
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius:
		return 3, true
	case theme.SizeNameDialogRadius, theme.SizeNameCardRadius, theme.SizeNameScrollBarRadius:
		return 4, true
	case theme.SizeNameModalBlurRadius:
		return 0, true
	}
	return 0, false
}

func scaledSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameText:
		return 13, true
	case theme.SizeNameCaptionText:
		return 11, true
	case theme.SizeNameSubHeadingText:
		return 14, true
	case theme.SizeNameHeadingText:
		return 17, true
	case theme.SizeNamePadding, theme.SizeNameLineSpacing:
		return 3, true
	case theme.SizeNameInnerPadding:
		return 6, true
	case theme.SizeNameInlineIcon:
		return 16, true
	case theme.SizeNameScrollBar:
		return 12, true
	case theme.SizeNameScrollBarSmall:
		return 5, true
	case theme.SizeNameSplitThickness:
		return 5, true
	case SizeRow:
		return 28, true
	}
	return 0, false
}

// Color returns a colour of the light palette.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := palette(name); ok {
		return c
	}
	return t.base.Color(name, theme.VariantLight)
}

func palette(name fyne.ThemeColorName) (color.Color, bool) {
	switch name {
	case theme.ColorNameBackground, theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground,
		theme.ColorNameInputBackground, theme.ColorNameForegroundOnPrimary, theme.ColorNameForegroundOnError:
		return rgb(0xFFFFFF), true
	case ColorPanel, theme.ColorNameHeaderBackground, theme.ColorNameDisabledButton:
		return rgb(0xF0F2F5), true
	case ColorStripe:
		return rgb(0xF8F9FB), true
	case theme.ColorNameButton:
		return rgb(0xE6EAEF), true
	case theme.ColorNameForeground:
		return rgb(0x1D2733), true
	case ColorMuted, theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return rgb(0x5A6675), true
	case theme.ColorNamePrimary, theme.ColorNameHyperlink:
		return rgb(0x1B5E9E), true
	case ColorSelected, theme.ColorNameSelection:
		return rgb(0xCFE2F5), true
	case ColorSelected2:
		return rgb(0xE2E8EF), true
	case theme.ColorNameFocus: // laid over buttons of any colour: their text must stay readable
		return color.NRGBA{R: 0x0B, G: 0x2A, B: 0x4A, A: 0x48}, true
	case theme.ColorNameHover:
		return color.NRGBA{R: 0x1B, G: 0x5E, B: 0x9E, A: 0x14}, true
	case theme.ColorNamePressed:
		return color.NRGBA{R: 0x1B, G: 0x5E, B: 0x9E, A: 0x28}, true
	case theme.ColorNameInputBorder, theme.ColorNameScrollBar:
		return rgb(0xB4BDC8), true
	case theme.ColorNameSeparator:
		return rgb(0xD9DEE4), true
	case theme.ColorNameShadow:
		return color.NRGBA{A: 0x30}, true
	case theme.ColorNameError:
		return rgb(0xB3261E), true
	case theme.ColorNameWarning:
		return rgb(0x8A5A00), true
	case theme.ColorNameSuccess:
		return rgb(0x2B6A33), true
	}
	return nil, false
}

func rgb(hex uint32) color.Color {
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}
