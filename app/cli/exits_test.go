//go:build !windows

package cli_test

import (
	"archive/zip"
	"bytes"
	"context"
	"io"
	"io/fs"
	"os"
	"path/filepath"
	"regexp"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/cli"
	"technopark/app/submission"
	"technopark/storage"
)

// hostileTexts are names that a spreadsheet would run, that would lead out of a folder, that are
// devices or that turn about.
var hostileTexts = []string{
	"=cmd|' /C calc'!A0", "+1+cmd", "-2+3+cmd", "@SUM(1+9)*cmd", "\t=1+cmd", "\r=cmd", "'=cmd", "../../../tmp/cmd", `..\..\cmd`, "/etc/cmd",
	"CON", "NUL.cmd", "LPT1", "cmd. . .", ".cmd", "a/b\\c:d*cmd", "cmd\u202efdp.exe", "=HYPERLINK(\"http://cmd\")", "ООО «=cmd»", "cmd\x00.pdf",
}

// hostilePark makes a data file whose names are hostile wherever a name may be anything.
func hostilePark(t *testing.T, path string) {
	t.Helper()
	n := 0
	s, err := storage.CreateFilled(path, storage.Options{Who: "=cmd", Now: time.Now}, "=cmd", func(ctx context.Context, tx app.Tx) error {
		if err := submission.FillSample(ctx, tx, 6); err != nil {
			return err
		}
		for _, typ := range app.Types() {
			recs, err := tx.List(ctx, typ, 1)
			if err != nil {
				return err
			}
			for _, rec := range recs {
				for _, f := range typ.Stored() {
					if f.Kind == app.KindText && !f.Fixed && f.Get(rec).S != "" || f.Key == "file_name" {
						was := f.Get(rec)
						f.Set(rec, app.TextValue(app.Clean(hostileTexts[n%len(hostileTexts)])))
						if f.Check(f.Get(rec)) != nil {
							f.Set(rec, was)
						}
						n++
					}
				}
				if err := tx.Save(ctx, rec); err != nil && app.FaultsOf(err) == nil {
					return err
				}
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	if err := s.Close(); err != nil {
		t.Fatal(err)
	}
}

// Whatever names are in the records, nothing that leaves the program is run by who opens it, and
// no file lands outside the folder that was named.
func TestNothingThatLeavesIsRun(t *testing.T) {
	around := t.TempDir()
	t.Chdir(around)
	out := filepath.Join(around, "out")
	if err := os.Mkdir(out, 0o700); err != nil {
		t.Fatal(err)
	}
	hostilePark(t, "x.tpark")
	for _, words := range []string{
		"export x.tpark --to out/all.xlsx", "export x.tpark --to out/folder", "export x.tpark --to out/one.csv --type resident",
		"export x.tpark --to out/all.json", "questionnaires x.tpark --year 2020 --out out/forms --letters --pdf",
		"check x.tpark --year 2020 --protocol out/protocol.xlsx --letters out", "package x.tpark --year 2020 --out out",
	} {
		if got := run(strings.Fields(words)...); got.code != cli.ExitOK && got.code != cli.ExitFindings {
			t.Errorf("%s: exit %d, %s", words, got.code, got.failed)
		}
	}
	seen := map[string]int{}
	err := filepath.WalkDir(around, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() {
			return err
		}
		if !app.IsFileName(d.Name()) && !strings.HasPrefix(d.Name(), ".") {
			t.Errorf("a file is called %q", d.Name())
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		ext := filepath.Ext(path)
		seen[ext]++
		if !strings.HasPrefix(path, out) && ext != ".tpark" {
			t.Errorf("%s lies outside", path)
		}
		switch ext {
		case ".xlsx":
			harmlessBook(t, d.Name(), data)
		case ".csv":
			harmlessText(t, d.Name(), string(data))
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	for _, ext := range []string{".xlsx", ".csv", ".json", ".pdf"} {
		if seen[ext] == 0 {
			t.Errorf("no %s was written: %v", ext, seen)
		}
	}
}

// active is what would be run or fetched: formulas with our texts in them, links into the network,
// data from elsewhere.
var active = regexp.MustCompile(`<f[ >][^<]*(cmd|HYPERLINK|calc)|TargetMode="External"|<ddeLink|<oleLink|<externalBook`)

func harmlessBook(t *testing.T, name string, data []byte) {
	t.Helper()
	book, err := zip.NewReader(bytes.NewReader(data), int64(len(data)))
	if err != nil {
		t.Errorf("%s: %v", name, err)
		return
	}
	said := false
	for _, part := range book.File {
		for piece := range strings.SplitSeq(part.Name, "/") {
			if !app.IsFileName(piece) && piece != "[Content_Types].xml" && piece != "_rels" && piece != ".rels" {
				t.Errorf("%s: a part is called %q", name, part.Name)
			}
		}
		from, err := part.Open()
		if err != nil {
			t.Errorf("%s: %v", name, err)
			return
		}
		text, err := io.ReadAll(from)
		if err != nil {
			t.Errorf("%s: %v", name, err)
		}
		if found := active.Find(text); found != nil {
			t.Errorf("%s: %s has %q", name, part.Name, found)
		}
		said = said || bytes.Contains(text, []byte("cmd"))
	}
	if !said && !strings.Contains(name, "Перечень") {
		t.Logf("%s has none of the names", name)
	}
}

func harmlessText(t *testing.T, name, text string) {
	t.Helper()
	for line := range strings.Lines(strings.TrimPrefix(text, "\ufeff")) {
		for cell := range strings.SplitSeq(strings.TrimRight(line, "\r\n"), ";") {
			cell = strings.Trim(cell, `"`)
			if cell != "" && strings.ContainsRune("=+-@\t\r", rune(cell[0])) && strings.Contains(cell, "cmd") {
				t.Errorf("%s: a spreadsheet would run %q", name, cell)
			}
		}
	}
}
