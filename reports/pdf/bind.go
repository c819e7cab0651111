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
	case slices.Contains([]string{
		"от", "до", "на", "за", "по", "из", "д.", "корп.", "стр.", "пом.", "оф.", "кв.", "ст.",
		"d.", "korp.", "str.", "pom.", "of.", "kv.", "no.", "dated", "from",
	}, small):
		return number
	case slices.Contains([]string{"г.", "ул.", "пер.", "просп.", "пр.", "пл.", "наб.", "ш.", "пос.", "им.", "ип", "g.", "ul.", "per.", "prosp.", "pl.", "nab.", "im."}, small):
		return capital || number && small != "г." && small != "g."
	case slices.Contains([]string{"ооо", "ао", "пао", "оао", "зао", "нао", "ано", "ук", "llc", "jsc", "pjsc"}, small):
		return strings.HasPrefix(after, "«") || strings.HasPrefix(after, "„") || strings.HasPrefix(after, "“")
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

// opening are the marks that open a quotation.
const opening = "«„“"

// longestName is how many characters a name in quotation marks has at most that is kept on one
// line; longer ones would leave ragged lines.
const longestName = 36

// whole joins the words of short names in quotation marks: «Сети без потерь». It is for lines,
// not for the needs of columns: a name may be broken where there is no room for it.
func whole(all []piece) []piece {
	out := all[:0:0]
	for i := 0; i < len(all); i++ {
		p := all[i]
		for end := closing(all, i); i < end; i++ {
			next := all[i+1]
			p = piece{text: p.text + " " + next.text, space: next.space, soft: next.soft}
		}
		out = append(out, p)
	}
	return out
}

// closing returns the piece that closes the quotation a piece opens, or the piece itself where
// it opens none, or one that is too long to be kept whole.
func closing(all []piece, at int) int {
	text := all[at].text
	opened := strings.IndexAny(text, opening)
	if opened < 0 || depth(text) <= 0 {
		return at
	}
	open, chars := depth(text), utf8.RuneCountInString(text[opened:])
	for i := at + 1; i < len(all) && all[i-1].space; i++ {
		open += depth(all[i].text)
		chars += 1 + utf8.RuneCountInString(all[i].text)
		switch {
		case chars > longestName:
			return at
		case open <= 0:
			return i
		}
	}
	return at
}

// depth counts quotation marks that open against those that close. “ opens an English
// quotation and closes a Russian one inside another: it counts as what stands before or after it.
func depth(text string) int {
	n := 0
	runes := []rune(text)
	for i, r := range runes {
		switch {
		case r == '«' || r == '„', r == '“' && i+1 < len(runes) && unicode.IsLetter(runes[i+1]) && (i == 0 || !unicode.IsLetter(runes[i-1])):
			n++
		case r == '»' || r == '”' || r == '“':
			n--
		}
	}
	return n
}
