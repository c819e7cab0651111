// Package search finds anything in an open data file by a few words: records, findings,
// indicators, what the program can do and pages of the guide, all as results of one kind. The
// window and the command line ask it alike; it knows no screen and no file.
//
// Words are compared folded (app.Words), and each need only be the beginning of the one meant.
// Where nothing has them all, the words may have other endings, then the keys are read in the other layout
// of the keyboard, and then each word may have one slip — a letter more, less, another or two in turn — or another ending. We do
// not begin with that, because what was typed right must not drown in what is merely like it.
//
// Records come from the index that the data file keeps of their words; the rest is a few hundred
// texts in memory.
package search

import (
	"context"
	"slices"
	"strings"

	"technopark/app"
)

// Kind says what a result is.
type Kind string

// The kinds of results, in the order in which groups of equal rank stand.
const (
	KindRecord    Kind = "record"
	KindIndicator Kind = "indicator"
	KindFinding   Kind = "finding"
	KindCommand   Kind = "command"
	KindGuide     Kind = "guide"
)

// kinds are all of them in their order.
var kinds = []Kind{KindRecord, KindIndicator, KindFinding, KindCommand, KindGuide}

// Bounds of what is asked: more is no search but something pasted by mistake.
const (
	mostRunes = 200
	mostWords = 10
)

// Records is the data file as far as its records are searched.
type Records interface {
	// FindRecords returns records that have all that is wanted, in no order.
	FindRecords(ctx context.Context, w app.Wanted) ([]app.Found, error)
	// KnownWords returns the words of letters that records have, each once.
	KnownWords(ctx context.Context) ([]string, error)
	// TitledRecords returns records with what people call them, in the order of their places; one
	// that is not there is left out.
	TitledRecords(ctx context.Context, lang app.Lang, places []app.Place) ([]app.Titled, error)
}

// Item is what can be found besides records.
type Item struct {
	Kind  Kind      // not KindRecord
	Title string    // what people call it
	About string    // where it stands, or its keys
	Texts []string  // by which it is found too
	Also  []string  // the same, but not to be shown: words it does not say
	Place app.Place // where it is shown; zero for what has none
	Key   string    // by which whoever gave it knows it: the rule of a finding, a command, a section of the guide
}

// Result is one thing that was found.
type Result struct {
	Item
	Type  *app.Type // of a record; nil for the rest
	Where string    // the field that has the words, with its value; «» when they are in the title
}

// Group is the results of one kind and, of records, of one type; the best first.
type Group struct {
	Kind    Kind      // of all of them
	Type    *app.Type // of records; nil for the rest
	Results []Result  // at least one
	More    bool      // there are others
}

// Answer is what was found.
type Answer struct {
	Groups []Group // the one with the best result first
	Read   string  // the words as they were read, when nothing had them as they were typed
}

// Results returns all results in the order of their groups.
func (a Answer) Results() []Result {
	var all []Result
	for _, g := range a.Groups {
		all = append(all, g.Results...)
	}
	return all
}

// Finder searches one park of a data file.
type Finder struct {
	records Records // nil where no file is open
	park    int64
	lang    app.Lang
	items   []known
	words   *vocabulary // of the records; nil until a slip is looked for
}

// known is an item with the words it is found by.
type known struct {
	Item
	title []string
	texts []string   // of all texts
	parts [][]string // of each text
}

// New returns a finder of the records of a park and of the items; records may be nil.
func New(records Records, park int64, lang app.Lang, items []Item) *Finder {
	f := &Finder{records: records, park: park, lang: lang, items: make([]known, len(items))}
	for i, item := range items {
		k := known{Item: item, title: app.Words(item.Title)}
		for _, text := range append(slices.Clone(item.Texts), item.Also...) {
			words := app.Words(text)
			k.parts, k.texts = append(k.parts, words), append(k.texts, words...)
		}
		slices.Sort(k.texts)
		k.texts = slices.Compact(k.texts)
		f.items[i] = k
	}
	return f
}

// Find returns what has all words of the text, at most limit results.
func (f *Finder) Find(ctx context.Context, text string, limit int) (Answer, error) {
	if runes := []rune(text); len(runes) > mostRunes {
		text = string(runes[:mostRunes])
	}
	for i, reading := range []func(context.Context, string) (query, error){f.asTyped, f.byStems, f.inOtherLayout, f.withSlips, f.withSlipsInOtherLayout} {
		q, err := reading(ctx, text)
		if err != nil || len(q) == 0 {
			return Answer{}, err
		}
		found, err := f.found(ctx, q, limit)
		if err != nil {
			return Answer{}, err
		}
		if len(found) > 0 {
			if forms := q.forms(); i == 0 {
				found, q = f.withForms(found, forms), forms
			}
			groups, err := f.groups(ctx, q, found, limit)
			return Answer{Groups: groups, Read: q.readAs(text)}, err
		}
	}
	return Answer{}, nil
}

// query is the words that are looked for, of each the ways in which it may be met.
type query []ways

// ways are the beginnings a word may have.
type ways []string

// met reports whether one of the words is the word that is looked for, or begins as it does; whole
// that one is no longer.
func (w ways) met(words []string) (met, whole bool) {
	for _, way := range w {
		for _, word := range words {
			if strings.HasPrefix(word, way) {
				met = true
				if word == way {
					return true, true
				}
			}
		}
	}
	return met, false
}

// all reports whether each word is among the words, and whether each is whole.
func (q query) all(words []string) (met, whole bool) {
	whole = true
	for _, w := range q {
		is, all := w.met(words)
		if !is {
			return false, false
		}
		whole = whole && all
	}
	return true, whole
}

// readAs says how a text was read, when it was not as it was typed.
func (q query) readAs(text string) string {
	words := app.Words(text)
	read := make([]string, len(q))
	same := len(words) >= len(q)
	for i, w := range q {
		read[i] = w[0]
		same = same && w[0] == words[i]
	}
	if same {
		return ""
	}
	return strings.Join(read, " ")
}

// asTyped reads a text as it stands.
func (f *Finder) asTyped(_ context.Context, text string) (query, error) { return queryOf(text), nil }

// inOtherLayout reads a text as its keys would have given it in the other layout.
func (f *Finder) inOtherLayout(_ context.Context, text string) (query, error) {
	return queryOf(app.OtherLayout(text)), nil
}

func queryOf(text string) query {
	words := app.Words(text)
	var q query
	for _, word := range words[:min(len(words), mostWords)] {
		q = append(q, ways{word})
	}
	return q
}
