package journal

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/port"
)

// openJournal shows the journal of a file with the residents «Альфа» and «Бета», the first
// of them renamed.
func openJournal(t *testing.T) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "ООО «Альфа»", "ООО «Бета»")
	alpha := d.List(t, "resident")[0].(*app.Resident)
	alpha.ShortName = "Альфа"
	d.Save(t, alpha)
	return d, journalOf(d)
}

// journalOf shows the journal.
func journalOf(d *desktest.Desk) *Screen {
	s := New(d.Desk).(*Screen)
	d.Show(s)
	return s
}

// line returns the texts of the line at a place from the top.
func (s *Screen) line(at int) []string { return s.List.Table.Texts(s.List.Table.Shown()[at]) }

func TestJournalListsTheNewestFirst(t *testing.T) {
	s, screen := openJournal(t)
	want := []string{"15.03.2021 12:00", "ivanova", "изменено", "Резидент «Альфа»", "Краткое наименование", "пусто", "Альфа"}
	if got := screen.line(0); !slices.Equal(got, want) {
		t.Errorf("the newest line is %q, want %q", got, want)
	}
	added := screen.line(1)
	if added[2] != "добавлено" || added[3] != "Резидент «ООО „Бета“»" || !strings.Contains(added[6], "Полное наименование: ООО «Бета»") {
		t.Errorf("the line of an addition is %q", added)
	}
	if text := screen.Header.Count(); text != "В журнале 4 записи." {
		t.Errorf("count line %q", text)
	}
	if _, err := s.Store.Undo(s.Ctx()); err != nil {
		t.Fatal(err)
	}
	if got := journalOf(s).line(0); got[2] != "отменено изменение" || got[5] != "Альфа" || got[6] != "пусто" {
		t.Errorf("the line of an undo is %q", got)
	}
}

func TestJournalOpensTheRecord(t *testing.T) {
	s, screen := openJournal(t)
	s.Window.Canvas().Focus(screen.List.Table)
	if want := "Резидент «Альфа» — Краткое наименование: было пусто → стало Альфа"; screen.Detail.Text != want {
		t.Errorf("detail %q", screen.Detail.Text)
	}
	desktest.Key(screen.List.Table, fyne.KeyReturn)
	if want := []app.Place{{Type: "resident", ID: 1, Field: "short_name"}}; !slices.Equal(s.Opened, want) {
		t.Errorf("opened %v, want %v", s.Opened, want)
	}
}

func TestJournalKeepsTheNameOfWhatIsGone(t *testing.T) {
	s, _ := openJournal(t)
	rec := s.List(t, "resident")[0]
	if err := s.Store.Delete(t.Context(), rec); err != nil {
		t.Fatal(err)
	}
	screen := journalOf(s)
	for at, action := range []string{"удалено", "изменено"} {
		if got := screen.line(at); got[2] != action || got[3] != "Резидент «Альфа»" {
			t.Errorf("line %d is %q", at, got)
		}
	}
	screen.onLink(screen.List.Table.Shown()[1], "record")
	if len(s.Opened) != 0 || !strings.Contains(screen.Detail.Text, "записи больше нет") {
		t.Errorf("opened %v, detail %q", s.Opened, screen.Detail.Text)
	}
}

func TestJournalFilters(t *testing.T) {
	s, screen := openJournal(t)
	screen.FocusFilter()
	test.Type(screen.Filter, "бета")
	if shown, _ := screen.List.Table.Len(); shown != 1 || screen.line(0)[3] != "Резидент «ООО „Бета“»" {
		t.Errorf("%d lines, the first %q", shown, screen.line(0))
	}
	if text := screen.Header.Count(); text != "В журнале 4 записи. Показано строк: 1." {
		t.Errorf("count line %q", text)
	}
	screen.Filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.Window.Canvas().Focused() != screen.List.Table {
		t.Error("Down does not go to the list")
	}
}

func TestJournalSaysThatItIsLimited(t *testing.T) {
	names := make([]string, page)
	for i := range names {
		names[i] = fmt.Sprintf("Резидент %d", i)
	}
	screen := journalOf(desktest.Small(t, names...))
	if text := screen.Header.Count(); text != "Показано последних: 1"+app.NBSP+"000, всего в журнале 1"+app.NBSP+"001 запись." {
		t.Errorf("count line %q", text)
	}
	if _, lines := screen.List.Table.Len(); lines != page {
		t.Errorf("%d lines", lines)
	}
}

// tampered is a file that was changed by other means; it puts back what it is asked to.
type tampered struct {
	port.Store
	verdict  app.Verdict
	restored *int
}

func (f tampered) Verify(context.Context) (app.Verdict, error) { return f.verdict, nil }

func (f tampered) RestoreJournalled(context.Context) ([]app.Problem, error) {
	*f.restored++
	return f.verdict.Problems, nil
}

func TestJournalVerifies(t *testing.T) {
	s, screen := openJournal(t)
	screen.onVerify()
	if text := strings.Join(strings.Fields(s.Asked()), " "); !strings.Contains(text, "не нарушена: 4 записи") || !strings.Contains(text, "Контрольная сумма последней записи журнала: ") {
		t.Errorf("of a whole journal: %q", text)
	}
	said := s.Asked()
	s.Press(t, "Скопировать контрольную сумму")
	if got := fyne.CurrentApp().Clipboard().Content(); len(got) != 64 || !strings.Contains(said, got) || strings.Contains(said, got+".") {
		t.Errorf("copied is %q of %q", got, said)
	}
	restored := 0
	s.Store = tampered{s.Store, app.Verdict{Problems: []app.Problem{
		{Kind: app.ProblemValue, Type: "resident", ID: 1, Title: "Альфа", Field: "inn", Journal: `"5098136854"`, File: `"1"`},
		{Kind: app.ProblemMissing, Type: "room", ID: 7, Journal: `{"number":"12"}`},
	}}, &restored}
	screen.onVerify()
	if text := s.Asked(); !strings.Contains(text, "Отличий от записанного программой: 2") {
		t.Errorf("of an altered file: %q", text)
	}
	s.Press(t, "Вернуть записанное в журнале")
	if text := s.Asked(); restored != 1 || !strings.Contains(text, "Возвращено по журналу: 2") {
		t.Errorf("restored %d times: %q", restored, text)
	}
	s.Press(t, "ОК")
	if len(s.Failed) != 0 {
		t.Errorf("%v", s.Failed)
	}
}

func TestProblemsInColumns(t *testing.T) {
	rows := problemRows([]app.Problem{
		{Kind: app.ProblemValue, Type: "resident", ID: 1, Title: "Альфа", Field: "inn", Journal: `"5098136854"`, File: `"1"`},
		{Kind: app.ProblemMissing, Type: "room", ID: 7, Journal: `{"number":"12"}`},
		{Kind: app.ProblemEntry, ID: 5},
	}, app.RU)
	var got []string
	for _, row := range rows {
		for _, cell := range row.Cells {
			got = append(got, strings.ReplaceAll(cell.Text, app.NBSP, " "))
		}
	}
	want := []string{
		"«Резидент» № 1, «Альфа»", "ИНН", "5098136854", "1",
		"«Помещение» № 7, «—, пом. 12»", "", "есть", "нет",
		"запись журнала № 5 изменена в обход программы", "", "", "",
	}
	if !slices.Equal(got, want) {
		t.Errorf("%q", got)
	}
}

// A journal that was changed itself proves nothing: nothing can be put back, and why stands there.
func TestJournalThatWasChangedRestoresNothing(t *testing.T) {
	s, screen := openJournal(t)
	restored := 0
	s.Store = tampered{s.Store, app.Verdict{Problems: []app.Problem{
		{Kind: app.ProblemEntry, ID: 2}, {Kind: app.ProblemExtra, Type: "room", ID: 7},
	}}, &restored}
	saved := ""
	s.Rescue = func(path string) { saved = path }
	screen.onVerify()
	if text := strings.Join(strings.Fields(s.Asked()), " "); !strings.Contains(text, "изменена в обход программы. По журналу этого не вернуть: спасите, что можно, в новый файл или возьмите файл из резервной копии.") {
		t.Errorf("%q", text)
	}
	s.Press(t, "Спасти, что можно…")
	if saved != s.Store.Path() || restored != 0 {
		t.Errorf("saved is %q, restored %d times", saved, restored)
	}
}

func TestJournalOfAnotherPark(t *testing.T) {
	s, screen := openJournal(t)
	other := &app.Park{Name: "Технопарк «Другой»"}
	if err := s.Store.Save(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if err := s.Store.Save(t.Context(), &app.Resident{Head: app.Head{Park: other.ID}, Name: "ООО «Гамма»"}); err != nil {
		t.Fatal(err)
	}
	screen.Refresh()
	screen.open(screen.List.Table.Shown()[0])
	if len(s.Opened) != 0 || !strings.Contains(screen.Detail.Text, "другого технопарка") {
		t.Errorf("opened %v, detail %q", s.Opened, screen.Detail.Text)
	}
}
