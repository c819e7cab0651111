package app

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Clean returns a text of one line as it is kept, whatever it was typed, pasted or read
// from: composed letters (NFC), no invisible and no control signs, each run of spaces,
// tabs and line breaks one space, none at the ends. A text of blanks is empty. Nothing
// that can be seen is changed. Clean(Clean(s)) == Clean(s).
//
// A text that is not UTF-8 comes back as it is: Field.Check refuses it.
func Clean(text string) string {
	if isPlainClean(text) {
		return text
	}
	return cleanAny(text)
}

// cleanAny is Clean for any text.
func cleanAny(text string) string {
	if !utf8.ValidString(text) {
		return text
	}
	return foldSpaces(norm.NFC.String(strings.Map(seen, norm.NFC.String(text))))
}

// CleanNote is Clean for a text of several lines: it keeps the breaks between them.
func CleanNote(text string) string {
	if !utf8.ValidString(text) {
		return text
	}
	lines := strings.Split(lineBreaks.Replace(text), "\n")
	for i, line := range lines {
		lines[i] = Clean(line)
	}
	return strings.Trim(strings.Join(lines, "\n"), "\n")
}

// Marked puts a mark in the place of what is no text, and of signs that move the cursor of a terminal or
// colour what it shows. A line may break and be indented.
func Marked(text string) string {
	return strings.ToValidUTF8(strings.Map(func(r rune) rune {
		if unicode.IsControl(r) && r != '\n' && r != '\t' {
			return unicode.ReplacementChar
		}
		return r
	}, text), string(unicode.ReplacementChar))
}

// lineBreaks makes every sign that ends a line the one we keep.
var lineBreaks = strings.NewReplacer("\r\n", "\n", "\r", "\n", "\v", "\n", "\f", "\n", "\u0085", "\n", "\u2028", "\n", "\u2029", "\n")

// blank is the sign of braille without a dot: it looks like a space and is none.
const blank = '\u2800'

// seen drops what takes no room and makes of every space one of two: the plain one, and
// that which does not break, for people type «№ 5» with it on purpose.
func seen(r rune) rune {
	switch {
	case invisible(r):
		return -1
	case r == '\u00a0', r == '\u202f', r == '\u2007':
		return '\u00a0'
	case unicode.IsSpace(r), r == blank:
		return ' '
	case unicode.IsControl(r):
		return -1
	}
	return r
}

// visible reports whether a sign is seen on paper.
func visible(r rune) bool {
	r = seen(r)
	return r > ' ' && r != '\u00a0'
}

// foldSpaces keeps the first space of a run; of a run that may break somewhere a plain one.
func foldSpaces(s string) string {
	var out strings.Builder
	run := rune(0)
	for _, r := range s {
		if r == ' ' || r == '\u00a0' {
			if run != ' ' {
				run = r
			}
			continue
		}
		if run != 0 && out.Len() > 0 {
			out.WriteRune(run)
		}
		run = 0
		out.WriteRune(r)
	}
	return out.String()
}
