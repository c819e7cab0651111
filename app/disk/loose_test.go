package disk_test

import (
	"bytes"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
	"technopark/app/disk"
)

// What has no place yet is read as it was written, put into a place, and is gone when it is
// closed; what was put stays.
func TestLooseFileIsPutIntoAPlace(t *testing.T) {
	dir := t.TempDir()
	l, err := disk.NewLoose(dir)
	if err != nil {
		t.Fatal(err)
	}
	want := bytes.Repeat([]byte("лист "), 1<<16)
	for part := range bytes.SplitAfterSeq(want, []byte("а")) {
		if _, err := l.Write(part); err != nil {
			t.Fatal(err)
		}
	}
	if err := l.Written(); err != nil || l.Size() != int64(len(want)) || l.Sum() != app.Content(want) {
		t.Fatalf("%d bytes, %s, %v", l.Size(), l.Sum(), err)
	}
	at := filepath.Join(dir, "пакет.pdf")
	if err := disk.WriteAll(disk.File{Path: at, From: l}); err != nil {
		t.Fatal(err)
	}
	if data, err := l.Bytes(); err != nil || !bytes.Equal(data, want) {
		t.Errorf("%d bytes are left, %v", len(data), err)
	}
	if err := l.Close(); err != nil {
		t.Error(err)
	}
	entries, _ := os.ReadDir(dir)
	if data, err := os.ReadFile(at); err != nil || !bytes.Equal(data, want) || len(entries) != 1 {
		t.Errorf("%d bytes in the place, %d files, %v", len(data), len(entries), err)
	}
}

// A directory that takes no file is told as for any other file.
func TestLooseFileWithoutADirectory(t *testing.T) {
	if _, err := disk.NewLoose(filepath.Join(t.TempDir(), "нет")); err == nil {
		t.Error("no error")
	}
}
