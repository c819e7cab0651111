package rollover_test

import (
	"context"
	"fmt"
	"testing"

	"technopark/app"
	"technopark/app/rollover"
)

// BenchmarkTurn1000 turns the year of a park of 1,000 residents: planned, reconciled, written as one
// change.
func BenchmarkTurn1000(b *testing.B) {
	k := keep(b)
	ctx := context.Background()
	err := k.Change(ctx, "ещё резиденты", func(tx app.Tx) error {
		for i := range 905 {
			r := &app.Resident{Head: app.Head{Park: k.park}, Name: fmt.Sprint("ООО «Ещё ", i, "»")}
			if err := tx.Save(ctx, r); err != nil {
				return err
			}
			stay := &app.Contract{Head: app.Head{Park: k.park}, Resident: r.ID, Kind: app.ContractResidency, Number: fmt.Sprint(i), From: app.Day(2018, 1, 1)}
			report := &app.ResidentReport{Head: app.Head{Park: k.park}, Resident: r.ID, Period: app.YearPeriod(2020), StaffEnd: app.Of(app.Count(9))}
			for _, rec := range []app.Record{stay, report} {
				if err := tx.Save(ctx, rec); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	b.ReportAllocs()
	b.ResetTimer()
	for range b.N {
		p, err := rollover.New(k.book(b), 2020, 2021)
		if err != nil || len(p.Sheet().Lines) == 0 || p.Due() < 1000 {
			b.Fatal(err, p.Due())
		}
		k.apply(b, p)
		b.StopTimer()
		if _, err := k.Undo(ctx); err != nil {
			b.Fatal(err)
		}
		b.StartTimer()
	}
}
