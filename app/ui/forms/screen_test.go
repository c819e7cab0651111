package forms

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"github.com/xuri/excelize/v2"

	"technopark/app/exchange"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

func screen(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return d, s
}

// ownForm writes a form with the given cells.
func ownForm(t *testing.T, cells map[string]string) string {
	t.Helper()
	f := excelize.NewFile()
	for at, text := range cells {
		if err := f.SetCellValue("Sheet1", at, text); err != nil {
			t.Fatal(err)
		}
	}
	var out bytes.Buffer
	if err := f.Write(&out); err != nil {
		t.Fatal(err)
	}
	path := filepath.Join(t.TempDir(), "мониторинг.xlsx")
	if err := os.WriteFile(path, out.Bytes(), 0o600); err != nil {
		t.Fatal(err)
	}
	return path
}

func TestShippedFormShowsWhatItIsFilledWith(t *testing.T) {
	_, s := screen(t)
	if len(s.seen.filled.Cells) < 20 || s.fill.Disabled() || !strings.Contains(s.told.Text, "Заполняется ячеек") {
		t.Fatalf("%d cells, %q, %q", len(s.seen.filled.Cells), s.fill.Why(), s.told.Text)
	}
	all := 0
	for _, id := range s.cells.Shown() {
		if texts := s.cells.Texts(id); strings.Contains(texts[1], "park.") && texts[2] != "" {
			all++
		}
	}
	if all == 0 {
		t.Error("no cell of the card of the park is shown")
	}
}

// What Enter does is told while Enter does it.
func TestEnterIsToldWhileTheCellsHaveTheKeyboard(t *testing.T) {
	_, s := screen(t)
	for _, at := range []struct {
		focus func()
		told  bool
	}{{s.FocusList, false}, {s.focusCells, true}, {s.FocusList, false}} {
		at.focus()
		if strings.Contains(s.told.Text, "Enter") != at.told {
			t.Errorf("it says %q", s.told.Text)
		}
	}
}

func TestUnknownNameIsToldByCellBeforeFilling(t *testing.T) {
	d, s := screen(t)
	d.Forms = []string{ownForm(t, map[string]string{"A1": "{{park.name}}", "B7": "{{nobody.knows}}"})}
	s.Refresh()
	s.choose(len(s.forms) - 1)
	if !s.fill.Disabled() || !strings.Contains(s.fill.Why(), "не знает 1 имя") {
		t.Errorf("forbidden because %q", s.fill.Why())
	}
	if texts := s.cells.Texts(1); texts[0] != "Sheet1!B7" || texts[1] != "nobody.knows" {
		t.Error(texts)
	}
	s.choose(0)
	if s.fill.Disabled() {
		t.Error(s.fill.Why())
	}
}

func TestFormIsFilledIntoAFile(t *testing.T) {
	d, s := screen(t)
	d.Forms = []string{ownForm(t, map[string]string{"A1": "{{park.name}}", "A2": "{{S2.1}}"})}
	s.Refresh()
	s.choose(len(s.forms) - 1)
	s.onFill()
	path := filepath.Join(t.TempDir(), "готово.xlsx")
	dialog := d.Window.Canvas().Overlays().Top()
	desktest.All[*kit.Entry](dialog)[0].SetText(path)
	desktest.Press(t, dialog, "Сохранить")
	raw, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err, d.Failed)
	}
	book, err := exchange.Read(raw)
	if err != nil || !strings.Contains(book.Sheets[0].Rows[0].At(1).Text, "ехнопарк") {
		t.Errorf("%v %v", book, err)
	}
	looked := map[string]string{}
	d.ShowMade = func(path string, inFolder bool) error {
		if inFolder {
			looked["folder"] = path
			return os.ErrNotExist
		}
		looked["open"] = path
		return nil
	}
	dialog = d.Window.Canvas().Overlays().Top()
	if said := d.Asked(); strings.Contains(said, "PDF") || strings.Contains(said, "Enter") {
		t.Errorf("of a workbook that was made it says %q", said)
	}
	desktest.Press(t, dialog, "Открыть")
	desktest.Press(t, dialog, "Показать в папке")
	if looked["open"] != path || looked["folder"] != path || !strings.Contains(d.Asked(), "Откройте файл сами") {
		t.Errorf("looked at %v, it says %q", looked, d.Asked())
	}
	s.openCell(1)
	if len(d.Opened) != 1 {
		t.Errorf("an indicator is not shown: %v", d.Opened)
	}
}

func TestOwnFormIsAddedAndTakenOff(t *testing.T) {
	d, s := screen(t)
	d.Forms = []string{filepath.Join(t.TempDir(), "нет.xlsx")}
	s.Refresh()
	s.choose(len(s.forms) - 1)
	if !s.fill.Disabled() || s.fill.Why() == "" {
		t.Error("a form that is not there can be filled")
	}
	s.onRemove()
	if len(d.Forms) != 0 || len(s.forms) != 2 || s.fill.Disabled() {
		t.Errorf("%v %d", d.Forms, len(s.forms))
	}
}

func TestNamesAreFoundAndCopied(t *testing.T) {
	d, s := screen(t)
	s.onNames()
	dialog := d.Window.Canvas().Overlays().Top()
	search := desktest.All[*kit.Filter](dialog)[0]
	search.SetText("ИНН")
	desktest.Press(t, dialog, "Скопировать имя")
	if got := fyne.CurrentApp().Clipboard().Content(); !strings.HasPrefix(got, "{{") || !strings.HasSuffix(got, "}}") {
		t.Error(got)
	}
}
