package i18n

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// diaeresis is what stands over ё once it is decomposed.
const diaeresis = '\u0308'

// Fold returns the text as it is searched: lower-case, NFC, ё as е, every run of
// spaces (non-breaking ones too) one plain space and none at the ends, without
// quotation marks and invisible signs. Fold(Fold(s)) == Fold(s).
//
// We fold in Go and keep the result in a column of its own, because SQLite folds
// the case of ASCII letters only and keeps ё apart from е.
func Fold(s string) string {
	s = norm.NFD.String(strings.Map(foldRune, s))
	var folded strings.Builder
	var letter rune
	for _, r := range s {
		if r == diaeresis && letter == 'е' {
			continue
		}
		if !unicode.Is(unicode.Mn, r) {
			letter = r
		}
		folded.WriteRune(r)
	}
	return norm.NFC.String(strings.Join(strings.Fields(folded.String()), " "))
}

func foldRune(r rune) rune {
	switch {
	case isQuote(r), unicode.Is(unicode.Cf, r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	case r == '\u2011': // the non-breaking hyphen papers are written with
		return '-'
	}
	return unicode.ToLower(r)
}

// isQuote reports the marks around company names; an apostrophe is part of a name.
func isQuote(r rune) bool { return strings.ContainsRune("«»“”„‟\"‹›", r) }
