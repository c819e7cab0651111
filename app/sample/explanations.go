package sample

import "technopark/app"

// addExplanations closes some of the warnings that a check of the last year finds; the
// rest is left for those who try the program. The figures are those of the reports:
// TestSampleExplanationsHold in app/check tells when a drawn figure has moved.
func (b *builder) addExplanations() {
	day := app.Day(lastYear+1, 4, 5)
	for _, e := range []struct{ firm, rule, field, basis, finding, text string }{
		{
			"ООО «ДНК-Учёт»", "JUMP", "payroll", "payroll=16\u00a0107,5; prev.payroll=8\u00a0685,6",
			"Фонд оплаты труда: 16\u00a0107,5\u00a0тыс. руб., за прошлый год 8\u00a0685,6\u00a0тыс. руб. — изменение больше чем вполовину",
			"В январе 2020 года в штат приняты разработчики, прежде работавшие по договорам подряда.",
		},
		{
			"ООО «ДНК-Учёт»", "JUMP", "revenue", "revenue=32\u00a0649,4; prev.revenue=17\u00a0605,5",
			"Выручка: 32\u00a0649,4\u00a0тыс. руб., за прошлый год 17\u00a0605,5\u00a0тыс. руб. — изменение больше чем вполовину",
			"Весной 2020 года начались поставки по рамочному договору с сетью лабораторий.",
		},
		{
			"ООО «АддиМед-Пример»", "RD_NOBODY", "researchers", "researchers=0; rd_own=1\u00a0206,6; rd_budget=298,4; rd_other=0,0",
			"затраты на НИОКР 1\u00a0505,0\u00a0тыс. руб., а исследователей нет",
			"Исследования по договору выполнил университет; своих исследователей в штате нет.",
		},
	} {
		b.add(&app.Explanation{
			Period: app.YearPeriod(lastYear), Rule: e.rule, Basis: e.basis, Finding: e.finding, Text: e.text,
			Place:  app.Place{Type: "resident_report", ID: b.reportOf(e.firm), Field: e.field}.String(),
			About:  e.firm + ", " + app.YearPeriod(lastYear).In(app.RU),
			Author: "Ёжикова-Преображенская А.\u00a0В.", Date: day,
		})
	}
}

// reportOf returns the provisional id of a company's report of the last year.
func (b *builder) reportOf(firm string) int64 {
	for _, m := range b.members {
		if m.short != firm {
			continue
		}
		for _, rec := range b.records["resident_report"] {
			if r := rec.(*app.ResidentReport); r.Resident == m.id && r.Period == app.YearPeriod(lastYear) {
				return r.ID
			}
		}
	}
	panic("no report of " + firm) // the roster is in this package
}
