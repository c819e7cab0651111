package exchange

import (
	"strings"

	"technopark/app"
	"technopark/app/workbook"
)

// ReadText reads a text with separators, as a file has it or as it was pasted: cells parted by
// semicolons, tabs or commas, whichever parts most lines into equally many, in quotes where
// there is a separator or the end of a line inside. A quote within a cell that does not begin
// with one is a quote: people write ООО "Квант" so.
func ReadText(text string) (*Book, error) {
	text = strings.TrimPrefix(text, "\ufeff")
	s := splitter{text: text, line: 1}
	if first, rest, _ := strings.Cut(text, "\n"); strings.HasPrefix(first, "sep=") && len(strings.TrimSpace(first)) == len("sep=")+1 {
		s.comma, s.text, s.line = rune(first[len("sep=")]), rest, 2 // so Excel is told
	} else {
		s.comma = app.Separator(text)
	}
	if err := s.split(); err != nil {
		return nil, err
	}
	return &Book{Sheets: []Sheet{{Text: true, Rows: s.rows}}}, nil
}

// splitter cuts a text into cells.
type splitter struct {
	text  string
	comma rune
	line  int // where it is
	rows  []Row
	meter workbook.Meter
}

func (s *splitter) split() error {
	for s.text != "" {
		row := Row{Number: s.line}
		if err := s.readRow(&row); err != nil {
			return err
		}
		if len(row.Cells) == 0 {
			continue
		}
		if err := s.meter.Row("", row.Number); err != nil {
			return err
		}
		s.rows = append(s.rows, row)
	}
	return nil
}

// readRow takes one line, or several where quotes enclose ends of lines.
func (s *splitter) readRow(row *Row) error {
	for column := 1; ; column++ {
		text, last, err := s.readCell(row.Number, column)
		if err != nil {
			return err
		}
		if strings.TrimSpace(text) != "" {
			if err := s.meter.Cell("", row.Number, column, text); err != nil {
				return err
			}
			row.Cells = append(row.Cells, Cell{Column: column, Text: text})
		}
		if last {
			return nil
		}
	}
}

// readCell takes one cell and what parts it from the next; last is set at the end of a line.
func (s *splitter) readCell(row, column int) (text string, last bool, err error) {
	bare := strings.TrimLeft(s.text, " ")
	if strings.HasPrefix(bare, `"`) {
		if text, rest, ok := quoted(bare[1:], s.comma); ok {
			s.line += strings.Count(bare[:len(bare)-len(rest)], "\n")
			s.text = rest
			return text, s.pass(), nil
		}
		if strings.Count(bare[:s.end(bare)], `"`)%2 != 0 {
			return "", false, refuse("строка %d, столбец %d: кавычка открыта и не закрыта, где кончается ячейка — неясно. Закройте кавычку или уберите её",
				"line %d, column %d: a quote is opened and not closed, so it is not clear where the cell ends. Close the quote, or remove it", row, column)
		}
	}
	end := s.end(s.text)
	text, s.text = s.text[:end], s.text[end:]
	return text, s.pass(), nil
}

// end returns where a cell without quotes ends.
func (s *splitter) end(text string) int {
	if end := strings.IndexFunc(text, func(r rune) bool { return r == s.comma || r == '\n' || r == '\r' }); end >= 0 {
		return end
	}
	return len(text)
}

// pass goes over what stands after a cell; true at the end of a line.
func (s *splitter) pass() bool {
	if rest, ok := strings.CutPrefix(s.text, string(s.comma)); ok {
		s.text = rest
		return false
	}
	for _, end := range []string{"\r\n", "\n", "\r"} {
		if rest, ok := strings.CutPrefix(s.text, end); ok {
			s.text = rest
			s.line++
			return true
		}
	}
	return true
}

// quoted takes a cell whose opening quote was taken; false where no quote closes it before a
// separator or the end of a line.
func quoted(s string, comma rune) (text, rest string, ok bool) {
	var b strings.Builder
	for {
		end := strings.IndexByte(s, '"')
		if end < 0 {
			return "", "", false
		}
		b.WriteString(s[:end])
		s = s[end+1:]
		switch after := strings.TrimLeft(s, " "); {
		case strings.HasPrefix(s, `"`):
			b.WriteByte('"')
			s = s[1:]
		case after == "", strings.HasPrefix(after, string(comma)), strings.HasPrefix(after, "\n"), strings.HasPrefix(after, "\r"):
			return b.String(), after, true
		default:
			return "", "", false
		}
	}
}
