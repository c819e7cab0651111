//go:build !windows

package disk_test

import (
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
	"technopark/app/disk"
)

// content returns what is in a file, «» when there is none.
func content(t *testing.T, path string) string {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil && !os.IsNotExist(err) {
		t.Fatal(err)
	}
	return string(data)
}

func TestWriteAllWritesAllOrNone(t *testing.T) {
	at := place(t)
	file := func(name, text string) disk.File { return disk.File{Path: at(name), Data: []byte(text)} }
	if err := disk.WriteAll(file("new", "1"), file("file", "2")); err != nil || content(t, at("new")) != "1" || content(t, at("file")) != "2" {
		t.Fatalf("%v: %q, %q", err, content(t, at("new")), content(t, at("file")))
	}
	if info, err := os.Stat(at("file")); err != nil || info.Mode().Perm() != disk.Private {
		t.Errorf("%v, %v", info.Mode(), err)
	}
	was := names(t, at("."))
	about(t, "one of them in no directory", disk.WriteAll(file("file", "3"), file("none/x", "4")), app.ErrMissingDir, at("none"))
	about(t, "one of them a directory", disk.WriteAll(file("other", "3"), file("dir", "4")), app.ErrIsDir, at("dir"))
	if left := names(t, at(".")); left != was || content(t, at("file")) != "2" {
		t.Errorf("left %s with %q", left, content(t, at("file")))
	}
}

// A file that cannot take its place takes those before it back with it.
func TestCommitTakesBack(t *testing.T) {
	at := place(t)
	s, err := disk.Stage(t.Context(), disk.File{Path: at("new"), Data: []byte("1")}, disk.File{Path: at("file"), Data: []byte("2")}, disk.File{Path: at("dir/x"), Data: []byte("3")})
	if err != nil {
		t.Fatal(err)
	}
	if err := os.RemoveAll(at("dir")); err != nil { // as when a disk is taken out
		t.Fatal(err)
	}
	was := names(t, at("."))
	if err := s.Commit(); err == nil {
		t.Fatal("written to a directory that is gone")
	}
	if content(t, at("file")) != "four" || content(t, at("new")) != "" {
		t.Errorf("%q, %q of those before it", content(t, at("file")), content(t, at("new")))
	}
	if left, _ := filepath.Glob(at(".technopark-*")); len(left) != 0 {
		t.Errorf("left %v of\n%s", left, was)
	}
}

func TestDropLeavesNothing(t *testing.T) {
	at := place(t)
	was := names(t, at("."))
	s, err := disk.Stage(t.Context(), disk.File{Path: at("new")}, disk.File{Path: at("file")})
	if err != nil {
		t.Fatal(err)
	}
	s.Drop()
	if left := names(t, at(".")); left != was || content(t, at("file")) != "four" {
		t.Errorf("left %s", left)
	}
}

func TestDistinct(t *testing.T) {
	about(t, "two", disk.Distinct("a", "", "b", ""), nil, "")
	about(t, "one by two names", disk.Distinct("a", "b", "./c/../a"), app.ErrSamePlace, "./c/../a")
}

// Files that are added later share the fate of those before them.
func TestAddedFilesAreOneWithTheRest(t *testing.T) {
	at := place(t)
	file := func(name, text string) disk.File { return disk.File{Path: at(name), Data: []byte(text)} }
	s, err := disk.Stage(t.Context(), file("new", "1"))
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Add(t.Context(), file("file", "2")); err != nil {
		t.Fatal(err)
	}
	if content(t, at("new")) != "" || content(t, at("file")) != "four" {
		t.Error("written before they are committed")
	}
	if err := s.Commit(); err != nil || content(t, at("new")) != "1" || content(t, at("file")) != "2" {
		t.Errorf("%v: %q, %q", err, content(t, at("new")), content(t, at("file")))
	}
	was := names(t, at("."))
	if s, err = disk.Stage(t.Context(), file("third", "3")); err != nil {
		t.Fatal(err)
	}
	about(t, "added to no directory", s.Add(t.Context(), file("none/x", "4")), app.ErrMissingDir, at("none"))
	if err := s.Commit(); err != nil || names(t, at(".")) != was {
		t.Errorf("%v, left %s of\n%s", err, names(t, at(".")), was)
	}
}
