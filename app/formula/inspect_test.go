package formula_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"
	"time"

	"technopark/app"
	"technopark/app/formula"
)

// scope is as small a scope as shows every kind of name.
type scope struct {
	formula.Year
}

func newScope() *scope { return &scope{formula.YearOf(app.YearPeriod(2020))} }

func (*scope) Active() bool { return true }

func (*scope) Number(string) formula.Number { return formula.Whole(7) }
func (*scope) Text(string) string           { return "lease" }
func (*scope) Date(string) app.Date         { return app.Day(2020, 5, 5) }
func (*scope) Flag(string) bool             { return true }
func (*scope) Given(string) bool            { return true }
func (*scope) OrZero(string) formula.Number { return formula.Whole(0) }

func language() *formula.Language[*scope] {
	l := &formula.Language[*scope]{
		Number: (*scope).Number, Flag: (*scope).Flag, Text: (*scope).Text, Date: (*scope).Date,
		Vocabulary: formula.Vocabulary{
			Words: map[string]any{
				"days": (*scope).Days, "first_day": (*scope).First, "last_day": (*scope).Last, "active": (*scope).Active, "prev": nil,
			},
			Helpers: map[string]any{"in_year": (*scope).InYear, "days_in_year": (*scope).DaysInYear},
			AsIs:    map[string]any{"given": (*scope).Given, "or_zero": (*scope).OrZero},
		},
	}
	l.Read = func(name string) (formula.Reading, bool) {
		of := map[string]*app.Type{"contract": app.TypeByKey("contract"), "report": app.TypeByKey("resident_report")}
		for _, typ := range of {
			if f, ok := typ.Field(name); ok {
				return formula.ReadingOf(f), true
			}
		}
		return formula.Reading{}, false
	}
	return l
}

var english = regexp.MustCompile(`[A-Za-z]{4,}`)

// TestFaultsOfExpressionsAreSaidInRussian has every fault an expression can have; of English
// there is only what the expression itself says.
func TestFaultsOfExpressionsAreSaidInRussian(t *testing.T) {
	for source, want := range map[string]string{
		"revenue + headcount":                       "позиция 9: складывать и вычитать можно одинаковые единицы, а «revenue» — тыс. руб. и «headcount» — чел.",
		"area + area / days":                        "а «area» — м² и «area / days» — м²/дн.",
		"revenue - or_zero(headcount)":              "складывать и вычитать можно одинаковые единицы",
		"days_in_year(valid_from, valid_to) + area": "дн.",
		"kind == 'leas'":                            "позиция 9: значения «leas» у этого поля нет; есть: residency (соглашение о резидентстве), lease (аренда), service",
		"'leas' != kind":                            "значения «leas» у этого поля нет",
		"kind in ['lease', 'servise']":              "значения «servise» у этого поля нет",
		"!(kind not in ['x'])":                      "значения «x» у этого поля нет",
		"revenue > '5'":                             "знак «>» здесь не подходит: «revenue» — число, а «\"5\"» — текст",
		"revenue && active":                         "знак «&&» здесь не подходит: «revenue» — число, а «active» — да или нет",
		"revenue == kind":                           "знак «==» здесь не подходит",
		"kind + number":                             "знак «+» здесь не подходит: «kind» — текст",
		"kind < number":                             "знак «<» здесь не подходит",
		"valid_from - signed":                       "знак «-» здесь не подходит: «valid_from» — дата",
		"-kind":                                     "минус бывает перед числом, а «kind» — текст",
		"!revenue":                                  "«не» (!) бывает перед условием, а «revenue» — число",
		"+revenue":                                  "знак «+» здесь лишний",
		"revenue % 2":                               "знака «%» нет",
		"revenue ** 2":                              "знака «**» нет",
		"revenue .. 5":                              "знака «..» нет",
		"revenue ?? 5":                              "знака «??» нет",
		"revenue in [1, 2]":                         "«in» сравнивает текст или выбор с перечнем",
		"kind in number":                            "«in» сравнивает текст или выбор с перечнем",
		"kind in [number]":                          "в перечне после «in» пишут тексты в кавычках",
		"number matches '('":                        "образец \"(\" не разобран",
		"number matches kind":                       "после matches пишут образец в кавычках",
		"now() == now()":                            "функции «now» нет; есть: days_in_year, in_year, given, or_zero",
		"len(number) > 5":                           "функции «len» нет",
		"map([1], # + 1)":                           "функции «map» нет",
		"in_year()":                                 "в скобках у «in_year» должно быть значений: 1, а их 0",
		"in_year(revenue)":                          "в скобках у «in_year» нужно другое: дата, а «revenue» — число",
		"given(revenue + 1)":                        "в скобках у «given» пишут одно поле, а не выражение",
		"given(active)":                             "в скобках у «given» пишут поле, а «active» — не поле",
		"given()":                                   "в скобках у «given» пишут одно поле",
		"or_zero(kind)":                             "«or_zero» — для поля, которое число, а «kind» — текст",
		"resident == 5":                             "«resident» — ссылка или период",
		"period == '2020'":                          "«period» — ссылка или период",
		"prev > 5":                                  "после «prev» чего-то не хватает",
		"in_year":                                   "после «in_year» чего-то не хватает",
		"kind[0] == 'a'":                            "через точку пишут одно поле связанной записи",
		"a.b.c == 5":                                "через точку пишут одно поле связанной записи",
		"kind?.a == 5":                              "в выражениях не пишут",
		"{'a': 1}":                                  "в выражениях не пишут",
		"[1, 2]":                                    "в выражениях не пишут",
		"let x = 5; x":                              "в выражениях не пишут",
		"number[1:2] == 'a'":                        "в выражениях не пишут",
		"active ? revenue : headcount":              "единицы разные",
		"active ? revenue : kind":                   "после «?» и после «:» нужно одно и то же",
		"revenue ? 1 : 2":                           "перед «?» нужно условие",
		"revenue > ":                                "выражение не разобрано, позиция 10: выражение обрывается",
		"(revenue":                                  "выражение обрывается",
		"revenue 5":                                 "«5» здесь лишнее",
		"revenue > 5)":                              "«)» здесь лишнее",
		"kind == 'lease":                            "текст в кавычках не закрыт",
		"выручка > 5":                               "",
		"revenue > 0,5":                             "«,» здесь лишнее",
		"revenue № 5":                               "знак «№» в выражениях не пишут",
		"revenue > 1e400":                           "число не разобрано или слишком велико",
		"revenue > 1e20":                            "слишком большое или слишком дробное",
		"revenue > 1e-200":                          "слишком большое или слишком дробное",
		"revenue > 99999999999999999999999999":      "число не разобрано или слишком велико",
		"revenue. > 5":                              "после точки пишут имя поля",
		"/* revenue":                                "пояснение /* не закрыто",
		"kind == '\\q'":                             "в тексте лишняя обратная косая черта",
		"":                                          "выражение обрывается",
		strings.Repeat("revenue + ", 160) + "revenue":             "больше 300 имён, чисел и знаков",
		strings.Repeat("1+", 4600) + "1":                          "выражение длиннее 2000 знаков",
		strings.Repeat("(", 900) + "1" + strings.Repeat(")", 900): "",
		strings.Repeat("!", 1900) + "active":                      "больше 300",
	} {
		start := time.Now()
		_, err := language().Compile(source)
		var unknown *formula.UnknownName
		switch {
		case err == nil && want == "", errors.As(err, &unknown) && want == "":
		case err == nil || !strings.Contains(err.Error(), want):
			t.Errorf("%.60s: %v\nwant %s", source, err, want)
		default:
			rest := strings.ReplaceAll(err.Error(), "kind in", "")
			for _, word := range english.FindAllString(rest, -1) {
				if !strings.Contains(source+" matches lease residency service resident innovative given days_in_year or_zero in_year ", word) {
					t.Errorf("%.60s: %q is English: %v", source, word, err)
				}
			}
		}
		if took := time.Since(start); took > time.Second {
			t.Errorf("%.60s took %v", source, took)
		}
	}
}

// TestExpressionsThatAreWell compile as before.
func TestExpressionsThatAreWell(t *testing.T) {
	for source, want := range map[string]string{
		"revenue + export * 0.5":                           "тыс. руб.",
		"area * days_in_year(valid_from, valid_to) / days": "м²",
		"revenue / headcount":                              "тыс. руб./чел.",
		"area / area":                                      "доля",
		"1 / area / days":                                  "доля",
		"active ? revenue : export":                        "тыс. руб.",
		"revenue + 5":                                      "тыс. руб.",
		"5 + revenue":                                      "тыс. руб.",
	} {
		e, err := language().Compile(source)
		if err != nil || e.Unit != nil && e.Unit.String() != want {
			t.Errorf("%s: %v, %v; want %s", source, e, err, want)
		}
	}
	for _, source := range []string{
		"kind == 'lease' && !(kind in ['residency', 'service']) || kind == ''", "kind not in ['lease']",
		"valid_from <= last_day and in_year(signed)", "number matches '^[0-9]+$' || number contains 'а'", "given(resident.name) || given(rooms)", "not active",
	} {
		if _, err := language().Compile(source); err != nil && !strings.Contains(source, "resident.name") {
			t.Errorf("%s: %v", source, err)
		}
	}
}
