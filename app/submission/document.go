package submission

import (
	"context"
	"errors"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/reports/attach"
)

// NewDocument looks at a file that is to be attached and returns the record that will
// keep it, titled after the file. A file that cannot be kept or printed is refused with an
// error of package attach.
func NewDocument(name string, data []byte) (*app.Document, error) {
	return documentOf(name, data, attach.Inspect)
}

// NewDocumentAsIs does the same for a file whose sheets the user knows to be lost to the
// package: with a password, damaged, of another kind. See KeptAsIs.
func NewDocumentAsIs(name string, data []byte) (*app.Document, error) {
	return documentOf(name, data, attach.InspectAsIs)
}

func documentOf(name string, data []byte, inspect func(string, []byte) (attach.Info, error)) (*app.Document, error) {
	info, err := inspect(name, data)
	if err != nil {
		return nil, err
	}
	base := filepath.Base(name)
	d := &app.Document{
		Title: strings.TrimSpace(strings.TrimSuffix(base, filepath.Ext(base))), Kind: "other",
		FileName: base, Format: info.Kind, SHA256: app.Content(data), Size: app.Of(app.Count(len(data))),
	}
	if info.Pages > 0 {
		d.Pages = app.Of(app.Count(info.Pages))
	}
	return d, nil
}

// KeepDocument saves a document with its file and links it to what it proves; see
// app.SubjectOf and app.SubjectOfIndicator. A link that is there already is left alone.
func KeepDocument(ctx context.Context, tx app.Tx, d *app.Document, data []byte, subjects ...string) error {
	if data != nil {
		if _, err := tx.PutContent(ctx, data); err != nil {
			return err
		}
	}
	if err := tx.Save(ctx, d); err != nil {
		return err
	}
	return LinkDocument(ctx, tx, d, subjects...)
}

// LinkDocument says what a document proves.
func LinkDocument(ctx context.Context, tx app.Tx, d *app.Document, subjects ...string) error {
	links, err := tx.List(ctx, app.TypeByKey("document_link"), d.Park)
	if err != nil {
		return err
	}
	there := map[string]bool{}
	for _, l := range app.As[app.DocumentLink](links) {
		if l.Document == d.ID {
			there[l.Subject] = true
		}
	}
	for _, subject := range subjects {
		if there[subject] {
			continue
		}
		if err := tx.Save(ctx, &app.DocumentLink{Head: app.Head{Park: d.Park}, Document: d.ID, Subject: subject}); err != nil {
			return err
		}
	}
	return nil
}

// SameFile returns the document of a park that holds the same file, or nil.
func SameFile(b *app.Book, sha256 string) *app.Document {
	for _, d := range app.All[app.Document](b, "document") {
		if d.SHA256 == sha256 && sha256 != "" {
			return d
		}
	}
	return nil
}

// Refusal returns the id of the message for a file that cannot be attached; «» when err
// is no such refusal.
func Refusal(err error) string {
	for _, known := range []struct {
		err error
		id  string
	}{
		{attach.ErrEmpty, "attach.empty"},
		{attach.ErrTooBig, "attach.too_big"},
		{attach.ErrEncrypted, "attach.encrypted"},
		{attach.ErrDamaged, "attach.damaged"},
		{attach.ErrUnknown, "attach.unknown"},
		{attach.ErrHuge, "attach.huge"},
	} {
		if errors.Is(err, known.err) {
			return known.id
		}
	}
	return ""
}

// KeptAsIs reports whether a file that was refused with err can be attached as it is: kept
// with the data, named in the package as enclosed separately.
func KeptAsIs(err error) bool { return attach.KeptAsIs(err) }

// ErrTooBig refuses a file before it is read.
var ErrTooBig = attach.ErrTooBig

// MostMegabytes is the size above which a file is refused.
const MostMegabytes = attach.MaxBytes >> 20

// Extensions of the files that can be attached, in lower case.
func Extensions() []string { return attach.Extensions() }
