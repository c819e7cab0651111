package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// softHyphen is the first of the signs that are not seen.
const softHyphen = '\u00ad'

// diaeresis is what stands over ё once it is decomposed.
const diaeresis = '\u0308'

// Fold returns the text as it is searched and compared: lower-case, NFC, ё as е, every
// run of spaces (non-breaking ones too) one plain space and none at the ends, any dash a
// hyphen, Latin letters that look like Cyrillic ones as those, without quotation marks
// and invisible signs. Fold(Fold(s)) == Fold(s).
//
// We fold in Go, because SQLite folds the case of ASCII letters only and keeps ё apart
// from е.
func Fold(s string) string {
	if folded, ok := foldPlain(s); ok {
		return folded
	}
	return foldAny(s)
}

// foldAny is Fold for any text.
func foldAny(s string) string {
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
	case IsQuote(r), invisible(r):
		return -1
	case unicode.IsSpace(r):
		return ' '
	case isDash(r):
		return '-'
	}
	return cyrillicTwin(unicode.ToLower(r))
}

// IsQuote reports the marks around company names; an apostrophe is part of a name.
func IsQuote(r rune) bool { return strings.ContainsRune("«»“”„‟\"‹›", r) }

// isDash reports the signs people put for a hyphen, a dash or a minus.
func isDash(r rune) bool {
	if r < utf8.RuneSelf {
		return r == '-'
	}
	return r == '\u2212' || unicode.Is(unicode.Pd, r)
}

// invisible reports the signs that take no room: joiners, marks of direction, soft
// hyphens. Word and web pages leave them in what is pasted.
func invisible(r rune) bool {
	if r < softHyphen || r >= 0x400 && r < 0x600 { // there are none
		return false
	}
	return unicode.In(r, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
}

// cyrillicTwin returns the Cyrillic letter that a small Latin one is taken for. B and в
// are alike as capitals only, but the case of a word must not decide whether it is found.
func cyrillicTwin(small rune) rune {
	switch small {
	case 'a':
		return 'а'
	case 'b':
		return 'в'
	case 'c':
		return 'с'
	case 'e':
		return 'е'
	case 'h':
		return 'н'
	case 'k':
		return 'к'
	case 'm':
		return 'м'
	case 'o':
		return 'о'
	case 'p':
		return 'р'
	case 't':
		return 'т'
	case 'x':
		return 'х'
	case 'y':
		return 'у'
	}
	return small
}
