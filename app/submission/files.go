package submission

import (
	"archive/zip"
	"bytes"
	"fmt"

	"technopark/app"
	"technopark/reports"
)

// file is one of the files of a revision.
type file struct {
	name string
	data []byte
}

// files returns the package, the data and the tables of a revision, and an archive of
// these with a list of their sums, the package first.
func (s *state) files(name string) ([]file, error) {
	var tables bytes.Buffer
	if err := reports.WriteXLSX(&tables, reports.Workbook(s.input)); err != nil {
		return nil, err
	}
	all := []file{{name + ".pdf", s.pdf}, {name + ".json", s.frozen.JSON}, {name + ".xlsx", tables.Bytes()}}
	archive, err := archivedWith(all, nil)
	if err != nil {
		return nil, err
	}
	return append(all, file{name + ".zip", archive}), nil
}

// manifest lists files with their SHA-256, as sha256sum does.
func manifest(files []file) string {
	var b bytes.Buffer
	for _, f := range files {
		fmt.Fprintf(&b, "%s  %s\n", app.Content(f.data), f.name)
	}
	return b.String()
}

// archived packs files without their times: the same files make the same archive.
func archived(files []file) ([]byte, error) {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, f := range files {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: f.name, Method: zip.Deflate})
		if err != nil {
			return nil, err
		}
		if _, err := entry.Write(f.data); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}
