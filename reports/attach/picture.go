package attach

import (
	"bytes"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"math"

	"technopark/reports/pdf"
)

// frame is a picture that fills a sheet.
type frame = pdf.Picture

// maxPixels bounds what is decoded: 600 dpi of A3 in both directions, and some.
const maxPixels = 120_000_000

// framesOfPicture decodes a file of pictures into sheets, one at a time: a scan of a
// hundred pages must not lie unpacked in memory.
func framesOfPicture(kind string, data []byte) ([]frame, error) {
	var frames []frame
	err := eachPicture(kind, data, func(img image.Image, aspect float64, photo bool) error {
		f, err := encode(img, photo)
		f.W = int(math.Round(float64(f.W) * aspect))
		frames = append(frames, f)
		return err
	})
	return frames, err
}

// eachPicture calls do with the pictures of a file, upright. aspect is how much wider than
// high a dot is; photo says that a loss nobody sees is no harm.
func eachPicture(kind string, data []byte, do func(img image.Image, aspect float64, photo bool) error) (err error) {
	defer func() {
		if p := recover(); p != nil { // a colour that its palette does not have
			err = fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	if kind == TIFF {
		return eachOfTIFF(data, do)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil && kind != JPEG {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if err == nil && config.Width*config.Height > maxPixels {
		return ErrHuge
	}
	var img image.Image
	if kind == JPEG {
		if img, err = decodeJPEG(data); err != nil {
			if shown, err2 := byPdfium(data); err2 == nil {
				img, err = shown, nil
			}
		}
	} else {
		img, _, err = image.Decode(bytes.NewReader(data))
	}
	if err != nil {
		return fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return do(upright(img, turnOf(kind, data)), 1, kind == JPEG)
}

// countPictures returns how many sheets a file of pictures gives.
func countPictures(kind string, data []byte) (n int, err error) {
	err = eachPicture(kind, data, func(image.Image, float64, bool) error {
		n++
		return nil
	})
	return n, err
}

// encode writes a picture in a form that every reader of PDF knows: photographs as JPEG,
// what was drawn or scanned in black and white without loss.
func encode(img image.Image, photo bool) (frame, error) {
	size := img.Bounds().Size()
	var out bytes.Buffer
	if photo {
		err := jpeg.Encode(&out, img, &jpeg.Options{Quality: 92})
		return frame{Data: out.Bytes(), Type: "jpg", W: size.X, H: size.Y}, err
	}
	err := (&png.Encoder{CompressionLevel: png.DefaultCompression}).Encode(&out, flat(img))
	return frame{Data: out.Bytes(), Type: "png", W: size.X, H: size.Y}, err
}

// flat lays a picture on white paper, in eight bits, grey where it has no colour. The
// picture is changed where that saves another of its size: scans take hundreds of megabytes.
func flat(img image.Image) image.Image {
	switch img := img.(type) {
	case *image.Gray:
		return img
	case *image.Paletted:
		return flatPalette(img)
	case *image.NRGBA:
		return greyIfGrey(&image.RGBA{Pix: onWhite(img.Pix, false), Stride: img.Stride, Rect: img.Rect})
	case *image.RGBA:
		return greyIfGrey(&image.RGBA{Pix: onWhite(img.Pix, true), Stride: img.Stride, Rect: img.Rect})
	}
	r := img.Bounds()
	paper := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), img, r.Min, draw.Over)
	return greyIfGrey(paper)
}

// onWhite lays dots of four bytes on white, in their place. In those that are multiplied
// the colours hold their share of the light already.
func onWhite(dots []byte, multiplied bool) []byte {
	for i := 0; i+3 < len(dots); i += 4 {
		alpha := uint32(dots[i+3])
		if alpha == 255 {
			continue
		}
		for c := i; c < i+3; c++ {
			share := uint32(dots[c])
			if !multiplied {
				share = (share*alpha + 127) / 255
			}
			dots[c] = byte(min(255, share+255-alpha))
		}
		dots[i+3] = 255
	}
	return dots
}

// flatPalette lays the colours of a picture on white.
func flatPalette(img *image.Paletted) image.Image {
	grey := true
	table := make(color.Palette, len(img.Palette))
	var light [256]byte
	for i, c := range img.Palette {
		n := color.NRGBAModel.Convert(c).(color.NRGBA)
		dot := onWhite([]byte{n.R, n.G, n.B, n.A}, false)
		table[i] = color.RGBA{dot[0], dot[1], dot[2], 255}
		grey = grey && dot[0] == dot[1] && dot[0] == dot[2]
		light[i&0xFF] = dot[0]
	}
	if !grey {
		return &image.Paletted{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect, Palette: table}
	}
	for i, n := range img.Pix {
		img.Pix[i] = light[n]
	}
	return &image.Gray{Pix: img.Pix, Stride: img.Stride, Rect: img.Rect}
}

// greyIfGrey returns a picture in one byte a dot if it has no colour.
func greyIfGrey(img *image.RGBA) image.Image {
	for i := 0; i+3 < len(img.Pix); i += 4 {
		if img.Pix[i] != img.Pix[i+1] || img.Pix[i] != img.Pix[i+2] {
			return img
		}
	}
	grey := image.NewGray(img.Rect)
	for y := range img.Rect.Dy() {
		row := img.Pix[y*img.Stride:]
		for x := range img.Rect.Dx() {
			grey.Pix[y*grey.Stride+x] = row[4*x]
		}
	}
	return grey
}
