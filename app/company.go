package app

// ownershipOptions returns who may own a park or a company.
func ownershipOptions() []Option {
	return []Option{
		{"state", L("государственная", "state")},
		{"municipal", L("муниципальная", "municipal")},
		{"private", L("частная", "private")},
		{"mixed", L("смешанная", "mixed")},
	}
}

// ManagementCompany is the company that runs one or several parks.
type ManagementCompany struct {
	Head
	Name, ShortName        string // in full as in the charter, and as people call it
	INN, KPP, OGRN, OKPO   string // as text: leading zeros matter
	LegalAddress           string // on one line
	Ownership              string // code of an option
	Phone, Email           string // of the company itself
	HeadPerson, Accountant int64  // ids of people, who sign
	Performer, Contact     int64  // ids of people, who answer questions
}

// Type describes ManagementCompany.
func (*ManagementCompany) Type() *Type { return companyType }

var companyType = &Type{
	Key:     "company",
	One:     L("Управляющая компания", "Management company"),
	Many:    L("Управляющие компании", "Management companies"),
	Section: SectionPark,
	Turn:    standing("карточка одна на все годы", "the card is one for all years"),
	Scope:   ScopeFile,
	Single:  true,

	Organisation: true,

	Concerns: func(b *Book, rec Record) bool { return b.Company != nil && rec.Header().ID == b.Company.ID },
	New:      func() Record { return new(ManagementCompany) },
	Title: func(r Record, _ Titles) string {
		return shortOr(r.(*ManagementCompany).ShortName, r.(*ManagementCompany).Name)
	},
	Naming: "short_name",
	Fields: join(
		section(L("Наименование", "Name"),
			text("name", L("Полное наименование", "Full name"), func(r *ManagementCompany) *string { return &r.Name }).telling().essential().width(50).
				hint("как в уставе", "as in the charter"),
			text("short_name", L("Краткое наименование", "Short name"), func(r *ManagementCompany) *string { return &r.ShortName }).telling().width(30),
			choice("ownership", L("Форма собственности", "Ownership"), ownershipOptions(), func(r *ManagementCompany) *string { return &r.Ownership }).required(),
		),
		section(L("Реквизиты", "Registration"),
			identifier("inn", L("ИНН", "INN"), SchemeINN, func(r *ManagementCompany) *string { return &r.INN }).telling().required().hint("10 цифр", "10 digits"),
			identifier("kpp", L("КПП", "KPP"), SchemeKPP, func(r *ManagementCompany) *string { return &r.KPP }).own().required().hint("9 знаков", "9 characters"),
			identifier("ogrn", L("ОГРН", "OGRN"), SchemeOGRN, func(r *ManagementCompany) *string { return &r.OGRN }).telling().required().hint("13 цифр", "13 digits"),
			identifier("okpo", L("ОКПО", "OKPO"), SchemeOKPO, func(r *ManagementCompany) *string { return &r.OKPO }).own().hint("8 или 10 цифр", "8 or 10 digits").hidden(),
			text("legal_address", L("Юридический адрес", "Legal address"), func(r *ManagementCompany) *string { return &r.LegalAddress }).required().width(50).hidden(),
		),
		section(L("Контакты и подписанты", "Contacts and signatories"),
			contact("phone", L("Телефон", "Phone"), SchemePhone, func(r *ManagementCompany) *string { return &r.Phone }).own().required(),
			contact("email", L("Электронная почта", "E-mail"), SchemeEmail, func(r *ManagementCompany) *string { return &r.Email }).own().required(),
			ref("head_person", L("Руководитель", "Head"), "person", func(r *ManagementCompany) *int64 { return &r.HeadPerson }).required(),
			ref("accountant", L("Главный бухгалтер", "Chief accountant"), "person", func(r *ManagementCompany) *int64 { return &r.Accountant }).required().hidden(),
			ref("performer", L("Исполнитель", "Prepared by"), "person", func(r *ManagementCompany) *int64 { return &r.Performer }).hidden(),
			ref("contact", L("Контактное лицо", "Contact person"), "person", func(r *ManagementCompany) *int64 { return &r.Contact }).required().hidden(),
		),
	),
}

func shortOr(short, full string) string {
	if short != "" {
		return short
	}
	return full
}
