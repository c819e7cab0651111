package submission

import (
	"context"
	"fmt"

	"technopark/app"
)

// FillFrozen saves the records of a submission into an empty data file, under the ids
// they had: places in explanations and links of documents go on being right. The files of
// the documents are not in the data; the records say where their pages are.
func FillFrozen(ctx context.Context, tx app.Tx, t *Thawed) error {
	for _, typ := range app.Types() {
		for _, rec := range t.Book.Of(typ.Key) {
			if d, ok := rec.(*app.Document); ok {
				rec = withoutFile(d)
			}
			if err := tx.Restore(ctx, rec); err != nil {
				return fmt.Errorf("reopen %s %d: %w", typ.Key, rec.Header().ID, err)
			}
		}
	}
	return nil
}

func withoutFile(d *app.Document) *app.Document {
	if d.SHA256 == "" {
		return d
	}
	bare := *d
	note := "Файл остался в пакете, из которого открыты данные; его SHA-256 — " + d.SHA256 + "."
	if d.Note != "" {
		note = d.Note + "\n" + note
	}
	bare.Note, bare.SHA256, bare.Format = note, "", ""
	bare.Size, bare.Pages = app.Cell[app.Count]{}, app.Cell[app.Count]{}
	return &bare
}
