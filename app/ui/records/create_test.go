package records

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"

	"technopark/app"
	"technopark/app/ui/desktest"
	"technopark/app/ui/kit"
)

// typed types into whatever has the keyboard, then presses keys there.
func typed(d *desktest.Desk, text string, keys ...fyne.KeyName) {
	for _, r := range text {
		d.Window.Canvas().Focused().TypedRune(r)
	}
	for _, key := range keys {
		d.Window.Canvas().Focused().TypedKey(&fyne.KeyEvent{Name: key})
	}
}

// said names what has the keyboard: a button by its words, an entry by its field.
func said(d *desktest.Desk) string {
	switch at := d.Window.Canvas().Focused().(type) {
	case *kit.Button:
		return at.Text
	case *kit.Input:
		return at.Label()
	}
	return ""
}

// TestNewParkNeedsACompanyWhichNeedsAPerson makes the three in the order in which people think
// of them, by keys alone, and undoes them one by one.
func TestNewParkNeedsACompanyWhichNeedsAPerson(t *testing.T) {
	d := desktest.Small(t)
	s := shown(d, "park")
	s.Add()
	typed(d, "Технопарк «Второй»", fyne.KeyReturn)
	s.form.Focus("company")
	typed(d, "", fyne.KeyDown)
	typed(d, "", fyne.KeyEscape)
	typed(d, "АО «УК»", fyne.KeyDown, fyne.KeyReturn) // nothing is called so: the dialog of a company
	if !strings.Contains(d.Asked(), "Управляющая компания") {
		t.Fatalf("asked %q", d.Asked())
	}
	d.Tab() // the name is there; on to the head
	typed(d, "Иванова Мария Петровна", fyne.KeyDown, fyne.KeyReturn)
	typed(d, "", fyne.KeyReturn) // its only field, filled already: Enter makes the record
	if n := len(d.List(t, "person")); n != 1 {
		t.Fatalf("%d people: %q", n, d.Asked())
	}
	desktest.Press(t, d.Window.Canvas().Overlays().Top(), "Создать")
	companies := d.List(t, "company")
	if len(companies) != 1 {
		t.Fatalf("%d companies: %q", len(companies), d.Asked())
	}
	company := companies[0].(*app.ManagementCompany)
	if company.Name != "АО «УК»" || company.HeadPerson != d.List(t, "person")[0].Header().ID {
		t.Errorf("the company is %+v", company)
	}
	if d.Window.Canvas().Overlays().Top() != nil {
		t.Errorf("a dialog stays: %q", d.Asked())
	}
	park := s.current.(*app.Park)
	if park.Company != company.ID || park.Name != "Технопарк «Второй»" || s.form.Message("company") != "" {
		t.Errorf("the park is %+v, message %q", park, s.form.Message("company"))
	}
	if d.Window.Canvas().Focused() != s.form.Field("company") {
		t.Errorf("the keyboard is in %v", d.Window.Canvas().Focused())
	}
	for i, left := range []int{2, 1, 0} { // the park’s company, the company, the person
		if _, err := d.Store.Undo(d.Ctx()); err != nil {
			t.Fatal(err)
		}
		if n := len(d.List(t, "company")) + len(d.List(t, "person")); n != left {
			t.Errorf("after %d undone there are %d companies and people, want %d", i+1, n, left)
		}
	}
}

func TestCreationIsGivenUpAndRefused(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	d.Save(t, &app.Room{Head: app.Head{Park: d.Park}, Building: "А", Number: "101"})
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: 1, Number: "1"})
	s := shown(d, "contract")
	s.form.Focus("rooms")
	typed(d, "305", fyne.KeyDown, fyne.KeyReturn)
	for _, want := range []string{"Номер помещения", "Создать", "Отмена", "Здание"} {
		d.Tab()
		if got := said(d); got != want {
			t.Errorf("Tab goes to %q, not to %q", got, want)
		}
	}
	typed(d, "", fyne.KeyEscape)
	if d.Window.Canvas().Overlays().Top() != nil || len(d.List(t, "room")) != 1 {
		t.Fatal("Esc did not give the new room up")
	}
	s.form.Focus("rooms")
	typed(d, "", fyne.KeyEscape, fyne.KeyEscape)
	s.form.Focus("rooms")
	typed(d, "101а", fyne.KeyDown, fyne.KeyReturn)
	typed(d, "", fyne.KeyReturn, fyne.KeyReturn)
	if !strings.Contains(d.Asked(), "«Здание»") || len(d.List(t, "room")) != 1 {
		t.Errorf("a room of no building: %q", d.Asked())
	}
	typed(d, "А", fyne.KeyReturn, fyne.KeyReturn)
	if n := len(d.List(t, "room")); n != 2 {
		t.Fatalf("%d rooms: %q", n, d.Asked())
	}
	if c := d.List(t, "contract")[0].(*app.Contract); len(c.Rooms) != 1 || c.Rooms[0] != 2 {
		t.Errorf("the contract has rooms %v", c.Rooms)
	}
}

func TestContractIsOfferedTheAreaOfItsRooms(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	for i, number := range []string{"101", "102"} {
		d.Save(t, &app.Room{Head: app.Head{Park: d.Park}, Building: "А", Number: number, Area: app.Of(app.Quantity(100_250 * (i + 1)))})
	}
	d.Save(t, &app.Contract{Head: app.Head{Park: d.Park}, Resident: 1, Number: "1", Kind: app.ContractLease})
	s := shown(d, "contract")
	s.form.Focus("rooms")
	typed(d, "", fyne.KeyDown)
	typed(d, " ", fyne.KeyDown)
	typed(d, " ", fyne.KeyEscape, fyne.KeyReturn)
	if d.Window.Canvas().Focused() != s.form.Field("area") {
		t.Fatalf("after the rooms the keyboard is in %v", d.Window.Canvas().Focused())
	}
	if _, link := s.form.Aided("area"); link != "подставить 300,75\u00a0м² (F4)" {
		t.Errorf("offered %q", link)
	}
	typed(d, "", fyne.KeyF4)
	if c := d.List(t, "contract")[0].(*app.Contract); c.Area != app.Of(app.Quantity(300_750)) {
		t.Errorf("the area is %v of rooms %v", c.Area, c.Rooms)
	}
}

// What figures make together is seen as soon as the last of them is typed.
func TestReportAddsUpWhileItIsTyped(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: 1, Period: app.YearPeriod(d.Year)})
	s := shown(d, "resident_report")
	s.form.Focus("revenue")
	typed(d, "1000", fyne.KeyReturn)
	typed(d, "250", fyne.KeyReturn)
	said := func(key string) string { return strings.ReplaceAll(s.form.Told(key), app.NBSP, " ") }
	if got := said("export"); !strings.Contains(got, "доля в выручке 25,0 %") {
		t.Errorf("under the export it says %q", got)
	}
	s.form.Focus("contributions")
	typed(d, "10,5", fyne.KeyReturn)
	if got := said("contributions"); !strings.Contains(got, "10,5 тыс. руб., не заполнено: 4") {
		t.Errorf("under the last payment it says %q", got)
	}
}

func TestReportShowsTheYearBeforeAndResidentItsContract(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	for _, year := range []int{2019, 2020} {
		d.Save(t, &app.ResidentReport{Head: app.Head{Park: d.Park}, Resident: 1, Period: app.YearPeriod(year), Revenue: app.Of(app.Money(year) * 1_000_000)})
	}
	s := shown(d, "resident_report")
	if earlier, _ := s.form.Aided("revenue"); earlier != "в 2019: 20\u00a0190,0" {
		t.Errorf("beside the revenue stands %q", earlier)
	}
	if earlier, _ := s.form.Aided("export"); earlier != "" {
		t.Errorf("beside what nobody reported stands %q", earlier)
	}
	r := shown(d, "resident")
	if _, link := r.form.Aided("status"); link != "" {
		t.Errorf("without contracts it leads to %q", link)
	}
	contract := &app.Contract{Head: app.Head{Park: d.Park}, Resident: 1, Number: "17", Kind: app.ContractResidency, From: app.Day(2018, 4, 18)}
	d.Save(t, contract)
	d.Forget()
	r.Refresh()
	if _, link := r.form.Aided("status"); link != "Открыть: №\u00a017, Альфа" {
		t.Errorf("the link says %q", link)
	}
	if r.form.Field("status").Text != "резидент" {
		t.Errorf("the status is %q", r.form.Field("status").Text)
	}
}

func TestDraftShowsWhatFollowsFromItsDates(t *testing.T) {
	d := desktest.Small(t, "Альфа")
	s := shown(d, "contract")
	s.Add()
	if got := s.form.Field("state").Text; got != "нет даты начала" {
		t.Errorf("a new contract is %q", got)
	}
	d.Type(t, s.form, "valid_from", "01.02.2019")
	d.Tab()
	if got := s.form.Field("state").Text; !s.draft || got != "действует" {
		t.Errorf("draft %t, in force since 2019: %q", s.draft, got)
	}
}
