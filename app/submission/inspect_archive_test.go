package submission_test

import (
	"archive/zip"
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/submission"
)

// entry is a file of an archive.
type entry struct {
	name string
	data []byte
}

func zipped(t *testing.T, files []entry) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), "Пакет.zip")
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range files {
		to, err := w.Create(f.name)
		if err == nil {
			_, err = to.Write(f.data)
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

// listedAnew writes the list of an archive as one who changed a file would.
func listedAnew(files []entry) []entry {
	var list strings.Builder
	for _, f := range files {
		if f.name != "manifest.txt" {
			sum := sha256.Sum256(f.data)
			list.WriteString(hex.EncodeToString(sum[:]) + "  " + f.name + "\n")
		}
	}
	return append([]entry{{"manifest.txt", []byte(list.String())}}, slices.DeleteFunc(files, func(f entry) bool { return f.name == "manifest.txt" })...)
}

// The archive beside a package is inspected like the package, and its files are compared with
// its list; one that is not ours gets a sentence.
func TestArchiveIsInspected(t *testing.T) {
	d := signingDesk(t)
	path := filepath.Join(d.dir, d.name+".zip")
	files := unzipped(t, path)
	i, err := submission.InspectFile(t.Context(), path, nil)
	if err != nil || i.Verdict() != submission.VerdictSame || i.Answers[0].Ask != submission.AskArchive || !i.OK() {
		t.Fatalf("the archive as it was written: %v, %v", i, err)
	}
	with := func(change func(entry) []entry) []entry {
		var all []entry
		for _, f := range files {
			all = append(all, change(f)...)
		}
		return all
	}
	json := func(f entry) []entry {
		if strings.HasSuffix(f.name, ".json") {
			f.data = append(slices.Clone(f.data), ' ')
		}
		return []entry{f}
	}
	without := func(ending string) func(entry) []entry {
		return func(f entry) []entry {
			if strings.HasSuffix(f.name, ending) {
				return nil
			}
			return []entry{f}
		}
	}
	for name, c := range map[string]struct {
		files []entry
		names string // in what is said to be wrong
	}{
		"other data":        {with(json), ".json"},
		"and another list":  {listedAnew(with(json)), ".json"},
		"a file more":       {append(slices.Clone(files), entry{"ещё.txt", nil}), "ещё.txt"},
		"a file less":       {with(without(".xlsx")), ".xlsx"},
		"a file twice":      {append(slices.Clone(files), files[len(files)-1]), ".xlsx"},
		"no list":           {with(without("manifest.txt")), ""},
		"a list of nothing": {append([]entry{{"manifest.txt", nil}}, with(without("manifest.txt"))...), ".pdf"},
	} {
		i, err := submission.InspectFile(t.Context(), zipped(t, c.files), nil)
		if err != nil || i.Verdict() != submission.VerdictAltered || i.Answers[0].OK || !strings.Contains(i.Answers[0].Detail, c.names) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for id, all := range map[string][]entry{
		"inspect.archive_empty":   {{"readme.txt", []byte("нет")}},
		"inspect.archive_several": {{"a.pdf", []byte("%PDF-")}, {"b.pdf", []byte("%PDF-")}},
		"inspect.unreadable":      {{"a.pdf", []byte("%PDF-")}},
	} {
		_, err := submission.InspectFile(t.Context(), zipped(t, all), nil)
		if r, _ := app.Refused(err); r.ID != id {
			t.Errorf("%s: %v", id, err)
		}
	}
}

func unzipped(t *testing.T, path string) (all []entry) {
	t.Helper()
	r, err := zip.OpenReader(path)
	if err != nil {
		t.Fatal(err)
	}
	defer r.Close()
	for _, f := range r.File {
		in, err := f.Open()
		if err != nil {
			t.Fatal(err)
		}
		data, err := io.ReadAll(in)
		if err != nil {
			t.Fatal(err)
		}
		all = append(all, entry{f.Name, data})
	}
	return all
}
