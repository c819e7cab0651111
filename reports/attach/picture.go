package attach

import (
	"bytes"
	"fmt"
	"image"
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
		img, err = decodeJPEG(data)
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

// flat lays a picture on white paper, in eight bits, grey where it has no colour.
func flat(img image.Image) image.Image {
	r := img.Bounds()
	if gray, ok := img.(*image.Gray); ok {
		return gray
	}
	paper := image.NewRGBA(image.Rect(0, 0, r.Dx(), r.Dy()))
	draw.Draw(paper, paper.Bounds(), image.White, image.Point{}, draw.Src)
	draw.Draw(paper, paper.Bounds(), img, r.Min, draw.Over)
	for i := 0; i < len(paper.Pix); i += 4 {
		if paper.Pix[i] != paper.Pix[i+1] || paper.Pix[i] != paper.Pix[i+2] {
			return paper
		}
	}
	gray := image.NewGray(paper.Bounds())
	for i := range gray.Pix {
		gray.Pix[i] = paper.Pix[4*i]
	}
	return gray
}
