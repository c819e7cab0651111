package pdf_test

import (
	"bytes"
	"fmt"
	"testing"
	"time"

	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// A press gives what a new one gives, whatever it laid out before: the same document, one
// with a section more, one in which a word has changed or the language.
func TestPressGivesWhatANewOneGives(t *testing.T) {
	paper := func(sections int, word, lang string) doc.Document {
		d := doc.Document{Title: "Пакет", Lang: lang, Created: time.Date(2021, 3, 15, 0, 0, 0, 0, time.UTC), Sections: []doc.Section{{Title: "Содержание", Blocks: []doc.Block{doc.Contents{}}}}}
		for i := range sections {
			blocks := []doc.Block{doc.Paragraph{Text: fmt.Sprintf("Раздел %d: %s", i, word)}, doc.KeepTogether{Blocks: []doc.Block{doc.Paragraph{Text: "\U0010FFFD"}}}}
			d.Sections = append(d.Sections, doc.Section{Title: fmt.Sprint("Раздел ", i), InContents: true, NewPage: true, Landscape: i%3 == 2, Blocks: blocks})
		}
		return d
	}
	var press pdf.Press
	for _, d := range []doc.Document{
		paper(3, "слово", "ru-RU"), paper(3, "слово", "ru-RU"), paper(3, "другое", "ru-RU"), paper(90, "другое", "ru-RU"),
		paper(2, "другое", "ru-RU"), paper(2, "другое", "en-GB"),
	} {
		var is, should bytes.Buffer
		info, err := press.Render(&is, d)
		fresh, err2 := pdf.Render(&should, d)
		if err != nil || err2 != nil {
			t.Fatal(err, err2)
		}
		if !bytes.Equal(is.Bytes(), should.Bytes()) || info.Pages != fresh.Pages || info.Replaced != fresh.Replaced || info.Replaced != len(d.Sections)-1 {
			t.Errorf("%d sections: %d pages, %d replaced; anew %d, %d", len(d.Sections), info.Pages, info.Replaced, fresh.Pages, fresh.Replaced)
		}
	}
}
