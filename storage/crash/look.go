//go:build linux

package main

import (
	"errors"
	"io/fs"
	"maps"
	"os"
	"path/filepath"
	"slices"
	"strings"
)

// look wants what must be there after the operation was broken off. It reports whether all of it
// is there, whether that was acknowledged or not.
func (r *round) look(e ended) (done bool) {
	s, faults := r.b.stateOf(r.dir, true)
	for _, fault := range faults {
		r.wrong("%s", fault)
	}
	if r.m.child != "" {
		r.spoken(listen(e.stdout))
		return true
	}
	for _, name := range slices.Sorted(maps.Keys(s)) {
		for _, is := range s[name] {
			if !slices.Contains(r.m.before[name], is) && !slices.Contains(r.m.after[name], is) {
				r.wrong("%s is neither as it was nor as it should be", name)
			}
		}
	}
	done = r.has(s, r.m.after) == ""
	if e.killed || e.code != r.m.code {
		return done
	}
	r.t.Acknowledged++
	if missing := r.has(s, r.m.after); missing != "" {
		r.t.Lost++
		r.wrong("acknowledged, and yet %s is not there", missing)
		return false
	}
	r.t.Found++
	return true
}

// has returns the name of something that a state lacks of another; «» when it lacks nothing.
func (r *round) has(s, want state) string {
	for name, all := range want {
		// Where there is no room for the copy before a change, the change is made without it.
		if strings.HasPrefix(name, "/копии ") && r.way != killed && r.m.name != "backup" {
			continue
		}
		// Of a copy and of the file both may be there as they were; what counts is the last.
		if name == "/"+dataFile && !slices.Equal(s[name], all) {
			return name
		}
		for _, is := range all {
			if !slices.Contains(s[name], is) {
				return name
			}
		}
	}
	return ""
}

// spoken compares the data file with what a child said of it.
func (r *round) spoken(h heard) {
	is, err := phonesIn(filepath.Join(r.dir, dataFile))
	if err != nil {
		r.wrong("%v", err)
		return
	}
	r.t.Acknowledged += h.count
	lost, fresh, old := 0, 0, 0
	for id, phone := range h.kept {
		if _, open := h.pending[id]; !open && is[id] != phone {
			r.wrong("resident %d has %q, %q was acknowledged", id, is[id], phone)
			lost++
		}
	}
	for id, phone := range h.pending {
		kept, ok := h.kept[id]
		switch {
		case is[id] == phone:
			fresh++
		case !ok || is[id] == kept:
			old++
		default:
			r.wrong("resident %d has %q, neither %q nor %q", id, is[id], kept, phone)
			lost++
		}
	}
	if fresh > 0 && old > 0 {
		r.wrong("half a step is there: %d of %d values", fresh, fresh+old)
	}
	r.t.Lost += lost
	r.t.Found += h.count - lost
}

// readable wants that a file on a full disk can still be looked at.
func (r *round) readable() {
	if _, err := os.Stat(filepath.Join(r.dir, dataFile)); errors.Is(err, fs.ErrNotExist) {
		return
	}
	e := r.b.run(command{words: []string{"journal", dataFile, "--json"}, dir: r.dir, temp: r.b.at("temp")})
	if e.code != 0 {
		r.wrong("it cannot be looked at: exit %d, %s", e.code, e.stderr)
	}
}

// again wants that the same command succeeds when nothing is in its way any more, and that
// nothing lies about afterwards. A command that was done to its end, if only nobody was told,
// may say that what it would make is there.
func (r *round) again(done bool) {
	before := len(leftBehind(r.dir, r.temp))
	r.t.Left += before
	e := r.b.run(r.m.command(r.dir, r.temp, r.b.rng.IntN(1e9), 3))
	if e.code != r.m.code && !(done && e.code == r.m.twice) {
		r.wrong("again it ended with %d: %s%s", e.code, e.stdout, e.stderr)
		return
	}
	if e.code == r.m.code && r.m.child == "" {
		r.m.took = (3*r.m.took + e.took) / 4
	}
	s, faults := r.b.stateOf(r.dir, false)
	for _, fault := range faults {
		r.wrong("after it was done again: %s", fault)
	}
	if missing := r.has(s, r.m.after); r.m.child == "" && missing != "" {
		r.wrong("done again, and yet %s is not there", missing)
	}
	for name := range s {
		if r.m.child == "" && r.m.after[name] == nil {
			r.wrong("done again, and %s lies there", name)
		}
	}
	for _, path := range leftBehind(r.dir, r.temp) {
		ofCopies := filepath.Dir(path) != r.dir && filepath.Dir(path) != r.temp
		if e.code != r.m.code && (ofCopies || strings.HasSuffix(path, ".lock")) {
			continue // it refused what is there already: only who makes a copy tidies up there, and who opens a file takes over its lock
		}
		r.t.Remained++
		r.wrong("%s was not taken away by the next start", filepath.Base(path))
	}
}
