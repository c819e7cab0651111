package attach

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
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

// byPdfium decodes a JPEG file as viewers do, which show what there is of one that broke
// off and know ways of packing that the standard library does not.
func byPdfium(data []byte) (image.Image, error) {
	w, h, inks := sizeOfJPEG(data)
	colours := map[int]string{1: "DeviceGray", 3: "DeviceRGB", 4: "DeviceCMYK"}[inks]
	if colours == "" || w == 0 || h == 0 || w > maxPixels/h {
		return nil, errUnread
	}
	scale := min(1, 7200/float64(max(w, h))) // a page has its largest size
	pw, ph := float64(w)*scale, float64(h)*scale
	content := fmt.Sprintf("%.3f 0 0 %.3f 0 0 cm /X Do", pw, ph)
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj 2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n")
	fmt.Fprintf(&b, "3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 %.3f %.3f]/Contents 4 0 R/Resources<</XObject<</X 5 0 R>>>>>>endobj\n", pw, ph)
	fmt.Fprintf(&b, "4 0 obj<</Length %d>>stream\n%s\nendstream endobj\n", len(content), content)
	fmt.Fprintf(&b, "5 0 obj<</Type/XObject/Subtype/Image/Width %d/Height %d/ColorSpace/%s/BitsPerComponent 8/Filter/DCTDecode/Length %d>>stream\n", w, h, colours, len(data))
	b.Write(data)
	b.WriteString("\nendstream endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n") // pdfium finds the objects itself
	img, err := drawn(b.Bytes(), 0, func(float64, float64) image.Point { return image.Pt(w, h) })
	if err != nil {
		return nil, err
	}
	if (greys{w: img.Rect.Dx(), h: img.Rect.Dy(), dots: greyOf(img)}).empty() {
		return nil, errUnread // nothing of it could be unpacked
	}
	return img, nil
}

// sizeOfJPEG returns the size of a picture and how many inks it has, as its first frame
// says; zeros when there is none.
func sizeOfJPEG(data []byte) (w, h, inks int) {
	for at := 2; at+10 <= len(data) && data[at] == 0xFF; {
		mark := data[at+1]
		if mark >= 0xC0 && mark <= 0xCF && mark != 0xC4 && mark != 0xC8 && mark != 0xCC {
			return int(binary.BigEndian.Uint16(data[at+7:])), int(binary.BigEndian.Uint16(data[at+5:])), int(data[at+9])
		}
		at += 2 + int(binary.BigEndian.Uint16(data[at+2:]))
	}
	return 0, 0, 0
}
