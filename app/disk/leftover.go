package disk

import (
	"fmt"
	"hash/fnv"
	"os"
	"path/filepath"
	"regexp"
	"strconv"
	"sync"
	"time"
)

// What is not finished lies under a name that says which process of which computer is at
// it: when a power cut or a kill leaves it there, the next start knows that nobody will
// come back for it. A folder may be on a network drive, so another computer's is only
// taken for left when it is a day older than the last change of the folder, by the clock of
// whoever keeps it.
var unfinished = regexp.MustCompile(`^\.?technopark-([0-9a-f]{8})-(\d+)-`)

// leftAfter is how old a thing of another computer must be to be taken for left.
const leftAfter = 24 * time.Hour

// Owned begins the name of a thing that this process will finish or remove, else Sweep
// does; a dot may stand before it.
func Owned() string { return fmt.Sprintf("technopark-%s-%d-", Computer(), os.Getpid()) }

// Computer tells this computer from others that write into the same folder: eight hexadecimal
// digits.
func Computer() string {
	name, _ := os.Hostname() // one without a name is told by having none
	sum := fnv.New32a()
	sum.Write([]byte(name))
	return fmt.Sprintf("%08x", sum.Sum32())
}

// TempDir makes a directory for what lives no longer than the program, for its user alone.
// What makes it may remove it; what another program still has open is removed by Sweep of
// os.TempDir at the next start.
func TempDir(what string) (string, error) {
	dir, err := os.MkdirTemp("", Owned()+what+"-*")
	if err != nil {
		return "", unwritten(filepath.Join(os.TempDir(), "x"), err)
	}
	return dir, nil
}

// Sweep removes from a directory what this program left there when it was killed, and notes it
// for Swept. What it cannot remove stays: nobody waits for it.
func Sweep(dir string) {
	entries, err := os.ReadDir(dir)
	info, unread := os.Stat(dir)
	if err != nil || unread != nil {
		return
	}
	for _, entry := range entries {
		path := filepath.Join(dir, entry.Name())
		if left(entry, info.ModTime()) && os.RemoveAll(path) == nil { // else it is tried again at the next start
			swept.Lock()
			swept.paths = append(swept.paths, path)
			swept.Unlock()
		}
	}
}

// swept is what was removed and nobody was told of yet. It is removed in many places, by whoever
// is about to write there, and told in one.
var swept struct {
	sync.Mutex
	paths []string
}

// Swept returns the paths that Sweep has removed since it was last asked, so that the user hears
// of each once.
func Swept() []string {
	swept.Lock()
	defer swept.Unlock()
	paths := swept.paths
	swept.paths = nil
	return paths
}

// left reports whether an entry of a directory that was last changed then is unfinished and
// nobody is at it.
func left(entry os.DirEntry, last time.Time) bool {
	m := unfinished.FindStringSubmatch(entry.Name())
	if m == nil {
		return false
	}
	if m[1] != Computer() {
		info, err := entry.Info()
		return err == nil && last.Sub(info.ModTime()) > leftAfter
	}
	pid, err := strconv.Atoi(m[2])
	return err == nil && pid != os.Getpid() && !running(pid)
}
