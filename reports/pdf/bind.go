package pdf

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// We keep words together here and not where texts are made, because staff type most of
// them (addresses, names, documents), and a space in the PDF must stay the space that is
// searched for.

// bind joins the pieces that no line may end between. The spaces inside a piece stay.
func bind(all []piece) []piece {
	out := all[:0:0]
	before := ""
	for _, p := range all {
		if last := len(out) - 1; last >= 0 && out[last].space && binds(before, p.text) {
			out[last].text += " " + p.text
			out[last].space, out[last].soft = p.space, p.soft
		} else {
			out = append(out, p)
		}
		before = p.text
	}
	return out
}

// binds reports whether a line must not end between two words of Russian print: after an
// initial or an abbreviation, between a number and its unit, inside a telephone number, before a dash.
func binds(before, after string) bool {
	before = strings.TrimLeft(before, "«„“(")
	small, begins := strings.ToLower(before), first(after)
	number, capital := unicode.IsDigit(begins), unicode.IsUpper(begins)
	switch {
	case after == "—" || after == "–":
		return true
	case slices.Contains([]string{"в", "с", "к", "о", "у", "и", "а", "№", "§", "σ", "×"}, small):
		return true
	case slices.Contains([]string{"от", "до", "на", "за", "по", "из", "д.", "корп.", "стр.", "пом.", "оф.", "кв.", "ст."}, small):
		return number
	case slices.Contains([]string{"г.", "ул.", "пер.", "просп.", "пр.", "пл.", "наб.", "ш.", "пос.", "им.", "ип"}, small):
		return capital || number && small != "г."
	case slices.Contains([]string{"ооо", "ао", "пао", "оао", "зао", "нао", "ано", "ук"}, small):
		return strings.HasPrefix(after, "«") || strings.HasPrefix(after, "„")
	case small == "не" || small == "not":
		return slices.Contains([]string{"применимо", "представлено", "рассчитан", "applicable", "provided"}, bare(after))
	case slices.Contains([]string{"тыс.", "млн", "млрд"}, small):
		return strings.HasPrefix(after, "руб")
	case unicode.IsDigit(first(before)):
		return unit(bare(after)) || strings.HasSuffix(before, ")") && number // of a telephone: (900) 000-00-00
	case initial(before):
		return capital
	case strings.HasPrefix(before, "+"): // the code of a country
		return number || begins == '('
	}
	return initial(strings.TrimRight(after, ",;:)»“")) && unicode.IsUpper(first(before))
}

// unit reports whether a word says what a number before it counts.
func unit(word string) bool {
	return slices.Contains([]string{
		"г", "гг", "год", "года", "году", "годом", "лет", "мес", "дн", "руб", "тыс", "млн", "млрд", "чел", "ед", "шт", "л", "%",
		"м²", "м³/ч", "га", "км", "МВт", "Гкал/ч", "байт",
	}, word)
}

// initial reports whether a word is one capital letter and a full stop.
func initial(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(r) && word[size:] == "."
}

func first(word string) rune {
	r, _ := utf8.DecodeRuneInString(word)
	return r
}

// bare is a word without what punctuation ends it.
func bare(word string) string { return strings.TrimRight(word, ".,;:)»“”") }
