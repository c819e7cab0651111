package disk

import (
	"context"
	"errors"
	"io"
	"os"
	"path/filepath"

	"technopark/app"
)

// File is a file to be written.
type File struct {
	Path string // where it goes
	Data []byte // all its bytes, unless From has them
	From *Loose // has the bytes; it stays what it is
}

// Staged is files that lie written beside their places under other names.
type Staged struct{ files []staged }

// staged is one of them on its way to its place.
type staged struct {
	path string // its place
	temp string // where it lies; «» once it is in its place
	old  string // a second name of the file that was there before; «» when there was none
}

// WriteAll writes files that belong together: all of them, or none. Those that are there
// are replaced.
func WriteAll(files ...File) error {
	s, err := Stage(context.Background(), files...)
	if err != nil {
		return err
	}
	return s.Commit()
}

// Stage writes files beside their places, where a disk that is full or a place that is no
// good is found out, and changes nothing that is there. Commit or Drop must follow. When ctx
// is cancelled meanwhile nothing is left.
func Stage(ctx context.Context, files ...File) (*Staged, error) {
	s := &Staged{}
	if err := s.Add(ctx, files...); err != nil {
		return nil, err
	}
	return s, nil
}

// Add stages more files, so that those of a long job need not lie in memory together. When
// ctx is cancelled or one cannot be written, nothing is left of those before it either.
func (s *Staged) Add(ctx context.Context, files ...File) error {
	for _, f := range files {
		err := ctx.Err()
		var temp string
		if err == nil {
			temp, err = beside(f)
		}
		if err != nil {
			s.Drop()
			s.files = nil
			return err
		}
		s.files = append(s.files, staged{path: f.Path, temp: temp})
	}
	return nil
}

// beside writes a file under a name of its own in the directory of its place.
func beside(f File) (path string, err error) {
	if err := replaceable(f.Path); err != nil {
		return "", err
	}
	temp, err := os.CreateTemp(filepath.Dir(f.Path), "."+Owned()+"*")
	if err != nil {
		return "", unwritten(f.Path, err)
	}
	err = f.into(temp) // for the user alone: see Private
	if err = errors.Join(err, temp.Sync(), temp.Close()); err != nil {
		return "", Unwritten(f.Path, f.size(), errors.Join(err, os.Remove(temp.Name())))
	}
	return temp.Name(), nil
}

func (f File) size() int64 {
	if f.From != nil {
		return f.From.Size()
	}
	return int64(len(f.Data))
}

// into writes the bytes of a file.
func (f File) into(to io.Writer) error {
	if f.From == nil {
		_, err := to.Write(f.Data)
		return err
	}
	from, err := f.From.Open()
	if err != nil {
		return err
	}
	defer from.Close() //nolint:errcheck // opened for reading: nothing can be lost
	_, err = io.Copy(to, from)
	return err
}

// Commit puts the files in their places. When one cannot be, as when another program has
// the file there open, those before it are taken back and what was there is there again.
func (s *Staged) Commit() error {
	for i := range s.files {
		if err := s.files[i].place(); err != nil {
			for j := i; j >= 0; j-- {
				s.files[j].takeBack()
			}
			s.Drop()
			return unwritten(s.files[i].path, err)
		}
	}
	for _, f := range s.files {
		if f.old != "" {
			os.Remove(f.old) //nolint:errcheck // what is new is in its place; no more can be done for the rest
		}
	}
	return nil
}

// Drop throws away what is not in its place.
func (s *Staged) Drop() {
	for _, f := range s.files {
		if f.temp != "" {
			os.Remove(f.temp) //nolint:errcheck // it lies beside under a name of its own and hurts nobody
		}
	}
}

// place keeps what is there under another name and moves the new file in. Whenever it is
// cut short, there is a whole file in the place: the old one or the new.
func (f *staged) place() error {
	if _, err := os.Lstat(f.path); err == nil {
		f.old = f.temp + ".old"
		if err := twin(f.path, f.old); err != nil {
			return err
		}
	}
	if err := replace(f.temp, f.path); err != nil {
		return err
	}
	f.temp = ""
	return nil
}

// replace gives a new file its place, and no right that the file that is there has not.
func replace(temp, path string) error {
	if info, err := os.Stat(path); err == nil {
		if err := narrow(temp, info.Mode().Perm()); err != nil {
			return err
		}
	}
	return os.Rename(temp, path)
}

// twin gives a file a second name; where the file system has only one for each file, it
// makes a copy.
func twin(path, other string) error {
	if os.Link(path, other) == nil {
		return nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return err
	}
	return os.WriteFile(other, data, Private)
}

// takeBack undoes place as far as it came.
func (f *staged) takeBack() {
	switch {
	case f.old != "" && f.temp == "":
		os.Rename(f.old, f.path) //nolint:errcheck // it stays beside under the other name
	case f.old != "":
		os.Remove(f.old) //nolint:errcheck // the file itself has not moved
	case f.temp == "":
		os.Remove(f.path) //nolint:errcheck // nothing was there
	}
}

// Distinct refuses a list of paths of which two are of one file: the second would be
// written over the first. An empty path is of none.
func Distinct(paths ...string) error {
	seen := map[string]bool{}
	for _, path := range paths {
		whole, err := filepath.Abs(path)
		if path == "" || err != nil {
			continue
		}
		if seen[whole] {
			return app.About(path, app.ErrSamePlace)
		}
		seen[whole] = true
	}
	return nil
}
