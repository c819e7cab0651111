package app

// CompanyReport is what the management company earned and spent on the park in a period.
type CompanyReport struct {
	Head
	Period                                                   Period      // a year, or a quarter of it
	IncomeRent, IncomeServices, IncomeSubsidies, IncomeOther Cell[Money] // kopecks of the period
	Costs, Profit, Taxes                                     Cell[Money] // kopecks; a loss is a negative profit
	Headcount                                                Cell[Count] // people on average
	Pay                                                      Cell[Money] // kopecks a month, on average
}

// Type describes CompanyReport.
func (*CompanyReport) Type() *Type { return companyReportType }

func companyMoney(key string, label Text, at func(*CompanyReport) *Cell[Money]) Field {
	return money(key, label, at).orNA().required().flow()
}

var companyReportType = &Type{
	Key:     "company_report",
	One:     L("Отчёт УК", "Management company’s report"),
	Many:    L("Отчёты УК", "Management company’s reports"),
	Section: SectionReports,
	Turn:    due("доходы и расходы — за один год", "income and costs are of one year"),
	With:    "company",
	Period:  "period",
	Report:  true,
	New:     func() Record { return new(CompanyReport) },
	Title:   companyReportTitle(RU),
	TitleEN: companyReportTitle(EN),
	Unique:  [][]string{{"period"}},
	Fields: join(
		section(L("Период", "Period"), period(func(r *CompanyReport) *Period { return &r.Period })),
		section(L("Доходы", "Income"),
			companyMoney("income_rent", L("Доходы от аренды", "Rent"), func(r *CompanyReport) *Cell[Money] { return &r.IncomeRent }),
			companyMoney("income_services", L("Доходы от услуг", "Services"), func(r *CompanyReport) *Cell[Money] { return &r.IncomeServices }),
			companyMoney("income_subsidies", L("Субсидии", "Subsidies"), func(r *CompanyReport) *Cell[Money] { return &r.IncomeSubsidies }),
			companyMoney("income_other", L("Прочие доходы", "Other income"), func(r *CompanyReport) *Cell[Money] { return &r.IncomeOther }).
				totals(L("всего доходов", "income in total"), "income_rent", "income_services", "income_subsidies"),
		),
		section(L("Расходы и результат", "Costs and result"),
			companyMoney("costs", L("Расходы", "Costs"), func(r *CompanyReport) *Cell[Money] { return &r.Costs }),
			companyMoney("profit", L("Прибыль (убыток)", "Profit (loss)"), func(r *CompanyReport) *Cell[Money] { return &r.Profit }).signed(),
			companyMoney("taxes", L("Уплаченные налоги", "Taxes paid"), func(r *CompanyReport) *Cell[Money] { return &r.Taxes }),
		),
		section(L("Люди", "People"),
			count("headcount", L("Среднесписочная численность", "Average headcount"), people, func(r *CompanyReport) *Cell[Count] { return &r.Headcount }).orNA().required().
				source("РСВ, титульный лист", "form RSV, title sheet"),
			roubles("pay", L("Средняя зарплата", "Average pay"), L("руб. в мес.", "RUB a month"), func(r *CompanyReport) *Cell[Money] { return &r.Pay }).orNA(),
		),
	),
}

func companyReportTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		return titled(L("отчёт УК", "management company’s report").In(lang), r.(*CompanyReport).Period.In(lang))
	}
}
