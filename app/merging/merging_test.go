package merging_test

import (
	"slices"
	"testing"

	"technopark/app"
	"technopark/app/history"
	"technopark/app/merging"
)

// pair is a park with one resident twice, each with a report of 2020, and what refers to them.
type pair struct {
	*file
	kept, gone             *app.Resident
	keptReport, goneReport *app.ResidentReport
	lease                  *app.Contract
	asked                  *app.Questionnaire
	why                    *app.Explanation
	try                    *app.Scenario
	links                  []*app.DocumentLink
}

func newPair(t *testing.T) *pair {
	t.Helper()
	p := &pair{file: small(t)}
	year := app.YearPeriod(2020)
	p.kept = &app.Resident{Name: "Альфа", INN: "7707083893", Phone: "+7 495 123-45-67"}
	p.gone = &app.Resident{Name: "ООО «Aльфа»", OKVED: "26.51.6", Phone: "+7 495 765-43-21"}
	p.keep(p.kept, p.gone)
	p.keptReport = &app.ResidentReport{Resident: p.kept.ID, Period: year, Headcount: app.Of[app.Count](10), Revenue: app.Of[app.Money](100)}
	p.goneReport = &app.ResidentReport{Resident: p.gone.ID, Period: year, Headcount: app.Of[app.Count](10), Revenue: app.Of[app.Money](200), Export: app.NA[app.Money]()}
	p.lease = &app.Contract{Resident: p.gone.ID, Kind: app.ContractLease, Number: "7"}
	p.asked = &app.Questionnaire{Resident: p.gone.ID, Period: year, Way: app.QuestionnairePaper}
	paper := &app.Document{Title: "Справка"}
	p.keep(p.keptReport, p.goneReport, p.lease, p.asked, paper)
	at := app.SubjectOf(p.goneReport)
	p.why = &app.Explanation{Period: year, Rule: "R", Place: at + "/revenue", Text: "так"}
	p.try = &app.Scenario{Period: year, Title: "Проба", Changes: "input x +1\nrecord " + at + "/revenue +22"}
	for _, rec := range []app.Record{p.keptReport, p.goneReport, p.gone} {
		p.links = append(p.links, &app.DocumentLink{Document: paper.ID, Subject: app.SubjectOf(rec)})
	}
	p.keep(p.why, p.try, p.links[0], p.links[1], p.links[2])
	return p
}

func TestPlanSaysWhatFollows(t *testing.T) {
	f := newPair(t)
	before := f.all()
	p := f.plan(f.kept, f.gone)
	takes := map[string]string{}
	for _, l := range p.Top.Lines {
		takes[l.Field.Key] = l.Take.Key() + " " + l.Why.In(app.RU)
	}
	for key, want := range map[string]string{
		"name": "drop то же название, записано полнее", "inn": "keep есть только здесь",
		"okved": "drop есть только здесь", "phone": "keep из записи, которая остаётся",
	} {
		if takes[key] != want {
			t.Errorf("%s: %q, want %q", key, takes[key], want)
		}
	}
	var moved []string
	for _, m := range p.Moves {
		moved = append(moved, m.Was.Type().Key)
	}
	if want := []string{"contract", "questionnaire", "document_link", "explanation", "scenario"}; !slices.Equal(moved, want) {
		t.Errorf("moved are %v, want %v", moved, want)
	}
	if len(p.Clashes) != 2 || p.Clashes[0].Kept.Type().Key != "resident_report" || p.Clashes[1].Kept.Type().Key != "document_link" {
		t.Fatalf("clashes %v", p.Clashes)
	}
	// Figures that differ are neither added up nor chosen.
	revenue := app.Place{Type: "resident_report", ID: f.goneReport.ID, Field: "revenue"}
	if open := p.Open(); !slices.Equal(open, []app.Place{revenue}) {
		t.Errorf("open %v", open)
	}
	refusal(t, p.Write(t.Context(), f.Store, "x"), "err.merge_open")
	refusal(t, p.Decide(app.Place{Type: "resident", ID: f.kept.ID, Field: "nothing"}, merging.OfGone), "err.merge_choice")
	f.same("a plan", before, f.all())

	if err := p.Decide(revenue, merging.OfGone); err != nil {
		t.Fatal(err)
	}
	f.write(p)
	b := f.book()
	report := app.Find[app.ResidentReport](b, "resident_report", f.keptReport.ID)
	if report.Revenue.N != 200 || report.Export.State != app.NotApplicable || report.Headcount.N != 10 || len(b.Of("resident_report")) != 1 {
		t.Errorf("the report is %+v", report)
	}
	if r := app.Find[app.Resident](b, "resident", f.kept.ID); r.Name != f.gone.Name || r.INN != f.kept.INN || r.OKVED != "26.51.6" || r.Phone != f.kept.Phone {
		t.Errorf("the resident is %+v", r)
	}
	at := app.SubjectOf(f.keptReport)
	e, s := app.All[app.Explanation](b, "explanation")[0], app.All[app.Scenario](b, "scenario")[0]
	if e.Place != at+"/revenue" || s.Changes != "input x +1\nrecord "+at+"/revenue +22" {
		t.Errorf("explained at %q, tried %q", e.Place, s.Changes)
	}
	if links := b.Of("document_link"); len(links) != 2 {
		t.Errorf("%d links", len(links))
	}
	if c := app.Find[app.Contract](b, "contract", f.lease.ID); c.Resident != f.kept.ID {
		t.Errorf("the contract is of %d", c.Resident)
	}
	gone, err := history.Deleted(t.Context(), f.Store, app.JournalFilter{Type: "resident"})
	if err != nil || len(gone) != 1 || gone[0].What != "объединение" {
		t.Errorf("in the bin %v: %v", gone, err)
	}
	f.undo()
	f.same("undone", before, f.all())
}

// Whose of the two figures stays is decided once for the plan and for the change; what was changed
// meanwhile is not merged unseen.
func TestPlanIsWrittenAsItWasSeen(t *testing.T) {
	f := newPair(t)
	p := f.plan(f.kept, f.gone)
	if err := p.Decide(app.Place{Type: "resident_report", ID: f.goneReport.ID}, merging.OfKept); err != nil {
		t.Fatal(err) // of what they differ in; what only one has stays
	}
	job := &app.Job{Resident: f.gone.ID, Date: app.Day(2020, 5, 5)}
	f.keep(job)
	before := f.all()
	refusal(t, p.Write(t.Context(), f.Store, "x"), "err.merge_stale")
	f.same("refused", before, f.all())

	again := f.plan(f.kept, f.gone)
	again.DecideAs(p)
	f.write(again)
	report := app.Find[app.ResidentReport](f.book(), "resident_report", f.keptReport.ID)
	if report.Revenue.N != 100 || report.Export.State != app.NotApplicable {
		t.Errorf("the report is %+v", report)
	}
}

// What the program read of a file stays with the file.
func TestFileOfADocumentStaysWhole(t *testing.T) {
	f := small(t)
	a := &app.Document{Title: "Договор", Number: "1", SHA256: app.Content([]byte("a")), FileName: "a.pdf", Format: app.FormatPDF, Pages: app.Of[app.Count](2), Size: app.Of[app.Count](1)}
	b := &app.Document{Title: "Договор", Number: "1", SHA256: app.Content([]byte("b")), FileName: "b.pdf", Format: app.FormatPDF, Pages: app.Of[app.Count](3), Size: app.Of[app.Count](1)}
	err := f.Change(t.Context(), "файлы", func(tx app.Tx) error {
		for _, text := range []string{"a", "b"} {
			if _, err := tx.PutContent(t.Context(), []byte(text)); err != nil {
				return err
			}
		}
		return nil
	})
	if err != nil {
		t.Fatal(err)
	}
	f.keep(a, b)
	p := f.plan(a, b)
	refusal(t, p.Decide(app.Place{Type: "document", ID: b.ID, Field: "pages"}, merging.OfGone), "err.merge_choice")
	if err := p.Decide(app.Place{Type: "document", ID: b.ID, Field: "sha256"}, merging.OfGone); err != nil {
		t.Fatal(err)
	}
	f.write(p)
	is := app.Find[app.Document](f.book(), "document", a.ID)
	if is.FileName != "b.pdf" || is.Pages.N != 3 || is.SHA256 != b.SHA256 {
		t.Errorf("the document is %+v", is)
	}
}

func TestWhatIsNotMerged(t *testing.T) {
	f := newPair(t)
	_, err := merging.New(t.Context(), f.Store, f.kept.Type(), f.kept.ID, f.kept.ID, app.RU)
	refusal(t, err, "err.merge_itself")
	_, err = merging.New(t.Context(), f.Store, f.kept.Type(), f.kept.ID, 999, app.RU)
	refusal(t, err, "err.merge_gone")
	_, err = merging.New(t.Context(), f.Store, f.keptReport.Type(), f.keptReport.ID, f.goneReport.ID, app.RU)
	refusal(t, err, "err.merge_type")
	var not []string
	for _, typ := range app.Types() {
		if !typ.Mergeable() {
			not = append(not, typ.Key)
		}
	}
	want := []string{
		"park", "site_report", "resident_report", "questionnaire", "deadline", "company_report", "service", "service_report",
		"disclosure", "practice", "document_link", "profile", "explanation", "distinction", "scenario", "revision", "signature",
	}
	if !slices.Equal(not, want) {
		t.Errorf("not merged are %v, want %v", not, want)
	}
}

// A signatory of all parks is named by the company, a field of work by the park.
func TestMergeOfRecordsOfTheWholeFile(t *testing.T) {
	f := small(t)
	a, b := &app.Person{FullName: "Иванов Иван Иванович"}, &app.Person{FullName: "Иванов Иван Иванович", Position: "директор"}
	one, two := &app.Specialism{Name: "Робототехника"}, &app.Specialism{Name: "Pобототехника"} // with a Latin P
	f.keep(a, b, one, two)
	c := &app.ManagementCompany{Name: "УК", HeadPerson: b.ID, Accountant: b.ID, Contact: a.ID}
	r := &app.Resident{Name: "Альфа", Specialism: two.ID}
	f.keep(c, r)
	park, err := f.Get(t.Context(), app.TypeByKey("park"), f.park)
	if err != nil {
		t.Fatal(err)
	}
	park.(*app.Park).Specialisms = []int64{two.ID, one.ID}
	f.keep(park)

	p := f.plan(a, b)
	if len(p.Moves) != 1 || !slices.Equal(keys(p.Moves[0].Fields), []string{"accountant", "head_person"}) {
		t.Errorf("moves %v", p.Moves)
	}
	f.write(p)
	f.write(f.plan(one, two))
	book := f.book()
	c = app.Find[app.ManagementCompany](book, "company", c.ID)
	if c.HeadPerson != a.ID || c.Accountant != a.ID || app.Find[app.Person](book, "person", a.ID).Position != "директор" {
		t.Errorf("the company is %+v", c)
	}
	if r = app.Find[app.Resident](book, "resident", r.ID); r.Specialism != one.ID || !slices.Equal(book.Park.Specialisms, []int64{one.ID}) {
		t.Errorf("fields of work: %d, %v", r.Specialism, book.Park.Specialisms)
	}
}
