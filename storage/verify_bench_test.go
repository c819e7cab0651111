package storage

import (
	"context"
	"testing"

	"technopark/app"
)

// BenchmarkVerify is the whole check of 1 000 residents with ten years of full reports.
func BenchmarkVerify(b *testing.B) {
	s := newStore(b)
	ctx := context.Background()
	park := fillPark(b, s, 1000)
	residents, err := s.List(ctx, app.TypeByKey("resident"), park.ID)
	if err != nil {
		b.Fatal(err)
	}
	err = s.Change(ctx, "отчёты", func(x app.Tx) error {
		for _, resident := range residents {
			for year := 2011; year <= 2017; year++ {
				report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: resident.Header().ID, Period: app.YearPeriod(year)}
				for _, f := range report.Type().Stored() {
					if f.Kind.Number() {
						f.Set(report, app.NumberValue(resident.Header().ID*1000+int64(year)))
					}
				}
				if err := x.Save(ctx, report); err != nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		b.Fatal(err)
	}
	for b.Loop() {
		if v, err := s.Verify(ctx); err != nil || !v.OK() {
			b.Fatal(v, err)
		}
	}
}
