package xlsx_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/xuri/excelize/v2"

	"technopark/app"
	"technopark/app/questionnaire"
)

// Each cell tells what it takes and refuses the rest, «н/п» goes where the field allows it, and
// of choices there is a list.
func TestAnswersAreValidated(t *testing.T) {
	form, raw := filledIn(t, asked, nil)
	book := opened(t, raw)
	cells := cellsOf(t, book)
	all, err := book.GetDataValidations(book.GetSheetName(0))
	if err != nil {
		t.Fatal(err)
	}
	for _, it := range form.Items() {
		f := it.Field
		i := slices.IndexFunc(all, func(v *excelize.DataValidation) bool { return v.Sqref == cells[it.Name()][1] })
		want := map[bool]string{true: "custom"}[f.Kind.Number()]
		switch f.Kind {
		case app.KindChoice, app.KindBool:
			want = "list"
		case app.KindDate:
			want = "date"
		}
		switch {
		case i < 0 && (want != "" || it.Hint(app.RU) != ""):
			t.Errorf("%s says nothing", it.Key())
		case i < 0:
		case all[i].Type != want:
			t.Errorf("%s is validated as %q, want %q", it.Key(), all[i].Type, want)
		case want != "" && (!all[i].ShowErrorMessage || all[i].Error == nil || *all[i].Error == ""):
			t.Errorf("%s refuses without a word", it.Key())
		case f.Kind.Number() && strings.Contains(all[i].Formula1, `="н/п"`) != f.CanNA:
			t.Errorf("%s: %s, «н/п» may be said: %v", it.Key(), all[i].Formula1, f.CanNA)
		case f.Kind.Number() && strings.Contains(all[i].Formula1, ">=0") == f.Signed:
			t.Errorf("%s: %s, it may be negative: %v", it.Key(), all[i].Formula1, f.Signed)
		case f.Kind == app.KindChoice:
			from, to, _ := strings.Cut(strings.ReplaceAll(strings.TrimPrefix(all[i].Formula1, questionnaire.IdentitySheet+"!"), "$", ""), ":")
			for n, cell := range []string{from, to} {
				o := f.Options[[]int{0, len(f.Options) - 1}[n]]
				if got, err := book.GetCellValue(questionnaire.IdentitySheet, cell); err != nil || got != o.Label.RU {
					t.Errorf("%s: choice in %s is %q, want %q, %v", it.Key(), cell, got, o.Label.RU, err)
				}
			}
		}
	}
}

// What strangers call themselves never becomes a formula.
func TestNamesAreNoFormulas(t *testing.T) {
	_, raw := filledIn(t, asked, func(r *app.Resident) { r.Name, r.ShortName, r.Contact = "=1+1", "@SUM(A1)", "+7 900" })
	book := opened(t, raw)
	for key, want := range map[string]string{"resident.name": "=1+1", "resident.short_name": "@SUM(A1)", "resident.contact": "+7 900"} {
		place, ok := questionnaire.PlaceOfKey(key)
		if !ok {
			t.Fatal(key)
		}
		cell := at(t, book, place.Name())
		got, err := book.GetCellValue(book.GetSheetName(0), cell)
		formula, err2 := book.GetCellFormula(book.GetSheetName(0), cell)
		if got != want || formula != "" || err != nil || err2 != nil {
			t.Errorf("%s: %q, formula %q, %v, %v", key, got, formula, err, err2)
		}
	}
}
