package reports_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/sample"
	"technopark/reports"
	"technopark/reports/doc"
)

// Records of these types are not printed as such, and here is why.
var printedOtherwise = map[string]string{
	"explanation":   "its text stands under the finding that it closes",
	"service":       "its kind stands there with its reports, which are marked",
	"reference":     "its figures stand in the tables of other parks",
	"profile":       "the method and the rules are named by what they say of themselves",
	"document_link": "the inventory says in words what a document proves",
}

// marked is the demonstration park with a mark in every record: a text that no other type
// has, or a figure where a type has no texts.
func marked(t *testing.T) (reports.Input, map[string]string) {
	t.Helper()
	book := sample.Park().Book()
	in := reports.Input{Result: builtIn(t, book, 2020), Report: checkedBy(t, book, 2020), Year: 2020}
	records, marks := map[string][]app.Record{}, map[string]string{}
	for n, typ := range app.Types() {
		records[typ.Key] = book.Of(typ.Key)
		if len(records[typ.Key]) == 0 {
			records[typ.Key] = []app.Record{blank(typ)}
		}
		if printedOtherwise[typ.Key] == "" && typ.Submitted() {
			marks[typ.Key] = mark(typ, records[typ.Key], n)
		}
	}
	in.Book = app.NewBook(app.As[app.Park](records["park"])[0], records)
	for _, d := range app.All[app.Document](in.Book, "document") {
		in.Attachments = append(in.Attachments, reports.Attachment{Document: d})
	}
	return in, marks
}

func blank(typ *app.Type) app.Record {
	rec := typ.New()
	rec.Header().ID = 1
	for _, f := range typ.Stored() {
		if f.Kind == app.KindRef {
			f.Set(rec, app.NumberValue(1))
		}
	}
	return rec
}

// mark writes into all texts of records, or into all figures, and returns what is printed then.
func mark(typ *app.Type, recs []app.Record, n int) string {
	text := "Метка " + typ.Key
	var fields []app.Field
	for _, f := range typ.Stored() {
		if f.Kind == app.KindText || f.Kind == app.KindNote {
			fields = append(fields, f)
		}
	}
	if len(fields) == 0 {
		for _, f := range typ.Stored() {
			if f.Kind.Number() {
				fields = append(fields, f)
				text = f.Words(app.NumberValue(int64(770_000+n)*f.Scale), nil, app.RU)
			}
		}
	}
	for _, rec := range recs {
		for _, f := range fields {
			v := app.TextValue(text)
			if f.Kind.Number() {
				v = app.NumberValue(int64(770_000+n) * f.Scale)
			}
			f.Set(rec, v)
		}
	}
	return strings.TrimSuffix(text, ",0")
}

// TestEveryTypeReachesPaperAndWorkbook finds a type whose records are frozen as data and
// printed nowhere.
func TestEveryTypeReachesPaperAndWorkbook(t *testing.T) {
	in, marks := marked(t)
	paper, book := doc.Text(reports.Package(in)), reports.Workbook(in)
	shown := strings.NewReplacer("⍽", app.NBSP, "\u00ad", "").Replace(paper)
	for _, typ := range app.Types() {
		if m := marks[typ.Key]; m != "" && !strings.Contains(shown, m) {
			t.Errorf("%s: no part of the package prints «%s»", typ.Key, m)
		}
		if typ.Submitted() && !holds(book, typ.Many.RU, len(in.Book.Of(typ.Key)), marks[typ.Key]) {
			t.Errorf("%s: no sheet of the workbook has all its records with «%s»", typ.Key, marks[typ.Key])
		}
	}
}

// holds reports whether a section has a table with so many rows, each with the mark.
func holds(d doc.Document, title string, rows int, mark string) bool {
	return slices.ContainsFunc(d.Sections, func(s doc.Section) bool {
		if s.Title != title || len(s.Blocks) != 1 {
			return false
		}
		table, ok := s.Blocks[0].(doc.Table)
		return ok && len(table.Rows) == rows && !slices.ContainsFunc(table.Rows, func(r doc.Row) bool {
			return !slices.ContainsFunc(r.Cells, func(c doc.Cell) bool { return strings.Contains(c.Text, mark) })
		})
	})
}

// TestRegisterFollowsTheYear lists what belongs to no part of its own: of the year and of
// none, by date.
func TestRegisterFollowsTheYear(t *testing.T) {
	book := smallBook()
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = book.Of(typ.Key)
	}
	records["event"] = []app.Record{
		&app.Event{Head: app.Head{ID: 1}, Title: "Осенняя", Date: app.Day(2020, 10, 1)},
		&app.Event{Head: app.Head{ID: 2}, Title: "Весенняя", Date: app.Day(2020, 4, 1)},
		&app.Event{Head: app.Head{ID: 3}, Title: "Прошлогодняя", Date: app.Day(2019, 4, 1)},
	}
	records["room"] = []app.Record{&app.Room{Head: app.Head{ID: 1}, Building: "Корпус А", Number: "7", Area: app.Of(app.Units(12))}}
	records["project"] = []app.Record{&app.Project{Head: app.Head{ID: 1}, Resident: 1, Title: "Роботы-«сборщики»"}}
	for _, lang := range []app.Lang{app.RU, app.EN} {
		in := small(t)
		in.Lang, in.Parts, in.Book = lang, []string{"register"}, app.NewBook(book.Park, records)
		golden(t, fmt.Sprintf("testdata/register-%s.txt", lang), doc.Text(reports.Package(in)))
	}
}

// TestNothingElseIsNoPart leaves the register out where all records have their places.
func TestNothingElseIsNoPart(t *testing.T) {
	in := small(t)
	in.Book = app.NewBook(in.Book.Park, map[string][]app.Record{})
	for _, s := range reports.Package(in).Sections {
		if strings.Contains(s.Title, "Прочие") {
			t.Errorf("a section «%s» without records", s.Title)
		}
	}
}

// TestLongTextsAreNotCut writes a text that is longer than a cell as what it is.
func TestLongTextsAreNotCut(t *testing.T) {
	in := small(t)
	company := *in.Book.Company
	company.LegalAddress = strings.Repeat("ё", 32_768)
	records := map[string][]app.Record{}
	for _, typ := range app.Types() {
		records[typ.Key] = in.Book.Of(typ.Key)
	}
	records["company"] = []app.Record{&company}
	in.Book = app.NewBook(in.Book.Park, records)
	if !holds(reports.Workbook(in), "Управляющие компании", 1, "текст из 32\u00a0768 знаков") {
		t.Error("a text that no cell holds is not told of")
	}
}
