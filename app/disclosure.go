package app

// Disclosure says whether the park's site disclosed one item in a period.
type Disclosure struct {
	Head
	Period  Period     // of the check
	Item    string     // of the list, code of an option
	Met     Cell[Flag] // whether the site shows it
	Checked Date       // day somebody looked
	Link    string     // where it was seen
}

// Type describes Disclosure.
func (*Disclosure) Type() *Type { return disclosureType }

func disclosureItems() []Option {
	return []Option{
		{"site_ru", L("сайт на русском языке", "site in Russian")},
		{"site_en", L("сайт на английском языке", "site in English")},
		{"residents", L("список резидентов", "list of residents")},
		{"vacancies", L("свободные площади", "vacant premises")},
		{"tariffs", L("тарифы", "tariffs")},
		{"contacts", L("контакты", "contacts")},
		{"news", L("новости не старше 30 дней", "news no older than 30 days")},
		{"social", L("социальные сети", "social networks")},
		{"gisip", L("карточка в ГИСИП", "card in GISIP")},
		{"services", L("перечень услуг", "list of services")},
		{"admission", L("порядок приёма резидентов", "how residents are admitted")},
		{"documents", L("учредительные документы", "founding documents")},
	}
}

var disclosureType = &Type{
	Key:     "disclosure",
	One:     L("Раскрытие сведений", "Disclosure"),
	Many:    L("Открытость", "Openness"),
	Section: SectionReports,
	Turn:    due("сайт каждый год смотрят заново", "the site is looked at anew every year"),
	With:    "park",
	Period:  "period",
	Report:  true,
	Per:     "item",
	New:     func() Record { return new(Disclosure) },
	Title:   disclosureTitle(RU),
	TitleEN: disclosureTitle(EN),
	Unique:  [][]string{{"period", "item"}},
	Fields: []Field{
		period(func(r *Disclosure) *Period { return &r.Period }),
		choice("item", L("Сведения", "Item"), disclosureItems(), func(r *Disclosure) *string { return &r.Item }).own().essential().width(34),
		yesNo("met", L("Раскрыто", "Disclosed"), func(r *Disclosure) *Cell[Flag] { return &r.Met }).required(),
		date("checked", L("Проверено", "Checked on"), func(r *Disclosure) *Date { return &r.Checked }),
		contact("link", L("Ссылка", "Link"), SchemeURL, func(r *Disclosure) *string { return &r.Link }).own().width(34),
	},
}

func disclosureTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		return optionLabel(disclosureItems(), r.(*Disclosure).Item, lang)
	}
}
