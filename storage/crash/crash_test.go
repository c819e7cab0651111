//go:build linux

package main

import (
	"archive/zip"
	"bytes"
	"context"
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/storage"
)

func TestMain(m *testing.M) {
	if len(os.Args) > 1 && os.Args[1] == childWord {
		os.Exit(work(os.Args[2:], os.Stdout))
	}
	os.Exit(m.Run())
}

// A few rounds of the real program; .ci/run has more of them, and in every way.
func TestNothingIsLost(t *testing.T) {
	t.Setenv("TMPDIR", os.TempDir()) // as it is now: run sets it
	var out bytes.Buffer
	if err := run(t.Context(), []string{"--rounds", "6", "--seed", "1", "--of", "edits,undo,upgrade-1", "--dir", t.TempDir()}, &out, &out); err != nil {
		t.Errorf("%v\n%s", err, out.String())
	}
	if got := out.String(); !strings.Contains(got, "upgrade-1") || !strings.Contains(got, "seed 1") {
		t.Errorf("the table is\n%s", got)
	}
}

// A run that is broken off says so, and its table has the rounds that were played, of every
// operation.
func TestBrokenOffRunIsAResult(t *testing.T) {
	t.Setenv("TMPDIR", os.TempDir())
	var out, aside bytes.Buffer
	ctx := &countdown{Context: t.Context(), left: 3} // three rounds are played
	err := run(ctx, []string{"--rounds", "1000", "--seed", "1", "--of", "edits,undo", "--dir", t.TempDir(), "--json"}, &out, &aside)
	if exitOf(err, &aside) != 3 || !strings.Contains(aside.String(), "broken off after 3 of 1000 rounds") {
		t.Errorf("%v, and aside\n%s", err, aside.String())
	}
	var r report
	if err := json.Unmarshal(out.Bytes(), &r); err != nil {
		t.Fatal(err, out.String())
	}
	if r.Asked != 1000 || len(r.Tallies) != 2 || r.Tallies[0].Rounds != 2 || r.Tallies[1].Rounds != 1 {
		t.Errorf("the report is %s", out.String())
	}
}

// countdown is a context that is done when it was asked so often.
type countdown struct {
	context.Context
	left int
}

func (c *countdown) Err() error {
	if c.left == 0 {
		return context.Canceled
	}
	c.left--
	return nil
}

// What rounds find is told while others are still to come: a fault at once, the sums every twenty
// rounds and every minute.
func TestRoundsAreTold(t *testing.T) {
	total := &report{Asked: 100, Tallies: []*tally{{Way: "rounds"}, {Way: "rounds"}}}
	var out bytes.Buffer
	p := newProgress(total, &out)
	at := p.told
	p.now = func() time.Time { return at }
	play := func(i, n int) string {
		out.Reset()
		for range n {
			total.Tallies[i].Rounds++
			total.Tallies[i].Found += 2
			p.after(total.Tallies[i])
		}
		return out.String()
	}
	if got := play(0, 19); got != "" {
		t.Errorf("after 19 rounds it says %q", got)
	}
	if got := play(1, 1); !strings.Contains(got, "20 of 100 rounds (--rounds)") || !strings.Contains(got, "found 40") {
		t.Errorf("after 20 rounds it says %q", got)
	}
	total.Tallies[0].Faults = []string{"a page is gone"}
	if got := play(0, 1); got != "WRONG a page is gone\n" {
		t.Errorf("of a fault it says %q", got)
	}
	at = at.Add(tellAfter)
	if got := play(0, 1); !strings.Contains(got, "22 of 100 rounds") || !strings.Contains(got, "wrong 1") || strings.Contains(got, "WRONG") {
		t.Errorf("after a minute it says %q", got)
	}
}

// What is in the data file is compared with what was said to be there: a harness that never finds
// anything proves nothing.
func TestLossIsSeen(t *testing.T) {
	r := atPark(t)
	path := filepath.Join(r.dir, dataFile)
	is, err := phonesIn(path)
	if err != nil || len(is) == 0 {
		t.Fatal(len(is), err)
	}
	for name, c := range map[string]struct {
		said string
		lost int
		bad  string
	}{
		"acknowledged and there":     {"write 1=%1\nkept\n", 0, ""},
		"acknowledged, not there":    {"write 1=другой\nkept\n", 1, "acknowledged"},
		"begun and there":            {"write 1=%1\n", 0, ""},
		"begun and not there":        {"write 1=%1\nkept\nwrite 1=другой\n", 0, ""},
		"begun, and something else":  {"write 1=прежний\nkept\nwrite 1=другой\n", 1, "neither"},
		"begun, and half of it":      {"write 1=было 2=%2\nkept\nwrite 1=%1 2=другой\n", 0, "half"},
		"acknowledged, and cut off":  {"write 1=другой\nkep", 0, ""},
		"all of two values is there": {"write 1=%1 2=%2\nkept\n", 0, ""},
	} {
		r.bad, r.t = nil, &tally{}
		spaceless := strings.NewReplacer("%1", strings.ReplaceAll(is[1], " ", "_"), "%2", strings.ReplaceAll(is[2], " ", "_"))
		r.spoken(listen(spaceless.Replace(c.said)))
		if got := strings.Join(r.bad, "; "); r.t.Lost != c.lost || (c.bad == "") != (got == "") || !strings.Contains(got, c.bad) {
			t.Errorf("%s: lost %d, %q", name, r.t.Lost, got)
		}
	}
}

// Half a file under a name of its own is seen, whatever kind it is.
func TestHalfAFileIsSeen(t *testing.T) {
	r := atPark(t)
	var archive bytes.Buffer
	w := zip.NewWriter(&archive)
	entry, err := w.Create("лист.xml")
	if err == nil {
		_, err = entry.Write(bytes.Repeat([]byte("данные "), 1000))
	}
	if err != nil || w.Close() != nil {
		t.Fatal(err)
	}
	park, err := os.ReadFile(filepath.Join(r.dir, dataFile))
	if err != nil {
		t.Fatal(err)
	}
	for name, data := range map[string][]byte{
		"а.pdf": []byte("%PDF-1.7\n%%EOF\n"), "б.xlsx": archive.Bytes(), "в.json": []byte(`{"а": [1, 2]}`), "г.csv": []byte("а;б\n"), "д.tpark": park,
	} {
		path := filepath.Join(r.dir, name)
		for half, want := range map[bool]bool{false: true, true: false} {
			text := data
			if half {
				text = data[:len(data)-len(data)/3]
			}
			if err := os.WriteFile(path, text, 0o600); err != nil {
				t.Fatal(err)
			}
			if _, faults := r.b.stateOf(r.dir, true); (len(faults) == 0) != want {
				t.Errorf("%s, half of it %v: %v", name, half, faults)
			}
		}
		if err := os.Remove(path); err != nil {
			t.Fatal(err)
		}
	}
}

// What is neither as it was nor as it should be is seen, and what is acknowledged and not there.
func TestMixtureIsSeen(t *testing.T) {
	r := atPark(t)
	s, faults := r.b.stateOf(r.dir, true)
	if len(faults) > 0 {
		t.Fatal(faults)
	}
	r.m.before, r.m.after = s, state{"/" + dataFile: {"other records"}}
	r.look(ended{killed: true})
	if len(r.bad) > 0 {
		t.Errorf("as it was, and %v", r.bad)
	}
	r.look(ended{code: 0})
	if r.t.Lost != 1 {
		t.Errorf("acknowledged and not there: %+v, %v", r.t, r.bad)
	}
	r.bad, r.m.before = nil, state{}
	r.look(ended{killed: true})
	if len(r.bad) == 0 {
		t.Error("a mixture passes")
	}
}

// Words that say nothing sensible are refused with exit code 2.
func TestWords(t *testing.T) {
	for _, words := range []string{"--of nothing", "--rounds many", "--what"} {
		if code := exitOf(run(t.Context(), strings.Fields(words), os.Stdout, os.Stderr), &bytes.Buffer{}); code != 2 {
			t.Errorf("%s ends with %d", words, code)
		}
	}
}

// A program that the system could not load said nothing; one that was loaded has to say what is wrong.
func TestWhatWasNotLoadedIsNotJudged(t *testing.T) {
	for said, wrong := range map[string]bool{
		"crash: error while loading shared libraries: libc.so.6: cannot read file data: Error 28": false,
		"не найдено": true,
	} {
		r := atPark(t)
		r.m.child = "edits"
		r.answer(ended{code: 127, stderr: said})
		if got := r.t.Wrong > 0; got != wrong {
			t.Errorf("%q is wrong: %v", said, got)
		}
	}
}

// atPark is a round over a small park.
func atPark(t *testing.T) *round {
	t.Helper()
	b := &bench{ctx: context.Background(), dir: t.TempDir()}
	r := &round{b: b, m: &master{}, dir: filepath.Join(b.dir, "work"), t: &tally{}}
	if err := os.Mkdir(r.dir, 0o700); err != nil {
		t.Fatal(err)
	}
	s, err := storage.CreateFilled(filepath.Join(r.dir, dataFile), options(false), "парк", smallPark)
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	return r
}

// TestFewRoundsTryManyOperations: a short run breaks another operation off in each of its rounds.
func TestFewRoundsTryManyOperations(t *testing.T) {
	w := wish{of: operations(14), rounds: map[way]int{killed: 6, full: 4, nodes: 2, calls: 4}}
	tried := map[string]bool{}
	for _, row := range plan(w).Tallies {
		if row.asked != 1 {
			t.Errorf("%d rounds of %s", row.asked, row.Operation)
		}
		tried[row.Operation] = true
	}
	if len(tried) != 16 {
		t.Errorf("16 rounds try %d operations", len(tried))
	}
	w.rounds = map[way]int{killed: 2*len(w.of) + 1}
	for _, row := range plan(w).Tallies {
		if want := map[bool]int{true: 3, false: 2}[row.Operation == w.of[0].name]; row.asked != want {
			t.Errorf("%d rounds of %s, want %d", row.asked, row.Operation, want)
		}
	}
}
