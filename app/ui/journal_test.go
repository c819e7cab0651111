package ui

import (
	"context"
	"fmt"
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/port"
)

// openJournal opens a file with the residents «Альфа» and «Бета», renames the first, and
// shows the journal.
func openJournal(t *testing.T) (*shell, *journalScreen) {
	t.Helper()
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		save(resident(park, "ООО «Альфа»"))
		save(resident(park, "ООО «Бета»"))
	})
	screen := s.records("resident")
	screen.Open(1, "")
	s.typeInto(screen, "short_name", "Альфа")
	s.tab()
	entries := s.journal()
	return s, entries
}

func (s *shell) journal() *journalScreen {
	s.t.Helper()
	s.navigate("journal")
	return s.screens["journal"].(*journalScreen)
}

// line returns the texts of the line at a place from the top.
func (s *journalScreen) line(at int) []string { return s.table.Texts(s.table.Shown()[at]) }

func TestJournalListsTheNewestFirst(t *testing.T) {
	s, screen := openJournal(t)
	want := []string{"12.03.2021 14:03", "tester", "изменено", "Резидент «Альфа»", "Краткое наименование", "пусто", "Альфа"}
	if got := screen.line(0); !slices.Equal(got, want) {
		t.Errorf("the newest line is %q, want %q", got, want)
	}
	added := screen.line(1)
	if added[2] != "добавлено" || added[3] != "Резидент «ООО „Бета“»" || !strings.Contains(added[6], "Полное наименование: ООО «Бета»") {
		t.Errorf("the line of an addition is %q", added)
	}
	if text := screen.count.Text(); text != "В журнале 4 записи." {
		t.Errorf("count line %q", text)
	}
	s.onUndo()
	if got := s.journal().line(0); got[2] != "отменено изменение" || got[5] != "Альфа" || got[6] != "пусто" {
		t.Errorf("the line of an undo is %q", got)
	}
}

func TestJournalOpensTheRecord(t *testing.T) {
	s, screen := openJournal(t)
	s.win.Canvas().Focus(screen.table)
	if want := "Резидент «Альфа» — Краткое наименование: было пусто → стало Альфа"; screen.detail.Text != want {
		t.Errorf("detail %q", screen.detail.Text)
	}
	key(screen.table, fyne.KeyReturn)
	residents := s.records("resident")
	if s.shown != "resident" || residents.Selected() != 1 {
		t.Errorf("screen %s, record %d", s.shown, residents.Selected())
	}
}

func TestJournalKeepsTheNameOfWhatIsGone(t *testing.T) {
	s, _ := openJournal(t)
	rec := s.list("resident")[0]
	if err := s.desk.Store.Delete(t.Context(), rec); err != nil {
		t.Fatal(err)
	}
	s.changed()
	screen := s.journal()
	for at, action := range []string{"удалено", "изменено"} {
		if got := screen.line(at); got[2] != action || got[3] != "Резидент «Альфа»" {
			t.Errorf("line %d is %q", at, got)
		}
	}
	screen.onLink(screen.table.Shown()[1], "record")
	if s.shown != "journal" || !strings.Contains(screen.detail.Text, "записи больше нет") {
		t.Errorf("screen %s, detail %q", s.shown, screen.detail.Text)
	}
}

func TestJournalFilters(t *testing.T) {
	s, screen := openJournal(t)
	screen.FocusFilter()
	test.Type(screen.filter, "бета")
	if shown, _ := screen.table.Len(); shown != 1 || screen.line(0)[3] != "Резидент «ООО „Бета“»" {
		t.Errorf("%d lines, the first %q", shown, screen.line(0))
	}
	if text := screen.count.Text(); text != "В журнале 4 записи. Показано строк: 1." {
		t.Errorf("count line %q", text)
	}
	screen.filter.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if s.win.Canvas().Focused() != screen.table {
		t.Error("Down does not go to the list")
	}
}

func TestJournalSaysThatItIsLimited(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		for i := range journalLimit {
			save(resident(park, fmt.Sprintf("Резидент %d", i)))
		}
	})
	screen := s.journal()
	if text := screen.count.Text(); text != "Показано последних: 1"+app.NBSP+"000, всего в журнале 1"+app.NBSP+"001 запись." {
		t.Errorf("count line %q", text)
	}
	if _, lines := screen.table.Len(); lines != journalLimit {
		t.Errorf("%d lines", lines)
	}
}

// tampered is a file whose journal was changed by other means.
type tampered struct{ port.Store }

func (tampered) VerifyJournal(context.Context) error { return app.BrokenEntry(2) }

func TestJournalVerifies(t *testing.T) {
	s, screen := openJournal(t)
	screen.onVerify()
	if text := s.asked(); !strings.Contains(text, "не нарушена: 4 записи") {
		t.Errorf("of a whole journal: %q", text)
	}
	s.press("ОК")
	s.desk.Store = tampered{s.desk.Store}
	screen.onVerify()
	if text := s.asked(); !strings.Contains(text, "Запись журнала № 2 изменена в обход программы") {
		t.Errorf("of a broken journal: %q", text)
	}
}

func TestJournalOfAnotherPark(t *testing.T) {
	s, screen := openJournal(t)
	other := &app.Park{Name: "Технопарк «Другой»"}
	if err := s.desk.Store.Save(t.Context(), other); err != nil {
		t.Fatal(err)
	}
	if err := s.desk.Store.Save(t.Context(), resident(other, "ООО «Гамма»")); err != nil {
		t.Fatal(err)
	}
	s.changed()
	screen.open(screen.table.Shown()[0])
	if s.shown != "journal" || !strings.Contains(screen.detail.Text, "другого технопарка") {
		t.Errorf("screen %s, detail %q", s.shown, screen.detail.Text)
	}
}
