package reports

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"technopark/app"
	"technopark/reports/doc"
)

// Attachment is a document that goes with a package.
type Attachment struct {
	Document *app.Document // the record of the document
	Proves   []string      // records and indicators, in words
	Codes    []string      // of the indicators it proves, itself or through their records
	First    int           // its first sheet in the package; 0 while that is not known
	Sheets   int           // in the package; 0 when it is not put behind it
	Reason   string        // why only a sheet that names it is there, as in app.ApartWords; empty when its own are
	Pictures bool          // all its sheets are pictures of its pages, for the pages themselves would lose something
	Drawn    []int         // those of its pages of which only that is true
}

// Apart reports whether only a sheet that names the document is in the package.
func (a Attachment) Apart() bool { return a.Reason != "" }

// Attached reports whether the documents themselves are part of a package of the given
// parts.
func Attached(keys []string) bool { return len(keys) == 0 || slices.Contains(keys, attachmentsPart) }

// AttachmentTitle returns «Приложение 3».
func AttachmentTitle(lang app.Lang, number int) string {
	return app.L("Приложение", "Attachment").In(lang) + app.NBSP + app.FormatNumber(int64(number), 1, 0, lang)
}

// AttachmentSheet returns the label of one sheet: «Приложение 3, л. 2 из 5».
func AttachmentSheet(lang app.Lang, number, sheet, of int) string {
	format := app.L("%s, л.\u00a0%d из\u00a0%d", "%s, sheet\u00a0%d of\u00a0%d").In(lang)
	return fmt.Sprintf(format, AttachmentTitle(lang, number), sheet, of)
}

// FootOf returns what the label of a sheet put behind a package says of the package:
// «лист 41 из 52 · данные 53ac3b18f855».
func FootOf(in Input, sheet, of int) string {
	p := newPaper(in)
	return joinedBy(app.NBSP+"· ", doc.WordsOf(p.tag()).Sheet(sheet, of), p.foot().Hash)
}

// AttachmentApart returns what stands on the sheet of a document that cannot be printed.
func AttachmentApart(lang app.Lang, number int, d *app.Document) []string {
	lines := []string{
		AttachmentTitle(lang, number), documentTitle(lang, d),
		joinedBy(": ", app.L("приложен отдельно", "attached separately").In(lang), app.ApartWords(d.ApartReason()).In(lang)),
		app.L("Файл: ", "File: ").In(lang) + original(lang, cmp.Or(d.FileName, nothing)) + sized(lang, d), "SHA-256: " + cmp.Or(parted(d.SHA256), nothing),
	}
	if lang == app.EN {
		return each(lines, inLatin)
	}
	return lines
}

// parted writes a long number so that it can be broken into lines and compared by eye.
func parted(sha string) string {
	var groups []string
	for chunk := range slices.Chunk([]byte(sha), 8) {
		groups = append(groups, string(chunk))
	}
	return strings.Join(groups, " ")
}

func sized(lang app.Lang, d *app.Document) string {
	if d.Size.State != app.Given {
		return ""
	}
	return ", " + app.FormatNumber(int64(d.Size.N), 1, 0, lang) + app.NBSP + app.L("байт", "bytes").In(lang)
}

// documentTitle returns «Справка о налогах № 12 от 05.03.2021».
func documentTitle(lang app.Lang, d *app.Document) string {
	title := d.Title
	if d.Number != "" {
		title += app.L(" №", " No.").In(lang) + app.NBSP + d.Number
	}
	if !d.Date.Zero() {
		title += app.L(" от", " dated").In(lang) + app.NBSP + d.Date.String()
	}
	return title
}

// behind counts the sheets that are put behind the package.
func (p *paper) behind() int {
	n := 0
	for _, a := range p.Attachments {
		n += a.Sheets
	}
	return n
}

// listedBehind names what is put behind the package for its contents.
func (p *paper) listedBehind() []doc.Behind {
	if p.behind() == 0 {
		return nil
	}
	var all []doc.Behind
	for _, part := range p.parts {
		if part.Key == attachmentsPart {
			all = append(all, doc.Behind{Title: p.heading(part)})
		}
	}
	for i, a := range p.Attachments {
		all = append(all, doc.Behind{Title: AttachmentName(p.Lang, i+1, a.Document), Level: 1, Sheets: a.Sheets})
	}
	return all
}

// AttachmentName returns «Приложение 3. Справка о налогах № 12».
func AttachmentName(lang app.Lang, number int, d *app.Document) string {
	name := AttachmentTitle(lang, number) + ". " + documentTitle(lang, d)
	if lang == app.EN {
		return inLatin(name)
	}
	return name
}

// inventory makes part 15: what is attached, what each document proves and where it is.
func (p *paper) inventory() doc.Section {
	if len(p.Attachments) == 0 {
		return doc.Section{Blocks: []doc.Block{doc.Paragraph{Indent: true, Text: p.say("Документы к пакету не приложены.", "No documents are attached to the package.")}}}
	}
	t := doc.Table{Columns: []doc.Column{
		p.numberColumn(),
		{Title: p.say("Документ", "Document"), Weight: 5},
		{Title: p.say("Что подтверждает", "What it proves"), Weight: 5},
		{Title: p.say("Листов", "Sheets"), Align: doc.Right},
		{Title: p.say("Листы пакета", "Where in the package"), Min: 20},
		{Title: p.say("Файл и его SHA-256", "File and its SHA-256"), Weight: 4},
	}}
	kind := field("document", "kind")
	for i, a := range p.Attachments {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(
			p.whole(i+1), joinedBy("\n", documentTitle(p.Lang, a.Document), p.text(kind, a.Document)), strings.Join(a.Proves, "\n"),
			p.sheetsOf(a), joinedBy("\n", p.place(a), p.manner(a)), joinedBy("\n", original(p.Lang, orNothing(a.Document.FileName)), parted(a.Document.SHA256)),
		)})
	}
	note := p.say("Контрольная сумма SHA-256 удостоверяет файл: у другого файла она другая.",
		"The SHA-256 checksum certifies the file: another file has another one.")
	if p.behind() == 0 {
		note = p.say("Сами документы в пакет не вшиты. ", "The documents themselves are not bound into the package. ") + note
	}
	return doc.Section{Landscape: true, Blocks: []doc.Block{
		doc.Paragraph{Size: registerText, Keep: true, Text: p.say("Приложено: ", "Attached: ") + p.counted(len(p.Attachments), documentForms()) + ". " + note}, t,
	}}
}

// sheetsOf writes how many sheets a document has: in the package, else in its file.
func (p *paper) sheetsOf(a Attachment) string {
	switch {
	case a.Apart():
		return nothing
	case a.Sheets > 0:
		return p.whole(a.Sheets)
	case a.Document.Pages.State == app.Given:
		return p.whole(int(a.Document.Pages.N))
	}
	return nothing
}

// manner says in what way a document is in the package when it is not in it as it is.
func (p *paper) manner(a Attachment) string {
	switch {
	case a.Apart():
		return p.say("отдельно: ", "separately: ") + app.ApartWords(a.Reason).In(p.Lang)
	case a.Pictures:
		return p.say("снимками страниц", "as pictures of the pages")
	case len(a.Drawn) > 0:
		return p.say("снимками: страницы ", "as pictures: pages ") + p.runs(a.Drawn)
	}
	return ""
}

// place writes where a document is: «41–45», or that it is not there.
func (p *paper) place(a Attachment) string {
	switch {
	case a.Sheets == 0:
		return p.say("отдельно", "separately")
	case a.First == 0:
		return p.whole(1000) + "–" + p.whole(1000) // room for what will be known when sheets are counted
	case a.Sheets == 1:
		return p.whole(a.First)
	}
	return p.whole(a.First) + "–" + p.whole(a.First+a.Sheets-1)
}
