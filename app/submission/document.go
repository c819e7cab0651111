package submission

import (
	"cmp"
	"context"
	"path/filepath"
	"strings"

	"technopark/app"
	"technopark/app/disk"
	"technopark/reports/attach"
)

// ReadDocument reads a file that is to be attached, looks into it, and returns its content
// with the record that will keep it, titled after the file. A file that cannot be read,
// kept or printed is refused.
//
// asIs is for a file whose sheets the user knows to be lost to the package: with a
// password, damaged, of another kind. See KeptAsIs.
func ReadDocument(ctx context.Context, path string, asIs bool) ([]byte, *app.Document, error) {
	data, err := disk.Read(path, attach.MaxBytes, attach.ErrTooBig)
	if err != nil {
		return nil, nil, err
	}
	d, err := NewDocument(ctx, path, data, asIs)
	return data, d, app.About(path, err)
}

// NewDocument is ReadDocument for a file that has been read.
func NewDocument(ctx context.Context, name string, data []byte, asIs bool) (*app.Document, error) {
	inspect := attach.Inspect
	if asIs {
		inspect = attach.InspectAsIs
	}
	info, err := inspect(ctx, name, data)
	if err != nil {
		return nil, err
	}
	base := app.Clean(strings.ToValidUTF8(filepath.Base(name), "\uFFFD")) // other systems write й as two signs, or in other bytes
	d := &app.Document{
		Title: cmp.Or(app.Clean(strings.TrimSuffix(base, filepath.Ext(base))), base), Kind: "other",
		FileName: base, Format: info.Kind, SHA256: app.Content(data), Size: app.Of(app.Count(len(data))),
		Apart: info.Apart,
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

// KeptAsIs reports whether a file that was refused with err can be attached as it is: kept
// with the data, named in the package as enclosed separately.
func KeptAsIs(err error) bool { return attach.KeptAsIs(err) }

// Extensions of the files that can be attached, in lower case.
func Extensions() []string { return attach.Extensions() }
