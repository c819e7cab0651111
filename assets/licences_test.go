package assets_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"errors"
	"flag"
	"fmt"
	"io"
	"io/fs"
	"maps"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"slices"
	"strings"
	"testing"

	"technopark/assets"
)

var update = flag.Bool("update", false, "write the licences of the linked modules anew")

// builds are those that are shipped.
var builds = []struct{ goos, cgo, tags string }{
	{"linux", "1", "migrated_fynedo"},
	{"windows", "1", "migrated_fynedo"},
	{"linux", "0", "headless"},
	{"windows", "0", "headless"},
}

// module is one the program is linked of.
type module struct{ Path, Version, Dir string }

// linked returns the modules that are linked into any build.
func linked(t *testing.T) []module {
	t.Helper()
	all := map[string]module{}
	for _, b := range builds {
		list := exec.Command("go", "list", "-deps", "-json=Module", "-tags", b.tags, ".")
		list.Dir = ".."
		list.Env = append(os.Environ(), "GOOS="+b.goos, "CGO_ENABLED="+b.cgo)
		out, err := list.Output()
		if err != nil {
			t.Fatalf("list the packages for %s %s: %v", b.goos, b.tags, err)
		}
		for dec := json.NewDecoder(bytes.NewReader(out)); ; {
			var pkg struct{ Module *module }
			if err := dec.Decode(&pkg); errors.Is(err, io.EOF) {
				break
			} else if err != nil {
				t.Fatal(err)
			}
			if pkg.Module != nil && pkg.Module.Version != "" {
				all[pkg.Module.Path] = *pkg.Module
			}
		}
	}
	return slices.SortedFunc(maps.Values(all), func(a, b module) int { return cmp.Compare(a.Path, b.Path) })
}

// licenceFile is the name of a file that says on what terms a module may be used.
var licenceFile = regexp.MustCompile(`(?i)^(licen[sc]e|copying|notice|patents)([-_.][\w.-]*)?$`)

// besides says which of them are of what is not in the program.
func besides(m module, path string) bool {
	for _, folder := range []string{".github/", "cmd/", "internal/tools/", "testdata/"} {
		if strings.HasPrefix(path, folder) || strings.Contains(path, "/testdata/") {
			return true
		}
	}
	// The first is of all modules of a graph that is not ours, and those of ours speak for
	// themselves; a logo is of a page, and the extension is not linked.
	return m.Path == "modernc.org/sqlite" && (path == "LICENSE-3RD-PARTY.md" || path == "LICENSE-SQLITE_VEC") ||
		path == "LICENSE-LOGO" || strings.HasSuffix(path, ".go")
}

// terms returns the texts of a module, the files one below the other.
func terms(t *testing.T, m module) string {
	t.Helper()
	var text strings.Builder
	err := filepath.WalkDir(m.Dir, func(path string, d fs.DirEntry, err error) error {
		if err != nil || d.IsDir() || !licenceFile.MatchString(d.Name()) {
			return err
		}
		name, err := filepath.Rel(m.Dir, path)
		if err != nil || besides(m, filepath.ToSlash(name)) {
			return err
		}
		data, err := os.ReadFile(path)
		if err != nil {
			return err
		}
		if text.Len() > 0 || filepath.ToSlash(name) != filepath.Base(name) {
			fmt.Fprintf(&text, "\n—— %s ——\n", filepath.ToSlash(name))
		}
		text.WriteString(tidy(string(data)))
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// tidy leaves out what nobody sees: blanks at the ends of lines, lines without words in a row.
func tidy(text string) string {
	text = strings.ReplaceAll(strings.TrimPrefix(text, "\ufeff"), "\r\n", "\n")
	text = regexp.MustCompile(`[ \t\f]+\n`).ReplaceAllString(text, "\n")
	text = regexp.MustCompile(`\n{3,}`).ReplaceAllString(text, "\n\n")
	return strings.Trim(text, "\n") + "\n"
}

// kinds are the licences that may be in the program, told by a sentence of theirs.
var kinds = []struct{ name, sentence string }{
	{"Apache-2.0", "Apache License Version 2.0"},
	{"Apache-2.0", "Licensed under the Apache License, Version 2.0"},
	{"MIT", "Permission is hereby granted, free of charge, to any person obtaining a copy of this software"},
	{"BSD-3-Clause", "may be used to endorse or promote products derived from this software without specific"},
	{"BSD-2-Clause", "Redistributions in binary form must reproduce the above copyright notice"},
	{"ISC", "Permission to use, copy, modify, and/or distribute this software for any purpose with or without fee is hereby granted"},
	{"Zlib", "The origin of this software must not be misrepresented"},
	{"OFL-1.1", "SIL OPEN FONT LICENSE Version 1.1"},
	{"Bitstream-Vera", "Bitstream Vera Fonts Copyright"},
	{"Unlicense", "This is free and unencumbered software released into the public domain"},
	{"SQLite", "SQLite Is Public Domain"},
}

// kindsOf names the licences of a text, those of all its parts.
func kindsOf(text string) string {
	flat := strings.Join(strings.Fields(strings.NewReplacer("#", " ", "*", " ", "//", " ").Replace(text)), " ")
	var found []string
	for _, kind := range kinds {
		if strings.Contains(flat, kind.sentence) && !slices.Contains(found, kind.name) && (kind.name != "BSD-2-Clause" || !slices.Contains(found, "BSD-3-Clause")) {
			found = append(found, kind.name)
		}
	}
	return strings.Join(found, " AND ")
}

// copyleft are the licences that would bind the program itself.
var copyleft = regexp.MustCompile(`(?i)GNU (lesser |library |affero )?general public license|mozilla public license|\b[AL]?GPL\b|\bMPL[- ]2`)

// TestLicencesAreOfAllThatIsLinked compares the list with the modules of go.mod that are in the
// program, and their terms with those it may be shipped under.
func TestLicencesAreOfAllThatIsLinked(t *testing.T) {
	goroot, err := exec.Command("go", "env", "GOROOT").Output()
	if err != nil {
		t.Fatal(err)
	}
	all := append([]module{{Path: "Go", Version: strings.SplitN(runtime.Version(), " ", 2)[0], Dir: ""}}, linked(t)...)
	seen := map[string]string{}
	var list strings.Builder
	for _, m := range all {
		text := ""
		if m.Path == "Go" {
			data, err := os.ReadFile(filepath.Join(strings.TrimSpace(string(goroot)), "LICENSE"))
			if err != nil {
				t.Fatal(err)
			}
			text, m.Version = tidy(string(data)), "" // whichever builds the program
		} else {
			text = terms(t, m)
		}
		kind := kindsOf(text)
		if kind == "" {
			t.Errorf("%s: on what terms may it be used?\n%.300s", m.Path, text)
		}
		if found := copyleft.FindString(text); found != "" {
			t.Errorf("%s: %s binds the whole program", m.Path, found)
		}
		name := strings.TrimSpace(m.Path + " " + m.Version)
		if other, again := seen[text]; again {
			text = "То же, что у " + other + ".\n"
		} else {
			seen[text] = m.Path
		}
		fmt.Fprintf(&list, "==== %s · %s ====\n%s\n", name, kind, text)
	}
	const path = "licences/modules.txt"
	if *update {
		if err := os.WriteFile(path, []byte(list.String()), 0o644); err != nil {
			t.Fatal(err)
		}
		return
	}
	kept, err := os.ReadFile(path)
	if err != nil || string(kept) != list.String() {
		t.Errorf("the list is not of what is linked (%v): go test ./assets -run Licences -update, and look at what has changed", err)
	}
}

func TestLicencesAreRead(t *testing.T) {
	size := 0
	for _, l := range assets.Licences() {
		size += len(l.Text)
		if l.Name == "" || l.Kind == "" || len(l.Text) < 20 {
			t.Errorf("%q, %q: %.50q", l.Name, l.Kind, l.Text)
		}
	}
	if n := len(assets.Licences()); n < 60 || size > 300<<10 {
		t.Errorf("%d licences, %d bytes", n, size)
	}
}
