package viewer

import (
	"context"
	"slices"

	"technopark/reports/attach"
)

// batch is pages that go to the printer at once, on paper of one size.
type batch struct {
	pages []int // counted from 1
	large bool  // on A3
}

// batches parts the chosen pages of a PDF by the paper they are printed on, their order kept:
// a spooler takes one size of paper a job, and cuts off what is larger.
func batches(ctx context.Context, pdf []byte, chosen []int, ownSize bool) ([]batch, error) {
	if !ownSize {
		return []batch{{pages: chosen}}, nil
	}
	large, err := attach.Large(ctx, pdf, chosen)
	if err != nil {
		return nil, err
	}
	var all []batch
	for i, page := range chosen {
		if i == 0 || large[i] != large[i-1] {
			all = append(all, batch{large: large[i]})
		}
		last := &all[len(all)-1]
		last.pages = append(last.pages, page)
	}
	return all, nil
}

// printing is what became of a print.
type printing struct {
	sent    int    // pages that the spooler took
	stopped string // the queue that took them but is not printing now; empty when it is
}

// sendAll gives the chosen pages to the spooler. Those sent before a failure stay sent.
func (j job) sendAll(ctx context.Context, pdf []byte, chosen []int, ownSize bool) (p printing, err error) {
	parts, err := batches(ctx, pdf, chosen, ownSize)
	if err != nil {
		return p, err
	}
	for _, part := range parts {
		cut, err := attach.Cut(ctx, pdf, slices.Clone(part.pages))
		if err != nil {
			return p, err
		}
		j.large = part.large
		if err := j.send(ctx, cut); err != nil {
			return p, err
		}
		p.sent += len(part.pages)
	}
	p.stopped = j.waiting(ctx)
	return p, nil
}
