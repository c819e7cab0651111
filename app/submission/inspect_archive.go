package submission

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/signature"
)

// AskArchive asks of the archive that is written beside a package: are the files in it those
// of its list.
const AskArchive = "archive"

// manifestName is the list of the files in an archive, with their sums.
const manifestName = "manifest.txt"

// mostArchived bounds how many files an archive is asked for; of ours none has more than some
// dozens, most of them signatures.
const mostArchived = 1000

// isZip reports whether bytes begin like an archive.
func isZip(data []byte) bool { return bytes.HasPrefix(data, []byte("PK\x03\x04")) }

// opened is an archive that has been looked through.
type opened struct {
	pdf   []byte            // the package
	name  string            // of the package in it
	sums  map[string]string // of all files but the list, by their names
	list  string            // the list; empty when there is none
	twice []string          // names that several files have
	signs []Beside          // signatures of the package
}

// openArchive takes the package out of an archive and sums up all that is in it. What it
// unpacks is bounded by mostPackage in all.
func openArchive(data []byte) (*opened, error) {
	reader, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil || len(reader.File) > mostArchived {
		return nil, &app.Refusal{ID: "inspect.archive_unreadable", Cause: err}
	}
	a := &opened{sums: map[string]string{}}
	left := int64(mostPackage)
	var signatures []file
	for _, f := range reader.File {
		content, sum, err := unpacked(f, &left)
		if err != nil {
			return nil, &app.Refusal{ID: "inspect.archive_unreadable", Cause: err}
		}
		if _, again := a.sums[f.Name]; again {
			a.twice = append(a.twice, f.Name)
		}
		switch ext := strings.ToLower(filepath.Ext(f.Name)); {
		case f.Name == manifestName:
			a.list = string(content)
			continue
		case ext == ".pdf" && a.pdf != nil:
			return nil, &app.Refusal{ID: "inspect.archive_several"}
		case ext == ".pdf":
			a.pdf, a.name = content, f.Name
		case slices.Contains(SignatureExtensions(), ext):
			signatures = append(signatures, file{name: f.Name, data: content})
		}
		a.sums[f.Name] = sum
	}
	if a.pdf == nil {
		return nil, &app.Refusal{ID: "inspect.archive_empty"}
	}
	a.check(signatures)
	return a, nil
}

// unpacked returns the sum of a file in an archive and, of what is looked into, its bytes;
// left is how many bytes may yet be unpacked.
func unpacked(f *zip.File, left *int64) (content []byte, sum string, err error) {
	in, err := f.Open()
	if err != nil {
		return nil, "", err
	}
	defer in.Close() //nolint:errcheck // opened for reading: nothing can be lost
	hash := sha256.New()
	var kept bytes.Buffer
	to := io.Writer(hash)
	if ext := strings.ToLower(filepath.Ext(f.Name)); ext == ".pdf" || f.Name == manifestName || slices.Contains(SignatureExtensions(), ext) {
		to = io.MultiWriter(hash, &kept)
	}
	n, err := io.Copy(to, io.LimitReader(in, *left+1))
	*left -= n
	if err == nil && *left < 0 {
		err = app.ErrTooBig
	}
	return kept.Bytes(), hex.EncodeToString(hash.Sum(nil)), err
}

// check looks what the signatures say of the package. Those of the other files are only
// files here.
func (a *opened) check(signatures []file) {
	stem := strings.TrimSuffix(a.name, filepath.Ext(a.name))
	for _, s := range signatures {
		if !strings.HasPrefix(s.name, a.name+".") && strings.TrimSuffix(s.name, filepath.Ext(s.name)) != stem {
			continue
		}
		b := Beside{Name: s.name}
		if parsed, err := signature.Parse(s.data); err != nil {
			b.Err = err
		} else {
			b.Checks = parsed.Check(a.pdf)
		}
		a.signs = append(a.signs, b)
	}
}

// answer says whether the files are those of the list, each once, and the data beside the
// package, whose sum is given, those inside it: a list is easily written anew.
func (a *opened) answer(dataSHA256 string) Answer {
	wrong := slices.Clone(a.twice)
	for name, sum := range a.sums {
		if strings.EqualFold(filepath.Ext(name), ".json") && dataSHA256 != "" && sum != dataSHA256 {
			wrong = append(wrong, name)
		}
	}
	named := map[string]bool{}
	for _, l := range listed(a.list) {
		if named[l.name] = true; a.sums[l.name] != l.sum {
			wrong = append(wrong, l.name)
		}
	}
	for name := range a.sums {
		if !named[name] {
			wrong = append(wrong, name)
		}
	}
	slices.Sort(wrong)
	wrong = slices.Compact(wrong)
	return Answer{Ask: AskArchive, OK: len(wrong) == 0 && a.list != "", Detail: strings.Join(wrong, ", ")}
}
