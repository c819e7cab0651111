package kit

import (
	"cmp"
	"errors"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"time"

	"technopark/app"
	"technopark/app/i18n"
)

// mostNames is how many names of a directory are read: a list of more is of use to nobody,
// and the window would stand still while it is sorted.
const mostNames = 10000

// patience is how long the window waits for a disk before it says that it does not answer.
const patience = 3 * time.Second

// errSlow is a disk that does not answer, as a share of a computer that is switched off.
var errSlow = errors.New("the disk does not answer")

// unread makes a refusal of what the system answered when a path was to be read; of no error,
// that it leads to a file.
func unread(path string, err error) error {
	switch {
	case err == nil:
		return &app.Refusal{ID: "ui.file.not_folder", Data: map[string]any{"File": path}}
	case errors.Is(err, errSlow):
		return &app.Refusal{ID: "ui.file.slow", Data: map[string]any{"File": path}, Cause: err}
	case errors.Is(err, fs.ErrNotExist):
		return &app.Refusal{ID: "ui.file.missing", Data: map[string]any{"File": path}, Cause: err}
	case errors.Is(err, fs.ErrPermission):
		return &app.Refusal{ID: "ui.file.forbidden", Data: map[string]any{"File": path}, Cause: err}
	}
	return &app.Refusal{ID: "ui.file.unreadable", Data: map[string]any{"File": path}, Cause: err}
}

// listing is what a path leads to.
type listing struct {
	dir     string
	file    bool    // a file and not a directory
	entries []entry // directories first
	more    bool    // the directory has names that were not read
}

// entry is a directory or a file in a listing.
type entry struct {
	name    string
	folder  bool
	changed time.Time // zero when nobody could say
}

// shown ends directories in a slash: a word or a sign tells them, not a colour.
func (e entry) shown() string {
	if e.folder {
		return e.name + string(filepath.Separator)
	}
	return e.name
}

// look reads a directory: its directories, and its files that have one of the extensions.
func look(path string, extensions []string) (listing, error) {
	info, err := os.Stat(path)
	if err != nil || !info.IsDir() {
		return listing{file: err == nil}, err
	}
	dir, err := os.Open(path)
	if err != nil {
		return listing{}, err
	}
	defer dir.Close() //nolint:errcheck // it was read only
	read, err := dir.ReadDir(mostNames + 1)
	if err != nil && !errors.Is(err, io.EOF) {
		return listing{}, err
	}
	found := listing{dir: path, more: len(read) > mostNames}
	for _, e := range read[:min(len(read), mostNames)] {
		if e, ok := suitable(path, e, extensions); ok {
			found.entries = append(found.entries, e)
		}
	}
	collator := i18n.NewCollator()
	slices.SortStableFunc(found.entries, func(a, b entry) int {
		return cmp.Or(order(a.folder, b.folder), collator.Compare(a.name, b.name))
	})
	return found, nil
}

// order puts what is true first.
func order(a, b bool) int {
	switch {
	case a == b:
		return 0
	case a:
		return -1
	}
	return 1
}

// suitable returns what is listed of a name in a directory; hidden files and those of other
// kinds are not.
func suitable(dir string, e fs.DirEntry, extensions []string) (entry, bool) {
	name := e.Name()
	if strings.HasPrefix(name, ".") {
		return entry{}, false
	}
	wanted := slices.Contains(extensions, strings.ToLower(filepath.Ext(name)))
	folder, link := e.IsDir(), e.Type()&fs.ModeSymlink != 0
	if !folder && !link && !wanted {
		return entry{}, false
	}
	info, err := e.Info()
	if link {
		if info, err = os.Stat(filepath.Join(dir, name)); err == nil {
			folder = info.IsDir()
		}
	}
	found := entry{name: name, folder: folder}
	if err == nil {
		found.changed = info.ModTime()
	}
	return found, folder || wanted
}

// inTime reads a disk and waits for it no longer than so long.
func inTime[T any](most time.Duration, read func() (T, error)) (T, error) {
	var none T
	got := make(chan T, 1)
	err := Briefly(most, func() error {
		found, err := read()
		if err == nil {
			got <- found
		}
		return err
	})
	if err != nil {
		return none, err
	}
	select {
	case found := <-got:
		return found, nil
	default:
		return none, errSlow
	}
}
