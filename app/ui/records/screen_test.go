package records

import (
	"slices"
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/widget"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// shown is the screen of a type in the window, without tools; it follows every change.
func shown(d *desktest.Desk, typeKey string) *Screen {
	s := New(d.Desk, app.TypeByKey(typeKey), noTools)
	d.Changed = s.Refresh
	d.Show(s)
	return s
}

func TestAddingAResidentByKeys(t *testing.T) {
	d := desktest.Small(t)
	s := shown(d, "resident")
	s.Add()
	if got := d.Window.Canvas().Focused(); got != s.form.Field("name") {
		t.Fatalf("the cursor is in %v, not in the name", got)
	}
	if !strings.Contains(s.notice.Text(), "«Полное наименование»") {
		t.Errorf("the notice does not say what the draft lacks: %q", s.notice.Text())
	}
	d.Type(t, s.form, "name", "ООО «Ёлочка»")
	if n := len(d.List(t, "resident")); n != 0 {
		t.Fatalf("%d records before the field was left", n)
	}
	d.Tab()
	recs := d.List(t, "resident")
	if len(recs) != 1 || recs[0].(*app.Resident).Name != "ООО «Ёлочка»" {
		t.Fatalf("the file holds %v", recs)
	}
	if got := s.table.Texts(recs[0].Header().ID); !slices.Contains(got, "ООО «Ёлочка»") {
		t.Errorf("the table shows %v", got)
	}
	if got := d.Window.Canvas().Focused(); got != s.form.Field("short_name") {
		t.Errorf("Tab went to %v, not to the next field", got)
	}
	if s.header.Count() != "1 резидент" {
		t.Errorf("count line %q", s.header.Count())
	}
}

func TestBadIdentifierIsNotSaved(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := shown(d, "resident")
	in := d.Type(t, s.form, "inn", "7707083890")
	d.Tab()
	if inn := d.List(t, "resident")[0].(*app.Resident).INN; inn != "" {
		t.Errorf("saved ИНН %q", inn)
	}
	if in.Text != "7707083890" {
		t.Errorf("the text became %q", in.Text)
	}
	if m := s.form.Message("inn"); !strings.Contains(m, "ИНН") {
		t.Errorf("message %q", m)
	}
	d.Type(t, s.form, "inn", "7707083893")
	d.Tab()
	if inn := d.List(t, "resident")[0].(*app.Resident).INN; inn != "7707083893" || s.form.Message("inn") != "" {
		t.Errorf("after the correction: ИНН %q, message %q", inn, s.form.Message("inn"))
	}
}

func TestSortAndFilter(t *testing.T) {
	d := desktest.Small(t, "Берёза", "Ель", "Ёлка", "Ясень")
	s := shown(d, "resident")
	names := func() []string {
		var list []string
		for _, id := range s.table.Shown() {
			list = append(list, s.records[id].(*app.Resident).Name)
		}
		return list
	}
	if got, want := names(), []string{"Берёза", "Ёлка", "Ель", "Ясень"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	s.table.SortBy("name", true)
	if got, want := names(), []string{"Ясень", "Ель", "Ёлка", "Берёза"}; !slices.Equal(got, want) {
		t.Errorf("order %v, want %v", got, want)
	}
	s.FocusFilter()
	for _, r := range "БЕРЕЗ" {
		d.Window.Canvas().Focused().TypedRune(r)
	}
	if got := names(); !slices.Equal(got, []string{"Берёза"}) {
		t.Errorf("filter shows %v", got)
	}
	if s.header.Count() != "показано 1, всего 4 резидента" {
		t.Errorf("count line %q", s.header.Count())
	}
}

func TestNotApplicableByKeys(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: 1, Period: app.YearPeriod(2020)})
	s := shown(d, "resident_report")
	revenue := func() app.Cell[app.Money] { return d.List(t, "resident_report")[0].(*app.ResidentReport).Revenue }
	d.Type(t, s.form, "revenue", "н/п")
	d.Tab()
	if revenue() != app.NA[app.Money]() || s.form.Field("revenue").Text != "не применимо" {
		t.Errorf("typed н/п: %v, %q", revenue(), s.form.Field("revenue").Text)
	}
	d.Type(t, s.form, "revenue", "0")
	d.Tab()
	if revenue() != app.Of(app.Money(0)) {
		t.Errorf("typed 0: %v", revenue())
	}
	in := d.Type(t, s.form, "revenue", "")
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyDown})
	in.TypedKey(&fyne.KeyEvent{Name: fyne.KeyReturn})
	if revenue() != app.NA[app.Money]() {
		t.Errorf("chosen from the list: %v", revenue())
	}
	d.Type(t, s.form, "revenue", "")
	d.Tab()
	if revenue() != (app.Cell[app.Money]{}) {
		t.Errorf("emptied: %v", revenue())
	}
	d.Type(t, s.form, "revenue", "1 234,5")
	d.Tab()
	if revenue() != app.Of(app.Money(123_450_000)) {
		t.Errorf("typed 1 234,5: %v", revenue())
	}
}

func TestDatesRightOnlyTogether(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	d.Save(t, &app.Contract{
		Head: app.Head{Park: d.Park}, Resident: 1,
		From: app.Day(2019, 1, 1), To: app.Day(2019, 12, 31),
	})
	s := shown(d, "contract")
	d.Type(t, s.form, "valid_from", "01.02.2020")
	d.Tab()
	contract := func() *app.Contract { return d.List(t, "contract")[0].(*app.Contract) }
	if contract().From != app.Day(2019, 1, 1) || s.form.Message("valid_from") == "" {
		t.Fatalf("a first day after the last: %v, %q", contract().From, s.form.Message("valid_from"))
	}
	d.Type(t, s.form, "number", "7")
	d.Tab()
	if contract().Number != "7" {
		t.Errorf("another field is not saved meanwhile: %q", contract().Number)
	}
	d.Type(t, s.form, "valid_to", "31.12.2020")
	d.Tab()
	if c := contract(); c.From != app.Day(2020, 2, 1) || c.To != app.Day(2020, 12, 31) {
		t.Errorf("both dates typed: %v – %v", c.From, c.To)
	}
	if m := s.form.Message("valid_from") + s.form.Message("valid_to"); m != "" {
		t.Errorf("messages stay: %q", m)
	}
}

func TestDeletingWithDependents(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: 1, Number: "17"})
	s := shown(d, "resident")
	s.Delete()
	plainAnswers(t, d)
	d.Press(t, "Удалить")
	plainAnswers(t, d)
	if text := d.Asked(); !strings.Contains(text, "Договоры") || !strings.Contains(text, "17") {
		t.Errorf("the question does not name the contract: %s", text)
	}
	d.Press(t, "Удалить вместе с 1 записью")
	if n := len(d.List(t, "resident")) + len(d.List(t, "contract")); n != 0 {
		t.Errorf("%d records are left", n)
	}
	if _, err := d.Store.Undo(d.Ctx()); err != nil {
		t.Fatal(err)
	}
	if len(d.List(t, "resident")) != 1 || len(d.List(t, "contract")) != 1 {
		t.Error("one undo does not bring both back")
	}
}

func TestYearFilter(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	for _, year := range []int{2019, 2020} {
		d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: 1, Period: app.YearPeriod(year)})
	}
	s := shown(d, "resident_report")
	if shown, _ := s.table.Len(); shown != 1 || d.Year != 2020 {
		t.Fatalf("%d reports of %d", shown, d.Year)
	}
	s.showYears(true)
	if shown, _ := s.table.Len(); shown != 2 {
		t.Errorf("all years: %d reports", shown)
	}
	s.showYears(false)
	d.Year = 2019
	s.Refresh()
	if shown, _ := s.table.Len(); shown != 1 || s.current.(*app.ResidentReport).Period.Year != 2019 {
		t.Errorf("2019: %d reports, the form has %v", shown, s.current)
	}
	d.Year = 2018
	s.Refresh()
	d.Show(s)
	if got := desktest.Said(s.Content()); !strings.Contains(got, "2018") || !strings.Contains(got, "Все годы") {
		t.Errorf("a year without reports: %q", got)
	}
}

func TestReferenceByTyping(t *testing.T) {
	d := desktest.Small(t, "Альфа", "Бета Приборы")
	s := shown(d, "contract")
	s.Add()
	d.Type(t, s.form, "resident", "приб")
	d.Tab()
	recs := d.List(t, "contract")
	if len(recs) != 1 {
		t.Fatalf("%d contracts; message %q", len(recs), s.form.Message("resident"))
	}
	if got := s.form.Field("resident").Text; got != "Бета Приборы" {
		t.Errorf("resident %q", got)
	}
	d.Type(t, s.form, "resident", "гамма")
	d.Tab()
	if m := s.form.Message("resident"); !strings.Contains(m, "«гамма»") {
		t.Errorf("message %q", m)
	}
}

func TestLeavingADraft(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := shown(d, "contract")
	s.Add()
	d.Type(t, s.form, "number", "1")
	d.Tab()
	s.Add()
	if !strings.Contains(d.Asked(), "«Резидент»") {
		t.Fatalf("a started draft is dropped without asking: %q", d.Asked())
	}
	d.Press(t, "Вернуться к записи")
	if got := s.form.Field("number").Text; got != "1" || !s.draft {
		t.Errorf("after staying: number %q, draft %t", got, s.draft)
	}
}

// plainAnswers checks that no answer is in the colour of danger: what is deleted can be had back.
func plainAnswers(t *testing.T, d *desktest.Desk) {
	t.Helper()
	buttons := desktest.All[*kit.Button](d.Window.Canvas().Overlays().Top())
	if len(buttons) != 2 {
		t.Errorf("%d answers", len(buttons))
	}
	for _, b := range buttons {
		if b.Importance == widget.DangerImportance {
			t.Errorf("%q is red", b.Text)
		}
	}
}
