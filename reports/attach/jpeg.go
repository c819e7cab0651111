package attach

import (
	"bytes"
	"errors"
	"image"
	"image/jpeg"
	"slices"
)

// decodeJPEG decodes a JPEG file. One of four inks without Adobe's mark is read too, as
// viewers do: its inks are as they are, where Adobe's programs turn them over.
func decodeJPEG(data []byte) (image.Image, error) {
	img, err := jpeg.Decode(bytes.NewReader(data))
	var unsupported jpeg.UnsupportedError
	if err == nil || !errors.As(err, &unsupported) {
		return img, err
	}
	marked, ok := withAdobe(data)
	if !ok {
		return nil, err
	}
	if img, err = jpeg.Decode(bytes.NewReader(marked)); err != nil {
		return nil, err
	}
	return turnedOver(img), nil
}

// withAdobe returns a JPEG file with the mark that says its colours are as they are
// written: RGB or CMYK, not what cameras make of them.
func withAdobe(data []byte) ([]byte, bool) {
	if len(data) < 2 || data[0] != 0xFF || data[1] != markStart {
		return nil, false
	}
	return slices.Concat(data[:2], []byte("\xff\xee\x00\x0eAdobe\x00\x64\x00\x00\x00\x00\x00"), data[2:]), true
}

// turnedOver turns the inks of a picture over; one without inks is left alone.
func turnedOver(img image.Image) image.Image {
	inks, ok := img.(*image.CMYK)
	if !ok {
		return img
	}
	for i := range inks.Pix {
		inks.Pix[i] = 255 - inks.Pix[i]
	}
	return inks
}
