package desk_test

import (
	"fmt"
	"testing"

	"technopark/app"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
)

// BenchmarkRecheck is what an edit costs before badges, bars and notices are right again.
func BenchmarkRecheck(b *testing.B) {
	for _, size := range []sample.Size{sample.Standard(), {Residents: 1000, Years: 10}} {
		if testing.Short() && size != sample.Standard() {
			continue
		}
		b.Run(fmt.Sprintf("%dx%d", size.Residents, size.Years), func(b *testing.B) {
			d := desktest.Of(b, size)
			rec, err := d.Store.Get(b.Context(), app.TypeByKey("resident_report"), 62)
			if err != nil {
				b.Fatal(err)
			}
			report := rec.(*app.ResidentReport)
			for b.Loop() {
				report.Revenue.N++
				if err := d.Store.Save(b.Context(), report); err != nil {
					b.Fatal(err)
				}
				if d.Look().Book == nil || d.Result() == nil {
					b.Fatal("nothing checked")
				}
			}
		})
	}
}

// Screens share one check until the next change.
func TestLookIsComputedOnce(t *testing.T) {
	s := desktest.New(t)
	one := s.Look().Book
	if s.Look().Book != one {
		t.Error("checked twice with nothing changed")
	}
	s.Year--
	if s.Look().Report.Year != 2019 {
		t.Error("another year shows the old check")
	}
}

// The records are those of all years: another year is checked without reading them again.
func TestRecordsAreReadOnceForAllYears(t *testing.T) {
	d := desktest.New(t)
	book := d.Look().Book
	d.Year--
	if d.Look().Book != book {
		t.Error("read again with nothing changed")
	}
	d.Year++
	d.Spoil(t)
	if d.Look().Book == book {
		t.Error("a change is not seen")
	}
}

// What is changed after a final package is seen on all screens, that figure alone.
func TestLookComparesWithTheLastRevision(t *testing.T) {
	d := desktest.New(t)
	before := len(d.Look().Report.Findings)
	req := submission.Request{Park: d.Park, Year: d.Year, Parts: []string{"title"}, Dir: t.TempDir(), Now: d.Now()}
	_, err := submission.Finalise(t.Context(), d.Store, d.Regulations, req, func(int) string { return "редакция" }, "Щукина", nil)
	if err != nil {
		t.Fatal(err)
	}
	if after := len(d.Look().Report.Findings); after != before {
		t.Fatalf("%d findings, %d after a final package of the same", before, after)
	}
	report := d.Report(t, func(r *app.ResidentReport) bool { return r.Period == app.YearPeriod(d.Year) })
	report.Headcount.N++
	d.Save(t, report)
	for _, f := range d.Look().Report.Findings {
		if f.Rule == "REVISED" && f.ID == report.ID && f.Field.Key == "headcount" {
			return
		}
	}
	t.Error("the figure is not that of the last revision, and nobody is told")
}
