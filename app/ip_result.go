package app

// IPResult is a result of intellectual activity (РИД) of a resident.
type IPResult struct {
	Head
	Resident       int64  // id of the holder
	Kind           string // invention, program and so on, code of an option
	Title          string // as registered
	Number         string // of the registration
	Filed, Granted Date   // of the application, and of the registration, which puts it into a year
	Country        string // that registered it
}

// Type describes IPResult.
func (*IPResult) Type() *Type { return ipResultType }

var ipResultType = &Type{
	Key:     "ip_result",
	One:     L("Результат интеллектуальной деятельности", "Intellectual property result"),
	Many:    L("РИД", "Intellectual property"),
	Section: SectionResidents,
	Turn:    standing("выданный документ действует и дальше", "what was granted stays granted").between("granted", ""),
	Stands:  grantedStands,
	Owner:   "resident",
	Period:  "granted",
	Alike:   [][]string{{"kind", "number"}},
	New:     func() Record { return new(IPResult) },
	Title:   func(r Record, _ Titles) string { return shortOr(r.(*IPResult).Title, r.(*IPResult).Number) },
	Check:   checkIPResult,
	Fields: []Field{
		ref("resident", L("Резидент", "Resident"), "resident", func(r *IPResult) *int64 { return &r.Resident }).essential().width(30),
		choice("kind", L("Вид", "Kind"), []Option{
			{"invention", L("изобретение", "invention")},
			{"utility_model", L("полезная модель", "utility model")},
			{"design", L("промышленный образец", "industrial design")},
			{"software", L("программа для ЭВМ", "computer program")},
			{"database", L("база данных", "database")},
			{"topology", L("топология ИМС", "chip topology")},
			{"know_how", L("ноу-хау", "know-how")},
			{"trademark", L("товарный знак", "trademark")},
		}, func(r *IPResult) *string { return &r.Kind }).required().width(20),
		text("title", L("Название", "Title"), func(r *IPResult) *string { return &r.Title }).own().essential().width(44),
		text("number", L("Номер", "Number"), func(r *IPResult) *string { return &r.Number }).own().width(14).
			hint("номер патента или свидетельства", "number of the patent or certificate"),
		date("filed", L("Заявка подана", "Filed"), func(r *IPResult) *Date { return &r.Filed }),
		date("granted", L("Выдан, зарегистрирован", "Granted or registered"), func(r *IPResult) *Date { return &r.Granted }).
			hint("по этой дате РИД относится к году", "this date puts the result into a year"),
		text("country", L("Страна", "Country"), func(r *IPResult) *string { return &r.Country }).width(12),
	},
}

func checkIPResult(rec Record) FieldErrors {
	r := rec.(*IPResult)
	if !r.Filed.Zero() && !r.Granted.Zero() && r.Granted.Before(r.Filed) {
		return FieldErrors{{"granted", L("дата выдачи "+r.Granted.String()+" раньше подачи заявки "+r.Filed.String()+"; проверьте обе даты",
			"granted before it was filed; check both dates")}}
	}
	return nil
}

// grantedStands: what was only applied for is no right yet.
func grantedStands(_ *Book, rec Record, day Date) Standing {
	s := standsBetween(rec, day)
	s.Is = s.Is && !rec.(*IPResult).Granted.Zero()
	return s
}
