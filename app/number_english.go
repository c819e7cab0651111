package app

import (
	"regexp"
	"strings"
)

// ParseWritten reads a number that the program has written in a language: see FormatNumber. In
// English a comma groups digits, and «1,234» is 1234.
func ParseWritten(text string, scale int64, lang Lang) (n int64, ok bool) {
	if lang == EN {
		text = strings.ReplaceAll(text, ",", "")
	}
	return ParseNumber(text, scale)
}

// ParseTyped reads a number as people type it in a window of a language; see ReadIn.
func ParseTyped(text string, scale int64, lang Lang) (n int64, ok bool) {
	plain, _, sure := ungrouped(text, scale, lang)
	if !sure {
		return 0, false
	}
	return ParseNumber(plain, scale)
}

// ReadIn reads what people type in a window of a language; see Read. In English commas group
// digits, as the window itself writes them; where «1,234» may be a thousand or one and a fraction,
// it is refused: a figure a thousand times too small is what a guess would cost.
func (f Field) ReadIn(lang Lang, text string, find Finder) (Value, error) {
	if !f.Kind.Number() {
		return f.Read(text, find)
	}
	plain, doubt, sure := ungrouped(text, f.Scale, lang)
	if !sure {
		whole, decimal := strings.ReplaceAll(doubt, ",", ""), strings.ReplaceAll(doubt, ",", ".")
		return Value{}, f.fault(Quoted(doubt)+" — это "+whole+" или "+decimal+"? Введите то из них, что верно",
			"“"+doubt+"” may be "+whole+" or "+decimal+"; type the one that is right")
	}
	return f.Read(plain, find)
}

// groupedFigure is a figure whose digits are parted by commas in threes.
var groupedFigure = regexp.MustCompile(`[\d.,]+`)

var inThrees = regexp.MustCompile(`^[1-9]\d{0,2}(,\d{3})+(\.\d*)?$`)

// ungrouped returns a text in English with its figures not grouped by commas any more; doubt is the
// one that can be read in two ways, where there is such. Other languages group by no comma.
func ungrouped(text string, scale int64, lang Lang) (plain, doubt string, sure bool) {
	if lang != EN {
		return text, "", true
	}
	plain = groupedFigure.ReplaceAllStringFunc(text, func(figure string) string {
		if !inThrees.MatchString(figure) {
			return figure
		}
		if strings.Count(figure, ",") == 1 && !strings.Contains(figure, ".") && scale >= 1000 {
			doubt = figure
		}
		return strings.ReplaceAll(figure, ",", "")
	})
	return plain, doubt, doubt == ""
}
