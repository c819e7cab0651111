package attach

import (
	"bytes"
	"encoding/binary"
	"fmt"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"

	"golang.org/x/image/tiff"

	"technopark/reports/pdf"
)

// frame is a picture that fills a sheet.
type frame = pdf.Picture

// maxPixels bounds what is decoded: 600 dpi of A3 in both directions, and some.
const maxPixels = 120_000_000

// framesOfPicture decodes a file of pictures into sheets.
func framesOfPicture(kind string, data []byte) ([]frame, error) {
	images, err := decode(kind, data)
	if err != nil {
		return nil, err
	}
	var frames []frame
	for _, img := range images {
		f, err := encode(img, kind)
		if err != nil {
			return nil, err
		}
		frames = append(frames, f)
	}
	return frames, nil
}

func decode(kind string, data []byte) ([]image.Image, error) {
	if kind == TIFF {
		return framesOf(data)
	}
	config, _, err := image.DecodeConfig(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	if config.Width*config.Height > maxPixels {
		return nil, ErrTooBig
	}
	img, _, err := image.Decode(bytes.NewReader(data))
	if err != nil {
		return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return []image.Image{upright(img, turnOf(kind, data))}, nil
}

// encode writes a picture in a form that every reader of PDF knows: photographs as JPEG,
// what was drawn or scanned in black and white without loss.
func encode(img image.Image, kind string) (frame, error) {
	size := img.Bounds().Size()
	var out bytes.Buffer
	if kind == JPEG {
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

// framesOf returns all pictures of a TIFF file. The decoder reads the first directory
// only, so it is shown a file whose header points to each in turn.
func framesOf(data []byte) ([]image.Image, error) {
	var order binary.ByteOrder = binary.LittleEndian
	if data[0] == 'M' {
		order = binary.BigEndian
	}
	var images []image.Image
	seen := map[uint32]bool{}
	at, ok := number32(data, order, 4)
	for ok && at != 0 && !seen[at] && len(images) < maxPictures {
		seen[at] = true
		copied := bytes.Clone(data)
		order.PutUint32(copied[4:], at)
		config, err := tiff.DecodeConfig(bytes.NewReader(copied))
		if err == nil && config.Width*config.Height > maxPixels {
			return nil, ErrTooBig
		}
		img, err := tiff.Decode(bytes.NewReader(copied))
		if err != nil {
			return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
		}
		images = append(images, img)
		if int(at)+2 > len(data) {
			break
		}
		entries := int(order.Uint16(data[at:]))
		at, ok = number32(data, order, int(at)+2+12*entries)
	}
	if len(images) == 0 {
		return nil, ErrDamaged
	}
	return images, nil
}

func number32(data []byte, order binary.ByteOrder, at int) (uint32, bool) {
	if at < 0 || at+4 > len(data) {
		return 0, false
	}
	n := order.Uint32(data[at:])
	return n, int64(n)+2 <= int64(len(data))
}

// turned is a picture seen from another side, as cameras mark it (EXIF orientation 1–8).
type turned struct {
	image.Image
	side int
}

func upright(img image.Image, side int) image.Image {
	if side <= 1 || side > 8 {
		return img
	}
	return turned{img, side}
}

// Bounds is called by the encoders.
func (t turned) Bounds() image.Rectangle {
	size := t.Image.Bounds().Size()
	if t.side >= 5 {
		size.X, size.Y = size.Y, size.X
	}
	return image.Rectangle{Max: size}
}

// At is called by the encoders.
func (t turned) At(x, y int) color.Color {
	from := t.Image.Bounds()
	right, bottom := from.Dx()-1, from.Dy()-1
	switch t.side {
	case 2:
		x = right - x
	case 3:
		x, y = right-x, bottom-y
	case 4:
		y = bottom - y
	case 5:
		x, y = y, x
	case 6:
		x, y = y, bottom-x
	case 7:
		x, y = right-y, bottom-x
	case 8:
		x, y = right-y, x
	}
	return t.Image.At(from.Min.X+x, from.Min.Y+y)
}

// turnOf reads the orientation a camera wrote; 1 when there is none.
func turnOf(kind string, data []byte) int {
	if kind != JPEG {
		return 1
	}
	at := bytes.Index(data[:min(len(data), 1<<16)], []byte("Exif\x00\x00"))
	if at < 0 || at+14 > len(data) {
		return 1
	}
	exif := data[at+6:]
	var order binary.ByteOrder = binary.LittleEndian
	if exif[0] == 'M' {
		order = binary.BigEndian
	}
	start, ok := number32(exif, order, 4)
	if !ok {
		return 1
	}
	for i := range int(order.Uint16(exif[start:])) {
		entry := int(start) + 2 + 12*i
		if entry+10 > len(exif) {
			break
		}
		if order.Uint16(exif[entry:]) == 0x0112 {
			return int(order.Uint16(exif[entry+8:]))
		}
	}
	return 1
}
