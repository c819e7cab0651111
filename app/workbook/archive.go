package workbook

import (
	"archive/zip"
	"bytes"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"technopark/app"
)

// Archive is a workbook as it is kept: parts that point to one another, by name in small letters
// without the slash before it.
type Archive struct {
	files []*zip.File
	named map[string]*zip.File
	main  string
	leads []Target
}

// Target is what a part points to inside the workbook.
type Target struct {
	ID   string // by which the part names it
	Kind string // the last word of its kind: worksheet, styles, comments
	Part string // its name
}

// Open opens a workbook part by part. What is no workbook, or is beyond the bounds of one, is
// refused in words; so is a book with two parts of one name, of which programs read different
// ones. Nothing is unpacked before what the archive says of its sizes is looked at.
func Open(raw []byte) (*Archive, error) {
	switch {
	case len(raw) == 0:
		return nil, app.ErrEmptyFile
	case len(raw) > MostBytes:
		return nil, app.ErrTooBig
	}
	if err := Foreign(raw); err != nil {
		return nil, err
	}
	if !Is(raw) {
		return nil, refuse("это не книга Excel. %s", "it is no Excel workbook. %s", saveAs)
	}
	if bytes.Count(raw, []byte("PK\x01\x02")) > mostParts {
		return nil, refuse("в книге больше %d частей: внутри лишнее или файл опасен. Скопируйте нужную таблицу в новую книгу",
			"the workbook has more than %d parts: there is something else inside, or the file is dangerous. Copy the table into a new workbook", mostParts)
	}
	r, err := zip.NewReader(bytes.NewReader(raw), int64(len(raw)))
	if err != nil {
		return nil, broken(raw, err)
	}
	a := &Archive{files: r.File, named: make(map[string]*zip.File, len(r.File))}
	if err := a.index(); err != nil {
		return nil, err
	}
	if err := a.find(); err != nil {
		return nil, err
	}
	return a, nil
}

// index finds the parts by name.
func (a *Archive) index() error {
	var total uint64
	twice := false
	for _, f := range a.files {
		total += min(f.UncompressedSize64, mostUnpack+1)
		if f.UncompressedSize64 > mostPart || total > mostUnpack {
			return tooMuch()
		}
		name := PartName(f.Name)
		twice = twice || a.named[name] != nil
		a.named[name] = f
	}
	if twice && a.named["[content_types].xml"] != nil {
		return Damaged(errors.New("two parts of one name"))
	}
	return nil
}

// find looks for the part that lists the sheets, and for what it points to.
func (a *Archive) find() error {
	top, err := a.Targets("")
	if err != nil && a.named["xl/workbook.xml"] != nil {
		return err
	}
	a.main = "xl/workbook.xml"
	if main := First(top, "officeDocument"); main != "" {
		a.main = main
	}
	if a.named[a.main] == nil {
		a.main = ""
	}
	if err := a.kept(); err != nil {
		return err
	}
	a.leads, err = a.Targets(a.main)
	return err
}

// PartName is how a part is found, however its name is written.
func PartName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// Unpacked returns how many bytes all parts say they have.
func (a *Archive) Unpacked() int64 {
	var total uint64
	for _, f := range a.files {
		total += f.UncompressedSize64 // index has seen that they add up
	}
	return int64(total)
}

// Main returns the name of the part that lists the sheets.
func (a *Archive) Main() string { return a.main }

// Leads returns what the part that lists the sheets points to.
func (a *Archive) Leads() []Target { return a.leads }

// Has reports whether there is a part.
func (a *Archive) Has(name string) bool { return a.named[name] != nil }

// Names returns the names of all parts in their order.
func (a *Archive) Names() []string {
	names := make([]string, 0, len(a.files))
	for _, f := range a.files {
		names = append(names, PartName(f.Name))
	}
	return names
}

// Part unpacks a part, of the size that the archive says and no more.
func (a *Archive) Part(name string) ([]byte, error) {
	f := a.named[name]
	if f == nil {
		return nil, Damaged(fmt.Errorf("no part %s", name))
	}
	content, err := f.Open()
	if err != nil {
		return nil, Damaged(err)
	}
	defer func() { _ = content.Close() }() // opened for reading: nothing can be lost
	const most = 1032                      // times: deflate packs no better
	var out bytes.Buffer
	out.Grow(int(min(f.UncompressedSize64, f.CompressedSize64*most, mostPart)) + bytes.MinRead)
	if _, err := out.ReadFrom(io.LimitReader(content, mostPart)); err != nil {
		return nil, Damaged(err)
	}
	return out.Bytes(), nil
}

// Targets returns what a part points to inside the workbook; nothing when it points to nothing.
func (a *Archive) Targets(part string) ([]Target, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if a.named[name] == nil {
		return nil, nil
	}
	raw, err := a.Part(name)
	if err != nil {
		return nil, err
	}
	var all []Target
	err = Walk(raw, func(t Token) error {
		if e, ok := t.Start(); ok && e.Name.Local == "Relationship" && Attr(e, "TargetMode") != "External" {
			to := Attr(e, "Target")
			if !strings.HasPrefix(to, "/") {
				to = dir + to
			}
			kind := Attr(e, "Type")
			all = append(all, Target{Attr(e, "Id"), kind[strings.LastIndex(kind, "/")+1:], PartName(path.Clean(to))})
		}
		return nil
	})
	return all, err
}

// First returns the part of a kind, «» where there is none.
func First(all []Target, kind string) string {
	for _, t := range all {
		if t.Kind == kind {
			return t.Part
		}
	}
	return ""
}

// Part is a part to be put into a workbook.
type Part struct {
	Name    string // with its case, without the slash before it
	Content []byte // as it is read
}

// Pack packs the workbook with some parts changed, some left out and some added; the others are
// copied as they are, byte by byte.
func (a *Archive) Pack(changed map[string][]byte, without []string, added ...Part) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range a.files {
		name := PartName(f.Name)
		if slices.Contains(without, name) {
			continue
		}
		content, is := changed[name]
		if !is {
			if err := w.Copy(f); err != nil {
				return nil, Damaged(err)
			}
			continue
		}
		if err := pack(w, &zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}, content); err != nil {
			return nil, err
		}
	}
	for _, p := range added {
		if err := pack(w, &zip.FileHeader{Name: p.Name, Method: zip.Deflate}, p.Content); err != nil {
			return nil, err
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack the workbook: %w", err)
	}
	return out.Bytes(), nil
}

func pack(w *zip.Writer, head *zip.FileHeader, content []byte) error {
	part, err := w.CreateHeader(head)
	if err == nil {
		_, err = part.Write(content)
	}
	if err != nil {
		return fmt.Errorf("pack %s: %w", head.Name, err)
	}
	return nil
}
