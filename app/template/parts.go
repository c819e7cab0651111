package template

import (
	"archive/zip"
	"bytes"
	"encoding/xml"
	"errors"
	"fmt"
	"io"
	"path"
	"slices"
	"strings"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/formula"
)

// Bounds of a form. The largest that ministries publish have a hundredth of them.
const (
	mostPart  = 32 << 20 // bytes of a part that is read
	mostParts = 5_000    // of a workbook
	mostHoles = 20_000   // cells with braces
	mostMade  = 500_000  // cells that are filled
	mostRow   = 1 << 20  // the last row a sheet has
)

// parts are those of a workbook, by name in small letters without the slash before it.
type parts struct {
	archive *zip.Reader
	named   map[string]*zip.File
}

func openParts(raw []byte) (*parts, error) {
	archive, err := exchange.Archive(raw)
	if err != nil {
		return nil, err
	}
	if len(archive.File) > mostParts {
		return nil, refuse("в книге больше %d частей: это не форма", "the workbook has more than %d parts: it is no form", mostParts)
	}
	p := &parts{archive, map[string]*zip.File{}}
	for _, f := range archive.File {
		p.named[partName(f.Name)] = f
	}
	return p, nil
}

func partName(name string) string {
	return strings.ToLower(strings.TrimPrefix(strings.ReplaceAll(name, `\`, "/"), "/"))
}

// read unpacks a part, within the bounds.
func (p *parts) read(name string) ([]byte, error) {
	f := p.named[name]
	if f == nil {
		return nil, exchange.Damaged(fmt.Errorf("no part %s", name))
	}
	content, err := f.Open()
	if err != nil {
		return nil, exchange.Damaged(err)
	}
	defer func() { _ = content.Close() }() // opened for reading: nothing can be lost
	raw, err := io.ReadAll(io.LimitReader(content, mostPart+1))
	switch {
	case err != nil:
		return nil, exchange.Damaged(err)
	case len(raw) > mostPart:
		return nil, refuse("часть книги в распакованном виде больше %d МБ: это не форма. Оставьте в ней листы, которые нужны",
			"a part of the workbook is bigger than %d MB unpacked: it is no form. Leave the sheets that are needed", mostPart>>20)
	}
	return raw, nil
}

// target is what a part points to.
type target struct{ id, kind, part string }

// targets returns what a part points to inside the workbook; nothing when it points to nothing.
func (p *parts) targets(part string) ([]target, error) {
	dir, file := path.Split(part)
	name := dir + "_rels/" + file + ".rels"
	if p.named[name] == nil {
		return nil, nil
	}
	raw, err := p.read(name)
	if err != nil {
		return nil, err
	}
	var all []target
	err = walk(raw, func(t token) error {
		if e, ok := t.start(); ok && e.Name.Local == "Relationship" && attr(e, "TargetMode") != "External" {
			to := attr(e, "Target")
			if !strings.HasPrefix(to, "/") {
				to = dir + to
			}
			kind := attr(e, "Type")
			all = append(all, target{attr(e, "Id"), kind[strings.LastIndex(kind, "/")+1:], partName(path.Clean(to))})
		}
		return nil
	})
	return all, err
}

// first returns the part of a kind.
func first(all []target, kind string) string {
	for _, t := range all {
		if t.kind == kind {
			return t.part
		}
	}
	return ""
}

// write packs the workbook with some parts changed and some left out; the others are copied as
// they are, byte by byte.
func (p *parts) write(changed map[string][]byte, without []string) ([]byte, error) {
	var out bytes.Buffer
	w := zip.NewWriter(&out)
	for _, f := range p.archive.File {
		name := partName(f.Name)
		if slices.Contains(without, name) {
			continue
		}
		content, is := changed[name]
		if !is {
			if err := w.Copy(f); err != nil {
				return nil, exchange.Damaged(err)
			}
			continue
		}
		head := zip.FileHeader{Name: f.Name, Method: zip.Deflate, Modified: f.Modified}
		part, err := w.CreateHeader(&head)
		if err == nil {
			_, err = part.Write(content)
		}
		if err != nil {
			return nil, fmt.Errorf("pack %s: %w", f.Name, err)
		}
	}
	if err := w.Close(); err != nil {
		return nil, fmt.Errorf("pack the form: %w", err)
	}
	return out.Bytes(), nil
}

// token is a piece of XML with its place in the part.
type token struct {
	xml.Token
	from, to int
}

func (t token) start() (xml.StartElement, bool) {
	e, ok := t.Token.(xml.StartElement)
	return e, ok
}

// walk calls visit with each piece of a part. What is no XML is told as damage.
func walk(raw []byte, visit func(token) error) error {
	d := xml.NewDecoder(bytes.NewReader(raw))
	depth := 0
	for {
		from := int(d.InputOffset())
		t, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return exchange.Damaged(err)
		}
		switch t.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
			if depth < 0 {
				return exchange.Damaged(errors.New("an end without a beginning"))
			}
		}
		if err := visit(token{t, from, int(d.InputOffset())}); err != nil {
			return err
		}
	}
}

func attr(e xml.StartElement, name string) string {
	for i := range e.Attr {
		if e.Attr[i].Name.Local == name && e.Attr[i].Name.Space == "" {
			return e.Attr[i].Value
		}
	}
	return ""
}

// refuse makes what the user reads of a form that cannot be filled.
func refuse(ru, en string, args ...any) error {
	return &app.Refusal{ID: "err.template", Data: map[string]any{"Reason": formula.Said(formula.Say(ru, en, args...))}}
}
