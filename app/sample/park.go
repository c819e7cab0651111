package sample

import "technopark/app"

// addPark adds the company, its people and the card of the park.
func (b *builder) addPark() {
	b.addPersons()
	b.add(&app.ManagementCompany{
		Name: "Акционерное общество «Управляющая компания „Пример“»", ShortName: "АО «УК „Пример“»",
		INN: closed(app.SchemeINN, "509800001"), KPP: "509801001", OGRN: closed(app.SchemeOGRN, "111509800001"),
		OKPO: closed(app.SchemeOKPO, "0098001"), LegalAddress: "142999, Примерская область, г. Образцовск, ул. Технопарковая, д. 1, корп. 4, пом. 4101",
		Ownership: "mixed", Phone: "+7 (900) 000-99-01", Email: "office@primer.example",
		HeadPerson: 1, Accountant: 2, Performer: 3, Contact: 4,
	})
	b.add(&app.Park{
		Name: "«Технопарк „Пример“»", ShortName: "«Пример»", Company: theOnly, Kind: "hightech", Ownership: "mixed",
		Region: "Примерская область", Municipality: "городской округ Образцовск", OKTMO: "02701000",
		Address:      "142999, Примерская область, г. Образцовск, ул. Технопарковая, д. 1",
		Commissioned: app.Day(2012-(firstYear-b.first), 5, 28), SiteRU: "https://primer.example/ru", SiteEN: "https://primer.example/en",
		Specialisms: b.specialisms[:energy+1],
		KmCity:      app.Of(app.Quantity(4_200)), KmRegion: app.Of(app.Quantity(38_500)), KmMoscow: app.Of(app.Quantity(41_000)),
		KmHighway: app.Of(app.Quantity(1_700)), KmRail: app.Of(app.Quantity(900)), KmAirport: app.Of(app.Quantity(27_300)),
		Concept: app.Yes(), TaxesBefore: app.Of(app.Money(1_864_351_274_60)), Demo: app.Yes(),
	})
	for _, s := range []app.ParkStatus{
		{Name: "Реестр технопарков в сфере высоких технологий", Number: "ТП-000/12", Date: app.Day(2012, 9, 3)},
		{Name: "Геоинформационная система индустриальных парков, технологических парков, кластеров (ГИСИП)", Number: "000-12345", Date: app.Day(2015, 4, 20)},
		{Name: "Соответствие требованиям ГОСТ Р 56425-2015 «Технопарки. Требования»", Number: "00-018", Date: app.Day(2018, 11, 12)},
	} {
		b.add(&s)
	}
	b.addInvestments()
}

func (b *builder) addPersons() {
	for _, p := range []app.Person{
		{FullName: "Образцова Мария Всеволодовна", Position: "генеральный директор", Role: "head", Authority: "устав"},
		{FullName: "Щёткин Пётр Ильич", Position: "главный бухгалтер", Role: "accountant", Authority: "приказ №\u00a014-к от 03.02.2014"},
		{FullName: "Ёжикова-Преображенская Анастасия Вячеславовна", Position: "руководитель отдела по работе с резидентами", Role: "performer", Authority: "доверенность №\u00a07 от 11.01.2021"},
		{FullName: "Цой Олег Артёмович", Position: "специалист по связям с общественностью", Role: "contact", Authority: "доверенность №\u00a09 от 11.01.2021"},
	} {
		number := len(b.records["person"]) + 1
		p.Phone = "+7 (900) 000-99-0" + string(rune('0'+number))
		p.Email = "person" + string(rune('0'+number)) + "@primer.example"
		b.add(&p)
	}
}

// addInvestments adds the money put into the park since before it was
// commissioned, from every source there is.
func (b *builder) addInvestments() {
	for _, i := range []struct {
		day     app.Date
		source  string
		amount  app.Money
		purpose string
	}{
		{app.Day(2010, 6, 15), "federal", 412_500_000_00, "строительство корпуса 1"},
		{app.Day(2010, 9, 1), "regional", 187_340_500_00, "строительство корпуса 1"},
		{app.Day(2010, 11, 22), "municipal", 24_800_000_00, "внешние сети: вода и водоотведение"},
		{app.Day(2011, 4, 11), "federal", 368_214_700_00, "строительство корпуса 2, чистые помещения"},
		{app.Day(2011, 8, 30), "loan", 290_000_000_00, "инженерная инфраструктура второй очереди"},
		{app.Day(2012, 3, 19), "regional", 142_066_180_50, "подстанция 10 МВт"},
		{app.Day(2012, 10, 8), "company", 96_415_330_27, "оснащение технологического центра"},
		{app.Day(2013, 5, 14), "private", 348_900_000_00, "корпус 3: производственные помещения, соинвестор"},
		{app.Day(2014, 7, 2), "private", 265_118_404_10, "линия гибкой электроники"},
		{app.Day(2015, 2, 25), "federal", 118_700_000_00, "центр прототипирования"},
		{app.Day(2015, 12, 3), "company", 74_022_917_63, "ремонт и переоснащение корпуса 1"},
		{app.Day(2016, 9, 27), "private", 412_650_000_00, "линия солнечных модулей"},
		{app.Day(2017, 6, 9), "regional", 38_450_000_00, "центр испытаний и сертификации"},
		{app.Day(2018, 4, 16), "private", 227_384_611_90, "лабораторный блок генетики"},
		{app.Day(2018, 10, 30), "company", 58_311_040_00, "коворкинг и конференц-зал"},
		{app.Day(2019, 3, 21), "loan", 120_000_000_00, "вторая очередь подстанции"},
		{app.Day(2019, 9, 12), "private", 184_730_250_75, "опытное производство композитов"},
		{app.Day(2020, 5, 18), "municipal", 6_200_000_00, "остановочный павильон и освещение"},
		{app.Day(2020, 8, 24), "company", 41_906_118_38, "вентиляция и умный учёт энергии"},
		{app.Day(2020, 11, 10), "private", 203_540_000_00, "участок серийной печати электроники"},
	} {
		b.add(&app.Investment{Date: i.day, Source: i.source, Amount: app.Of(i.amount), Purpose: i.purpose})
	}
}
