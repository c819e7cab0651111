//go:build linux

package main

import (
	"fmt"
	"io"
	"time"
)

// How often it is told how far a run has come, whichever comes first.
const (
	tellRounds = 20
	tellAfter  = time.Minute
)

// progress tells of rounds as they go.
type progress struct {
	total  *report
	out    io.Writer
	now    func() time.Time
	rounds int       // since it last told
	told   time.Time // when that was
	faults map[*tally]int
}

func newProgress(total *report, out io.Writer) *progress {
	return &progress{total: total, out: out, now: time.Now, told: time.Now(), faults: map[*tally]int{}}
}

// after tells what the last round of a tally has found that must not be, and from time to time
// what all have found so far.
func (p *progress) after(t *tally) {
	for _, fault := range t.Faults[p.faults[t]:] {
		fmt.Fprintln(p.out, "WRONG", fault)
	}
	p.faults[t] = len(t.Faults)
	p.rounds++
	if p.rounds < tellRounds && p.now().Sub(p.told) < tellAfter {
		return
	}
	p.rounds, p.told = 0, p.now()
	var sum tally
	faults := 0
	for _, t := range p.total.Tallies {
		sum.add(t)
		faults += len(t.Faults)
	}
	fmt.Fprintf(p.out, "%s  %d of %d rounds (--%s): killed %d, acknowledged %d, found %d, lost %d, wrong %d\n",
		p.told.Format(time.TimeOnly), sum.Rounds, p.total.Asked, t.Way, sum.Killed, sum.Acknowledged, sum.Found, sum.Lost, faults)
}
