package kit

import (
	"image/color"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// Look is how the window is coloured.
type Look uint8

// The looks: paper, night, and one for those who see little.
const (
	Light Look = iota
	Dark
	Contrast
)

// Looks returns all looks, in the order of the menu.
func Looks() []Look { return []Look{Light, Dark, Contrast} }

// String returns the name of a look in the settings and in ids of messages.
func (l Look) String() string {
	switch l {
	case Dark:
		return "dark"
	case Contrast:
		return "contrast"
	}
	return "light"
}

// LookNamed returns the look of a name, the light one for a name that is none.
func LookNamed(name string) Look {
	for _, l := range Looks() {
		if l.String() == name {
			return l
		}
	}
	return Light
}

// Names of colours the toolkit does not have, and of those it has, by what they are for.
const (
	ColorBackground = theme.ColorNameBackground                        // ground of lists and forms
	ColorPanel      = fyne.ThemeColorName("technopark.panel")          // ground of navigation, bars, heads of tables
	ColorStripe     = fyne.ThemeColorName("technopark.stripe")         // ground of every other row
	ColorLine       = theme.ColorNameSeparator                         // hairlines
	ColorBorder     = theme.ColorNameInputBorder                       // what can be typed into or ticked
	ColorTrack      = fyne.ThemeColorName("technopark.track")          // the unfilled part of a bar
	ColorSelected   = fyne.ThemeColorName("technopark.chosen")         // ground of the selected row of what has the keyboard
	ColorSelected2  = fyne.ThemeColorName("technopark.chosen2")        // ground of the selected row elsewhere
	ColorButton     = theme.ColorNameButton                            // ground of a button
	ColorText       = theme.ColorNameForeground                        // words and figures
	ColorMuted      = fyne.ThemeColorName("technopark.muted")          // labels, units, hints, «н/п»
	ColorAccent     = theme.ColorNamePrimary                           // links, the choice, the one button of a screen
	ColorOnAccent   = theme.ColorNameForegroundOnPrimary               // words on the accent
	ColorError      = theme.ColorNameError                             // the mark of an error
	ColorWarning    = theme.ColorNameWarning                           // the mark of a warning
	ColorExplained  = fyne.ThemeColorName("technopark.mark.explained") // the mark of what words have closed
	ColorReady      = theme.ColorNameSuccess                           // the mark of what is done
	ColorMissing    = fyne.ThemeColorName("technopark.mark.missing")   // the mark of what is not there
)

// token is a colour in each of the looks.
type token struct{ light, dark, contrast uint32 }

// in returns the colour in a look.
func (t token) in(look Look) color.NRGBA {
	hex := t.light
	switch look {
	case Dark:
		hex = t.dark
	case Contrast:
		hex = t.contrast
	}
	return color.NRGBA{R: uint8(hex >> 16), G: uint8(hex >> 8), B: uint8(hex), A: 0xFF}
}

// tokens is every colour of the window. Each word has a contrast of at least 4.5 to every
// ground it stands on, each border one of 3: a test computes them (WCAG 2, 1.4.3 and 1.4.11).
func tokens() map[fyne.ThemeColorName]token {
	return map[fyne.ThemeColorName]token{
		ColorBackground: {0xFFFFFF, 0x1E2329, 0x000000},
		ColorPanel:      {0xF0F2F5, 0x272D35, 0x000000},
		ColorStripe:     {0xF8F9FB, 0x232930, 0x000000},
		ColorLine:       {0xD9DEE4, 0x3A424D, 0xFFFFFF},
		ColorBorder:     {0x7F8A98, 0x7D8896, 0xFFFFFF},
		ColorTrack:      {0xD9DEE4, 0x3A424D, 0x4A4A4A},
		ColorSelected:   {0xCFE2F5, 0x223F60, 0x003B8E},
		ColorSelected2:  {0xE2E8EF, 0x333C47, 0x2B2B2B},
		ColorButton:     {0xE6EAEF, 0x37404B, 0x000000},
		ColorText:       {0x1D2733, 0xE4E8ED, 0xFFFFFF},
		ColorMuted:      {0x566270, 0xA9B3BF, 0xFFFFFF},
		ColorAccent:     {0x1B5E9E, 0x7FB5EA, 0xFFFF00},
		ColorOnAccent:   {0xFFFFFF, 0x10202F, 0x000000},
		ColorError:      {0xB3261E, 0xFF9A92, 0xFF9C9C},
		ColorWarning:    {0x855600, 0xF0BE5C, 0xFFD24A},
		ColorExplained:  {0x5B3F8C, 0xC9B3F2, 0xD9C2FF},
		ColorReady:      {0x2B6A33, 0x86CF90, 0x8CFF8C},
		ColorMissing:    {0x4F5B69, 0xB9C2CD, 0xFFFFFF},
	}
}

// alias returns the token the toolkit's name stands for; the name itself for a token.
func alias(name fyne.ThemeColorName) fyne.ThemeColorName {
	switch name {
	case theme.ColorNameMenuBackground, theme.ColorNameOverlayBackground, theme.ColorNameInputBackground:
		return ColorBackground
	case theme.ColorNameHeaderBackground, theme.ColorNameDisabledButton:
		return ColorPanel
	case theme.ColorNamePlaceHolder, theme.ColorNameDisabled:
		return ColorMuted
	case theme.ColorNameHyperlink:
		return ColorAccent
	case theme.ColorNameSelection:
		return ColorSelected
	case theme.ColorNameScrollBar:
		return ColorBorder
	case theme.ColorNameScrollBarBackground:
		return ColorPanel
	case theme.ColorNameForegroundOnError, theme.ColorNameForegroundOnSuccess, theme.ColorNameForegroundOnWarning:
		return ColorOnAccent
	}
	return name
}

// shadows dim what lies under a question or a menu. They have no line round them: on black only
// light parts them from it, and on the dark ground only a deep shadow.
var shadows = map[Look]color.NRGBA{
	Light: {A: 0x30}, Dark: {A: 0x90}, Contrast: {R: 0xFF, G: 0xFF, B: 0xFF, A: 0x60},
}

// veil is laid over a ground to say that something is under the mouse, pressed or has the
// keyboard; the words on it stay readable.
func veil(name fyne.ThemeColorName, look Look) (color.Color, bool) {
	c := tokens()[ColorAccent].in(look)
	switch name {
	case theme.ColorNameHover:
		c.A = 0x14
	case theme.ColorNamePressed:
		c.A = 0x28
	case theme.ColorNameFocus: // a ring says it too: see ring
		c.A = 0x30
	case theme.ColorNameShadow:
		c = shadows[look]
	default:
		return nil, false
	}
	return c, true
}
