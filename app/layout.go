package app

import (
	"strings"
	"unicode"
)

// The letters of the two layouts of a Russian keyboard, each over the other's.
const (
	latinKeys   = "`qwertyuiop[]asdfghjkl;'zxcvbnm,."
	russianKeys = "ёйцукенгшщзхъфывапролджэячсмитьбю"
)

// otherLayouts is what each key gives in the other layout.
var otherLayouts = func() map[rune]rune {
	other := map[rune]rune{}
	latin, russian := []rune(latinKeys), []rune(russianKeys)
	for i := range latin {
		other[latin[i]], other[russian[i]] = russian[i], latin[i]
	}
	return other
}()

// OtherLayout returns a text as it would be had its keys been pressed in the other layout; a
// Russian text that is the right one becomes Latin and is found nowhere.
func OtherLayout(text string) string {
	return strings.Map(func(r rune) rune {
		if other, ok := otherLayouts[unicode.ToLower(r)]; ok {
			return other
		}
		return r
	}, text)
}
