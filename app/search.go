package app

import (
	"slices"
	"strings"
	"unicode"
)

// A record is searched by the words of its fields, folded. Which fields those are the catalogue
// says: every text, note and identifier that people write or read (see Field.Searched). Words of
// what a record refers to are not among them: the other record is found itself.

// longestWord is how many bytes of a word are told apart: what is longer is no word that anybody
// types.
const longestWord = 128

// Words returns the words of a text as they are searched: folded, without signs between them,
// letters apart from digits, so that «RU 2012345» is «RU2012345».
func Words(s string) []string {
	var words []string
	folded, from, was := Fold(s), 0, runeOther
	take := func(upto int) {
		if was != runeOther {
			words = append(words, cutWord(folded[from:upto]))
		}
	}
	for at, r := range folded {
		if is := kindOf(r, was); is != was {
			take(at)
			from, was = at, is
		}
	}
	take(len(folded))
	return words
}

// cutWord cuts a word between two letters.
func cutWord(word string) string {
	if len(word) <= longestWord {
		return word
	}
	return strings.ToValidUTF8(word[:longestWord], "")
}

// runeKind parts a text into words.
type runeKind uint8

const (
	runeOther runeKind = iota
	runeLetter
	runeDigit
)

// kindOf says what a sign is; one that stands over the letter before it belongs to it.
func kindOf(r rune, before runeKind) runeKind {
	switch {
	case unicode.IsDigit(r):
		return runeDigit
	case unicode.IsLetter(r):
		return runeLetter
	case unicode.IsMark(r):
		return before
	}
	return runeOther
}

// Searched reports whether records are found by what the field says.
func (f Field) Searched() bool {
	switch f.Kind {
	case KindText, KindNote, KindID:
		return !f.Derived && !f.Content && !f.Points && !f.Coded
	}
	return false
}

// named reports whether the field is one that people call a record of the type by: its name, its
// number, an identifier or a person of its own. A record is found by those first.
func (t *Type) named(f Field) bool {
	return f.Telling || f.Own && f.Scheme == "" || f.Kind == KindID || f.Key == t.Naming || f.Key == t.firstSearched()
}

// firstSearched returns the key of the first field that records are found by; «» when there is none.
func (t *Type) firstSearched() string {
	i := slices.IndexFunc(t.Fields, Field.Searched)
	if i < 0 {
		return ""
	}
	return t.Fields[i].Key
}

// SearchText is what a record is found by: its words with a space between them, each once.
type SearchText struct {
	Names string // of the fields that people call it by
	Rest  string // of the others
}

// SearchTextOf returns what a record of the type with the values that get returns is found by.
func (t *Type) SearchTextOf(get func(Field) Value) SearchText {
	var names, rest []string
	for _, f := range t.Fields {
		if !f.Searched() {
			continue
		}
		words := Words(get(f).S)
		if t.named(f) {
			names = append(names, words...)
		} else {
			rest = append(rest, words...)
		}
	}
	return SearchText{Names: onceEach(names), Rest: onceEach(rest)}
}

// onceEach joins the words, each at its first place only.
func onceEach(words []string) string {
	seen := make(map[string]bool, len(words))
	return strings.Join(slices.DeleteFunc(words, func(w string) bool {
		known := seen[w]
		seen[w] = true
		return known
	}), " ")
}

// Wanted says which records are looked for: those that have a word for each of Words.
type Wanted struct {
	Words [][]WantedWord // of each the ways in which it may be met
	Names bool           // in the fields alone that people call a record by
	Park  int64          // whose records, besides those of the whole file
	Limit int            // at most so many
}

// WantedWord is a way in which a word may be met.
type WantedWord struct {
	Text  string // folded, as Words returns it
	Whole bool   // the word is no more than Text; else it begins with it
}

// Found is a record that was found.
type Found struct {
	Type string     // key of its type
	ID   int64      // of the record
	Text SearchText // what it was found by
}

// Titled is a record with what people call it.
type Titled struct {
	Record Record // its stored fields; derived ones are empty
	Title  string // what people call it
}
