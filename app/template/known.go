package template

import (
	"technopark/app"
	"technopark/app/rating"
)

// Name is a name that a form may have in its cells.
type Name struct {
	Group app.Text // what it belongs with: «Карточка технопарка», «Показатели»
	Name  string   // as it is written between the braces
	Title app.Text // what it stands for
	Unit  app.Text // of a figure
}

// Names returns the names there are by a method: in any cell, and after them, when a type is given,
// those of a row that repeats over its records.
func Names(method *rating.Profile, of *app.Type) []Name {
	var all []Name
	fields := func(group app.Text, head string, t *app.Type) {
		for _, f := range t.Fields {
			all = append(all, Name{group, head + f.Key, f.Label, f.Unit})
		}
	}
	for _, key := range alone() {
		t := app.TypeByKey(key)
		fields(t.One, key+".", t)
	}
	for _, ind := range method.Indicators() {
		all = append(all, Name{app.L("Показатели", "Indicators"), ind.Code, ind.Name, ind.Unit})
	}
	for _, t := range method.Terms() {
		all = append(all, Name{app.L("Слагаемые методики", "Terms of the method"), t.Name, t.Title, t.Unit})
	}
	for _, w := range []Name{
		{Name: "year", Title: app.L("год данных", "year of the data")},
		{Name: "today", Title: app.L("сегодняшний день", "today")},
		{Name: "first_day", Title: app.L("первый день года", "first day of the year")},
		{Name: "last_day", Title: app.L("последний день года", "last day of the year")},
		{Name: "days", Title: app.L("дней в году", "days of the year"), Unit: app.L("дн.", "days")},
	} {
		w.Group = app.L("Год", "Year")
		all = append(all, w)
	}
	if of == nil {
		return all
	}
	row := app.L("В строке {{each "+of.Key+"}}", "In a row {{each "+of.Key+"}}")
	all = append(all, Name{Group: row, Name: "row", Title: app.L("номер по порядку", "number of the row")})
	fields(row, "", of)
	for _, f := range of.Fields {
		if f.Kind == app.KindRef {
			fields(row, f.Key+".", app.TypeByKey(f.Ref))
		}
	}
	if reports := app.TypeByKey("resident_report"); of.OfResidents() && of != reports {
		fields(row, reportHead+".", reports)
	}
	return all
}
