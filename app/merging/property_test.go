package merging_test

import (
	"math/rand/v2"
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/merging"
	"technopark/app/rating"
	"technopark/app/regulation"
)

// One resident entered twice, with their contracts, jobs, reports and the cells of reports spread
// over both, has after the merge every figure, every record and every word as before; whichever of
// the two stays, the indicators are the same; and one undo gives back both as they were.
func TestMergeOfASplitResident(t *testing.T) {
	f := sampleFile(t)
	before, figures := f.all(), f.indicators()
	clashes := 0
	for seed := range uint64(4) {
		r := rand.New(rand.NewPCG(seed, 16)) //nolint:gosec // the same splits each time
		residents := app.All[app.Resident](f.book(), "resident")
		original := residents[r.IntN(len(residents))]
		twin := f.split(r, original)
		apart := f.all()

		p := f.plan(original, twin)
		if open := p.Open(); len(open) > 0 {
			t.Fatalf("seed %d: open %v", seed, open)
		}
		clashes += len(p.Clashes)
		f.write(p)
		f.same("merged", before, f.all())
		f.undo()
		f.same("undone", apart, f.all())

		f.write(f.plan(twin, original))
		if got := f.indicators(); !slices.Equal(got, figures) {
			t.Fatalf("seed %d: the indicators are\n%v\nwere\n%v", seed, got, figures)
		}
		f.undo()
		f.same("undone", apart, f.all())
		f.undo() // of the split
		f.same("as it was", before, f.all())
	}
	if clashes == 0 {
		t.Error("no report was parted between two records")
	}
	if v, err := f.Verify(t.Context()); err != nil || v.Err() != nil {
		t.Error(err, v.Err())
	}
}

func (f *file) write(p *merging.Plan) {
	f.t.Helper()
	if err := p.Write(f.t.Context(), f.Store, "объединение"); err != nil {
		f.t.Fatal(err)
	}
}

func (f *file) indicators() []string {
	f.t.Helper()
	var all []string
	for _, year := range []int{2019, 2020} {
		b := f.book()
		set, err := regulation.Program().For(b, year)
		if err != nil {
			f.t.Fatal(err)
		}
		result, err := rating.Compute(set.Method, b, year)
		if err != nil {
			f.t.Fatal(err)
		}
		for _, ind := range result.All() {
			value := "none"
			if ind.Value != nil {
				value = ind.Value.RatString()
			}
			all = append(all, ind.Code+" "+value)
		}
	}
	return all
}

// split enters a resident a second time, as one step: what is theirs goes to one or to the other, and
// some reports are filled in half here and half there.
func (f *file) split(r *rand.Rand, original *app.Resident) *app.Resident {
	f.t.Helper()
	twin := app.Clone(original)
	*twin.Header() = app.Head{Park: f.park}
	err := f.Change(f.t.Context(), "раздвоение", func(tx app.Tx) error {
		first := app.Clone(original)
		share(r, first, twin, "name", "short_name", "legal_form")
		if err := tx.Save(f.t.Context(), twin); err != nil {
			return err
		}
		if err := tx.Save(f.t.Context(), first); err != nil {
			return err
		}
		to := app.Redirect{{Type: "resident", ID: original.ID}: twin.ID}
		for _, t := range app.Types() {
			recs, err := tx.List(f.t.Context(), t, f.park)
			if err != nil {
				return err
			}
			for _, rec := range recs {
				if err := f.part(r, tx, rec, to); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		f.t.Fatal(err)
	}
	return twin
}

// part leaves a record of the resident where it is, moves it to the twin, or parts it between both.
func (f *file) part(r *rand.Rand, tx app.Tx, rec app.Record, to app.Redirect) error {
	other, changed := app.Redirected(rec, to)
	if len(changed) == 0 || r.IntN(3) == 0 {
		return nil
	}
	if rec.Type().Report && r.IntN(2) == 0 {
		first := app.Clone(rec)
		*other.Header() = app.Head{Park: f.park}
		share(r, first, other, "resident", "period")
		if err := tx.Save(f.t.Context(), first); err != nil {
			return err
		}
	}
	return tx.Save(f.t.Context(), other)
}

// share leaves the value of each field but a few in both records or in one of them.
func share(r *rand.Rand, a, b app.Record, but ...string) {
	for _, f := range a.Type().Stored() {
		if slices.Contains(but, f.Key) || f.Essential {
			continue
		}
		switch r.IntN(3) {
		case 0:
			f.Set(a, app.Value{})
		case 1:
			f.Set(b, app.Value{})
		}
	}
}
