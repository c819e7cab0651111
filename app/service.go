package app

// Service is a kind of service and whether the park offers it.
type Service struct {
	Head
	Kind    string     // of the list, code of an option
	Offered Cell[Flag] // whether the company offers it
	Note    string     // several lines
}

// Type describes Service.
func (*Service) Type() *Type { return serviceType }

// serviceKinds is the list of the federal geo-information system's passport and,
// after it, what high-technology parks offer besides.
func serviceKinds() []Option {
	return []Option{
		{"land_sale", L("продажа земельных участков", "sale of plots")},
		{"land_lease", L("аренда земельных участков", "lease of plots")},
		{"space_lease", L("аренда производственных площадей", "lease of production space")},
		{"built_to_suit", L("строительство под заказчика", "built-to-suit")},
		{"equipment", L("специализированное оборудование", "specialised equipment")},
		{"logistics", L("логистика", "logistics")},
		{"recruitment", L("подбор персонала", "recruitment")},
		{"upkeep", L("содержание общей территории", "common-area upkeep")},
		{"security", L("охрана", "security")},
		{"legal", L("юридические услуги", "legal services")},
		{"consulting", L("консалтинг", "consulting")},
		{"cleaning", L("уборка", "cleaning")},
		{"prototyping", L("прототипирование", "prototyping")},
		{"engineering", L("инжиниринг", "engineering")},
		{"certification", L("сертификация", "certification")},
		{"laboratory", L("испытательная лаборатория", "testing laboratory")},
		{"accelerator", L("акселератор", "accelerator")},
		{"accounting", L("бухгалтерское обслуживание", "accounting")},
		{"ip_support", L("сопровождение прав на РИД", "IP support")},
	}
}

var serviceType = &Type{
	Key:     "service",
	One:     L("Услуга", "Service"),
	Many:    L("Услуги", "Services"),
	Section: SectionPark,
	Turn:    standing("услуга оказывается, пока её не отменили", "a service is offered until it is withdrawn"),
	Stands:  offeredStands,
	With:    "company",
	New:     func() Record { return new(Service) },
	Title:   serviceTitle(RU),
	TitleEN: serviceTitle(EN),
	Unique:  [][]string{{"kind"}},
	Fields: []Field{
		choice("kind", L("Вид услуги", "Kind of service"), serviceKinds(), func(r *Service) *string { return &r.Kind }).own().essential().width(36),
		yesNo("offered", L("Оказывается", "Offered"), func(r *Service) *Cell[Flag] { return &r.Offered }).required(),
		note("note", L("Примечание", "Note"), func(r *Service) *string { return &r.Note }),
	},
}

func optionLabel(options []Option, code string, lang Lang) string {
	for _, o := range options {
		if o.Code == code {
			return o.Label.In(lang)
		}
	}
	return code
}

func serviceTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		return optionLabel(serviceKinds(), r.(*Service).Kind, lang)
	}
}

func offeredStands(_ *Book, rec Record, _ Date) Standing {
	return Standing{Is: rec.(*Service).Offered == Yes()}
}
