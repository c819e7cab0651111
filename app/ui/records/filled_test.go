package records

import (
	"strings"
	"testing"

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
	if want := "■\u00a0ИНН стоит и у записи " + title + "; исправьте номер или удалите лишнюю запись"; got["inn"] != want {
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

// Where nobody can add a record, nobody is told to press «Добавить».
func TestEmptyListSaysWhatCanBeDone(t *testing.T) {
	d := desktest.New(t)
	for key, want := range map[string]string{"revision": d.T("ui.no_record_made"), "practice": ""} {
		s := New(d.Desk, app.TypeByKey(key), noTools)
		if got := s.notice.Text(); got != want {
			t.Errorf("%s: %q, want %q", key, got, want)
		}
	}
	d.Year = 2011
	if s := New(d.Desk, app.TypeByKey("resident_report"), noTools); s.notice.Text() != d.T("ui.no_record_year", "Year", 2011) {
		t.Errorf("%q", s.notice.Text())
	}
}
