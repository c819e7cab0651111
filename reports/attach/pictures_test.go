package attach_test

import (
	"bytes"
	"context"
	"encoding/base64"
	"encoding/binary"
	"hash/crc32"
	"image"
	"image/color"
	"image/draw"
	"image/jpeg"
	"image/png"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/reports/attach"
)

// seen returns the first sheet of a document in a package as another reader draws it.
func seen(t *testing.T, d attach.Document) image.Image {
	t.Helper()
	path, placed := appended(t, d)
	if placed[0].How == attach.AsApart {
		t.Fatalf("apart: %v", placed[0].Why)
	}
	return drawn(t, path, "3")
}

func drawn(t *testing.T, path, page string) image.Image {
	t.Helper()
	to := filepath.Join(t.TempDir(), "sheet")
	if out, err := exec.Command("pdftoppm", "-r", "36", "-f", page, "-l", page, "-png", "-singlefile", path, to).CombinedOutput(); err != nil {
		t.Fatalf("pdftoppm: %v\n%s", err, out)
	}
	data, err := os.ReadFile(to + ".png")
	if err != nil {
		t.Fatal(err)
	}
	img, err := png.Decode(bytes.NewReader(data))
	if err != nil {
		t.Fatal(err)
	}
	return img
}

// at returns the colour at a part of the width and of the height, in words.
func at(img image.Image, x, y float64) string {
	b := img.Bounds()
	r, g, bl, _ := img.At(b.Min.X+int(x*float64(b.Dx())), b.Min.Y+int(y*float64(b.Dy()))).RGBA()
	high := func(v uint32) bool { return v > 0x9000 }
	switch [3]bool{high(r), high(g), high(bl)} {
	case [3]bool{true, true, true}:
		return "white"
	case [3]bool{false, false, false}:
		return "black"
	case [3]bool{true, false, false}:
		return "red"
	case [3]bool{false, true, true}:
		return "cyan"
	case [3]bool{false, false, true}:
		return "blue"
	}
	return "other"
}

// quarters is red at the top left, black at the bottom right, white elsewhere.
func quarters(w, h int) *image.RGBA {
	img := image.NewRGBA(image.Rect(0, 0, w, h))
	draw.Draw(img, img.Rect, image.White, image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(0, 0, w/2, h/2), image.NewUniform(color.RGBA{R: 255, A: 255}), image.Point{}, draw.Src)
	draw.Draw(img, image.Rect(w/2, h/2, w, h), image.Black, image.Point{}, draw.Src)
	return img
}

type tiffTag struct {
	tag, kind uint16
	values    []uint32
}

// tiffOf writes a TIFF file of one directory, its pieces behind the header; the tags of
// their places and sizes are added.
func tiffOf(pieces [][]byte, tags ...tiffTag) []byte {
	order := binary.LittleEndian
	out := []byte("II*\x00\x00\x00\x00\x00")
	places, sizes := tiffTag{273, 4, nil}, tiffTag{279, 4, nil}
	for _, p := range pieces {
		places.values = append(places.values, uint32(len(out)))
		sizes.values = append(sizes.values, uint32(len(p)))
		out = append(out, p...)
		out = append(out, make([]byte, len(out)%2)...)
	}
	tags = append(tags, places, sizes)
	slices.SortFunc(tags, func(a, b tiffTag) int { return int(a.tag) - int(b.tag) })
	entries := order.AppendUint16(nil, uint16(len(tags)))
	for _, t := range tags {
		var values []byte
		for _, v := range t.values {
			switch t.kind {
			case 3:
				values = order.AppendUint16(values, uint16(v))
			case 7:
				values = append(values, byte(v))
			default:
				values = order.AppendUint32(values, v)
			}
		}
		count := uint32(len(t.values))
		if t.kind == 5 {
			count /= 2
		}
		entries = order.AppendUint32(order.AppendUint16(order.AppendUint16(entries, t.tag), t.kind), count)
		if len(values) > 4 {
			entries = order.AppendUint32(entries, uint32(len(out)))
			out = append(out, values...)
			out = append(out, make([]byte, len(out)%2)...)
		} else {
			entries = append(entries, append(values, 0, 0, 0, 0)[:4]...)
		}
	}
	order.PutUint32(out[4:], uint32(len(out)))
	return append(append(out, entries...), 0, 0, 0, 0)
}

func one(tag uint16, v uint32) tiffTag { return tiffTag{tag, 3, []uint32{v}} }

// rgbTIFF is an unpacked picture with more tags.
func rgbTIFF(img *image.RGBA, more ...tiffTag) []byte {
	var pix []byte
	for i := 0; i < len(img.Pix); i += 4 {
		pix = append(pix, img.Pix[i:i+3]...)
	}
	size := img.Rect.Size()
	return tiffOf([][]byte{pix}, append([]tiffTag{
		one(256, uint32(size.X)), one(257, uint32(size.Y)), {258, 3, []uint32{8, 8, 8}}, one(259, 1), one(262, 2), one(277, 3), one(278, uint32(size.Y)),
	}, more...)...)
}

// jpegTIFF is a picture in two strips of JPEG whose tables stand apart, as scanners write.
func jpegTIFF(t *testing.T, img *image.RGBA) []byte {
	size := img.Rect.Size()
	half := size.Y / 2
	var tables []byte
	var pieces [][]byte
	for i := range 2 {
		part := img.SubImage(image.Rect(0, half*i, size.X, half*(i+1)))
		whole := encoded(t, func(b *bytes.Buffer) error { return jpeg.Encode(b, part, &jpeg.Options{Quality: 95}) })
		tables = []byte("\xff\xd8")
		piece := []byte("\xff\xd8")
		for rest := whole[2:]; ; {
			n := 2 + int(binary.BigEndian.Uint16(rest[2:]))
			if rest[1] == 0xDA {
				piece = append(piece, rest...)
				break
			}
			if rest[1] == 0xDB || rest[1] == 0xC4 {
				tables = append(tables, rest[:n]...)
			} else {
				piece = append(piece, rest[:n]...)
			}
			rest = rest[n:]
		}
		pieces = append(pieces, piece)
	}
	tables = append(tables, "\xff\xd9"...)
	var values []uint32
	for _, b := range tables {
		values = append(values, uint32(b))
	}
	return tiffOf(pieces, one(256, uint32(size.X)), one(257, uint32(size.Y)), tiffTag{258, 3, []uint32{8, 8, 8}}, one(259, 7), one(262, 6),
		one(277, 3), one(278, uint32(half)), tiffTag{347, 7, values})
}

// cyan is a JPEG of four inks, eight dots of pure cyan, with Adobe's mark.
const cyan = "/9j/7gAOQWRvYmUAZAAAAAAA/9sAQwADAgIDAgIDAwMDBAMDBAUIBQUEBAUKBwcGCAwKDAwLCgsLDQ4SEA0OEQ4LCxAWEBETFBUVFQwPFxgWFBgSFBUU/8AAFAgACAAIBEMRAE0RAFkRAEsRAP/EABQAAQAAAAAAAAAAAAAAAAAAAAn/xAAUEAEAAAAAAAAAAAAAAAAAAAAA/9oADgRDAE0AWQBLAAA/ACqKmVMqb//Z"

func TestColoursAndSidesOfPictures(t *testing.T) {
	inks, err := base64.StdEncoding.DecodeString(cyan)
	if err != nil {
		t.Fatal(err)
	}
	mark := bytes.Index(inks, []byte("\xff\xee"))
	plain := slices.Concat(inks[:mark], inks[mark+16:])
	deep := image.NewRGBA64(image.Rect(0, 0, 40, 60))
	draw.Draw(deep, deep.Rect, quarters(40, 60), image.Point{}, draw.Src)
	var deepPix []byte
	for i := 0; i < len(deep.Pix); i += 8 {
		for c := range 3 {
			deepPix = append(deepPix, deep.Pix[i+2*c+1], deep.Pix[i+2*c])
		}
	}
	deepTIFF := tiffOf([][]byte{deepPix}, one(256, 40), one(257, 60), tiffTag{258, 3, []uint32{16, 16, 16}}, one(259, 1), one(262, 2), one(277, 3), one(278, 60))
	for _, c := range []struct {
		name, kind                     string
		data                           []byte
		topLeft, topRight, bottomRight string // well inside the corners of the sheet
	}{
		{"tiff", attach.TIFF, rgbTIFF(quarters(40, 60)), "red", "white", "black"},
		{"tiff of 16 bits", attach.TIFF, deepTIFF, "red", "white", "black"},
		{"tiff turned over", attach.TIFF, rgbTIFF(quarters(40, 60), one(274, 3)), "black", "white", "red"},
		{"tiff on its side", attach.TIFF, rgbTIFF(quarters(60, 40), one(274, 6)), "white", "red", "white"},
		{"tiff of a fax", attach.TIFF, rgbTIFF(quarters(80, 60), tiffTag{282, 5, []uint32{200, 1}}, tiffTag{283, 5, []uint32{100, 1}}), "red", "white", "black"},
		{"tiff of jpeg", attach.TIFF, jpegTIFF(t, quarters(48, 64)), "red", "white", "black"},
		{"jpeg of inks", attach.JPEG, inks, "cyan", "cyan", "cyan"},
		{"jpeg of inks as they are", attach.JPEG, plain, "black", "black", "black"},
	} {
		t.Run(c.name, func(t *testing.T) {
			if info, err := attach.Inspect(context.Background(), "x", c.data); err != nil || info.Kind != c.kind || info.Pages != 1 {
				t.Errorf("%+v, %v", info, err)
			}
			img := seen(t, document(c.kind, c.data))
			if img.Bounds().Dx() > img.Bounds().Dy() {
				t.Error("the sheet lies")
			}
			got := [3]string{at(img, 0.3, 0.4), at(img, 0.7, 0.4), at(img, 0.7, 0.6)}
			if want := [3]string{c.topLeft, c.topRight, c.bottomRight}; got != want {
				t.Errorf("seen %v, want %v", got, want)
			}
		})
	}
}

// TestTIFFThatIsNotReadIsKept: a viewer opens it, so it goes with the package apart.
func TestTIFFThatIsNotReadIsKept(t *testing.T) {
	planar := tiffOf([][]byte{{1}, {2}, {3}}, one(256, 1), one(257, 1), tiffTag{258, 3, []uint32{8, 8, 8}}, one(259, 1), one(262, 2), one(277, 3), one(278, 1), one(284, 2))
	for name, data := range map[string][]byte{
		"planes": planar, "four bits": tiffOf([][]byte{{0x11}}, one(256, 2), one(257, 1), one(258, 4), one(259, 1), one(262, 1), one(278, 1)),
		"big": []byte("II+\x00\x08\x00\x00\x00\x10\x00\x00\x00\x00\x00\x00\x00"),
	} {
		if info, err := attach.Inspect(context.Background(), "a.tif", data); err != nil || info.Kind != attach.TIFF || info.Pages != 0 {
			t.Errorf("%s: %+v, %v", name, info, err)
		}
		if p := prepared(t, document(attach.TIFF, data)); p.How != attach.AsApart || p.Sheets != 1 {
			t.Errorf("%s: as %s on %d sheets", name, p.How, p.Sheets)
		}
	}
}

// TestPictureThatWouldFillTheMemoryIsRefused before it is unpacked.
func TestPictureThatWouldFillTheMemoryIsRefused(t *testing.T) {
	small := encoded(t, func(b *bytes.Buffer) error { return png.Encode(b, striped(3, 2)) })
	binary.BigEndian.PutUint32(small[16:], 60000)
	binary.BigEndian.PutUint32(small[20:], 60000)
	binary.BigEndian.PutUint32(small[29:], crc32.ChecksumIEEE(small[12:29]))
	if _, err := attach.Inspect(context.Background(), "a.png", small); !isError(err, attach.ErrHuge) {
		t.Errorf("%v", err)
	}
	if _, err := attach.Inspect(context.Background(), "a.tif", tiffOf([][]byte{{1}}, tiffTag{256, 4, []uint32{60000}}, tiffTag{257, 4, []uint32{60000}}, one(258, 8), one(262, 1))); !isError(err, attach.ErrHuge) {
		t.Errorf("tiff: %v", err)
	}
}

func TestFileIsTakenAsItIs(t *testing.T) {
	for _, c := range []struct {
		name string
		data string
		want error
	}{
		{"a.pdf", "%PDF-1.7\nnothing", nil},
		{"a.djvu", "AT&TFORM", nil},
		{"a.png", "\x89PNG\r\n\x1a\nnothing", nil},
		{"a.pdf", "", attach.ErrEmpty},
		{"a.pdf", strings.Repeat(" ", attach.MaxBytes+1), attach.ErrTooBig},
	} {
		info, err := attach.InspectAsIs(context.Background(), c.name, []byte(c.data))
		if !isError(err, c.want) || err == nil && (info.Kind != attach.Other || info.Pages != 0) {
			t.Errorf("%s, %d bytes: %+v, %v", c.name, len(c.data), info, err)
		}
	}
	if info, err := attach.InspectAsIs(context.Background(), "a.pdf", raw(box, hello)); err != nil || info.Kind != attach.PDF || info.Pages != 1 {
		t.Errorf("a good file: %+v, %v", info, err)
	}
	if p := prepared(t, document(attach.Other, []byte("AT&TFORM"))); p.How != attach.AsApart {
		t.Errorf("came as %s", p.How)
	}
}
