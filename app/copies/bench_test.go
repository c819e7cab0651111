package copies_test

import (
	"context"
	"fmt"
	"os"
	"testing"

	"technopark/app"
	"technopark/app/copies"
	"technopark/app/sample"
)

// fill puts records into the file of a bench as one change.
func (b *bench) fill(what func(save func(app.Record) error) error) {
	b.t.Helper()
	ctx := context.Background()
	err := b.store.Change(ctx, "наполнение", func(tx app.Tx) error {
		return what(func(rec app.Record) error { return tx.Save(ctx, rec) })
	})
	if err != nil {
		b.t.Fatal(err)
	}
}

// manyResidents saves residents with reports of three years.
func manyResidents(n int) func(save func(app.Record) error) error {
	return func(save func(app.Record) error) error {
		park := &app.Park{Name: "Большой"}
		if err := save(park); err != nil {
			return err
		}
		for i := range n {
			r := &app.Resident{Head: app.Head{Park: park.ID}, Name: fmt.Sprint("Резидент № ", i+1)}
			if err := save(r); err != nil {
				return err
			}
			for year := 2018; year <= 2020; year++ {
				report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(year), Revenue: app.Of(app.Thousands(int64(i)))}
				if err := save(report); err != nil {
					return err
				}
			}
		}
		return nil
	}
}

// BenchmarkMake makes a copy, reads it back and takes old ones away: of the sample park, and
// of 1,000 residents × 3 years.
func BenchmarkMake(b *testing.B) {
	for name, what := range map[string]func(func(app.Record) error) error{
		"sample": func(save func(app.Record) error) error { return sample.Park().Fill(save) },
		"1000x3": manyResidents(1000),
	} {
		b.Run(name, func(b *testing.B) {
			bench := newBench(b)
			bench.fill(what)
			for b.Loop() {
				bench.now = bench.now.AddDate(0, 0, 1)
				bench.make(copies.WhyAsked)
			}
			if info, err := os.Stat(bench.store.Path()); err == nil {
				b.ReportMetric(float64(info.Size())/(1<<20), "MB")
			}
		})
	}
}

// BenchmarkVerify reads a whole copy of the sample park.
func BenchmarkVerify(b *testing.B) {
	bench := newBench(b)
	bench.fill(func(save func(app.Record) error) error { return sample.Park().Fill(save) })
	path := bench.make(copies.WhyAsked).Path
	for b.Loop() {
		if v, err := bench.Verify(context.Background(), path, ""); err != nil || v.Fault != "" {
			b.Fatal(v, err)
		}
	}
}
