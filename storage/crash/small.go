//go:build linux

package main

import (
	"fmt"
	"os"
	"path/filepath"
	"syscall"
)

// ballast begins the names of what fills a disk up.
const ballast = "ballast"

// mostFiles is how many files a small disk has room for.
const mostFiles = 600

// mounted mounts a disk in memory and returns what takes it away.
func mounted(at string) (func(), error) {
	if err := syscall.Mount("tmpfs", at, "tmpfs", 0, fmt.Sprintf("size=96m,nr_inodes=%d", mostFiles)); err != nil {
		return nil, usageError{fmt.Errorf("mount a small disk: %w", err)}
	}
	return func() { syscall.Unmount(at, syscall.MNT_DETACH) }, nil //nolint:errcheck // it is gone with the process
}

// leaveBytes fills a disk but for so many bytes.
func leaveBytes(at string, room int64) error {
	var s syscall.Statfs_t
	if err := syscall.Statfs(at, &s); err != nil {
		return err
	}
	file, err := os.Create(filepath.Join(at, ballast))
	if err != nil {
		return err
	}
	if most := int64(s.Bavail)*s.Bsize - room; most > 0 {
		err = syscall.Fallocate(int(file.Fd()), 0, 0, most)
	}
	if closed := file.Close(); err == nil {
		err = closed
	}
	return err
}

// leaveFiles fills a disk with empty files but for so many.
func leaveFiles(at string, room int) error {
	var s syscall.Statfs_t
	if err := syscall.Statfs(at, &s); err != nil {
		return err
	}
	for i := range int(s.Ffree) - room {
		file, err := os.Create(filepath.Join(at, fmt.Sprint(ballast, i)))
		if err != nil {
			return err
		}
		if err := file.Close(); err != nil {
			return err
		}
	}
	return nil
}

// lighten throws the ballast out.
func lighten(at string) error {
	all, err := filepath.Glob(filepath.Join(at, ballast+"*"))
	for _, path := range all {
		if err == nil {
			err = os.Remove(path)
		}
	}
	return err
}
