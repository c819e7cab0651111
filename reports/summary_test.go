package reports_test

import (
	"context"
	"errors"
	"os"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/check"
	"technopark/app/composite"
	"technopark/app/rating"
	"technopark/app/standing"
	"technopark/reports"
	"technopark/reports/doc"
	"technopark/reports/pdf"
)

// smallAmong is the small park among others that have all its figures so many times over.
func smallAmong(t testing.TB, multiples ...float64) reports.Input {
	t.Helper()
	in := small(t)
	var others []app.Record
	for _, year := range []int{2019, 2020} {
		for _, ind := range in.Result.All() {
			for i, multiple := range multiples {
				others = append(others, reference(len(others), year, "Парк "+string(rune('А'+i)), ind, multiple))
			}
		}
	}
	return answered(t, in, in.Book.With(others...))
}

// smallAgainst is the small park against published means that are so many times its figures.
func smallAgainst(t testing.TB, multiple float64) reports.Input {
	t.Helper()
	in := small(t)
	var means []app.Record
	for _, year := range []int{2019, 2020} {
		for _, ind := range in.Result.All() {
			r := reference(len(means), year, "", ind, multiple)
			r.Whose = app.ReferenceMean
			means = append(means, r)
		}
	}
	return answered(t, in, in.Book.With(means...))
}

// answered is the paper over other records, with what its sheet says found anew.
func answered(t testing.TB, in reports.Input, b *app.Book) reports.Input {
	t.Helper()
	result, err := rating.Compute(in.Result.Profile, b, in.Year)
	if err != nil {
		t.Fatal(err)
	}
	in.Book, in.Result = b, result
	in.Answers = answersOf(t, in)
	return in
}

// The sheet of each ground in both languages; that of the small park with nothing known of others is
// in the package.
func TestSummaryGolden(t *testing.T) {
	for name, in := range map[string]reports.Input{
		"parks": smallAmong(t, 0.7, 0.9, 1.05, 1.3, 1.6), "best": smallAmong(t, 0.3, 0.4, 0.5), "means": smallAgainst(t, 1.08),
	} {
		for lang, end := range map[app.Lang]string{app.RU: ".txt", app.EN: "-en.txt"} {
			in.Lang = lang
			golden(t, "testdata/summary-"+name+end, doc.Text(reports.Summary(in)))
		}
	}
}

// summaries are sheets of all grounds: of the sample, of parks with much and with nothing to say, and of the longest words.
func summaries(t *testing.T) map[string]reports.Input {
	t.Helper()
	whole := demonstration(t)
	empty := whole
	empty.Report = check.Report{}
	long := answered(t, whole, among(t, nine...))
	for _, r := range app.All[app.Resident](long.Book, "resident") {
		r.ShortName = strings.Repeat("Достопримечательнейшее ", 12)
	}
	return map[string]reports.Input{
		"sample":      whole,
		"among parks": answered(t, whole, among(t, nine...)),
		"best":        answered(t, whole, among(t, 0.5, 0.6, 0.7)),
		"means":       answered(t, whole, against(t, 0.97)),
		"past":        answered(t, whole, alone()),
		"long names":  long,
		"empty":       answered(t, empty, app.NewBook(&app.Park{Head: app.Head{ID: 1}, Name: "Технопарк без записей"}, map[string][]app.Record{})),
		"small":       smallAmong(t, 0.7, 1.3),
	}
}

// Whatever there is to say stands on one sheet, inside its cells, in type that can be read.
func TestSummaryIsOneSheet(t *testing.T) {
	for name, in := range summaries(t) {
		for _, lang := range []app.Lang{app.RU, app.EN} {
			in.Lang = lang
			laid, err := pdf.Layout(reports.Summary(in))
			if err != nil {
				t.Fatal(err)
			}
			if n := len(laid.Pages); n != 1 || laid.Replaced > 0 {
				t.Errorf("%s, %s: %d sheets, %d characters without a glyph", name, lang, n, laid.Replaced)
			}
			for _, text := range laid.Pages[0].Strays() {
				t.Errorf("%s, %s: %q leaves its place", name, lang, text.Text)
			}
			for _, text := range laid.Pages[0].Texts {
				if strings.HasSuffix(text.Text, "…") || text.Points() < 8 {
					t.Errorf("%s, %s: %q is cut, or set in %.1f points", name, lang, text.Text, text.Points())
				}
			}
		}
	}
}

// The file is sound, the same twice, and says what a director asks first.
func TestSummaryFile(t *testing.T) {
	in := answered(t, demonstration(t), among(t, nine...))
	first, second := new(strings.Builder), new(strings.Builder)
	for _, out := range []*strings.Builder{first, second} {
		if pages, err := reports.WritePDF(out, reports.Summary(in)); err != nil || pages != 1 {
			t.Fatalf("%d pages, %v", pages, err)
		}
	}
	if first.String() != second.String() {
		t.Error("the same answers gave other bytes")
	}
	file := []byte(first.String())
	if said := tool(t, file, "qpdf", "--check", "FILE"); strings.Contains(said, "WARNING") {
		t.Error(said)
	}
	text := flat(tool(t, file, "pdftotext", "-raw", "FILE", "-"))
	is := in.Answers.Standing.Is()
	at := 0
	for _, want := range []string{
		"Итоги 2020 года", flat(in.Answers.Standing.IndexText(is.Index, app.RU)), "Группа II, «высокий уровень»; 5-е место из 10", "В 2019 году: ",
		"Насколько это надёжно: при весах ±25 %", "S1 Инновационная активность резидентов", "Что помогает", "Что нужно, чтобы дойти до группы I (больше 110 %), каждый путь отдельно",
		"Чего не хватает", "Что сделать первым", "не является официальной методикой", "10 технопарков вместе с этим", "данные 9f86d081884c",
	} {
		i := strings.Index(text[at:], want)
		if i < 0 {
			t.Fatalf("%q is not there, or not in its place, in %s", want, text)
		}
		at += i
	}
}

// With nothing known of others there is no place, and a sentence says why.
func TestSummaryWithoutPlaces(t *testing.T) {
	past := doc.Text(reports.Summary(answered(t, demonstration(t), alone())))
	for _, want := range []string{"Места и группы нет: о других технопарках", "Что стало лучше", "показател"} {
		if !strings.Contains(past, want) {
			t.Errorf("by the past: no %q", want)
		}
	}
	for _, unwanted := range []string{"Станет место", "Насколько это надёжно", "группа⍽", "drawing"} {
		if strings.Contains(past, unwanted) {
			t.Errorf("by the past: %q", unwanted)
		}
	}
	means := doc.Text(reports.Summary(answered(t, demonstration(t), against(t, 0.97))))
	if !strings.Contains(means, "известны только средние") || !strings.Contains(means, "Группа⍽II") || strings.Contains(means, "-е⍽место") || strings.Contains(means, "Станет место") {
		t.Error("by means: a place, or no word of why there is none")
	}
}

// In the best group the margin is told, and no way to it.
func TestSummaryOfTheBest(t *testing.T) {
	text := doc.Text(reports.Summary(answered(t, demonstration(t), among(t, 0.5, 0.6, 0.7))))
	if !strings.Contains(text, "Группа⍽I — высшая. Запас до её границы: ") || strings.Contains(text, "Что нужно, чтобы") {
		t.Error("the margin is not told, or a way to where the park is")
	}
}

// Where nothing is calculated the sheet says what to record, and makes up no figure.
func TestSummaryOfNothing(t *testing.T) {
	in := demonstration(t)
	b := app.NewBook(&app.Park{Head: app.Head{ID: 1}, Name: "Технопарк без записей"}, map[string][]app.Record{})
	in = answered(t, in, b)
	for _, ind := range in.Result.All() {
		ind.Value = nil
	}
	in.Report = check.Report{}
	text := doc.Text(reports.Summary(in))
	for _, want := range []string{"Ни один показатель за 2020⍽год не рассчитан", "«Показатели площадки»", "Записать недостающее о самом технопарке"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in %s", want, text)
		}
	}
}

// A method without an index is told on the sheet in words, and so is the table it refuses.
func TestSummaryOfARefusedMethod(t *testing.T) {
	in := small(t)
	profile, err := os.ReadFile("testdata/profile.toml")
	if err != nil {
		t.Fatal(err)
	}
	bare, _, _ := strings.Cut(string(profile), "[rating]")
	in.Result = compute(t, "profile.toml", []byte(bare), in.Book, 2020)
	in.Answers = answersOf(t, in)
	if text := doc.Text(reports.Summary(in)); !strings.Contains(text, "Места в рейтинге нет") || !strings.Contains(text, "нет раздела [rating]") {
		t.Errorf("%s", text)
	}
}

// What the package says is computed from its own data, and says so; a paper of its own, which may
// know all parks of the file, does not.
func TestSummarySaysWhatItKnows(t *testing.T) {
	in := smallAmong(t, 0.7, 1.3)
	const note = "другие технопарки того же файла"
	if !strings.Contains(doc.Text(reports.Summary(in)), note) {
		t.Error("the package says nothing of the parks it has not")
	}
	whole := *in.Answers
	whole.Alone, in.Answers = false, &whole
	if strings.Contains(doc.Text(reports.Summary(in)), note) {
		t.Error("what knows all parks says it does not")
	}
}

// What is missing without answers is the sheet alone: nothing else of the package changes.
func TestPackageWithoutAnswers(t *testing.T) {
	in := small(t)
	in.Answers = nil
	if text := doc.Text(reports.Package(in)); strings.Contains(text, `"3.⍽Итоги"`) || !strings.Contains(text, "3.⍽Карточка технопарка") {
		t.Error("a sheet without answers")
	}
}

// Who asks can give up.
func TestAnswersCanBeGivenUp(t *testing.T) {
	in := smallAmong(t, 0.7, 1.3)
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	_, err := reports.Answer(ctx, standing.Question{Method: in.Result.Profile, Parks: []standing.Park{{Book: in.Book}}, Year: 2020}, composite.Runs{Count: 100, Seed: 1})
	if !errors.Is(err, context.Canceled) {
		t.Errorf("got %v", err)
	}
}
