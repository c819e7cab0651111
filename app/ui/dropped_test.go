package ui

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	uris "fyne.io/fyne/v2/storage"

	"technopark/app"
	"technopark/app/ui/desktest"
)

func (s *shell) drop(paths ...string) {
	var all []fyne.URI
	for _, path := range paths {
		all = append(all, uris.NewFileURI(path))
	}
	s.dropped(all)
}

func TestDroppedFilesAreAttachedToWhatIsShown(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Первый")) })
	subject := app.SubjectOf(s.records("resident").Kept())
	s.drop(desktest.FileNamed(t, "письмо.rtf", letterText))
	if n := len(s.documentsOf(subject)); n != 1 || !strings.Contains(s.asked(), "войдёт в пакет отдельно") {
		t.Fatalf("%d documents; told %q", n, s.asked())
	}
	s.press("ОК")
	torn := desktest.FileNamed(t, "рваный.pdf", "%PDF-1.7\n1 0 obj")
	s.drop(torn, desktest.FileNamed(t, "пусто.pdf", ""))
	for _, want := range []string{"рваный.pdf", "повреждён", "пусто.pdf", "приложенный отдельно", "Прикрепить как есть?"} {
		if !strings.Contains(s.asked(), want) {
			t.Errorf("asked %q without %q", s.asked(), want)
		}
	}
	s.press("Не прикладывать")
	if n := len(s.list("document")); n != 1 {
		t.Fatalf("%d documents after a no", n)
	}
	s.drop(torn)
	s.press("Прикрепить как есть")
	docs := s.documentsOf(subject)
	if len(docs) != 2 || docs[1].Format != app.FormatOther || docs[1].Pages.State == app.Given {
		t.Errorf("%d documents, the last %+v", len(docs), docs[len(docs)-1])
	}
}

func TestDroppedFilesNeedAPark(t *testing.T) {
	s := openShell(t, func(func(app.Record)) {})
	s.drop(desktest.FileNamed(t, "письмо.rtf", letterText))
	if !strings.Contains(s.asked(), "сначала заведите технопарк") {
		t.Errorf("said %q", s.asked())
	}
}

func TestFileThatIsThereAlreadyIsToldOf(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Первый")) })
	s.drop(desktest.FileNamed(t, "письмо.rtf", letterText))
	s.press("ОК")
	s.drop(desktest.FileNamed(t, "копия.rtf", letterText))
	if said := s.asked(); !strings.Contains(said, "копия.rtf") || !strings.Contains(said, "«письмо»") || len(s.list("document")) != 1 {
		t.Errorf("told %q", said)
	}
	s.press("ОК")
	s.drop(desktest.FileNamed(t, "один.rtf", strings.Replace(letterText, "letter", "other", 1)), desktest.FileNamed(t, "два.rtf", strings.Replace(letterText, "letter", "other", 1)))
	if len(s.list("document")) != 2 {
		t.Errorf("%d documents of two different files; told %q", len(s.list("document")), s.asked())
	}
}

const letterText = "{\\rtf1 letter}"

// documentsOf returns the documents of a subject.
func (s *shell) documentsOf(subject string) []*app.Document {
	var docs []*app.Document
	for _, rec := range s.list("document_link") {
		if link := rec.(*app.DocumentLink); link.Subject == subject {
			doc, err := s.desk.Store.Get(s.t.Context(), app.TypeByKey("document"), link.Document)
			if err != nil {
				s.t.Fatal(err)
			}
			docs = append(docs, doc.(*app.Document))
		}
	}
	return docs
}
