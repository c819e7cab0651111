package submission

import (
	"strings"
	"time"

	"technopark/app"
	"technopark/reports"
)

// Sheet is a paper that is not written yet.
type Sheet struct {
	Name  string // of the file
	PDF   []byte // its bytes
	Pages int    // that it has

	of, inn string
}

// SheetOfChanges makes the лист изменений of two revisions, in the language of the later. Days are those of the clocks
// of a place.
func SheetOfChanges(c *Comparison, in *time.Location) (Sheet, error) {
	lang := app.Lang(c.Later.Lang)
	sheet := reports.Changed{Book: c.Book, Earlier: c.Earlier, Later: c.Later, Method: c.OtherMethod, Rules: c.OtherRules, Program: program(lang)}
	for _, r := range c.Reasons {
		sheet.Reasons = append(sheet.Reasons, reports.ChangedReason{Number: int(r.Revision.Number.N), Returned: r.Returned, Text: r.Text})
	}
	for _, e := range c.Effects {
		sheet.Effects = append(sheet.Effects, reports.ChangedEffect{
			Code: e.Indicator.Code, Name: e.Indicator.Name.In(lang), Unit: e.Indicator.Unit.In(lang), Was: e.Was.In(lang), Is: e.Is.In(lang), Change: e.Change.In(lang),
		})
	}
	for _, x := range c.Changes {
		sheet.Rows = append(sheet.Rows, reports.ChangedRow{
			Type: x.Type, Record: x.Record, What: x.Words(lang), Was: x.Was.In(lang), Is: x.Is.In(lang),
			Who: x.Hand.Who, Day: x.Hand.Day(in), Why: x.Why,
		})
	}
	name := revisionName(c.Book.Park, c.Later.Period.Year, int(c.Later.Number.N)) + ", лист изменений.pdf"
	of := ofWhat("changes", parkSign(c.Book), c.Earlier.Data, c.Later.Data)
	pdf, pages, err := draw(name, reports.SheetOfChanges(sheet), of)
	return Sheet{name, pdf, pages, of, innOf(c.Book)}, err
}

// Write writes the paper into a directory and returns its path.
func (s Sheet) Write(dir string) (string, error) {
	stem := strings.TrimSuffix(s.Name, ".pdf")
	at, err := put(dir, stem, s.inn, file{name: s.Name, data: s.PDF}, paperLike(s.of))
	if err != nil {
		return "", err
	}
	return at.path(s.Name), nil
}

// Words says what happened: «добавлено», or the field with its unit.
func (c Change) Words(lang app.Lang) string {
	switch c.Kind {
	case Added:
		return app.L("добавлено", "added").In(lang)
	case Removed:
		return app.L("удалено", "removed").In(lang)
	}
	return c.Field.Head(lang)
}
