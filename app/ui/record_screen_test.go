package ui

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desk"
)

func TestAddingAResidentByKeys(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	screen := s.records("resident")
	s.add()
	if got := s.win.Canvas().Focused(); got != screen.Form.Field("name") {
		t.Fatalf("the cursor is in %v, not in the name", got)
	}
	if !strings.Contains(screen.Notice.Text(), "«Полное наименование»") {
		t.Errorf("the notice does not say what the draft lacks: %q", screen.Notice.Text())
	}
	s.typeInto(screen, "name", "ООО «Ёлочка»")
	if n := len(s.list("resident")); n != 0 {
		t.Fatalf("%d records before the field was left", n)
	}
	s.tab()
	recs := s.list("resident")
	if len(recs) != 1 || recs[0].(*app.Resident).Name != "ООО «Ёлочка»" {
		t.Fatalf("the file holds %v", recs)
	}
	if got := screen.Table.Texts(recs[0].Header().ID); !slices.Contains(got, "ООО «Ёлочка»") {
		t.Errorf("the table shows %v", got)
	}
	if got := s.win.Canvas().Focused(); got != screen.Form.Field("short_name") {
		t.Errorf("Tab went to %v, not to the next field", got)
	}
	if s.status.state.Text() != "Сохранено 14:03" {
		t.Errorf("status %q", s.status.state.Text())
	}
	if screen.Count.Text != "1 резидент" {
		t.Errorf("count line %q", screen.Count.Text)
	}
}

func TestBadIdentifierIsNotSaved(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	in := s.typeInto(screen, "inn", "7707083890")
	s.tab()
	if inn := s.list("resident")[0].(*app.Resident).INN; inn != "" {
		t.Errorf("saved ИНН %q", inn)
	}
	if in.Text != "7707083890" {
		t.Errorf("the text became %q", in.Text)
	}
	if m := screen.Form.Message("inn"); !strings.Contains(m, "ИНН") {
		t.Errorf("message %q", m)
	}
	s.typeInto(screen, "inn", "7707083893")
	s.tab()
	if inn := s.list("resident")[0].(*app.Resident).INN; inn != "7707083893" || screen.Form.Message("inn") != "" {
		t.Errorf("after the correction: ИНН %q, message %q", inn, screen.Form.Message("inn"))
	}
}

func TestUndoAndRedoFromTheMenu(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "short_name", "А")
	s.tab()
	if !strings.HasPrefix(s.menu.undo.Label, "Отменить изменение: ") || s.menu.undo.Disabled || !s.menu.redo.Disabled {
		t.Fatalf("menu: %q, %q", s.menu.undo.Label, s.menu.redo.Label)
	}
	s.navigate("contract")
	s.menu.undo.Action()
	if name := s.list("resident")[0].(*app.Resident).ShortName; name != "" {
		t.Errorf("after undo the short name is %q", name)
	}
	if s.shown != "resident" || screen.Form.Field("short_name").Text != "" {
		t.Errorf("undo is not shown: screen %s, text %q", s.shown, screen.Form.Field("short_name").Text)
	}
	s.menu.redo.Action()
	if name := s.list("resident")[0].(*app.Resident).ShortName; name != "А" {
		t.Errorf("after redo the short name is %q", name)
	}
	s.typeInto(screen, "short_name", "Б")
	s.menu.undo.Action()
	if got := screen.Form.Field("short_name").Text; got != "А" {
		t.Errorf("undo while typing leaves %q", got)
	}
}

func TestUndoOfNothingSaysNothing(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	for s.asked() == "" && !s.menu.undo.Disabled {
		s.menu.undo.Action()
	}
	s.menu.undo.Action() // the toolkit runs the shortcuts of greyed items too
	if text := s.asked(); text != "" {
		t.Errorf("told %q", text)
	}
}

func TestSortAndFilter(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		for _, name := range []string{"Берёза", "Ель", "Ёлка", "Ясень"} {
			save(resident(park, name))
		}
	})
	screen := s.records("resident")
	names := func() []string {
		var list []string
		for _, id := range screen.Table.Shown() {
			list = append(list, screen.Records[id].(*app.Resident).Name)
		}
		return list
	}
	if got, want := names(), []string{"Берёза", "Ёлка", "Ель", "Ясень"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	screen.Table.SortBy("name", true)
	if got, want := names(), []string{"Ясень", "Ель", "Ёлка", "Берёза"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	s.find()
	for _, r := range "БЕРЕЗ" {
		s.win.Canvas().Focused().TypedRune(r)
	}
	if got := names(); !slices.Equal(got, []string{"Берёза"}) {
		t.Errorf("filter shows %v", got)
	}
	if screen.Count.Text != "показано 1, всего 4 резидента" {
		t.Errorf("count line %q", screen.Count.Text)
	}
}

func TestNotApplicableByKeys(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2020)})
	})
	screen := s.records("resident_report")
	revenue := func() app.Cell[app.Money] { return s.list("resident_report")[0].(*app.ResidentReport).Revenue }
	s.typeInto(screen, "revenue", "н/п")
	s.tab()
	if revenue() != app.NA[app.Money]() || screen.Form.Field("revenue").Text != "не применимо" {
		t.Errorf("typed н/п: %v, %q", revenue(), screen.Form.Field("revenue").Text)
	}
	s.typeInto(screen, "revenue", "0")
	s.tab()
	if revenue() != app.Of(app.Money(0)) {
		t.Errorf("typed 0: %v", revenue())
	}
	in := s.typeInto(screen, "revenue", "")
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if revenue() != app.NA[app.Money]() {
		t.Errorf("chosen from the list: %v", revenue())
	}
	s.typeInto(screen, "revenue", "")
	s.tab()
	if revenue() != (app.Cell[app.Money]{}) {
		t.Errorf("emptied: %v", revenue())
	}
	s.typeInto(screen, "revenue", "1 234,5")
	s.tab()
	if revenue() != app.Of(app.Money(123_450_000)) {
		t.Errorf("typed 1 234,5: %v", revenue())
	}
}

func TestDatesRightOnlyTogether(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		save(&app.Contract{
			Head: app.Head{Park: park.ID}, Resident: r.ID,
			From: app.Day(2019, 1, 1), To: app.Day(2019, 12, 31),
		})
	})
	screen := s.records("contract")
	s.typeInto(screen, "valid_from", "01.02.2020")
	s.tab()
	contract := func() *app.Contract { return s.list("contract")[0].(*app.Contract) }
	if contract().From != app.Day(2019, 1, 1) || screen.Form.Message("valid_from") == "" {
		t.Fatalf("a first day after the last: %v, %q", contract().From, screen.Form.Message("valid_from"))
	}
	s.typeInto(screen, "number", "7")
	s.tab()
	if contract().Number != "7" {
		t.Errorf("another field is not saved meanwhile: %q", contract().Number)
	}
	s.typeInto(screen, "valid_to", "31.12.2020")
	s.tab()
	if c := contract(); c.From != app.Day(2020, 2, 1) || c.To != app.Day(2020, 12, 31) {
		t.Errorf("both dates typed: %v – %v", c.From, c.To)
	}
	if m := screen.Form.Message("valid_from") + screen.Form.Message("valid_to"); m != "" {
		t.Errorf("messages stay: %q", m)
	}
}

func TestDeletingWithDependents(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		save(&app.Contract{Head: app.Head{Park: park.ID}, Resident: r.ID, Number: "17"})
	})
	s.records("resident")
	s.remove()
	s.press("Удалить")
	if text := s.asked(); !strings.Contains(text, "Договоры") || !strings.Contains(text, "17") {
		t.Errorf("the question does not name the contract: %s", text)
	}
	s.press("Удалить вместе с 1 записью")
	if n := len(s.list("resident")) + len(s.list("contract")); n != 0 {
		t.Errorf("%d records are left", n)
	}
	s.menu.undo.Action()
	if len(s.list("resident")) != 1 || len(s.list("contract")) != 1 {
		t.Error("one undo does not bring both back")
	}
}

func TestYearFilter(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		for _, year := range []int{2019, 2020} {
			save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(year)})
		}
	})
	screen := s.records("resident_report")
	if shown, _ := screen.Table.Len(); shown != 1 || s.desk.Year != 2020 {
		t.Fatalf("%d reports of %d", shown, s.desk.Year)
	}
	screen.AllYears.SetChecked(true)
	if shown, _ := screen.Table.Len(); shown != 2 {
		t.Errorf("all years: %d reports", shown)
	}
	screen.AllYears.SetChecked(false)
	s.header.year.SetSelected("2019")
	if shown, _ := screen.Table.Len(); shown != 1 || screen.Current.(*app.ResidentReport).Period.Year != 2019 {
		t.Errorf("2019: %d reports, the form has %v", shown, screen.Current)
	}
	s.header.year.SetSelected("2018")
	if got := screen.Notice.Text(); !strings.Contains(got, "2018") || !strings.Contains(got, "«все годы»") {
		t.Errorf("a year without reports: notice %q", got)
	}
}

func TestOpenGoesToTheField(t *testing.T) {
	var id int64
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		r := resident(park, "Альфа")
		save(r)
		report := &app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2018)}
		save(report)
		save(&app.ResidentReport{Head: app.Head{Park: park.ID}, Resident: r.ID, Period: app.YearPeriod(2020)})
		id = report.ID
	})
	s.desk.Open(app.Place{Type: "resident_report", ID: id, Field: "headcount"})
	screen := s.records("resident_report")
	s.desk.Open(app.Place{Type: "resident_report", ID: id, Field: "headcount"})
	if screen.Selected() != id || s.win.Canvas().Focused() != screen.Form.Field("headcount") {
		t.Errorf("record %d, focus %v", screen.Selected(), s.win.Canvas().Focused())
	}
}

func TestReferenceByTyping(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) {
		park := onePark(save)
		save(resident(park, "Альфа"))
		save(resident(park, "Бета Приборы"))
	})
	screen := s.records("contract")
	s.add()
	s.typeInto(screen, "resident", "приб")
	s.tab()
	recs := s.list("contract")
	if len(recs) != 1 {
		t.Fatalf("%d contracts; message %q", len(recs), screen.Form.Message("resident"))
	}
	if got := screen.Form.Field("resident").Text; got != "Бета Приборы" {
		t.Errorf("resident %q", got)
	}
	s.typeInto(screen, "resident", "гамма")
	s.tab()
	if m := screen.Form.Message("resident"); !strings.Contains(m, "«гамма»") {
		t.Errorf("message %q", m)
	}
}

func TestQuittingAsksAboutWhatIsNotSaved(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("resident")
	s.typeInto(screen, "inn", "7707083890")
	s.quit()
	if s.desk.Store == nil || !strings.Contains(s.asked(), "«ИНН»") {
		t.Fatalf("asked %q", s.asked())
	}
	s.press("Вернуться к записи")
	if got := s.win.Canvas().Focused(); s.shown != "resident" || got != screen.Form.Field("inn") {
		t.Errorf("screen %s, the cursor in %v", s.shown, got)
	}
	s.onOpen()
	if !strings.Contains(s.asked(), "«ИНН»") {
		t.Errorf("before another file it asked %q", s.asked())
	}
	s.press("Вернуться к записи")
	s.quit()
	s.press("Отбросить")
	if s.desk.Store != nil {
		t.Error("the file stays open")
	}
}

func TestEmptyListSaysWhereToAdd(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { onePark(save) })
	screen := s.records("park")
	screen.Form.Focus("company")
	s.win.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	if m := screen.Form.Message("company"); !strings.Contains(m, "«Управляющие компании»") {
		t.Errorf("message %q", m)
	}
	s.tab()
	if m := screen.Form.Message("company"); m != "" {
		t.Errorf("message %q stays when the field is left", m)
	}
}

func TestReadOnlyFile(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	second := openShellOn(t, s.desk.Store.Path(), openStore)
	screen := second.records("resident")
	if !screen.Form.Field("name").Disabled() || !screen.AddButton.Disabled() || !screen.DeleteButton.Disabled() {
		t.Error("a file somebody else holds can be changed")
	}
	if state := second.status.state.Text(); !strings.Contains(state, "Только чтение") || !strings.Contains(state, "tester") {
		t.Errorf("status %q", state)
	}
}

func TestLeavingADraft(t *testing.T) {
	s := openShell(t, func(save func(app.Record)) { save(resident(onePark(save), "Альфа")) })
	screen := s.records("contract")
	s.desk.From = desk.Origin{} // else the draft knows its resident and is kept at once
	s.add()
	s.typeInto(screen, "number", "1")
	s.tab()
	s.add()
	if !strings.Contains(s.asked(), "«Резидент»") {
		t.Fatalf("a started draft is dropped without asking: %q", s.asked())
	}
	s.press("Вернуться к записи")
	if got := screen.Form.Field("number").Text; got != "1" || !screen.Draft {
		t.Errorf("after staying: number %q, draft %t", got, screen.Draft)
	}
}
