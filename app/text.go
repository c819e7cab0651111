package app

import "strings"

// Lang is a language of the window and of the papers.
type Lang string

// The two languages of the program; Russian is the first.
const (
	RU Lang = "ru"
	EN Lang = "en"
)

// Text is a phrase in both languages.
type Text struct {
	RU, EN string // the same in Russian and in English
}

// L builds a Text from its Russian and English wording.
func L(ru, en string) Text { return Text{RU: ru, EN: en} }

// In returns the phrase in the given language; a phrase without an English
// wording is returned in Russian.
func (t Text) In(lang Lang) string {
	if lang == EN && t.EN != "" {
		return t.EN
	}
	return t.RU
}

// Zero reports whether nothing is written.
func (t Text) Zero() bool { return t.RU == "" && t.EN == "" }

// Quoted puts a title or what somebody typed into «», with „“ for the marks inside it:
// «ООО „Альфа“». A text that is one quotation already stays as it is.
func Quoted(s string) string {
	if strings.HasPrefix(s, "«") && strings.HasSuffix(s, "»") && strings.Count(s, "«") == 1 {
		return s
	}
	return "«" + innerQuotes.Replace(s) + "»"
}

// QuotedIn puts a text into the quotation marks of a language; see Quoted.
func QuotedIn(s string, lang Lang) string {
	if lang != EN {
		return Quoted(s)
	}
	return "“" + innerQuotesEN.Replace(s) + "”"
}

// innerQuotesEN are the marks of a quotation within one in English.
var innerQuotesEN = strings.NewReplacer("«", "‘", "»", "’")

// innerQuotes are the marks of a quotation within one.
var innerQuotes = strings.NewReplacer("«", "„", "»", "“")
