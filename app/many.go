package app

import (
	"context"
	"errors"
	"fmt"
)

// Overwrite is one field of many records about to get one value.
type Overwrite struct {
	Field   Field    // that is written
	Value   Value    // it gets
	Changed []Record // copies of the records that did not have the value, with it, in their order
	Same    int      // how many have it already and are left alone
	Lost    int      // how many of Changed had another value, which is written over
}

// OverwriteField writes a value into a field of all records; they themselves stay as they
// are. A record that cannot have the value stops it all: the error is a Refusal that names it.
func OverwriteField(recs []Record, f Field, v Value, titles Titles) (Overwrite, error) {
	o := Overwrite{Field: f, Value: v}
	if !f.Typed() || f.Content {
		return o, fmt.Errorf("field %s is not for people to fill in", f.Key)
	}
	for _, rec := range recs {
		was := f.Get(rec)
		if was == v {
			o.Same++
			continue
		}
		is := Clone(rec)
		f.Set(is, v)
		if faults := ValidateEdit(rec, is); len(faults) > 0 {
			return o, Stopped(rec, titles, faults)
		}
		if !was.Empty() {
			o.Lost++
		}
		o.Changed = append(o.Changed, is)
	}
	return o, nil
}

// Copies returns copies of records, yet to be saved; see Copy. Numbers in a row are counted
// on past those of the others and of the copies. A record whose copy could not be kept
// without a name of its own stops it all: the error is a Refusal that names it.
func Copies(recs, others []Record, titles Titles) ([]Record, error) {
	var all []Record
	taken := newRows(others)
	for _, rec := range recs {
		taken.add(rec)
	}
	for _, rec := range recs {
		twin := Copy(rec)
		taken.number(rec, twin)
		if faults := Validate(twin); len(faults) > 0 {
			return nil, Stopped(rec, titles, faults)
		}
		taken.add(twin)
		all = append(all, twin)
	}
	return all, nil
}

// SaveAll saves records as part of a change. The record that cannot be saved stops it: the
// error is then a Refusal that names it, or what befell the file.
func SaveAll(ctx context.Context, tx Tx, recs []Record, titles Titles) error {
	for _, rec := range recs {
		if err := tx.Save(ctx, rec); err != nil {
			return Stopped(rec, titles, err)
		}
	}
	return nil
}

// Stopped names the record at which a change of many stopped and what is wrong with it; an
// error that is no fault of the record comes back as it is.
func Stopped(rec Record, titles Titles, err error) error {
	faults := FaultsOf(err)
	if len(faults) == 0 && !errors.Is(err, ErrNotFound) && !errors.Is(err, ErrConflict) {
		return err
	}
	said := L("её изменили или удалили, пока вы выбирали", "it was changed or deleted meanwhile")
	for i, fault := range faults {
		if i == 0 {
			said = fault.Message
			continue
		}
		said = L(said.RU+"; "+fault.Message.RU, said.In(EN)+"; "+fault.Message.In(EN))
	}
	return &Refusal{ID: "err.stopped", Data: map[string]any{"What": rec.Type().Title(rec, titles), "Faults": said}, Cause: err}
}
