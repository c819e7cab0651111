package rating_test

import (
	"errors"
	"strings"
	"testing"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
	"technopark/assets"
)

func builtIn(t testing.TB) *rating.Profile {
	t.Helper()
	m := assets.Methods()[0]
	p, err := rating.Load(m.Name, m.TOML)
	if err != nil {
		t.Fatal(err)
	}
	return p
}

func TestBuiltInProfile(t *testing.T) {
	p := builtIn(t)
	if p.ID != "rating-2021" || p.Title.RU != "Рейтинг-2021 (реконструкция)" || p.Year != 2021 {
		t.Errorf("profile %s «%s» of %d", p.ID, p.Title.RU, p.Year)
	}
	if p.Official || p.Notice.RU != "Реконструкция по открытым источникам; не является официальной методикой АКИТ РФ" {
		t.Errorf("the built-in profile must say that it is not official: %q", p.Notice.RU)
	}
	if p.Threshold(app.RU) != "80" {
		t.Errorf("threshold %s, want 80", p.Threshold(app.RU))
	}
	result := compute(t, smallPark(t))
	for _, ind := range result.All() {
		if ind.LowerIsBetter {
			t.Errorf("%s: lower is better", ind.Code)
		}
		texts := []app.Text{ind.Name, ind.Words, english(ind.Note), english(ind.Unit)}
		for _, term := range ind.Terms {
			texts = append(texts, term.Title, english(term.Unit))
		}
		for _, text := range texts {
			if text.RU == "" || text.EN == "" {
				t.Errorf("%s lacks a wording: %+v", ind.Code, text)
			}
		}
	}
	if len(p.Notes) == 0 {
		t.Error("the built-in profile must say how it reads the method")
	}
	for _, note := range p.Notes {
		if note.RU == "" || note.EN == "" {
			t.Errorf("a decision lacks a wording: %+v", note)
		}
	}
}

// english lets pass what reads the same in every language, and no text at all.
func english(text app.Text) app.Text {
	if text.Zero() || text.RU == "%" {
		return app.L("%", "%")
	}
	return text
}

// A methodologist adds an indicator by editing the file and nothing else.
func TestIndicatorAddedByEditingTheFile(t *testing.T) {
	text := string(assets.Methods()[0].TOML) + `
[term.researchers]
title = "Исследователи"
of = "resident_report"
value = "researchers + 0.1 * headcount"

[[indicator]]
code = "S1.6"
subindex = "S1"
name = "Доля исследователей"
unit = "%"
digits = 3
better = "higher"
basis = "I"
words = "Σ исследователей / Σ численности × 100"
formula = "researchers / headcount * 100"
`
	p, err := rating.Load("copy.toml", []byte(text))
	if err != nil {
		t.Fatal(err)
	}
	s := smallPark(t)
	for _, id := range []int64{1, 2, 5, 6} {
		s.change("resident_report", reportOf(s, id), "researchers: 7")
	}
	result, err := rating.Compute(p, s.book(), 2020)
	if err != nil {
		t.Fatal(err)
	}
	ind := result.Find("S1.6") // 0.1 is exactly one tenth: (4 × 7 + 20) / 200
	if got := plain(ind.Substituted(app.RU)); got != "48 / 200 × 100 = 24,000 %" {
		t.Error(got)
	}
	if got := plain(ind.Terms[0].Parts()[0].Text.RU); got != "7 + 0,1 × 100 = 17" {
		t.Error(got)
	}
}

func TestProfilesThatCannotBeComputedAreRefused(t *testing.T) {
	tests := []struct {
		name, old, new string
		key            string // the line it must name sets this
		where, reason  string
	}{
		{"broken file", `version = "1"`, `version = `, "version", "", "файл TOML не разобран"},
		{"unknown parameter", `weights = "equal"`, "waits = \"equal\"\nweights = \"equal\"", "waits", "waits", "неизвестный параметр «waits»"},
		{"decisions without their English", `notes_en = [`, "notes_en = [\n  \"One more.\",", "notes_en", "", "их должно быть столько же"},
		{"unknown field", `value = "rd_own + rd_budget + rd_other"`, `value = "rd_own + rd_buget"`, "value", "term.rd", "поле «rd_buget» не найдено"},
		{"unknown linked field", "&& resident.innovative", "&& resident.innovating", "where", "term.innovative_area_days", "поле «resident.innovating» не найдено"},
		{"unknown type", `of = "company_report"`, `of = "company_repot"`, "of", "term.own_income", "вид записей «company_repot» не существует"},
		{"unknown sum", `formula = "rd / headcount"`, `formula = "rd / heads"`, "formula", "S1.1", "«heads»: такого слагаемого нет"},
		{"syntax of a formula", `formula = "rd / headcount"`, `formula = "rd / "`, "formula", "S1.1", "выражение не разобрано"},
		{"figure for a condition", `where = "met"`, `where = "1 + 1"`, "where", "term.disclosed", "должно давать да или нет"},
		{"condition for a figure", `value = "costs"`, `value = "costs > 0"`, "value", "term.costs", "должно давать число"},
		{"text for a figure", `where = "times > 0"`, `where = "times > '0'"`, "where", "term.services_rendered", "знак «>» здесь не подходит: «times» — число, а «\"0\"» — текст"},
		{"clock", `where = "in_year(admitted)"`, `where = "now() == now()"`, "where", "term.admitted", "функции «now» нет; есть: days_in_year, in_year, open_end"},
		{"time", `when = "previous"`, `when = "last"`, "when", "term.revenue_before", "when = «last»"},
		{"list without options", `list = "service.kind"`, `list = "service.note"`, "list", "term.service_kinds", "нет поля с перечнем «note»"},
		{"list and strangers", `formula = "practices / practice_items * 100"`, `formula = "events / practice_items"`, "formula", "S5.3", "не связаны с пунктами списка"},
		{"different units", `value = "rd_own + rd_budget + rd_other"`, `value = "rd_own + headcount"`, "value", "term.rd", "а «rd_own» — тыс. руб. и «headcount» — чел."},
		{"different units of a formula", `formula = "rd / headcount"`, `formula = "(rd + headcount) / headcount"`, "formula", "S1.1", "а «rd» — тыс. руб. и «headcount» — чел."},
		{"units of shares", `power_free / power)`, `power_free / production)`, "formula", "S4.3", "среднее берут от одинаковых единиц"},
		{"mean of no share", `mean(production_free / production, power_free / power)`, `mean(production, power)`, "formula", "S4.3", "mean — среднее долей"},
		{"unknown option", `where = "change == 'created'"`, `where = "change == 'creatd'"`, "where", "term.jobs_created", "значения «creatd» у этого поля нет; есть: created (создано), cut (сокращено)"},
		{"unknown option of many", `'utility_model', 'design'`, `'utility', 'design'`, "where", "term.patents", "значения «utility» у этого поля нет; есть: invention (изобретение)"},
		{"long formula", `formula = "rd / headcount"`, `formula = "rd / headcount` + strings.Repeat(" + 1", 1500) + `"`, "formula", "S1.1", "выражение длиннее 2000 знаков"},
		{"huge decimals", `digits = 4`, `digits = 1000000000`, "digits", "S1.2", "от 0 до 9"},
		{"huge decimals of a sum", `[term.rd]`, "[term.rd]\ndigits = 1000000000", "digits", "term.rd", "от 0 до 9"},
		{"year", "year = 2021", "year = 20210", "year", "", "year — год рейтинга"},
		{"sub-index twice", "[[subindex]]\ncode = \"S2\"", "[[subindex]]\ncode = \"S1\"", "code", "S1", "такой субиндекс уже есть"},
		{"sub-index without a name", "name = \"Инновационная активность резидентов\"", "name = \"\"", "name", "S1", "укажите code и name"},
		{"code that breaks papers", "code = \"S1.1\"", "code = \"S1/1\"", "code", "S1/1", "код — до 12 букв"},
		{"each record of what is one a year", `formula = "rd / headcount"`, "residents = \"each_record\"\nformula = \"rd / headcount\"", "residents", "S1.1", "сдают за год"},
		{"residents", `residents = "both_years"`, `residents = "all"`, "residents", "S2.4", "residents = «all»"},
		{"sub-index", "code = \"S1.1\"\nsubindex = \"S1\"", "code = \"S1.1\"\nsubindex = \"S9\"", "subindex", "S1.1", "субиндекс «S9» не описан"},
		{"same code twice", `code = "S1.2"`, `code = "S1.1"`, "code", "S1.1", "такой код уже есть"},
		{"threshold", "threshold = 80", "threshold = 180", "threshold", "", "порог полноты"},
		{"no notice", "notice = ", "notice_en = \"\" # ", "official", "", "оговорка notice"},
	}
	original := string(assets.Methods()[0].TOML)
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			text := strings.Replace(original, tt.old, tt.new, 1)
			if tt.name == "no notice" {
				text = strings.Replace(text, "notice_en = \"Rec", "#", 1)
			}
			_, err := rating.Load("copy.toml", []byte(text))
			var fault *formula.ProfileError
			if !errors.As(err, &fault) {
				t.Fatalf("error %v, want a ProfileError", err)
			}
			if fault.File != "copy.toml" || fault.Entry != tt.where || !strings.Contains(fault.Reason.RU, tt.reason) {
				t.Errorf("%v, want %s: %s", fault, tt.where, tt.reason)
			}
			lines := strings.Split(text, "\n")
			if fault.Line < 1 || fault.Line > len(lines) || !strings.HasPrefix(lines[fault.Line-1], tt.key) {
				t.Errorf("line %d is not where %s is set: %v", fault.Line, tt.key, fault)
			}
		})
	}
}
