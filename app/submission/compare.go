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
	Type   *app.Type  // of the record
	Record string     // its title
	ID     int64      // of the record
	Kind   ChangeKind // what happened to it
	Field  app.Field  // of an edit
	Was    app.Text   // of an edit
	Is     app.Text   // of an edit
	Hand   Hand       // whose change it was
	Why    string     // what explanations say of it; «» when there is none
}

// ChangeKind tells what happened to a record.
type ChangeKind string

// The kinds of changes.
const (
	Added   ChangeKind = "added"
	Removed ChangeKind = "removed"
	Edited  ChangeKind = "edited"
)

// Comparison is what differs between two revisions of one year.
type Comparison struct {
	Earlier, Later *app.Revision   // by their numbers, however they were given
	Book           *app.Book       // of the later one
	Reasons        []Reason        // why there came to be the later one
	Changes        []Change        // of records, a row for each field that was edited
	Effects        []rating.Effect // of the indicators that differ
	OtherMethod    bool            // the indicators were computed by another profile
	OtherRules     bool            // the records were checked by another profile
}

// Compare finds out what differs between the frozen data of two revisions, given in either
// order: records and fields in the order of the catalogue, who changed them and why, and
// what came of it.
func Compare(ctx context.Context, file Journaled, one, other *app.Revision) (*Comparison, error) {
	c := &Comparison{Earlier: one, Later: other}
	if one.Number.N > other.Number.N {
		c.Earlier, c.Later = other, one
	}
	a, err := reopened(ctx, file, c.Earlier, nil)
	if err != nil {
		return nil, err
	}
	b, err := reopened(ctx, file, c.Later, a.book)
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
	for _, d := range app.Differences(frozenTypes(), a.book, b.book) {
		c.Changes = append(c.Changes, changesOf(d, a.book, b.book)...)
	}
	c.Effects = rating.Effects(a.out.Result, b.out.Result)
	c.explain(b.out.Report)
	if err := c.sign(ctx, file); err != nil {
		return nil, err
	}
	return c, nil
}

// kinds are those of changes by what was done to the record.
var kinds = map[app.Action]ChangeKind{app.ActionAdd: Added, app.ActionDelete: Removed, app.ActionEdit: Edited}

// changesOf makes a row of a difference, or one of each field that was edited.
func changesOf(d app.Difference, a, b *app.Book) []Change {
	x := Change{Type: d.Type, ID: d.ID, Kind: kinds[d.Action]}
	if d.Action == app.ActionDelete {
		x.Record = d.Type.Title(d.Was, a.TitleOf)
		return []Change{x}
	}
	x.Record = d.Type.Title(d.Is, b.TitleOf)
	if d.Action == app.ActionAdd {
		return []Change{x}
	}
	all := make([]Change, len(d.Edits))
	for i, e := range d.Edits {
		x.Field, x.Was, x.Is = e.Field, worded(a, e.Field, e.Before), worded(b, e.Field, e.After)
		all[i] = x
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

// LastRevision returns the last revision of a year; an empty one when there is none or no
// book.
func LastRevision(b *app.Book, year int) *app.Revision {
	if b == nil {
		return &app.Revision{}
	}
	all := RevisionsOf(b, year)
	if len(all) == 0 {
		return &app.Revision{}
	}
	return all[len(all)-1]
}
