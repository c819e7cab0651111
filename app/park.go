package app

// Park is the card of a technopark. Its own Head.Park is 0: it is the park.
type Park struct {
	Head
	Name, ShortName              string         // in full, and as people call it
	Company                      int64          // id of the one that runs it
	Kind, Ownership              string         // codes of options
	Region, Municipality, OKTMO  string         // where it is; the code as text
	Address                      string         // by post
	Commissioned                 Date           // day it began to work
	SiteRU, SiteEN               string         // addresses of its pages in the two languages
	Specialisms                  []int64        // ids of fields of work
	KmCity, KmRegion, KmMoscow   Cell[Quantity] // thousandths of a kilometre to the centres
	KmHighway, KmRail, KmAirport Cell[Quantity] // thousandths of a kilometre to the roads
	Concept                      Cell[Flag]     // whether there is a concept of development
	TaxesBefore                  Cell[Money]    // kopecks its residents paid before the first year on record
	Demo                         Cell[Flag]     // whether everything about it is made up
}

// Type describes Park.
func (*Park) Type() *Type { return parkType }

var km = L("км", "km")

var parkType = &Type{
	Key:      "park",
	One:      L("Карточка технопарка", "Park card"),
	Many:     L("Технопарки", "Parks"),
	Section:  SectionPark,
	Turn:     standing("карточка одна на все годы", "the card is one for all years"),
	Scope:    ScopeFile,
	Single:   true,
	New:      func() Record { return new(Park) },
	Title:    func(r Record, _ Titles) string { return shortOr(r.(*Park).ShortName, r.(*Park).Name) },
	Unique:   [][]string{{"name"}},
	Concerns: func(b *Book, rec Record) bool { return rec.Header().ID == b.Park.ID },
	Naming:   "short_name",
	Fields: join(
		section(L("Общие сведения", "General"),
			text("name", L("Наименование", "Name"), func(r *Park) *string { return &r.Name }).telling().essential().width(40),
			text("short_name", L("Краткое наименование", "Short name"), func(r *Park) *string { return &r.ShortName }).telling(),
			ref("company", L("Управляющая компания", "Management company"), "company", func(r *Park) *int64 { return &r.Company }).required(),
			choice("kind", L("Вид технопарка", "Kind of park"), []Option{
				{"industrial", L("промышленный", "industrial")},
				{"hightech", L("в сфере высоких технологий", "high technology")},
				{"nano", L("нанотехнологический центр", "nanotechnology centre")},
				{"private", L("частный", "private")},
			}, func(r *Park) *string { return &r.Kind }).required(),
			choice("ownership", L("Форма собственности", "Ownership"), ownershipOptions(), func(r *Park) *string { return &r.Ownership }).required(),
			date("commissioned", L("Введён в эксплуатацию", "Commissioned"), func(r *Park) *Date { return &r.Commissioned }).required().
				hint("технопарк, введённый в год рейтинга, в нём не участвует", "a park commissioned in the rating year takes no part"),
			refs("specialisms", L("Специализация", "Specialisation"), "specialism", func(r *Park) *[]int64 { return &r.Specialisms }).hidden(),
		),
		section(L("Адрес и сайт", "Address and website"),
			text("region", L("Субъект Российской Федерации", "Region"), func(r *Park) *string { return &r.Region }).required(),
			text("municipality", L("Муниципальное образование", "Municipality"), func(r *Park) *string { return &r.Municipality }).required().hidden(),
			identifier("oktmo", L("ОКТМО", "OKTMO"), SchemeOKTMO, func(r *Park) *string { return &r.OKTMO }).required().hidden().hint("8 или 11 цифр", "8 or 11 digits"),
			text("address", L("Почтовый адрес", "Postal address"), func(r *Park) *string { return &r.Address }).required().hidden(),
			contact("site_ru", L("Сайт на русском языке", "Website in Russian"), SchemeURL, func(r *Park) *string { return &r.SiteRU }).own().hidden(),
			contact("site_en", L("Сайт на английском языке", "Website in English"), SchemeURL, func(r *Park) *string { return &r.SiteEN }).own().hidden(),
		),
		section(L("Расстояния", "Distances"),
			quantity("km_city", L("До центра города", "To the city centre"), km, func(r *Park) *Cell[Quantity] { return &r.KmCity }).hidden(),
			quantity("km_region", L("До центра региона", "To the regional centre"), km, func(r *Park) *Cell[Quantity] { return &r.KmRegion }).hidden(),
			quantity("km_moscow", L("До Москвы", "To Moscow"), km, func(r *Park) *Cell[Quantity] { return &r.KmMoscow }).hidden(),
			quantity("km_highway", L("До федеральной трассы", "To a federal highway"), km, func(r *Park) *Cell[Quantity] { return &r.KmHighway }).hidden(),
			quantity("km_rail", L("До железной дороги", "To a railway"), km, func(r *Park) *Cell[Quantity] { return &r.KmRail }).hidden(),
			quantity("km_airport", L("До аэропорта", "To an airport"), km, func(r *Park) *Cell[Quantity] { return &r.KmAirport }).hidden(),
		),
		section(L("Развитие и начальные данные", "Development and opening figures"),
			yesNo("concept", L("Есть концепция развития", "Has a development concept"), func(r *Park) *Cell[Flag] { return &r.Concept }).hidden(),
			money("taxes_before", L("Налоги резидентов до первого учтённого года", "Residents’ taxes before the first recorded year"), func(r *Park) *Cell[Money] { return &r.TaxesBefore }).own().hidden().apart().
				hint("начальный остаток для показателя S3.5; если учёт ведётся с ввода в эксплуатацию — 0", "opening figure for indicator S3.5; 0 when recorded since commissioning"),
			yesNo("demo", L("Демонстрационные данные", "Demonstration data"), func(r *Park) *Cell[Flag] { return &r.Demo }).hidden().
				hint("«да» печатается на каждом листе пакета", "“yes” is printed on every sheet"),
		),
	),
}
