package regulation_test

import (
	"slices"
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
)

// A package is made of the same records and profiles while the window has them checked: run
// with -race, this finds what they would share.
func TestOneBookIsCheckedByTwoAtATime(t *testing.T) {
	book := sample.Park().Book()
	var reports [2]check.Report
	var faults [2]error
	var both sync.WaitGroup
	for i := range reports {
		both.Go(func() {
			set, err := regulation.Program().For(book, 2020)
			if err == nil {
				reports[i], err = set.Check(book, 2020, app.Day(2021, 3, 15))
			}
			if err == nil {
				_, err = rating.Compute(set.Method, book, 2020)
			}
			faults[i] = err
		})
	}
	both.Wait()
	if faults[0] != nil || faults[1] != nil {
		t.Fatal(faults)
	}
	same := func(a, b check.Finding) bool { return a.Rule == b.Rule && a.Place() == b.Place() && a.Basis == b.Basis }
	if len(reports[0].Findings) == 0 || !slices.EqualFunc(reports[0].Findings, reports[1].Findings, same) {
		t.Errorf("%d and %d findings", len(reports[0].Findings), len(reports[1].Findings))
	}
}
