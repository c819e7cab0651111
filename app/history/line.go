package history

import (
	"strings"

	"technopark/app"
	"technopark/app/i18n"
)

// Line is what a row of a list of the journal tells of: one field of an edit, or the whole of a record
// that was added or deleted.
type Line struct {
	Entry         app.JournalEntry // what was done
	Kind          string           // what the record is: «Резидент»
	Title         string           // what people call it
	Field         app.Field        // that was edited; zero when the whole record is meant
	Name          string           // of the field, with its unit; empty when the whole record is meant
	Before, After string           // on one line each; of a field without a value the word for none
	Unread        bool             // the entry is of a program that knew other records

	lang app.Lang // in which it is said
}

// Record returns what the line is about in a sentence: Резидент «Альфа».
func (l Line) Record() string { return l.Kind + " " + app.QuotedIn(l.Title, l.lang) }

// Action says what the entry did, in the language of the words.
func (l Line) Action(words *i18n.Printer) string {
	return words.T("common.journal."+string(l.Entry.Cause)+"."+string(l.Entry.Action), nil)
}

// LinesOf returns the lines of entries, in their order; each entry has at least one.
func LinesOf(entries []app.JournalEntry, titles app.Titles, words *i18n.Printer) []Line {
	var all []Line
	named := app.JournalTitles(entries, titles, words.Lang())
	for i, e := range entries {
		kind := e.Type
		if t := app.TypeByKey(e.Type); t != nil {
			kind = t.One.In(words.Lang())
		}
		for _, line := range linesOf(e, titles, words) {
			line.Entry, line.Kind, line.Title, line.lang = e, kind, named[i], words.Lang()
			all = append(all, line)
		}
	}
	return all
}

// linesOf returns at least one line, without its entry and record.
func linesOf(e app.JournalEntry, titles app.Titles, words *i18n.Printer) []Line {
	edits, err := e.Edits()
	if err != nil {
		return []Line{{Name: words.T("common.journal.unreadable", nil), Unread: true}}
	}
	if e.Action != app.ActionEdit {
		return []Line{wholeLine(edits, titles, words.Lang())}
	}
	lines := make([]Line, len(edits))
	for i, edit := range edits {
		before, after := edit.Texts(titles, words.Lang())
		lines[i] = Line{Field: edit.Field, Name: edit.Field.Head(words.Lang()), Before: Said(before, words), After: Said(after, words)}
	}
	if len(lines) == 0 { // of fields this program no longer has
		lines = append(lines, Line{})
	}
	return lines
}

// wholeLine joins the fields of a record that was added or deleted.
func wholeLine(edits []app.Edit, titles app.Titles, lang app.Lang) Line {
	var before, after []string
	for _, edit := range edits {
		if edit.Field.Coded || edit.Field.Points {
			continue // it is for the program, and says nothing to people
		}
		was, is := edit.Texts(titles, lang)
		if was != "" {
			before = append(before, edit.Field.Head(lang)+": "+was)
		}
		if is != "" {
			after = append(after, edit.Field.Head(lang)+": "+is)
		}
	}
	return Line{Before: strings.Join(before, "; "), After: strings.Join(after, "; ")}
}

// Said returns a text, or the word for none.
func Said(text string, words *i18n.Printer) string {
	if text == "" {
		return words.T("common.journal.empty", nil)
	}
	return text
}
