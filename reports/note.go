package reports

import (
	"time"

	"technopark/app"
	"technopark/reports/doc"
)

// Note is what is written to one resident in a letter of words alone.
type Note struct {
	Resident *app.Resident // whom it is for
	Title    string        // what it is about
	Words    []string      // its paragraphs, in the language of the letters
}

// Writing is what letters are written of: whose, when and in which language.
type Writing struct {
	Book    *app.Book // of the park that writes
	Year    int       // that they are about
	Date    app.Date  // of writing, printed
	Created time.Time // of making, written into the file
	Program string    // name and version
	Lang    app.Lang  // of the letters; Russian when empty
}

// Notes returns a letter for each note, in their order: from whom, to whom, the words, and who
// signs and awaits the answer.
func (w Writing) Notes(notes []Note) []Letter {
	p := w.paper()
	letters := make([]Letter, len(notes))
	for i, n := range notes {
		letters[i] = Letter{n.Resident, p.note(n)}
	}
	return letters
}

// paper is what the letters are made of.
func (w Writing) paper() *paper {
	return newPaper(Input{Book: w.Book, Year: w.Year, Date: w.Date, Created: w.Created, Program: w.Program, Lang: w.Lang})
}

func (p *paper) note(n Note) doc.Document {
	blocks := append(p.letterhead(n.Resident), doc.Paragraph{Text: n.Title, Bold: true, Keep: true}, doc.Spacer{Height: 2})
	for _, words := range n.Words {
		blocks = append(blocks, doc.Paragraph{Indent: true, Align: doc.Justify, Size: letterText, Text: words})
	}
	signs := p.performer()
	signs.Undated = true // a letter is dated in its head
	blocks = append(blocks, doc.Spacer{Height: 2}, signs, p.answerTo())
	foot := doc.Foot{Park: p.parkShort()}
	if p.demo() {
		foot.Edition = p.demoMark()
	}
	return p.readable(doc.Document{
		Title: n.Title, Author: p.companyName(), Subject: n.Resident.Name, Creator: p.Program, Lang: p.tag(), Created: p.Created, Foot: foot,
		Sections: []doc.Section{{Blocks: blocks}},
	})
}
