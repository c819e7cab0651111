package storage_test

import (
	"context"
	"errors"
	"os"
	"path/filepath"
	"testing"

	"technopark/app"
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
