package attach

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"image/jpeg"
	"sync"
	"time"

	"github.com/klippa-app/go-pdfium"
	pdfiumerrors "github.com/klippa-app/go-pdfium/errors"
	"github.com/klippa-app/go-pdfium/references"
	"github.com/klippa-app/go-pdfium/requests"
	"github.com/klippa-app/go-pdfium/webassembly"
)

// started is the one pool of the program, made when first asked for: it takes seconds to
// start, and most packages never need it.
var started = sync.OnceValues(func() (pdfium.Pool, error) {
	return webassembly.Init(webassembly.Config{MinIdle: 1, MaxIdle: 1, MaxTotal: 1, Context: context.Background()})
})

// maxPictures bounds how many pages of one document are drawn.
const maxPictures = 500

// drawnDPI is the density of drawn pages: that of an office printer's draft, readable
// down to the small print of a certificate.
const drawnDPI = 150

// open calls do with a document open in pdfium.
func open(data []byte, do func(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) error) (err error) {
	defer func() {
		if p := recover(); p != nil {
			err = fmt.Errorf("pdfium: %v", p)
		}
	}()
	pool, err := started()
	if err != nil {
		return fmt.Errorf("pdfium: %w", err)
	}
	p, err := pool.GetInstance(30 * time.Second)
	if err != nil {
		return fmt.Errorf("pdfium: %w", err)
	}
	defer p.Close() //nolint:errcheck // what it held is thrown away
	doc, err := p.OpenDocument(&requests.OpenDocument{File: &data})
	switch {
	case errors.Is(err, pdfiumerrors.ErrPassword):
		return ErrEncrypted
	case err != nil:
		return fmt.Errorf("pdfium: %w", err)
	}
	defer p.FPDF_CloseDocument(&requests.FPDF_CloseDocument{Document: doc.Document}) //nolint:errcheck // the instance is closed next
	return do(p, doc.Document)
}

// countPages asks pdfium.
func countPages(data []byte) (n int, err error) {
	err = open(data, func(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err == nil {
			n = count.PageCount
		}
		return err
	})
	return n, err
}

// picturesOf draws every page.
func picturesOf(data []byte) (frames []frame, err error) {
	err = open(data, func(p pdfium.Pdfium, doc references.FPDF_DOCUMENT) error {
		count, err := p.FPDF_GetPageCount(&requests.FPDF_GetPageCount{Document: doc})
		if err != nil {
			return err
		}
		if count.PageCount > maxPictures {
			return ErrTooBig
		}
		for i := range count.PageCount {
			page := requests.Page{ByIndex: &requests.PageByIndex{Document: doc, Index: i}}
			drawn, err := p.RenderPageInDPI(&requests.RenderPageInDPI{Page: page, DPI: drawnDPI})
			if err != nil {
				return err
			}
			var out bytes.Buffer
			err = jpeg.Encode(&out, drawn.Result.RenderedImage, &jpeg.Options{Quality: 88})
			size := drawn.Result.RenderedImage.Bounds().Size()
			drawn.Cleanup()
			if err != nil {
				return err
			}
			frames = append(frames, frame{Data: out.Bytes(), Type: "jpg", W: size.X, H: size.Y, DPI: drawnDPI})
		}
		return nil
	})
	return frames, err
}
