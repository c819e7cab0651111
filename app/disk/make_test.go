package disk

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"technopark/app"
)

func TestMakeNew(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "а.bin")
	write := func(w io.Writer) error { _, err := io.WriteString(w, "целое"); return err }
	if err := MakeNew(path, write); err != nil {
		t.Fatal(err)
	}
	if err := MakeNew(path, write); !errors.Is(err, app.ErrExists) {
		t.Errorf("a second file of the name: %v", err)
	}
	sum, err := Sum(context.Background(), path)
	if err != nil || sum != app.Content([]byte("целое")) {
		t.Errorf("its sum is %s, %v", sum, err)
	}
	half := func(w io.Writer) error { return errors.Join(write(w), app.ErrDamaged) }
	if err := MakeNew(filepath.Join(dir, "б.bin"), half); !errors.Is(err, app.ErrDamaged) {
		t.Errorf("half a file: %v", err)
	}
	if err := MakeNew(filepath.Join(dir, "нет", "б.bin"), write); !errors.Is(err, app.ErrMissingDir) {
		t.Errorf("no directory: %v", err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	stopped := func(w io.Writer) error {
		_, err := io.Copy(w, Stoppable(ctx, strings.NewReader("много")))
		return err
	}
	if err := MakeNew(filepath.Join(dir, "в.bin"), stopped); !errors.Is(err, context.Canceled) {
		t.Errorf("given up: %v", err)
	}
	if _, err := Sum(ctx, path); !errors.Is(err, context.Canceled) {
		t.Errorf("a sum given up: %v", err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("what is left is %v, %v", entries, err)
	}
}

// A name that was taken meanwhile keeps its file.
func TestNameTaken(t *testing.T) {
	dir := t.TempDir()
	path := filepath.Join(dir, "а.tpark")
	temp, err := Temp(path)
	if err != nil || filepath.Ext(temp) != ".tpark" || !unfinished.MatchString(filepath.Base(temp)) {
		t.Fatalf("a name beside: %s, %v", temp, err)
	}
	for name, text := range map[string]string{temp: "новое", path: "прежнее"} {
		if err := os.WriteFile(name, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	if err := Name(temp, path); !errors.Is(err, app.ErrExists) {
		t.Errorf("a taken name: %v", err)
	}
	if data, err := os.ReadFile(path); err != nil || string(data) != "прежнее" {
		t.Errorf("there is %q, %v", data, err)
	}
	if err := os.Remove(path); err != nil {
		t.Fatal(err)
	}
	if err := Name(temp, path); err != nil {
		t.Error(err)
	}
	if entries, err := os.ReadDir(dir); err != nil || len(entries) != 1 {
		t.Errorf("what is left is %v, %v", entries, err)
	}
}
