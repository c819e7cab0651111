package workbook

import (
	"encoding/xml"
	"errors"
	"strconv"
	"strings"

	"technopark/app"
)

// sheetReader reads one sheet, a cell at a time.
type sheetReader struct {
	*reader
	sheet *Sheet

	row     Row
	column  int    // of the cell
	kind    string // of the cell, as the file calls it
	style   int
	formula bool
	valued  bool   // there is a value, be it an empty one
	inside  bool   // a cell
	into    bool   // text is of the value
	said    []byte // in the cell so far
	aside   int    // inside a reading of a text
}

func (r *reader) readSheet(part string, sheet *Sheet) error {
	raw, err := r.Part(part)
	if err != nil {
		return err
	}
	s := &sheetReader{reader: r, sheet: sheet}
	return walk(raw, s)
}

func (s *sheetReader) text(text []byte, _, _ int) error {
	if !s.into {
		return nil
	}
	s.said = append(s.said, text...)
	return s.bounded()
}

// bounded refuses a cell that goes on and on before it has ended.
func (s *sheetReader) bounded() error {
	const most = mostChars * 4 // bytes of a sign
	if len(s.said) <= most {
		return nil
	}
	return s.meter.Cell(s.sheet.Name, s.row.Number, s.column, string(s.said))
}

func (s *sheetReader) start(e xml.StartElement, _, _ int) error {
	switch e.Name.Local {
	case "row":
		return s.startRow(e)
	case "c":
		return s.startCell(e)
	case "f":
		s.formula = s.formula || s.inside
		s.sheet.Formulas = s.sheet.Formulas || s.inside
	case "v":
		s.into, s.valued = s.inside, true
	case "rPh":
		s.aside++
	case "t":
		s.into, s.valued = s.inside && s.kind == "inlineStr" && s.aside == 0, true
	case "col":
		return s.startColumns(e)
	case "mergeCell":
		area, ok := areaOf(Attr(e, "ref"))
		switch {
		case ok && len(s.sheet.Merged) == mostNames:
			return tooMany(app.L("объединений", "joined areas"), mostNames)
		case ok:
			s.sheet.Merged = append(s.sheet.Merged, area)
		}
	}
	return nil
}

func (s *sheetReader) startRow(e xml.StartElement) error {
	number := s.row.Number + 1
	if r := Attr(e, "r"); r != "" {
		n, err := strconv.Atoi(r)
		if err != nil || n < number || n > MostRow {
			return Damaged(errors.New("rows out of order"))
		}
		number = n
	}
	s.row, s.column = Row{Number: number, Hidden: isTrue(Attr(e, "hidden"))}, 0
	return nil
}

// startColumns notes the columns that are not shown.
func (s *sheetReader) startColumns(e xml.StartElement) error {
	if !isTrue(Attr(e, "hidden")) {
		return nil
	}
	from, err := strconv.Atoi(Attr(e, "min"))
	to, wrong := strconv.Atoi(Attr(e, "max"))
	switch {
	case err != nil || wrong != nil:
		return nil // a column without a number is none
	case len(s.sheet.hidden) == mostNames:
		return tooMany(app.L("скрытых столбцов", "hidden columns"), mostNames)
	}
	s.sheet.hidden = append(s.sheet.hidden, span{from, to})
	return nil
}

func (s *sheetReader) startCell(e xml.StartElement) error {
	s.column++
	s.kind, s.style, s.formula, s.valued, s.inside, s.into = "", 0, false, false, true, false
	for i := range e.Attr {
		switch a := &e.Attr[i]; a.Name.Local {
		case "r":
			column := ColumnOf(a.Value)
			if column < s.column {
				return Damaged(errors.New("cells out of order"))
			}
			s.column = column
		case "t":
			s.kind = a.Value
		case "s":
			s.style, _ = strconv.Atoi(a.Value) // none is the first
		}
	}
	s.said = s.said[:0]
	return nil
}

func (s *sheetReader) end(name xml.Name, _, _ int) error {
	switch name.Local {
	case "v", "t":
		s.into = false
	case "rPh":
		s.aside--
	case "c":
		s.inside = false
		return s.endCell()
	case "row":
		if len(s.row.Cells) > 0 {
			if err := s.meter.Row(s.sheet.Name, s.row.Number); err != nil {
				return err
			}
			s.sheet.Rows = append(s.sheet.Rows, s.row)
		}
	}
	return nil
}

func (s *sheetReader) endCell() error {
	cell := Cell{Column: s.column, Formula: s.formula, Style: s.style}
	text := string(s.said)
	switch s.kind {
	case "s":
		n, err := strconv.Atoi(strings.TrimSpace(text))
		if text != "" && (err != nil || n < 0 || n >= len(s.strings)) {
			return Damaged(errors.New("no shared text " + text))
		}
		if text != "" {
			cell.Text = s.strings[n]
		}
	case "inlineStr", "str":
		cell.Text = uncoded(text)
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
		s.figure(&cell, strings.TrimSpace(text))
	}
	if s.formula && (!s.valued || text == "" && s.kind != "str") { // a text may come out empty, a figure may not
		cell.Kind, cell.Text = Fault, ""
	} else if !s.valued || strings.TrimSpace(cell.Text) == "" {
		return nil
	}
	if err := s.meter.Cell(s.sheet.Name, s.row.Number, s.column, cell.Text); err != nil {
		return err
	}
	s.row.Cells = append(s.row.Cells, cell)
	return nil
}

// figure reads a number as it is meant: of a percentage what is seen, of a date the day. What Go
// alone takes for a number — 0x1p10, Inf — is a text.
func (s *sheetReader) figure(cell *Cell, text string) {
	cell.Text = text
	x, err := strconv.ParseFloat(text, 64)
	if err != nil || strings.ContainsAny(text, "xXpP_nN") {
		return
	}
	var f format
	if s.style >= 0 && s.style < len(s.styles) {
		f = s.styles[s.style]
	}
	cell.Kind, cell.Text, cell.Unit, cell.Scaled = Number, Digits(x), f.unit, f.scaled
	switch f.look {
	case percent:
		cell.Text = Digits(x*100) + "%"
	case day:
		if said, ok := dayOfSerial(x, s.from04); ok {
			cell.Kind, cell.Text = Date, said
		}
	case plain:
	}
}
