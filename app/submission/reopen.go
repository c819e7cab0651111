package submission

import (
	"context"
	"fmt"
	"strings"

	"technopark/app"
)

// FillFrozen saves what a package carries into an empty data file: the records under the
// ids they had, so that places in explanations and links of documents go on being right;
// the files of the documents; and the revision, if the package is final. Where the package
// does not carry a file, the record of its document says so.
func FillFrozen(ctx context.Context, tx app.Tx, i *Inspection) error {
	for _, typ := range app.Types() {
		for _, rec := range i.Thawed.Book.Of(typ.Key) {
			if d, ok := rec.(*app.Document); ok {
				kept, err := i.keepFile(ctx, tx, d)
				if err != nil {
					return err
				}
				rec = kept
			}
			if err := tx.Restore(ctx, rec); err != nil {
				return fmt.Errorf("reopen %s %d: %w", typ.Key, rec.Header().ID, err)
			}
		}
	}
	if i.Seal == nil || i.Seal.Revision == 0 {
		return nil
	}
	return i.keepRevision(ctx, tx)
}

// keepFile keeps the file of a document and returns its record, another one when the file
// is not in the package.
func (i *Inspection) keepFile(ctx context.Context, tx app.Tx, d *app.Document) (*app.Document, error) {
	if d.SHA256 == "" {
		return d, nil
	}
	data, there := i.files[d.SHA256]
	if !there {
		return withoutFile(d), nil
	}
	if _, err := tx.PutContent(ctx, data); err != nil {
		return nil, fmt.Errorf("reopen the file of document %d: %w", d.ID, err)
	}
	return d, nil
}

func withoutFile(d *app.Document) *app.Document {
	bare := *d
	note := "В пакете, из которого открыты данные, файла не было; его SHA-256 — " + d.SHA256 + "."
	if d.Note != "" {
		note = d.Note + "\n" + note
	}
	bare.Note, bare.SHA256, bare.Format, bare.Apart = note, "", "", ""
	bare.Size, bare.Pages = app.Cell[app.Count]{}, app.Cell[app.Count]{}
	return &bare
}

// keepRevision keeps the revision that a final package is of, with its frozen data.
func (i *Inspection) keepRevision(ctx context.Context, tx app.Tx) error {
	set, err := i.Thawed.By.For(i.Thawed.Book, i.Thawed.Year)
	if err != nil {
		return fmt.Errorf("reopen revision %d: %w", i.Seal.Revision, err)
	}
	how, err := i.Seal.how(i.Sheets)
	if err != nil {
		return fmt.Errorf("reopen revision %d: %w", i.Seal.Revision, err)
	}
	data, err := tx.PutContent(ctx, i.Data)
	if err != nil {
		return fmt.Errorf("reopen revision %d: %w", i.Seal.Revision, err)
	}
	rev := frozenRevision(i.Thawed.Book.Park.ID, i.Thawed.Year, set, how)
	rev.Number, rev.Pages = app.Of(app.Count(how.revision)), app.Of(app.Count(i.Sheets))
	rev.Data, rev.PDF, rev.Program = data, i.Seal.Papers, i.Seal.Program
	if err := tx.Save(ctx, rev); err != nil {
		return fmt.Errorf("reopen revision %d: %w", i.Seal.Revision, err)
	}
	return nil
}

// partsOf returns the parts a revision has; none means all.
func partsOf(rev *app.Revision) []string {
	if rev.Parts == "" {
		return nil
	}
	return strings.Split(rev.Parts, ",")
}
