package attach

import (
	"bytes"
	"encoding/binary"
	"errors"
	"fmt"
	"image"

	"golang.org/x/image/tiff"

	inked "github.com/hhrutter/tiff" // reads four inks and the oldest packing of faxes
)

// Tags of TIFF that are asked for (TIFF 6.0, section 8; 347 is of its second supplement).
const (
	tagWidth       = 256
	tagHeight      = 257
	tagCompression = 259
	tagColours     = 262
	tagStrips      = 273
	tagTurn        = 274
	tagSamples     = 277
	tagStripRows   = 278
	tagStripSizes  = 279
	tagDensityX    = 282
	tagDensityY    = 283
	tagPlanar      = 284
	tagTileWidth   = 322
	tagTileHeight  = 323
	tagTiles       = 324
	tagTileSizes   = 325
	tagTables      = 347
)

const packedJPEG = 7

// directory is the tags of one picture of a TIFF file.
type directory struct {
	data  []byte // the whole file
	order binary.ByteOrder
	at    uint32
	next  uint32 // where the next is; 0 after the last
	tags  map[int]tag
}

type tag struct {
	kind  uint16
	count uint32
	at    int // of the values
}

// sizeOf returns how many bytes a value of a kind takes; the kinds go from 1 to 12.
func sizeOf(kind uint16) int {
	sizes := []int{0, 1, 1, 2, 4, 8, 1, 1, 2, 4, 8, 4, 8}
	if int(kind) >= len(sizes) {
		return 0
	}
	return sizes[kind]
}

func orderOf(data []byte) binary.ByteOrder {
	if data[0] == 'M' {
		return binary.BigEndian
	}
	return binary.LittleEndian
}

// directoryAt reads the tags at an offset.
func directoryAt(data []byte, order binary.ByteOrder, at uint32) (*directory, error) {
	d := &directory{data: data, order: order, at: at, tags: map[int]tag{}}
	if int64(at)+2 > int64(len(data)) {
		return nil, ErrDamaged
	}
	n := int(order.Uint16(data[at:]))
	end := int(at) + 2 + 12*n
	if n == 0 || end > len(data) {
		return nil, ErrDamaged
	}
	for entry := int(at) + 2; entry < end; entry += 12 {
		t := tag{kind: order.Uint16(data[entry+2:]), count: order.Uint32(data[entry+4:]), at: entry + 8}
		if int64(t.count)*int64(sizeOf(t.kind)) > 4 {
			t.at = int(order.Uint32(data[entry+8:]))
		}
		if int64(t.at)+int64(t.count)*int64(sizeOf(t.kind)) <= int64(len(data)) {
			d.tags[int(order.Uint16(data[entry:]))] = t
		}
	}
	d.next, _ = number32(data, order, end)
	return d, nil
}

// numbers returns the values of a tag of whole numbers; none when it is not there.
func (d *directory) numbers(key int) []int {
	t := d.tags[key]
	var all []int
	for i := range int(t.count) {
		switch t.kind {
		case 1, 7:
			all = append(all, int(d.data[t.at+i]))
		case 3:
			all = append(all, int(d.order.Uint16(d.data[t.at+2*i:])))
		case 4:
			all = append(all, int(d.order.Uint32(d.data[t.at+4*i:])))
		}
	}
	return all
}

func (d *directory) number(key, otherwise int) int {
	if all := d.numbers(key); len(all) > 0 {
		return all[0]
	}
	return otherwise
}

// aspect returns how much wider than high a dot is: faxes have dots twice as high as wide.
func (d *directory) aspect() float64 {
	density := func(key int) float64 {
		t := d.tags[key]
		if t.kind != 5 || t.count != 1 {
			return 0
		}
		below := d.order.Uint32(d.data[t.at+4:])
		if below == 0 {
			return 0
		}
		return float64(d.order.Uint32(d.data[t.at:])) / float64(below)
	}
	x, y := density(tagDensityX), density(tagDensityY)
	if aspect := y / x; x > 0 && y > 0 && aspect > 0.2 && aspect < 5 {
		return aspect
	}
	return 1
}

// eachOfTIFF calls do with all pictures of a TIFF file. What looks like a picture but is
// packed in a way that is not read here fails with errUnread.
func eachOfTIFF(data []byte, do func(img image.Image, aspect float64, photo bool) error) error {
	if isBig(data) {
		return errUnread
	}
	order := orderOf(data)
	seen := map[uint32]bool{}
	at, ok := number32(data, order, 4)
	if !ok || at == 0 {
		return ErrDamaged
	}
	// The decoders read the first directory only, so they are shown a file whose header
	// points to each in turn.
	copied := bytes.Clone(data)
	for at != 0 && !seen[at] && len(seen) < maxPictures {
		seen[at] = true
		d, err := directoryAt(copied, order, at)
		if err != nil {
			return err
		}
		order.PutUint32(copied[4:], at)
		img, err := d.decode()
		if err != nil {
			return err
		}
		turn, aspect := d.number(tagTurn, 1), d.aspect()
		if turn >= 5 && turn <= 8 {
			aspect = 1 / aspect
		}
		if err := do(upright(img, turn), aspect, d.number(tagCompression, 1) == packedJPEG); err != nil {
			return err
		}
		at = d.next
	}
	return nil
}

// isBig reports whether a file is of the kind for more than four gigabytes.
func isBig(data []byte) bool {
	return bytes.HasPrefix(data, []byte("II+\x00")) || bytes.HasPrefix(data, []byte("MM\x00+"))
}

// decode reads the picture of a directory.
func (d *directory) decode() (img image.Image, err error) {
	defer func() {
		if p := recover(); p != nil {
			img, err = nil, fmt.Errorf("%w: %v", ErrDamaged, p)
		}
	}()
	w, h := d.number(tagWidth, 0), d.number(tagHeight, 0)
	if w <= 0 || h <= 0 {
		return nil, fmt.Errorf("%w: a picture of %d × %d", ErrDamaged, w, h)
	}
	if w > maxPixels/h {
		return nil, ErrHuge
	}
	if d.number(tagCompression, 1) == packedJPEG {
		return d.decodeJPEG(w, h)
	}
	img, err = tiff.Decode(bytes.NewReader(d.data))
	if err == nil {
		return img, nil
	}
	if img, err2 := inked.Decode(bytes.NewReader(d.data)); err2 == nil {
		return img, nil
	}
	var unsupported tiff.UnsupportedError
	if errors.As(err, &unsupported) || d.number(tagPlanar, 1) != 1 {
		return nil, fmt.Errorf("%w: %w", errUnread, err)
	}
	return nil, fmt.Errorf("%w: %w", ErrDamaged, err)
}

func number32(data []byte, order binary.ByteOrder, at int) (uint32, bool) {
	if at < 0 || at+4 > len(data) {
		return 0, false
	}
	n := order.Uint32(data[at:])
	return n, int64(n)+2 <= int64(len(data))
}
