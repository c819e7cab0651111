package app

// Resident is a company of the park. Its status is derived from its contracts.
type Resident struct {
	Head
	Name, ShortName       string     // in full as in the charter, and as people call it
	LegalForm             string     // code of an option
	INN, KPP, OGRN, OKVED string     // as text: leading zeros matter
	Registered            Date       // day the company came to be
	Specialism            int64      // id of its field of work
	Innovative, Anchor    Cell[Flag] // whether it is one
	Origin                string     // where it came from, code of an option
	Contact, Phone, Email string     // whom to ask, and how
	Residency             Residency  // derived
}

// Type describes Resident.
func (*Resident) Type() *Type { return residentType }

var residentType = &Type{
	Key:     "resident",
	One:     L("Резидент", "Resident"),
	Many:    L("Резиденты", "Residents"),
	Section: SectionResidents,
	Turn:    standing("резидент остаётся, пока действует его соглашение", "a resident stays while their agreement is in force").apart("status"),
	Stands:  residentStands,

	Organisation: true,

	New:    func() Record { return new(Resident) },
	Title:  func(r Record, _ Titles) string { return shortOr(r.(*Resident).ShortName, r.(*Resident).Name) },
	Reads:  activeInYear,
	Derive: deriveResidency,
	Check:  checkResident,
	About:  func(r Record, lang Lang) string { return r.(*Resident).Residency.In(lang) },
	Naming: "short_name",
	Fields: join(
		section(L("Наименование", "Name"),
			text("name", L("Полное наименование", "Full name"), func(r *Resident) *string { return &r.Name }).telling().essential().asked().width(22).
				hint("как в выписке из ЕГРЮЛ или ЕГРИП", "as in the state register"),
			text("short_name", L("Краткое наименование", "Short name"), func(r *Resident) *string { return &r.ShortName }).telling().asked().width(30),
			choice("legal_form", L("Организационно-правовая форма", "Legal form"), []Option{
				{"ooo", L("ООО", "LLC")},
				{"ao", L("АО", "JSC")},
				{"pao", L("ПАО", "PJSC")},
				{legalFormIP, L("ИП", "Sole proprietor")},
				{legalFormNPD, L("самозанятый", "Self-employed")},
				{"institution", L("учреждение", "Institution")},
				{"branch", L("филиал или представительство", "Branch")},
				{"other", L("иная", "Other")},
			}, func(r *Resident) *string { return &r.LegalForm }).required().width(12).hidden().
				hint("самозанятый — человек на налоге на профессиональный доход (НПД) без статуса ИП", "a self-employed person pays the tax on professional income (NPD) and is no sole proprietor"),
		),
		section(L("Статус (по договорам)", "Status (from contracts)"),
			derived("status", L("Статус", "Status"), KindChoice, statusOptions(), func(r *Resident) Value { return TextValue(r.Residency.Status) }).from("contract"),
			derived("admitted", L("Резидент с", "Resident since"), KindDate, nil, func(r *Resident) Value { return TextValue(r.Residency.Admitted.ISO()) }).width(10).from("contract"),
			derived("left", L("Выбыл", "Left on"), KindDate, nil, func(r *Resident) Value { return TextValue(r.Residency.Left.ISO()) }).width(10).hidden().from("contract"),
		),
		section(L("Реквизиты", "Registration"),
			identifier("inn", L("ИНН", "INN"), SchemeINN, func(r *Resident) *string { return &r.INN }).telling().required().
				hint("10 цифр у организации, 12 у предпринимателя и самозанятого", "10 digits for a company, 12 for a person"),
			identifier("kpp", L("КПП", "KPP"), SchemeKPP, func(r *Resident) *string { return &r.KPP }).own().asked().hidden().
				hint("9 знаков; у предпринимателя и самозанятого нет", "9 characters; a person has none"),
			identifier("ogrn", L("ОГРН / ОГРНИП", "OGRN"), SchemeOGRN, func(r *Resident) *string { return &r.OGRN }).telling().required().asked().hidden().
				spared(func(rec Record) bool { return rec.(*Resident).LegalForm == legalFormNPD }).
				hint("13 цифр у организации, 15 у предпринимателя; у самозанятого нет", "13 digits for a company, 15 for a sole proprietor; a self-employed person has none"),
			identifier("okved", L("Основной ОКВЭД 2", "Main OKVED 2"), SchemeOKVED, func(r *Resident) *string { return &r.OKVED }).required().asked().width(10).
				hint("например 26.51.6", "such as 26.51.6"),
			date("registered", L("Дата регистрации", "Registered on"), func(r *Resident) *Date { return &r.Registered }).own().hidden(),
		),
		section(L("Деятельность", "Activity"),
			ref("specialism", L("Направление", "Field of work"), "specialism", func(r *Resident) *int64 { return &r.Specialism }).required(),
			yesNo("innovative", L("Инновационный", "Innovative"), func(r *Resident) *Cell[Flag] { return &r.Innovative }).required().
				hint("нужно для показателя S1.4", "needed for indicator S1.4"),
			choice("origin", L("Происхождение", "Origin"), []Option{
				{"park", L("создан технопарком", "founded by the park")},
				{"university", L("спин-офф вуза", "university spin-off")},
				{"external", L("внешний", "external")},
			}, func(r *Resident) *string { return &r.Origin }).hidden(),
			yesNo("anchor", L("Якорный", "Anchor"), func(r *Resident) *Cell[Flag] { return &r.Anchor }).hidden(),
		),
		section(L("Контакты", "Contacts"),
			text("contact", L("Контактное лицо", "Contact person"), func(r *Resident) *string { return &r.Contact }).own().asked().hidden(),
			contact("phone", L("Телефон", "Phone"), SchemePhone, func(r *Resident) *string { return &r.Phone }).own().asked().hidden(),
			contact("email", L("Электронная почта", "E-mail"), SchemeEmail, func(r *Resident) *string { return &r.Email }).own().asked().hidden(),
		),
	),
}

// Legal forms of people. The others are of organisations.
const (
	legalFormIP  = "ip"
	legalFormNPD = "npd" // pays the tax on professional income, registered nowhere else
)

// checkResident rejects what the state registers cannot contain.
func checkResident(rec Record) FieldErrors {
	r := rec.(*Resident)
	var faults FieldErrors
	switch {
	case r.KPP == "":
	case r.LegalForm == legalFormIP:
		faults = append(faults, FieldError{"kpp", L("у индивидуального предпринимателя нет КПП; очистите поле",
			"a sole proprietor has no KPP; clear the field")})
	case r.LegalForm == legalFormNPD:
		faults = append(faults, FieldError{"kpp", L("у самозанятого нет КПП; очистите поле",
			"a self-employed person has no KPP; clear the field")})
	}
	if r.LegalForm == legalFormNPD && r.OGRN != "" {
		faults = append(faults, FieldError{"ogrn", L("у самозанятого нет ОГРН; очистите поле или укажите другую форму",
			"a self-employed person has no OGRN; clear the field or choose another form")})
	}
	return faults
}

func activeInYear(b *Book, rec Record, year Period) bool { return b.Active(rec.Header().ID, year) }

// residentStands: whoever is on file stands as what the agreements make of them.
func residentStands(b *Book, rec Record, day Date) Standing {
	is := b.Residency(rec.Header().ID, day)
	return Standing{Is: true, As: is.Status, Why: L(is.In(RU), is.In(EN))}
}
