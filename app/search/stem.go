package search

import (
	"context"
	"slices"
	"strings"
	"unicode/utf8"

	"technopark/app"
)

// leastStem is how many letters of a word are left at least when its ending is taken off.
const leastStem = 3

// Endings, of which the longest that a word has is taken off: cases, numbers and genders, the endings of
// verbs, and what makes a noun of a verb — «пояснить» and «пояснение» are one stem. It is a light stem: it
// need not be the root, only the beginning that the forms of a word have in common.
var endings = map[bool][]string{
	true: longestFirst(`ениями ениях ением ению ений ение ения ании аниями аниях анием анию аний ание ания ении
ироваться ировать ироваться ывать ивать овать аться ться иться ить ать ять еть уть ировал ывал
ыми ими ого его ому ему ая яя ое ее ые ие ый ий ой ую юю ым им ых их ом ем ем ях ах ам ям ами ями иям иях иями ией ия ие ии ию ий ью
ов ев ей ок ек ка ки ку ке кой кам ках а я о е и ы у ю ь й`),
	false: longestFirst(`ations ation ments ment ings ing ers er ies ied ions ion es ed s e y`),
}

// longestFirst returns the endings as the words are written in which they are looked for: folded.
func longestFirst(words string) []string {
	all := strings.Fields(app.Fold(words))
	slices.SortStableFunc(all, func(a, b string) int { return len(b) - len(a) })
	return all
}

// stem returns what the forms of a word begin with; the word itself where no ending of it is known, and of
// figures.
func stem(word string) string {
	if strings.ContainsAny(word, "0123456789") {
		return word
	}
	for _, ending := range endings[isCyrillic(word)] {
		if cut, has := strings.CutSuffix(word, ending); has && utf8.RuneCountInString(cut) >= leastStem {
			return cut
		}
	}
	return word
}

// isCyrillic reports a word without a Latin letter. Folding writes those that look like Cyrillic ones as these;
// an English word has others, too.
func isCyrillic(word string) bool {
	return !strings.ContainsFunc(word, func(r rune) bool { return r >= 'a' && r <= 'z' })
}

// byStems reads each word as all forms of it: «новое правило» finds «новых правил».
func (f *Finder) byStems(_ context.Context, text string) (query, error) {
	return queryOf(text).forms(), nil
}

// forms returns the words with all their forms.
func (q query) forms() query {
	all := slices.Clone(q)
	for i, w := range q {
		if cut := stem(w[0]); cut != w[0] {
			all[i] = append(slices.Clone(w), cut)
		}
	}
	return all
}
