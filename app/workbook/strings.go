package workbook

import (
	"encoding/xml"
	"regexp"
	"strconv"
	"strings"

	"technopark/app"
)

// texts reads the texts that cells share: of one in several fonts all runs, of Japanese ones not
// the reading above them.
func (a *Archive) texts() ([]string, error) {
	part := First(a.leads, "sharedStrings")
	if part == "" || !a.Has(part) {
		return nil, nil
	}
	raw, err := a.Part(part)
	if err != nil {
		return nil, err
	}
	var all []string
	var text strings.Builder
	into, aside, total := false, 0, 0
	err = Walk(raw, func(piece Token) error {
		switch t := piece.Token.(type) {
		case xml.StartElement:
			switch t.Name.Local {
			case "si":
				text.Reset()
			case "rPh":
				aside++
			case "t":
				into = aside == 0
			}
		case xml.CharData:
			if into {
				text.Write(t)
				if text.Len() > mostChars*4 {
					return (&Meter{}).Cell("", 0, 1, text.String())
				}
			}
		case xml.EndElement:
			switch t.Name.Local {
			case "rPh":
				aside--
			case "t":
				into = false
			case "si":
				if len(all) == mostStrings {
					return tooMany(app.L("разных текстов", "different texts"), mostStrings)
				}
				all = append(all, uncoded(text.String()))
				if total += text.Len(); total > mostText {
					return tooMuch()
				}
			}
		}
		return nil
	})
	return all, err
}

var codes = regexp.MustCompile(`_x[0-9A-Fa-f]{4}_`)

// uncoded writes the signs that XML cannot have and workbooks write as _x000D_.
func uncoded(text string) string {
	if !strings.Contains(text, "_x") {
		return text
	}
	return codes.ReplaceAllStringFunc(text, func(code string) string {
		n, err := strconv.ParseUint(code[2:6], 16, 16)
		if err != nil {
			return code
		}
		return string(rune(n))
	})
}
