package pdf

import (
	"strings"
	"unicode"
)

// Heads of columns are the only words that we hyphenate: nobody looks a figure up by them, and
// one long word would make a column of short numbers twice as wide as these need. Words of the
// text stay whole, so that they are found in the PDF.

// longWord is how many letters a word of a head has that may be broken.
const longWord = 11

// shortestPart is how many letters of a broken word stand on a line at least.
const shortestPart = 4

// joints are beginnings of compound words, which are broken behind them.
var joints = []string{"средне", "высоко", "само", "обще", "внебюджет"}

// hyphenated marks in each long Russian word of a head the one place, nearest to its middle,
// where it may be broken.
func hyphenated(head string) string {
	var out strings.Builder
	var word []rune
	flush := func() {
		if at := breakOf(word); at > 0 {
			out.WriteString(string(word[:at]) + string(softHyphen))
			word = word[at:]
		}
		out.WriteString(string(word))
		word = word[:0]
	}
	for _, r := range head {
		if unicode.Is(unicode.Cyrillic, r) {
			word = append(word, r)
			continue
		}
		flush()
		out.WriteRune(r)
	}
	flush()
	return out.String()
}

// breakOf returns where a word may be broken, 0 for nowhere: behind a joint, else where a
// syllable begins: before a consonant with a vowel behind it, and a vowel somewhere before it.
func breakOf(word []rune) int {
	if len(word) < longWord {
		return 0
	}
	lower := strings.ToLower(string(word))
	for _, joint := range joints {
		if strings.HasPrefix(lower, joint) {
			return len([]rune(joint))
		}
	}
	best := 0
	for at := shortestPart; at <= len(word)-shortestPart; at++ {
		if !vowel(word[at]) && !sign(word[at]) && vowel(word[at+1]) && hasVowel(word[:at]) && abs(2*at-len(word)) < abs(2*best-len(word)) {
			best = at
		}
	}
	return best
}

func vowel(r rune) bool { return strings.ContainsRune("аеёиоуыэюя", unicode.ToLower(r)) }

// sign reports whether a letter belongs to the one before it.
func sign(r rune) bool { return strings.ContainsRune("йьъ", unicode.ToLower(r)) }

func hasVowel(word []rune) bool {
	for _, r := range word {
		if vowel(r) {
			return true
		}
	}
	return false
}

func abs(n int) int {
	if n < 0 {
		return -n
	}
	return n
}
