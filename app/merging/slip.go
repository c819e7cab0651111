package merging

import (
	"slices"
	"strings"
	"unicode"
)

// leastSlip is how many letters a word must have for another, a letter apart, to be taken for it:
// of shorter words every other one is a slip away.
const leastSlip = 5

// slips puts a mark for every name a slip of the finger apart: the name with one letter of one of
// its words left out, and the name without spaces. Two names of which one is the other with a
// letter more, less, another one or two in turn have such a mark in common.
func slips(words []string, put func(parts ...string)) {
	put("run", strings.Join(words, ""))
	for i, word := range words {
		letters := []rune(word)
		if len(letters) < leastSlip-1 || !slippery(letters) {
			continue
		}
		before, after := strings.Join(words[:i], " "), strings.Join(words[i+1:], " ")
		put("slip", before, word, after)
		for at := range letters {
			if at > 0 && letters[at] == letters[at-1] {
				continue // the same word
			}
			put("slip", before, string(letters[:at])+string(letters[at+1:]), after)
		}
	}
}

// wordsOf returns the words of a name of a core of it, behind what says that it is one; see
// app.Field.Core.
func wordsOf(core string) []string { return strings.Fields(core)[1:] }

// slippery reports a word of letters: of figures every other one is a slip away.
func slippery(word []rune) bool { return !slices.ContainsFunc(word, unicode.IsDigit) }

// slip reports whether two names, as words, differ by one slip in one word, or in spaces alone.
func slip(a, b []string) bool {
	if strings.Join(a, "") == strings.Join(b, "") {
		return len(a) != len(b)
	}
	if len(a) != len(b) {
		return false
	}
	differs := -1
	for i := range a {
		if a[i] == b[i] {
			continue
		}
		if differs >= 0 {
			return false
		}
		differs = i
	}
	x, y := []rune(a[differs]), []rune(b[differs])
	return max(len(x), len(y)) >= leastSlip && slippery(x) && slippery(y) && apart(x, y)
}

// apart reports whether one word is the other with a letter more, another one, or two in turn.
func apart(x, y []rune) bool {
	if len(x) > len(y) {
		x, y = y, x
	}
	at := 0
	for at < len(x) && x[at] == y[at] {
		at++
	}
	if len(y) == len(x)+1 {
		return slices.Equal(x[at:], y[at+1:])
	}
	if len(x) != len(y) || at == len(x) {
		return false
	}
	if slices.Equal(x[at+1:], y[at+1:]) {
		return true
	}
	return at+1 < len(x) && x[at] == y[at+1] && x[at+1] == y[at] && slices.Equal(x[at+2:], y[at+2:])
}
