//go:build linux

package main

import (
	"fmt"
	"io"
	"maps"
	"regexp"
	"slices"
	"strings"
	"text/tabwriter"
)

// tally is what rounds of one operation, broken off in one way, have found.
type tally struct {
	Operation    string   `json:"operation"`
	Way          string   `json:"way"`
	Rounds       int      `json:"rounds"`
	Killed       int      `json:"killed"`       // before they ended by themselves
	Acknowledged int      `json:"acknowledged"` // values, or whole commands
	Found        int      `json:"found"`        // of them, afterwards
	Lost         int      `json:"lost"`         // of them, or of what was there before
	Left         int      `json:"left"`         // files that the broken run left lying
	Remained     int      `json:"remained"`     // of them, after the next start
	Right        int      `json:"right"`        // refusals that say what is in the way
	Wrong        int      `json:"wrong"`        // those that do not
	Faults       []string `json:"faults"`       // all that must not be, round by round

	messages map[string]int
}

// report is what all rounds have found.
type report struct {
	Seed     uint64         `json:"seed"`
	Tallies  []*tally       `json:"tallies"`
	Messages map[string]int `json:"messages"` // what was said, without what differs by round
}

// differs is what messages of the same kind do not have in common.
var differs = regexp.MustCompile(`«/[^»]*/|[0-9a-f]{8,}|\d+`)

// said notes a message.
func (t *tally) said(id, message, dir string) {
	if t.messages == nil {
		t.messages = map[string]int{}
	}
	message = strings.ReplaceAll(message, dir, "…")
	t.messages[id+": "+differs.ReplaceAllString(message, "#")]++
}

// all plays all rounds that were asked for.
func (b *bench) all(w wish) (*report, error) {
	total := &report{Messages: map[string]int{}}
	masters := make([]*master, 0, len(w.of))
	for _, op := range w.of {
		m, err := b.master(op)
		if err != nil {
			return nil, err
		}
		masters = append(masters, m)
	}
	for _, how := range ways {
		for i, m := range masters {
			n := w.rounds[how] / len(masters)
			if i < w.rounds[how]%len(masters) {
				n++
			}
			if n == 0 {
				continue
			}
			t := &tally{Operation: m.name, Way: how.flag(), Faults: []string{}}
			total.Tallies = append(total.Tallies, t)
			for range n {
				if err := b.round(m, how, t); err != nil {
					return nil, fmt.Errorf("%s: %w", m.name, err)
				}
			}
			for message, times := range t.messages {
				total.Messages[message] += times
			}
		}
	}
	return total, nil
}

// wrong reports whether anything was lost or is wrong.
func (r *report) wrong() bool {
	return slices.ContainsFunc(r.Tallies, func(t *tally) bool { return t.Lost > 0 || len(t.Faults) > 0 })
}

// print writes the table, what was said, and all that must not be.
func (r *report) print(out io.Writer) {
	w := tabwriter.NewWriter(out, 0, 0, 2, ' ', tabwriter.AlignRight)
	fmt.Fprintln(w, "way\toperation\trounds\tkilled\tacknowledged\tfound\tlost\tleft\tremained\tright\twrong\t")
	sums := map[string]*tally{}
	line := func(t *tally) {
		fmt.Fprintf(w, "%s\t%s\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t%d\t\n", t.Way, t.Operation, t.Rounds, t.Killed, t.Acknowledged, t.Found, t.Lost, t.Left, t.Remained, t.Right, t.Wrong)
	}
	for _, t := range r.Tallies {
		line(t)
		if sums[t.Way] == nil {
			sums[t.Way] = &tally{Way: t.Way, Operation: "all"}
		}
		sums[t.Way].add(t)
	}
	for _, how := range ways {
		if sum := sums[how.flag()]; sum != nil {
			line(sum)
		}
	}
	w.Flush() //nolint:errcheck // as of any other line, see errcheck in .golangci.yml
	if len(r.Messages) > 0 {
		fmt.Fprintln(out, "\nsaid:")
	}
	for _, message := range slices.Sorted(maps.Keys(r.Messages)) {
		fmt.Fprintf(out, "%5d  %s\n", r.Messages[message], message)
	}
	fmt.Fprintf(out, "\nseed %d\n", r.Seed)
	for _, t := range r.Tallies {
		for _, fault := range t.Faults {
			fmt.Fprintln(out, "WRONG", fault)
		}
	}
}

// add adds up.
func (t *tally) add(other *tally) {
	t.Rounds += other.Rounds
	t.Killed += other.Killed
	t.Acknowledged += other.Acknowledged
	t.Found += other.Found
	t.Lost += other.Lost
	t.Left += other.Left
	t.Remained += other.Remained
	t.Right += other.Right
	t.Wrong += other.Wrong
}
