package reports_test

import "technopark/app"

// smallBook is a park of four companies; the figures are chosen to be added up
// by hand.
func smallBook() *app.Book {
	head := func(id int64) app.Head { return app.Head{ID: id, Park: 1} }
	year, before := app.YearPeriod(2020), app.YearPeriod(2019)
	park := &app.Park{
		Head: app.Head{ID: 1}, Name: "Технопарк «Малый»", ShortName: "«Малый»", Company: 1, Kind: "hightech",
		Region: "Тверская область", Municipality: "городской округ Тверь", Commissioned: app.Day(2015, 9, 1),
		Specialisms: []int64{1, 2}, KmCity: app.Of(app.Quantity(4200)), KmMoscow: app.NA[app.Quantity](), Concept: app.Yes(),
		TaxesBefore: app.Of(app.Money(0)),
	}
	return app.NewBook(park, map[string][]app.Record{
		"park":       {park},
		"specialism": {&app.Specialism{Head: head(1), Name: "Робототехника"}, &app.Specialism{Head: head(2), Name: "Медицина"}},
		"company": {&app.ManagementCompany{
			Head: head(1), Name: "Акционерное общество «Управляющая компания „Малая“»", ShortName: "АО «УК „Малая“»",
			INN: "7707083893", LegalAddress: "170000, г.\u00a0Тверь, ул.\u00a0Новая, д.\u00a01", HeadPerson: 1, Accountant: 2, Performer: 2,
		}},
		"person": {
			&app.Person{Head: head(1), FullName: "Королёва Нина Петровна", Position: "генеральный директор", Authority: "устав"},
			&app.Person{Head: head(2), FullName: "Щукин Пётр Ильич", Position: "главный бухгалтер"},
		},
		"park_status": {&app.ParkStatus{Head: head(1), Name: "Реестр технопарков субъекта РФ", Number: "7", Date: app.Day(2016, 2, 1)}},
		"site_report": {&app.SiteReport{
			Head: head(1), Period: year, Land: app.Of(app.Quantity(2500)), LandFree: app.Of(app.Quantity(0)), Useful: app.Of(app.Units(1000)),
			Leasable: app.Of(app.Units(800)), HasPower: app.Yes(), Power: app.Of(app.Quantity(1500)), PowerFree: app.Of(app.Quantity(250)),
			HasGas: app.No(), Gas: app.NA[app.Quantity](), GasFree: app.NA[app.Quantity](),
		}},
		"investment": {
			&app.Investment{Head: head(1), Date: app.Day(2015, 3, 1), Source: "regional", Amount: app.Of(app.Thousands(9000))},
			&app.Investment{Head: head(2), Date: app.Day(2020, 3, 1), Source: "private", Amount: app.Of(app.Thousands(1000))},
			&app.Investment{Head: head(3), Date: app.Day(2021, 3, 1), Source: "private", Amount: app.Of(app.Thousands(500))},
		},
		"resident":        smallResidents(head),
		"contract":        smallContracts(head),
		"resident_report": smallReports(head, year, before),
		"job":             smallJobs(head),
		"ip_result": {
			&app.IPResult{Head: head(1), Resident: 1, Kind: "invention", Title: "Захват робота", Number: "2700001", Filed: app.Day(2019, 1, 9), Granted: app.Day(2020, 6, 2), Country: "Россия"},
			&app.IPResult{Head: head(2), Resident: 1, Kind: "software", Title: "Программа захвата", Granted: app.Day(2019, 6, 2)},
		},
		"company_report": {&app.CompanyReport{Head: head(1), Period: year, IncomeRent: app.Of(app.Thousands(700)), Costs: app.Of(app.Thousands(650)), IncomeSubsidies: app.NA[app.Money]()}},
		"service": {
			&app.Service{Head: head(1), Kind: "legal", Offered: app.Yes()},
			&app.Service{Head: head(2), Kind: "land_sale", Offered: app.No()},
			&app.Service{Head: head(3), Kind: "security", Offered: app.Yes()},
		},
		"service_report": {&app.ServiceReport{Head: head(1), Service: 1, Period: year, Times: app.Of(app.Count(3)), Residents: app.Of(app.Count(2)), Revenue: app.Of(app.Money(0))}},
	})
}

func smallResidents(head func(int64) app.Head) []app.Record {
	return []app.Record{
		&app.Resident{
			Head: head(1), Name: "Общество с ограниченной ответственностью «Ярус»", ShortName: "ООО «Ярус»", INN: "1234567894",
			OGRN: "1127746509780", OKVED: "28.99", Specialism: 1, Innovative: app.Yes(),
		},
		&app.Resident{Head: head(2), Name: "Индивидуальный предприниматель Ёлкин Олег Юрьевич", ShortName: "ИП Ёлкин О. Ю.", INN: "123456789047", Innovative: app.No()},
		&app.Resident{Head: head(3), Name: "Акционерное общество «Вышедшие»", ShortName: "АО «Вышедшие»", INN: "7707083893"},
		&app.Resident{Head: head(4), Name: "Общество с ограниченной ответственностью «Никогда»", ShortName: "ООО «Никогда»", INN: "5098676296"},
	}
}

// The first has two leases, the second none; the third left in June; the fourth
// only rents, so it is no resident.
func smallContracts(head func(int64) app.Head) []app.Record {
	agreement := func(id, resident int64, number string, from, to app.Date, outcome string) *app.Contract {
		return &app.Contract{Head: head(id), Resident: resident, Number: number, Kind: app.ContractResidency, From: from, To: to, Outcome: outcome}
	}
	lease := func(id, resident, area int64) *app.Contract {
		return &app.Contract{Head: head(id), Resident: resident, Number: "А-" + string(rune('0'+id)), Kind: app.ContractLease, From: app.Day(2019, 1, 1), Area: app.Of(app.Units(area))}
	}
	return []app.Record{
		agreement(1, 1, "Р-1", app.Day(2016, 4, 1), app.Day(2020, 3, 31), "expired"),
		agreement(2, 1, "Р-1/2", app.Day(2020, 4, 1), app.Date{}, ""),
		agreement(3, 2, "", app.Day(2020, 10, 1), app.Date{}, ""),
		agreement(4, 3, "Р-3", app.Day(2017, 1, 1), app.Day(2020, 6, 30), app.OutcomeGraduated),
		lease(5, 1, 300), lease(6, 1, 50), lease(7, 4, 90),
	}
}

func smallReports(head func(int64) app.Head, year, before app.Period) []app.Record {
	return []app.Record{
		&app.ResidentReport{Head: head(1), Resident: 1, Period: year, Headcount: app.Of(app.Count(20)), Revenue: app.Of(app.Thousands(40_000))},
		&app.ResidentReport{Head: head(2), Resident: 1, Period: before, Headcount: app.Of(app.Count(16)), Revenue: app.Of(app.Thousands(30_000))},
		&app.ResidentReport{Head: head(3), Resident: 3, Period: year, Headcount: app.NA[app.Count](), Revenue: app.Of(app.Money(0))},
	}
}

func smallJobs(head func(int64) app.Head) []app.Record {
	return []app.Record{
		&app.Job{Head: head(1), Resident: 1, Date: app.Day(2020, 5, 5), Change: app.JobCreated, Count: app.Of(app.Count(4)), Category: "engineers", HighTech: app.Yes(), Pay: app.Of(app.Rubles(90_000))},
		&app.Job{Head: head(2), Resident: 1, Date: app.Day(2020, 2, 1), Change: "cut", Count: app.Of(app.Count(1)), Category: "other", Basis: "приказ №\u00a05"},
		&app.Job{Head: head(3), Resident: 2, Date: app.Day(2020, 11, 1), Change: app.JobCreated},
		&app.Job{Head: head(4), Resident: 4, Date: app.Day(2020, 7, 1), Change: app.JobCreated, Count: app.Of(app.Count(7)), Category: "production"},
		&app.Job{Head: head(5), Date: app.Day(2020, 7, 1), Change: app.JobCreated, Count: app.Of(app.Count(2)), Category: "management"},
		&app.Job{Head: head(6), Resident: 1, Date: app.Day(2019, 7, 1), Change: app.JobCreated, Count: app.Of(app.Count(9)), Category: "other"},
	}
}
