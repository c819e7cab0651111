package attach

import (
	"context"
	"os"
	"path/filepath"
	"testing"

	"github.com/tetratelabs/wazero"
)

// answer is a WebAssembly module with one function, which returns 42.
var answer = []byte("\x00asm\x01\x00\x00\x00" + // head
	"\x01\x05\x01\x60\x00\x01\x7f" + // types: nothing to i32
	"\x03\x02\x01\x00" + // functions: one of that type
	"\x07\x05\x01\x01a\x00\x00" + // exports: it, as "a"
	"\x0a\x06\x01\x04\x00\x41\x2a\x0b") // code: i32.const 42

// ask starts answer with code kept in a folder, asks it, and returns how often it started.
func ask(t *testing.T, dir string) (starts int) {
	t.Helper()
	err := withKeptCode(dir, func(config wazero.RuntimeConfig) error {
		starts++
		ctx := context.Background()
		runtime := wazero.NewRuntimeWithConfig(ctx, config)
		t.Cleanup(func() { runtime.Close(ctx) })
		module, err := runtime.Instantiate(ctx, answer)
		if err != nil {
			return err
		}
		got, err := module.ExportedFunction("a").Call(ctx)
		if err == nil && got[0] != 42 {
			t.Errorf("the module answers %d", got[0])
		}
		return err
	})
	if err != nil {
		t.Fatalf("start with %s: %v", dir, err)
	}
	return starts
}

// kept returns the files with machine code in a folder.
func kept(t *testing.T, dir string) []string {
	t.Helper()
	files, err := filepath.Glob(filepath.Join(dir, "*", "*"))
	if err != nil {
		t.Fatal(err)
	}
	return files
}

func TestMachineCodeIsKeptForTheNextStart(t *testing.T) {
	dir := filepath.Join(t.TempDir(), "technopark", "code")
	ask(t, dir)
	files := kept(t, dir)
	if len(files) != 1 {
		t.Fatalf("kept %v, want one file", files)
	}
	before, err := os.Stat(files[0])
	if err != nil {
		t.Fatal(err)
	}
	if starts := ask(t, dir); starts != 1 {
		t.Errorf("the second start took %d attempts", starts)
	}
	if after, err := os.Stat(files[0]); err != nil || !os.SameFile(before, after) {
		t.Errorf("the code was made again by the second start: %v", err)
	}
}

func TestDamagedMachineCodeIsMadeAgain(t *testing.T) {
	dir := t.TempDir()
	ask(t, dir)
	for name, damage := range map[string]func(string) error{
		"cut short":  func(file string) error { return os.Truncate(file, 30) },
		"emptied":    func(file string) error { return os.Truncate(file, 0) },
		"not code":   func(file string) error { return os.WriteFile(file, make([]byte, 4000), 0o600) },
		"other name": func(file string) error { return os.Rename(file, file+".tmp") },
	} {
		for _, file := range kept(t, dir) {
			if err := damage(file); err != nil {
				t.Fatal(err)
			}
		}
		ask(t, dir)
		if starts := ask(t, dir); starts != 1 || len(kept(t, dir)) == 0 {
			t.Errorf("%s: %d attempts and %v kept after it was mended", name, starts, kept(t, dir))
		}
	}
}

func TestWorksWhereNoMachineCodeCanBeKept(t *testing.T) {
	file := filepath.Join(t.TempDir(), "file")
	if err := os.WriteFile(file, nil, 0o600); err != nil {
		t.Fatal(err)
	}
	for _, dir := range []string{"", filepath.Join(file, "code")} {
		ask(t, dir)
	}
}
