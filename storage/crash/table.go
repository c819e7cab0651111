//go:build linux

package main

import (
	"context"
	"encoding/json"
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
	way      way
	asked    int // rounds
	of       operation
}

// report is what all rounds have found.
type report struct {
	Seed     uint64         `json:"seed"`
	Asked    int            `json:"asked"` // rounds; fewer were played when the run was broken off
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

// plan returns an empty report with a row for each operation and way of which rounds were asked for.
// Where there are fewer rounds than operations each way goes on where the one before has stopped, so that
// as many operations as can be are tried in some way.
func plan(w wish) *report {
	total := &report{Seed: w.seed, Messages: map[string]int{}}
	first := 0
	for _, how := range ways {
		for i, op := range w.of {
			n := w.rounds[how] / len(w.of)
			if (i-first+len(w.of))%len(w.of) < w.rounds[how]%len(w.of) {
				n++
			}
			if n == 0 {
				continue
			}
			total.Asked += n
			total.Tallies = append(total.Tallies, &tally{Operation: op.name, Way: how.flag(), Faults: []string{}, way: how, asked: n, of: op})
		}
		first = (first + w.rounds[how]) % len(w.of)
	}
	return total
}

// all plays the rounds that were asked for until they are done or ctx is, and tells about them as
// they go. The operations take turns, so that a run that was broken off has tried all of them.
func (b *bench) all(ctx context.Context, w wish, tell io.Writer) (*report, error) {
	total := plan(w)
	masters := map[string]*master{}
	p := newProgress(total, tell)
	for _, how := range ways {
		for open := true; open; {
			open = false
			for _, t := range total.Tallies {
				if t.way != how || t.Rounds == t.asked {
					continue
				}
				if ctx.Err() != nil {
					return total, nil
				}
				m, err := b.ofToday(masters[t.Operation], t.of)
				if err != nil {
					return total, err
				}
				masters[t.Operation] = m
				if err := b.round(m, how, t); err != nil {
					return total, fmt.Errorf("%s: %w", t.Operation, err)
				}
				p.after(t)
				open = true
			}
		}
	}
	return total, nil
}

// played is how many rounds were played.
func (r *report) played() int {
	sum := 0
	for _, t := range r.Tallies {
		sum += t.Rounds
	}
	return sum
}

// verdict is errWrong when anything was lost or is wrong, and says when rounds are missing.
func (r *report) verdict() error {
	switch {
	case r.wrong():
		return errWrong
	case r.played() < r.Asked:
		return fmt.Errorf("broken off after %d of %d rounds", r.played(), r.Asked)
	}
	return nil
}

// wrong reports whether anything was lost or is wrong.
func (r *report) wrong() bool {
	return slices.ContainsFunc(r.Tallies, func(t *tally) bool { return t.Lost > 0 || len(t.Faults) > 0 })
}

// gather counts what was said in all rounds together.
func (r *report) gather() {
	clear(r.Messages)
	for _, t := range r.Tallies {
		for message, times := range t.messages {
			r.Messages[message] += times
		}
	}
}

// write writes all that was found, for people or as JSON.
func (r *report) write(out io.Writer, asJSON bool) error {
	r.gather()
	if !asJSON {
		r.print(out)
		return nil
	}
	enc := json.NewEncoder(out)
	enc.SetIndent("", "  ")
	return enc.Encode(r)
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
		if t.Rounds == 0 {
			continue
		}
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
	fmt.Fprintf(out, "\n%d of %d rounds, seed %d\n", r.played(), r.Asked, r.Seed)
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
