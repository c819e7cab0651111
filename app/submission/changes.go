package submission

import (
	"bytes"
	"context"
	"path/filepath"

	"technopark/app"
	"technopark/reports"
)

// Journaled is a data file that knows who changed what.
type Journaled interface {
	Records
	Journal(ctx context.Context, f app.JournalFilter) ([]app.JournalEntry, error)
}

// WriteChanges writes the sheet of changes of a revision against an earlier one into dir
// as a PDF and returns its path. Who changed a record last, and when, is the journal's word.
func WriteChanges(ctx context.Context, file Journaled, earlier, later *app.Revision, dir string) (string, error) {
	if err := existingDir(dir); err != nil {
		return "", err
	}
	c, err := Compare(ctx, file, earlier, later)
	if err != nil {
		return "", err
	}
	sheet := reports.Changed{Book: c.Book, Earlier: earlier, Later: later, Method: c.OtherMethod, Rules: c.OtherRules, Program: program(app.RU)}
	for _, e := range c.Effects {
		sheet.Effects = append(sheet.Effects, reports.ChangedEffect{
			Code: e.Indicator.Code, Name: e.Indicator.Name.RU, Unit: e.Indicator.Unit.RU, Was: e.Was, Is: e.Is,
		})
	}
	for _, x := range c.Changes {
		who, err := lastHand(ctx, file, x)
		if err != nil {
			return "", err
		}
		sheet.Rows = append(sheet.Rows, reports.ChangedRow{Type: x.Type, Record: x.Record, What: x.words(), Was: x.Was.RU, Is: x.Is.RU, Who: who})
	}
	var out bytes.Buffer
	if _, err := reports.WritePDF(&out, reports.SheetOfChanges(sheet)); err != nil {
		return "", err
	}
	path := filepath.Join(dir, revisionName(c.Book.Park, later.Period.Year, int(later.Number.N))+", лист изменений.pdf")
	return path, writeFile(path, out.Bytes())
}

// words says what happened: «добавлено», or the field with its unit.
func (c Change) words() string {
	switch c.Kind {
	case Added:
		return "добавлено"
	case Removed:
		return "удалено"
	}
	if c.Field.Unit.RU != "" {
		return c.Field.Label.RU + ", " + c.Field.Unit.RU
	}
	return c.Field.Label.RU
}

// lastHand returns who changed a record last and on which day.
func lastHand(ctx context.Context, file Journaled, c Change) (string, error) {
	entries, err := file.Journal(ctx, app.JournalFilter{Type: c.Type.Key, ID: c.ID, Limit: 1})
	if err != nil || len(entries) == 0 {
		return "", err
	}
	return entries[0].Who + ", " + app.DateOf(entries[0].At).String(), nil
}
