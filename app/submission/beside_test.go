package submission_test

import (
	"sync"
	"testing"

	"technopark/app"
	"technopark/app/rating"
	"technopark/app/regulation"
	"technopark/app/sample"
	"technopark/app/submission"
)

// Sheets are counted while others are, and while a package is made: run with -race, this
// finds what they would share.
func TestSheetsAreCountedByTwoAtATime(t *testing.T) {
	book := sample.Park().Book()
	set, err := regulation.Program().For(book, 2020)
	if err != nil {
		t.Fatal(err)
	}
	result, err := rating.Compute(set.Method, book, 2020)
	if err != nil {
		t.Fatal(err)
	}
	var counts [2]map[string]int
	var faults [2]error
	var both sync.WaitGroup
	for i := range counts {
		both.Go(func() {
			counts[i], faults[i] = submission.Sheets(book, set, result, app.Day(2021, 4, 12), submission.Form{})
		})
	}
	both.Wait()
	if faults[0] != nil || faults[1] != nil || counts[0]["title"] != 1 || counts[0]["indicators"] != counts[1]["indicators"] {
		t.Errorf("%v and %v, %v", counts[0], counts[1], faults)
	}
}
