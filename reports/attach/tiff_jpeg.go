package attach

import (
	"bytes"
	"fmt"
	"image"
	"image/draw"
	"image/jpeg"
)

// Colours of a TIFF file.
const (
	coloursRGB  = 2
	coloursInks = 5
)

// pieces says how a picture is cut: into strips of its whole width or into tiles.
func (d *directory) pieces(w, h int) (size image.Point, at, length []int) {
	if d.number(tagTileWidth, 0) > 0 {
		return image.Pt(d.number(tagTileWidth, w), d.number(tagTileHeight, h)), d.numbers(tagTiles), d.numbers(tagTileSizes)
	}
	return image.Pt(w, min(h, d.number(tagStripRows, h))), d.numbers(tagStrips), d.numbers(tagStripSizes)
}

// decodeJPEG puts together a picture whose pieces are JPEG files without their tables,
// which stand once for all (Technical Note 2 to TIFF 6.0): what office scanners write.
func (d *directory) decodeJPEG(w, h int) (image.Image, error) {
	size, at, length := d.pieces(w, h)
	if d.number(tagPlanar, 1) != 1 {
		return nil, errUnread
	}
	if size.X <= 0 || size.Y <= 0 || len(at) == 0 || len(at) != len(length) {
		return nil, fmt.Errorf("%w: no pieces of the picture", ErrDamaged)
	}
	across := (w + size.X - 1) / size.X
	whole := blank(d.number(tagSamples, 1), w, h)
	for i := range at {
		if at[i] < 0 || length[i] < 4 || at[i]+length[i] > len(d.data) {
			return nil, fmt.Errorf("%w: piece %d", ErrDamaged, i)
		}
		img, err := d.piece(d.data[at[i] : at[i]+length[i]])
		if err != nil {
			return nil, fmt.Errorf("%w: piece %d: %w", ErrDamaged, i, err)
		}
		place := image.Rect(0, 0, size.X, size.Y).Add(image.Pt(i%across*size.X, i/across*size.Y))
		draw.Draw(whole, place, img, img.Bounds().Min, draw.Src)
	}
	return whole, nil
}

func blank(samples, w, h int) draw.Image {
	switch samples {
	case 1:
		return image.NewGray(image.Rect(0, 0, w, h))
	case 4:
		return image.NewCMYK(image.Rect(0, 0, w, h))
	}
	return image.NewRGBA(image.Rect(0, 0, w, h))
}

// piece decodes one strip or tile.
func (d *directory) piece(data []byte) (image.Image, error) {
	whole := bytes.Clone(data[:2])
	if t, there := d.tags[tagTables]; there && t.count > 4 {
		whole = append(whole, d.data[t.at+2:t.at+int(t.count)-2]...) // between its own start and end
	}
	whole = append(whole, data[2:]...)
	if colours := d.number(tagColours, 0); colours == coloursRGB || colours == coloursInks {
		marked, ok := withAdobe(whole)
		if !ok {
			return nil, ErrDamaged
		}
		whole = marked
	}
	img, err := jpeg.Decode(bytes.NewReader(whole))
	if err != nil {
		return nil, err
	}
	return turnedOver(img), nil
}
