package regulation_test

import (
	"context"
	"errors"
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

// A check that nobody waits for any more ends between two rules.
func TestCheckIsGivenUp(t *testing.T) {
	book := sample.Park().Book()
	set, err := regulation.Program().For(book, 2020)
	if err != nil {
		t.Fatal(err)
	}
	whole := asking{Context: t.Context()}
	if r, err := set.CheckWhile(&whole, nil, book, 2020, app.Day(2021, 3, 15)); err != nil || len(r.Findings) == 0 {
		t.Fatalf("%d findings, %v", len(r.Findings), err)
	}
	cut := asking{Context: t.Context(), most: 3}
	r, err := set.CheckWhile(&cut, nil, book, 2020, app.Day(2021, 3, 15))
	if !errors.Is(err, context.Canceled) || len(r.Findings) != 0 {
		t.Errorf("given up: %d findings, %v", len(r.Findings), err)
	}
	if cut.asked > 5 || whole.asked < 50 {
		t.Errorf("asked %d times, then %d more after it was given up", whole.asked, cut.asked-cut.most)
	}
}

// asking is a context that is done after it was asked so often; 0 for never.
type asking struct {
	context.Context
	asked, most int
}

func (a *asking) Err() error {
	a.asked++
	if a.most > 0 && a.asked > a.most {
		return context.Canceled
	}
	return nil
}
