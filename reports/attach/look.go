package attach

import (
	"context"
	"errors"
	"fmt"
	"image"
	"image/draw"
	"math"

	"github.com/makiuchi-d/gozxing"
	"github.com/makiuchi-d/gozxing/qrcode"
)

// PageCount returns how many pages a PDF has.
func PageCount(data []byte) (int, error) {
	t, err := parsedOf(data).ask(context.Background(), question{Ask: askCount})
	return t.Count, err
}

// Page draws a page of a PDF, counted from 0, at a density in dots an inch.
func Page(data []byte, page, dpi int) (image.Image, error) {
	return pictureElsewhere(data, question{Page: page, DPI: dpi})
}

// PageWithin draws a page of a PDF, counted from 0, as large as fits into so many dots; a
// side that is 0 does not bound it.
func PageWithin(data []byte, page int, room image.Point) (image.Image, error) {
	return pictureElsewhere(data, question{Page: page, Room: room})
}

func pictureElsewhere(data []byte, q question) (image.Image, error) {
	q.Ask = askPicture
	t, err := parsedOf(data).ask(context.Background(), q)
	if err != nil {
		return nil, err
	}
	return t.Picture, nil
}

// picture draws a page at a density or, where that is 0, as large as fits.
func picture(data []byte, page, dpi int, within image.Point) (*image.RGBA, error) {
	return drawn(data, page, func(w, h float64) image.Point {
		if dpi == 0 {
			return within
		}
		return image.Pt(int(math.Ceil(w*float64(dpi)/72)), int(math.Ceil(h*float64(dpi)/72)))
	})
}

func drawn(data []byte, page int, room func(w, h float64) image.Point) (img *image.RGBA, err error) {
	err = open(data, func(o opened) error {
		w, h, err := o.size(page)
		if err != nil {
			return err
		}
		picture, free, err := o.draw(page, room(w, h))
		if err != nil {
			return err
		}
		defer free()
		img = copied(picture)
		return nil
	})
	return img, err
}

// copied takes a picture out of the memory of the renderer.
func copied(img image.Image) *image.RGBA {
	b := img.Bounds()
	out := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	if from, ok := img.(*image.RGBA); ok {
		for y := range b.Dy() {
			copy(out.Pix[y*out.Stride:], from.Pix[y*from.Stride:y*from.Stride+4*b.Dx()])
		}
		return out
	}
	for y := range b.Dy() {
		for x := range b.Dx() {
			out.Set(x, y, img.At(b.Min.X+x, b.Min.Y+y))
		}
	}
	return out
}

// ErrNoCode says that no two-dimensional code could be read.
var ErrNoCode = errors.New("no two-dimensional code could be read")

// ReadCode reads the QR code in a picture.
func ReadCode(img image.Image) (string, error) {
	w, h := img.Bounds().Dx(), img.Bounds().Dy()
	source, err := gozxing.NewPlanarYUVLuminanceSource(greyOf(img), w, h, 0, 0, w, h, false)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoCode, err)
	}
	bits, err := gozxing.NewBinaryBitmap(gozxing.NewHybridBinarizer(source))
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoCode, err)
	}
	hints := map[gozxing.DecodeHintType]any{gozxing.DecodeHintType_TRY_HARDER: true, gozxing.DecodeHintType_CHARACTER_SET: "UTF-8"}
	found, err := qrcode.NewQRCodeReader().Decode(bits, hints)
	if err != nil {
		return "", fmt.Errorf("%w: %w", ErrNoCode, err)
	}
	return found.GetText(), nil
}

// greyOf returns how light each dot of a picture is on white paper, row by row.
func greyOf(img image.Image) []byte {
	b := img.Bounds()
	paper := image.NewRGBA(image.Rect(0, 0, b.Dx(), b.Dy()))
	draw.Draw(paper, paper.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Rect, img, b.Min, draw.Over)
	grey := make([]byte, len(paper.Pix)/4)
	for n := range grey {
		dot := paper.Pix[4*n : 4*n+3]
		grey[n] = byte((int(dot[0]) + 2*int(dot[1]) + int(dot[2])) / 4)
	}
	return grey
}
