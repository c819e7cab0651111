package exchange

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"
)

// sheetReader reads one sheet, a cell at a time.
type sheetReader struct {
	*workbook
	part sheetPart
	rows []Row

	row     Row
	column  int    // of the cell
	kind    string // of the cell, as the file calls it
	style   string
	formula bool
	valued  bool // there is a value, be it an empty one
	into    bool // text is of the value
	text    strings.Builder
	skip    int // inside a reading of a text
}

func (w *workbook) readSheet(part sheetPart) ([]Row, error) {
	s := &sheetReader{workbook: w, part: part}
	err := w.tokens(part.part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			return s.start(t)
		case xml.CharData:
			if s.into {
				s.text.Write(t)
			}
		case xml.EndElement:
			return s.end(t.Name.Local)
		}
		return nil
	})
	return s.rows, err
}

func (s *sheetReader) start(e xml.StartElement) error {
	switch e.Name.Local {
	case "row":
		number := s.row.Number + 1
		if r := attr(e, "r"); r != "" {
			n, err := strconv.Atoi(r)
			if err != nil || n < number {
				return damaged(errors.New("rows out of order"))
			}
			number = n
		}
		s.row, s.column = Row{Number: number}, 0
	case "c":
		return s.startCell(e)
	case "f":
		s.formula = true
	case "v":
		s.into, s.valued = true, true
	case "rPh":
		s.skip++
	case "t":
		s.into, s.valued = s.kind == "inlineStr" && s.skip == 0, true
	}
	return nil
}

func (s *sheetReader) startCell(e xml.StartElement) error {
	s.column++
	s.kind, s.style, s.formula, s.valued, s.into = "", "", false, false, false
	for i := range e.Attr {
		switch a := &e.Attr[i]; a.Name.Local {
		case "r":
			column := columnOf(a.Value)
			if column < s.column {
				return damaged(errors.New("cells out of order"))
			}
			s.column = column
		case "t":
			s.kind = a.Value
		case "s":
			s.style = a.Value
		}
	}
	s.text.Reset()
	return nil
}

func (s *sheetReader) end(name string) error {
	switch name {
	case "v", "t":
		s.into = false
	case "rPh":
		s.skip--
	case "c":
		return s.endCell()
	case "row":
		if len(s.row.Cells) > 0 {
			if err := s.meter.row(s.part.name, s.row.Number); err != nil {
				return err
			}
			s.rows = append(s.rows, s.row)
		}
	}
	return nil
}

func (s *sheetReader) endCell() error {
	cell := Cell{Column: s.column, Formula: s.formula}
	text := s.text.String()
	switch s.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if text != "" && (err != nil || n < 0 || n >= len(s.strings)) {
			return damaged(errors.New("no shared text " + text))
		}
		if text != "" {
			cell.Text = s.strings[n]
		}
	case "inlineStr", "str":
		cell.Text = unescape(text)
	case "b":
		cell.Kind, cell.Text = Bool, "нет"
		if isTrue(strings.TrimSpace(text)) {
			cell.Text = "да"
		}
	case "e":
		cell.Kind, cell.Text = Fault, text
	case "d":
		cell.Kind, cell.Text = Date, dayOfISO(text)
	default:
		cell.Kind, cell.Text = s.figure(strings.TrimSpace(text))
	}
	if s.formula && !s.valued {
		cell.Kind = Fault
	} else if !s.valued || strings.TrimSpace(cell.Text) == "" {
		return nil
	}
	if err := s.meter.cell(s.part.name, s.row.Number, s.column, cell.Text); err != nil {
		return err
	}
	s.row.Cells = append(s.row.Cells, cell)
	return nil
}

// figure reads a number as it is meant: of a percentage what is seen, of a date the day.
func (s *sheetReader) figure(text string) (Kind, string) {
	x, err := strconv.ParseFloat(text, 64)
	if err != nil {
		return Typed, text
	}
	style, _ := strconv.Atoi(s.style)
	l := plain
	if style >= 0 && style < len(s.styles) {
		l = s.styles[style]
	}
	switch l {
	case percent:
		return Number, digits(x*100) + "%"
	case day:
		if said, ok := dayOfSerial(x, s.from04); ok {
			return Date, said
		}
	}
	return Number, digits(x)
}

// columnOf returns the column of an address, AB12; 0 of what is none.
func columnOf(address string) int {
	column := 0
	for _, r := range address {
		if r >= 'a' && r <= 'z' {
			r -= 'a' - 'A'
		}
		if r < 'A' || r > 'Z' || column > 1<<20 {
			break
		}
		column = column*26 + int(r-'A'+1)
	}
	return column
}
