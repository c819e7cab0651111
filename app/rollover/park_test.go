package rollover_test

import (
	"context"
	"errors"
	"maps"
	"path/filepath"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/rollover"
	"technopark/app/sample"
	"technopark/storage"
)

// kept is the sample park in a data file of its own.
type kept struct {
	*storage.Store
	park int64
}

func keep(t testing.TB) *kept {
	t.Helper()
	ctx := context.Background()
	now := func() time.Time { return time.Date(2021, time.January, 12, 9, 0, 0, 0, time.UTC) }
	store, err := storage.Create(filepath.Join(t.TempDir(), "парк.tpark"), storage.Options{Who: "ivanova", Now: now})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := store.Close(); err != nil {
			t.Error(err)
		}
	})
	err = store.Change(ctx, "данные", func(tx app.Tx) error {
		return sample.Park().Fill(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	parks, listed := store.Parks(ctx)
	if err := errors.Join(err, listed); err != nil {
		t.Fatal(err)
	}
	return &kept{store, parks[0].ID}
}

func (k *kept) book(t testing.TB) *app.Book {
	t.Helper()
	b, err := k.Book(context.Background(), k.park)
	if err != nil {
		t.Fatal(err)
	}
	return b
}

func (k *kept) plan(t testing.TB, from, to int) *rollover.Plan {
	t.Helper()
	p, err := rollover.New(k.book(t), from, to)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func (k *kept) apply(t testing.TB, p *rollover.Plan) {
	t.Helper()
	ctx := context.Background()
	if err := p.Write(ctx, k, "Новый год"); err != nil {
		t.Fatal(err)
	}
}

// flawed is a file in which a figure was changed by other means than this program.
type flawed struct{ *kept }

func (flawed) Verify(context.Context) (app.Verdict, error) {
	return app.Verdict{Problems: []app.Problem{{Kind: app.ProblemValue, Type: "contract", ID: 1, Field: "valid_to"}}}, nil
}

// A new year does not begin with figures that nobody entered.
func TestYearOfFlawedFileIsNotTurned(t *testing.T) {
	k := keep(t)
	was := snapshots(t, k.book(t))
	if err := k.plan(t, 2020, 2021).Write(context.Background(), flawed{k}, "Новый год"); !errors.Is(err, app.ErrDamaged) {
		t.Errorf("the year was turned: %v", err)
	}
	if !maps.Equal(was, snapshots(t, k.book(t))) {
		t.Error("something was written")
	}
}

// snapshots returns all records of a book by type and id, whole.
func snapshots(t testing.TB, b *app.Book) map[app.Place]string {
	t.Helper()
	all := map[app.Place]string{}
	for _, typ := range app.Types() {
		for _, rec := range b.Of(typ.Key) {
			text, err := app.TakeSnapshot(rec).JSON(typ)
			if err != nil {
				t.Fatal(err)
			}
			all[app.Place{Type: typ.Key, ID: rec.Header().ID}] = text
		}
	}
	return all
}

// depart ends the last agreements of residents on the last day of 2020 without a word how; with
// them their other contracts unless they stay.
func depart(t testing.TB, k *kept, n int, others bool) []*app.Resident {
	t.Helper()
	b, last := k.book(t), app.Day(2020, 12, 31)
	gone := b.ActiveResidents(app.YearPeriod(2021))[:n]
	for _, r := range gone {
		for _, c := range app.All[app.Contract](b, "contract") {
			if c.Resident != r.ID || !c.InForce(last) || c.Kind != app.ContractResidency && !others {
				continue
			}
			c = app.Clone(c)
			c.To, c.Outcome = last, ""
			if err := k.Save(context.Background(), c); err != nil {
				t.Fatal(err)
			}
		}
	}
	return gone
}
