package exchange

import (
	"fmt"
	"io"
	"strings"

	"technopark/app"
)

// bom tells Excel that a text is UTF-8.
const bom = "\ufeff"

// WriteText writes a table as a text whose cells semicolons part (CSV), in UTF-8 with the mark by
// which Excel knows it. Figures have all their decimals and a decimal comma, and no groups.
func WriteText(w io.Writer, t *Table) error {
	var b strings.Builder
	b.WriteString(bom)
	cells := make([]string, len(t.Columns))
	line := func() {
		b.WriteString(strings.Join(cells, ";"))
		b.WriteString("\r\n")
	}
	for i, c := range t.Columns {
		cells[i] = inQuotes(harmless(c.Head()))
	}
	line()
	for _, row := range t.Rows {
		clear(cells)
		for i, v := range row {
			cells[i] = inQuotes(t.textOf(v, i))
		}
		line()
	}
	if _, err := io.WriteString(w, b.String()); err != nil {
		return fmt.Errorf("write table %q: %w", t.Title, err)
	}
	return nil
}

// textOf writes a value so that it is read back as it is.
func (t *Table) textOf(v Value, column int) string {
	c := t.Columns[column]
	switch {
	case v.State == app.NotProvided && v.Muted:
		return "" // words beside the matter: nothing is there
	case t.IsNumber(v, column):
		point := ","
		if t.Lang == app.EN {
			point = "."
		}
		return plainFigure(v.N, c.Scale, point)
	}
	return harmless(t.Written(v, column))
}

// starters are the signs by which spreadsheets take a text for a formula.
const starters = "=+-@\t\r"

// harmless puts an apostrophe before a text that a spreadsheet would take for a formula, and
// before one that looks like such a text with an apostrophe; see harmed.
func harmless(text string) string {
	if isHarmful(strings.TrimLeft(text, "'")) {
		return "'" + text
	}
	return text
}

// harmed is the way back from harmless.
func harmed(text string) string {
	if bare, ok := strings.CutPrefix(text, "'"); ok && isHarmful(strings.TrimLeft(bare, "'")) {
		return bare
	}
	return text
}

func isHarmful(text string) bool { return text != "" && strings.ContainsRune(starters, rune(text[0])) }

// inQuotes puts a cell in quotes where something in it could be taken for the end of one, be it
// by who takes another sign for the separator.
func inQuotes(cell string) string {
	if strings.ContainsAny(cell, ";,\t\"\n\r") || strings.TrimSpace(cell) != cell {
		return `"` + strings.ReplaceAll(cell, `"`, `""`) + `"`
	}
	return cell
}
