package pdf

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// missing stands for a character that cannot be printed: a visible box, so
// that the reader sees that something was there.
const missing = '□'

const softHyphen = '\u00ad'

// clean makes s safe to print in the face and counts the characters it had
// to replace. gofpdf panics on characters above U+FFFF, reads past the end of
// invalid UTF-8 and prints nothing for a missing glyph, so every text goes
// through here: valid UTF-8, composed (NFC), "\n" the only control character.
// Soft hyphens stay; wrapping uses and removes them.
func (f *face) clean(s string) (string, int) {
	if plain(s) {
		return s, 0
	}
	s = breaks.Replace(s)
	if !f.has('₽') { // as Liberation 2.1.5 has not
		s = strings.ReplaceAll(s, "₽", "руб.")
	}
	s = norm.NFC.String(strings.Map(seen, strings.ToValidUTF8(s, string(unicode.MaxRune))))
	lost := 0
	out := strings.Map(func(r rune) rune {
		switch {
		case r == '\n' || r == softHyphen || f.has(r):
			return r
		case unicode.Is(unicode.Zs, r):
			return '\u00a0' // the narrow and figure spaces of numbers do not break
		case r == '\u2011': // non-breaking hyphen
			return '-'
		}
		lost++
		return missing
	}, s)
	return out, lost
}

// breaks writes all that ends a line, or stands for spaces, in one way.
var breaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\u2028", "\n", "\u2029", "\n", "\t", " ")

// plain reports the commonest case, printable ASCII, which needs no work.
func plain(s string) bool {
	for i := range len(s) {
		if s[i] < ' ' || s[i] >= utf8.RuneSelf-1 {
			return false
		}
	}
	return true
}

// seen drops, as a mapping, the characters that say nothing on paper:
// controls, zero-width spaces and joiners, direction marks, variation
// selectors, byte order marks. It comes before composition, because they may
// stand between a letter and its accent.
func seen(r rune) rune {
	if r == '\n' || r == softHyphen {
		return r
	}
	if unicode.Is(unicode.Cc, r) || unicode.Is(unicode.Cf, r) || unicode.Is(unicode.Variation_Selector, r) {
		return -1
	}
	return r
}

// printable returns s as it will be printed, for measuring it beforehand.
func printable(f font, s string) string {
	s, _ = f.clean(s)
	return s
}
