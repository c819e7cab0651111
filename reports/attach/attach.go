// Package attach puts documents behind the sheets of a package: the pages of a PDF as
// they are, pictures as pages, each with a label that says which document and which of
// its sheets it is.
//
// A page keeps its own objects, and gets a new paper size round them: we scale and move
// the content and the annotations, and leave /Rotate to the viewer, because turning the
// content would lose the look of annotations — stamps and signatures among them. What
// pdfcpu refuses, and what shows itself only in a document of its own — forms, hidden
// layers — pdfium draws as pictures; what that cannot read either is named on a sheet of
// its own, so that a broken document never stops a package.
//
// A package also carries files and a seal: digests of what its sheets show (digest.go), by
// which it is found out later which of them are not those that were made. Whoever asks may
// have been given any file, so all that is read here is bounded in bytes and in time.
//
// It knows nothing of records: labels come from the caller.
package attach

import (
	"errors"

	"github.com/pdfcpu/pdfcpu/pkg/api"
	"github.com/pdfcpu/pdfcpu/pkg/pdfcpu/model"

	"technopark/app"
)

// Kinds of files.
const (
	PDF    = "pdf"
	PNG    = "png"
	JPEG   = "jpeg"
	TIFF   = "tiff"
	Office = "office" // kept with the data, but not made into pages
	Other  = "other"  // kept as it is, whatever it is
)

// MaxBytes is the size above which a file is refused: a data file with such scans in it
// could not be copied to a memory stick or sent.
const MaxBytes = 50 << 20

// Why a file is refused.
var (
	ErrEmpty     error = &app.Refusal{ID: "attach.empty"}
	ErrTooBig    error = &app.Refusal{ID: "attach.too_big", Data: map[string]any{"MB": MaxBytes >> 20}}
	ErrEncrypted error = &app.Refusal{ID: "attach.encrypted"}
	ErrDamaged   error = &app.Refusal{ID: "attach.damaged"}
	ErrHuge      error = &app.Refusal{ID: "attach.huge"}
	ErrNoPages   error = &app.Refusal{ID: "attach.no_pages"}
	ErrHeavy     error = &app.Refusal{ID: "attach.heavy"}
	ErrUnknown   error = &app.Refusal{ID: "attach.unknown"} // none of PDF, PNG, JPEG, TIFF or an office file
)

// errUnread says that a picture is packed, or a page made, in a way that is not known here.
// It is no reason to refuse the file: others can open it.
var errUnread = errors.New("the file is made in a way that is not read")

// Info is what a file turned out to be.
type Info struct {
	Kind  string // PDF, PNG, JPEG, TIFF, Office or Other
	Pages int    // 0 for what gives no sheets of its own
	Apart string // why it gives none, a code of the field «apart» of documents; empty when it does
}

// Document is a file to be put behind a package.
type Document struct {
	Title string // of its entry in the outline
	Kind  string // PDF, PNG, JPEG, TIFF, Office or Other
	Data  []byte // all its bytes

	// Label returns the lines printed on the sheet with the given number, counted from 1.
	Label func(sheet int) []string
	// Apart is printed on the one sheet that stands for a document nothing can read.
	Apart []string
}

// How says how a document came into the package.
type How string

// As its own pages, as pictures of them, or only named on a sheet.
const (
	AsPages    How = "pages"
	AsPictures How = "pictures"
	AsApart    How = "apart"
)

// Placed says where a document is.
type Placed struct {
	First  int   // number of its first sheet in the package
	Sheets int   // how many it takes
	How    How   // it could be put there
	Why    error // why it is not AsPages; else nil
}

// maxContent bounds what the pages of a document draw, in bytes: a drawing of a whole town
// has less, and a page that unpacks to gigabytes must not take them.
const maxContent = 128 << 20

// configuration returns settings of pdfcpu that read and write no file of its own.
func configuration() *model.Configuration {
	api.DisableConfigDir()
	c := model.NewDefaultConfiguration()
	c.ValidationMode = model.ValidationRelaxed
	c.CreateBookmarks = false // outline writes those of documents
	c.Optimize = false
	c.Offline = true // no address in a document is ever looked up: see app/network_test.go
	c.Limits.MaxDecodeBytes = maxContent
	c.WriteObjectStream = true
	c.WriteXRefStream = true
	return c
}
