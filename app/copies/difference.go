package copies

import (
	"context"
	"errors"
	"os"
	"path/filepath"

	"technopark/app"
	"technopark/app/disk"
)

// Differing is one thing in which a copy and a data file differ.
type Differing struct {
	Type   *app.Type  // of the record
	ID     int64      // of the record
	Record app.Text   // what people call it
	Action app.Action // what makes the file out of the copy: added, deleted, or a field edited
	Field  app.Field  // of an edit
	Copy   app.Text   // of an edit: what the copy has, as people read it
	File   app.Text   // of an edit: what the file has
}

// Sides says both sides for the columns of a list; of a whole record, on which side it is.
func (d Differing) Sides() (inCopy, inFile app.Text) {
	there, gone := app.L("есть", "there"), app.L("нет", "not there")
	switch d.Action {
	case app.ActionAdd:
		return gone, there
	case app.ActionDelete:
		return there, gone
	}
	return d.Copy, d.File
}

// Differences returns in what the records of a copy and of a data file differ, in the order of
// the catalogue: nothing when they are the same. The passphrase opens a sealed copy; «» is that
// of the settings. Neither is changed.
func (k Keeper) Differences(ctx context.Context, path, passphrase, file string) ([]Differing, error) {
	dir, err := disk.TempDir("difference")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir) //nolint:errcheck // the next start tries again
	temp := filepath.Join(dir, "copy"+Extension)
	if err := k.unpack(ctx, path, temp, passphrase); err != nil {
		return nil, err
	}
	return k.between(ctx, temp, path, file)
}

// between returns in what the records of two data files differ; the first is told as another path,
// which is where people know it.
func (k Keeper) between(ctx context.Context, copied, known, file string) ([]Differing, error) {
	was, err := k.records(ctx, copied)
	if err != nil {
		return nil, app.About(known, err)
	}
	is, err := k.records(ctx, file)
	if err != nil {
		return nil, app.About(file, err)
	}
	return differing(was, is), nil
}

// records reads all records of a data file.
func (k Keeper) records(ctx context.Context, path string) (records app.RecordsByType, err error) {
	f, err := k.Storage.Open(path)
	if err != nil {
		return nil, err
	}
	defer func() { err = errors.Join(err, f.Close()) }()
	return f.Records(ctx)
}

// differing writes the differences between two sets of records for people, one for each field.
func differing(was, is app.RecordsByType) []Differing {
	var all []Differing
	before, after := sayings(was), sayings(is)
	for _, d := range app.Differences(app.Types(), was, is) {
		one := Differing{Type: d.Type, ID: d.ID, Action: d.Action}
		switch d.Action {
		case app.ActionDelete:
			one.Record = before.title(d.Was)
			all = append(all, one)
			continue
		case app.ActionAdd:
			one.Record = after.title(d.Is)
			all = append(all, one)
			continue
		}
		one.Record = after.title(d.Is)
		for _, e := range d.Edits {
			one.Field, one.Copy, one.File = e.Field, before.value(e.Field, e.Before), after.value(e.Field, e.After)
			all = append(all, one)
		}
	}
	return all
}

// saying says the records of one side in both languages.
type saying struct{ ru, en app.Titles }

func sayings(of app.RecordsByType) saying { return saying{of.TitlesIn(app.RU), of.TitlesIn(app.EN)} }

func (s saying) title(rec app.Record) app.Text {
	t := rec.Type()
	return app.L(t.TitleIn(app.RU, rec, s.ru), t.TitleIn(app.EN, rec, s.en))
}

// value writes a value with all its decimals: the difference may be in the last of them.
func (s saying) value(f app.Field, v app.Value) app.Text {
	switch {
	case v.Empty() && f.Kind.Numeric():
		return app.NotProvidedText
	case v.Empty():
		return app.L("—", "—")
	case f.Content: // another name is another file, and nobody reads more of it
		return app.L(v.S[:min(len(v.S), 12)]+"…", v.S[:min(len(v.S), 12)]+"…")
	}
	return app.L(app.OneLine(f.Exact(v, s.ru, app.RU)), app.OneLine(f.Exact(v, s.en, app.EN)))
}
