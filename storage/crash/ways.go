//go:build linux

package main

// way is a way to break an operation off.
type way int

const (
	killed way = iota // kill −9
	full              // no room for more bytes
	nodes             // no room for more files
	calls             // a call of the system fails
)

var ways = []way{killed, full, nodes, calls}

// flag returns the word of the command line that asks for rounds of it.
func (w way) flag() string { return [...]string{"rounds", "full", "nodes", "calls"}[w] }

// says tells what it is.
func (w way) says() string {
	return [...]string{
		"killed at a random moment (100 when nothing is said)", "a disk with room for a random number of bytes",
		"a disk with room for a few more files", "a call of the system that fails",
	}[w]
}

// writing are the calls by which a program changes files, or has just done so.
var writing = []string{"openat", "write", "pwrite64", "fsync", "fdatasync", "ftruncate", "renameat", "linkat", "unlink", "unlinkat", "mkdirat", "close"}

// failing are calls of a program that a bad disk lets fail, and none by which its runtime talks to
// itself.
var failing = []string{"pwrite64", "pread64", "fsync", "fdatasync", "ftruncate", "renameat", "linkat", "unlinkat", "unlink", "mkdirat"}

// faults are what they fail with.
var faults = []string{"EIO", "EIO", "ENOSPC", "EDQUOT", "EROFS"}
