//go:build linux

package main

import (
	"bytes"
	"context"
	"errors"
	"os"
	"os/exec"
	"syscall"
	"time"
)

// slowest is how long one command may take: one that waits for something without end is told
// by its code.
const slowest = 3 * time.Minute

// command is one run of the program, or of our own child.
type command struct {
	words   []string
	child   bool          // the words are for our own child
	dir     string        // where it runs
	temp    string        // what it takes for the directory of temporary files
	after   time.Duration // when it is killed; 0: never
	through []string      // words of strace before its own; none: it runs by itself
}

// ended is what became of it.
type ended struct {
	killed         bool // before it ended by itself
	late           bool // it did not end in time
	code           int
	stdout, stderr string
	took           time.Duration
}

// run runs a command to its end.
func (b *bench) run(c command) ended {
	program := b.program
	if c.child {
		program = "/proc/self/exe"
		if own, err := os.Executable(); err == nil {
			program = own
		}
	}
	words := append(append([]string{}, c.through...), program)
	if c.child {
		words = append(words, childWord)
	}
	words = append(words, c.words...)
	ctx, cancel := context.WithTimeout(b.ctx, slowest)
	defer cancel()
	cmd := exec.CommandContext(ctx, words[0], words[1:]...)
	var stdout, stderr bytes.Buffer
	cmd.Dir, cmd.Stdout, cmd.Stderr = c.dir, &stdout, &stderr
	cmd.Env = append(os.Environ(), "TMPDIR="+c.temp, "XDG_CONFIG_HOME="+b.at("settings"))
	cmd.SysProcAttr = &syscall.SysProcAttr{Setpgid: true} // an interrupt by the keyboard is not for it
	// What a killed program leaves running holds our ends of its pipes.
	cmd.WaitDelay = 2 * time.Second
	started := time.Now()
	if err := cmd.Start(); err != nil {
		return ended{code: -1, stderr: err.Error()}
	}
	if c.after > 0 {
		timer := time.AfterFunc(c.after, func() { cmd.Process.Kill() }) //nolint:errcheck // it may have ended meanwhile
		defer timer.Stop()
	}
	err := cmd.Wait()
	e := ended{stdout: stdout.String(), stderr: stderr.String(), took: time.Since(started), code: cmd.ProcessState.ExitCode()}
	var exit *exec.ExitError
	e.killed, e.late = errors.As(err, &exit) && e.code == -1, ctx.Err() != nil
	return e
}

// canTrace reports whether strace is there and may trace.
func canTrace() bool {
	return exec.Command("strace", "-f", "-qq", "-o", "/dev/null", "-e", "trace=openat", "true").Run() == nil
}
