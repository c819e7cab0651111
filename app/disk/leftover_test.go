//go:build !windows

package disk_test

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"technopark/app/disk"
)

// ended returns the number of a process that is no more.
func ended(t *testing.T) int {
	t.Helper()
	cmd := exec.Command("true")
	if err := cmd.Run(); err != nil {
		t.Fatal(err)
	}
	return cmd.Process.Pid
}

// What a killed program left goes at the next start; what somebody is at, or what was never
// ours, stays.
func TestSweepTakesWhatNobodyComesBackFor(t *testing.T) {
	dir := t.TempDir()
	mine := disk.Owned()
	dead := strings.Replace(mine, fmt.Sprintf("-%d-", os.Getpid()), fmt.Sprintf("-%d-", ended(t)), 1)
	alive := strings.Replace(mine, fmt.Sprintf("-%d-", os.Getpid()), fmt.Sprintf("-%d-", os.Getppid()), 1)
	elsewhere := fmt.Sprintf("technopark-%08x-1-", 1)
	stays := map[string]bool{
		"." + mine + "1": true, "." + dead + "1": false, dead + "print-1": false, "." + alive + "1": true, "." + elsewhere + "new": true, "." + elsewhere + "old": false,
		"technopark-crash-1.txt": true, ".technopark-notes": true, "Пакет.pdf": true,
	}
	for name := range stays {
		if strings.Contains(name, "print") {
			if err := os.MkdirAll(filepath.Join(dir, name, "inside"), 0o700); err != nil {
				t.Fatal(err)
			}
			continue
		}
		if err := os.WriteFile(filepath.Join(dir, name), nil, 0o600); err != nil {
			t.Fatal(err)
		}
	}
	long := time.Now().Add(-48 * time.Hour)
	if err := os.Chtimes(filepath.Join(dir, "."+elsewhere+"old"), long, long); err != nil {
		t.Fatal(err)
	}
	disk.Swept()
	disk.Sweep(dir)
	if told := disk.Swept(); len(told) != 3 || len(disk.Swept()) != 0 {
		t.Errorf("told are %v", told)
	}
	for name, want := range stays {
		if _, err := os.Lstat(filepath.Join(dir, name)); (err == nil) != want {
			t.Errorf("%s: stays %v, want %v", name, err == nil, want)
		}
	}
	disk.Sweep(filepath.Join(dir, "none"))
}

// A name is given to a whole file alone, for its user alone, and nothing is left beside.
func TestNewFilesAreTheUsersAlone(t *testing.T) {
	at := place(t)
	for name, write := range map[string]func(string, []byte) error{"1": disk.WriteNew, "2": disk.Write, "3": disk.WriteNewCopy} {
		if err := write(at(name), []byte(name)); err != nil || content(t, at(name)) != name {
			t.Fatal(name, err)
		}
		if info, err := os.Stat(at(name)); err != nil || info.Mode().Perm()&0o077 != 0 {
			t.Errorf("%s: %v, %v", name, info.Mode(), err)
		}
	}
	if left, _ := filepath.Glob(at(".technopark-*")); len(left) != 0 {
		t.Errorf("left %v", left)
	}
}
