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

// JournalTitles returns what people call the record of each entry in a language, the newest entry
// first: as titles knows it now, as an addition or a deletion in the list has kept it, else «№ 12».
// What such a record refers to is called so as well: it may have been deleted with it.
func JournalTitles(entries []JournalEntry, titles Titles, lang Lang) []string {
	known := journalTitles{titles: titles, lang: lang, kept: map[Place]JournalEntry{}, said: map[Place]string{}}
	for _, e := range entries {
		p := Place{Type: e.Type, ID: e.Record}
		if _, there := known.kept[p]; !there && e.Action != ActionEdit {
			known.kept[p] = e
		}
	}
	named := make([]string, len(entries))
	for i, e := range entries {
		named[i] = cmp.Or(known.of(e.Type, e.Record), numbered(e.Record))
	}
	return named
}

// journalTitles names records that may be gone.
type journalTitles struct {
	titles Titles
	lang   Lang
	kept   map[Place]JournalEntry // the newest that has a record whole
	said   map[Place]string
}

// of is a Titles; a record that leads back to itself has no name there.
func (j journalTitles) of(typeKey string, id int64) string {
	if title := j.titles(typeKey, id); title != "" {
		return title
	}
	p := Place{Type: typeKey, ID: id}
	if title, known := j.said[p]; known {
		return title
	}
	j.said[p] = ""
	if rec := j.kept[p].Whole(); rec != nil {
		j.said[p] = rec.Type().TitleIn(j.lang, rec, j.of)
	}
	return j.said[p]
}

// Texts writes both sides of an edit for people, each on one line; see Field.Exact.
func (e Edit) Texts(titles Titles, lang Lang) (before, after string) {
	return OneLine(e.Field.Exact(e.Before, titles, lang)), OneLine(e.Field.Exact(e.After, titles, lang))
}

// OneLine joins the lines of a note by spaces.
func OneLine(text string) string { return strings.Join(strings.FieldsFunc(text, isLineBreak), " ") }

func isLineBreak(r rune) bool { return r == '\n' || r == '\r' }
