package attach

import (
	"bytes"
	"errors"
	"fmt"
	"image"
	_ "image/jpeg" // the formats that are taken
	_ "image/png"
	"path/filepath"
	"slices"
	"strings"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// Inspect looks at a file that is to be attached and returns what it is. It goes by the
// contents; the name is only asked for office files, which are archives like any other.
// A file that cannot be kept or printed is refused with one of the errors of the package.
func Inspect(name string, data []byte) (Info, error) {
	switch {
	case len(data) == 0:
		return Info{}, ErrEmpty
	case len(data) > MaxBytes:
		return Info{}, ErrTooBig
	}
	kind := kindOf(name, data)
	switch kind {
	case "":
		return Info{}, ErrUnknown
	case Office:
		return Info{Kind: Office}, nil
	case PDF:
		pages, err := pagesOf(data)
		return Info{Kind: PDF, Pages: pages}, err
	case TIFF:
		pages, err := framesOf(data)
		return Info{Kind: TIFF, Pages: len(pages)}, err
	}
	if _, _, err := image.Decode(bytes.NewReader(data)); err != nil {
		return Info{}, fmt.Errorf("%w: %w", ErrDamaged, err)
	}
	return Info{Kind: kind, Pages: 1}, nil
}

func kindOf(name string, data []byte) string {
	starts := func(s string) bool { return bytes.HasPrefix(data, []byte(s)) }
	switch {
	case bytes.Contains(data[:min(len(data), 1024)], []byte("%PDF-")):
		return PDF
	case starts("\x89PNG\r\n\x1a\n"):
		return PNG
	case starts("\xff\xd8\xff"):
		return JPEG
	case starts("II*\x00"), starts("MM\x00*"):
		return TIFF
	case starts("PK\x03\x04") && ends(name, zipped()...),
		starts("\xd0\xcf\x11\xe0") && ends(name, compound()...),
		starts("{\\rtf"):
		return Office
	}
	return ""
}

// Extensions returns the endings of the files that Inspect takes, in lower case.
func Extensions() []string {
	return append([]string{".pdf", ".png", ".jpg", ".jpeg", ".tif", ".tiff", ".rtf"}, append(zipped(), compound()...)...)
}

func zipped() []string { return []string{".docx", ".xlsx", ".pptx", ".odt", ".ods"} }

func compound() []string { return []string{".doc", ".xls", ".ppt"} }

func ends(name string, endings ...string) bool {
	return slices.Contains(endings, strings.ToLower(filepath.Ext(name)))
}

// pagesOf counts the pages of a PDF; one that pdfcpu refuses may still be one that
// pdfium can show.
func pagesOf(data []byte) (int, error) {
	ctx, err := read(data)
	switch {
	case err == nil && ctx.PageCount > 0:
		return ctx.PageCount, nil
	case errors.Is(err, pdfcpu.ErrWrongPassword), errors.Is(err, pdfcpu.ErrOwnerPasswordRequired):
		return 0, ErrEncrypted
	}
	n, other := countPages(data)
	switch {
	case errors.Is(other, ErrEncrypted):
		return 0, ErrEncrypted
	case other != nil || n == 0:
		return 0, fmt.Errorf("%w: %w", ErrDamaged, errors.Join(err, other))
	}
	return n, nil
}

// read parses a PDF; what panics in the library is an error of the file.
func read(data []byte) (ctx *model.Context, err error) {
	defer func() {
		if p := recover(); p != nil {
			ctx, err = nil, fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	ctx, err = api.ReadAndValidate(bytes.NewReader(data), configuration())
	if err != nil {
		return nil, fmt.Errorf("pdfcpu: %w", err)
	}
	return ctx, nil
}
