package submission

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os"

	"technopark/app"
	"technopark/app/disk"
	"technopark/reports"
)

// file is one of the files of a revision.
type file struct {
	name  string
	data  []byte      // its bytes, unless loose has them
	loose *disk.Loose // of what may be too large for memory
}

// sum returns the SHA-256 of a file.
func (f file) sum() string {
	if f.loose != nil {
		return f.loose.Sum()
	}
	return app.Content(f.data)
}

// size returns how many bytes a file has.
func (f file) size() int64 {
	if f.loose != nil {
		return f.loose.Size()
	}
	return int64(len(f.data))
}

// open opens a file to be read.
func (f file) open() (io.ReadCloser, error) {
	if f.loose != nil {
		return f.loose.Open()
	}
	return io.NopCloser(bytes.NewReader(f.data)), nil
}

// bytes returns all of a file.
func (f file) bytes() ([]byte, error) {
	if f.loose != nil {
		return f.loose.Bytes()
	}
	return f.data, nil
}

// is reports whether a file of as many bytes has the same.
func (f file) is(path string) (bool, error) {
	old, err := os.Open(path)
	if err != nil {
		return false, err
	}
	defer old.Close() //nolint:errcheck // opened for reading: nothing can be lost
	own, err := f.open()
	if err != nil {
		return false, err
	}
	defer own.Close() //nolint:errcheck // see above
	return equal(own, old)
}

// equal reports whether two readers give the same.
func equal(a, b io.Reader) (bool, error) {
	var here, there [1 << 16]byte
	for {
		n, err := io.ReadFull(a, here[:])
		m, other := io.ReadFull(b, there[:])
		switch over := err == io.EOF || err == io.ErrUnexpectedEOF; { // as ReadFull returns them
		case n != m || !bytes.Equal(here[:n], there[:m]):
			return false, nil
		case over && err == other: //nolint:errorlint // see above
			return true, nil
		case err != nil || other != nil:
			return false, errors.Join(err, other)
		}
	}
}

// files returns the package, the data and the tables of a revision, and an archive of
// these with a list of their sums, the package first. The archive lies loose beside the
// place it is for and is to be closed.
func (s *state) files(name, dir string) ([]file, error) {
	var tables bytes.Buffer
	if err := reports.WriteXLSX(&tables, reports.Workbook(s.input)); err != nil {
		return nil, err
	}
	all := []file{{name: name + ".pdf", loose: s.pdf}, {name: name + ".json", data: s.frozen.JSON}, {name: name + ".xlsx", data: tables.Bytes()}}
	archive, err := disk.NewLoose(dir)
	if err != nil {
		return nil, err
	}
	if err = archivedWith(archive, all, nil); err == nil {
		err = archive.Written()
	}
	if err != nil {
		return nil, errors.Join(err, archive.Close())
	}
	return append(all, file{name: name + ".zip", loose: archive}), nil
}

// manifest lists files with their SHA-256, as sha256sum does.
func manifest(files []file) string {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", f.sum(), f.name)
	}
	return b.String()
}

// archived packs files without their times: the same files make the same archive.
func archived(to io.Writer, files []file) error {
	w := zip.NewWriter(to)
	for _, f := range files {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if err := f.copyTo(entry); err != nil {
			return err
		}
	}
	return w.Close()
}

func (f file) copyTo(w io.Writer) error {
	in, err := f.open()
	if err != nil {
		return err
	}
	defer in.Close() //nolint:errcheck // opened for reading: nothing can be lost
	_, err = io.Copy(w, in)
	return err
}

// write writes a PDF of a stem into a directory; gives says what it may replace there.
func (out *Output) write(dir, stem string, b *app.Book, pdf *disk.Loose, gives likeness) error {
	f := file{name: stem + ".pdf", loose: pdf}
	at, err := put(dir, stem, innOf(b), f, gives)
	if err != nil {
		return err
	}
	out.at(at, []file{f})
	return nil
}

// at says where files have been written, the package first.
func (out *Output) at(at settled, files []file) {
	out.Files = at.paths(files)
	out.PDF, out.SHA256 = out.Files[0], files[0].sum()
	out.Replaced = at.replaced
	if at.taken() {
		out.Taken = files[0].name
	}
}
