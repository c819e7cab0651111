package check

import (
	"testing"

	"technopark/app"
)

func goodPark() *app.Park {
	return &app.Park{
		Head: app.Head{ID: 1}, Name: "Пример", Company: 1, Kind: "private", Ownership: "private", Region: "Москва",
		Municipality: "Троицк", OKTMO: "45931000", Address: "Москва", Commissioned: app.Day(2010, 1, 1),
	}
}

// book returns a park whose other records are those given.
func book(park *app.Park, recs ...app.Record) *app.Book {
	byType := map[string][]app.Record{"park": {park}}
	for _, rec := range recs {
		byType[rec.Type().Key] = append(byType[rec.Type().Key], rec)
	}
	return app.NewBook(park, byType)
}

func active(id int64) *app.Contract {
	return &app.Contract{
		Head: app.Head{ID: id}, Resident: id, Number: "1", Kind: app.ContractResidency,
		Signed: app.Day(2019, 1, 1), From: app.Day(2019, 1, 1),
	}
}

func goodResident(id int64) *app.Resident {
	return &app.Resident{
		Head: app.Head{ID: id}, Name: "Альфа", LegalForm: "ooo", INN: "7707083893", OGRN: "1127746509780",
		OKVED: "62.01", Specialism: 1, Innovative: app.Yes(),
	}
}

func TestCleanRecordsPass(t *testing.T) {
	if got := Run(noRules(), book(goodPark(), goodResident(1), active(1)), 2020, nil); len(got.Findings) != 0 {
		t.Fatalf("clean records, yet: %+v", got.Findings)
	}
}

func TestIdentifierFaultNamesTheField(t *testing.T) {
	bad := goodResident(1)
	bad.INN = "7707083890"
	got := Run(noRules(), book(goodPark(), bad, active(1)), 2020, nil)
	if len(got.Findings) != 1 || got.Count(Error) != 1 {
		t.Fatalf("one wrong digit, findings: %+v", got.Findings)
	}
	f := got.Findings[0]
	if f.Rule != RuleValue || f.Type.Key != "resident" || f.Field.Key != "inn" || f.Record != "Альфа" || f.Value.S != "7707083890" {
		t.Errorf("coordinates: %s %s.%s of %q, %v", f.Rule, f.Type.Key, f.Field.Key, f.Record, f.Value)
	}
}

func TestRequiredFields(t *testing.T) {
	r := goodResident(1)
	r.OKVED = ""
	p := app.YearPeriod(2020)
	report := &app.ResidentReport{Head: app.Head{ID: 1}, Resident: 1, Period: p, Revenue: app.NA[app.Money]()}
	got := Run(noRules(), book(goodPark(), r, active(1), report), 2020, nil)
	if got.Findings[0].Field.Key != "okved" || got.Count(Error) != 1 {
		t.Errorf("the empty card line comes first and alone is an error: %+v", got.Findings[0])
	}
	for _, f := range got.Findings[1:] {
		if f.Level != Warning || f.Field.Key == "revenue" || f.Period != p {
			t.Errorf("%s.%s: %s for %s", f.Type.Key, f.Field.Key, f.Level, f.Period.Key())
		}
	}
	if got.Count(Warning) < 10 {
		t.Errorf("an empty report has %d warnings", got.Count(Warning))
	}
}

func TestOnlyTheYearIsChecked(t *testing.T) {
	old := &app.ResidentReport{Head: app.Head{ID: 1}, Resident: 1, Period: app.YearPeriod(2018)}
	left := goodResident(2)
	left.INN = "1"
	over := active(2)
	over.To, over.Number = app.Day(2019, 12, 31), ""
	if got := Run(noRules(), book(goodPark(), goodResident(1), active(1), left, over, old), 2020, nil); len(got.Findings) != 0 {
		t.Errorf("other years and inactive residents: %+v", got.Findings)
	}
}

// A file may hold several parks: what is missing from another's card, or about somebody
// who signs for none of them yet, stops nobody's final package.
func TestOtherParksAreNotChecked(t *testing.T) {
	park := goodPark()
	b := app.NewBook(park, map[string][]app.Record{
		"park":    {park, &app.Park{Head: app.Head{ID: 2}, Name: "Другой", Company: 2}},
		"company": {goodCompany(), &app.ManagementCompany{Head: app.Head{ID: 2}, Name: "Другая", HeadPerson: 2}},
		"person": {
			&app.Person{Head: app.Head{ID: 1}, FullName: "Иванова Анна", Position: "директор", Role: "head"},
			&app.Person{Head: app.Head{ID: 2}, FullName: "Петров Пётр"},
		},
	})
	if got := Run(noRules(), b, 2020, nil); len(got.Findings) != 0 {
		t.Errorf("the other park's records: %+v", got.Findings)
	}
}

func goodCompany() *app.ManagementCompany {
	return &app.ManagementCompany{
		Head: app.Head{ID: 1}, Name: "УК", Ownership: "private", INN: "7707083893", KPP: "773643301", OGRN: "1127746509780",
		LegalAddress: "Москва", Phone: "12-34-56", Email: "a@b.ru", HeadPerson: 1, Accountant: 1, Contact: 1,
	}
}

// noRules leaves only what the catalogue of fields says.
func noRules() *Profile { return &Profile{} }
