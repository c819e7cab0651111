package app

// Disclosure says whether the park's site disclosed one item in a period.
type Disclosure struct {
	Head
	Period  Period
	Item    string
	Met     Cell[Flag]
	Checked Date
	Link    string
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
	Section: SectionCompany,
	Period:  "period",
	New:     func() Record { return new(Disclosure) },
	Title:   func(r Record, _ Titles) string { return optionLabel(disclosureItems(), r.(*Disclosure).Item) },
	Unique:  [][]string{{"period", "item"}},
	Fields: []Field{
		period(func(r *Disclosure) *Period { return &r.Period }),
		choice("item", L("Сведения", "Item"), disclosureItems(), func(r *Disclosure) *string { return &r.Item }).essential().width(34),
		yesNo("met", L("Раскрыто", "Disclosed"), func(r *Disclosure) *Cell[Flag] { return &r.Met }).required(),
		date("checked", L("Проверено", "Checked on"), func(r *Disclosure) *Date { return &r.Checked }),
		text("link", L("Ссылка", "Link"), func(r *Disclosure) *string { return &r.Link }).width(34),
	},
}

// Practice is an item of sustainable development and whether the park follows it.
type Practice struct {
	Head
	Item         string
	Status       string
	Since, Until Date
	Document     string
}

// Type describes Practice.
func (*Practice) Type() *Type { return practiceType }

func practiceItems() []Option {
	return []Option{
		{"low_carbon", L("низкоуглеродная стратегия", "low-carbon strategy")},
		{"energy_audit", L("энергоаудит", "energy audit")},
		{"waste", L("раздельный сбор отходов", "waste sorting")},
		{"access", L("доступная среда", "accessible environment")},
		{"iso14001", L("ISO 14001", "ISO 14001")},
		{"training", L("обучение и стажировки", "training and internships")},
		{"charity", L("благотворительность", "charity")},
		{"renewables", L("возобновляемая энергетика", "renewable energy")},
		{"water_saving", L("сбережение воды", "water saving")},
		{"eco_transport", L("экологичный транспорт", "clean transport")},
	}
}

var practiceType = &Type{
	Key:     "practice",
	One:     L("Практика устойчивого развития", "Sustainability practice"),
	Many:    L("Устойчивое развитие", "Sustainability"),
	Section: SectionCompany,
	New:     func() Record { return new(Practice) },
	Title:   func(r Record, _ Titles) string { return optionLabel(practiceItems(), r.(*Practice).Item) },
	Unique:  [][]string{{"item"}},
	Fields: []Field{
		choice("item", L("Практика", "Practice"), practiceItems(), func(r *Practice) *string { return &r.Item }).essential().width(34),
		choice("status", L("Состояние", "State"), []Option{
			{"yes", L("да", "yes")}, {"no", L("нет", "no")}, {"planned", L("планируется", "planned")},
		}, func(r *Practice) *string { return &r.Status }).required().width(13),
		date("since", L("С", "Since"), func(r *Practice) *Date { return &r.Since }),
		date("until", L("По", "Until"), func(r *Practice) *Date { return &r.Until }).hint("пусто — действует", "empty while in force"),
		text("document", L("Документ", "Document"), func(r *Practice) *string { return &r.Document }).width(34),
	},
}
