package ui

import (
	"bytes"
	"cmp"
	"flag"
	"image"
	"image/color"
	"image/draw"
	"image/png"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/guide"
	"technopark/app/ui/kit"
	"technopark/assets"
)

// Where the pictures of the guide are written, see .ci/pictures; without a directory those that are
// there are looked at.
var guidePictures = flag.String("guide.pictures", "", "directory to draw the pictures of the guide into")

// pictured screens of the guide, over the demonstration park.
var guideScreens = []string{"home", "resident", "resident_report", "card", "collect", "check", "indicators", "place", "package", "backups"}

// mostOfPicture is how large the file of a picture may be: they travel inside the program.
const mostOfPicture = 60_000

func TestPicturesOfTheGuide(t *testing.T) {
	if *guidePictures != "" {
		drawGuide(t)
		return
	}
	used := map[string]bool{}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, p := range guide.In(lang).Pages() {
			for _, b := range p.Blocks {
				used[b.File] = b.Kind == guide.Picture
			}
		}
	}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		for _, id := range guideScreens {
			name := guidePicture(id, lang)
			data, ok := assets.GuidePicture(name)
			if !ok || len(data) > mostOfPicture || !used[name] {
				t.Errorf("%s: there %t, %d bytes, on a page %t", name, ok, len(data), used[name])
			}
			delete(used, name)
		}
	}
	for name, picture := range used {
		if picture {
			t.Errorf("%s is drawn by nothing", name)
		}
	}
}

// guidePicture names the picture of a screen in the guide of a language.
func guidePicture(id string, lang app.Lang) string {
	if lang == app.EN {
		return id + "-en.png"
	}
	return id + ".png"
}

// drawGuide draws the screens in both languages.
func drawGuide(t *testing.T) {
	parks, work := parks()[:1], filepath.Join(os.TempDir(), "technopark") // its name is on the pictures
	if err := os.Mkdir(work, 0o700); err != nil {
		t.Fatal(err)
	}
	defer func() { _ = os.RemoveAll(work) }()
	makePictured(t, work, parks)
	for _, lang := range []app.Lang{app.RU, app.EN} {
		shot{"sample", "light", 100, fyne.NewSize(960, 580), lang}.drawGuide(t, work)
	}
}

// drawGuide draws the screens of the guide and writes them with few colours.
func (s shot) drawGuide(t *testing.T, work string) {
	t.Helper()
	w := s.window(t)
	defer w.closeStore()
	w.OpenFile(filepath.Join(work, s.data+".tpark"))
	w.win.Resize(s.size)
	for _, id := range guideScreens {
		if id == "card" {
			w.desk.ShowCard(app.Place{Type: "resident", ID: 1})
		} else {
			w.navigate(id)
		}
		var file bytes.Buffer
		encoder := png.Encoder{CompressionLevel: png.BestCompression}
		if err := encoder.Encode(&file, fewColours(w.win.Canvas().Capture())); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(filepath.Join(*guidePictures, guidePicture(id, s.lang)), file.Bytes(), 0o600); err != nil {
			t.Fatal(err)
		}
	}
}

// colours is how many a picture of the guide has.
const colours = 64

// fewColours returns a picture in the colours of marks, which are rare, and the most frequent others.
func fewColours(from image.Image) *image.Paletted {
	at, counts := from.Bounds(), map[color.RGBA]int{}
	for y := at.Min.Y; y < at.Max.Y; y++ {
		for x := at.Min.X; x < at.Max.X; x++ {
			c := color.RGBAModel.Convert(from.At(x, y)).(color.RGBA)
			counts[color.RGBA{c.R, c.G, c.B, 0xFF}]++
		}
	}
	known := slices.SortedFunc(maps.Keys(counts), func(a, b color.RGBA) int {
		return cmp.Or(counts[b]-counts[a], int(a.R)-int(b.R), int(a.G)-int(b.G), int(a.B)-int(b.B))
	})
	var palette color.Palette
	for _, mark := range []fyne.ThemeColorName{kit.ColorError, kit.ColorWarning, kit.ColorReady, kit.ColorMissing, kit.ColorExplained, kit.ColorAccent} {
		palette = append(palette, kit.Colour(mark))
	}
	for _, c := range known[:min(colours-1, len(known))] {
		palette = append(palette, c)
	}
	to := image.NewPaletted(at, append(palette, color.White))
	draw.Draw(to, at, from, at.Min, draw.Src)
	return to
}
