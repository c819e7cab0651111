package submission_test

import (
	"context"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/i18n"
	"technopark/app/regulation"
	"technopark/app/submission"
)

// Why a document is apart is found once, when it is attached, and said alike by the note on
// it, by its record, by what is told of the package, by its inventory and by its own sheet.
func TestReasonIsOneEverywhere(t *testing.T) {
	l, lease := documented(t)
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = l.book.Of(typ.Key)
	}
	var reasons []string
	for i, c := range []struct {
		name, data, want string
	}{
		{"обрыв.pdf", "%PDF-1.4\n1 0 obj", app.ApartDamaged},
		{"письмо.rtf", "{\\rtf1 }", app.ApartOffice},
		{"таблица.bin", "нечто", app.ApartForeign},
	} {
		d, err := submission.NewDocument(t.Context(), c.name, []byte(c.data), true)
		if err != nil {
			t.Fatal(err)
		}
		found := d.Apart
		notes, err := submission.Examine(t.Context(), d, []byte(c.data))
		if err != nil {
			t.Fatal(err)
		}
		if d.Apart != c.want || found != c.want {
			t.Errorf("%s: apart for %q, at first %q, want %q", c.name, d.Apart, found, c.want)
		}
		if said, _ := i18n.New(app.RU).Sentence(notes[0], nil); !strings.Contains(said, app.ApartWords(c.want).RU) {
			t.Errorf("%s: said %q", c.name, said)
		}
		d.Head = app.Head{ID: int64(10 + i), Park: 1}
		l.contents[d.SHA256] = []byte(c.data)
		records["document"] = append(records["document"], d)
		records["document_link"] = append(records["document_link"], &app.DocumentLink{Head: app.Head{ID: d.ID, Park: 1}, Document: d.ID, Subject: app.SubjectOf(lease)})
		reasons = append(reasons, c.want)
	}
	l.book = app.NewBook(l.book.Park, records)
	for _, lang := range []app.Lang{app.RU, app.EN} {
		req := request(t.TempDir())
		req.Parts, req.Form.Lang = []string{"title", "inventory", "attachments"}, lang
		out, err := submission.Build(context.Background(), l, regulation.Program(), req, nil)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, a := range out.Documents {
			if a.Reason != "" {
				got = append(got, a.Reason)
			}
		}
		if !slices.Equal(got, reasons) {
			t.Errorf("%s: the package gives %q, want %q", lang, got, reasons)
		}
		text, _ := textOf(t, out.PDF)
		flat := strings.Join(strings.Fields(text), " ")
		for _, reason := range reasons {
			if words := app.ApartWords(reason).In(lang); !strings.Contains(flat, words) { // on its own sheet; the inventory breaks it into lines
				t.Errorf("%s: %q is not in the package", lang, words)
			}
		}
	}
}
