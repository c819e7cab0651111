package storage_test

import (
	"context"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
	"technopark/app/disk"
	"technopark/storage"
)

func TestCreateFilled(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.tpark")
	s, err := storage.CreateFilled(path, testOptions(), "dictionary", app.SaveDefaultSpecialisms)
	if err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	specialisms, err := s.List(context.Background(), app.TypeByKey("specialism"), 0)
	if err != nil || len(specialisms) != len(app.DefaultSpecialisms()) {
		t.Errorf("%d specialisms, %v", len(specialisms), err)
	}
	if step, ok, err := s.NextUndo(context.Background()); ok || err != nil {
		t.Errorf("what the file began with can be undone: %+v, %v", step, err)
	}
	if v, err := s.Verify(context.Background()); err != nil || !v.OK() {
		t.Error(err)
	}
}

func TestCreateFilledLeavesNoHalf(t *testing.T) {
	dir := t.TempDir()
	broken := errors.New("no more names")
	_, err := storage.CreateFilled(filepath.Join(dir, "new.tpark"), testOptions(), "x", func(context.Context, app.Tx) error { return broken })
	if !errors.Is(err, broken) {
		t.Errorf("error: %v", err)
	}
	if left, _ := os.ReadDir(dir); len(left) != 0 {
		t.Errorf("left behind: %v", left)
	}
}

// Until all of it is in the file nothing stands under its name, so that whoever was cut off, even
// by a kill, begins again at once.
func TestCreateFilledIsNamedLast(t *testing.T) {
	path := filepath.Join(t.TempDir(), "new.tpark")
	s, err := storage.CreateFilled(path, testOptions(), "x", func(context.Context, app.Tx) error {
		if _, err := os.Lstat(path); !errors.Is(err, os.ErrNotExist) {
			t.Errorf("a file without records has the name: %v", err)
		}
		other, err := storage.Create(path, testOptions())
		if err != nil {
			t.Fatal(err)
		}
		return other.Close()
	})
	if !errors.Is(err, app.ErrExists) {
		t.Errorf("one that was made meanwhile was written over: %v", err)
	}
	if err == nil {
		_ = s.Close()
	}
}

// What a killed run left beside a data file goes when it is opened, and is told.
func TestOpeningSweeps(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "new.tpark")
	s, err := storage.Create(path, testOptions())
	if err == nil {
		err = s.Close()
	}
	if err != nil {
		t.Fatal(err)
	}
	left := filepath.Join(dir, fmt.Sprintf(".technopark-%s-%d-1.tpark-journal", disk.Computer(), 1<<22+1)) // no process has the number
	if err := os.WriteFile(left, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	disk.Swept()
	if s, err = storage.Open(path, testOptions()); err != nil {
		t.Fatal(err)
	}
	defer s.Close()
	if told := disk.Swept(); len(told) != 1 || told[0] != left {
		t.Errorf("told are %v", told)
	}
}
