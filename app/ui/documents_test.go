package ui

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	uris "fyne.io/fyne/v2/storage"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/submission"
	"technopark/app/ui/kit"
)

// fileNamed writes a small file of its own folder.
func fileNamed(t *testing.T, name, text string) string {
	t.Helper()
	path := filepath.Join(t.TempDir(), name)
	if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

const letter = "{\\rtf1 letter}"

func TestFileIsAttachedToARecordOnce(t *testing.T) {
	d := newRatingDesk(t)
	contract := d.Look().Book.Of("contract")[0]
	subject := app.SubjectOf(contract)
	path := fileNamed(t, "Письмо № 5.rtf", letter)
	attachFiles(d.Desk, []string{path}, subject, "договор")
	attachFiles(d.Desk, []string{fileNamed(t, "копия.rtf", letter)}, app.SubjectOfIndicator(2020, "S2.1"), "S2.1")
	b := d.Look().Book
	if docs := app.All[app.Document](b, "document"); len(docs) != 1 || docs[0].Title != "Письмо № 5" || docs[0].Format != app.FormatOffice {
		t.Fatalf("%d documents", len(docs))
	}
	if len(documentsOf(b, subject)) != 1 || len(documentsOf(b, app.SubjectOfIndicator(2020, "S2.1"))) != 1 {
		t.Error("the file is not linked to both")
	}
	data, err := d.Store.Content(d.Ctx(), app.Content([]byte(letter)))
	if err != nil || string(data) != letter {
		t.Errorf("kept %q, %v", data, err)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	if len(documentsOf(d.Look().Book, app.SubjectOfIndicator(2020, "S2.1"))) != 0 {
		t.Error("the link was not undone")
	}
}

func TestFileThatCannotBeAttachedIsNamed(t *testing.T) {
	d := newRatingDesk(t)
	attachFiles(d.Desk, []string{fileNamed(t, "вирус.exe", "MZ"), fileNamed(t, "пусто.pdf", "")}, "", "")
	if n := len(app.All[app.Document](d.Look().Book, "document")); n != 0 {
		t.Errorf("%d documents kept", n)
	}
	if d.Window.Canvas().Overlays().Top() == nil {
		t.Error("nothing is said")
	}
	said := d.Say(errEmptyFile(t))
	if !strings.Contains(said, "пусто.pdf") || !strings.Contains(said, "пустой") {
		t.Errorf("said %q", said)
	}
}

func errEmptyFile(t *testing.T) error {
	t.Helper()
	_, _, err := submission.ReadDocument(fileNamed(t, "пусто.pdf", ""), false)
	return err
}

func TestIndicatorAndRecordAreSubjects(t *testing.T) {
	d := newRatingDesk(t)
	s := newIndicatorsScreen(d.Desk).(*indicatorsScreen)
	d.show(s)
	s.openTrace(7)
	if subject, title := s.Subject(); subject != app.SubjectOfIndicator(2020, s.traced) || !strings.HasPrefix(title, s.traced) {
		t.Errorf("%q, %q", subject, title)
	}
	d.titles = newTitles(d.Desk)
	r := newRecordScreen(d.Desk, app.TypeByKey("contract"))
	if subject, _ := r.Subject(); subject != app.SubjectOf(r.current) {
		t.Errorf("%q", subject)
	}
}

func TestSavedDocumentIsTheOneAttached(t *testing.T) {
	d := newRatingDesk(t)
	attachFiles(d.Desk, []string{fileNamed(t, "a.rtf", letter)}, "", "")
	doc := app.All[app.Document](d.Look().Book, "document")[0]
	path := filepath.Join(t.TempDir(), "b.rtf")
	if err := saveDocument(d.Desk, doc, path, 0o600); err != nil {
		t.Fatal(err)
	}
	if err := saveDocument(d.Desk, doc, path, 0o600); err == nil {
		t.Error("a file that was there is written over")
	}
	if data, _ := os.ReadFile(path); string(data) != letter {
		t.Errorf("%q", data)
	}
}

func (s *shell) drop(paths ...string) {
	var all []fyne.URI
	for _, path := range paths {
		all = append(all, uris.NewFileURI(path))
	}
	s.dropped(all)
}

func TestDroppedFilesAreAttachedToWhatIsShown(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Первый")) })
	subject := app.SubjectOf(s.records("resident").current)
	s.drop(fileNamed(t, "письмо.rtf", letter))
	if n := len(documentsOf(s.desk.Look().Book, subject)); n != 1 || s.asked() != "" {
		t.Fatalf("%d documents; asked %q", n, s.asked())
	}
	torn := fileNamed(t, "рваный.pdf", "%PDF-1.7\n1 0 obj")
	s.drop(torn, fileNamed(t, "пусто.pdf", ""))
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
	docs := documentsOf(s.desk.Look().Book, subject)
	if len(docs) != 2 || docs[1].Format != app.FormatOther || docs[1].Pages.State == app.Given {
		t.Errorf("%d documents, the last %+v", len(docs), docs[len(docs)-1])
	}
}

func TestDroppedFilesNeedAPark(t *testing.T) {
	s := openShell(t, func(func(app.Record)) {})
	s.drop(fileNamed(t, "письмо.rtf", letter))
	if !strings.Contains(s.asked(), "сначала заведите технопарк") {
		t.Errorf("said %q", s.asked())
	}
}

// A file that the system would run is not opened, whoever kept it.
func TestProgramsAreNotOpened(t *testing.T) {
	d := newRatingDesk(t)
	attachFiles(d.Desk, []string{fileNamed(t, "письмо.rtf", letter)}, "", "")
	doc := app.All[app.Document](d.Look().Book, "document")[0]
	doc.FileName = "письмо.rtf.exe"
	openDocument(d.Desk, doc)
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is said")
	}
	said := ""
	for _, o := range test.LaidOutObjects(top) {
		said += textOf(o)
	}
	if !strings.Contains(said, "не открывает") {
		t.Errorf("said %q", said)
	}
}

func TestEmptyListOfDocumentsOffersWhatCanBeDone(t *testing.T) {
	d := newRatingDesk(t)
	subject := app.SubjectOf(d.Look().Book.Of("contract")[0])
	showDocuments(d.Desk, subject, "договор")
	top := d.Window.Canvas().Overlays().Top()
	if b, ok := d.Window.Canvas().Focused().(*kit.Button); !ok || b.Text != d.T("ui.documents.attach") {
		t.Errorf("%T has the keyboard", d.Window.Canvas().Focused())
	}
	resting := func() (n int) {
		for _, o := range test.LaidOutObjects(top) {
			if b, ok := o.(*kit.Button); ok && b.Disabled() {
				n++
			}
		}
		return n
	}
	if resting() != 3 {
		t.Errorf("%d buttons rest with nothing to look at, open and unlink", resting())
	}
	if !pressed(top, d.T("ui.documents.attach")) {
		t.Fatal("nothing to attach with")
	}
	chooser := d.Window.Canvas().Focused()
	d.Window.Canvas().FocusPrevious()
	path := d.Window.Canvas().Focused().(*kit.Entry)
	file := fileNamed(t, "письмо.rtf", letter)
	path.SetText(file)
	path.OnSubmitted(path.Text)
	if len(documentsOf(d.Look().Book, subject)) != 1 || resting() != 0 || d.attachedFrom != filepath.Dir(file) {
		t.Errorf("%d documents, %d buttons rest, the next from %q; %T", len(documentsOf(d.Look().Book, subject)), resting(), d.attachedFrom, chooser)
	}
	if b, ok := d.Window.Canvas().Focused().(*kit.Button); !ok || b.Text != d.T("ui.documents.attach") {
		t.Errorf("after the file %T has the keyboard", d.Window.Canvas().Focused())
	}
}

func TestFileThatIsThereAlreadyIsToldOf(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Первый")) })
	s.drop(fileNamed(t, "письмо.rtf", letter))
	s.drop(fileNamed(t, "копия.rtf", letter))
	if said := s.asked(); !strings.Contains(said, "копия.rtf") || !strings.Contains(said, "«письмо»") || len(s.list("document")) != 1 {
		t.Errorf("told %q", said)
	}
	s.press("ОК")
	s.drop(fileNamed(t, "один.rtf", letter+"1"), fileNamed(t, "два.rtf", letter+"1"))
	if len(s.list("document")) != 2 {
		t.Errorf("%d documents of two different files", len(s.list("document")))
	}
}
