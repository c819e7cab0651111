package app

// SiteReport is what the site has and what of it is free, for a period.
type SiteReport struct {
	Head
	Period                             Period         // at the end of which the figures are true
	Land, LandFree                     Cell[Quantity] // thousandths of a hectare; free is among the total, here and below
	Building, Useful, Leasable, Office Cell[Quantity] // thousandths of a square metre
	Production, ProductionFree         Cell[Quantity] // thousandths of a square metre
	Power, PowerFree                   Cell[Quantity] // thousandths of a megawatt
	Gas, GasFree                       Cell[Quantity] // thousandths of a cubic metre an hour
	Heat, HeatFree                     Cell[Quantity] // thousandths of a gigacalorie an hour
	Water, WaterFree                   Cell[Quantity] // thousandths of a cubic metre an hour
	Sewage, SewageFree                 Cell[Quantity] // thousandths of a cubic metre an hour
	HasPower, HasGas, HasHeat          Cell[Flag]     // whether the site is connected
	HasWater, HasSewage                Cell[Flag]     // whether the site is connected
}

// Type describes SiteReport.
func (*SiteReport) Type() *Type { return siteReportType }

var (
	hectares     = L("га", "ha")
	squareMetres = L("м²", "m²")
)

type siteCell = func(*SiteReport) *Cell[Quantity]

func siteQuantity(key string, label, unit Text, at siteCell) Field {
	return quantity(key, label, unit, at).orNA()
}

// utility makes the three fields of one supply: is there, capacity, of it free.
func utility(key string, name, unit Text, has func(*SiteReport) *Cell[Flag], capacity, free siteCell) []Field {
	return []Field{
		yesNo("has_"+key, L(name.RU+": есть", name.EN+": present"), has).hidden(),
		siteQuantity(key, L(name.RU+": мощность", name.EN+": capacity"), unit, capacity).hundredths().hidden(),
		siteQuantity(key+"_free", L(name.RU+": свободно", name.EN+": free"), unit, free).hundredths().hidden(),
	}
}

var siteReportType = &Type{
	Key:     "site_report",
	One:     L("Показатели площадки", "Site figures"),
	Many:    L("Показатели площадки", "Site figures"),
	Section: SectionReports,
	Turn:    due("площади и мощности указывают на конец каждого года заново", "areas and capacities are given anew for the end of each year"),
	With:    "park",
	Period:  "period",
	Report:  true,
	New:     func() Record { return new(SiteReport) },
	Title:   siteReportTitle(RU),
	TitleEN: siteReportTitle(EN),
	Unique:  [][]string{{"period"}},
	Fields: join(
		section(L("Период", "Period"), period(func(r *SiteReport) *Period { return &r.Period })),
		section(L("Земля и здания", "Land and buildings"),
			siteQuantity("land", L("Земля, всего", "Land, total"), hectares, func(r *SiteReport) *Cell[Quantity] { return &r.Land }).hundredths(),
			siteQuantity("land_free", L("Земля, свободно", "Land, free"), hectares, func(r *SiteReport) *Cell[Quantity] { return &r.LandFree }).hundredths().
				shares(L("доля всей земли", "share of the land"), "land"),
			siteQuantity("building", L("Площадь зданий", "Building area"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.Building }).required(),
			siteQuantity("useful", L("Полезная площадь", "Useful area"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.Useful }).required().
				shares(L("доля в площади зданий", "share of the buildings"), "building"),
			siteQuantity("leasable", L("Сдаваемая площадь", "Leasable area"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.Leasable }).required().offered(areaOfLeasable).
				shares(L("доля в полезной", "share of the useful area"), "useful"),
			siteQuantity("production", L("Производственная площадь", "Production area"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.Production }).required(),
			siteQuantity("production_free", L("Производственная, свободно", "Production, free"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.ProductionFree }).required().
				shares(L("доля в производственной", "share of the production area"), "production"),
			siteQuantity("office", L("Офисная площадь", "Office area"), squareMetres, func(r *SiteReport) *Cell[Quantity] { return &r.Office }),
		),
		section(L("Инженерная инфраструктура", "Utilities"), join(
			utility("power", L("Электричество", "Power"), L("МВт", "MW"), func(r *SiteReport) *Cell[Flag] { return &r.HasPower },
				func(r *SiteReport) *Cell[Quantity] { return &r.Power }, func(r *SiteReport) *Cell[Quantity] { return &r.PowerFree }),
			utility("gas", L("Газ", "Gas"), L("м³/ч", "m³/h"), func(r *SiteReport) *Cell[Flag] { return &r.HasGas },
				func(r *SiteReport) *Cell[Quantity] { return &r.Gas }, func(r *SiteReport) *Cell[Quantity] { return &r.GasFree }),
			utility("heat", L("Тепло", "Heat"), L("Гкал/ч", "Gcal/h"), func(r *SiteReport) *Cell[Flag] { return &r.HasHeat },
				func(r *SiteReport) *Cell[Quantity] { return &r.Heat }, func(r *SiteReport) *Cell[Quantity] { return &r.HeatFree }),
			utility("water", L("Вода", "Water"), L("м³/ч", "m³/h"), func(r *SiteReport) *Cell[Flag] { return &r.HasWater },
				func(r *SiteReport) *Cell[Quantity] { return &r.Water }, func(r *SiteReport) *Cell[Quantity] { return &r.WaterFree }),
			utility("sewage", L("Водоотведение", "Sewage"), L("м³/ч", "m³/h"), func(r *SiteReport) *Cell[Flag] { return &r.HasSewage },
				func(r *SiteReport) *Cell[Quantity] { return &r.Sewage }, func(r *SiteReport) *Cell[Quantity] { return &r.SewageFree }),
		)...),
	),
}

func siteReportTitle(lang Lang) func(Record, Titles) string {
	return func(r Record, _ Titles) string {
		return r.(*SiteReport).Period.In(lang)
	}
}
