package attach

import (
	"context"
	"slices"
	"time"

	"technopark/app/sandbox"
)

// pair is two PDFs, and pages of the first, from 0.
type pair struct {
	One, Other []byte
	Pages      []int
}

// matched is what Compare tells of them.
type matched struct {
	All   []Match
	Fault fault
}

var comparing = sandbox.Job[pair, matched]{Name: "compare", Work: func(p pair) (matched, error) {
	lastParsed.forget()
	all, err := compare(p.One, p.Other, p.Pages)
	return matched{all, faultOf(err)}, nil
}}

// comparedAtOnce is how many pages go to the other process together: so often one who waits
// may give up.
const comparedAtOnce = 24

// Compare looks for pages of one PDF, counted from 0, in another and tells in what they
// differ.
func Compare(ctx context.Context, one, other []byte, pages []int) ([]Match, error) {
	var all []Match
	limit := limitOf(len(one) + len(other))
	limit.Time += comparedAtOnce * 2 * time.Second
	for some := range slices.Chunk(pages, comparedAtOnce) {
		found, err := comparing.Do(ctx, limit, pair{one, other, some})
		if err == nil {
			err = found.Fault.err()
		}
		if given := ctx.Err(); given != nil {
			return nil, given
		}
		if err != nil {
			return nil, stopped(err)
		}
		all = append(all, found.All...)
	}
	return all, nil
}
