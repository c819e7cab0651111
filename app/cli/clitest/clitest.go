// Package clitest makes the real program for tests that run its commands, and what they are about.
package clitest

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"sync"
	"testing"
)

var dir string // what build made; «» before that

// build makes the program in a folder of its own, once for all tests of a package.
var build = sync.OnceValues(func() (string, error) {
	made, err := os.MkdirTemp("", "technopark")
	if err != nil {
		return "", err
	}
	dir = made
	program := filepath.Join(dir, "technopark")
	c := exec.Command("go", "build", "-tags", "headless", "-o", program, "technopark")
	c.Env = append(os.Environ(), "CGO_ENABLED=0")
	if out, err := c.CombinedOutput(); err != nil {
		return program, fmt.Errorf("build the program: %w\n%s", err, out)
	}
	return program, nil
})

// Program returns where the program lies that the tests of a package run. Its TestMain ends with End.
func Program(t testing.TB) string {
	t.Helper()
	program, err := build()
	if err != nil {
		t.Fatal(err)
	}
	return program
}

// End takes away the program, if a test has asked for it.
func End() { _ = os.RemoveAll(dir) }

// MakePark makes the sample park without documents at a path.
func MakePark(t testing.TB, program, path string) {
	t.Helper()
	dir := t.TempDir()
	if out, err := exec.Command(program, "demo", "--no-window", "--documents", "0", "--dir", dir).CombinedOutput(); err != nil {
		t.Fatalf("make the sample park: %v\n%s", err, out)
	}
	if err := os.Rename(filepath.Join(dir, "primer.tpark"), path); err != nil {
		t.Fatal(err)
	}
}
