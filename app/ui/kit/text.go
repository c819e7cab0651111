package kit

import (
	"image/color"
	"math"
	"strings"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/theme"
)

const ellipsis = "…"

// Colour returns a colour of the theme.
func Colour(name fyne.ThemeColorName) color.Color {
	return fyne.CurrentApp().Settings().Theme().Color(name, theme.VariantLight)
}

// Size returns a size of the theme.
func Size(name fyne.ThemeSizeName) float32 {
	return fyne.CurrentApp().Settings().Theme().Size(name)
}

// NewText returns one line in a colour and a size of the theme.
func NewText(text string, colour fyne.ThemeColorName, textSize fyne.ThemeSizeName) *canvas.Text {
	line := canvas.NewText(text, Colour(colour))
	line.TextSize = Size(textSize)
	return line
}

func width(text string, textSize float32, style fyne.TextStyle) float32 {
	return fyne.MeasureText(text, textSize, style).Width
}

// fit returns the text, or as much of its beginning as the width holds and «…».
func fit(text string, room, textSize float32, style fyne.TextStyle) string {
	if text == "" || width(text, textSize, style) <= room {
		return text
	}
	runes := []rune(text)
	low, high := 0, len(runes)
	for low < high {
		middle := (low + high + 1) / 2
		if width(string(runes[:middle])+ellipsis, textSize, style) <= room {
			low = middle
		} else {
			high = middle - 1
		}
	}
	return strings.TrimRight(string(runes[:low]), " ,") + ellipsis
}

// wrap breaks the text at its plain spaces into lines of the width, at most limit of
// them (0 for any number); the last ends in «…» when something is left.
func wrap(text string, room, textSize float32, limit int) []string {
	var lines []string
	line := ""
	for _, word := range strings.Split(text, " ") {
		longer := strings.Trim(line+" "+word, " ")
		if line != "" && width(longer, textSize, fyne.TextStyle{}) > room {
			lines = append(lines, line)
			longer = word
		}
		line = longer
	}
	if line != "" {
		lines = append(lines, line)
	}
	if limit > 0 && len(lines) > limit {
		lines = append(lines[:limit-1], strings.Join(lines[limit-1:], " "))
	}
	for i := range lines {
		lines[i] = fit(lines[i], room, textSize, fyne.TextStyle{})
	}
	return lines
}

// leastRoom returns the least width in which a text breaks into no more lines than the limit.
func leastRoom(text string, textSize float32, limit int) float32 {
	words := strings.Split(text, " ")
	least := width(text, textSize, fyne.TextStyle{})
	for from := range words {
		for to := from + 1; to <= len(words); to++ {
			room := width(strings.Join(words[from:to], " "), textSize, fyne.TextStyle{})
			if room < least && breaksInto(words, room, textSize) <= limit {
				least = room
			}
		}
	}
	return least
}

// breaksInto returns how many lines the words take in a room; one too wide for it makes them
// more than any limit.
func breaksInto(words []string, room, textSize float32) int {
	lines, line := 1, ""
	for _, word := range words {
		longer := strings.Trim(line+" "+word, " ")
		if width(longer, textSize, fyne.TextStyle{}) > room {
			if line == "" || width(word, textSize, fyne.TextStyle{}) > room {
				return math.MaxInt
			}
			lines, longer = lines+1, word
		}
		line = longer
	}
	return lines
}
