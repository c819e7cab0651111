package submission

import (
	"bytes"
	"context"
	"slices"

	"technopark/app"
	"technopark/app/rating"
)

// Change is one difference between two revisions.
type Change struct {
	Type   *app.Type
	Record string // its title
	ID     int64
	Kind   ChangeKind
	Field  app.Field // of an edit
	Was    app.Text  // of an edit
	Is     app.Text
	Hand   Hand   // whose change it was
	Why    string // what explanations say of it; «» when there is none
}

// ChangeKind tells what happened to a record.
type ChangeKind string

// The kinds of changes.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Edited  ChangeKind = "edited"
)

// Effect is an indicator in two revisions.
type Effect struct {
	Indicator *rating.Indicator // of the later one, if it has it
	Was, Is   app.Text          // as printed; a dash where the method has no such indicator
	Change    app.Text          // «+0,1»; a dash where there is no figure on both sides
}

// Comparison is what differs between two revisions of one year.
type Comparison struct {
	Earlier, Later *app.Revision
	Book           *app.Book // of the later one
	Reasons        []Reason
	Changes        []Change
	Effects        []Effect // of the indicators that differ
	OtherMethod    bool
	OtherRules     bool
}

// Compare finds out what differs between the frozen data of two revisions, given in either
// order: records and fields in the order of the catalogue, who changed them and why, and
// what came of it.
func Compare(ctx context.Context, file Journaled, one, other *app.Revision) (*Comparison, error) {
	c := &Comparison{Earlier: one, Later: other}
	if one.Number.N > other.Number.N {
		c.Earlier, c.Later = other, one
	}
	a, err := reopened(ctx, file, c.Earlier)
	if err != nil {
		return nil, err
	}
	b, err := reopened(ctx, file, c.Later)
	if err != nil {
		return nil, err
	}
	now, err := file.Book(ctx, c.Later.Park)
	if err != nil {
		return nil, err
	}
	c.Book = b.book
	c.Reasons = reasons(RevisionsOf(now, c.Later.Period.Year), c.Earlier, c.Later)
	c.OtherMethod = !bytes.Equal(a.out.By.MethodFile.TOML, b.out.By.MethodFile.TOML)
	c.OtherRules = !bytes.Equal(a.out.By.RuleFile.TOML, b.out.By.RuleFile.TOML)
	for _, t := range frozenTypes() {
		c.Changes = append(c.Changes, changesOf(t, a.book, b.book)...)
	}
	c.Effects = effects(a.out.Result, b.out.Result)
	c.explain(b.out.Report)
	if err := c.sign(ctx, file); err != nil {
		return nil, err
	}
	return c, nil
}

// changesOf compares the records of one type by their ids.
func changesOf(t *app.Type, a, b *app.Book) []Change {
	var all []Change
	title := func(book *app.Book, rec app.Record) string { return t.Title(rec, book.TitleOf) }
	for _, rec := range a.Of(t.Key) {
		if b.Get(t.Key, rec.Header().ID) == nil {
			all = append(all, Change{Type: t, Record: title(a, rec), ID: rec.Header().ID, Kind: Removed})
		}
	}
	for _, rec := range b.Of(t.Key) {
		was := a.Get(t.Key, rec.Header().ID)
		if was == nil {
			all = append(all, Change{Type: t, Record: title(b, rec), ID: rec.Header().ID, Kind: Added})
			continue
		}
		for _, f := range t.Stored() {
			if x, y := f.Get(was), f.Get(rec); x != y {
				all = append(all, Change{
					Type: t, Record: title(b, rec), ID: rec.Header().ID, Kind: Edited, Field: f, Was: worded(a, f, x), Is: worded(b, f, y),
				})
			}
		}
	}
	return all
}

// worded writes a value as people read it, with all its decimals: the change may be in
// the last of them. Of what is missing, a figure is «не представлено».
func worded(b *app.Book, f app.Field, v app.Value) app.Text {
	switch {
	case v.Empty() && f.Kind.Numeric():
		return app.NotProvidedText
	case v.Empty():
		return app.L("—", "—")
	}
	return app.L(f.Exact(v, b.TitleOf, app.RU), f.Exact(v, b.TitlesIn(app.EN), app.EN))
}

// RevisionsOf returns the revisions of a year of data, the first one first.
func RevisionsOf(b *app.Book, year int) []*app.Revision {
	var all []*app.Revision
	for _, r := range app.All[app.Revision](b, "revision") {
		if r.Period == app.YearPeriod(year) {
			all = append(all, r)
		}
	}
	slices.SortFunc(all, func(x, y *app.Revision) int { return int(x.Number.N - y.Number.N) })
	return all
}
