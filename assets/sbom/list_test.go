package main

import (
	"bytes"
	"crypto/sha256"
	"encoding/hex"
	"encoding/json"
	"os"
	"path/filepath"
	"runtime"
	"runtime/debug"
	"slices"
	"strings"
	"testing"

	"technopark/assets"
)

// listed returns the list of a program as it is read by others.
func listed(t *testing.T, programs ...string) (document, []byte) {
	t.Helper()
	list, err := listOf("1.2.3", "1700000000", programs)
	if err != nil {
		t.Fatal(err)
	}
	var doc document
	read := json.NewDecoder(bytes.NewReader(list))
	read.DisallowUnknownFields()
	if err := read.Decode(&doc); err != nil {
		t.Fatal(err)
	}
	return doc, list
}

// TestListSaysWhatAProgramIsOf lists the parts of this test, which is linked of Go alone.
func TestListSaysWhatAProgramIsOf(t *testing.T) {
	program, err := os.Executable()
	if err != nil {
		t.Fatal(err)
	}
	data, err := os.ReadFile(program)
	if err != nil {
		t.Fatal(err)
	}
	doc, list := listed(t, program)
	if _, again := listed(t, program); !bytes.Equal(list, again) {
		t.Error("the same program gives two lists")
	}
	if doc.Metadata.Timestamp != "2023-11-14T22:13:20Z" || doc.Metadata.Component.Version != "1.2.3" {
		t.Errorf("of another moment or version: %+v", doc.Metadata)
	}
	sum := sha256.Sum256(data)
	if file := doc.Metadata.Component.Parts[0]; file.Name != filepath.Base(program) || file.Hashes[0].Content != hex.EncodeToString(sum[:]) {
		t.Errorf("another program: %+v", file)
	}
	versions, refs := map[string]string{}, []string{}
	for _, c := range doc.Components {
		versions[c.Name] = c.Version
		refs = append(refs, c.Ref)
		if len(c.Licences) != 1 || c.Ref == "" {
			t.Errorf("%s: %+v", c.Name, c)
		}
	}
	if versions["Go"] != strings.TrimPrefix(strings.Fields(runtime.Version())[0], "go") {
		t.Errorf("Go %q, and it is %s", versions["Go"], runtime.Version())
	}
	for name, version := range map[string]string{"PDFium": "", "FreeType": "", "Anti-Grain Geometry": "2.3", "Liberation Serif, Liberation Sans": "2.1.5"} {
		if got, in := versions[name]; !in || got != version {
			t.Errorf("%s: %q, listed %v", name, got, in)
		}
	}
	if _, in := versions["MinGW-w64"]; in != (runtime.GOOS == "windows") {
		t.Errorf("what only programs for Windows are of: listed %v", in)
	}
	if _, in := versions[own]; in {
		t.Error("our own work is listed as somebody else’s")
	}
	slices.Sort(refs)
	if once := slices.Compact(slices.Clone(refs)); len(once) != len(refs) || !slices.Equal(doc.Dependencies[0].On, refs) {
		t.Errorf("the program stands on %q, and its parts are %q", doc.Dependencies[0].On, refs)
	}
}

// TestEveryKnownModuleIsListed lists each module of assets/licences.
func TestEveryKnownModuleIsListed(t *testing.T) {
	modules := 0
	for _, l := range assets.Licences() {
		if !l.Module || l.Name == "Go" {
			continue
		}
		modules++
		path, version, _ := strings.Cut(l.Name, " ")
		c, err := moduleOf(&debug.Module{Path: path, Version: version, Sum: "h1:r6RSZLFSMm6rzKepZ7ZAYkKCu14f3/Me8c7uKYh7C8c="}, licences())
		if err != nil {
			t.Error(err)
			continue
		}
		if c.Name != path || c.Version != version || c.URL != "pkg:golang/"+path+"@"+version {
			t.Errorf("%s: %+v", l.Name, c)
		}
		if c.Hashes[0].Content != "afa45264b152326eabcca7a967b640624282bb5e1fdff31ef1ceee29887b0bc7" {
			t.Errorf("%s has the sum %s", l.Name, c.Hashes[0].Content)
		}
	}
	if modules < 50 {
		t.Errorf("%d modules are known", modules)
	}
}

// TestNoModuleGoesUnnamed refuses a module, or a version of one, whose licence nobody has looked at.
func TestNoModuleGoesUnnamed(t *testing.T) {
	for _, m := range []debug.Module{
		{Path: "example.org/unknown", Version: "v1.0.0"},
		{Path: "filippo.io/age", Version: "v0.0.1"},
		{Path: "filippo.io/age", Version: "v1.3.2", Replace: &debug.Module{Path: "example.org/fork", Version: "v1.0.0"}},
	} {
		if c, err := moduleOf(&m, licences()); err == nil {
			t.Errorf("%v is listed: %+v", m, c)
		}
	}
	if list, err := listOf("1.2.3", "", []string{"list.go"}); err == nil {
		t.Errorf("a text is a program: %s", list)
	}
}

// spdx are the names of https://spdx.org/licenses that are met here.
var spdx = strings.Fields("Apache-2.0 BSD-2-Clause BSD-3-Clause Bitstream-Vera FTL IJG ISC MIT OFL-1.1 Unicode-3.0 Unlicense Zlib ZPL-2.1")

// excepted are those that bind nobody’s program only because of what they except.
var excepted = []string{"GPL-3.0-or-later WITH GCC-exception-3.1", "CPL-1.0 WITH LZMA-exception"}

// TestLicencesAreNamedAsOthersNameThem keeps the names of licences to those that readers of such lists know.
func TestLicencesAreNamedAsOthersNameThem(t *testing.T) {
	for _, l := range assets.Licences() {
		if l.Name == own {
			continue
		}
		for _, name := range strings.Split(terms(l.Kind)[0].Expression, " AND ") {
			if !slices.Contains(spdx, name) && !slices.Contains(excepted, name) && !strings.HasPrefix(name, "LicenseRef-") {
				t.Errorf("%s is under «%s», which SPDX does not know: name it otherwise, or add it to «unlisted»", l.Name, name)
			}
		}
	}
}
