// Package logbook keeps what the program notes of its own work, for whoever looks for a fault
// in it: which screen or command, how long, which error, which version. It is kept on this
// computer alone, for its user alone, and within a bound.
//
// Nothing of what people typed gets in. We do not ask everybody who notes something to think
// of that: all that is written goes through one sieve (sieve.go), which lets pass what the
// program says of itself and cuts the rest. A log that cannot be written is no reason to stop,
// so nothing here returns an error.
package logbook

import (
	"context"
	"log/slog"
	"os"
	"path/filepath"
	"runtime"
	"sync"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// The bound of the log: so many files of so many bytes.
const (
	mostFiles = 4
	mostBytes = 512 << 10
)

// fileName is what the newest file of the log is called; the older ones have a number.
const fileName = "technopark.log"

// Log is written to by any goroutine, and by several programs at once. A nil Log notes nothing.
type Log struct {
	dir    string // of the log and of the notes of crashes; «» to keep none
	now    func() time.Time
	lines  *slog.Logger
	write  sync.Mutex
	fatal  string // where the runtime writes when it gives up; «» when it was not asked to
	failed bool   // the last line could not be written
}

// Open returns the log of a directory, which is made when the first line is written. An empty
// directory keeps no log; crashes are then noted among the temporary files.
func Open(dir string, now func() time.Time) *Log {
	l := &Log{dir: dir, now: now}
	l.lines = slog.New(slog.NewTextHandler(lineWriter{l}, &slog.HandlerOptions{ReplaceAttr: l.sift}))
	return l
}

// Own is a text of the program itself, which the log takes as it is: a version, the name of a
// system. Never make one of what comes from a file or from a user.
type Own string

// sift lets an attribute into the log: the time of the clock that was passed in, numbers and
// durations as they are, errors and texts through the sieve.
func (l *Log) sift(_ []string, a slog.Attr) slog.Attr {
	switch a.Key {
	case slog.TimeKey:
		a.Value = slog.StringValue(l.now().UTC().Format("2006-01-02T15:04:05.000Z"))
		return a
	case slog.LevelKey:
		return a
	}
	switch a.Value.Kind() {
	case slog.KindString:
		a.Value = slog.StringValue(Sieve(a.Value.String()))
	case slog.KindDuration:
		a.Value = slog.StringValue(a.Value.Duration().Round(time.Millisecond).String())
	case slog.KindAny:
		a.Value = slog.StringValue(sifted(a.Value.Any()))
	}
	return a
}

// sifted is sift for values of other kinds.
func sifted(v any) string {
	switch v := v.(type) {
	case Own:
		return string(v)
	case error:
		return Describe(v)
	}
	return "…"
}

// Begin notes that the program starts, and what it is; surface is «window» or «command».
func (l *Log) Begin(surface string) {
	l.Did("start", "surface", surface, "version", Own(app.Version), "go", Own(runtime.Version()),
		"system", Own(runtime.GOOS+"/"+runtime.GOARCH), "cores", runtime.NumCPU())
}

// Did notes an action by its id, with names and values of what there is to say of it.
func (l *Log) Did(action string, pairs ...any) {
	if l != nil {
		l.lines.Info(action, pairs...)
	}
}

// Refused notes that something was not done for a reason that the user was told.
func (l *Log) Refused(action string, err error, pairs ...any) {
	if l != nil {
		l.lines.Warn(action, append(pairs, "error", err)...)
	}
}

// Failed notes an error that nobody foresaw.
func (l *Log) Failed(action string, err error, pairs ...any) {
	if l != nil {
		l.lines.Log(context.Background(), slog.LevelError, action, append(pairs, "error", err)...)
	}
}

// Path returns where the log is; «» when there is none or it cannot be written.
func (l *Log) Path() string {
	if l == nil || l.dir == "" {
		return ""
	}
	l.write.Lock()
	defer l.write.Unlock()
	if l.failed {
		return ""
	}
	return filepath.Join(l.dir, fileName)
}

// lineWriter writes the lines that slog makes, each in one piece: another program may be
// writing to the same file.
type lineWriter struct{ log *Log }

// Write never fails: whoever notes something has better things to do.
func (w lineWriter) Write(line []byte) (int, error) {
	l := w.log
	if l.dir == "" {
		return len(line), nil
	}
	l.write.Lock()
	defer l.write.Unlock()
	l.failed = l.append(line) != nil
	return len(line), nil
}

// append opens the file anew for every line: another program may have put it aside meanwhile.
func (l *Log) append(line []byte) error {
	if err := os.MkdirAll(l.dir, 0o700); err != nil {
		return err
	}
	path := filepath.Join(l.dir, fileName)
	info, err := os.Lstat(path)
	switch {
	case err == nil && !info.Mode().IsRegular():
		return app.ErrNotPlain // a link that somebody laid would have us write elsewhere
	case err == nil && info.Size()+int64(len(line)) > mostBytes:
		l.turn()
	}
	file, err := os.OpenFile(path, os.O_APPEND|os.O_CREATE|os.O_WRONLY, disk.Private)
	if err != nil {
		return err
	}
	if _, err := file.Write(line); err != nil {
		file.Close() //nolint:errcheck // the line is lost already
		return err
	}
	return file.Close()
}

// turn puts the full file aside, those before it one further, and forgets the oldest.
func (l *Log) turn() {
	for n := mostFiles - 1; n > 0; n-- {
		os.Rename(l.numbered(n-1), l.numbered(n)) //nolint:errcheck // one that is not there, or is held, stays
	}
}

// numbered returns the path of a file of the log, the newest being 0.
func (l *Log) numbered(n int) string {
	if n == 0 {
		return filepath.Join(l.dir, fileName)
	}
	return filepath.Join(l.dir, "technopark."+string(rune('0'+n))+".log")
}
