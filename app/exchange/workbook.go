package exchange

import (
	"archive/zip"
	"encoding/xml"
	"errors"
	"io"
	"path"
	"strings"

	"technopark/app"
)

// workbook is an XLSX file: an archive of parts that point to one another.
type workbook struct {
	parts   map[string]*zip.File // by name in small letters, without the slash before it
	strings []string             // texts that cells share
	styles  []look               // of cells, by number
	from04  bool                 // days are counted from 1904
	meter   meter
}

// sheetPart is a sheet as the book lists it.
type sheetPart struct {
	name   string
	hidden bool
	part   string
}

func (w *workbook) read() (*Book, error) {
	main := w.main()
	targets, err := w.targets(main)
	if err != nil {
		return nil, err
	}
	sheets, err := w.list(main, targets)
	if err != nil {
		return nil, err
	}
	for _, target := range targets {
		switch {
		case strings.HasSuffix(target.kind, "/sharedStrings"):
			err = w.readStrings(target.part)
		case strings.HasSuffix(target.kind, "/styles"):
			err = w.readStyles(target.part)
		}
		if err != nil {
			return nil, err
		}
	}
	b := &Book{}
	for _, part := range sheets {
		sheet := Sheet{Name: part.name, Hidden: part.hidden}
		if sheet.Rows, err = w.readSheet(part); err != nil {
			return nil, err
		}
		b.Sheets = append(b.Sheets, sheet)
	}
	return b, nil
}

// main returns the part that lists the sheets, «» when there is none.
func (w *workbook) main() string {
	name := "xl/workbook.xml"
	targets, err := w.targets("")
	if err != nil {
		return "" // whoever reads it fails again
	}
	for _, target := range targets {
		if strings.HasSuffix(target.kind, "/officeDocument") {
			name = target.part
		}
	}
	if w.parts[name] == nil {
		return ""
	}
	return name
}

// target is a part that another points to.
type target struct{ kind, part string }

// targets returns what a part points to, by the name it has there; what lies outside the
// archive is left out.
func (w *workbook) targets(part string) (map[string]target, error) {
	dir, file := path.Split(part)
	all := map[string]target{}
	name := dir + "_rels/" + file + ".rels"
	if w.parts[name] == nil {
		return all, nil
	}
	err := w.walk(name, func(e xml.StartElement) error {
		if e.Name.Local != "Relationship" || attr(e, "TargetMode") == "External" {
			return nil
		}
		to := strings.ToLower(attr(e, "Target"))
		if !strings.HasPrefix(to, "/") {
			to = dir + to
		}
		all[attr(e, "Id")] = target{attr(e, "Type"), strings.TrimPrefix(path.Clean(to), "/")}
		return nil
	})
	return all, err
}

// list returns the sheets with cells in the order of their tabs.
func (w *workbook) list(main string, targets map[string]target) ([]sheetPart, error) {
	var sheets []sheetPart
	err := w.walk(main, func(e xml.StartElement) error {
		switch e.Name.Local {
		case "workbookPr":
			w.from04 = isTrue(attr(e, "date1904"))
		case "sheet":
			to, ok := targets[idOf(e)]
			switch {
			case !ok:
				return damaged(errors.New("sheet without a part"))
			case !strings.HasSuffix(to.kind, "/worksheet"):
				return nil // a chart has no cells
			case len(sheets) == mostSheets:
				return refuse("листов в книге больше %d. Оставьте те, что нужны", "the workbook has more than %d sheets. Leave those that are needed", mostSheets)
			}
			sheets = append(sheets, sheetPart{app.Clean(attr(e, "name")), attr(e, "state") != "" && attr(e, "state") != "visible", to.part})
		}
		return nil
	})
	return sheets, err
}

// idOf returns by which name the book points to a sheet: r:id, whatever r is called.
func idOf(e xml.StartElement) string {
	for _, a := range e.Attr {
		if a.Name.Local == "id" && a.Name.Space != "" {
			return a.Value
		}
	}
	return ""
}

// open reads a part, of the size that the archive says and no more.
func (w *workbook) open(name string) (*xml.Decoder, io.Closer, error) {
	part := w.parts[name]
	if part == nil {
		return nil, nil, damaged(errors.New("no part " + name))
	}
	content, err := part.Open()
	if err != nil {
		return nil, nil, damaged(err)
	}
	return xml.NewDecoder(io.LimitReader(content, mostPart)), content, nil
}

// walk calls visit at each element of a part.
func (w *workbook) walk(name string, visit func(xml.StartElement) error) error {
	return w.tokens(name, func(token xml.Token) error {
		if start, ok := token.(xml.StartElement); ok {
			return visit(start)
		}
		return nil
	})
}

// tokens calls visit with each piece of a part. What it does not like of a part that is no XML
// is told as damage.
func (w *workbook) tokens(name string, visit func(xml.Token) error) error {
	d, content, err := w.open(name)
	if err != nil {
		return err
	}
	defer func() { _ = content.Close() }() // opened for reading: nothing can be lost
	depth := 0
	for {
		token, err := d.RawToken()
		if errors.Is(err, io.EOF) && depth == 0 {
			return nil
		}
		if err != nil {
			return damaged(err)
		}
		switch token.(type) {
		case xml.StartElement:
			depth++
		case xml.EndElement:
			depth--
		}
		if err := visit(token); err != nil {
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

func isTrue(text string) bool { return text == "1" || text == "true" || text == "on" }
