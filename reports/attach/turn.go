package attach

import (
	"bytes"
	"encoding/binary"
	"image"
	"image/color"
)

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
