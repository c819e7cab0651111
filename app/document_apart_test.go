package app_test

import (
	"testing"

	"technopark/app"
)

// Why a document is apart is what was found when it was attached; one that an earlier version
// of the program kept answers by its format.
func TestDocumentSaysWhyItIsApart(t *testing.T) {
	sum := app.Content([]byte("x"))
	for _, c := range []struct {
		doc  app.Document
		want string
	}{
		{app.Document{}, app.ApartNoFile},
		{app.Document{Apart: app.ApartLocked}, app.ApartNoFile},
		{app.Document{SHA256: sum, Format: app.FormatOther, Apart: app.ApartLocked}, app.ApartLocked},
		{app.Document{SHA256: sum, Format: app.FormatOther}, app.ApartAsIs},
		{app.Document{SHA256: sum, Format: app.FormatOffice}, app.ApartOffice},
		{app.Document{SHA256: sum, Format: app.FormatPDF}, app.ApartViewer},
		{app.Document{SHA256: sum, Format: app.FormatTIFF}, app.ApartPacked},
		{app.Document{SHA256: sum, Format: app.FormatPDF, Pages: app.Of(app.Count(2))}, ""},
		{app.Document{SHA256: sum, Format: app.FormatPDF, Pages: app.Of(app.Count(2)), Apart: app.ApartUnreadable}, app.ApartUnreadable},
	} {
		if got := c.doc.ApartReason(); got != c.want {
			t.Errorf("%+v: %q, want %q", c.doc, got, c.want)
		}
	}
	f, _ := new(app.Document).Type().Field("apart")
	for _, o := range f.Options {
		if words := app.ApartWords(o.Code); words.RU == "" || words.EN == "" {
			t.Errorf("%s is not said in both languages", o.Code)
		}
	}
}

func TestDocumentSaysWhetherItProvesAnything(t *testing.T) {
	docs := []app.Record{
		&app.Document{Head: app.Head{ID: 1}}, &app.Document{Head: app.Head{ID: 2}}, &app.Document{Head: app.Head{ID: 3}}, &app.Document{Head: app.Head{ID: 4}},
	}
	links := []app.Record{
		&app.DocumentLink{Document: 2, Subject: "contract/3"}, &app.DocumentLink{Document: 3, Subject: app.SubjectOfIndicator(2020, "S2.1")},
		&app.DocumentLink{Document: 4, Subject: "contract/3"}, &app.DocumentLink{Document: 4, Subject: app.SubjectOfIndicator(2020, "S2.1")},
	}
	docs[0].Type().Derive(docs, func(string) []app.Record { return links }, app.Date{})
	for i, want := range []string{app.ProvesNothing, app.ProvesRecords, app.ProvesIndicators, app.ProvesBoth} {
		if got := docs[i].(*app.Document).Proves; got != want {
			t.Errorf("document %d proves %q, want %q", i+1, got, want)
		}
	}
}
