package exchange

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"
)

// readStrings reads the texts that cells share: of one in several fonts all runs, of Japanese
// ones not the reading above them.
func (w *workbook) readStrings(part string) error {
	var text strings.Builder
	inText, skip, total := false, 0, 0
	return w.tokens(part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "rPh":
				skip++
			case "t":
				inText = skip == 0
			}
		case xml.CharData:
			if inText {
				text.Write(t)
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "rPh":
				skip--
			case "t":
				inText = false
			case "si":
				w.strings = append(w.strings, unescape(text.String()))
				if total += text.Len(); total > mostText || len(w.strings) > mostCells {
					return tooMuch()
				}
			}
		}
		return nil
	})
}

var escaped = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// unescape writes the signs that XML cannot have and workbooks write as _x000D_.
func unescape(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return escaped.ReplaceAllStringFunc(text, func(code string) string {
		n, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil {
			return code
		}
		return string(rune(n))
	})
}

// look is how the figure of a cell is shown, as far as it changes what the figure means.
type look uint8

const (
	plain look = iota
	percent
	day
)

// readStyles reads how the figures of cells are shown.
func (w *workbook) readStyles(part string) error {
	formats := map[string]look{}
	inside := ""
	return w.tokens(part, func(token xml.Token) error {
		switch t := token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "cellXfs":
				inside = t.Name.Local
			case "numFmt":
				formats[attr(t, "numFmtId")] = lookOf(attr(t, "formatCode"))
			case "xf":
				if inside == "cellXfs" {
					w.styles = append(w.styles, lookBy(formats, attr(t, "numFmtId")))
				}
			}
		case xml.EndElement:
			if t.Name.Local == inside {
				inside = ""
			}
		}
		return nil
	})
}

// lookBy returns the look of a format by its number: one of the book's own, or one that every
// book has (ECMA-376, 18.8.30).
func lookBy(own map[string]look, id string) look {
	if l, ok := own[id]; ok {
		return l
	}
	switch n, _ := strconv.Atoi(id); {
	case n == 9, n == 10:
		return percent
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return day
	}
	return plain
}

// lookOf reads the code of a format up to the part for negative figures, without what stands in
// quotes or brackets or after a backslash.
func lookOf(code string) look {
	l := plain
	for i := 0; i < len(code); i++ {
		switch code[i] {
		case '"':
			i += closing(code[i+1:], '"')
		case '[':
			i += closing(code[i+1:], ']')
		case '\\', '_', '*':
			i++
		case ';':
			return l
		case '%':
			return percent
		case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
			l = day
		case 'G', 'g': // General
			if len(code) >= i+7 && strings.EqualFold(code[i:i+7], "General") {
				i += 6
			}
		}
	}
	return l
}

// closing returns how far a sign is, with itself.
func closing(s string, sign byte) int {
	if at := strings.IndexByte(s, sign); at >= 0 {
		return at + 1
	}
	return len(s)
}
