package app

// ServiceReport is how often a service was rendered in a period.
type ServiceReport struct {
	Head
	Service          int64       // id of the service
	Period           Period      // a year, or a quarter of it
	Times, Residents Cell[Count] // how often it was rendered, and to how many
	Revenue          Cell[Money] // kopecks
}

// Type describes ServiceReport.
func (*ServiceReport) Type() *Type { return serviceReportType }

var serviceReportType = &Type{
	Key:     "service_report",
	One:     L("Показатели услуги", "Service figures"),
	Many:    L("Оказание услуг", "Services rendered"),
	Section: SectionPark,
	Turn:    due("сколько раз услуга оказана — за один год", "how often a service was rendered is of one year"),
	Period:  "period",
	Report:  true,
	Per:     "service",
	Owner:   "service",
	Due:     func(_ *Book, from Record, _ Period) bool { return from.(*Service).Offered == Yes() },
	New:     func() Record { return new(ServiceReport) },
	Title:   serviceReportTitle(RU),
	TitleEN: serviceReportTitle(EN),
	Unique:  [][]string{{"service", "period"}},
	Fields: []Field{
		ref("service", L("Услуга", "Service"), "service", func(r *ServiceReport) *int64 { return &r.Service }).essential().width(36),
		period(func(r *ServiceReport) *Period { return &r.Period }),
		count("times", L("Оказана", "Rendered"), L("раз", "times"), func(r *ServiceReport) *Cell[Count] { return &r.Times }).orNA().required().flow().summed(),
		count("residents", L("Обслужено резидентов", "Residents served"), L("ед.", "units"), func(r *ServiceReport) *Cell[Count] { return &r.Residents }).orNA(),
		money("revenue", L("Выручка", "Revenue"), func(r *ServiceReport) *Cell[Money] { return &r.Revenue }).orNA().flow(),
	},
}

func serviceReportTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, titles Titles) string {
		s := r.(*ServiceReport)
		return titled(titles("service", s.Service), s.Period.In(lang))
	}
}
