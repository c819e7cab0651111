package main

import (
	"bytes"
	"crypto/sha256"
	"debug/buildinfo"
	"encoding/base64"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"maps"
	"os"
	"path/filepath"
	"regexp"
	"runtime/debug"
	"slices"
	"strconv"
	"strings"
	"time"

	"technopark/assets"
)

// own is how our own work is named in the list of licences: it is no part of somebody else’s.
const own = "Технопарк"

// listOf returns the CycloneDX document of programs of one version; epoch is its moment in seconds,
// as a text, or «».
func listOf(version, epoch string, programs []string) ([]byte, error) {
	doc := document{Format: "CycloneDX", Spec: "1.6", Edition: 1}
	doc.Metadata.Tools.Components = []component{{Type: "application", Name: "technopark/assets/sbom"}}
	if epoch != "" {
		seconds, err := strconv.ParseInt(epoch, 10, 64)
		if err != nil {
			return nil, fmt.Errorf("read the moment %q: %w", epoch, err)
		}
		doc.Metadata.Timestamp = time.Unix(seconds, 0).UTC().Format(time.RFC3339)
	}
	main := component{Type: "application", Name: "technopark", Version: version, Ref: "technopark@" + version}
	parts := map[string]component{}
	known := licences()
	windows := false // one of the programs is for it
	for _, program := range programs {
		info, err := buildinfo.ReadFile(program)
		if err != nil {
			return nil, fmt.Errorf("read what %s is linked of: %w", program, err)
		}
		file, err := fileOf(program, info)
		if err != nil {
			return nil, err
		}
		main.Parts = append(main.Parts, file)
		windows = windows || slices.Contains(info.Settings, debug.BuildSetting{Key: "GOOS", Value: "windows"})
		for _, m := range append([]*debug.Module{{Path: "Go", Version: info.GoVersion}}, info.Deps...) {
			part, err := moduleOf(m, known)
			if err != nil {
				return nil, fmt.Errorf("list the parts of %s: %w", program, err)
			}
			parts[part.Ref] = part
		}
	}
	for _, l := range assets.Licences() {
		if part := other(l); part != nil && (windows || !strings.Contains(part.Description, "Windows")) {
			parts[part.Ref] = *part
		}
	}
	refs := slices.Sorted(maps.Keys(parts))
	for _, ref := range refs {
		doc.Components = append(doc.Components, parts[ref])
	}
	doc.Metadata.Component = main
	doc.Dependencies = []dependency{{Ref: main.Ref, On: refs}}

	var out bytes.Buffer
	enc := json.NewEncoder(&out)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", "  ")
	if err := enc.Encode(doc); err != nil {
		return nil, fmt.Errorf("write the list: %w", err)
	}
	return out.Bytes(), nil
}

// licences returns the kinds of licence by the name of the module and its version.
func licences() map[string]string {
	kinds := map[string]string{}
	for _, l := range assets.Licences() {
		kinds[l.Name] = l.Kind
	}
	return kinds
}

// fileOf tells of a program: its sum and how it was built.
func fileOf(program string, info *debug.BuildInfo) (component, error) {
	data, err := os.ReadFile(program)
	if err != nil {
		return component{}, fmt.Errorf("sum up %s: %w", program, err)
	}
	sum := sha256.Sum256(data)
	name := filepath.Base(program)
	c := component{Type: "file", Name: name, Ref: "file:" + name, Hashes: []hash{{"SHA-256", hex.EncodeToString(sum[:])}}}
	for _, s := range info.Settings {
		c.Properties = append(c.Properties, property{"technopark:build:" + s.Key, s.Value})
	}
	return c, nil
}

// moduleOf tells of a module, or of Go itself, whose library is in every program.
func moduleOf(m *debug.Module, known map[string]string) (component, error) {
	if m.Replace != nil {
		m = m.Replace
	}
	name := m.Path + " " + m.Version
	if m.Path == "Go" {
		name = m.Path
	}
	kind := known[name]
	if kind == "" {
		return component{}, fmt.Errorf("no licence of %s is in assets/licences", name)
	}
	c := component{Type: "library", Name: m.Path, Version: m.Version, Scope: "required", Licences: terms(kind)}
	c.URL = "pkg:golang/" + m.Path + "@" + strings.ReplaceAll(m.Version, "+", "%2B")
	if m.Path == "Go" {
		c.Version = strings.TrimPrefix(m.Version, "go")
		c.URL = "pkg:golang/stdlib@" + c.Version
	}
	c.Ref = c.URL
	if of, is := strings.CutPrefix(m.Sum, "h1:"); is {
		sum, err := base64.StdEncoding.DecodeString(of)
		if err != nil {
			return component{}, fmt.Errorf("read the sum of %s: %w", name, err)
		}
		c.Hashes = []hash{{"SHA-256", hex.EncodeToString(sum)}}
	}
	return c, nil
}

var (
	// within is what a name says of where the part is: «FreeType (в PDFium)».
	within = regexp.MustCompile(` \((.*)\)$`)
	// numbered is the version at the end of a name.
	numbered = regexp.MustCompile(` v?(\d[\d.]*)$`)
)

// other tells of somebody’s work that is in the programs without being a module, nil when it is not that.
func other(l assets.Licence) *component {
	if l.Name == own || l.Module {
		return nil
	}
	c := component{Type: "library", Name: l.Name, Scope: "required", Licences: terms(l.Kind)}
	if at := within.FindStringSubmatch(c.Name); at != nil {
		c.Name, c.Description = strings.TrimSuffix(c.Name, at[0]), at[1]
	}
	if at := numbered.FindStringSubmatch(c.Name); at != nil {
		c.Name, c.Version = strings.TrimSuffix(c.Name, at[0]), at[1]
	}
	c.Ref = "other:" + strings.ReplaceAll(l.Name, " ", "-")
	return &c
}

// unlisted are the kinds that SPDX has no name for; there they are references.
var unlisted = []string{"AGG-2.3", "Lucent", "SQLite"}

// terms says a kind of licence as an expression of SPDX. One that stands alone is an expression
// too: as an id, readers with an older list of licences would refuse the whole document for it.
func terms(kind string) []licence {
	names := strings.Split(kind, " AND ")
	for i, name := range names {
		if slices.Contains(unlisted, name) {
			names[i] = "LicenseRef-" + name
		}
	}
	return []licence{{strings.Join(names, " AND ")}}
}
