package merging

import (
	"cmp"
	"context"
	"slices"

	"technopark/app"
)

// distinctions is the key of the records that say what was told apart.
const distinctions = "distinction"

// partners are the records of a type that were told apart: of each the others, by ids.
type partners map[int64][]int64

// toldApart returns what was told apart, by the keys of types.
func toldApart(records app.Records) map[string]partners {
	all := map[string]partners{}
	for _, d := range app.As[app.Distinction](records.Of(distinctions)) {
		one, other, ok := d.Places()
		if !ok {
			continue
		}
		if all[one.Type] == nil {
			all[one.Type] = partners{}
		}
		all[one.Type][one.ID] = append(all[one.Type][one.ID], other.ID)
		all[one.Type][other.ID] = append(all[one.Type][other.ID], one.ID)
	}
	return all
}

// among returns the partners by their places in a list, which is in the order of ids; those that
// are not in it are left out.
func (p partners) among(recs []app.Record) map[int][]int {
	all := map[int][]int{}
	for id, others := range p {
		at, there := position(recs, id)
		for _, other := range others {
			if to, found := position(recs, other); there && found {
				all[at] = append(all[at], to)
			}
		}
	}
	return all
}

func position(recs []app.Record, id int64) (int, bool) {
	return slices.BinarySearchFunc(recs, id, func(rec app.Record, id int64) int { return cmp.Compare(rec.Header().ID, id) })
}

// Distinct is two records that somebody said are two.
type Distinct struct {
	One, Other app.Record       // the one of the lower id first
	Mark       *app.Distinction // who said so, when and why
}

// Told returns what was told apart, in the order in which it was said; each pair once, and none of
// which a record is gone.
func Told(records app.Records) []Distinct {
	var all []Distinct
	seen := map[app.Place]map[int64]bool{}
	for _, d := range app.As[app.Distinction](records.Of(distinctions)) {
		one, other, ok := d.Places()
		if !ok || seen[one][other.ID] {
			continue
		}
		is := Distinct{recordAt(records, one), recordAt(records, other), d}
		if is.One == nil || is.Other == nil {
			continue
		}
		if seen[one] == nil {
			seen[one] = map[int64]bool{}
		}
		seen[one][other.ID] = true
		all = append(all, is)
	}
	return all
}

func recordAt(records app.Records, p app.Place) app.Record {
	for _, rec := range records.Of(p.Type) {
		if rec.Header().ID == p.ID {
			return rec
		}
	}
	return nil
}

// Tell writes in a change that the records of each pair are two, as said by who, on a day, with a
// note. What was told already stays as it is; it returns how many were new.
func Tell(ctx context.Context, tx app.Tx, park int64, pairs [][2]app.Record, said app.Distinction) (int, error) {
	marks, err := marksOf(ctx, tx, park)
	if err != nil {
		return 0, err
	}
	n := 0
	for _, pair := range pairs {
		d := app.Distinguish(park, pair[0], pair[1])
		if len(of(marks, d)) > 0 {
			continue
		}
		d.Author, d.Date, d.Note = said.Author, said.Date, said.Note
		if err := tx.Save(ctx, d); err != nil {
			return n, err
		}
		marks = append(marks, d)
		n++
	}
	return n, nil
}

// Untell takes back in a change that two records are two; it returns whether anybody had said so.
func Untell(ctx context.Context, tx app.Tx, park int64, a, b app.Record) (bool, error) {
	marks, err := marksOf(ctx, tx, park)
	if err != nil {
		return false, err
	}
	all := of(marks, app.Distinguish(park, a, b))
	for _, mark := range all { // after a merge there may be two of one pair
		if err := tx.Delete(ctx, mark); err != nil {
			return false, err
		}
	}
	return len(all) > 0, nil
}

func marksOf(ctx context.Context, from Source, park int64) ([]*app.Distinction, error) {
	recs, err := from.List(ctx, app.TypeByKey(distinctions), park)
	return app.As[app.Distinction](recs), err
}

// of returns the marks of the same two records as one.
func of(marks []*app.Distinction, d *app.Distinction) []*app.Distinction {
	one, other, _ := d.Places()
	return slices.DeleteFunc(slices.Clone(marks), func(is *app.Distinction) bool {
		a, b, ok := is.Places()
		return !ok || a != one || b != other
	})
}
