package copies_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/copies"
	"technopark/storage"
)

// spoil changes a byte in the middle of a file; when, unless it is zero, is when that was.
func spoil(t *testing.T, path string, when time.Time) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	data[len(data)/2] ^= 0xff
	put(t, path, data)
	if when.IsZero() {
		return
	}
	if err := os.Chtimes(path, when, when); err != nil {
		t.Fatal(err)
	}
}

// A copy that was written to is called good no longer, in the size it had too: the one before it is
// the last good one, the next copy finds it out, and it does not count as one that is kept.
func TestCopyIsReadAgainOnceItWasWrittenTo(t *testing.T) {
	b := newBench(t)
	early := b.make(copies.WhyAsked)
	b.save()
	late := b.make(copies.WhyAsked)
	if c := b.list().Copies[0]; c.StateID() != "copies.state.good" {
		t.Fatalf("a new copy is %s", c.StateID())
	}
	spoil(t, late.Path, time.Time{})
	l := b.list()
	if c := l.Copies[0]; c.StateID() != "copies.state.stale" {
		t.Errorf("a spoilt copy is %s", c.StateID())
	}
	if last, ok := l.Last(); !ok || last.Path() != early.Path {
		t.Errorf("the last good copy is %s", last.Path())
	}
	if again := b.make(copies.WhyExit); !again.Fresh {
		t.Error("a spoilt copy serves")
	}
	if c := b.list().Copies[1]; c.Fault != copies.FaultChanged {
		t.Errorf("it is %s", c.StateID())
	}
}

// A copy that was touched and has its bytes still is good again once it was read.
func TestTouchedCopyServesOnceItWasRead(t *testing.T) {
	b := newBench(t)
	made := b.make(copies.WhyAsked)
	when := time.Now().Add(time.Hour)
	if err := os.Chtimes(made.Path, when, when); err != nil {
		t.Fatal(err)
	}
	if c := b.list().Copies[0]; c.StateID() != "copies.state.stale" {
		t.Errorf("it is %s", c.StateID())
	}
	if again := b.make(copies.WhyExit); again.Fresh {
		t.Error("a good copy does not serve")
	}
	if c := b.list().Copies[0]; c.StateID() != "copies.state.good" {
		t.Errorf("once read it is %s", c.StateID())
	}
}

// What a disk spoilt without a trace is found before such a copy is offered as good: the one before
// it is offered, and it is said which was passed over.
func TestLastGoodCopyIsRead(t *testing.T) {
	b := newBench(t)
	early := b.make(copies.WhyAsked)
	b.save()
	late := b.make(copies.WhyAsked)
	spoil(t, late.Path, late.Entry.Modified)
	good, passed, ok := b.LastGood(context.Background(), b.store.Path())
	if !ok || good.Path() != early.Path {
		t.Errorf("good is %q", good.Path())
	}
	if len(passed) != 1 || passed[0].Path != late.Path || passed[0].Fault != copies.FaultChanged || passed[0].Cause == nil {
		t.Errorf("passed over: %+v", passed)
	}
	if c := b.list().Copies[0]; c.Fault != copies.FaultChanged {
		t.Errorf("it is listed as %s", c.StateID())
	}
	spoil(t, early.Path, early.Entry.Modified)
	if _, passed, ok := b.LastGood(context.Background(), b.store.Path()); ok || len(passed) != 2 {
		t.Errorf("of none that is good: %v, %+v", ok, passed)
	}
}

// Two data files of one name have one folder in the second place: a copy of the one is never offered as
// that of the other.
func TestCopyOfAnotherFileIsTold(t *testing.T) {
	b := newBench(t)
	place := b.stick("")
	b.make(copies.WhyAsked)
	o := newBench(t)
	o.now = o.now.Add(time.Hour)
	dir := t.TempDir()
	other, err := storage.Create(filepath.Join(dir, filepath.Base(b.store.Path())), storage.Options{Who: "petrova", Now: func() time.Time { return o.now }})
	if err != nil {
		t.Fatal(err)
	}
	if err := other.Save(context.Background(), &app.Specialism{Name: "Другое"}); err != nil {
		t.Fatal(err)
	}
	o.Settings = copies.Settings{Second: place}
	made, err := o.Make(context.Background(), other.Path(), copies.WhyAsked, nil)
	if err != nil || made.Second == "" {
		t.Fatalf("%+v, %v", made, err)
	}
	if err := errors.Join(os.RemoveAll(copies.Folder(b.store.Path())), other.Close()); err != nil {
		t.Fatal(err)
	}
	var states []string
	for _, c := range b.list().Copies {
		states = append(states, c.StateID())
	}
	slices.Sort(states)
	if want := []string{"copies.state.good", "copies.state.other"}; !slices.Equal(states, want) {
		t.Errorf("the list says %q, want %q", states, want)
	}
	good, _, ok := b.LastGood(context.Background(), b.store.Path())
	if !ok || good.Other || filepath.Dir(good.Second) != filepath.Dir(made.Second) || good.Second == made.Second {
		t.Errorf("%v, %+v", ok, good)
	}
	if good, passed, ok := o.LastGood(context.Background(), other.Path()); !ok || good.Holds.Origin == "" || good.Other || len(passed) != 0 {
		t.Errorf("of the other: %v, %+v, %+v", ok, good, passed)
	}
}

// A file system that keeps whole seconds alone makes no copy look as if it was written to; a time that is
// another by more does.
func TestTimesOfAStickAreCoarse(t *testing.T) {
	read := time.Date(2021, 3, 10, 8, 0, 1, 400_000_000, time.UTC)
	for what, c := range map[string]struct {
		is   time.Time
		want bool
	}{
		"the very time":          {read, false},
		"without its fraction":   {read.Truncate(time.Second), false},
		"two seconds, rounded":   {read.Truncate(2 * time.Second), false},
		"a fraction of its own":  {read.Add(time.Millisecond), true},
		"whole, seconds later":   {read.Truncate(time.Second).Add(5 * time.Second), true},
		"whole, seconds earlier": {read.Truncate(time.Second).Add(-5 * time.Second), true},
	} {
		path := filepath.Join(t.TempDir(), "x")
		put(t, path, []byte("x"))
		if err := os.Chtimes(path, c.is, c.is); err != nil {
			t.Fatal(err)
		}
		info, err := os.Stat(path)
		if err != nil {
			t.Fatal(err)
		}
		if got := (copies.Entry{Modified: read}).Touched(info); got != c.want {
			t.Errorf("%s: %v", what, got)
		}
	}
}

// What a file had put beside it before it was upgraded stands in the list of its copies.
func TestCopiesBeforeUpgradesAreListed(t *testing.T) {
	b := newBench(t)
	stem := strings.TrimSuffix(b.store.Path(), ".tpark")
	put(t, stem+".before-upgrade-7.tpark", []byte("x"))
	put(t, stem+".before-upgrade-7.txt", []byte("x"))
	put(t, filepath.Join(filepath.Dir(stem), "другой.before-upgrade-7.tpark"), []byte("x"))
	all := b.list().Copies
	if len(all) != 1 || all[0].Why != copies.WhyUpgrade || all[0].First != stem+".before-upgrade-7.tpark" {
		t.Errorf("%+v", all)
	}
}
