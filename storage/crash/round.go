//go:build linux

package main

import (
	"encoding/json"
	"errors"
	"fmt"
	"math"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"time"
)

// round is one round of one operation.
type round struct {
	b    *bench
	m    *master
	way  way
	dir  string // where the command runs
	temp string // its directory of temporary files
	disk string // the small disk; «» where there is none
	how  string // how it was broken off, for those who read of a fault
	t    *tally
	bad  []string
}

// master is an operation with what lies before it and after it when nothing breaks it off.
type master struct {
	operation
	dir           string
	before, after state
	day           string         // when it ran
	took          time.Duration  // the last time it ran unbroken
	code          int            // its exit code then: 0, or 1 when there is something to tell
	calls         map[string]int // of the system, by name, in the thread that makes most of them
}

// childSteps is how many steps our child makes.
const childSteps = 60

// master prepares an operation and runs it once unbroken.
func (b *bench) master(op operation) (*master, error) {
	m := &master{operation: op, dir: b.at("masters", op.name), day: today()}
	dir := b.at("rounds", op.name)
	for _, d := range []string{m.dir, dir} {
		if err := errors.Join(os.RemoveAll(d), os.MkdirAll(d, 0o700)); err != nil {
			return nil, err
		}
	}
	if err := op.stage(b, m.dir); err != nil {
		return nil, fmt.Errorf("prepare %s: %w", op.name, err)
	}
	if err := copyTree(m.dir, dir); err != nil {
		return nil, err
	}
	trace := b.at("temp", "trace")
	c := m.command(dir, b.at("temp"), 1, childSteps)
	if b.traces {
		c.through = []string{"strace", "-f", "-qq", "-o", trace, "-e", "trace=" + strings.Join(slices.Concat(writing, failing), ",")}
	}
	e := b.run(c)
	if e.code != 0 && e.code != 1 {
		return nil, fmt.Errorf("%s does not even work unbroken: %d\n%s%s", op.name, e.code, e.stdout, e.stderr)
	}
	m.took, m.code = e.took, e.code
	if b.traces {
		m.took /= 2 // every call was written down
	}
	var faults []string
	m.before, faults = b.stateOf(m.dir, false)
	after, more := b.stateOf(dir, false)
	m.after = after
	if faults = append(faults, more...); len(faults) > 0 {
		return nil, fmt.Errorf("%s leaves something wrong even unbroken: %s", op.name, strings.Join(faults, "; "))
	}
	if b.traces {
		if err := m.count(trace); err != nil {
			return nil, err
		}
	}
	return m, os.RemoveAll(dir)
}

// ofToday returns a master of an operation that ran today, the one there is or another: an operation may
// write the date, so that what it leaves is compared with what it leaves on the same day. Shortly before
// midnight it waits.
func (b *bench) ofToday(m *master, op operation) (*master, error) {
	if left := time.Until(tomorrow()); left < longest {
		time.Sleep(left + time.Second)
	}
	if m != nil && m.day == today() {
		return m, nil
	}
	return b.master(op)
}

// longest is how long a round takes at most, and more.
const longest = 2 * time.Minute

func today() string { return time.Now().Format(time.DateOnly) }

func tomorrow() time.Time {
	y, m, d := time.Now().Date()
	return time.Date(y, m, d+1, 0, 0, 0, 0, time.Local)
}

// command is what runs the operation in a folder.
func (m *master) command(dir, temp string, seed, steps int) command {
	if m.child != "" {
		return command{child: true, words: []string{m.child, filepath.Join(dir, dataFile), strconv.Itoa(seed), strconv.Itoa(steps)}, dir: dir, temp: temp}
	}
	return command{words: m.words, dir: dir, temp: temp}
}

// count reads how many calls of each kind a run made in the thread that made most of them.
func (m *master) count(trace string) error {
	data, err := os.ReadFile(trace)
	if err != nil {
		return err
	}
	threads := map[string]int{}
	m.calls = map[string]int{}
	for line := range strings.Lines(string(data)) {
		pid, rest, _ := strings.Cut(line, " ")
		if call, _, ok := strings.Cut(strings.TrimSpace(rest), "("); ok {
			threads[pid+call]++
			m.calls[call] = max(m.calls[call], threads[pid+call])
		}
	}
	return nil
}

// call chooses a call of some kinds that the operation makes, an early one rather than a late one:
// the same thread does not make as many of them each time.
func (r *round) call(of []string) (name string, nth int) {
	of = slices.DeleteFunc(slices.Clone(of), func(call string) bool { return r.m.calls[call] == 0 })
	name = of[r.b.rng.IntN(len(of))]
	early := r.b.rng.Float64()
	return name, 1 + int(early*early*float64(r.m.calls[name]))
}

// traced are the words of strace that does something to a call of a command.
func traced(call string, nth int, what string) []string {
	return []string{"strace", "-f", "-qq", "-o", "/dev/null", "--seccomp-bpf", "-e", "trace=" + call, "-e", fmt.Sprintf("inject=%s:%s:when=%d", call, what, nth)}
}

// wrong notes something that must not be.
func (r *round) wrong(format string, args ...any) {
	r.bad = append(r.bad, fmt.Sprintf(format, args...))
}

// round makes one round and adds what was found to a tally.
func (b *bench) round(m *master, how way, t *tally) error {
	name := fmt.Sprintf("%s-%s-%d", m.name, how.flag(), t.Rounds)
	r := &round{b: b, m: m, way: how, dir: b.at("rounds", name, "work"), temp: b.at("rounds", name, "temp"), t: t}
	if how == full || how == nodes {
		away, err := mounted(b.at("disk"))
		if err != nil {
			return err
		}
		defer away()
		r.disk = b.at("disk")
		r.dir = b.at("disk", "work")
		if b.rng.IntN(2) == 0 {
			r.temp = b.at("disk", "temp")
		}
	}
	if err := os.RemoveAll(b.at("rounds", name)); err != nil {
		return err
	}
	for _, dir := range []string{r.dir, r.temp} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	if err := copyTree(m.dir, r.dir); err != nil {
		return err
	}
	t.Rounds++
	if err := r.play(); err != nil {
		return err
	}
	for _, fault := range r.bad {
		t.Faults = append(t.Faults, fmt.Sprintf("%s %s: %s", name, r.how, fault))
	}
	if len(r.bad) > 0 && b.keep {
		b.kept++
		if r.disk == "" {
			return nil
		}
		return copyTree(r.disk, b.at("rounds", name, "disk"))
	}
	return os.RemoveAll(b.at("rounds", name))
}

// play breaks the operation off, looks, and has it done again.
func (r *round) play() error {
	e, err := r.broken()
	if err != nil {
		return err
	}
	if e.late {
		r.wrong("it has not ended after %v", slowest)
	}
	if e.killed {
		r.t.Killed++
	} else {
		r.answer(e)
		for _, path := range leftBehind(r.dir, r.temp) {
			if r.way != calls { // a disk that fails keeps what it was told to remove
				r.wrong("it ended by itself and left %s", filepath.Base(path))
			}
		}
	}
	done := r.look(e)
	if r.disk != "" {
		r.readable()
		if err := lighten(r.disk); err != nil {
			return err
		}
	}
	r.again(done)
	return nil
}

// broken runs the command and breaks it off.
func (r *round) broken() (ended, error) {
	b, rng := r.b, r.b.rng
	steps := childSteps
	if r.way == killed {
		steps *= 3 // so that it rarely comes to the end by itself
	}
	c := r.m.command(r.dir, r.temp, rng.IntN(1e9), steps)
	switch r.way {
	case killed:
		if b.traces && rng.IntN(2) == 0 {
			call, nth := r.call(writing)
			r.how = fmt.Sprintf("killed at %s %d", call, nth)
			c.through = traced(call, nth, "signal=KILL")
			break
		}
		c.after = time.Duration((0.02 + rng.Float64()) * float64(r.m.took))
		r.how = fmt.Sprintf("killed after %v", c.after.Round(time.Millisecond))
	case full:
		// Small rooms are where it matters: as many rounds below 64 KB as between that and 16 MB.
		room := int64(math.Exp2(rng.Float64()*16 + 8))
		r.how = fmt.Sprintf("with room for %d bytes", room)
		return b.full(c, leaveBytes(r.disk, room))
	case nodes:
		room := rng.IntN(6)
		r.how = fmt.Sprintf("with room for %d files", room)
		return b.full(c, leaveFiles(r.disk, room))
	case calls:
		call, nth := r.call(failing)
		fault := faults[rng.IntN(len(faults))]
		r.how = fmt.Sprintf("with %s at %s %d", fault, call, nth)
		c.through = traced(call, nth, "error="+fault)
	}
	return b.run(c), nil
}

// full runs a command on a disk that was filled up.
func (b *bench) full(c command, err error) (ended, error) {
	if err != nil {
		return ended{}, err
	}
	return b.run(c), nil
}

// notBegun reports that the call which failed was one of the system's loader: nothing of ours had begun,
// and there is nobody to put it into words.
func notBegun(e ended) bool {
	const loader = 127 // as a shell says that it could not start a program
	return e.code == loader && strings.Contains(e.stderr, "while loading shared libraries")
}

// answer judges what a command that ended by itself said of it.
func (r *round) answer(e ended) {
	id, message, file := "", "", ""
	switch {
	case e.code == r.m.code, notBegun(e):
		return
	case r.m.child != "":
		id = listen(e.stdout).refused
		message, file = id+e.stderr, id
	default:
		var said struct{ Error, Message, File string }
		if err := json.Unmarshal([]byte(e.stderr), &said); err != nil {
			r.wrong("it ended with %d and said %q", e.code, e.stderr)
		}
		id, message, file = said.Error, said.Message, said.File
	}
	r.t.said(id, message, r.b.dir)
	bad := e.code != 3 || id == "" || id == "cli.failed"
	if r.way == full || r.way == nodes {
		bad = bad || id != "err.no_space" || file == ""
	}
	if bad {
		r.t.Wrong++
		r.wrong("exit %d, %s: %s", e.code, id, message)
		return
	}
	r.t.Right++
}
