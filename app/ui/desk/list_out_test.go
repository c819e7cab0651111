package desk_test

import (
	"os"
	"path/filepath"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// Figures that a screen has as texts, and figures of fields, leave an English window as the numbers
// they are: by a file, and by the clipboard.
func TestFiguresLeaveAnEnglishWindowAsTheyAre(t *testing.T) {
	d := desktest.Small(t)
	d.Speak(app.EN)
	s := desk.List{
		ID: "figures", Title: "ui.journal.title",
		Columns: func(*desk.Desk) []kit.Column {
			return []kit.Column{{Key: "text", Head: "As text", Right: true}, {Key: "field", Head: "Field", Right: true, Figures: &kit.Figures{Scale: 1000, Lang: app.EN}}}
		},
		Rows: func(*desk.Desk) ([]kit.Row, error) {
			var rows []kit.Row
			for i, n := range []int64{1_234_000, 1_234_567_500, -2_000} {
				text := app.FormatNumber(n, 1000, -1, app.EN)
				rows = append(rows, kit.Row{ID: int64(i + 1), Cells: []kit.Cell{{Text: text}, {N: n, Number: true, State: app.Given}}})
			}
			return rows, nil
		},
	}.New(d.Desk).(*desk.ListScreen)
	d.Show(s)
	path := filepath.Join(t.TempDir(), "figures.csv")
	l, _ := s.Listed()
	d.ExportList(l)
	dialog := d.Window.Canvas().Overlays().Top()
	desktest.All[*kit.Entry](dialog)[0].SetText(path)
	desktest.Press(t, dialog, "Save")
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err, d.Failed)
	}
	const want = "\ufeffAs text;Field\r\n1234;1234\r\n1234567.5;1234567.5\r\n-2;-2\r\n"
	if got := string(data); got != want {
		t.Errorf("the file has %q, want %q", got, want)
	}
	s.List.Table.Select(2)
	s.List.Table.CopyRows()
	if got := fyne.CurrentApp().Clipboard().Content(); got != "As text\tField\n1,234,567.5\t1234567.5\n" {
		t.Errorf("the clipboard has %q", got)
	}
}
