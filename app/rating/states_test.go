package rating_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"technopark/app"
	"technopark/app/rating"
)

// Э reported 2 000 of revenue in 2020; the four states of that cell must give
// four different results of the share of innovative output (4107 / 17700).
func TestFourStatesOfACell(t *testing.T) {
	tests := []struct {
		name, revenue string
		numbers       string
		in            int
		missing       []string
	}{
		{"a value", "2000", "4 107,0 / 17 700,0 × 100 = 23,2 %", 5, nil},
		{"a true zero", "0", "4 107,0 / 15 700,0 × 100 = 26,2 %", 5, nil},
		{"not applicable", "не применимо", "4 107,0 / 15 700,0 × 100 = 26,2 %", 5, nil},
		{"not provided", "", "4 007,0 / 15 700,0 × 100 = 25,5 %", 4, []string{"не представлено: «Выручка»"}},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := smallPark(t)
			s.change("resident_report", reportOf(s, 4), "revenue: ") // Д is gone: nothing of his matters
			s.change("resident_report", reportOf(s, 5), "revenue: "+tt.revenue)
			ind := compute(t, s).Find("S1.5")
			if got := plain(ind.Substituted(app.RU)); got != tt.numbers {
				t.Errorf("%s, want %s", got, tt.numbers)
			}
			if ind.Completeness != (rating.Completeness{In: tt.in, Of: 5}) {
				t.Errorf("completeness %v, want %d of 5", ind.Completeness, tt.in)
			}
			if diff := cmp.Diff(tt.missing, words(ind)); diff != "" {
				t.Error(diff)
			}
		})
	}
}

// reportOf returns the id of the resident's report for 2020.
func reportOf(s *shelf, resident int64) int64 {
	for _, rec := range s.records["resident_report"] {
		r, ok := rec.(*app.ResidentReport)
		if ok && r.Resident == resident && r.Period == app.YearPeriod(2020) {
			return r.ID
		}
	}
	s.t.Fatalf("resident %d has no report for 2020", resident)
	return 0
}

func words(ind *rating.Indicator) []string {
	var out []string
	for _, m := range ind.Missing {
		out = append(out, m.Words.RU)
	}
	return out
}

func TestHeadcountThatDoesNotApplyLowersNoCompleteness(t *testing.T) {
	s := smallPark(t)
	s.change("resident_report", reportOf(s, 3), "rd_own: ") // out anyway, so nothing is missing
	ind := compute(t, s).Find("S1.1")
	if ind.Completeness != (rating.Completeness{In: 4, Of: 4}) || len(ind.Missing) != 0 {
		t.Errorf("completeness %v, missing %v", ind.Completeness, words(ind))
	}
	for _, term := range ind.Terms {
		if slices.ContainsFunc(term.Parts(), func(p rating.Part) bool { return strings.Contains(p.Title, "Гамма") }) {
			t.Errorf("%s counts the resident without staff", term.Name)
		}
	}
}

func TestHeadcountNotProvidedTakesJobsAndResultsOutToo(t *testing.T) {
	s := smallPark(t)
	s.change("resident_report", reportOf(s, 2), "headcount: ")
	s.change("resident_report", reportOf(s, 3), "headcount: 1")
	result := compute(t, s)
	for code, want := range map[string]string{
		"S1.2": "3 / 151 = 0,0199 ед./чел.", // А 2, Г 1; Б is out
		"S1.3": "2 / 151 = 0,0132 ед./чел.",
		"S2.5": "17 / 151 × 100 = 11,3 %", // А 10, Г 7
	} {
		if got := plain(result.Find(code).Substituted(app.RU)); got != want {
			t.Errorf("%s: %s, want %s", code, got, want)
		}
	}
}

func TestBelowThresholdNothingIsCalculated(t *testing.T) {
	s := smallPark(t)
	s.change("resident_report", reportOf(s, 1), "export: ") // the second of five
	ind := compute(t, s).Find("S2.2")
	if ind.Value != nil || ind.ValueText(app.RU) != "не рассчитан" {
		t.Errorf("value %v, want none", ind.Value)
	}
	if got := plain(ind.Reason.RU); got != "полнота 60,0 % (3 из 5) ниже порога 80 %" {
		t.Error(got)
	}
	if got := plain(ind.Substituted(app.RU)); got != "не рассчитан: полнота 60,0 % (3 из 5) ниже порога 80 %" {
		t.Error(got)
	}
	want := []rating.Missing{
		{Type: "resident_report", ID: 1, Resident: 1, Title: "Альфа, 2020 год", Fields: []string{"export"}},
		{Type: "resident_report", Resident: 5, Title: "Эпсилон, 2020 год", Fields: []string{"export"}},
	}
	want[1].ID = reportOf(s, 5)
	for i := range want {
		want[i].Words = app.L("не представлено: «Экспортная выручка»", "not provided: “Export revenue”")
	}
	if diff := cmp.Diff(want, ind.Missing); diff != "" {
		t.Error(diff)
	}
}

func TestResidentWithoutReportIsMissing(t *testing.T) {
	s := smallPark(t)
	s.change("resident_report", reportOf(s, 6), "period: 2021")
	ind := compute(t, s).Find("S1.1")
	want := []rating.Missing{{
		Type: "resident_report", Resident: 6, Year: 2020, Title: "Дзета", Fields: []string{"rd_own", "rd_budget", "rd_other", "headcount"},
		Words: app.L("нет отчёта за 2020 год", "no report for 2020"),
	}}
	if diff := cmp.Diff(want, ind.Missing); diff != "" {
		t.Error(diff)
	}
	if ind.Completeness != (rating.Completeness{In: 3, Of: 4}) {
		t.Errorf("completeness %v, want 3 of 4", ind.Completeness)
	}
}

func TestWhyThereIsNoValue(t *testing.T) {
	tests := []struct {
		name, code, reason string
		spoil              func(*shelf)
	}{
		{"zero sum", "S1.5", "знаменатель равен нулю: Выручка резидентов", func(s *shelf) {
			for _, id := range []int64{1, 2, 3, 5} {
				s.change("resident_report", reportOf(s, id), "revenue: 0")
			}
		}},
		{"no base at all", "S4.3", "знаменатели равны нулю: Производственная площадь; Электрическая мощность", func(s *shelf) {
			s.change("site_report", 1, "production: 0; power: н/п")
		}},
		{"base unknown", "S4.3", "нет данных: Электрическая мощность (Показатели площадки, 2020 год — не представлено: «Электричество: мощность»)", func(s *shelf) {
			s.change("site_report", 1, "production: 0; power: ")
		}},
		{"zero cell", "S3.1", "знаменатель равен нулю: Сдаваемая площадь", func(s *shelf) { s.change("site_report", 1, "leasable: 0") }},
		{"no cell", "S3.1", "нет данных: Сдаваемая площадь (Показатели площадки, 2020 год — не представлено: «Сдаваемая площадь»)", func(s *shelf) { s.change("site_report", 1, "leasable: ") }},
		{"no report of the park", "S1.4", "нет данных: Полезная площадь (Показатели площадки — нет отчёта за 2020 год)", func(s *shelf) { s.drop("site_report") }},
		{"one of four cells", "S3.4", "нет данных: Доходы УК без субсидий (отчёт УК, 2020 год — не представлено: «Доходы от услуг»)", func(s *shelf) { s.change("company_report", 1, "income_services: ") }},
		{"no opening figure", "S3.5", "нет данных: Налоги резидентов до первого учтённого года (Технопарк Пример — не представлено: «Налоги резидентов до первого учтённого года»)", func(s *shelf) { s.change("park", 2, "taxes_before: ") }},
		{"nothing invested", "S4.2", "знаменатель равен нулю: Бюджетные вложения в технопарк нарастающим итогом", func(s *shelf) { s.drop("investment") }},
		{"amount unknown", "S4.2", "нет данных: Внебюджетные вложения в технопарк нарастающим итогом (вложение, 01.05.2020 — не представлено: «Сумма»)", func(s *shelf) { s.change("investment", 5, "amount: ") }},
		{"source unknown", "S3.5", "нет данных: Бюджетные вложения в технопарк нарастающим итогом (корпус, 01.05.2018 — не представлено: «Источник»)", func(s *shelf) {
			s.change("investment", 1, "purpose: корпус; source: ")
		}},
		{"many amounts unknown", "S3.5", "нет данных: Бюджетные вложения в технопарк нарастающим итогом (вложение, 01.05.2018 — не представлено: «Источник»; " +
			"вложение, 31.12.2020 — не представлено: «Источник»; вложение, 01.05.2019 — не представлено: «Источник»; и ещё 1)", func(s *shelf) {
			for _, id := range []int64{1, 2, 4} {
				s.change("investment", id, "source: ")
			}
			s.change("investment", 5, "source: federal; amount: ")
		}},
		{"nobody active", "S2.1", "за 2020 год нет ни одного резидента с соглашением в силе", func(s *shelf) { s.drop("contract") }},
		{"nobody has staff", "S2.1", "у всех резидентов «не применимо»", func(s *shelf) {
			for _, id := range []int64{1, 2, 5, 6} {
				s.change("resident_report", reportOf(s, id), "headcount: н/п")
			}
		}},
		{"list not answered", "S5.3", "полнота 70,0 % (7 из 10) ниже порога 80 %", func(s *shelf) { s.change("practice", 6, "status: ") }},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s := smallPark(t)
			tt.spoil(s)
			ind := compute(t, s).Find(tt.code)
			if ind.Value != nil {
				t.Errorf("value %s, want none", ind.ValueText(app.RU))
			}
			if got := plain(ind.Reason.RU); got != tt.reason {
				t.Errorf("%s, want %s", got, tt.reason)
			}
		})
	}
}

func TestOpenItemsOfListsAreNamed(t *testing.T) {
	ind := compute(t, smallPark(t)).Find("S3.3")
	got := make([]string, 0, len(ind.Missing))
	for _, m := range ind.Missing {
		got = append(got, m.Type+": "+m.Title+": "+m.Words.RU)
	}
	want := []string{
		"service_report: специализированное оборудование, 2020 год: не представлено: «Оказана»",
		"service_report: логистика: нет сведений за 2020 год",
		"service: подбор персонала: нет ответа", // whether it is offered at all
	}
	if diff := cmp.Diff(want, got); diff != "" {
		t.Error(diff)
	}
}

// Why there is nobody to count is said as it is: here there are residents all right.
func TestReasonsWhyThereIsNobody(t *testing.T) {
	s := smallPark(t)
	delete(s.records, "resident_report")
	for code, want := range map[string]string{
		"S3.5": "нет ни одного отчёта резидентов за 2020 год и раньше",
		"S2.1": "полнота 0,0 % (0 из 5) ниже порога 80 %",
	} {
		if got := plain(compute(t, s).Find(code).Reason.RU); got != want {
			t.Errorf("%s without reports: %q, want %q", code, got, want)
		}
	}
	for _, rec := range s.records["contract"] {
		if c, ok := rec.(*app.Contract); ok && c.From.Before(app.Day(2020, 1, 1)) {
			c.From = app.Day(2020, 1, 1)
		}
	}
	want := "нет ни одного резидента с соглашением в силе и в 2019, и в 2020 году"
	if got := plain(compute(t, s).Find("S2.4").Reason.RU); got != want {
		t.Errorf("S2.4 in the first year: %q, want %q", got, want)
	}
}

// TestGrowthNeedsRevenueInBothYears keeps a company that had no revenue to give a year
// ago out of both sums: it would look like growth out of nothing.
func TestGrowthNeedsRevenueInBothYears(t *testing.T) {
	s := smallPark(t)
	before := plain(compute(t, s).Find("S2.4").ValueText(app.RU))
	for _, rec := range s.records["resident_report"] {
		r := rec.(*app.ResidentReport)
		if r.Period == app.YearPeriod(2020) && r.Revenue.State == app.NotApplicable {
			r.Revenue = app.Of(app.Thousands(500_000))
		}
	}
	if after := plain(compute(t, s).Find("S2.4").ValueText(app.RU)); after != before {
		t.Errorf("growth %s became %s by revenue without a year before", before, after)
	}
}
