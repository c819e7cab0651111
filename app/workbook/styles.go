package workbook

import (
	"encoding/xml"
	"strconv"
	"strings"
	"unicode"
	"unicode/utf8"

	"technopark/app"
)

// look is how the figure of a cell is shown, as far as it changes what the figure means.
type look uint8

const (
	plain look = iota
	percent
	day
)

// format is what a format does to a figure.
type format struct {
	look   look
	unit   string // words it shows beside the figure
	scaled bool   // it shows thousands or millions
}

// looks reads how the figures of cells are shown.
func (a *Archive) looks() ([]format, error) {
	part := First(a.leads, "styles")
	if part == "" || !a.Has(part) {
		return nil, nil
	}
	raw, err := a.Part(part)
	if err != nil {
		return nil, err
	}
	var all []format
	formats := map[string]format{}
	inside := false
	err = Walk(raw, func(piece Token) error {
		switch t := piece.Token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "cellXfs":
				inside = true
			case "numFmt":
				formats[Attr(t, "numFmtId")] = formatOf(Attr(t, "formatCode"))
			case "xf":
				if inside {
					all = append(all, formatBy(formats, Attr(t, "numFmtId")))
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
	own := map[string]format{}
	if code != "" {
		own[id] = formatOf(code)
	}
	return formatBy(own, id).look == day
}

// formatBy returns a format by its number: one of the book's own, or one that every book has
// (ECMA-376, 18.8.30).
func formatBy(own map[string]format, id string) format {
	if f, ok := own[id]; ok {
		return f
	}
	switch n, _ := strconv.Atoi(id); {
	case n == 9, n == 10:
		return format{look: percent}
	case n >= 5 && n <= 8, n == 42, n == 44:
		return format{unit: "₽"} // the money of the country
	case n >= 14 && n <= 22, n >= 27 && n <= 36, n >= 45 && n <= 47, n >= 50 && n <= 58:
		return format{look: day}
	}
	return format{}
}

// formatOf reads the code of a format up to the part for negative figures. What stands in quotes, in
// [$…] or after a backslash is shown beside the figure; a comma behind the digits shows thousands.
func formatOf(code string) format {
	var f format
	var words strings.Builder
	digits := false // the sign before is a digit of the figure
	for i := 0; i < len(code); i++ {
		c, was := code[i], digits
		digits = false
		switch c {
		case '"':
			n := closing(code[i+1:], '"')
			words.WriteString(strings.TrimSuffix(code[i+1:i+1+n], `"`))
			i += n
		case '[':
			n := closing(code[i+1:], ']')
			if money, ok := strings.CutPrefix(strings.TrimSuffix(code[i+1:i+1+n], "]"), "$"); ok {
				money, _, _ = strings.Cut(money, "-")
				words.WriteString(money)
			}
			i += n
		case '\\':
			i++
			if i < len(code) {
				_, size := utf8.DecodeRuneInString(code[i:])
				words.WriteString(code[i : i+size])
				i += size - 1
			}
		case '_', '*':
			i++
			if i < len(code) {
				_, size := utf8.DecodeRuneInString(code[i:])
				i += size - 1
			}
		case ';':
			return f.with(words.String())
		case '%':
			f.look = percent
			return f
		case '0', '#', '?':
			digits = true
		case ',':
			rest := strings.TrimLeft(code[i:], ",")
			f.scaled = f.scaled || was && (rest == "" || !strings.ContainsAny(rest[:1], "0#?"))
		case 'y', 'Y', 'm', 'M', 'd', 'D', 'h', 'H', 's', 'S':
			f.look = day
		case 'G', 'g': // General
			if len(code) >= i+7 && strings.EqualFold(code[i:i+7], "General") {
				i += 6
			}
		default:
			if c == '$' || c >= utf8.RuneSelf {
				_, size := utf8.DecodeRuneInString(code[i:])
				words.WriteString(code[i : i+size])
				i += size - 1
			}
		}
	}
	return f.with(words.String())
}

// with returns the format with the words it shows, where they are words.
func (f format) with(words string) format {
	words = app.Clean(words)
	if strings.IndexFunc(words, func(r rune) bool { return unicode.IsLetter(r) || unicode.Is(unicode.Sc, r) }) >= 0 {
		f.unit = words
	}
	return f
}

// closing returns how far a sign is, with itself.
func closing(s string, sign byte) int {
	if at := strings.IndexByte(s, sign); at >= 0 {
		return at + 1
	}
	return len(s)
}
