package copies_test

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"testing"

	"technopark/app/copies"
)

// falsify changes what a data file says of its first record.
func falsify(t *testing.T, path string) {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	put(t, path, bytes.ReplaceAll(data, []byte("Направление 1"), []byte("Напровление 1")))
}

// A copy that was changed after it was written comes back as what it is, and the data file, which is
// whole, is not said to have its faults nor to be the same.
func TestRestoreOfAChangedCopy(t *testing.T) {
	b := newBench(t)
	ctx, dir := context.Background(), t.TempDir()
	made := b.make(copies.WhyAsked)
	falsify(t, made.Path)
	is, err := b.Restore(ctx, made.Path, filepath.Join(dir, "назад.tpark"), "", nil)
	if err != nil || is.Flaw == nil || !is.Altered || is.Written || is.Sound() {
		t.Fatalf("restored: %+v, %v", is, err)
	}
	c, err := b.Compare(ctx, is, b.store.Path())
	if err != nil || c.Same() || c.Repeats || c.After != 0 || len(c.Differences) != 1 || c.Differences[0].Copy.RU != "Напровление 1" {
		t.Errorf("compared: %+v, %v", c, err)
	}
	if c, err := b.Compare(ctx, is, is.Path); err != nil || !c.Same() || !c.Repeats {
		t.Errorf("compared with a file of the same faults: %+v, %v", c, err)
	}
}

// Of a copy that stands in no list it is not known what was written.
func TestRestoreOfACopyOfOne(t *testing.T) {
	b := newBench(t)
	dir := t.TempDir()
	if _, err := b.To(context.Background(), b.store.Path(), filepath.Join(dir, "а.tpark"), "", nil); err != nil {
		t.Fatal(err)
	}
	is, err := b.Restore(context.Background(), filepath.Join(dir, "а.tpark"), filepath.Join(dir, "б.tpark"), "", nil)
	if err != nil || !is.Sound() || is.Written {
		t.Errorf("restored: %+v, %v", is, err)
	}
}
