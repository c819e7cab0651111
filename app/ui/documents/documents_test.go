package documents

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/disk"
	"technopark/app/submission"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

const letter = "{\\rtf1 letter}"

func TestFileIsAttachedToARecordOnce(t *testing.T) {
	d := desktest.New(t)
	contract := d.Look().Book.Of("contract")[0]
	subject := app.SubjectOf(contract)
	path := desktest.FileNamed(t, "Письмо № 5.rtf", letter)
	Attach(d.Desk, []string{path}, subject, "договор")
	Attach(d.Desk, []string{desktest.FileNamed(t, "копия.rtf", letter)}, app.SubjectOfIndicator(2020, "S2.1"), "S2.1")
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
	d := desktest.New(t)
	Attach(d.Desk, []string{desktest.FileNamed(t, "вирус.exe", "MZ"), desktest.FileNamed(t, "пусто.pdf", "")}, "", "")
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
	_, _, err := submission.ReadDocument(t.Context(), desktest.FileNamed(t, "пусто.pdf", ""), false)
	return err
}

func TestSavedDocumentIsTheOneAttached(t *testing.T) {
	d := desktest.New(t)
	Attach(d.Desk, []string{desktest.FileNamed(t, "a.rtf", letter)}, "", "")
	doc := app.All[app.Document](d.Look().Book, "document")[0]
	path := filepath.Join(t.TempDir(), "b.rtf")
	if err := saveDocument(d.Desk, doc, path, disk.WriteNew); err != nil {
		t.Fatal(err)
	}
	if err := saveDocument(d.Desk, doc, path, disk.WriteNew); err == nil {
		t.Error("a file that was there is written over")
	}
	if data, _ := os.ReadFile(path); string(data) != letter {
		t.Errorf("%q", data)
	}
}

// A file that the system would run is not opened, whoever kept it.
func TestProgramsAreNotOpened(t *testing.T) {
	d := desktest.New(t)
	Attach(d.Desk, []string{desktest.FileNamed(t, "письмо.rtf", letter)}, "", "")
	doc := app.All[app.Document](d.Look().Book, "document")[0]
	doc.FileName = "письмо.rtf.exe"
	openDocument(d.Desk, doc)
	top := d.Window.Canvas().Overlays().Top()
	if top == nil {
		t.Fatal("nothing is said")
	}
	said := ""
	for _, o := range test.LaidOutObjects(top) {
		said += desktest.TextOf(o)
	}
	if !strings.Contains(said, "не открывает") {
		t.Errorf("said %q", said)
	}
}

func TestEmptyListOfDocumentsOffersWhatCanBeDone(t *testing.T) {
	d := desktest.New(t)
	subject := app.SubjectOf(d.Look().Book.Of("contract")[0])
	Show(d.Desk, subject, "договор")
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
	if !desktest.Pressed(top, d.T("ui.documents.attach")) {
		t.Fatal("nothing to attach with")
	}
	chooser := d.Window.Canvas().Focused()
	d.Window.Canvas().FocusPrevious()
	path := d.Window.Canvas().Focused().(*kit.Entry)
	file := desktest.FileNamed(t, "письмо.rtf", letter)
	path.SetText(file)
	path.OnSubmitted(path.Text)
	if len(documentsOf(d.Look().Book, subject)) != 1 || resting() != 0 || d.AttachedFrom != filepath.Dir(file) {
		t.Errorf("%d documents, %d buttons rest, the next from %q; %T", len(documentsOf(d.Look().Book, subject)), resting(), d.AttachedFrom, chooser)
	}
	told := d.Window.Canvas().Overlays().Top()
	said := ""
	for _, line := range desktest.All[*canvas.Text](told) {
		said += " " + line.Text
	}
	if !strings.Contains(said, "отдельно") || !desktest.Pressed(told, d.T("ui.ok")) {
		t.Errorf("nothing said of an office file: %q", said)
	}
	if b, ok := d.Window.Canvas().Focused().(*kit.Button); !ok || b.Text != d.T("ui.documents.attach") {
		t.Errorf("after the file %T has the keyboard", d.Window.Canvas().Focused())
	}
}

func TestDocumentIsShownAsItsSheets(t *testing.T) {
	d := desktest.New(t)
	data, err := os.ReadFile(filepath.Join("..", "..", "..", "assets", "icon.png"))
	if err != nil {
		t.Fatal(err)
	}
	doc, err := submission.NewDocument(t.Context(), "план.png", data, false)
	if err != nil {
		t.Fatal(err)
	}
	doc.Park = d.Park
	keep := func(tx app.Tx) error { return submission.KeepDocument(d.Ctx(), tx, doc, data) }
	if err := d.Store.Change(d.Ctx(), "план", keep); err != nil {
		t.Fatal(err)
	}
	viewDocument(d.Desk, doc)
	if d.Window.Canvas().Overlays().Top() == nil || len(d.Failed) != 0 {
		t.Errorf("not shown: %v", d.Failed)
	}
}
