package search

import (
	"cmp"
	"context"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"technopark/app"
)

// Of a word of fewer letters every other one is a slip away.
const (
	leastSlip   = 4
	leastEnding = 6 // a word as long may have another ending: «договоров» is «договор»
	ending      = 2 // letters of an ending that may be others
	mostWays    = 12
)

// vocabulary is the words of letters that can be met.
type vocabulary struct{ words []string }

// withSlips reads each word that nothing begins with as those it may have been meant for.
func (f *Finder) withSlips(ctx context.Context, text string) (query, error) {
	return f.slipped(ctx, queryOf(text))
}

func (f *Finder) withSlipsInOtherLayout(ctx context.Context, text string) (query, error) {
	return f.slipped(ctx, queryOf(app.OtherLayout(text)))
}

func (f *Finder) slipped(ctx context.Context, q query) (query, error) {
	if err := f.learn(ctx); err != nil {
		return nil, err
	}
	read := make(query, len(q))
	for i, w := range q {
		read[i] = f.words.like(w[0])
	}
	return read, nil
}

// learn gathers the words of the records and of the items, once.
func (f *Finder) learn(ctx context.Context) error {
	if f.words != nil {
		return nil
	}
	var all []string
	if f.records != nil {
		words, err := f.records.KnownWords(ctx)
		if err != nil {
			return err
		}
		all = words
	}
	for _, item := range f.items {
		all = append(append(all, item.title...), item.texts...)
	}
	slices.Sort(all)
	f.words = &vocabulary{slices.Compact(all)}
	return nil
}

// like returns a word and those it may have been meant for, the likeliest first; the word alone
// when something begins with it.
func (v *vocabulary) like(word string) ways {
	at, _ := slices.BinarySearch(v.words, word)
	if at < len(v.words) && strings.HasPrefix(v.words[at], word) || !slippery(word) {
		return ways{word}
	}
	typed := []rune(word)
	var found []string
	for _, other := range v.words {
		if likely(typed, other) {
			found = append(found, other)
		}
	}
	slices.SortStableFunc(found, func(a, b string) int { // of like words the one of the same length
		return cmp.Compare(apart(a, len(typed)), apart(b, len(typed)))
	})
	found = found[:min(len(found), mostWays)]
	if len(typed) >= leastEnding {
		found = append(found, string(typed[:len(typed)-ending]))
	}
	if len(found) == 0 {
		return ways{word}
	}
	return found
}

func apart(word string, length int) int { return max(0, utf8.RuneCountInString(word)-length) }

// slippery reports a word in which a slip is looked for: of figures every other one is a slip away.
func slippery(word string) bool {
	letters := 0
	for _, r := range word {
		if unicode.IsDigit(r) {
			return false
		}
		letters++
	}
	return letters >= leastSlip
}

// likely reports whether a word, or its beginning, is one slip away from what was typed.
func likely(typed []rune, word string) bool {
	if len(word) < len(typed)-1 || len(word) > 4*(len(typed)+8) {
		return false
	}
	var room [64]rune
	meant := room[:0]
	for _, r := range word {
		if len(meant) == len(room) {
			break
		}
		meant = append(meant, r)
	}
	return len(meant) >= leastSlip && slip(typed, meant)
}

// slip reports whether the two differ by one slip: a letter typed for another, left out, put in, or
// two in turn. What was typed may be but the beginning; then the slip is not in its last letter,
// since any word of the same beginning would do.
func slip(typed, meant []rune) bool {
	at := 0
	for at < len(typed) && at < len(meant) && typed[at] == meant[at] {
		at++
	}
	if at == len(typed) {
		return false
	}
	if at >= len(typed)-1 && len(meant) > len(typed)+1 {
		return false
	}
	begins := func(meant, typed []rune) bool {
		return len(typed) <= len(meant) && slices.Equal(meant[:len(typed)], typed)
	}
	rest := typed[at:]
	switch left := meant[at:]; {
	case begins(left, rest[1:]): // a letter too many
		return true
	case len(left) == 0:
		return false
	case begins(left[1:], rest[1:]), begins(left[1:], rest): // another letter, or one left out
		return true
	}
	return len(rest) > 1 && len(meant) > at+1 && rest[0] == meant[at+1] && rest[1] == meant[at] && begins(meant[at+2:], rest[2:])
}
