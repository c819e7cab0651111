package attach

import (
	"bytes"
	"context"
	"errors"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"time"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"
)

// Inspect looks at a file that is to be attached and returns what it is. It goes by the
// contents; the name is only asked for office files, which are archives like any other.
// A file that cannot be kept or printed is refused with one of the errors of the package.
func Inspect(ctx context.Context, name string, data []byte) (Info, error) {
	switch {
	case len(data) == 0:
		return Info{}, ErrEmpty
	case len(data) > MaxBytes:
		return Info{}, ErrTooBig
	}
	seen, err := looking.Do(ctx, limitOf(len(data)), file{Name: name, Data: data})
	if err != nil {
		return Info{}, stopped(err)
	}
	if err = seen.Fault.err(); err == nil && seen.Info.Pages == 0 {
		seen.Info.Apart = Reason(seen.Info.Kind, nil)
	}
	return seen.Info, err
}

func inspect(name string, data []byte) (Info, error) {
	kind := kindOf(name, data)
	switch kind {
	case "":
		return Info{}, ErrUnknown
	case Office:
		if !entire(name, data) {
			return Info{}, ErrDamaged
		}
		return Info{Kind: Office}, nil
	case PDF:
		pages, err := pagesOf(data)
		if errors.Is(err, errUnread) {
			return Info{Kind: PDF}, nil
		}
		return Info{Kind: PDF, Pages: pages}, err
	}
	pages, err := countPictures(kind, data)
	switch {
	case errors.Is(err, errUnread):
		return Info{Kind: kind}, nil
	case err != nil:
		return Info{}, err
	}
	return Info{Kind: kind, Pages: pages}, nil
}

// InspectAsIs looks at a file that the user wants attached although Inspect refuses it. It
// refuses only what nobody could keep; what Inspect takes is what it says.
func InspectAsIs(ctx context.Context, name string, data []byte) (Info, error) {
	info, err := Inspect(ctx, name, data)
	if KeptAsIs(err) {
		return Info{Kind: Other, Apart: Reason(kindOf(name, data), err)}, nil
	}
	return info, err
}

// KeptAsIs reports whether a file that was refused with err can be attached as it is.
func KeptAsIs(err error) bool {
	return slices.ContainsFunc([]error{ErrEncrypted, ErrDamaged, ErrUnknown, ErrHuge, ErrHeavy, ErrNoPages}, func(known error) bool { return errors.Is(err, known) })
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
	case starts("II*\x00"), starts("MM\x00*"), isBig(data):
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
	if newer(data) {
		return 0, errUnread
	}
	ctx, err := readPages(data)
	if err == nil && byViewer(ctx) {
		return 0, errUnread
	}
	switch {
	case errors.Is(err, ErrHeavy):
		return 0, err
	case err == nil && ctx.PageCount > 0 && opens(ctx):
		return ctx.PageCount, nil
	}
	n, other := countPages(data)
	switch {
	case errors.Is(other, ErrEncrypted):
		return 0, ErrEncrypted
	case other == nil && n == 0, err == nil && ctx.PageCount == 0:
		return 0, ErrNoPages
	case other != nil:
		return 0, fmt.Errorf("%w: %w", ErrDamaged, errors.Join(err, other))
	}
	return n, nil
}

// opens reports whether the first page of a PDF can be unpacked: where a password is
// wrong, the library may go on and give rubbish.
func opens(ctx *model.Context) bool {
	d, _, _, err := ctx.PageDict(1, false)
	if err != nil {
		return false
	}
	_, err = contentOf(ctx, 1, d)
	return err == nil
}

// lockedInPlace is how an encryption looks that the library overlooks.
var lockedInPlace = regexp.MustCompile(`/Encrypt\s*<<`)

// readTime bounds how long a PDF is read where no process apart is stopped sooner: one
// whose tables lead in circles must not hold up a package.
const readTime = 40 * time.Second

// read parses a PDF; what panics in the library is an error of the file.
func read(data []byte) (ctx *model.Context, err error) {
	return parse(data, api.ValidateContext)
}

// readOwn parses a PDF that this package has written: nobody need ask whether it is one.
func readOwn(data []byte) (*model.Context, error) {
	return parse(data, func(ctx *model.Context) error {
		if _, err := ctx.Catalog(); err != nil {
			return err
		}
		return ctx.EnsurePageCount()
	})
}

// readPages parses a PDF of which only the pages are wanted. The library's validation is
// left out: it walks what nobody asked for, refuses pages that viewers show, and takes out
// of others what it does not know, fonts among them.
func readPages(data []byte) (ctx *model.Context, err error) {
	return parse(data, func(ctx *model.Context) error {
		if _, err := ctx.Catalog(); err != nil {
			return err
		}
		strip(ctx)
		return flatten(ctx)
	})
}

// strip takes everything out of the catalogue of a document but the pages and what says how
// they are seen.
func strip(ctx *model.Context) {
	for key := range ctx.RootDict {
		if !slices.Contains([]string{"Type", "Pages", "OCProperties", "NeedsRendering"}, key) {
			delete(ctx.RootDict, key)
		}
	}
	ctx.Info = nil
}

// mostObjects bounds how many objects a PDF may have that stand in it plainly: each takes
// half a kilobyte once it is read, and a package of thousands of sheets has some ten thousand.
const mostObjects = 500_000

// crowded refuses a PDF with more of them before anybody reads it.
func crowded(data []byte) error {
	if bytes.Count(data, []byte("endobj")) > mostObjects {
		return fmt.Errorf("%w: more than %d objects", ErrHeavy, mostObjects)
	}
	return nil
}

func parse(data []byte, then func(*model.Context) error) (ctx *model.Context, err error) {
	if err := crowded(data); err != nil {
		return nil, err
	}
	defer func() {
		if p := recover(); p != nil {
			ctx, err = nil, fmt.Errorf("pdfcpu: %v", p)
		}
	}()
	within, cancel := context.WithTimeout(context.Background(), readTime)
	defer cancel()
	ctx, err = pdfcpu.ReadWithContext(within, bytes.NewReader(data), configuration())
	if err == nil {
		err = then(ctx)
	}
	if err == nil && ctx.Encrypt == nil && lockedInPlace.Match(data) {
		err = errors.New("the encryption stands in the trailer itself")
	}
	switch {
	case err != nil && within.Err() != nil:
		return nil, fmt.Errorf("%w: pdfcpu: %w", ErrHeavy, err)
	case err != nil:
		return nil, fmt.Errorf("pdfcpu: %w", err)
	}
	return ctx, nil
}
