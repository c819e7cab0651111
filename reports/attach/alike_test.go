package attach

import (
	"image"
	"image/color"
	"image/draw"
	"math/rand/v2"
	"testing"
)

// strokes is a white sheet with black strokes a dot and a half wide.
func strokes() *image.RGBA {
	sheet := image.NewRGBA(image.Rect(0, 0, 400, 300))
	draw.Draw(sheet, sheet.Rect, image.White, image.Point{}, draw.Src)
	for x := 20; x < 380; x += 9 {
		for y := 40; y < 52; y++ {
			sheet.Set(x, y, color.Black)
			sheet.Set(x+1, y, color.Gray{128})
		}
	}
	draw.Draw(sheet, image.Rect(100, 150, 300, 250), image.NewUniform(color.Gray{225}), image.Point{}, draw.Src)
	return sheet
}

// Edges a dot off and the noise of a photograph show the same; a stroke taken off, a bleached
// mark or a dot put on do not.
func TestPicturesThatShowTheSame(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for name, c := range map[string]struct {
		change func(*image.RGBA)
		differ bool
	}{
		"nothing": {func(*image.RGBA) {}, false},
		"an edge a dot off": {func(i *image.RGBA) {
			for y := 40; y < 52; y++ {
				i.Set(20, y, color.Gray{128})
				i.Set(21, y, color.Black)
			}
		}, false},
		"noise": {func(i *image.RGBA) {
			for n := range i.Pix {
				if n%4 != 3 && random.IntN(3) == 0 {
					i.Pix[n] = uint8(max(0, min(255, int(i.Pix[n])+random.IntN(13)-6)))
				}
			}
		}, false},
		"a stroke taken off": {func(i *image.RGBA) { draw.Draw(i, image.Rect(20, 40, 22, 52), image.White, image.Point{}, draw.Src) }, true},
		"a bleached mark": {func(i *image.RGBA) {
			draw.Draw(i, image.Rect(100, 150, 300, 250), image.White, image.Point{}, draw.Src)
		}, true},
		"a dot put on": {func(i *image.RGBA) {
			draw.Draw(i, image.Rect(200, 100, 202, 102), image.Black, image.Point{}, draw.Src)
		}, true},
		"another colour": {func(i *image.RGBA) {
			draw.Draw(i, image.Rect(20, 40, 60, 52), image.NewUniform(color.RGBA{R: 200, A: 255}), image.Point{}, draw.Src)
		}, true},
	} {
		one, other := strokes(), strokes()
		c.change(other)
		if got := len(differing(one, other, 100/72.0)) > 0; got != c.differ {
			t.Errorf("%s: differ %v, want %v", name, got, c.differ)
		}
	}
}

func TestWordsAreComparedWithoutTheirSpaces(t *testing.T) {
	if wordsOf("Итого 1 234,5\r\nвсего") != wordsOf("всего\nИтого 1\u00a0234,5 ") || wordsOf("12") == wordsOf("13") {
		t.Error("words are not compared by their signs")
	}
}
