package others

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// screen returns the screen over the sample park, in a year of which nothing is known of others.
func screen(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.New(t)
	d.Alone(t)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return d, s
}

func references(t *testing.T, d *desktest.Desk) map[string]string {
	t.Helper()
	all := map[string]string{}
	for _, rec := range d.List(t, "reference") {
		r := rec.(*app.Reference)
		if r.Period == app.YearPeriod(d.Year) {
			all[r.Park+"/"+r.Code] = app.FormatNumber(int64(r.Value.N), millionth, -1, app.RU)
		}
	}
	return all
}

func paste(s *Screen, text string) {
	fyne.CurrentApp().Clipboard().SetContent(text)
	s.grid.TypedShortcut(&fyne.ShortcutPaste{})
}

func TestScreenSaysWhatFollows(t *testing.T) {
	d := desktest.New(t)
	d.Among(t, 0.5, 0.7, 1.1)
	s := New(d.Desk).(*Screen)
	d.Show(s)
	if !strings.Contains(s.about.Text, "полно, — 3: видны место, группа и лидеры") {
		t.Error(s.about.Text)
	}
	d.Alone(t)
	s.Refresh()
	if !strings.Contains(s.about.Text, "ничего не известно: видна только собственная динамика") {
		t.Error(s.about.Text)
	}
}

func TestFiguresAreTypedInPlace(t *testing.T) {
	d, s := screen(t)
	s.addPark("Квант")
	s.grid.TypedRune('1')
	for _, r := range "2,5" {
		d.Window.Canvas().Focused().TypedRune(r)
	}
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	s.Refresh()
	if got := references(t, d)["Квант/S1.1"]; got != "12,5" {
		t.Errorf("S1.1 of Квант is %q", got)
	}
	if got := s.grid.Text(2, "S1.1"); got != "12,5" || s.grid.Text(2, columnKnown) != "1 из 21" {
		t.Errorf("the table shows %q, %q", got, s.grid.Text(2, columnKnown))
	}
	if !strings.Contains(s.about.Text, "«Квант»: 1 из 21 показателя — не хватает S1.2, S1.3, S1.4, S1.5, S2.1 и ещё 15; места ему не дать.") {
		t.Error(s.about.Text)
	}
	s.grid.Go(2, "S1.1")
	desktest.Key(s.grid, fyne.KeyDelete)
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if got := references(t, d); len(got) != 0 {
		t.Errorf("an emptied figure is still there: %v", got)
	}
	if why := s.whyNot("квант"); why == "" {
		t.Error("a park is added twice")
	}
}

// A figure that somebody else has changed meanwhile is not written over unseen, and is when the
// new one is confirmed.
func TestFigureChangedElsewhereIsTold(t *testing.T) {
	d, s := screen(t)
	s.addPark("Квант")
	s.grid.TypedRune('1')
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	s.Refresh()
	rec := d.List(t, "reference")[0].(*app.Reference)
	rec.Value = app.Of(app.Figure(5 * millionth))
	if err := d.Store.Save(d.Ctx(), rec); err != nil {
		t.Fatal(err)
	}
	d.Changed = s.Refresh
	s.grid.Go(2, "S1.1")
	s.grid.TypedRune('7')
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if got := references(t, d)["Квант/S1.1"]; got != "5" || !strings.Contains(s.grid.Message(), "«7,0»") {
		t.Fatalf("S1.1 of Квант is %q, message %q", got, s.grid.Message())
	}
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if got := references(t, d)["Квант/S1.1"]; got != "7" {
		t.Errorf("confirmed, S1.1 of Квант is %q, message %q", got, s.grid.Message())
	}
}

func TestPlaceIsAWholeNumber(t *testing.T) {
	d, s := screen(t)
	s.addPark("Квант")
	s.onChoose(tabIndex)
	s.grid.Go(2, app.PlaceCode)
	s.grid.TypedRune('0')
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if !strings.Contains(s.grid.Message(), "целое число от 1") || s.Unsaved() == "" {
		t.Errorf("message %q", s.grid.Message())
	}
	if said := s.Refused(); !strings.HasPrefix(said, "Не сохранено: «") {
		t.Errorf("the foot says %q", said)
	}
	s.Drop()
	if said := s.Refused(); said != "" {
		t.Errorf("dropped, the foot says %q", said)
	}
}

func TestTableOfAFileIsShownBeforeItIsWritten(t *testing.T) {
	d, s := screen(t)
	path := filepath.Join(t.TempDir(), "обзор.csv")
	if err := os.WriteFile(path, []byte("Технопарк;S1.1;S1.4;Место\nКвант;5;много;2\nСреднее;6;;\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	s.takeFrom(path)
	if got := references(t, d); len(got) != 0 {
		t.Fatalf("written before it was accepted: %v", got)
	}
	preview := desktest.The[*kit.Grid](t, d.Window.Canvas().Overlays().Top())
	rows := preview.Rows()
	if len(rows) != 4 || rows[0].Cells[0].Text != "C2" || rows[0].Cells[2].Text != "много" || !strings.HasPrefix(rows[0].Cells[3].Text, app.MarkError.Shape()) {
		t.Errorf("preview %+v", rows)
	}
	d.Press(t, "Записать остальные 3 значения")
	got := references(t, d)
	if len(got) != 3 || got["Квант/S1.1"] != "5" || got["Квант/P"] != "2" || got["/S1.1"] != "6" {
		t.Errorf("written %v", got)
	}
	if step, ok, err := d.Store.NextUndo(d.Ctx()); err != nil || !ok || !strings.Contains(step.What, "обзор.csv") {
		t.Errorf("step %+v, %v", step, err)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil || len(references(t, d)) != 0 {
		t.Errorf("one step does not take it back: %v, %v", references(t, d), err)
	}
}

func TestBlockIsPastedWithHeadsAndWithout(t *testing.T) {
	d, s := screen(t)
	paste(s, "Технопарк\tS1.1\tS2.1\nКвант\t5\t6\nЁлки\t7\t8\n")
	d.Press(t, "Записать 4 значения")
	s.Refresh()
	s.grid.Go(2, "S1.2") // of Ёлки
	paste(s, "1\t2\n3\t\n")
	d.Press(t, "Записать 3 значения")
	got := references(t, d)
	if got["Ёлки/S1.2"] != "1" || got["Ёлки/S1.3"] != "2" || got["Квант/S1.2"] != "3" || len(got) != 7 {
		t.Errorf("pasted %v", got)
	}
	s.Refresh()
	s.grid.TypedShortcut(&fyne.ShortcutCopy{})
	paste(s, fyne.CurrentApp().Clipboard().Content())
	if desktest.Pressed(d.Window.Canvas().Overlays().Top(), "Записать 7 значений") {
		t.Error("what was copied changes what it was copied from")
	}
	if said := d.Asked(); !strings.Contains(said, "уже есть: 7") {
		t.Errorf("the copy is read back as %q", said)
	}
}
