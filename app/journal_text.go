package app

import (
	"cmp"
	"strings"
)

// Whole returns the record that an entry keeps the whole of: as it was added, or as it
// was when it was deleted; nil for an edit, and for a type or a text this program cannot
// read.
func (e JournalEntry) Whole() Record {
	t := TypeByKey(e.Type)
	text := e.After
	if e.Action == ActionDelete {
		text = e.Before
	}
	if t == nil || e.Action == ActionEdit {
		return nil
	}
	s, err := ReadSnapshot(t, text)
	if err != nil {
		return nil
	}
	return s.Record(t, e.Record)
}

// JournalTitles returns what people call the record of each entry, the newest entry
// first: as titles knows it now, as a deletion in the list has kept it, else «№ 12».
func JournalTitles(entries []JournalEntry, titles Titles) []string {
	type key struct {
		typeKey string
		id      int64
	}
	gone := map[key]string{}
	named := make([]string, len(entries))
	for i, e := range entries {
		k := key{e.Type, e.Record}
		title := titles(e.Type, e.Record)
		if title == "" && gone[k] == "" {
			gone[k] = e.ownTitle(titles)
		}
		named[i] = cmp.Or(title, gone[k], numbered(e.Record))
	}
	return named
}

// ownTitle is made of what the entry itself keeps.
func (e JournalEntry) ownTitle(titles Titles) string {
	rec := e.Whole()
	if rec == nil {
		return ""
	}
	return rec.Type().Title(rec, titles)
}

// Texts writes both sides of an edit for people, each on one line; see Field.Exact.
func (e Edit) Texts(titles Titles, lang Lang) (before, after string) {
	return OneLine(e.Field.Entry(e.Before, titles, lang)), OneLine(e.Field.Entry(e.After, titles, lang))
}

// OneLine joins the lines of a note by spaces.
func OneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isLineBreak), " ") }

func isLineBreak(r rune) bool { return r == '\n' || r == '\r' }
