package questionnaire_test

import (
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/questionnaire"
	"technopark/app/sample"
)

var year = app.YearPeriod(2020)

func forms(t testing.TB, a questionnaire.Asking) (*app.Book, []*questionnaire.Form) {
	t.Helper()
	b := sample.Park().Book()
	m := questionnaire.Over(b, a)
	var all []*questionnaire.Form
	for _, r := range b.ActiveResidents(a.Period) {
		all = append(all, m.Form(r))
	}
	if len(all) == 0 {
		t.Fatal("nobody is asked")
	}
	return b, all
}

// What is recorded stands in the answers, and of the year before beside them.
func TestKnownValuesStandInTheForm(t *testing.T) {
	b, all := forms(t, questionnaire.Asking{Period: year})
	var known, last, rows int
	for _, f := range all {
		for _, it := range f.Items() {
			var want, before app.Value
			switch typ := app.TypeByKey(it.Record); {
			case it.Row > 0:
				continue
			case typ.Report:
				want, before = reported(b, typ, f.Resident, year, it.Field), reported(b, typ, f.Resident, app.YearPeriod(2019), it.Field)
			default:
				want = it.Field.Get(f.Resident)
			}
			if it.Now != want || it.Last != before {
				t.Errorf("%s, %s: %v and %v, want %v and %v", f.Resident.Name, it.Key(), it.Now, it.Last, want, before)
			}
			if !want.Empty() {
				known++
			}
			if !before.Empty() {
				last++
			}
		}
		for _, s := range f.Sections {
			if s.Table == nil {
				continue
			}
			for _, row := range s.Table.Rows {
				rec := b.Get(row.Type, row.ID)
				if (rec != nil) != (row.ID != 0) || rec != nil && (app.ResidentOf(rec) != f.Resident.ID || app.PeriodOf(rec) != year) {
					t.Errorf("%s: row %d shows record %d", f.Resident.Name, row.Number, row.ID)
				}
				for _, it := range row.Items {
					if rec != nil && it.Now != it.Field.Get(rec) || rec == nil && !it.Now.Empty() {
						t.Errorf("%s, %s: %v", f.Resident.Name, it.Key(), it.Now)
					}
				}
				if rec != nil {
					rows++
				}
			}
		}
	}
	if known == 0 || last == 0 || rows == 0 {
		t.Errorf("%d known, %d of the year before, %d rows", known, last, rows)
	}
}

func reported(b *app.Book, typ *app.Type, r *app.Resident, p app.Period, f app.Field) app.Value {
	for _, rec := range b.Of(typ.Key) {
		if app.ResidentOf(rec) == r.ID && app.PeriodOf(rec) == p {
			return f.Get(rec)
		}
	}
	return app.Value{}
}

// Every key and every name leads back to its place, and to no other.
func TestKeysAndNamesLeadBack(t *testing.T) {
	_, all := forms(t, questionnaire.Asking{Period: year})
	seen := map[string]bool{}
	for _, it := range all[0].Items() {
		byKey, ok := questionnaire.PlaceOfKey(it.Key())
		byName, named := questionnaire.PlaceOfName(it.Name())
		if !ok || !named || byKey != it.Place() || byName != it.Place() {
			t.Errorf("%v: %v, %v", it.Place(), byKey, byName)
		}
		if seen[it.Key()] || seen[it.Name()] {
			t.Errorf("%s stands twice", it.Key())
		}
		seen[it.Key()], seen[it.Name()] = true, true
	}
	for _, other := range []string{"", "tp_", "resident_report", "resident_report.nothing", "resident_report.period", "job.x.count", "job.0.count", "tp_job_3__resident", "Print_Area"} {
		if p, ok := questionnaire.PlaceOfKey(other); ok {
			t.Errorf("%q is a key of %v", other, p)
		}
		if p, ok := questionnaire.PlaceOfName(other); ok {
			t.Errorf("%q is a name of %v", other, p)
		}
	}
	row := questionnaire.Row{Type: "job", Number: 3}
	if p, ok := questionnaire.PlaceOfName("TP_JOB_3__ID"); !ok || p != row.Place() {
		t.Errorf("the id of a row is %v, %v", p, ok)
	}
}

// An identity is read back, and whatever is altered in it shows.
func TestIdentityTellsAlterations(t *testing.T) {
	_, all := forms(t, questionnaire.Asking{Period: year, Profile: "national-2021"})
	f := all[0]
	held := map[string]string{}
	for _, p := range f.Identity.Properties() {
		held[p.Name] = p.Value
	}
	read := func() (questionnaire.Identity, bool) {
		return questionnaire.IdentityOf(func(name string) string { return held[name] })
	}
	keys := f.Keys()
	slices.Reverse(keys)
	if id, ok := read(); !ok || id != f.Identity || !id.Genuine(keys) {
		t.Fatalf("%v, %v, want %v", id, ok, f.Identity)
	}
	if f.Identity.Genuine(keys[1:]) {
		t.Error("an answer that is gone does not show")
	}
	for name, was := range held {
		held[name] = was + "0"
		if name == questionnaire.PropertyPrefix+"period" {
			held[name] = "2019"
		}
		if id, ok := read(); ok && id.Genuine(f.Keys()) {
			t.Errorf("%s altered from %q to %q does not show", name, was, held[name])
		}
		held[name] = was
	}
	if _, ok := questionnaire.IdentityOf(func(string) string { return "" }); ok {
		t.Error("nothing is an identity")
	}
}

// A quarter is compared with that quarter of the year before, and has its own jobs.
func TestQuarterHasItsOwn(t *testing.T) {
	quarter := app.Period{Year: 2020, Quarter: 2}
	b, all := forms(t, questionnaire.Asking{Period: quarter})
	for _, f := range all {
		if want := (app.Period{Year: 2019, Quarter: 2}); f.Before != want {
			t.Fatalf("compared with %v", f.Before)
		}
		if slices.ContainsFunc(f.Items(), func(it questionnaire.Item) bool { return it.Field.WholeYear }) || len(f.Items()) < 20 {
			t.Errorf("a quarter asks for %v", f.Keys())
		}
		for _, s := range f.Sections {
			if s.Table == nil {
				continue
			}
			for _, row := range s.Table.Rows {
				if rec := b.Get(row.Type, row.ID); rec != nil && !quarter.Contains(rec.(*app.Job).Date) {
					t.Errorf("a job of %v is asked for in %v", rec.(*app.Job).Date, quarter)
				}
			}
		}
	}
}

// Of more records than a page holds the latest are shown, and the others counted.
func TestManyRecordsKeepToThePage(t *testing.T) {
	b := sample.Park().Book()
	r := b.ActiveResidents(year)[0]
	var jobs []app.Record
	for i := range 25 {
		j := &app.Job{Resident: r.ID, Date: app.Day(2020, 12, 31).AddDays(-i)}
		j.ID = int64(100_000 + i)
		jobs = append(jobs, j)
	}
	had := len(app.All[app.Job](b, "job"))
	b = b.With(jobs...)
	f := questionnaire.New(b, r, questionnaire.Asking{Period: year})
	table := f.Sections[len(f.Sections)-1].Table
	if table == nil || table.More < 15 || len(table.Rows) > 12 || table.Rows[len(table.Rows)-1].ID != 100_000 {
		t.Errorf("%d jobs, then 25 more: %+v", had, table)
	}
}

// Only the figures of the period are counted, and «не применимо» is an answer.
func TestFilledCountsFigures(t *testing.T) {
	b := sample.Park().Book()
	r := b.ActiveResidents(year)[0]
	empty := questionnaire.New(b, r, questionnaire.Asking{Period: app.YearPeriod(2030)})
	n, asked := empty.Filled()
	if n != 0 || asked == 0 {
		t.Fatalf("%d of %d before anybody answered", n, asked)
	}
	report := &app.ResidentReport{Resident: r.ID, Period: app.YearPeriod(2030), Revenue: app.Of(app.Money(0)), Export: app.NA[app.Money]()}
	report.ID = 100_000
	if n, _ := questionnaire.New(b.With(report), r, questionnaire.Asking{Period: app.YearPeriod(2030)}).Filled(); n != 2 {
		t.Errorf("%d of %d, want nought and «не применимо»", n, asked)
	}
}
