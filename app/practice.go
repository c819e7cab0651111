package app

// Practice is an item of sustainable development and whether the park follows it.
type Practice struct {
	Head
	Item         string // of the list, code of an option
	Status       string // in force, planned or not, code of an option
	Since, Until Date   // first and last day in force; no last: in force still
	Document     string // that introduced it, in words
}

// practiceInForce is the state of a practice that is followed.
const practiceInForce = "yes"

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
	Section: SectionReports,
	Turn:    standing("практика действует до своей последней даты", "a practice is in force until its last day").between("since", "until"),
	Stands:  practiceStands,
	With:    "park",
	New:     func() Record { return new(Practice) },
	Title:   practiceTitle(RU),
	TitleEN: practiceTitle(EN),
	Unique:  [][]string{{"item"}},
	Fields: []Field{
		choice("item", L("Практика", "Practice"), practiceItems(), func(r *Practice) *string { return &r.Item }).own().essential().width(34),
		choice("status", L("Состояние", "State"), []Option{
			{practiceInForce, L("да", "yes")}, {"no", L("нет", "no")}, {"planned", L("планируется", "planned")},
		}, func(r *Practice) *string { return &r.Status }).required().width(13),
		date("since", L("С", "Since"), func(r *Practice) *Date { return &r.Since }),
		date("until", L("По", "Until"), func(r *Practice) *Date { return &r.Until }).hint("пусто — действует", "empty while in force"),
		text("document", L("Документ", "Document"), func(r *Practice) *string { return &r.Document }).own().width(34),
	},
}

func practiceTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		return optionLabel(practiceItems(), r.(*Practice).Item, lang)
	}
}

// practiceStands: what is planned, or answered with no, is not in force, and what has no first day
// nobody can count.
func practiceStands(_ *Book, rec Record, day Date) Standing {
	p, s := rec.(*Practice), standsBetween(rec, day)
	s.Is = s.Is && p.Status == practiceInForce && !p.Since.Zero()
	return s
}
