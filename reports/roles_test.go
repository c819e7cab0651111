package reports_test

import (
	"fmt"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports"
	"technopark/reports/doc"
)

// staffed is the small park with another person in every role of its company but one.
func staffed(t *testing.T, empty string) reports.Input {
	t.Helper()
	in := small(t)
	company, id := in.Book.Company, int64(0)
	for _, f := range company.Type().Stored() {
		if f.Ref != "person" {
			continue
		}
		id++
		f.Set(company, app.NumberValue(id))
		if f.Key == empty {
			f.Set(company, app.Value{})
		}
	}
	persons := make([]app.Record, id)
	for i := range persons {
		persons[i] = &app.Person{Head: app.Head{ID: int64(i + 1)}, FullName: fmt.Sprintf("Лицо%d Имя Отчество", i+1), Position: "начальник"}
	}
	records := map[string][]app.Record{"person": persons}
	for _, typ := range app.Types() {
		if typ.Key != "person" {
			records[typ.Key] = in.Book.Of(typ.Key)
		}
	}
	in.Book = app.NewBook(in.Book.Park, records)
	return in
}

// papersOf is everything that is printed of the park, as text.
func papersOf(in reports.Input) string {
	in.Report.Findings[1].Resident = 2 // so that there is a letter
	checked := reports.Checked{Book: in.Book, Report: in.Report, Rules: new(check.Profile), Date: in.Date}
	text := doc.Text(reports.Package(in)) + doc.Text(reports.Protocol(checked))
	for _, letter := range reports.Letters(checked) {
		text += doc.Text(letter.Document)
	}
	return text
}

// Nobody is printed in a role that was given to nobody: whoever is missing, the others
// stand on the papers where they stood, and no oftener.
func TestNobodyIsNamedInPlaceOfAnother(t *testing.T) {
	whole := papersOf(staffed(t, ""))
	roles := 0
	for _, f := range app.TypeByKey("company").Stored() {
		if f.Ref != "person" {
			continue
		}
		roles++
		papers := papersOf(staffed(t, f.Key))
		for id := 1; id <= 4; id++ {
			name, want := fmt.Sprintf("Лицо%d", id), strings.Count(whole, fmt.Sprintf("Лицо%d", id))
			if id == roles {
				want = 0
			}
			if got := strings.Count(papers, name); got != want {
				t.Errorf("without %s person %d is named %d times, want %d", f.Key, id, got, want)
			}
		}
	}
	if roles != 4 {
		t.Errorf("%d roles", roles)
	}
}
