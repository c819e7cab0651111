package submission

import (
	"errors"
	"path/filepath"
	"slices"
	"strings"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/attach"
)

// DocumentNotes returns what staff are to know of a document at once, while its file is at
// hand, though it is kept: that its sheets stay outside of the package and why, that pages
// of it go in as pictures, that pages are empty, that the file is cut off.
func DocumentNotes(d *app.Document, data []byte) []error {
	ready := attach.Prepare(attach.Document{Kind: d.Format, Data: data, Apart: []string{d.FileName}})
	notes := mannerOf(app.L(d.FileName, d.FileName), reports.Attachment{
		Apart: ready.How == attach.AsApart, Why: apartWhy(d, ready.Why), Pictures: ready.How == attach.AsPictures, Drawn: ready.Drawn,
	})
	if len(ready.Empty) > 0 {
		notes = append(notes, &app.Refusal{ID: "document.empty_pages", Data: map[string]any{"File": d.FileName, "Pages": numbers(ready.Empty)}})
	}
	if d.Format == app.FormatPDF && attach.CutOff(data) {
		notes = append(notes, &app.Refusal{ID: "document.cut", Data: map[string]any{"File": d.FileName}})
	}
	return notes
}

// mannerOf says in what way a document is in the package when it is not in it as it is.
func mannerOf(file app.Text, a reports.Attachment) []error {
	switch {
	case a.Apart:
		return []error{&app.Refusal{ID: "document.apart", Data: map[string]any{"File": file, "Why": a.Why}}}
	case a.Pictures:
		return []error{&app.Refusal{ID: "document.pictures", Data: map[string]any{"File": file}}}
	case len(a.Drawn) > 0:
		return []error{&app.Refusal{ID: "document.drawn", Data: map[string]any{"File": file, "Pages": numbers(a.Drawn)}}}
	}
	return nil
}

// Notes says of the documents of a package which of them are not in it as they are.
func (out Output) Notes() []error {
	var notes []error
	for i, a := range out.Documents {
		name := ". " + a.Document.FileName
		notes = append(notes, mannerOf(app.L(reports.AttachmentTitle(app.RU, i+1)+name, reports.AttachmentTitle(app.EN, i+1)+name), a)...)
	}
	return notes
}

// ApartWhy says why the sheets of a document stay outside of every package, as far as its
// record tells; empty when they do not.
func ApartWhy(d *app.Document) app.Text {
	paged := slices.Contains([]string{app.FormatPDF, app.FormatPNG, app.FormatJPEG, app.FormatTIFF}, d.Format)
	if paged && d.Pages.State == app.Given {
		return app.Text{}
	}
	return apartWhy(d, nil)
}

// apartWhy says why the sheets of a document are outside of the package; err is what was
// met when they were made, nil when nobody tried.
func apartWhy(d *app.Document, err error) app.Text {
	for _, known := range []struct {
		err error
		why app.Text
	}{
		{attach.ErrEncrypted, app.L("закрыт паролем", "it is locked with a password")},
		{attach.ErrHeavy, app.L("на его чтение не хватает времени или памяти", "reading it takes more time or memory than there is")},
		{attach.ErrHuge, app.L("снимок слишком велик", "the picture is too large")},
		{attach.ErrNoPages, app.L("в нём нет страниц", "it has no pages")},
	} {
		if errors.Is(err, known.err) {
			return known.why
		}
	}
	switch {
	case d.SHA256 == "":
		return app.L("файл не прикреплён", "no file is attached")
	case d.Format == app.FormatOffice:
		return app.L("офисный файл: сохраните его в PDF, и листы войдут в пакет", "an office file: save it as PDF, and its sheets will be in the package")
	case d.Format == app.FormatTIFF:
		return app.L("снимок сжат способом, которого программа не читает", "the picture is packed in a way the program does not read")
	case d.Format == app.FormatJPEG, d.Format == app.FormatPNG:
		return app.L("снимок не читается", "the picture cannot be read")
	case d.Format == app.FormatPDF && err == nil:
		return app.L("его страницы показывает только программа, в которой он сделан", "only the program that made it shows its pages")
	case d.Format == app.FormatPDF:
		return app.L("его страницы не читаются", "its pages cannot be read")
	case strings.EqualFold(filepath.Ext(d.FileName), ".pdf"):
		return app.L("закрыт паролем или повреждён", "it is locked or damaged")
	}
	return app.L("файл другого вида, страниц в нём программа не видит", "a file of another kind, in which the program sees no pages")
}
