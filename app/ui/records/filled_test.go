package records

import (
	"strings"
	"testing"

	"fyne.io/fyne/v2"
	"fyne.io/fyne/v2/test"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/ui/desk"
	"technopark/app/ui/desktest"
)

func TestFieldsSayWhatIsDoubted(t *testing.T) {
	d := desktest.New(t)
	seen := d.Look()
	for _, f := range seen.Report.Findings {
		if f.Rule != "JUMP" || f.Explanation != nil {
			continue
		}
		rec := seen.Book.Get(f.Type.Key, f.ID)
		if got := notices(d.Desk, seen.Report, nil, rec)[f.Field.Key]; got != "▲\u00a0"+f.Message.RU {
			t.Errorf("%s of %s says %q", f.Field.Key, f.Record, got)
		}
		return
	}
	t.Fatal("no jump in the sample")
}

func TestRecordInTheFormIsTheSubject(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk, app.TypeByKey("contract"), noTools)
	if subject, _ := s.Subject(); subject != app.SubjectOf(s.current) {
		t.Errorf("%q", subject)
	}
}

// Whoever is called so is named under the name as it is typed, a resident who left and a
// draft among them; so is the owner of a number.
func TestNamesakesAreNamed(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk, app.TypeByKey("resident"), noTools)
	var known *app.Resident
	for _, rec := range s.records {
		if r := rec.(*app.Resident); known == nil || r.ID < known.ID {
			known = r
		}
	}
	draft := &app.Resident{Name: " " + strings.ToUpper(known.Name), INN: known.INN}
	got := notices(d.Desk, check.Report{}, s.twins, draft)
	title := app.Quoted(known.Type().Title(known, nil))
	if want := "▲\u00a0так же называется " + title + "; проверьте, не заведена ли запись второй раз"; got["name"] != want {
		t.Errorf("name: %q, want %q", got["name"], want)
	}
	if want := "■\u00a0ИНН стоит и у записи " + title + "; исправьте номер или объедините записи: «Похожие записи»"; got["inn"] != want {
		t.Errorf("inn: %q, want %q", got["inn"], want)
	}
	if alone := notices(d.Desk, check.Report{}, s.twins, known); len(alone) != 0 {
		t.Errorf("%s is said to have twins: %v", known.Name, alone)
	}
}

// The management company is named under a resident of its name, and with its list.
func TestManagementCompanyIsNamedAsANamesake(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk, app.TypeByKey("resident"), noTools)
	company := app.As[app.ManagementCompany](d.List(t, "company"))[0]
	draft := &app.Resident{Name: "«" + company.Name + "»", INN: company.INN}
	got := notices(d.Desk, check.Report{}, s.twins, draft)
	for _, key := range []string{"name", "inn"} {
		if !strings.Contains(got[key], "(список «Управляющие компании»)") {
			t.Errorf("%s: %q", key, got[key])
		}
	}
}

func noTools(*desk.Desk, desk.RecordPage) []desk.Tool { return nil }

// An empty list says what its records are for and has a button for what can be done; where
// nobody can add a record, nobody is told to.
func TestEmptyListSaysWhatCanBeDone(t *testing.T) {
	d := desktest.New(t)
	none := func(key string) (*Screen, string) {
		s := New(d.Desk, app.TypeByKey(key), noTools)
		d.Show(s)
		return s, desktest.Said(s.Content())
	}
	if _, said := none("revision"); !strings.Contains(said, d.T("ui.no_record_made")) || strings.Contains(said, d.T("ui.empty.add")) {
		t.Errorf("what the program makes says %q", said)
	}
	if _, said := none("practice"); strings.Contains(said, "пока ничего нет") {
		t.Errorf("a list with records says %q", said)
	}
	d.Year = 2011
	s, said := none("resident_report")
	for _, want := range []string{d.T("ui.for.resident_report"), d.T("ui.empty.year", "Year", 2011), d.T("ui.due.button"), d.T("ui.years.all")} {
		if !strings.Contains(said, want) {
			t.Errorf("a year without reports does not say %q: %q", want, said)
		}
	}
	s.FocusList()
	if d.Window.Canvas().Focused() != fyne.Focusable(s.offers.due) {
		t.Errorf("the keyboard is in %v", d.Window.Canvas().Focused())
	}
	test.Tap(s.offers.years)
	if s.list.Bare() || strings.Contains(desktest.Said(s.Content()), "пока ничего нет") {
		t.Error("the button of all years shows nothing")
	}
}

// The primary button of an empty list is in the list, and begins a record; with one begun it is
// in the head again.
func TestEmptyListBeginsARecord(t *testing.T) {
	d := desktest.Small(t)
	s := New(d.Desk, app.TypeByKey("contract"), noTools)
	d.Show(s)
	if s.addButton.Visible() || !s.offers.add.Visible() {
		t.Fatal("there are two primary buttons, or none")
	}
	s.FocusList()
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if !s.draft || !s.addButton.Visible() || s.offers.add.Visible() && s.list.Table.Hidden {
		t.Errorf("Enter begins a record: %v", s.draft)
	}
}

// What the search and the conditions leave nothing of is shown again by one button.
func TestNothingFoundIsTakenBackByAButton(t *testing.T) {
	d := desktest.New(t)
	s := New(d.Desk, app.TypeByKey("contract"), noTools)
	d.Show(s)
	_, all := s.table.Len()
	test.Type(s.filter, "геном-нет-такого")
	if said := desktest.Said(s.Content()); !strings.Contains(said, "Ничего не найдено по „геном-нет-такого“") {
		t.Errorf("it says %q", said)
	}
	s.FocusList()
	desktest.Key(d.Window.Canvas().Focused(), fyne.KeyReturn)
	if shown, _ := s.table.Len(); shown != all || s.filter.Text != "" || d.Window.Canvas().Focused() != fyne.Focusable(s.table) {
		t.Errorf("%d of %d are shown, searched %q, the keyboard in %v", shown, all, s.filter.Text, d.Window.Canvas().Focused())
	}
}

// Every type with a screen says what its records are for.
func TestEveryTypeSaysWhatItIsFor(t *testing.T) {
	d := desktest.Small(t)
	for _, typ := range app.Types() {
		if s := New(d.Desk, typ, noTools); !typ.Aside && !typ.Made && s.purpose() == "" {
			t.Errorf("%s does not", typ.Key)
		}
	}
}
