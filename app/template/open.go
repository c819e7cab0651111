package template

import (
	"bytes"
	"encoding/xml"
	"strings"

	"technopark/app/workbook"
)

// Template is a form in whose cells names and formulas stand in double braces.
type Template struct {
	archive *workbook.Archive
	sheets  []*sheet
	from04  bool // days are counted from 1904
}

// sheet is one that has cells.
type sheet struct {
	name, part string
	raw        []byte
	holes      []hole
	computed   []computed
	fills      bool // has a cell with a formula, which keeps a value that will be out of date
}

// computed is a cell in whose formula there are braces, which nothing fills in.
type computed struct{ address, formula string }

// mostFormula is how many signs of a formula are looked at; Excel has no longer ones.
const mostFormula = 1 << 15

// hole is a cell in which something stands in double braces.
type hole struct {
	row, column int
	text        string // of the whole cell
	style       int
}

// address is how people call the cell.
func (h hole) address() string { return workbook.Address(h.row, h.column) }

// Open reads a form. What is no workbook, or more than the bounds allow, is refused in words.
func Open(raw []byte) (*Template, error) {
	archive, err := workbook.Open(raw)
	if err != nil {
		return nil, err
	}
	t := &Template{archive: archive}
	list, err := t.archive.List()
	if err != nil {
		return nil, err
	}
	t.from04 = list.From04
	book, err := t.archive.Book()
	if err != nil {
		return nil, err
	}
	for i, tab := range list.Tabs {
		s := &sheet{name: tab.Name, part: tab.Part, fills: book.Sheets[i].Formulas}
		if s.raw, err = t.read(s.part); err != nil {
			return nil, err
		}
		s.find(book.Sheets[i])
		if err := s.findComputed(); err != nil {
			return nil, err
		}
		t.sheets = append(t.sheets, s)
	}
	if err := t.bounded(); err != nil {
		return nil, err
	}
	return t, nil
}

// find notes the cells with braces.
func (s *sheet) find(cells workbook.Sheet) {
	for _, row := range cells.Rows {
		for _, c := range row.Cells {
			if c.Kind == workbook.Typed && !c.Formula && strings.Contains(c.Text, "{{") {
				s.holes = append(s.holes, hole{row.Number, c.Column, c.Text, c.Style})
			}
		}
	}
}

// findComputed notes the cells with braces in their formulas: other programs write them so.
func (s *sheet) findComputed() error {
	if !s.fills || !bytes.Contains(s.raw, []byte("{{")) {
		return nil
	}
	var at, text string
	inside := false
	return workbook.Walk(s.raw, func(piece workbook.Token) error {
		switch e := piece.Token.(type) {
		case xml.StartElement:
			inside = e.Name.Local == "f"
			if e.Name.Local == "c" {
				at, text = workbook.Attr(e, "r"), ""
			}
		case xml.CharData:
			if inside && len(text) < mostFormula {
				text += string(e)
			}
		case xml.EndElement:
			if inside && strings.Contains(text, "{{") && len(s.computed) < mostHoles {
				s.computed = append(s.computed, computed{at, "=" + text})
			}
			inside = false
		}
		return nil
	})
}

func (t *Template) bounded() error {
	n := 0
	for _, s := range t.sheets {
		n += len(s.holes) + len(s.computed)
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
