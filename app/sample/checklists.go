package sample

import "technopark/app"

// addChecklists answers the lists of sustainable practices and of what the site
// discloses.
func (b *builder) addChecklists() {
	b.addPractices()
	for year := b.first; year <= lastYear; year++ {
		b.addDisclosures(year)
	}
}

func (b *builder) addPractices() {
	for _, p := range []app.Practice{
		{Item: "low_carbon", Status: "planned", Since: app.Day(2021, 9, 1), Document: "проект стратегии на 2021–2025 годы"},
		{Item: "energy_audit", Status: "yes", Since: app.Day(2016, 11, 1), Document: "отчёт об энергетическом обследовании №\u00a041"},
		{Item: "waste", Status: "yes", Since: app.Day(2018, 4, 2), Document: "договор с региональным оператором"},
		{Item: "access", Status: "yes", Since: app.Day(2015, 7, 20), Document: "паспорт доступности объекта"},
		{Item: "iso14001", Status: "yes", Since: app.Day(2016, 2, 1), Until: app.Day(2019, 1, 31), Document: "сертификат, срок истёк"},
		{Item: "training", Status: "yes", Since: app.Day(2013, 9, 1), Document: "соглашение с университетом"},
		{Item: "charity", Status: "yes", Since: app.Day(2019, 12, 2), Document: "положение о благотворительности"},
		{Item: "renewables", Status: "yes", Since: app.Day(2020, 6, 8), Document: "акт ввода солнечной станции 48 кВт"},
		{Item: "water_saving", Status: "no"},
		{Item: "eco_transport", Status: "yes", Since: app.Day(2019, 5, 13), Document: "зарядные станции, приказ №\u00a022"},
	} {
		b.add(&p)
	}
}

// addDisclosures answers each item of the list; since is the year from which
// the site shows it, 0 while it does not.
func (b *builder) addDisclosures(year int) {
	for i, item := range []struct {
		code, path string
		since      int
	}{
		{"site_ru", "ru", 2012},
		{"site_en", "en", 2019},
		{"residents", "ru/residents", 2013},
		{"vacancies", "ru/free", 2015},
		{"tariffs", "ru/tariffs", 2020},
		{"contacts", "ru/contacts", 2012},
		{"news", "ru/news", 2012},
		{"social", "ru/social", 2016},
		{"gisip", "ru/gisip", 2015},
		{"services", "ru/services", 2014},
		{"admission", "ru/admission", 2019},
		{"documents", "", 0},
	} {
		d := &app.Disclosure{Period: app.YearPeriod(year), Item: item.code, Met: app.No(), Checked: app.Day(year, 12, 1+i)}
		if item.since != 0 && item.since <= year {
			d.Met, d.Link = app.Yes(), "https://primer.example/"+item.path
		}
		b.add(d)
	}
}
