package records

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
)

// paste puts a text on the clipboard and presses Ctrl+V over the list.
func paste(s *Screen, text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.table.TypedShortcut(&fyne.ShortcutPaste{})
}

func TestBlockWithHeadsIsTakenAsRows(t *testing.T) {
	d, s := residentsOf(t)
	paste(s, "Организация\tИНН\nООО «Новая»\t7736050003\n")
	if len(d.Taken) != 1 || d.Taken[0].Type != "resident" || d.Taken[0].Records != nil || len(d.Taken[0].Book.Sheets[0].Rows) != 2 {
		t.Errorf("%+v", d.Taken)
	}
}

func TestBlockWithoutHeadsIsAskedAbout(t *testing.T) {
	d, s := residentsOf(t)
	shown := s.table.Shown()
	s.table.Select(shown[1])
	paste(s, "Первый\nВторой\n")
	dialog := d.Window.Canvas().Overlays().Top()
	if dialog == nil || len(d.Taken) > 0 {
		t.Fatal("nothing is asked")
	}
	desktest.Press(t, dialog, "Дальше: просмотр")
	if len(d.Taken) != 1 || !slices.Equal(d.Taken[0].Records, shown[1:]) || len(d.Taken[0].Fields) != 1 {
		t.Errorf("%+v", d.Taken)
	}
	paste(s, "Первый\t7736050003\t62.01\n")
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), "Дальше: просмотр")
	if len(d.Taken) != 2 || d.Taken[1].Records != nil || !strings.HasPrefix(strings.Join(d.Taken[1].Fields, " "), "short_name inn") {
		t.Errorf("%+v", d.Taken)
	}
}

func residentsOf(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "Альфа", "Бета", "Гамма")
	s := New(d.Desk, app.TypeByKey("resident"), func(*desk.Desk, desk.RecordPage) []desk.Tool { return nil })
	d.Show(s)
	return d, s
}

// What a list gives to the clipboard it takes back as it was.
func TestCopiedRowsComeBack(t *testing.T) {
	d, s := residentsOf(t)
	s.table.Tick(s.table.Shown()...)
	s.table.CopyRows()
	paste(s, fyne.CurrentApp().Clipboard().Content())
	if len(d.Taken) != 1 || d.Taken[0].Records != nil {
		t.Errorf("%+v", d.Taken)
	}
}
