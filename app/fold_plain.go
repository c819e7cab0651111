package app

import "unicode/utf8"

// What plainFold returns of signs that are not kept as one sign.
const (
	foldedAway = -1 // nothing stays
	notPlain   = -2 // what becomes of it depends on the signs beside it, or it is rare
)

// plainSigns are the signs below №: ASCII, the letters of Cyrillic alphabets and a few more, by what Fold makes of
// each. None of them joins with the one before it.
var plainSigns = func() (of [0x460]rune) {
	for r := range rune(len(of)) {
		switch is := foldRune(r); {
		case r == '«', r == '»':
			of[r] = foldedAway
		case r == '\u00a0':
			of[r] = ' '
		case r >= utf8.RuneSelf && r < 0x400:
			of[r] = notPlain
		case is == foldedAway, is == ' ':
			of[r] = is
		default:
			of[r], _ = utf8.DecodeRuneInString(foldAny(string(r)))
		}
	}
	return of
}()

// plainFold returns what Fold makes of a sign wherever it stands.
func plainFold(r rune) rune {
	switch {
	case int(r) < len(plainSigns):
		return plainSigns[r]
	case r == '№':
		return r
	case r == '–', r == '—':
		return '-'
	case r == '“', r == '”', r == '„':
		return foldedAway
	}
	return notPlain
}

// foldPlain is Fold for a text of signs that do not join with others, which nearly all texts are;
// false for another. It is apart, because composing letters takes twenty times as long.
func foldPlain(s string) (string, bool) {
	var room [192]byte
	out, space := room[:0], false
	for _, r := range s {
		switch is := plainFold(r); is {
		case notPlain:
			return "", false
		case foldedAway:
		case ' ':
			space = true
		default:
			if space && len(out) > 0 {
				out = append(out, ' ')
			}
			space = false
			out = utf8.AppendRune(out, is)
		}
	}
	if string(out) == s {
		return s, true
	}
	return string(out), true
}

// isPlainClean reports a text of which Clean changes nothing, as far as that is told without composing
// letters.
func isPlainClean(s string) bool {
	before := ' '
	for _, r := range s {
		switch {
		case r == ' ':
			if before == ' ' {
				return false
			}
		case r > ' ' && r < 0x7f, r >= 0x400 && r < 0x460, r == '«', r == '»', r == '№', r == '–', r == '—', r == '“', r == '”', r == '„':
		default:
			return false
		}
		before = r
	}
	return before != ' ' || s == ""
}
