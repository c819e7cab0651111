package attach_test

import (
	"bytes"
	"context"
	"errors"
	"image"
	"image/jpeg"
	"image/png"
	"testing"

	"golang.org/x/image/tiff"

	"technopark/reports/attach"
)

// FuzzInspect looks at PDFs and pictures of strangers as the program does, in the process that
// bounds it: each is taken or refused in words.
func FuzzInspect(f *testing.F) {
	img := image.NewGray(image.Rect(0, 0, 40, 30))
	for i := range img.Pix {
		img.Pix[i] = byte(i * 7)
	}
	wholes := [][]byte{paper(f, [2]float64{210, 297})}
	for _, write := range []func(*bytes.Buffer) error{
		func(b *bytes.Buffer) error { return png.Encode(b, img) },
		func(b *bytes.Buffer) error { return jpeg.Encode(b, img, nil) },
		func(b *bytes.Buffer) error { return tiff.Encode(b, img, &tiff.Options{Compression: tiff.Deflate}) },
	} {
		var b bytes.Buffer
		if err := write(&b); err != nil {
			f.Fatal(err)
		}
		wholes = append(wholes, b.Bytes())
	}
	for i := range wholes {
		f.Add(uint8(i), uint32(0), []byte{})
		f.Add(uint8(i), uint32(16), []byte{0xff, 0xff, 0xff, 0xff})
		f.Add(uint8(i), uint32(100), []byte("/Length 9999999999"))
	}
	f.Fuzz(func(t *testing.T, which uint8, at uint32, patch []byte) {
		data := bytes.Clone(wholes[int(which)%len(wholes)])
		copy(data[int(at)%len(data):], patch)
		info, err := attach.Inspect(context.Background(), "файл", data)
		switch {
		case err == nil && info.Kind == "":
			t.Error("it is taken and of no kind")
		case err != nil && !attach.KeptAsIs(err) && !errors.Is(err, attach.ErrEmpty):
			t.Errorf("it is refused with %v", err)
		}
	})
}

// FuzzFilesOf reads what packages carry out of such as were changed.
func FuzzFilesOf(f *testing.F) {
	whole, _ := sealed(f)
	f.Add(uint32(0), []byte{})
	f.Add(uint32(len(whole)-40), []byte("startxref\n9999999"))
	f.Add(uint32(len(whole)/2), []byte("/Length 99999999"))
	f.Fuzz(func(_ *testing.T, at uint32, patch []byte) {
		data := bytes.Clone(whole)
		copy(data[int(at)%len(data):], patch)
		r := bytes.NewReader(data)
		attach.IntactIn(r, int64(len(data)))
		_, _ = attach.FilesOf(r, int64(len(data)), sealName)
	})
}
