package records

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
)

// floorOf is a desk on a park with rooms of the given numbers; the first has its kind.
func floorOf(t *testing.T, numbers ...string) (*desktest.Desk, *Screen) {
	t.Helper()
	d := desktest.Small(t, "Альфа")
	for i, number := range numbers {
		r := &app.Room{Head: app.Head{Park: d.Park}, Building: "А", Number: number, Area: app.Of(app.Units(20))}
		if i == 0 {
			r.Kind = "office"
		}
		d.Save(t, r)
	}
	return d, shown(d, "room")
}

func (s *Screen) shownIDs() []int64 { return s.table.Shown() }

func TestFieldOfAllIsChangedByKeysInOneStep(t *testing.T) {
	d, s := floorOf(t, "101", "102", "103")
	ids := s.shownIDs()
	d.Save(t, &app.Room{Head: app.Head{Park: d.Park}, Building: "Б", Number: "1", Kind: "service"})
	s.Refresh()
	s.ChangeField(s.shownIDs())
	typed(d, "назн", fyne.KeyReturn) // the field
	typed(d, "служ", fyne.KeyReturn) // the value
	asked := d.Asked()
	for _, want := range []string{"Станет «служебное». Изменится: 3 помещения", "другое значение заменится: 1", "уже так: 1", "Изменить: 3 помещения"} {
		if !strings.Contains(asked, want) {
			t.Errorf("the dialog does not say %q: %q", want, asked)
		}
	}
	typed(d, "", fyne.KeyReturn) // the button
	for _, rec := range d.List(t, "room") {
		if rec.(*app.Room).Kind != "service" {
			t.Errorf("%+v was left", rec)
		}
	}
	step, ok, err := d.Store.NextUndo(d.Ctx())
	if err != nil || !ok || step.What != "изменение поля «Назначение»: 3 помещения" {
		t.Errorf("undo would take back %q", step.What)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	if first := d.List(t, "room")[0].(*app.Room); first.Kind != "office" || d.List(t, "room")[1].(*app.Room).Kind != "" {
		t.Error("one undo does not bring back what was there")
	}
	if d.Window.Canvas().Focused() != fyne.Focusable(s.table) || len(ids) != 3 {
		t.Error("the keyboard is not in the list")
	}
}

func TestChangeOfAllIsRefusedWhole(t *testing.T) {
	d, s := floorOf(t, "101", "102", "103")
	s.ChangeField(s.shownIDs())
	typed(d, "номер пом", fyne.KeyReturn)
	typed(d, "7", fyne.KeyReturn)
	typed(d, "", fyne.KeyReturn)
	if len(d.Failed) != 1 {
		t.Fatalf("failed with %v", d.Failed)
	}
	r, ok := app.Refused(d.Failed[0])
	if !ok || r.ID != "err.stopped" || r.Data["What"] != "А, пом.\u00a07" {
		t.Errorf("refused with %v", d.Failed[0])
	}
	for i, rec := range d.List(t, "room") {
		if rec.(*app.Room).Number != []string{"101", "102", "103"}[i] {
			t.Errorf("the number became %s", rec.(*app.Room).Number)
		}
	}
}

func TestChangeOfAllIsGivenUp(t *testing.T) {
	d, s := floorOf(t, "101", "102")
	s.ChangeField(s.shownIDs())
	typed(d, "", fyne.KeyEscape)
	if d.Asked() != "" || d.Window.Canvas().Focused() != fyne.Focusable(s.table) {
		t.Errorf("after Esc: %q", d.Asked())
	}
	s.ChangeField(s.shownIDs())
	if !desktest.Button(t, d.Window.Canvas().Overlays().Top(), "Изменить").Disabled() {
		t.Error("nothing can be written into nothing")
	}
}

func TestFillDownFromTheFirst(t *testing.T) {
	d, s := floorOf(t, "101", "102", "103")
	s.FillDown(s.shownIDs())
	typed(d, "этаж", fyne.KeyReturn)
	if !strings.Contains(d.Asked(), "«Этаж» пусто") {
		t.Errorf("an empty first: %q", d.Asked())
	}
	typed(d, "", fyne.KeyEscape)
	s.FillDown(s.shownIDs())
	typed(d, "назн", fyne.KeyReturn)
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), "Изменить: 2 помещения")
	for _, rec := range d.List(t, "room") {
		if rec.(*app.Room).Kind != "office" {
			t.Errorf("%+v was not filled", rec)
		}
	}
	s.FillDown(s.shownIDs()[2:])
	if d.Asked() != "" {
		t.Error("the last row is filled down")
	}
	s.FillDown(s.shownIDs()[:1])
	typed(d, "площ", fyne.KeyReturn)
	if !strings.Contains(d.Asked(), "уже так: 2") {
		t.Errorf("from one row down: %q", d.Asked())
	}
}

func TestSeveralAreCopiedOrNone(t *testing.T) {
	d, s := floorOf(t, "101", "102")
	s.CopyMany(s.shownIDs())
	rooms := app.As[app.Room](d.List(t, "room"))
	if len(rooms) != 4 || rooms[2].Number != "103" || rooms[3].Number != "104" || rooms[2].Kind != "office" || rooms[2].Area != rooms[0].Area {
		t.Errorf("the rooms are %+v", rooms)
	}
	if step, _, _ := d.Store.NextUndo(d.Ctx()); step.What != "копирование: 2 помещения" {
		t.Errorf("undo would take back %q", step.What)
	}
	d.Save(t, &app.Resident{Head: app.Head{Park: d.Park}, Name: "Бета"})
	r := shown(d, "resident")
	r.CopyMany(r.shownIDs())
	if len(d.Failed) != 1 || len(d.List(t, "resident")) != 2 {
		t.Errorf("residents copied without names: %v", d.Failed)
	}
	r.CopyMany(r.shownIDs()[:1])
	if !r.draft || r.form.Field("name").Text != "" {
		t.Error("one is not copied into the form")
	}
}

func TestSeveralAreDeletedWithWhatDependsOnThem(t *testing.T) {
	d := desktest.Small(t, "Альфа", "Бета", "Гамма")
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: 1, Number: "17"})
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: 2, Number: "18"})
	s := shown(d, "resident")
	s.DeleteMany(s.shownIDs()[:2])
	for _, want := range []string{"2 резидент", "Альфа", "Бета", "17", "18"} {
		if !strings.Contains(d.Asked(), want) {
			t.Errorf("the question does not name %q: %q", want, d.Asked())
		}
	}
	d.Press(t, "Удалить вместе с 2 записями")
	if len(d.List(t, "resident")) != 1 || len(d.List(t, "contract")) != 0 {
		t.Errorf("left are %v and %v", d.List(t, "resident"), d.List(t, "contract"))
	}
	if s.current == nil || s.current.(*app.Resident).Name != "Гамма" {
		t.Errorf("the form shows %v", s.current)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	if len(d.List(t, "resident")) != 3 || len(d.List(t, "contract")) != 2 {
		t.Error("one undo does not bring all back")
	}
}

func TestReportsThatAreDueAreCreatedEmpty(t *testing.T) {
	d := desktest.Small(t, "Альфа", "Бета", "Кандидат")
	for id := range int64(2) {
		d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: id + 1, Number: "1", Kind: app.ContractResidency, From: app.Day(2019, 1, 1)})
	}
	d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: 1, Period: app.YearPeriod(2020)})
	s := shown(d, "resident_report")
	desktest.Press(t, s.Content(), "Создать недостающие…")
	if asked := d.Asked(); !strings.Contains(asked, "Бета, 2020\u00a0год") && !strings.Contains(asked, "Бета, 2020 год") || strings.Contains(asked, "Кандидат") {
		t.Errorf("asked %q", asked)
	}
	d.Press(t, "Создать")
	reports := app.As[app.ResidentReport](d.List(t, "resident_report"))
	if len(reports) != 2 || reports[1].Resident != 2 || reports[1].Revenue.State != app.NotProvided || reports[1].Period != app.YearPeriod(2020) {
		t.Fatalf("the reports are %+v", reports)
	}
	desktest.Press(t, s.Content(), "Создать недостающие…")
	if !strings.Contains(d.Asked(), "создавать нечего") {
		t.Errorf("asked again: %q", d.Asked())
	}
	d.Press(t, "ОК")
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	if n := len(d.List(t, "resident_report")); n != 1 {
		t.Errorf("after one undo %d reports", n)
	}
}

// TestTickedRowsAreWorkedOnByKeys goes by the bar of ticked rows and by Delete.
func TestTickedRowsAreWorkedOnByKeys(t *testing.T) {
	d, s := floorOf(t, "101", "102", "103")
	ids := s.shownIDs()
	s.table.Tick(ids[0], ids[1])
	desktest.Press(t, s.Content(), "Скопировать")
	if n := len(d.List(t, "room")); n != 5 {
		t.Fatalf("%d rooms after two were copied", n)
	}
	d.Window.Canvas().Focus(s.table)
	typed(d, "", fyne.KeyDelete)
	if !strings.Contains(d.Asked(), "Удалить: 2 помещения?") {
		t.Fatalf("asked %q", d.Asked())
	}
	d.Press(t, "Удалить")
	for _, rec := range d.List(t, "room") {
		if id := rec.Header().ID; id == ids[0] || id == ids[1] {
			t.Errorf("room %d is left", id)
		}
	}
	if n := len(d.List(t, "room")); n != 3 || len(s.table.Ticked()) != 0 {
		t.Errorf("%d rooms, %d ticked", n, len(s.table.Ticked()))
	}
	if got := s.whyNotCopy(nil) + s.whyNotChange(nil) + s.whyNotDelete(nil); got != "" {
		t.Errorf("rooms cannot be worked on: %s", got)
	}
	if doc := New(d.Desk, app.TypeByKey("document"), noTools); doc.whyNotCopy(nil) == "" {
		t.Error("a document, which has one file, can be copied")
	}
}

// Records that came together are ticked together, though a filter hid some of them.
func TestRecordsAreTickedTogether(t *testing.T) {
	_, s := floorOf(t, "101", "102", "103")
	ids := s.shownIDs()
	s.onFilter("101")
	s.Open(ids[1], "")
	s.Choose("room", ids[1:])
	if got := s.table.Ticked(); !slices.Equal(got, ids[1:]) {
		t.Errorf("ticked %v of %v", got, ids)
	}
	s.Choose("resident", ids)
	if got := s.table.Ticked(); len(got) != 2 {
		t.Errorf("records of another type are ticked: %v", got)
	}
}
