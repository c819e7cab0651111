package journal

import (
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// nameOf returns the short name of the first resident.
func nameOf(t *testing.T, d *desktest.Desk) string {
	t.Helper()
	return d.List(t, "resident")[0].(*app.Resident).ShortName
}

func TestRecordGoesBackToWhatItWas(t *testing.T) {
	s, screen := openJournal(t)
	alpha := s.List(t, "resident")[0].(*app.Resident)
	alpha.ShortName, alpha.Phone = "А", "+7 495 123-45-67"
	s.Save(t, alpha)
	s.Forget() // as the shell does
	screen.Refresh()
	screen.onRestore(screen.List.Table.Shown()[2]) // where it was named «Альфа»
	if text := s.Asked(); !strings.Contains(text, "«А»: вернуть к 15.03.2021 12:00") || !strings.Contains(text, "Вернуть выбранное поле") {
		t.Fatalf("asked %q", text)
	}
	s.Press(t, "Вернуть выбранное поле")
	if is := s.List(t, "resident")[0].(*app.Resident); is.ShortName != "Альфа" || is.Phone == "" {
		t.Errorf("one field came back as %q, %q", is.ShortName, is.Phone)
	}
	screen.Refresh()
	if line := screen.line(0); line[5] != "А" || line[6] != "Альфа" {
		t.Errorf("the journal says %q", line)
	}
	screen.onRestore(screen.List.Table.Shown()[len(screen.List.Table.Shown())-2]) // where it was added
	s.Press(t, "Вернуть всё")
	if is := s.List(t, "resident")[0].(*app.Resident); is.ShortName != "" || is.Phone != "" {
		t.Errorf("all of it came back as %q, %q", is.ShortName, is.Phone)
	}
	step, ok, err := s.Store.NextUndo(s.Ctx())
	if err != nil || !ok || !strings.HasPrefix(step.What, "возвращение к 15.03.2021 12:00: Резидент «") {
		t.Errorf("the step is called %q: %v", step.What, err)
	}
	// There it is now: nothing is to be changed, and that is said.
	screen.Refresh()
	screen.onRestore(screen.List.Table.Shown()[0])
	if text := s.Asked(); !strings.Contains(text, "Возвращать нечего") {
		t.Errorf("said %q", text)
	}
}

func TestHistoryOfARecord(t *testing.T) {
	s, _ := openJournal(t)
	ShowHistory(s.Desk, app.Place{Type: "resident", ID: 1}, "Альфа")
	text := s.Asked()
	if !strings.Contains(text, "История: Резидент «Альфа»") || !strings.Contains(text, "было пусто → стало Альфа") || !strings.Contains(text, "Шаг: изменение: Резидент") {
		t.Fatalf("shown %q", text)
	}
	s.Press(t, "Показать в журнале")
	if want := []app.JournalFilter{{Type: "resident", ID: 1}}; len(s.Journals) != 1 || s.Journals[0].ID != want[0].ID || s.Journals[0].Type != want[0].Type {
		t.Errorf("of the journal %v", s.Journals)
	}
	if s.Asked() != "" {
		t.Error("the dialog is still there")
	}
}

func TestJournalIsSearchedWhole(t *testing.T) {
	s, screen := openJournal(t)
	screen.search.show()
	s.Type(t, screen.search.form, byStep, "изменение")
	s.Press(t, "Найти")
	if shown, _ := screen.List.Table.Len(); shown != 1 || !strings.HasPrefix(screen.Header.Count(), "Найдено (слова из названия шага: изменение): 1 запись.") {
		t.Errorf("%d lines, %q", shown, screen.Header.Count())
	}
	if l, _ := screen.Listed(); !slices.Contains(l.About, screen.Header.Count()) {
		t.Errorf("on paper it is about %q", l.About)
	}
	screen.search.show()
	s.Type(t, screen.search.form, byUntil, "14.03.2021")
	s.Press(t, "Найти")
	if shown, _ := screen.List.Table.Len(); shown != 0 {
		t.Errorf("%d lines of the day before", shown)
	}
	screen.search.drop()
	if _, all := screen.List.Table.Len(); all != 4 {
		t.Errorf("%d lines in all", all)
	}
	screen.ShowOnly(app.JournalFilter{Type: "resident", ID: 2}, "ООО «Бета»")
	if _, all := screen.List.Table.Len(); all != 1 || !strings.Contains(screen.Header.Count(), "Резидент «ООО „Бета“»") {
		t.Errorf("%d lines, %q", all, screen.Header.Count())
	}
}

// binOf shows the recycle bin.
func binOf(d *desktest.Desk) *Bin {
	s := NewBin(d.Desk).(*Bin)
	d.Show(s)
	return s
}

func TestBinBringsBackWhatWentTogether(t *testing.T) {
	s := desktest.Small(t, "ООО «Альфа»", "ООО «Бета»")
	if bin := binOf(s); bin.Header.Count() != "Удалено: 0 записей." || !bin.back.Disabled() {
		t.Fatalf("an empty bin says %q", bin.Header.Count())
	}
	alpha := s.List(t, "resident")[0]
	s.Save(t, &app.Contract{Head: app.Head{Park: s.Park}, Resident: alpha.Header().ID, Kind: app.ContractLease, Number: "1", From: app.Day(2020, 1, 1)})
	if err := s.Store.DeleteWithDependents(t.Context(), alpha); err != nil {
		t.Fatal(err)
	}
	bin := binOf(s)
	rows := bin.List.Table.Shown()
	if got := bin.List.Table.Texts(rows[0]); len(rows) != 2 || got[0] != "ООО «Альфа»" || got[1] != "Резидент" || got[2] != "15.03.2021" || got[5] != "1" {
		t.Fatalf("%d rows, the first %q", len(rows), got)
	}
	if text := bin.detail(s.Desk, rows[0]); !strings.Contains(text, "Резидент «ООО „Альфа“». Полное наименование: ООО «Альфа»") {
		t.Errorf("detail %q", text)
	}
	if got := bin.List.Table.Texts(rows[1]); !strings.Contains(got[0], "Альфа") {
		t.Errorf("the contract of the deleted resident is called %q", got[0])
	}
	// The contract needs its resident.
	bin.onRestore(rows[1:])
	if text := s.Asked(); !strings.Contains(text, "тоже удалено") || !strings.Contains(text, "• Резиденты: ООО «Альфа»") {
		t.Fatalf("asked %q", text)
	}
	s.Press(t, "Отмена")
	bin.onRestore(rows[:1])
	if text := s.Asked(); !strings.Contains(text, "Вернуть вместе: 2 записи") || !strings.Contains(text, "Только выбранное: 1 запись") {
		t.Fatalf("asked %q", text)
	}
	s.Press(t, "Вернуть вместе: 2 записи")
	if n, c := len(s.List(t, "resident")), len(s.List(t, "contract")); n != 2 || c != 1 {
		t.Errorf("%d residents, %d contracts", n, c)
	}
	bin.Refresh()
	if _, left := bin.List.Table.Len(); left != 0 || len(s.Failed) != 0 {
		t.Errorf("%d are left, failed %v", left, s.Failed)
	}
	if _, err := s.Store.Undo(t.Context()); err != nil || len(s.List(t, "resident")) != 1 {
		t.Errorf("undo: %v", err)
	}
}

func TestStepsAreUndoneTogether(t *testing.T) {
	s, _ := openJournal(t)
	n, back := 0, false
	ShowSteps(s.Desk, func(steps int, undone bool) { n, back = steps, undone })
	text := s.Asked()
	if !strings.Contains(text, "Что можно отменить и вернуть") || !strings.Contains(text, "Отменить 1 шаг") {
		t.Fatalf("shown %q", text)
	}
	s.Press(t, "Отменить 1 шаг")
	if n != 1 || !back || nameOf(t, s) != "" {
		t.Errorf("%d steps, undone %v, name %q", n, back, nameOf(t, s))
	}
	ShowSteps(s.Desk, func(steps int, undone bool) { n, back = steps, undone })
	s.Press(t, "Сделать снова 1 шаг")
	if n != 1 || back || nameOf(t, s) != "Альфа" {
		t.Errorf("%d steps, undone %v, name %q", n, back, nameOf(t, s))
	}
}

func TestPrintedValueIsCompared(t *testing.T) {
	s, screen := openJournal(t)
	last := screen.entries[1]
	for text, want := range map[string]string{
		app.ControlOf(last).String():                  "Да, это значение этого файла",
		"3-0000-0000-0000-0000":                       "запись журнала № 3 другая",
		"77-0000-0000-0000-0000":                      "записи журнала № 77 в нём ещё нет",
		strings.ToLower(app.ControlOf(last).String()): "Записано после этого: 1 запись.",
	} {
		screen.onCompare()
		s.Window.Canvas().Focused().(*kit.Entry).SetText(text)
		s.Press(t, "Сверить")
		if said := strings.Join(strings.Fields(s.Asked()), " "); !strings.Contains(said, want) {
			t.Errorf("of %s: %q", text, said)
		}
		s.Press(t, "ОК")
	}
	screen.onCompare()
	s.Press(t, "Сверить")
	if said := s.Asked(); !strings.Contains(said, "Это не контрольное значение") {
		t.Errorf("of nothing: %q", said)
	}
}
