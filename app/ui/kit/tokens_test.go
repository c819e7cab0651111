package kit

import (
	"image/color"
	"math"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/theme"
)

// luminance is the relative luminance of WCAG 2.
func luminance(c color.Color) float64 {
	linear := func(v uint32) float64 {
		s := float64(v) / 0xFFFF
		if s <= 0.04045 {
			return s / 12.92
		}
		return math.Pow((s+0.055)/1.055, 2.4)
	}
	r, g, b, _ := c.RGBA()
	return 0.2126*linear(r) + 0.7152*linear(g) + 0.0722*linear(b)
}

func contrastOf(a, b color.Color) float64 {
	x, y := luminance(a), luminance(b)
	return (max(x, y) + 0.05) / (min(x, y) + 0.05)
}

// over lays a translucent colour over a ground.
func over(veil, ground color.Color) color.Color {
	v, g := color.NRGBAModel.Convert(veil).(color.NRGBA), color.NRGBAModel.Convert(ground).(color.NRGBA)
	mix := func(a, b uint8) uint8 { return uint8((int(a)*int(v.A) + int(b)*(0xFF-int(v.A))) / 0xFF) }
	return color.NRGBA{mix(v.R, g.R), mix(v.G, g.G), mix(v.B, g.B), 0xFF}
}

func TestEveryWordCanBeReadOnEveryGround(t *testing.T) {
	if got := contrastOf(color.White, color.Black); math.Abs(got-21) > 0.01 {
		t.Fatalf("black on white is %.2f, not 21", got)
	}
	words := []fyne.ThemeColorName{ColorText, ColorMuted, ColorAccent, ColorError, ColorWarning, ColorExplained, ColorReady, ColorMissing}
	grounds := []fyne.ThemeColorName{ColorBackground, ColorPanel, ColorStripe, ColorSelected, ColorSelected2, ColorButton}
	for _, look := range Looks() {
		at := func(name fyne.ThemeColorName) color.Color { return NewTheme(100, look).Color(name, theme.VariantLight) }
		for _, word := range words {
			for _, ground := range grounds {
				if got := contrastOf(at(word), at(ground)); got < 4.5 {
					t.Errorf("%v: %s on %s is %.2f, not 4.5", look, word, ground, got)
				}
			}
		}
		for _, ground := range []fyne.ThemeColorName{ColorAccent, ColorError, ColorReady, ColorWarning} {
			if got := contrastOf(at(ColorOnAccent), at(ground)); got < 4.5 {
				t.Errorf("%v: words on %s are %.2f, not 4.5", look, ground, got)
			}
		}
		for _, ground := range []fyne.ThemeColorName{ColorBackground, ColorPanel} {
			for _, line := range []fyne.ThemeColorName{ColorBorder, ColorAccent} { // a ring is of the accent
				if got := contrastOf(at(line), at(ground)); got < 3 {
					t.Errorf("%v: %s on %s is %.2f, not 3", look, line, ground, got)
				}
			}
		}
	}
}

// A veil over a button must leave its words readable: the mouse and the keyboard are on it
// just when it is read.
func TestVeilsLeaveWordsReadable(t *testing.T) {
	for _, look := range Looks() {
		at := func(name fyne.ThemeColorName) color.Color { return NewTheme(100, look).Color(name, theme.VariantLight) }
		for _, name := range []fyne.ThemeColorName{theme.ColorNameHover, theme.ColorNameFocus} {
			if got := contrastOf(at(ColorText), over(at(name), at(ColorButton))); got < 4.5 {
				t.Errorf("%v: text on a button under %s is %.2f", look, name, got)
			}
			if got := contrastOf(at(ColorOnAccent), over(at(name), at(ColorAccent))); got < 4.5 {
				t.Errorf("%v: words on the blue button under %s are %.2f", look, name, got)
			}
		}
	}
}

func TestNamesOfTheToolkitAreOfTheLook(t *testing.T) {
	for _, look := range Looks() {
		th := NewTheme(100, look)
		for name, want := range map[fyne.ThemeColorName]fyne.ThemeColorName{
			theme.ColorNameInputBackground: ColorBackground, theme.ColorNamePlaceHolder: ColorMuted,
			theme.ColorNameHyperlink: ColorAccent, theme.ColorNameSelection: ColorSelected, theme.ColorNameHeaderBackground: ColorPanel,
		} {
			if got := th.Color(name, theme.VariantDark); got != th.Color(want, theme.VariantLight) {
				t.Errorf("%v: %s is %v", look, name, got)
			}
		}
		if LookNamed(look.String()) != look {
			t.Errorf("the look %v is read back as another", look)
		}
	}
	if LookNamed("розовое") != Light {
		t.Error("an unknown look is not the light one")
	}
}

func TestSmallTextsStayReadable(t *testing.T) {
	small, large := NewTheme(10, Light), NewTheme(900, Light)
	for _, name := range []fyne.ThemeSizeName{theme.SizeNameText, theme.SizeNameCaptionText, theme.SizeNameHeadingText, SizeFigure} {
		if got := small.Size(name); got < 10 {
			t.Errorf("%s is %v at 80 %%", name, got)
		}
	}
	if got := small.Size(SizeRow); math.Abs(float64(got-22.4)) > 0.001 {
		t.Errorf("a row is %v at 80 %%", got)
	}
	if got := large.Size(SizeRow); got != 56 {
		t.Errorf("a row is %v at 200 %%", got)
	}
	if small.Size(theme.SizeNameSeparatorThickness) != 1 {
		t.Error("lines shrink")
	}
}

// Lines are not drawn round questions: what lies round them is dimmed, in black by light.
func TestQuestionsStandOut(t *testing.T) {
	for look, least := range map[Look]float64{Light: 1.4, Dark: 1.2, Contrast: 3} {
		worn := NewTheme(100, look)
		ground := worn.Color(theme.ColorNameOverlayBackground, 0)
		around := over(worn.Color(theme.ColorNameShadow, 0), worn.Color(ColorBackground, 0))
		if got := contrastOf(ground, around); got < least {
			t.Errorf("%v: a question has a contrast of %.2f to what lies round it", look, got)
		}
	}
}
