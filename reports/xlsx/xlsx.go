// Package xlsx writes document trees as workbooks: a sheet for each section, so that
// what was printed can be sorted, filtered and sent on.
//
// We write texts as texts and never as formulas, whatever sign they begin with, because
// names and explanations come from strangers. Figures of a right-aligned column are
// written as numbers with the decimals they are printed with.
package xlsx

import (
	"fmt"
	"io"
	"strings"
	"time"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/reports/doc"
)

// Write writes d as an XLSX workbook. The same tree gives the same bytes.
func Write(w io.Writer, d doc.Document) (err error) {
	file := excelize.NewFile()
	defer func() {
		if closed := file.Close(); err == nil && closed != nil {
			err = fmt.Errorf("close workbook %q: %w", d.Title, closed)
		}
	}()
	book := &book{file: file, words: doc.WordsOf(d.Lang), lang: langOf(d.Lang)}
	book.describe(d)
	for i, s := range d.Sections {
		book.addSheet(i, s)
	}
	if book.err == nil {
		file.SetActiveSheet(0)
		_, book.err = file.WriteTo(w)
	}
	if book.err != nil {
		return fmt.Errorf("write workbook %q: %w", d.Title, book.err)
	}
	return nil
}

// book remembers the first error, so that sheets are written line by line without a
// check after each call.
type book struct {
	file   *excelize.File
	words  doc.Words
	lang   app.Lang // its figures are written in
	styles map[style]int
	names  []string
	err    error
}

func (b *book) do(err error) {
	if b.err == nil {
		b.err = err
	}
}

// langOf returns the language in which the figures of a paper are written.
func langOf(tag string) app.Lang {
	if strings.HasPrefix(tag, "en") {
		return app.EN
	}
	return app.RU
}

func (b *book) describe(d doc.Document) {
	stamp := d.Created.UTC().Format(time.RFC3339)
	b.do(b.file.SetDocProps(&excelize.DocProperties{
		Title: d.Title, Creator: d.Author, Subject: d.Subject, Keywords: d.Mark, Description: d.Creator, Language: d.Lang, Created: stamp, Modified: stamp,
	}))
}

// addSheet gives a section a sheet; the first takes the one a new workbook has.
func (b *book) addSheet(i int, s doc.Section) {
	name := b.sheetName(s.Title, i)
	if i == 0 {
		b.do(b.file.SetSheetName("Sheet1", name))
	} else {
		_, err := b.file.NewSheet(name)
		b.do(err)
	}
	p := &page{book: b, name: name, row: 1}
	p.setUp(s)
	p.blocks(s.Blocks)
	p.finish()
}

// Limits of Excel for the name of a sheet.
const (
	maxSheetName = 31
	notInNames   = `[]:*?/\'`
)

// sheetName makes a title fit for a sheet: short, of allowed signs, not there yet.
func (b *book) sheetName(title string, i int) string {
	plain := strings.Map(func(r rune) rune {
		if strings.ContainsRune(notInNames, r) {
			return ' '
		}
		return r
	}, title)
	name := strings.TrimSpace(cut(strings.TrimSpace(plain), maxSheetName))
	if name == "" {
		name = fmt.Sprintf("%s %d", b.words.Tab, i+1)
	}
	for _, other := range b.names {
		if strings.EqualFold(other, name) {
			name = fmt.Sprintf("%s %d", cut(name, maxSheetName-4), i+1)
		}
	}
	b.names = append(b.names, name)
	return name
}

func cut(s string, most int) string {
	runes := []rune(s)
	return string(runes[:min(len(runes), most)])
}
