package check_test

import (
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/sample"
	"technopark/assets"
)

// checked runs the rules of the program over the sample with the explanations given
// besides those it has.
func checked(t *testing.T, spoil func(*app.Book), more ...*app.Explanation) (*app.Book, check.Report) {
	t.Helper()
	set := assets.Rules()[0]
	rules, err := check.Load(set.Name, set.TOML)
	if err != nil {
		t.Fatal(err)
	}
	b := sample.Park().Book()
	spoil(b)
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = b.Of(typ.Key)
	}
	for _, e := range more {
		e.ID = int64(1000 + len(records["explanation"]))
		records["explanation"] = append(records["explanation"], e)
	}
	b = app.NewBook(b.Park, records)
	return b, check.Run(rules, b, 2020, nil)
}

func asItIs(*app.Book) {}

func TestSampleExplanationsHold(t *testing.T) {
	b, report := checked(t, asItIs)
	if got, want := report.Explained(), len(b.Of("explanation")); got != want || want == 0 {
		t.Errorf("%d of %d explanations of the sample close a finding", got, want)
	}
	for _, f := range report.Findings {
		if e := f.Explanation; e != nil && (e.Finding != f.Message.RU || e.About != f.Record) {
			t.Errorf("the sample says %q of %q, the check %q of %q", e.Finding, e.About, f.Message.RU, f.Record)
		}
	}
	if report.Open(check.Warning) != report.Count(check.Warning)-report.Explained() {
		t.Errorf("open: %d of %d", report.Open(check.Warning), report.Count(check.Warning))
	}
}

// The findings of every rule can be explained; the explanation closes that finding alone.
func TestEveryFindingCanBeExplained(t *testing.T) {
	_, report := checked(t, spoiled)
	tried := map[string]bool{}
	for _, f := range report.Findings {
		if f.Explanation != nil || tried[f.Rule] {
			continue
		}
		tried[f.Rule] = true
		e := report.Explain(f, "так и есть", "Иванова", app.Day(2021, 4, 1))
		if faults := app.Validate(e); len(faults) > 0 {
			t.Fatalf("%s %s: %v", f.Rule, f.Place(), faults)
		}
		_, again := checked(t, spoiled, e)
		closed := slices.ContainsFunc(again.Findings, func(x check.Finding) bool {
			return x.Rule == f.Rule && x.Place() == f.Place() && x.Explanation != nil
		})
		if got := again.Explained(); !closed || got != report.Explained()+1 {
			t.Errorf("%s %s: closed %v; %d findings explained, %d before", f.Rule, f.Place(), closed, got, report.Explained())
		}
	}
}

// spoiled adds a finding of each form: a wrong value, a pair of equal ones, terms that
// overlap, a missing report.
func spoiled(b *app.Book) {
	residents := app.All[app.Resident](b, "resident")
	residents[0].INN = "7707083890"
	residents[2].INN = residents[1].INN
	var lease *app.Contract
	for _, c := range app.All[app.Contract](b, "contract") {
		switch {
		case c.Kind != app.ContractLease || len(c.Rooms) == 0 || !b.Active(c.Resident, app.YearPeriod(2020)):
		case lease == nil:
			lease = c
		default:
			c.Rooms, c.From, c.To = lease.Rooms, lease.From, lease.To
			return
		}
	}
}

func TestExplanationHoldsForItsFiguresOnly(t *testing.T) {
	for name, change := range map[string]func(*app.ResidentReport){
		"this year":   func(r *app.ResidentReport) { r.Revenue.N++ },
		"missing":     func(r *app.ResidentReport) { r.Revenue = app.NA[app.Money]() },
		"other field": func(r *app.ResidentReport) { r.Export = app.Of(app.Money(1)) },
	} {
		t.Run(name, func(t *testing.T) {
			_, report := checked(t, func(b *app.Book) {
				change(b.Get("resident_report", jumped(t, b)).(*app.ResidentReport))
			})
			for _, f := range report.Findings {
				if f.Rule != "JUMP" || f.Field.Key != "revenue" || f.Record != "ООО «ДНК-Учёт», 2020 год" {
					continue
				}
				closed := f.Explanation != nil
				if closed != (name == "other field") || closed == (f.Outdated != nil) {
					t.Errorf("closed %v, outdated %v; basis %q", closed, f.Outdated != nil, f.Basis)
				}
				if f.Outdated != nil {
					if e := report.Explain(f, "иначе", "Иванова", app.Day(2021, 4, 1)); e.ID != f.Outdated.ID || e.Basis != f.Basis {
						t.Errorf("explained anew as record %d for %q", e.ID, e.Basis)
					}
				}
				return
			}
			if name != "missing" {
				t.Error("the finding is gone")
			}
		})
	}
}

// jumped returns the report that the sample explains.
func jumped(t *testing.T, b *app.Book) int64 {
	t.Helper()
	for _, e := range app.All[app.Explanation](b, "explanation") {
		if place, ok := app.ParsePlace(e.Place); ok && place.Field == "revenue" {
			return place.ID
		}
	}
	t.Fatal("the sample explains no revenue")
	return 0
}

func TestExplanationOfAnotherYearSaysNothing(t *testing.T) {
	_, report := checked(t, func(b *app.Book) {
		for _, e := range app.All[app.Explanation](b, "explanation") {
			e.Period = app.YearPeriod(2019)
		}
	})
	if report.Explained() != 0 {
		t.Errorf("%d explained by words about another year", report.Explained())
	}
}

func TestWhomToAsk(t *testing.T) {
	b, report := checked(t, func(b *app.Book) {
		app.All[app.CompanyReport](b, "company_report")[2].Costs = app.Cell[app.Money]{}
	})
	own := 0
	for _, f := range report.Findings {
		if f.Resident == 0 {
			own++
			if f.Ask.Company != b.TitleOf("company", b.Company.ID) || f.Ask.Name != "Ёжикова-Преображенская Анастасия Вячеславовна" {
				t.Errorf("%s %s: ask %+v", f.Rule, f.Place(), f.Ask)
			}
			continue
		}
		r := b.Get("resident", f.Resident).(*app.Resident)
		if f.Ask.Company != r.ShortName || f.Ask.String() != r.Contact+", "+r.Phone+", "+r.Email {
			t.Errorf("%s %s: ask %q of %q", f.Rule, f.Place(), f.Ask, f.Ask.Company)
		}
	}
	if own == 0 {
		t.Error("nothing found in the park's own records")
	}
}
