package attach_test

import (
	"bytes"
	"fmt"
	"image"
	"image/png"
	"testing"

	"github.com/jung-kurt/gofpdf"
)

// shared returns a PDF of so many pages and as many pictures: all pages share one list of
// them, as those of our own sheets do, and each draws one.
func shared(tb testing.TB, pages int) []byte {
	tb.Helper()
	f := gofpdf.New("P", "pt", "A4", "")
	f.SetFont("Helvetica", "", 10)
	for i := range pages {
		img := image.NewGray(image.Rect(0, 0, 40, 40))
		img.Pix[0], img.Pix[1] = byte(i), byte(i>>8)
		var data bytes.Buffer
		if err := png.Encode(&data, img); err != nil {
			tb.Fatal(err)
		}
		name := fmt.Sprint("p", i)
		f.RegisterImageOptionsReader(name, gofpdf.ImageOptions{ImageType: "png"}, &data)
		f.AddPage()
		for line := range 60 {
			f.Text(40, 40+float64(12*line), "Сведения о резидентах технопарка, которые стоят в таблице на этом листе")
		}
		f.Image(name, 10, 10, 20, 20, false, "", 0, "")
	}
	var out bytes.Buffer
	if err := f.Output(&out); err != nil {
		tb.Fatal(err)
	}
	return out.Bytes()
}

func BenchmarkDigests(b *testing.B) {
	for _, pages := range []int{100, 200, 400} {
		data := shared(b, pages)
		b.Run(fmt.Sprint(pages), func(b *testing.B) {
			for b.Loop() {
				if _, err := parsed(b, data).Digests(sealName); err != nil {
					b.Fatal(err)
				}
			}
		})
	}
}
