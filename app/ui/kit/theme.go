package kit

import (
	"image/color"
	"sync"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"

	"technopark/assets"
)

// Names of sizes the toolkit does not have. Between things there is one of the spaces and
// nothing else.
const (
	SizeFigure fyne.ThemeSizeName = "technopark.figure" // of the one large figure of a screen
	SizeRow    fyne.ThemeSizeName = "technopark.row"    // height of a table row, an entry and a button
	SizeNav    fyne.ThemeSizeName = "technopark.nav"    // height of a line of the navigation
	SizeHead2  fyne.ThemeSizeName = "technopark.head2"  // height of the head of a table in two lines; in one it is a row
	SizeHeader fyne.ThemeSizeName = "technopark.header" // height of the head of a screen, a bar of what is ticked, the foot of a wizard
	SizePark   fyne.ThemeSizeName = "technopark.park"   // height of the bar of park and year
	SizeStatus fyne.ThemeSizeName = "technopark.status" // height of the line at the foot of the window

	SpaceHair   fyne.ThemeSizeName = "technopark.space.2"  // between a mark and what it marks
	SpaceInside fyne.ThemeSizeName = "technopark.space.4"  // inside a control
	SpaceNear   fyne.ThemeSizeName = "technopark.space.8"  // between controls
	SpaceEdge   fyne.ThemeSizeName = "technopark.space.12" // at the edge of a page
	SpaceBlock  fyne.ThemeSizeName = "technopark.space.16" // between blocks
	SpaceColumn fyne.ThemeSizeName = "technopark.space.24" // between columns
)

// Bounds of the size of texts, in percent, and the smallest type that can be read.
const (
	leastPercent = 80
	mostPercent  = 200
	leastType    = 10
)

// Theme is the calm, compact look of an office program: neutral, one accent, rows of 28
// pixels at 100 %. Which look it has the user says, not the system: its contrasts are
// computed, and a window that turns dark at dusk is a surprise.
type Theme struct {
	scale         float32
	look          Look
	colours       map[fyne.ThemeColorName]color.Color
	regular, bold fyne.Resource
	base          fyne.Theme
}

// NewTheme returns the theme with texts at the given percentage, 80 to 200, in a look.
func NewTheme(percent int, look Look) *Theme {
	t := &Theme{
		scale:   float32(min(max(percent, leastPercent), mostPercent)) / 100,
		look:    look,
		colours: map[fyne.ThemeColorName]color.Color{},
		regular: faces().regular,
		bold:    faces().bold,
		base:    theme.DefaultTheme(),
	}
	for name, token := range tokens() {
		t.colours[name] = token.in(look)
	}
	return t
}

// face is the type of the window in both weights.
type face struct{ regular, bold fyne.Resource }

// faces is the same for all themes: the toolkit keeps what it has parsed of each resource.
var faces = sync.OnceValue(func() face {
	fonts := assets.Fonts()
	return face{
		regular: fyne.NewStaticResource("LiberationSans-Regular.ttf", []byte(fonts.Sans)),
		bold:    fyne.NewStaticResource("LiberationSans-Bold.ttf", []byte(fonts.SansBold)),
	}
})

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
	if size, ok := typeSize(name); ok {
		return max(size*t.scale, leastType)
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
		theme.SizeNamePopupRadius, theme.SizeNameMenuRadius, theme.SizeNameDialogRadius,
		theme.SizeNameCardRadius, theme.SizeNameScrollBarRadius:
		return 3, true
	case theme.SizeNameModalBlurRadius:
		return 0, true
	}
	return 0, false
}

func typeSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNameText, theme.SizeNameSubHeadingText:
		return 13, true
	case theme.SizeNameCaptionText:
		return 11, true
	case theme.SizeNameHeadingText:
		return 17, true
	case SizeFigure:
		return 26, true
	}
	return 0, false
}

func scaledSize(name fyne.ThemeSizeName) (float32, bool) {
	switch name {
	case theme.SizeNamePadding, SpaceInside:
		return 4, true
	case theme.SizeNameLineSpacing:
		return 3, true
	case theme.SizeNameInnerPadding: // half of what a row is higher than a line of text
		return 6, true
	case theme.SizeNameInlineIcon, SpaceBlock:
		return 16, true
	case theme.SizeNameScrollBar, SpaceEdge:
		return 12, true
	case theme.SizeNameScrollBarSmall, theme.SizeNameSplitThickness:
		return 5, true
	case SizeRow:
		return 28, true
	case SizeNav, SizeStatus, SpaceColumn:
		return 24, true
	case SizeHead2, SizePark:
		return 40, true
	case SizeHeader:
		return 44, true
	case SpaceHair:
		return 2, true
	case SpaceNear:
		return 8, true
	}
	return 0, false
}

// Units returns a length of the screen at 100 %: what fits is a matter of how large texts are.
func Units(length float32) float32 { return length / (Size(SizeRow) / 28) }

// Pixels returns a length given at 100 % as it is on the screen.
func Pixels(units float32) float32 { return units * Size(SizeRow) / 28 }

// Color returns a colour of the look.
func (t *Theme) Color(name fyne.ThemeColorName, _ fyne.ThemeVariant) color.Color {
	if c, ok := t.colours[alias(name)]; ok {
		return c
	}
	if c, ok := veil(name, t.look); ok {
		return c
	}
	variant := theme.VariantDark
	if t.look == Light {
		variant = theme.VariantLight
	}
	return t.base.Color(name, variant)
}
