package desk_test

import (
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// BenchmarkRecheck is what an edit costs before badges, bars and notices are right again.
func BenchmarkRecheck(b *testing.B) {
	d := desktest.New(b)
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
		if d.Look().Book == nil {
			b.Fatal("nothing checked")
		}
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

// The years on offer and the package ask for the records too: all read them once.
func TestRecordsAreReadOnceForAllYears(t *testing.T) {
	d := desktest.New(t)
	book := d.Book()
	d.Years()
	d.Year--
	if d.Look().Book != book || d.Book() != book {
		t.Error("read again with nothing changed")
	}
	d.Spoil(t)
	if d.Book() == book {
		t.Error("a change is not seen")
	}
}
