package sample

import "technopark/app"

// gap is a cell that its company left out: «не представлено».
type gap struct {
	firm  string // short name
	year  int
	field string // key of resident_report
}

// gaps lists what is missing from reports that were handed in, so that staff see how an
// indicator names those who keep it below full completeness.
func gaps() []gap {
	return []gap{
		{"ООО «Росчерк-3D»", 2020, "export"},
		{"ООО «БиоКлён»", 2020, "rd_own"},
		{"ООО «БиоКлён»", 2020, "rd_budget"},
		{"ООО «БиоКлён»", 2020, "rd_other"},
		{"ООО «Ё-Софт»", 2020, "innovative_revenue"},
		{"АО «Керамика-Образец»", 2020, "capital"},
		{"ООО «Учёт и маршруты»", 2020, "customs"},
		{"ООО «Учёт и маршруты»", 2020, "taxes_local"},
		{"ООО «Крыло и лопасть»", 2020, "headcount"},
		{"ООО «Крыло и лопасть»", 2020, "researchers"},
		{"ООО «Прототип за неделю»", 2020, "revenue"},
		{"ООО «Прототип за неделю»", 2020, "export"},
		{"ООО «Прототип за неделю»", 2020, "innovative_revenue"},
		{"ООО «КардиоНить»", 2020, "equity"},
		{"ООО «КардиоНить»", 2020, "profit"},
		{"ООО «Экзоскелет-Опора»", 2019, "contributions"},
		{"ООО «Экзоскелет-Опора»", 2019, "payroll"},
		{"ООО «НаноСлой Пример»", 2019, "rd_own"},
		{"ООО «Чертёж и смета»", 2018, "taxes_regional"},
	}
}

// applyGaps empties the cells the company left out of this report.
func applyGaps(short string, r *app.ResidentReport) {
	for _, g := range gaps() {
		if f, ok := r.Type().Field(g.field); ok && g.firm == short && g.year == r.Period.Year {
			f.Set(r, app.Value{})
		}
	}
}
