package submission

import (
	"context"

	"technopark/app"
	"technopark/reports"
	"technopark/reports/attach"
)

// Examine looks at how a document will get into the package while its file is at hand: it
// writes into the record why its sheets stay outside, if they do, and returns what staff are
// to know at once, though the file is kept: that and why, that pages of it go in as pictures,
// that pages are empty, that the file is cut off. It fails only when ctx is cancelled.
func Examine(ctx context.Context, d *app.Document, data []byte) ([]error, error) {
	ready, err := attach.Prepare(ctx, attach.Document{Kind: d.Format, Data: data, Apart: []string{d.FileName}})
	if err != nil {
		return nil, err
	}
	manner := attachmentOf(d, ready)
	d.Apart = manner.Reason
	notes := mannerOf(app.L(d.FileName, d.FileName), manner)
	if len(ready.Empty) > 0 {
		notes = append(notes, &app.Refusal{ID: "document.empty_pages", Data: map[string]any{"File": d.FileName, "Pages": numbers(ready.Empty)}})
	}
	if len(ready.Fontless) > 0 {
		notes = append(notes, &app.Refusal{ID: "document.fontless", Data: map[string]any{"File": d.FileName, "Pages": numbers(ready.Fontless)}})
	}
	if ready.Unlooked > 0 {
		notes = append(notes, &app.Refusal{ID: "document.unlooked", Data: map[string]any{"File": d.FileName, "From": ready.Sheets - ready.Unlooked + 1, "Last": ready.Sheets}})
	}
	if d.Format == app.FormatPDF && attach.CutOff(data) {
		notes = append(notes, &app.Refusal{ID: "document.cut", Data: map[string]any{"File": d.FileName}})
	}
	return notes, nil
}

// attachmentOf describes a document whose sheets were made. Why they stay outside is what was
// found when it was attached, so that every surface gives the one reason; what fails only now
// is told by what failed.
func attachmentOf(d *app.Document, ready *attach.Prepared) reports.Attachment {
	a := reports.Attachment{Document: d, Sheets: ready.Sheets, Pictures: ready.How == attach.AsPictures, Drawn: ready.Drawn}
	if ready.How == attach.AsApart {
		if a.Reason = d.ApartReason(); a.Reason == "" {
			a.Reason = attach.Reason(d.Format, ready.Why)
		}
	}
	return a
}

// mannerOf says in what way a document is in the package when it is not in it as it is.
func mannerOf(file app.Text, a reports.Attachment) []error {
	switch {
	case a.Apart():
		return []error{&app.Refusal{ID: "document.apart", Data: map[string]any{"File": file, "Why": app.ApartWords(a.Reason)}}}
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
