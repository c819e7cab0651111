package logbook

import (
	"cmp"
	"fmt"
	"os"
	"path/filepath"
	"regexp"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// mostCrashes is how many notes of crashes are kept.
const mostCrashes = 5

// longestStack is how much of a stack is kept, in bytes: what one that overflowed says is said
// in the first frames.
const longestStack = 64 << 10

// crashName is what a note of a crash is called, by when it was, UTC.
const crashName = "crash-20060102-150405"

// Crash is a note of a crash.
type Crash struct {
	Name string    // of the file, without its directory
	When time.Time // UTC
	Text string    // for developers; no data of users
}

// Panicked notes a panic with its stack in a file of its own and returns the path of that;
// «» when it could not be written.
func (l *Log) Panicked(fault any, stack []byte) string {
	if l == nil {
		return ""
	}
	what := Describe(errOf(fault))
	path := l.keep("panic: "+what+"\n\n"+cleanStack(stack), l.now())
	l.lines.Error("panic", "what", errOf(fault), "note", Own(filepath.Base(path)))
	return path
}

// keep writes a note of a crash that was then.
func (l *Log) keep(text string, when time.Time) string {
	whole := fmt.Sprintf("technopark %s, %s, %s/%s\n%s", app.Version, runtime.Version(), runtime.GOOS, runtime.GOARCH, text)
	if l.dir == "" || os.MkdirAll(l.dir, 0o700) != nil {
		return temporary(whole)
	}
	path := filepath.Join(l.dir, disk.Free(l.dir, when.UTC().Format(crashName), ".txt")+".txt")
	if err := disk.WriteNew(path, []byte(whole)); err != nil {
		return temporary(whole)
	}
	l.forgetCrashes()
	return path
}

// temporary keeps a note of a crash where everybody may write: under a name nobody can foresee.
func temporary(text string) string {
	file, err := os.CreateTemp("", "technopark-crash-*.txt")
	if err != nil {
		return ""
	}
	_, err = file.WriteString(text)
	if closed := file.Close(); err != nil || closed != nil {
		return ""
	}
	return file.Name()
}

// forgetCrashes removes the oldest notes.
func (l *Log) forgetCrashes() {
	for i, path := range l.crashFiles() {
		if i >= mostCrashes {
			os.Remove(path) //nolint:errcheck // it is tried again at the next one
		}
	}
}

// crashFiles returns the paths of the notes, the newest first.
func (l *Log) crashFiles() []string {
	paths, err := filepath.Glob(filepath.Join(l.dir, "crash-*.txt"))
	if err != nil {
		return nil
	}
	slices.SortFunc(paths, func(a, b string) int { return cmp.Compare(b, a) })
	return paths
}

// Crashes returns the notes of crashes that are kept, the newest first.
func (l *Log) Crashes() []Crash {
	if l == nil || l.dir == "" {
		return nil
	}
	var all []Crash
	for _, path := range l.crashFiles() {
		name := filepath.Base(path)
		text, err := readSome(path, longestStack)
		when, wrong := time.Parse(crashName, name[:min(len(name), len(crashName))])
		if err == nil && wrong == nil {
			all = append(all, Crash{Name: name, When: when, Text: text})
		}
	}
	return all
}

// WatchFatal has the runtime write down what it says when it gives up — no memory, a stack
// without end, a panic where nobody can catch it — since then no code of ours runs any more.
// The next start makes a note of a crash of it.
func (l *Log) WatchFatal() {
	if l == nil || l.dir == "" || os.MkdirAll(l.dir, 0o700) != nil {
		return
	}
	l.takeFatal()
	file, err := os.CreateTemp(l.dir, "."+disk.Owned()+"fatal-*")
	if err != nil {
		return
	}
	if debug.SetCrashOutput(file, debug.CrashOptions{}) == nil {
		l.fatal = file.Name()
	}
	file.Close() //nolint:errcheck // the runtime has a handle of its own
}

// EndFatal ends what WatchFatal began.
func (l *Log) EndFatal() {
	if l == nil || l.fatal == "" {
		return
	}
	debug.SetCrashOutput(nil, debug.CrashOptions{}) //nolint:errcheck // without a file nothing can go wrong
	os.Remove(l.fatal)                              //nolint:errcheck // the next start sweeps it
	l.fatal = ""
}

// takeFatal makes notes of what the runtime wrote as earlier programs ended. Those that still
// run have written nothing.
func (l *Log) takeFatal() {
	paths, err := filepath.Glob(filepath.Join(l.dir, ".technopark-*-fatal-*"))
	if err != nil {
		return
	}
	for _, path := range paths {
		text, err := readSome(path, longestStack)
		info, gone := os.Stat(path)
		if err != nil || gone != nil || text == "" || os.Remove(path) != nil {
			continue
		}
		l.lines.Error("fatal", "note", Own(filepath.Base(l.keep(cleanStack([]byte(text)), info.ModTime()))))
	}
	disk.Sweep(l.dir)
}

// The lines of a stack: a call with its arguments, which may be figures, and a place, which
// lies below the home of whoever built the program.
var (
	call  = regexp.MustCompile(`^((?:created by )?[\w./*()\[\]·-]+?)(\([^()]*\)|\(\.\.\.\))?( in goroutine \d+)?$`)
	place = regexp.MustCompile(`^\t.*?([\w.@-]+/[\w.-]+\.(?:go|s):\d+).*$`)
	head  = regexp.MustCompile(`^goroutine \d+.*\[[\w ,()]+\]:$`)
)

// cleanStack returns a stack without the arguments of calls and without directories; all other
// lines go through the sieve. A call is only what has its place in the line after it.
func cleanStack(stack []byte) string {
	if len(stack) > longestStack {
		stack = stack[:longestStack]
	}
	lines := strings.Split(strings.TrimRight(string(stack), "\n"), "\n")
	for i, text := range lines {
		text = strings.TrimRight(text, "\r")
		m, at := call.FindStringSubmatch(text), place.FindStringSubmatch(text)
		switch {
		case at != nil:
			lines[i] = "\t" + at[1]
		case m != nil && i+1 < len(lines) && strings.HasPrefix(lines[i+1], "\t"):
			lines[i] = m[1] + m[3]
		case !head.MatchString(text):
			lines[i] = Sieve(text)
		}
	}
	return strings.Join(lines, "\n") + "\n"
}
