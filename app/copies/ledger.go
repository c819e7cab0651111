package copies

import (
	"cmp"
	"encoding/json"
	"errors"
	"io/fs"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"sync"
	"time"

	"technopark/app"
	"technopark/app/disk"
)

// Entry is what is known of a copy.
type Entry struct {
	Name   string `json:"name"`   // of the file in its folder
	Number int64  `json:"number"` // in the order in which they were written, whatever the clock said

	Made   time.Time `json:"made"`   // by the clock of then, in its time zone
	Why    Why       `json:"why"`    // it was made
	Before Why       `json:"before"` // what it came to stand before later, since nothing had changed; «» when nothing
	Size   int64     `json:"size"`   // of the file, in bytes
	SHA256 string    `json:"sha256"` // of the file as it lies there
	Plain  string    `json:"plain"`  // of the data file in it; another than SHA256 when it is sealed
	File   string    `json:"file"`   // the data file it was made of, as it was called then

	Carried   bool        `json:"carried"`   // the second place had it too when it was made
	Holds     app.Holding `json:"holds"`     // read from the copy itself
	Checked   time.Time   `json:"checked"`   // when it was last read back
	Modified  time.Time   `json:"modified"`  // when the file was written to, as it was seen then
	Fault     string      `json:"fault"`     // what was wrong then, the id of a message; «» when nothing was
	Flawed    bool        `json:"flawed"`    // the data file itself was not as the program had written it
	Rehearsed time.Time   `json:"rehearsed"` // when it was last restored for trial; zero when never
}

// keptFor is the reason by which a copy is kept: what it came to stand before counts as if it
// had been made for that.
func (e Entry) keptFor() Why { return cmp.Or(e.Before, e.Why) }

// Sealed reports whether the copy opens with a passphrase only.
func (e Entry) Sealed() bool { return e.SHA256 != e.Plain }

// ledger is the list of what one computer has written into a folder.
type ledger struct {
	path    string
	known   []Entry // as they stood in the file when it was last read or written
	Version int     `json:"version"`
	Copies  []Entry `json:"copies"` // in the order in which they were written
}

const (
	ledgerPrefix  = "copies-"
	ledgerExt     = ".json"
	ledgerVersion = 1
	mostLedger    = 8 << 20 // bytes: some 8,000 copies
)

// lists is held by whoever reads a list, changes it and writes it.
var lists sync.Mutex

func ledgerPath(folder, computer string) string {
	return filepath.Join(folder, ledgerPrefix+computer+ledgerExt)
}

// readLedger reads a list; where there is none, it is empty. One that cannot be understood is
// empty as well: what it listed is shown and never taken away.
func readLedger(path string) (*ledger, error) {
	l := &ledger{path: path, Version: ledgerVersion}
	raw, err := disk.Read(path, mostLedger, app.ErrTooBig)
	switch {
	case errors.Is(err, app.ErrNoFile), errors.Is(err, app.ErrMissingDir), errors.Is(err, app.ErrTooBig):
		return l, nil
	case err != nil:
		return nil, err
	}
	read := ledger{path: path}
	if json.Unmarshal(raw, &read) != nil || read.Version != ledgerVersion {
		return l, nil
	}
	for _, e := range read.Copies {
		if plainName(e.Name) && isCopy(e.Name) && len(e.SHA256) == 64 {
			l.Copies = append(l.Copies, e)
		}
	}
	l.known = slices.Clone(l.Copies)
	return l, nil
}

// write keeps the list, with what another program has put into it since it was read.
func (l *ledger) write() error {
	defer l.alone()()
	if err := l.merge(); err != nil {
		return err
	}
	if err := l.put(); err != nil {
		return err
	}
	l.known = slices.Clone(l.Copies)
	return nil
}

// merge takes over what another program has put into the list. It is app.ErrExists when both have
// put in a copy of the same name.
func (l *ledger) merge() error {
	is, err := readLedger(l.path)
	if err != nil {
		return err
	}
	before := ledger{Copies: l.known}
	for _, e := range is.Copies {
		mine, was := l.at(e.Name), before.at(e.Name)
		switch {
		case was == nil && mine == nil:
			l.Copies = append(l.Copies, e)
		case was == nil:
			return app.About(filepath.Join(l.dir(), e.Name), app.ErrExists)
		case was != nil && mine != nil && reflect.DeepEqual(*was, *mine):
			*mine = e
		}
	}
	return nil
}

const (
	mostAlone = 2 * time.Second       // how long is waited for another program: it needs a moment
	oftAlone  = 20 * time.Millisecond // how often it is looked whether it is done
)

// alone waits until no other program writes the list, and returns what lets others write again. What
// a program that was killed has left keeps nobody waiting for longer than a moment, and where no such
// mark can be left the list is written all the same.
func (l *ledger) alone() (done func()) {
	mark := l.path + ".lock"
	for waited := time.Duration(0); ; waited += oftAlone {
		f, err := os.OpenFile(mark, os.O_CREATE|os.O_EXCL|os.O_WRONLY, disk.Private)
		switch {
		case err == nil:
			f.Close()                         //nolint:errcheck // nothing is in it
			return func() { os.Remove(mark) } //nolint:errcheck // the next one waits a moment
		case !errors.Is(err, fs.ErrExist):
			return func() {}
		case waited >= mostAlone:
			os.Remove(mark) //nolint:errcheck // whoever left it is gone
			waited = 0
			if _, err := os.Lstat(mark); err == nil {
				return func() {}
			}
		}
		time.Sleep(oftAlone)
	}
}

// put writes the list as it is.
func (l *ledger) put() error {
	raw, err := json.MarshalIndent(l, "", "  ")
	if err != nil {
		return err
	}
	return disk.Write(l.path, append(raw, '\n'))
}

// dir is the folder the list is of.
func (l *ledger) dir() string { return filepath.Dir(l.path) }

// at returns the entry of a name; nil when there is none.
func (l *ledger) at(name string) *Entry {
	for i := range l.Copies {
		if l.Copies[i].Name == name {
			return &l.Copies[i]
		}
	}
	return nil
}

// newest returns the last number that was given.
func (l *ledger) newest() int64 {
	var last int64
	for _, e := range l.Copies {
		last = max(last, e.Number)
	}
	return last
}

// isLedger reports whether a name is that of a list.
func isLedger(name string) bool {
	return strings.HasPrefix(name, ledgerPrefix) && strings.HasSuffix(name, ledgerExt)
}
