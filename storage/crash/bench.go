//go:build linux

package main

import (
	"context"
	"errors"
	"fmt"
	"math/rand/v2"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
)

// bench is where rounds take place.
type bench struct {
	ctx     context.Context
	root    string // of the repository
	dir     string // for all that is made
	own     bool   // dir is removed at the end
	keep    bool   // the folders of rounds that found something
	kept    int    // how many were
	program string // the real one, headless
	traces  bool   // strace is there
	rng     *rand.Rand
}

// repository returns the root of the module and how many schemas were released.
func repository() (root string, schemas int, err error) {
	out, err := exec.Command("go", "env", "GOMOD").Output()
	if err != nil {
		return "", 0, fmt.Errorf("find the repository: %w", err)
	}
	root = filepath.Dir(strings.TrimSpace(string(out)))
	released, err := filepath.Glob(filepath.Join(root, "storage", "released", "schema-*.sql"))
	if err != nil || len(released) == 0 {
		return "", 0, errors.New("run it in the repository: there is no storage/released")
	}
	return root, len(released), nil
}

// prepare builds the program, unless it is given, and the park that operations begin with.
func (b *bench) prepare() error {
	var err error
	if b.dir, err = filepath.Abs(b.dir); err != nil {
		return err
	}
	for _, dir := range []string{b.dir, b.at("temp"), b.at("settings"), b.at("masters"), b.at("rounds"), b.at("disk")} {
		if err := os.MkdirAll(dir, 0o700); err != nil {
			return err
		}
	}
	// Where this process, which only looks, makes its own copies.
	if err := os.Setenv("TMPDIR", b.at("temp")); err != nil {
		return err
	}
	if b.program == "" {
		b.program = b.at("technopark")
		build := exec.CommandContext(b.ctx, "go", "build", "-tags", "headless", "-o", b.program, ".")
		build.Dir = b.root
		build.Env = append(os.Environ(), "CGO_ENABLED=0", "TMPDIR=")
		if out, err := build.CombinedOutput(); err != nil {
			return fmt.Errorf("build the program: %w\n%s", err, out)
		}
	}
	if b.program, err = filepath.Abs(b.program); err != nil {
		return err
	}
	demo := b.at("demo")
	if err := os.RemoveAll(demo); err != nil {
		return err
	}
	if err := b.do(b.dir, "demo", "--no-window", "--dir", demo, "--json"); err != nil {
		return err
	}
	made, err := filepath.Glob(filepath.Join(demo, "*.tpark"))
	if err == nil && len(made) != 1 {
		err = fmt.Errorf("the demonstration made %d data files", len(made))
	}
	if err != nil {
		return err
	}
	return os.Rename(made[0], b.at("sample.tpark"))
}

// end takes away what lies about.
func (b *bench) end() {
	if b.own && b.kept == 0 {
		os.RemoveAll(b.dir) //nolint:errcheck // it is a directory for what lives no longer than the system
	}
}

// at returns the path of something of the bench.
func (b *bench) at(parts ...string) string {
	return filepath.Join(append([]string{b.dir}, parts...)...)
}

// do runs the program unbroken.
func (b *bench) do(dir string, words ...string) error {
	e := b.run(command{words: words, dir: dir, temp: b.at("temp")})
	if e.code != 0 {
		return fmt.Errorf("technopark %s ended with %d: %s%s", strings.Join(words, " "), e.code, e.stdout, e.stderr)
	}
	return nil
}
