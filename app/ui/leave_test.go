package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/ui/kit"
)

// twoResidents opens the window on a file with two residents, «Альфа» chosen.
func twoResidents(t *testing.T) (*shell, *page) {
	t.Helper()
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		save(resident(park, "Альфа"))
		save(resident(park, "Бета"))
		save(&app.Park{Name: "Второй парк"})
		save(&app.Event{Head: app.Head{Park: park.ID}, Title: "Выставка", Date: app.Day(2020, 9, 1)})
		save(&app.Event{Head: app.Head{Park: park.ID}, Title: "Форум", Date: app.Day(2019, 9, 1)})
	})
	screen := s.records("resident")
	return s, screen
}

// find types a query into the filter of the screen, as after Ctrl+F.
func (s *shell) findText(query string) {
	s.t.Helper()
	s.find()
	for _, r := range query {
		s.win.Canvas().Focused().TypedRune(r)
	}
}

// deletes reports whether the key of deleting asks anything.
func (s *shell) deletes() bool {
	s.remove()
	return s.asked() != ""
}

// wantAgree checks that the form shows what the list shows as chosen.
func (s *shell) wantAgree(screen *page, name string) {
	s.t.Helper()
	id := screen.Table.Selected()
	if name == "" {
		if screen.Kept() != nil || id != 0 || screen.Form.Visible() || s.deletes() {
			s.t.Errorf("nothing is chosen, and the form shows %v, row %d", screen.Kept(), id)
		}
		return
	}
	texts := screen.Table.Texts(id)
	if !slices.Contains(texts, name) || screen.Selected() != id || screen.Form.Field("name").Text != name || !screen.Form.Visible() {
		s.t.Errorf("the list shows %v, the form %q, want %q", texts, screen.Form.Field("name").Text, name)
	}
}

func TestFormShowsWhatTheListShows(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	s.wantAgree(screen, "Альфа")
	s.findText("бет")
	s.wantAgree(screen, "Бета")
	s.findText("ая")
	s.wantAgree(screen, "")
	if text := screen.said(); !strings.Contains(text, "Ничего не найдено") {
		t.Errorf("said %q", text)
	}
	s.remove()
	screen.Table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDelete})
	if text := s.asked(); text != "" || len(s.list("resident")) != 2 {
		t.Errorf("asked %q, %d residents", text, len(s.list("resident")))
	}
	s.find()
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	s.wantAgree(screen, "Альфа") // the one that was worked at comes back
	s.findText("бет")
	s.remove()
	if text := s.asked(); !strings.Contains(text, "Бета") {
		t.Errorf("asked %q", text)
	}
	s.press("Удалить")
	if recs := s.list("resident"); len(recs) != 1 || recs[0].(*app.Resident).Name != "Альфа" {
		t.Errorf("left: %v", recs)
	}
	s.wantAgree(screen, "")
}

// A search that the record stops answering as it is edited is dropped: the next field
// must be one of the same record.
func TestEditingOutOfTheSearchStaysAtTheRecord(t *testing.T) {
	s, screen := twoResidents(t)
	s.findText("альф")
	s.typeInto(screen, "name", "Гамма")
	s.tab()
	s.wantAgree(screen, "Гамма")
	if shown, _ := screen.Table.Len(); shown != 2 || s.win.Canvas().Focused() != fyne.Focusable(screen.Form.Field("short_name")) {
		t.Errorf("%d shown, focus %v", shown, s.win.Canvas().Focused())
	}
}

// Whatever leads away from a refused value asks first, and going back finds it as typed.
func TestLeavingARefusedValueAsks(t *testing.T) {
	for name, leave := range map[string]func(s *shell, screen *page){
		"another record": func(_ *shell, screen *page) { screen.Table.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown}) },
		"another screen": func(s *shell, _ *page) { s.navigate("contract") },
		"next screen":    func(s *shell, _ *page) { s.step(1) },
		"a found record": func(s *shell, _ *page) { s.open(app.Place{Type: "event", ID: 1}) },
		"another year":   func(s *shell, _ *page) { s.header.year.SetSelectedIndex(0) },
		"another park":   func(s *shell, _ *page) { s.header.park.SetSelectedIndex(1) },
		"a search":       func(s *shell, _ *page) { s.findText("бет") },
		"a new record":   func(s *shell, _ *page) { s.add() },
		"deleting":       func(s *shell, _ *page) { s.remove() },
		"redo":           func(s *shell, _ *page) { s.menu.redo.Action() },
		"another file":   func(s *shell, _ *page) { s.onOpen() },
		"closing":        func(s *shell, _ *page) { s.leaveFile(func() { s.t.Error("left") }) },
	} {
		t.Run(name, func(t *testing.T) {
			s, screen := twoResidents(t)
			screen.Open(1, "")
			year, park := s.desk.Year, s.desk.Park
			s.typeInto(screen, "inn", "123")
			leave(s, screen)
			if text := s.asked(); !strings.Contains(text, "«ИНН»") {
				t.Fatalf("asked %q", text)
			}
			s.press("Вернуться к записи")
			if s.shown != "resident" || s.desk.Year != year || s.desk.Park != park || screen.Form.Field("inn").Text != "123" {
				t.Errorf("screen %s, year %d, park %d, typed %q", s.shown, s.desk.Year, s.desk.Park, screen.Form.Field("inn").Text)
			}
			s.wantAgree(screen, "Альфа")
			if s.win.Canvas().Focused() != fyne.Focusable(screen.Form.Field("inn")) || s.asked() != "" {
				t.Errorf("focus %v, asked %q", s.win.Canvas().Focused(), s.asked())
			}
			if got := s.header.year.Selected; got != "2020" {
				t.Errorf("the header shows %s", got)
			}
		})
	}
}

func TestDroppingARefusedValueGoesOn(t *testing.T) {
	s, screen := twoResidents(t)
	s.typeInto(screen, "inn", "123")
	s.navigate("contract")
	s.press("Отбросить")
	if s.shown != "contract" {
		t.Errorf("screen %s", s.shown)
	}
	screen = s.records("resident")
	if in := screen.Form.Field("inn"); in.Text != "" || screen.Form.Message("inn") != "" {
		t.Errorf("still typed: %q, %q", in.Text, screen.Form.Message("inn"))
	}
	s.navigate("check")
	if text := s.asked(); text != "" {
		t.Errorf("asked again: %q", text)
	}
}

// Ctrl+Z takes back the refused value, wherever the keyboard is, and nothing else.
func TestUndoOfARefusedValueTouchesNothingElse(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	for name, away := range map[string]func(){
		"in the entry":      func() {},
		"in the next entry": s.tab,
		"in the list":       func() { s.win.Canvas().Focus(screen.Table) },
		"nowhere":           func() { s.win.Canvas().Unfocus() },
	} {
		s.typeInto(screen, "inn", "123")
		away()
		s.menu.undo.Action()
		r := s.list("resident")[0].(*app.Resident)
		if got := screen.Form.Field("inn").Text; got != "" || screen.Form.Message("inn") != "" || r.ShortName != "А" {
			t.Errorf("%s: typed %q, message %q, short name %q", name, got, screen.Form.Message("inn"), r.ShortName)
		}
	}
	s.menu.undo.Action()
	if r := s.list("resident")[0].(*app.Resident); r.ShortName != "" {
		t.Errorf("the next undo left %q", r.ShortName)
	}
}

// A draft is taken back value by value and then as a whole, and no record of the file.
func TestUndoInADraftTouchesNoRecord(t *testing.T) {
	s, _ := twoResidents(t)
	screen := s.records("contract")
	before, _, _ := s.desk.Store.NextUndo(t.Context())
	s.add()
	for _, f := range []struct{ key, text string }{{"number", "7"}, {"signed", "1.2.2020"}} {
		s.typeInto(screen, f.key, f.text)
		s.tab()
	}
	s.menu.undo.Action()
	if n, d := screen.Form.Field("number").Text, screen.Form.Field("signed").Text; n != "7" || d != "" || !screen.isDraft() {
		t.Errorf("number %q, signed %q, draft %v", n, d, screen.isDraft())
	}
	s.menu.undo.Action()
	s.menu.undo.Action()
	if screen.isDraft() || s.asked() != "" {
		t.Errorf("still a draft: %v, asked %q", screen.isDraft(), s.asked())
	}
	if after, _, _ := s.desk.Store.NextUndo(t.Context()); after.What != before.What {
		t.Errorf("the file was changed: %q", after.What)
	}
}

// What nobody typed does not stand in a new record: the head of a company is not its
// accountant, and today is not the day a patent was granted.
func TestNewRecordHoldsNoGuess(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		save(resident(onePark(save), "Альфа"))
		save(&app.Person{FullName: "Королёва Нина Петровна", Position: "директор"})
	})
	s.records("person").Open(1, "")
	company := s.records("company")
	s.add()
	for _, f := range company.Type().Stored() {
		if text := company.Form.Field(f.Key).Text; text != "" {
			t.Errorf("%s is %q", f.Key, text)
		}
	}
	company.Drop()
	for _, typ := range app.Types() {
		if typ.Made || typ.Aside {
			continue
		}
		s.records("resident")
		s.desk.Year = now().Year()
		screen := s.records(typ.Key)
		s.add()
		for _, f := range typ.Stored() {
			if in := screen.Form.Field(f.Key); in != nil && in.Text != "" && f.Kind != app.KindPeriod {
				t.Errorf("a new %s has %s %q", typ.Key, f.Key, in.Text)
			}
		}
		screen.Drop()
	}
	s.records("resident").Open(1, "") // now it is chosen
	contract := s.records("contract")
	s.add()
	if got := contract.Form.Field("resident").Text; got != "Альфа" {
		t.Errorf("a contract of the chosen resident has resident %q", got)
	}
}

func TestEmptyScreenTakesNoText(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	for _, typ := range app.Types() {
		if typ.Aside || typ.Key == "park" {
			continue
		}
		screen := s.records(typ.Key)
		if screen.Form.Visible() || screen.said() == "" {
			t.Errorf("%s: the form is shown, or nothing is said: %q", typ.Key, screen.said())
		}
		for range 40 {
			s.tab()
			if in, ok := s.win.Canvas().Focused().(interface{ Disabled() bool }); ok && in.Disabled() {
				t.Fatalf("%s: Tab stops where nothing can be typed: %T", typ.Key, in)
			}
		}
	}
}

// An explanation that is typed and not saved asks like a refused value.
func TestLeavingAnExplanationAsks(t *testing.T) {
	for name, leave := range map[string]func(s *shell){
		"another screen": func(s *shell) { s.navigate("contract") },
		"another year":   func(s *shell) { s.header.year.SetSelectedIndex(0) },
		"a record":       func(s *shell) { s.open(app.Place{Type: "resident", ID: 1}) },
		"closing":        func(s *shell) { s.leaveFile(func() { s.t.Error("left") }) },
	} {
		t.Run(name, func(t *testing.T) {
			s, _ := twoResidents(t)
			s.navigate("check")
			s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
			s.explain()
			text, ok := s.win.Canvas().Focused().(*kit.Entry)
			if !ok {
				t.Fatalf("the keyboard is in %T", s.win.Canvas().Focused())
			}
			test.Type(text, "так и есть")
			leave(s)
			if asked := s.asked(); !strings.Contains(asked, "Пояснение") {
				t.Fatalf("asked %q", asked)
			}
			s.press("Вернуться к записи")
			if s.shown != "check" || text.Text != "так и есть" || s.win.Canvas().Focused() != fyne.Focusable(text) || s.desk.Year != 2020 {
				t.Errorf("screen %s, typed %q, focus %T, year %d", s.shown, text.Text, s.win.Canvas().Focused(), s.desk.Year)
			}
			for n := 0; n < 5 && text.Text != ""; n++ { // word by word
				s.menu.undo.Action()
			}
			if text.Text != "" || len(s.list("resident")) != 2 {
				t.Errorf("undo left %q and %d residents", text.Text, len(s.list("resident")))
			}
			if name != "closing" {
				leave(s)
				if asked := s.asked(); asked != "" {
					t.Errorf("asked again %q", asked)
				}
			}
		})
	}
}

// Ctrl+Z in a search takes back the search, not the last change of the file.
func TestUndoInASearchTouchesNoRecord(t *testing.T) {
	s, screen := twoResidents(t)
	before, _, _ := s.desk.Store.NextUndo(t.Context())
	s.findText("бета")
	filter := s.win.Canvas().Focused().(*kit.Filter)
	s.menu.undo.Action()
	if shown, _ := screen.Table.Len(); filter.Text == "бета" || shown != 2 {
		t.Errorf("the search is %q, %d shown", filter.Text, shown)
	}
	s.menu.redo.Action()
	if filter.Text != "бета" {
		t.Errorf("the search is %q", filter.Text)
	}
	if after, _, _ := s.desk.Store.NextUndo(t.Context()); after.What != before.What {
		t.Errorf("the file was changed: %q", after.What)
	}
}

// Ten thousand characters pasted into a field are kept or refused whole, and the window
// goes on; deleting twice in a row takes one record.
func TestLongPasteAndHastyDelete(t *testing.T) {
	s, screen := twoResidents(t)
	screen.Open(1, "")
	long := strings.Repeat("длинное имя ", 900)
	in := s.typeInto(screen, "name", "")
	in.SetText(long)
	s.tab()
	kept := s.list("resident")[0].(*app.Resident).Name
	if kept != strings.TrimSpace(long) && (kept != "Альфа" || screen.Form.Message("name") == "") {
		t.Errorf("kept %d characters, message %q", len([]rune(kept)), screen.Form.Message("name"))
	}
	for screen.TakeBack() {
		t.Log("taken back")
	}
	s.menu.remove.Action()
	s.menu.remove.Action() // the question is open
	if high, room := s.win.Canvas().Overlays().Top().MinSize().Height, s.win.Canvas().Size().Height; high > room {
		t.Errorf("the question is %v high in a window of %v", high, room)
	}
	s.press("Удалить")
	if n := len(s.list("resident")); n != 1 || s.asked() != "" {
		t.Errorf("%d residents are left, asked %q", n, s.asked())
	}
}

// Ctrl+Q over a dialog is what the button that closes the window is: who has something typed that
// cannot be kept is asked, anybody else has left.
func TestQuittingOverADialog(t *testing.T) {
	s, screen := twoResidents(t)
	s.typeInto(screen, "inn", "123")
	s.onAbout()
	s.menu.quit.Action()
	if text := s.asked(); !strings.Contains(text, "«ИНН»") || s.desk.Store == nil {
		t.Fatalf("asked %q", text)
	}
	s.press("Отбросить")
	if s.desk.Store != nil || s.asked() != "" {
		t.Errorf("the file is open, asked %q", s.asked())
	}
}

// The line at the foot never says that all is saved while a form holds what could not be kept.
func TestTheFootTellsWhatIsNotSaved(t *testing.T) {
	s, screen := twoResidents(t)
	says := func(want string) {
		t.Helper()
		if got := s.status.state.Text(); got != want {
			t.Errorf("the foot says %q, want %q", got, want)
		}
		if got := s.header.state.Text(); got != "" && got != want && !strings.HasPrefix(want, "●") {
			t.Errorf("the bar says %q, want %q", got, want)
		}
	}
	saved := "●\u00a0Сохранено 14:03"
	s.typeInto(screen, "short_name", "А")
	s.tab()
	says(saved)
	s.typeInto(screen, "inn", "123")
	s.tab()
	says("▲\u00a0Не сохранено: «ИНН»")
	s.typeInto(screen, "kpp", "5")
	s.tab()
	says("▲\u00a0Не сохранено: «ИНН», других полей: 1")
	s.typeInto(screen, "short_name", "Б") // another value is saved, these are not
	s.tab()
	says("▲\u00a0Не сохранено: «ИНН», других полей: 1")
	s.reload()
	says("▲\u00a0Не сохранено: «ИНН», других полей: 1")
	s.win.Canvas().Focus(screen.Form.Field("kpp"))
	screen.Form.Field("kpp").TypedKey(&fyne.KeyEvent{Name: fyne.KeyEscape})
	says("▲\u00a0Не сохранено: «ИНН»")
	s.typeInto(screen, "inn", "7707083893")
	s.tab()
	says(saved)
	s.typeInto(screen, "inn", "1")
	s.tab()
	says("▲\u00a0Не сохранено: «ИНН»")
	s.navigate("contract")
	s.press("Отбросить")
	says(saved)
	s.navigate("resident")
	s.add()
	says(saved)
	s.typeInto(screen, "short_name", "Гамма")
	s.tab()
	says("▲\u00a0Запись не сохранена: не заполнено «Полное наименование»")
	s.typeInto(screen, "name", "Гамма")
	s.tab()
	says(saved)
}
