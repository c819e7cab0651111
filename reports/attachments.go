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
	Document *app.Document
	Proves   []string // records and indicators, in words
	Codes    []string // of the indicators it proves, itself or through their records
	First    int      // its first sheet in the package; 0 while that is not known
	Sheets   int      // in the package; 0 when it is not put behind it
	Apart    bool     // only a sheet that names it is there
}

// Attached reports whether the documents themselves are part of a package of the given
// parts.
func Attached(keys []string) bool { return len(keys) == 0 || slices.Contains(keys, AttachmentsPart) }

// AttachmentTitle returns «Приложение 3».
func AttachmentTitle(number int) string { return "Приложение" + app.NBSP + whole(number) }

// AttachmentSheet returns the label of one sheet: «Приложение 3, л. 2 из 5».
func AttachmentSheet(number, sheet, of int) string {
	return fmt.Sprintf("%s, л.%s%d из%s%d", AttachmentTitle(number), app.NBSP, sheet, app.NBSP, of)
}

// FootOf returns what the label of a sheet put behind a package says of the package:
// «лист 41 из 52 · данные 53ac3b18f855».
func FootOf(in Input, sheet, of int) string {
	foot := newPaper(in).foot()
	return joinedBy(app.NBSP+"· ", foot.Sheet(sheet, of), foot.Hash)
}

// AttachmentApart returns what stands on the sheet of a document that cannot be printed.
func AttachmentApart(number int, d *app.Document) []string {
	return []string{
		AttachmentTitle(number), documentTitle(d), "приложен отдельно",
		"Файл: " + cmp.Or(d.FileName, nothing) + sized(d), "SHA-256: " + cmp.Or(parted(d.SHA256), nothing),
	}
}

// parted writes a long number so that it can be broken into lines and compared by eye.
func parted(sha string) string {
	var groups []string
	for chunk := range slices.Chunk([]byte(sha), 8) {
		groups = append(groups, string(chunk))
	}
	return strings.Join(groups, " ")
}

func sized(d *app.Document) string {
	if d.Size.State != app.Given {
		return ""
	}
	return ", " + whole(int(d.Size.N)) + app.NBSP + "байт"
}

// documentTitle returns «Справка о налогах № 12 от 05.03.2021».
func documentTitle(d *app.Document) string {
	title := d.Title
	if d.Number != "" {
		title += " №" + app.NBSP + d.Number
	}
	if !d.Date.Zero() {
		title += " от" + app.NBSP + d.Date.String()
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
		if part.Key == AttachmentsPart {
			all = append(all, doc.Behind{Title: p.heading(part)})
		}
	}
	for i, a := range p.Attachments {
		all = append(all, doc.Behind{Title: AttachmentName(i+1, a.Document), Level: 1, Sheets: a.Sheets})
	}
	return all
}

// AttachmentName returns «Приложение 3. Справка о налогах № 12».
func AttachmentName(number int, d *app.Document) string {
	return AttachmentTitle(number) + ". " + documentTitle(d)
}

// inventory makes part 15: what is attached, what each document proves and where it is.
func (p *paper) inventory() doc.Section {
	if len(p.Attachments) == 0 {
		return doc.Section{Blocks: []doc.Block{doc.Paragraph{Indent: true, Text: "Документы к пакету не приложены."}}}
	}
	t := doc.Table{Columns: []doc.Column{
		{Title: "№", Align: doc.Right},
		{Title: "Документ", Weight: 5},
		{Title: "Что подтверждает", Weight: 5},
		{Title: "Листов", Align: doc.Right},
		{Title: "Листы пакета", Min: 20},
		{Title: "Файл и его SHA-256", Weight: 4},
	}}
	kind := field("document", "kind")
	for i, a := range p.Attachments {
		t.Rows = append(t.Rows, doc.Row{Cells: doc.Cells(
			whole(i+1), joinedBy("\n", documentTitle(a.Document), p.text(kind, a.Document)), strings.Join(a.Proves, "\n"),
			a.sheets(), a.place(), joinedBy("\n", orNothing(a.Document.FileName), parted(a.Document.SHA256)),
		)})
	}
	note := "Контрольная сумма SHA-256 удостоверяет файл: у другого файла она другая."
	if p.behind() == 0 {
		note = "Сами документы в пакет не вшиты. " + note
	}
	return doc.Section{Landscape: true, Blocks: []doc.Block{
		doc.Paragraph{Size: registerText, Keep: true, Text: "Приложено: " + counted(len(p.Attachments), "документ", "документа", "документов") + ". " + note}, t,
	}}
}

// sheets writes how many sheets a document has: in the package, else in its file.
func (a Attachment) sheets() string {
	switch {
	case a.Apart:
		return nothing
	case a.Sheets > 0:
		return whole(a.Sheets)
	case a.Document.Pages.State == app.Given:
		return whole(int(a.Document.Pages.N))
	}
	return nothing
}

// place writes where a document is: «41–45», or that it is not there.
func (a Attachment) place() string {
	switch {
	case a.Sheets == 0:
		return "отдельно"
	case a.First == 0:
		return whole(1000) + "–" + whole(1000) // room for what will be known when sheets are counted
	case a.Sheets == 1:
		return whole(a.First)
	}
	return whole(a.First) + "–" + whole(a.First+a.Sheets-1)
}
