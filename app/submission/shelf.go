package submission

import (
	"io/fs"
	"os"
	"path/filepath"
	"slices"
	"strings"

	"golang.org/x/text/unicode/norm"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/signature"
)

// A name is taken only by what it names. Before anything is written we look at what stands
// under its name: a revision is never replaced but by the same bytes, a draft only by one of
// the same park and year, a letter only by one to the same resident, and whatever is not, to
// the last byte, as this program wrote it, not at all. Then the new file gets a name that
// says more; see fuller.

// likeness reports whether a file gives way to what is to be written.
type likeness func(path string) bool

// shelf is a directory in which files get names.
type shelf struct {
	dir  string
	held map[string][]string // the names that are there, by how they read where case is nothing

	promised map[string]bool // read so too; for files of this very job
}

// openShelf looks at what is in a directory.
func openShelf(dir string) (*shelf, error) {
	if err := disk.Dir(dir); err != nil {
		return nil, err
	}
	entries, err := os.ReadDir(dir)
	if err != nil {
		return nil, disk.Unread(dir, err)
	}
	s := &shelf{dir: dir, held: map[string][]string{}, promised: map[string]bool{}}
	for _, entry := range entries {
		key := blind(entry.Name())
		s.held[key] = append(s.held[key], entry.Name())
	}
	return s, nil
}

// promise keeps a name for a file that is going to be written.
func (s *shelf) promise(name string) { s.promised[blind(name)] = true }

// blind returns a name as a file system reads it that knows no case, nor how й is written.
func blind(name string) string { return norm.NFC.String(strings.ToLower(strings.ToUpper(name))) }

// settled says where files go.
type settled struct {
	place
	replaced bool // one that gives way is there
}

// taken reports whether the plain name was not to be had.
func (s settled) taken() bool { return s.more != "" }

// settle returns the first place of files of one stem where nothing stands that is not to
// be replaced: by the same bytes anything may be, and what gives reports to give way.
func (s *shelf) settle(stem, inn string, files []file, gives likeness) (settled, error) {
	for n := range mostNames {
		at := settled{place: place{s.dir, stem, fuller(inn, n)}}
		if s.free(&at, files, gives) {
			return at, nil
		}
	}
	return settled{}, app.About(filepath.Join(s.dir, files[0].name), app.ErrExists)
}

// free reports whether files may have a place, and marks it when they replace others there.
func (s *shelf) free(at *settled, files []file, gives likeness) bool {
	same := 0
	for _, f := range files {
		switch s.under(at.name(f.name), f, gives) {
		case taken:
			return false
		case itself:
			same++
		case giving:
			at.replaced = true
		case nothing:
		}
	}
	return same == len(files) || !s.signedOther(at.place, files, at.replaced)
}

// holder is what stands under a name.
type holder int

const (
	nothing holder = iota
	itself         // the very bytes
	giving         // what gives way
	taken          // anything else
)

func (s *shelf) under(name string, f file, gives likeness) holder {
	names := s.held[blind(name)]
	switch {
	case s.promised[blind(name)]:
		return taken
	case len(names) == 0:
		return nothing
	case len(names) > 1 || names[0] != name:
		return taken
	}
	path := filepath.Join(s.dir, name)
	info, err := os.Lstat(path)
	if err != nil || info.Mode().Type() != fs.FileMode(0) || gives == nil && info.Size() != f.size() {
		return taken
	}
	if info.Size() == f.size() {
		if same, err := f.is(path); same || err != nil {
			return itselfUnless(err)
		}
	}
	if gives != nil && info.Size() <= mostPackage && gives(path) {
		return giving
	}
	return taken
}

// itselfUnless is what stands there when it has the same bytes, as far as it could be read.
func itselfUnless(err error) holder {
	if err != nil {
		return taken
	}
	return itself
}

// signedOther reports whether a signature lies beside files in a place that is of none of
// them: nobody must find it beside another file than was signed. One beside a file that is
// to be replaced is of that one.
func (s *shelf) signedOther(at place, files []file, replaced bool) bool {
	var begins []string // of names of what signs them: the ending stands behind theirs or instead
	for _, f := range files {
		name := blind(at.name(f.name))
		begins = append(begins, strings.TrimSuffix(name, filepath.Ext(name))+".")
	}
	for key, names := range s.held {
		beside := slices.ContainsFunc(begins, func(b string) bool { return strings.HasPrefix(key, b) })
		if !beside || !slices.Contains(SignatureExtensions(), filepath.Ext(key)) {
			continue
		}
		if replaced {
			return true
		}
		for _, name := range names {
			if !s.signs(name, files) {
				return true
			}
		}
	}
	return false
}

// signs reports whether a file of the directory is a signature of one of the files, or one
// of them.
func (s *shelf) signs(name string, files []file) bool {
	data, err := ReadSignature(filepath.Join(s.dir, name))
	if err != nil {
		return false
	}
	if slices.ContainsFunc(files, func(f file) bool { return f.sum() == app.Content(data) }) {
		return true
	}
	parsed, err := signature.Parse(data)
	return err == nil && slices.ContainsFunc(files, func(f file) bool { return f.fits(parsed) })
}

// fits reports whether a signature is one of the file.
func (f file) fits(s *signature.Signature) bool {
	data, err := f.bytes()
	return err == nil && signature.Fits(s.Check(data))
}

// put writes one file of a directory under a name that nothing else has.
func put(dir, stem, inn string, f file, gives likeness) (settled, error) {
	s, err := openShelf(dir)
	if err != nil {
		return settled{}, err
	}
	at, err := s.settle(stem, inn, []file{f}, gives)
	if err != nil {
		return settled{}, err
	}
	return at, disk.WriteAll(disk.File{Path: at.path(f.name), Data: f.data, From: f.loose})
}
