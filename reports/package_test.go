package reports_test

import (
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/check"
	"technopark/reports"
	"technopark/reports/doc"
)

var update = flag.Bool("update", false, "rewrite the golden files")

// small is the final package of a park with one record of each case: who stays
// and who left, who gave no report, who answered «не применимо».
func small(t testing.TB) reports.Input {
	book := smallBook()
	profile, err := os.ReadFile("testdata/profile.toml")
	if err != nil {
		t.Fatal(err)
	}
	in := reports.Input{
		Book: book, Result: compute(t, "profile.toml", profile, book, 2020), Report: smallReport(), Year: 2020, Revision: 2,
		RulesTitle: app.L("Правила малого технопарка", "Rules of the small park"),
		Date:       app.Day(2021, 3, 12), Created: app.Day(2021, 3, 12).Midnight(), Program: "Технопарк 0.1.0",
		DataSHA256: strings.Repeat("0123456789abcdef", 4),
		Control:    "1234-3F2A-91BC-04DE-7781",
	}
	in.Answers = answersOf(t, in)
	return in
}

// smallReport has a finding of each standing: an error somebody answers for, a warning
// explained, one whose figures have changed since, and a missing report.
func smallReport() check.Report {
	on := func(typeKey, field, record string, level check.Level, message, remedy app.Text) check.Finding {
		t := app.TypeByKey(typeKey)
		f, _ := t.Field(field)
		return check.Finding{
			Rule: "RULE", Level: level, Type: t, ID: 1, Record: record, Field: f, Period: app.YearPeriod(2020),
			Message: message, Remedy: remedy,
			Ask: check.Contact{Company: "ООО «Ярус»", Name: "Ёлкин Олег Юрьевич", Phone: "+7 900 000-00-00"},
		}
	}
	said := func(text string) *app.Explanation {
		return &app.Explanation{Text: text, Author: "Щукин П.\u00a0И.", Date: app.Day(2021, 3, 1)}
	}
	kept := on("resident", "inn", "ИП Ёлкин", check.Error, app.L("ИНН неверен", "the INN is wrong"), app.L("исправьте ИНН", "correct the INN"))
	kept.ID = 2
	kept.Explanation = said("Так в выписке из реестра.")
	explained := on("resident_report", "revenue", "ООО «Ярус», 2020 год", check.Warning, app.L("выручка выросла вдвое", "revenue has doubled"), app.L("проверьте выручку", "check the revenue"))
	explained.Explanation = said("Новый заказчик.")
	outdated := on("resident_report", "export", "ООО «Ярус», 2020 год", check.Warning, app.L("экспорт вырос", "exports have grown"), app.L("проверьте экспорт", "check the exports"))
	outdated.Outdated = said("Новый рынок.")
	missing := on("resident", "name", "ИП Ёлкин", check.Warning, app.L("нет отчёта за 2020 год", "no report for 2020"), app.L("запросите отчёт", "ask for the report"))
	missing.ID = 2
	missing.Lacks = app.TypeByKey("resident_report")
	return check.Report{
		Findings: []check.Finding{kept, missing, explained, outdated},
		Filled:   []check.Filled{{Type: missing.Lacks, Given: 40, Needed: 54, Reports: 1}},
	}
}

func TestPackageGolden(t *testing.T) {
	for lang, file := range map[app.Lang]string{app.RU: "testdata/package.txt", app.EN: "testdata/package-en.txt"} {
		in := small(t)
		in.Lang = lang
		golden(t, file, doc.Text(reports.Package(in)))
	}
}

func golden(t *testing.T, file, got string) {
	t.Helper()
	if *update {
		if err := os.WriteFile(file, []byte(got), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	want, err := os.ReadFile(file)
	if err != nil {
		t.Fatal(err)
	}
	if diff := cmp.Diff(strings.Split(string(want), "\n"), strings.Split(got, "\n")); diff != "" {
		t.Errorf("the tree changed (-update rewrites it):\n%s", diff)
	}
}

// A park nobody has filled in yet still makes a paper that says what is lacking.
func TestPackageOfAnEmptyBook(t *testing.T) {
	park := &app.Park{Head: app.Head{ID: 1}, Name: "Технопарк без записей"}
	book := app.NewBook(park, map[string][]app.Record{})
	in := reports.Input{Book: book, Result: builtIn(t, book, 2020), Year: 2020, Draft: true}
	for _, ind := range in.Result.All() { // publications and events, counted, are a true zero
		ind.Value, ind.Previous, ind.Reason = nil, nil, app.L("нет данных", "no data")
	}
	d := reports.Package(in)
	text := doc.Text(d)
	for _, want := range []string{
		`"Управляющая компания не указана"`, "Технопарк без записей", `"3.⍽Карточка технопарка"`,
		"управляющая компания не указана.", "0⍽резидентов", `empty="Резидентов нет"`, "*не рассчитан*", `role="Руководитель"`,
	} {
		if !strings.Contains(text, want) {
			t.Errorf("the tree lacks %s", want)
		}
	}
	if _, pages := pdfOf(t, in); pages < 9 {
		t.Errorf("%d pages", pages)
	}
}

func TestChosenPartsKeepOrderAndNumber(t *testing.T) {
	in := small(t)
	in.Parts = []string{"signatures", "jobs", "contents"}
	var titles []string
	for _, s := range reports.Package(in).Sections {
		titles = append(titles, s.Title)
	}
	if want := []string{"Содержание", "1.\u00a0Рабочие места", "2.\u00a0Заверение и подписи"}; !slices.Equal(titles, want) {
		t.Errorf("sections %q, want %q", titles, want)
	}
}

func TestPartsAreDistinct(t *testing.T) {
	seen := map[string]bool{}
	last := 0
	for _, p := range reports.Parts() {
		if p.Title.RU == "" || p.Title.EN == "" || seen[p.Key] || p.Number != 0 && p.Number <= last {
			t.Errorf("part %d %q: keys and titles must be given and differ, numbers rise", p.Number, p.Key)
		}
		seen[p.Key], last = true, max(last, p.Number)
	}
}

func TestUnknownPartsAreNoPaper(t *testing.T) {
	in := small(t)
	in.Parts = []string{"poem"}
	if _, err := reports.WritePDF(nil, reports.Package(in)); err == nil {
		t.Error("a package without sections was written")
	}
}

// Only a demonstration says that it is one.
func TestRealParkHasNoDemonstrationMark(t *testing.T) {
	for _, demo := range []app.Cell[app.Flag]{{}, app.No(), app.Yes()} {
		in := small(t)
		in.Book.Park.Demo = demo
		d := reports.Package(in)
		marked := strings.Contains(d.Foot.Edition, "ДЕМОНСТРАЦИОННЫЕ")
		if titled := strings.Contains(doc.Text(d), `"ДЕМОНСТРАЦИОННЫЕ ДАННЫЕ"`); marked != titled || marked != (demo == app.Yes()) {
			t.Errorf("demo %v: foot %v, title page %v", demo, marked, titled)
		}
	}
}

func TestSignaturesAreDeciphered(t *testing.T) {
	for full, want := range map[string]string{
		"Королёва Нина Петровна": "Н.\u00a0П.\u00a0Королёва",
		"Мамедов Али Гасан оглы": "Мамедов Али Гасан оглы",
		"Ли Яна": "Ли Яна",
		"Ёлкина-Штерн Ева Юрьевна": "Е.\u00a0Ю.\u00a0Ёлкина-Штерн",
	} {
		in := small(t)
		in.Book.Get("person", 1).(*app.Person).FullName = full
		in.Parts = []string{"signatures"}
		blocks := reports.Package(in).Sections[0].Blocks
		if got := blocks[len(blocks)-1].(doc.Signatures).People[0].Name; got != want {
			t.Errorf("%s is deciphered %q, want %q", full, got, want)
		}
	}
}

// A figure nobody gave stays apart from zero in sums of sums too.
func TestNothingGivenIsNoZero(t *testing.T) {
	in := small(t)
	for _, r := range app.All[app.ResidentReport](in.Book, "resident_report") {
		r.Revenue = app.Cell[app.Money]{}
	}
	in.Parts = []string{"residents"}
	text := doc.Text(reports.Package(in))
	for _, line := range strings.Split(text, "\n") {
		if strings.Contains(line, "total | ") && !strings.HasSuffix(line, "| не представлено | ×") {
			t.Errorf("a total of nothing: %s", line)
		}
	}
	if !strings.Contains(text, "  total | Всего за") {
		t.Error("no total")
	}
}
