package app

// ResidentReport is what a resident reported for a period.
type ResidentReport struct {
	Head
	Resident                                int64       // id of who reports
	Period                                  Period      // a year, or a quarter of it
	Headcount, Researchers                  Cell[Count] // people on average; researchers are among the headcount
	StaffStart, StaffEnd                    Cell[Count] // people on the first and the last day
	Revenue, Export, Innovative             Cell[Money] // kopecks; the last two are parts of revenue
	RDOwn, RDBudget, RDOther                Cell[Money] // kopecks of research and development by source
	Capital, Equity                         Cell[Money] // kopecks invested: in fixed capital, and into the company by others
	TaxesFederal, TaxesRegional, TaxesLocal Cell[Money] // kopecks paid, by budget
	Customs, Contributions, Payroll, Profit Cell[Money] // kopecks; a loss is a negative profit
}

// Type describes ResidentReport.
func (*ResidentReport) Type() *Type { return residentReportType }

func reportMoney(key string, label Text, at func(*ResidentReport) *Cell[Money]) Field {
	return money(key, label, at).orNA().required().flow()
}

var people = L("чел.", "people")

var residentReportType = &Type{
	Key:     "resident_report",
	One:     L("Отчёт резидента", "Resident’s report"),
	Many:    L("Отчёты резидентов", "Residents’ reports"),
	Section: SectionReports,
	Turn:    due("показатели резидента — за один год", "the figures of a resident are of one year"),
	Period:  "period",
	Report:  true,
	Per:     "resident",
	Owner:   "resident",
	Due:     func(b *Book, from Record, p Period) bool { return b.Active(from.Header().ID, p) },
	New:     func() Record { return new(ResidentReport) },
	Title:   residentReportTitle(RU),
	TitleEN: residentReportTitle(EN),
	Unique:  [][]string{{"resident", "period"}},
	Fields: append(
		section(L("Кто и когда", "Who and when"),
			ref("resident", L("Резидент", "Resident"), "resident", func(r *ResidentReport) *int64 { return &r.Resident }).essential().width(30),
			period(func(r *ResidentReport) *Period { return &r.Period }),
		),
		asked(reported()...)...,
	),
}

// reported are the figures of a report. Residents are asked for all of them.
func reported() []Field {
	return join(
		section(L("Люди", "People"),
			count("headcount", L("Среднесписочная численность", "Average headcount"), people, func(r *ResidentReport) *Cell[Count] { return &r.Headcount }).summed().orNA().required().
				source("РСВ, титульный лист", "form RSV, title sheet"),
			count("researchers", L("Из них исследователи", "Of which researchers"), people, func(r *ResidentReport) *Cell[Count] { return &r.Researchers }).summed().orNA().required().
				shares(L("доля в численности", "share of staff"), "headcount"),
			count("staff_start", L("Работников на начало года", "Staff at the start"), people, func(r *ResidentReport) *Cell[Count] { return &r.StaffStart }).ofYear().opens("staff_end").summed().orNA().hidden().
				hint("списочная численность на 1 января", "on the payroll on 1 January"),
			count("staff_end", L("Работников на конец года", "Staff at the end"), people, func(r *ResidentReport) *Cell[Count] { return &r.StaffEnd }).ofYear().orNA().hidden().summed().
				hint("списочная численность на 31 декабря", "on the payroll on 31 December"),
			reportMoney("payroll", L("Фонд оплаты труда", "Payroll"), func(r *ResidentReport) *Cell[Money] { return &r.Payroll }).hidden(),
		),
		section(L("Выручка и прибыль", "Revenue and profit"),
			reportMoney("revenue", L("Выручка", "Revenue"), func(r *ResidentReport) *Cell[Money] { return &r.Revenue }).
				source("Форма 2, строка 2110", "Form 2, line 2110").each(L("на работника", "for each of staff"), "headcount"),
			reportMoney("export", L("Экспортная выручка", "Export revenue"), func(r *ResidentReport) *Cell[Money] { return &r.Export }).
				shares(L("доля в выручке", "share of revenue"), "revenue"),
			reportMoney("innovative_revenue", L("Выручка от инновационной продукции", "Revenue from innovative output"), func(r *ResidentReport) *Cell[Money] { return &r.Innovative }).
				shares(L("доля в выручке", "share of revenue"), "revenue"),
			reportMoney("profit", L("Чистая прибыль (убыток)", "Net profit (loss)"), func(r *ResidentReport) *Cell[Money] { return &r.Profit }).signed().hidden().
				source("Форма 2, строка 2400", "Form 2, line 2400"),
		),
		section(L("Затраты на НИОКР", "R&D spending"),
			reportMoney("rd_own", L("НИОКР: собственные средства", "R&D: own funds"), func(r *ResidentReport) *Cell[Money] { return &r.RDOwn }),
			reportMoney("rd_budget", L("НИОКР: бюджет", "R&D: budget"), func(r *ResidentReport) *Cell[Money] { return &r.RDBudget }),
			reportMoney("rd_other", L("НИОКР: прочие источники", "R&D: other sources"), func(r *ResidentReport) *Cell[Money] { return &r.RDOther }).
				totals(L("всего НИОКР", "R&D in total"), "rd_own", "rd_budget"),
		),
		section(L("Инвестиции", "Investment"),
			reportMoney("capital", L("Инвестиции в основной капитал", "Investment in fixed capital"), func(r *ResidentReport) *Cell[Money] { return &r.Capital }),
			reportMoney("equity", L("Привлечено в уставный капитал", "Attracted into equity"), func(r *ResidentReport) *Cell[Money] { return &r.Equity }),
		),
		section(L("Налоги и платежи", "Taxes and payments"),
			reportMoney("taxes_federal", L("Налоги: федеральный бюджет", "Taxes: federal"), func(r *ResidentReport) *Cell[Money] { return &r.TaxesFederal }),
			reportMoney("taxes_regional", L("Налоги: региональный бюджет", "Taxes: regional"), func(r *ResidentReport) *Cell[Money] { return &r.TaxesRegional }),
			reportMoney("taxes_local", L("Налоги: местный бюджет", "Taxes: local"), func(r *ResidentReport) *Cell[Money] { return &r.TaxesLocal }),
			reportMoney("customs", L("Таможенные платежи", "Customs payments"), func(r *ResidentReport) *Cell[Money] { return &r.Customs }),
			reportMoney("contributions", L("Страховые взносы", "Social contributions"), func(r *ResidentReport) *Cell[Money] { return &r.Contributions }).
				totals(L("всего налогов и платежей", "taxes and payments in total"), "taxes_federal", "taxes_regional", "taxes_local", "customs"),
		),
	)
}

func residentReportTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		p := r.(*ResidentReport)
		return titled(titles("resident", p.Resident), p.Period.In(lang))
	}
}
