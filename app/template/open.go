package template

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"technopark/app/exchange"
)

// Template is a form in whose cells names and formulas stand in double braces.
type Template struct {
	*parts
	main   string   // part that lists the sheets
	leads  []target // of main
	sheets []*sheet
	from04 bool // days are counted from 1904
}

// sheet is one that has cells.
type sheet struct {
	name, part string
	raw        []byte
	holes      []hole
	fills      bool // has a cell with a formula, which keeps a value that will be out of date
}

// hole is a cell in which something stands in double braces.
type hole struct {
	row, column int
	text        string // of the whole cell
	style       int
}

// address is how people call the cell.
func (h hole) address() string { return exchange.ColumnName(h.column) + strconv.Itoa(h.row) }

// Open reads a form. What is no workbook, or more than the bounds allow, is refused in words.
func Open(raw []byte) (*Template, error) {
	p, err := openParts(raw)
	if err != nil {
		return nil, err
	}
	t := &Template{parts: p, main: "xl/workbook.xml"}
	top, err := p.targets("")
	if err != nil {
		return nil, err
	}
	if main := first(top, "officeDocument"); main != "" {
		t.main = main
	}
	if t.leads, err = p.targets(t.main); err != nil {
		return nil, err
	}
	texts, err := t.sharedTexts()
	if err != nil {
		return nil, err
	}
	if err := t.listSheets(); err != nil {
		return nil, err
	}
	for _, s := range t.sheets {
		if s.raw, err = p.read(s.part); err != nil {
			return nil, err
		}
		if err := s.scan(texts); err != nil {
			return nil, err
		}
	}
	if err := t.bounded(); err != nil {
		return nil, err
	}
	return t, nil
}

func (t *Template) bounded() error {
	n := 0
	for _, s := range t.sheets {
		n += len(s.holes)
	}
	switch {
	case n == 0:
		return refuse("в книге нет ни одной ячейки с именем в двойных фигурных скобках, например {{park.name}}. Впишите имена в ячейки, которые нужно заполнить",
			"the workbook has no cell with a name in double braces, as {{park.name}}. Write names into the cells that are to be filled")
	case n > mostHoles:
		return refuse("ячеек с фигурными скобками больше %d: это не форма", "there are more than %d cells with braces: it is no form", mostHoles)
	}
	return nil
}

func (t *Template) listSheets() error {
	raw, err := t.read(t.main)
	if err != nil {
		return err
	}
	return walk(raw, func(piece token) error {
		e, ok := piece.start()
		switch {
		case !ok:
		case e.Name.Local == "workbookPr":
			t.from04 = attr(e, "date1904") == "1" || attr(e, "date1904") == "true"
		case e.Name.Local == "sheet":
			for _, to := range t.leads {
				if to.id == idOf(e) && to.kind == "worksheet" {
					t.sheets = append(t.sheets, &sheet{name: attr(e, "name"), part: to.part})
				}
			}
		}
		return nil
	})
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

// sharedTexts returns the texts that cells share; of one in several fonts all of it.
func (t *Template) sharedTexts() ([]string, error) {
	part := first(t.leads, "sharedStrings")
	if part == "" {
		return nil, nil
	}
	raw, err := t.read(part)
	if err != nil {
		return nil, err
	}
	var texts []string
	var text strings.Builder
	into, aside := false, 0
	err = walk(raw, func(piece token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "si":
				text.Reset()
			case "rPh":
				aside++
			case "t":
				into = aside == 0
			}
		case xml.CharData:
			if into {
				text.Write(e)
			}
		case xml.EndElement:
			switch e.Name.Local {
			case "rPh":
				aside--
			case "t":
				into = false
			case "si":
				texts = append(texts, text.String())
			}
		}
		return nil
	})
	return texts, err
}

// scan finds the cells with braces.
func (s *sheet) scan(texts []string) error {
	c := &cellReader{texts: texts}
	rows, columns := 0, 0
	return walk(s.raw, func(piece token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			switch e.Name.Local {
			case "row":
				columns = 0
				rows++
				if r := attr(e, "r"); r != "" {
					n, err := strconv.Atoi(r)
					if err != nil || n < rows || n > mostRow {
						return exchange.Damaged(errors.New("rows out of order"))
					}
					rows = n
				}
			case "c":
				columns++
				if r := attr(e, "r"); r != "" {
					a := cellAddress.FindStringSubmatch(r)
					if len(a) == 0 || columnOf(a[2]) < columns || atoi(a[4]) != rows {
						return exchange.Damaged(errors.New("cells out of order"))
					}
					columns = columnOf(a[2])
				}
			}
			c.begin(e)
		case xml.CharData:
			c.add(e)
		case xml.EndElement:
			if !c.end(e.Name.Local) {
				return nil
			}
			s.fills = s.fills || c.formula
			text, err := c.text()
			if err != nil {
				return err
			}
			if !c.formula && strings.Contains(text, "{{") {
				s.holes = append(s.holes, hole{rows, columns, text, c.style})
			}
		}
		return nil
	})
}

// cellReader reads what stands in a cell.
type cellReader struct {
	texts   []string // that cells share
	kind    string
	style   int
	formula bool
	value   strings.Builder
	inside  bool // a cell
	into    bool // the value of a cell
	aside   int
}

func (c *cellReader) begin(e xml.StartElement) {
	switch e.Name.Local {
	case "c":
		c.kind, c.formula, c.inside, c.into = attr(e, "t"), false, true, false
		c.style, _ = strconv.Atoi(attr(e, "s")) // none is the first
		c.value.Reset()
	case "f":
		c.formula = c.formula || c.inside
	case "v":
		c.into = c.inside
	case "rPh":
		c.aside++
	case "t":
		c.into = c.inside && c.kind == "inlineStr" && c.aside == 0
	}
}

func (c *cellReader) add(text xml.CharData) {
	if c.into {
		c.value.Write(text)
	}
}

// end reports whether a cell has ended.
func (c *cellReader) end(name string) bool {
	switch name {
	case "v", "t":
		c.into = false
	case "rPh":
		c.aside--
	case "c":
		c.inside = false
		return true
	}
	return false
}

// text returns the words of the cell; of a figure none.
func (c *cellReader) text() (string, error) {
	switch c.kind {
	case "inlineStr", "str":
		return c.value.String(), nil
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(c.value.String()))
		if c.value.Len() == 0 {
			return "", nil
		}
		if err != nil || n < 0 || n >= len(c.texts) {
			return "", exchange.Damaged(errors.New("no shared text"))
		}
		return c.texts[n], nil
	}
	return "", nil
}

// columnOf returns the number of a column by its name.
func columnOf(name string) int {
	column := 0
	for _, r := range strings.ToUpper(name) {
		column = column*26 + int(r-'A'+1)
	}
	return column
}
