package storage

import (
	"fmt"
	"regexp"

	"technopark/app"
)

// sqliteLine is a sentence of the integrity check of SQLite and what it is in the words of staff; %s are
// what the parentheses caught.
type sqliteLine struct {
	line   *regexp.Regexp
	ru, en string
}

// sqliteLines are the sentences that damage is told by, of https://www.sqlite.org/src/file/src/btree.c and
// pragma.c; the more special ones stand first.
var sqliteLines = []sqliteLine{
	{regexp.MustCompile(`^Page (\d+): never used$`), "страница %s никуда не входит", "page %s is of nothing"},
	{regexp.MustCompile(`^Page (\d+): pointer map referenced$`), "страница %s входит туда, где её быть не может", "page %s is where it cannot be"},
	{regexp.MustCompile(`^(?:Tree \d+ page \d+(?: cell \d+| right child)?: )?2nd reference to page (\d+)$`), "страница %s входит в файл дважды", "page %s is in the file twice"},
	{regexp.MustCompile(`^(?:Tree \d+ page \d+(?: cell \d+| right child)?: )?invalid page number (\d+)$`), "указана страница %s, а её нет", "page %s is named and is not there"},
	{regexp.MustCompile(`^Tree \d+ page (\d+).*: Rowid (\S+) out of order$`), "на странице %s запись № %s стоит не на своём месте", "on page %s record No %s is out of its place"},
	{regexp.MustCompile(`^Tree \d+ page (\d+)`), "страница %s не сходится сама с собой", "page %s does not agree with itself"},
	{regexp.MustCompile(`^Freelist: `), "список свободных страниц не сходится", "the list of free pages does not agree with itself"},
	{regexp.MustCompile(`^row (\d+) missing from index (\w+)$`), "записи № %s нет в указателе %s", "record No %s is not in the index %s"},
	{regexp.MustCompile(`^row (\d+) values differ from index (\w+)$`), "запись № %s в указателе %s другая", "record No %s is another in the index %s"},
	{regexp.MustCompile(`^wrong # of entries in index (\w+)$`), "в указателе %s другое число записей", "the index %s has another number of records"},
	{regexp.MustCompile(`^non-unique entry in index (\w+)$`), "в указателе %s одна запись дважды", "the index %s has a record twice"},
	{regexp.MustCompile(`^unable to get the page\. error code=(\d+)$`), "страница не читается, код %s", "a page cannot be read, code %s"},
	{regexp.MustCompile(`^btreeInitPage\(\) returns error code (\d+)$`), "страница не читается, код %s", "a page cannot be read, code %s"},
	{regexp.MustCompile(`^malformed inverted index for FTS5 table `), "указатель слов повреждён", "the index of words is damaged"},
	{regexp.MustCompile(`^(?:fts5: |.*FTS5 table)`), "указатель слов повреждён", "the index of words is damaged"},
	{regexp.MustCompile(`^database disk image is malformed`), "страницы не сходятся", "the pages do not hang together"},
}

// worded says a line of the integrity check in words; one that is not known by us stands as it is.
func worded(line string) app.Text {
	for _, known := range sqliteLines {
		m := known.line.FindStringSubmatch(line)
		if m == nil {
			continue
		}
		parts := make([]any, 0, len(m)-1)
		for _, part := range m[1:] {
			parts = append(parts, part)
		}
		return app.L(fmt.Sprintf(known.ru, parts...), fmt.Sprintf(known.en, parts...))
	}
	return app.L("SQLite: "+line, "SQLite: "+line)
}

// verifying is how an error of the check says what it was reading.
var verifying = regexp.MustCompile(`verify (\w+): `)

// unreadOf says what could not be read when the check ended with an error.
func unreadOf(err error) app.Text {
	if m := verifying.FindStringSubmatch(err.Error()); m != nil {
		if t := app.TypeByKey(m[1]); t != nil {
			return app.L("не читаются записи "+app.Quoted(t.Many.RU), "records of the kind “"+t.Many.In(app.EN)+"” cannot be read")
		}
	}
	return app.L("страницы не сходятся", "the pages do not hang together")
}
