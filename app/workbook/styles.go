package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
)

// look is how the figure of a cell is shown, as far as it changes what the figure means.
type look uint8

const (
	plain look = iota
	percent
	day
)

// looks reads how the figures of cells are shown.
func (a *Archive) looks() ([]look, error) {
	part := First(a.leads, "styles")
	if part == "" || !a.Has(part) {
		return nil, nil
	}
	raw, err := a.Part(part)
	if err != nil {
		return nil, err
	}
	var all []look
	formats := map[string]look{}
	inside := false
	err = Walk(raw, func(piece Token) error {
		switch t := piece.Token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "cellXfs":
				inside = true
			case "numFmt":
				formats[Attr(t, "numFmtId")] = lookOf(Attr(t, "formatCode"))
			case "xf":
				if inside {
					all = append(all, lookBy(formats, Attr(t, "numFmtId")))
				}
			}
		case xml.EndElement:
			inside = inside && t.Name.Local != "cellXfs"
		}
		return nil
	})
	return all, err
}

// ShowsDay reports whether a format shows a number as a day: one of the book's own by its code, or
// one that every book has by its number.
func ShowsDay(id, code string) bool {
	own := map[string]look{}
	if code != "" {
		own[id] = lookOf(code)
	}
	return lookBy(own, id) == day
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
