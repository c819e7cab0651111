package attach

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	"image/jpeg"
	"math"
	"time"

	"github.com/klippa-app/go-pdfium"
	"github.com/klippa-app/go-pdfium/enums"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"

	"technopark/app/sandbox"
)

// pageTime is how long a page may take to be drawn.
const pageTime = 20 * time.Second

// opened is a document open in pdfium.
type opened struct {
	pdfium.Pdfium
	doc   references.FPDF_DOCUMENT
	watch *time.Timer // stops what takes too long
}

// page names a page, counted from 0, and gives it its time.
func (o opened) page(i int) requests.Page {
	o.watch.Reset(pageTime)
	return requests.Page{ByIndex: &requests.PageByIndex{Document: o.doc, Index: i}}
}

func (o opened) count() (int, error) {
	count, err := o.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: o.doc})
	if err != nil {
		return 0, err
	}
	return count.PageCount, nil
}

// draw draws a page, with its annotations and what is filled in, as large as fits into so
// many dots; a side that is 0 does not bound it. free gives back its memory.
func (o opened) draw(i int, room image.Point) (img image.Image, free func(), err error) {
	return o.render(i, requests.RenderPageInPixels{
		Width: room.X, Height: room.Y,
		RenderFlags: enums.FPDF_RENDER_FLAG_ANNOT, RenderForm: true, Document: &o.doc,
	})
}

// drawContent draws a page as draw does, without its annotations: of some of them, windows
// of notes among them, pdfium makes pictures of its own that are on no paper.
func (o opened) drawContent(i int, room image.Point) (img image.Image, free func(), err error) {
	return o.render(i, requests.RenderPageInPixels{Width: room.X, Height: room.Y})
}

func (o opened) render(i int, how requests.RenderPageInPixels) (img image.Image, free func(), err error) {
	how.Page = o.page(i)
	out, err := o.RenderPageInPixels(&how)
	if err != nil {
		return nil, nil, fmt.Errorf("draw page %d: %w", i+1, err)
	}
	return out.Result.RenderedImage, out.Cleanup, nil
}

// size returns how large a page is, in points, as it is seen.
func (o opened) size(i int) (w, h float64, err error) {
	size, err := o.FPDF_GetPageSizeByIndex(&requests.FPDF_GetPageSizeByIndex{Document: o.doc, Index: i})
	if err != nil {
		return 0, 0, fmt.Errorf("size of page %d: %w", i+1, err)
	}
	return size.Width, size.Height, nil
}

// maxPictures bounds how many pages of one document are drawn.
const maxPictures = 500

// drawnDPI is the density of drawn pages: that of an office printer's draft, readable
// down to the small print of a certificate.
const drawnDPI = 150

// open calls do with a document open in pdfium.
func open(data []byte, do func(opened) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdfium: %v", p)
		}
	}()
	var pool pdfium.Pool
	sandbox.Uncounted(func() { pool, err = started() })
	if err != nil {
		return fmt.Errorf("pdfium: %w", err)
	}
	p, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		return fmt.Errorf("pdfium: %w", err)
	}
	watch := time.AfterFunc(pageTime, func() { p.Kill() }) //nolint:errcheck // it is thrown away
	defer func() {
		if watch.Stop() {
			p.Close() //nolint:errcheck // what it held is thrown away
		}
	}()
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword), errors.Is(err, pdfiumerrors.ErrSecurity):
		return ErrEncrypted
	case err != nil:
		return fmt.Errorf("pdfium: %w", err)
	}
	return do(opened{p, doc.Document, watch})
}

// countPages asks pdfium.
func countPages(data []byte) (n int, err error) {
	err = open(data, func(o opened) (err error) {
		n, err = o.count()
		return err
	})
	return n, err
}

// picturesOf draws pages of a document, counted from 1; all of them when none are named.
func picturesOf(data []byte, pages []int) (frames []frame, err error) {
	err = open(data, func(o opened) error {
		count, err := o.count()
		if err != nil {
			return err
		}
		if pages == nil {
			for n := range count {
				pages = append(pages, n+1)
			}
		}
		switch {
		case count == 0:
			return errors.New("no pages")
		case len(pages) > maxPictures:
			return ErrTooBig
		}
		seen := false
		for _, n := range pages {
			f, blank, err := o.frame(n - 1)
			if err != nil {
				return err
			}
			frames = append(frames, f)
			seen = seen || !blank
		}
		if !seen { // pdfium makes a blank page of what it cannot unpack
			return errNothingSeen
		}
		return nil
	})
	return frames, err
}

// errNothingSeen says that nothing is to be seen on the pages.
var errNothingSeen = errors.New("nothing is to be seen on the pages")

// rewritten returns the pages of a document as pdfium writes them: it reads what is broken
// as viewers do, and pdfcpu reads what it writes.
func rewritten(data []byte) (out []byte, err error) {
	err = open(data, func(o opened) error {
		made, err := o.FPDF_CreateNewDocument(&requests.FPDF_CreateNewDocument{})
		if err != nil {
			return err
		}
		if _, err := o.FPDF_ImportPages(&requests.FPDF_ImportPages{Source: o.doc, Destination: made.Document}); err != nil {
			return err
		}
		saved, err := o.FPDF_SaveAsCopy(&requests.FPDF_SaveAsCopy{Document: made.Document})
		if err != nil {
			return err
		}
		if saved.FileBytes == nil || len(*saved.FileBytes) > 2*MaxBytes {
			return ErrTooBig
		}
		out = *saved.FileBytes
		return nil
	})
	return out, err
}

// frame draws a page as a picture for a sheet; one that is larger than a sheet is drawn
// no finer than the sheet needs. blank tells that nothing is to be seen on it.
func (o opened) frame(i int) (f frame, blank bool, err error) {
	w, h, err := o.size(i)
	if err != nil {
		return frame{}, false, err
	}
	f = frame{Type: "jpg", DPI: drawnDPI}
	scale := drawnDPI / 72.0
	if most := min(long/max(w, h), short/min(w, h)); most < 0.99 {
		scale, f.DPI = scale*most, 0
	}
	room := image.Pt(max(1, int(math.Round(w*scale))), max(1, int(math.Round(h*scale))))
	drawn, free, err := o.draw(i, room)
	if err != nil {
		return frame{}, false, err
	}
	defer free()
	var out bytes.Buffer
	err = jpeg.Encode(&out, drawn, &jpeg.Options{Quality: 88})
	f.W, f.H, f.Data = drawn.Bounds().Dx(), drawn.Bounds().Dy(), out.Bytes()
	blank = greys{w: f.W, h: f.H, dots: greyOf(drawn)}.empty()
	return f, blank, err
}
