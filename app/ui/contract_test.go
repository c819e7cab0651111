package ui

import (
	"context"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/canvas"
	"fyne.io/fyne/v2/test"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/exchange"
	"technopark/app/sample"
	"technopark/app/submission"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// TestEveryTypeOpensAndSaves walks the registry: each record type has a screen that shows
// the sample's records and saves a change typed into its first text or number.
func TestEveryTypeOpensAndSaves(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		err := sample.Park().Fill(func(rec app.Record) error { save(rec); return nil })
		if err != nil {
			t.Fatal(err)
		}
		save(&app.Document{Head: app.Head{Park: 1}, Title: "Справка", Kind: "other"})
		save(&app.Revision{
			Head: app.Head{Park: 1}, Period: app.YearPeriod(2020), Number: app.Of(app.Count(1)), State: app.RevisionChecked,
			Made: app.Day(2021, 3, 1), Data: strings.Repeat("0", 64),
		})
	})
	for _, typ := range navigationOrder() {
		t.Run(typ.Key, func(t *testing.T) {
			screen := s.records(typ.Key)
			if screen.Kept() == nil {
				t.Fatal("no record in the form")
			}
			field, text := change(typ, screen)
			s.typeInto(screen, field.Key, text)
			s.tab()
			if m := screen.Form.Message(field.Key); m != "" {
				t.Fatalf("%s: %s", field.Key, m)
			}
			saved, err := s.desk.Store.Get(t.Context(), typ, screen.Selected())
			if err != nil {
				t.Fatal(err)
			}
			if want, err := field.Read(text, nil); err != nil || field.Get(saved) != want {
				t.Errorf("%s: typed %q, saved %v", field.Key, text, field.Get(saved))
			}
		})
	}
}

// change returns a field of the type that takes free text, a number or another of its
// answers, and what to type.
func change(typ *app.Type, screen *page) (app.Field, string) {
	for _, f := range typ.Stored() {
		if !f.Typed() {
			continue
		}
		v := f.Get(screen.Kept())
		switch f.Kind {
		case app.KindText, app.KindNote:
			return f, "проба ё № 1"
		case app.KindCount:
			return f, "17"
		case app.KindBool:
			return f, f.Words(app.NumberValue(1-v.N), nil, app.RU)
		case app.KindQuantity, app.KindMoney:
			return f, "1,5"
		}
	}
	return app.Field{}, ""
}

func TestEveryScreenOpens(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	for _, e := range Screens() {
		s.navigate(e.ID)
		if s.shown != e.ID || e.title(s.desk) == "" {
			t.Errorf("%s does not open", e.ID)
		}
	}
}

// Whoever has no mouse finds the keyboard in the screen that was gone to, whatever it has to show.
func TestEveryScreenTakesTheKeyboard(t *testing.T) {
	for name, fill := range map[string]func(func(app.Record)){
		"with records": func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) },
		"empty":        func(save func(app.Record)) { onePark(save) },
	} {
		s := openShell(t, fill)
		for _, e := range Screens() {
			s.navigate(e.ID)
			if s.win.Canvas().Focused() == nil {
				t.Errorf("%s, %s: nothing has the keyboard", name, e.ID)
			}
		}
	}
}

// Ctrl+Enter knows the main button of whatever is in view: no screen is made of a part it does not look into.
func TestTheMainButtonIsFoundOnEveryScreen(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	found := 0
	for _, e := range Screens() {
		s.navigate(e.ID)
		main := seenMain(s.screens[e.ID].Content())
		if got := s.mainButton(); got != main {
			t.Errorf("%s: the main button is %v, found is %v", e.ID, main, got)
		}
		if main != nil {
			found++
		}
	}
	s.take(desk.Taking{Type: "resident", Book: tableOf(t, "Полное наименование\tИНН\nООО «Бета»\t7707083893\n")})
	if b := s.mainButton(); b == nil || !strings.HasPrefix(b.Text, "Записать") {
		t.Errorf("over what would be written the main button is %v of %q", b, desktest.Said(s.screens[intakeScreen].Content()))
	}
	if found < 10 {
		t.Errorf("only %d screens have one", found)
	}
}

// tableOf returns a table as it was pasted.
func tableOf(t *testing.T, text string) *exchange.Book {
	t.Helper()
	book, err := exchange.ReadText(text)
	if err != nil {
		t.Fatal(err)
	}
	return book
}

// seenMain returns the main button that is seen in o, by whatever the toolkit would draw.
func seenMain(o fyne.CanvasObject) *kit.Button {
	if !o.Visible() {
		return nil
	}
	if b, ok := o.(*kit.Button); ok && b.Importance == widget.HighImportance && !b.Disabled() {
		return b
	}
	var inside []fyne.CanvasObject
	switch o := o.(type) {
	case *fyne.Container:
		inside = o.Objects
	case fyne.Widget:
		inside = test.WidgetRenderer(o).Objects()
	}
	for _, child := range inside {
		if b := seenMain(child); b != nil {
			return b
		}
	}
	return nil
}

// Ctrl+Enter presses the main button of the question on top, and of the screen when there is none.
func TestCtrlEnterPressesTheMainButton(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	s.navigate(intakeScreen)
	s.menu.another.Action()
	if !strings.Contains(s.asked(), s.desk.T("ui.file.open")) {
		t.Fatalf("the screen asks %q", s.asked())
	}
	desktest.Key(s.win.Canvas().Focused(), fyne.KeyEscape)
	s.onCreate()
	first := s.win.Canvas().Focused()
	s.menu.another.Action()
	if s.win.Canvas().Focused() == first {
		t.Error("the first question stays open")
	}
}

// The driver of the tests takes the last window for the canvas of whatever it is asked
// about; the real one knows no canvas of what was never painted. A new record must have
// the keyboard all the same.
// Whatever screen has a list whose columns can be chosen, the list can be exported and printed,
// by the menus of the window and of the list alike.
func TestEveryListLeavesTheProgram(t *testing.T) {
	s := sampleShell(t)
	var papers []submission.Shown
	s.desk.ShowPaper = func(draw func(context.Context) (submission.Shown, error)) {
		shown, err := draw(t.Context())
		if err != nil {
			t.Error(err)
		}
		papers = append(papers, shown)
	}
	lists := 0
	for _, e := range s.entries {
		s.navigate(e.ID)
		screen := s.screens[e.ID]
		_, chooses := screen.(desk.Columner)
		listed, leaves := screen.(desk.Listed)
		if chooses != leaves {
			t.Errorf("%s: its columns can be chosen: %v, its list exported: %v", e.ID, chooses, leaves)
		}
		if !leaves {
			continue
		}
		l, shown := listed.Listed()
		s.menu.refresh()
		if s.menu.print.Disabled == shown || s.menu.export.Disabled == shown || len(l.List.Ways) < 2 {
			t.Errorf("%s: shown %v, the menu says otherwise, or the list has %d ways", e.ID, shown, len(l.List.Ways))
		}
		if all, _ := l.List.Table.Len(); !shown || all == 0 {
			continue
		}
		lists++
		s.menu.print.Action()
		if last := papers[len(papers)-1]; last.Pages == 0 || last.Name == "" {
			t.Errorf("%s: %d sheets of %q", e.ID, last.Pages, last.Name)
		}
	}
	if lists < 20 || len(papers) != lists {
		t.Errorf("%d lists, %d papers", lists, len(papers))
	}
}

// unprinted are the screens that have no paper, and why.
var unprinted = map[string]string{
	"forms":    "a form is a workbook of somebody else's: it is printed where it is filled in",
	"profiles": "a method is printed with the package that is computed by it",
	"intake":   "a table of others is not in the file yet; what came of it is in the journal",
}

// Whatever is in view can be printed, or the test says why not.
func TestEveryScreenIsPrinted(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	for _, e := range Screens() {
		s.navigate(e.ID)
		_, lists := s.screens[e.ID].(desk.Listed)
		_, prints := s.screens[e.ID].(desk.Printer)
		if why := unprinted[e.ID]; (lists || prints) == (why != "") {
			t.Errorf("%s: it has a list: %v, a paper: %v; why not: %q", e.ID, lists, prints, why)
		}
	}
}

func TestCursorIsInTheFirstRecordOfANewFile(t *testing.T) {
	s := openShell(t, func(func(app.Record)) {})
	test.NewTempWindow(t, canvas.NewRectangle(nil))
	s.navigate("park")
	s.add()
	if got := s.win.Canvas().Focused(); got != fyne.Focusable(s.records("park").Form.Field("name")) {
		t.Errorf("the cursor is in %v", got)
	}
}

func TestNewFileBeginsWithThePark(t *testing.T) {
	s := openShell(t, func(func(app.Record)) {})
	screen := s.records("park")
	s.add()
	s.typeInto(screen, "name", "Технопарк «Новый»")
	s.tab()
	if s.desk.Park == 0 || s.header.park.Selected != "Технопарк «Новый»" {
		t.Errorf("park %d, chooser %q", s.desk.Park, s.header.park.Selected)
	}
}
