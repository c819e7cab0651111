package storage

import (
	"context"
	"errors"
	"fmt"

	"technopark/app"
)

// DeleteAll removes records and all that depends on them, as one step of undo called what.
// A record that goes with another of them is no fault, one that was not there at the start is
// ErrNotFound. Nothing is removed then.
func (s *Store) DeleteAll(ctx context.Context, what string, recs []app.Record) error {
	return s.write(ctx, func(x *tx) error {
		x.what = what
		bare := make([]app.Record, len(recs))
		for i, rec := range recs {
			t, err := s.table(rec.Type())
			if err == nil {
				bare[i], err = x.getBare(ctx, t, rec.Header().ID)
			}
			if err != nil {
				return fmt.Errorf("delete %s %d of %d: %w", rec.Type().Key, rec.Header().ID, len(recs), err)
			}
		}
		for _, was := range bare {
			if err := x.purgeLeft(ctx, was); err != nil {
				return fmt.Errorf("delete %s %d with dependents: %w", was.Type().Key, was.Header().ID, err)
			}
		}
		return nil
	})
}

// purgeLeft is purge of a record that may be gone with another.
func (x *tx) purgeLeft(ctx context.Context, rec app.Record) error {
	t, err := x.store.table(rec.Type())
	if err != nil {
		return err
	}
	was, err := x.getBare(ctx, t, rec.Header().ID)
	if errors.Is(err, app.ErrNotFound) {
		return nil
	}
	if err != nil {
		return err
	}
	return x.purge(ctx, t, was)
}

// Dependents returns what refers to the given records, without these themselves: how many
// records there are, and the first of each kind.
func (s *Store) Dependents(ctx context.Context, recs []app.Record) (app.InUseError, error) {
	found := dependentsOf{known: map[reference]bool{}, named: map[string]int{}}
	for _, rec := range recs {
		found.known[reference{rec.Type().Key, rec.Header().ID}] = true
	}
	err := s.read(ctx, func(x *tx) error {
		found.names = x.titles(ctx)
		for _, rec := range recs {
			if err := found.addOf(ctx, x, rec); err != nil {
				return fmt.Errorf("dependents of %s %d: %w", rec.Type().Key, rec.Header().ID, err)
			}
		}
		return nil
	})
	return found.used, err
}

// dependentsOf gathers what refers to several records.
type dependentsOf struct {
	used  app.InUseError
	known map[reference]bool // the records themselves, and what was counted already
	named map[string]int     // how many of each type are named
	names *titles
}

func (g *dependentsOf) addOf(ctx context.Context, x *tx, rec app.Record) error {
	t, err := x.store.table(rec.Type())
	if err != nil {
		return err
	}
	for _, d := range t.dependencies {
		ids, _, err := x.dependents(ctx, d, rec.Header().ID, -1)
		if err != nil {
			return err
		}
		for _, id := range ids {
			g.add(d.table.typ, id)
		}
	}
	return nil
}

func (g *dependentsOf) add(t *app.Type, id int64) {
	ref := reference{t.Key, id}
	if g.known[ref] {
		return
	}
	g.known[ref] = true
	g.used.Total++
	g.named[t.Key]++
	if g.named[t.Key] <= listedDependents {
		g.used.Dependents = append(g.used.Dependents, app.Dependent{Type: t, ID: id, Title: g.names.of(t.Key, id)})
	}
}
