package check

import "testing"

// parkCases spoil the ground once for each rule of the park, its company and what is published.
func parkCases() []ruleCase {
	return []ruleCase{
		{"REFERENCE_WHOSE", "park", "не указано, какого технопарка это значение", func(t *testing.T, g *ground) { fill(t, g.mean, "whose=другой технопарк") }},
		{"REFERENCE_SLIP", "value", "показатель S2.1: у технопарка 2\u00a0000,0\u00a0тыс. руб./чел., для сравнения 2\u00a0000\u00a0000,0\u00a0тыс. руб./чел. — разница в сотни раз; похоже, одна из сумм в рублях, а другая в тысячах рублей", func(t *testing.T, g *ground) { fill(t, g.mean, "value=2000000") }},
		{"REFERENCE_FAR", "value", "показатель S2.1: у технопарка 2\u00a0000,0\u00a0тыс. руб./чел., для сравнения 300,0\u00a0тыс. руб./чел. — разница больше чем в пять раз", func(t *testing.T, g *ground) { fill(t, g.mean, "value=300") }},
		{"JOB_PAY_LOW", "pay", "средняя зарплата 12\u00a0129,99\u00a0руб. в мес. меньше минимального размера оплаты труда 12\u00a0130,00\u00a0руб. в мес.", func(t *testing.T, g *ground) { fill(t, g.job, "pay=12129,99") }},
		{"JOB_PAY_HIGH", "pay", "средняя зарплата 1\u00a0000\u00a0001,00\u00a0руб. в мес. — необычно много", func(t *testing.T, g *ground) { fill(t, g.job, "pay=1000001") }},
		{"IP_NUMBER", "number", "РИД зарегистрирован 01.02.2020, а номера нет", func(_ *testing.T, g *ground) { g.ip.Number = "" }},
		{"IP_TWICE", "number", "номер 1 стоит и у другого РИД: Способ", func(_ *testing.T, g *ground) { g.ip2.Number = g.ip.Number }},
		{"IP_LEFT", "resident", "РИД зарегистрирован в 2020 году, а соглашение с компанией в этом году не действовало: в расчёт он не войдёт", func(_ *testing.T, g *ground) { g.secondLeft(); g.other.Resident, g.ip.Resident = 1, 2 }},
		{"IP_EARLY", "granted", "РИД зарегистрирован 01.03.2020, а компания — 02.03.2020, позже", func(t *testing.T, g *ground) {
			g.registeredAnew(t, "02.03.2020")
			fill(t, g.ip, "granted=01.03.2020")
		}},
		{"IP_FILED", "filed", "нет даты подачи заявки", func(t *testing.T, g *ground) { fill(t, g.ip, "filed=") }},
		{"PROJECT_DATES", "end_date", "проект окончен 31.12.2019, а начат 01.01.2020 — позже на 1\u00a0дн.", func(t *testing.T, g *ground) { fill(t, g.project, "end_date=31.12.2019") }},
		{"PROJECT_BUDGET", "budget_own", "у проекта нет ни одной суммы финансирования", func(t *testing.T, g *ground) { fill(t, g.project, "budget_own=") }},
		{"LAND_FREE", "land_free", "свободной земли 10,50\u00a0га, а всей 10,00\u00a0га: лишние 0,50\u00a0га", func(t *testing.T, g *ground) { fill(t, g.site, "land_free=10,5") }},
		{"USEFUL", "useful", "полезная площадь 10\u00a0001,0\u00a0м² больше площади зданий 10\u00a0000,0\u00a0м²: лишние 1,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.site, "useful=10001") }},
		{"LEASABLE", "leasable", "сдаваемая площадь 8\u00a0000,1\u00a0м² больше полезной 8\u00a0000,0\u00a0м²: лишние 0,1\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.site, "leasable=8000,1") }},
		{"PRODUCTION", "production", "производственная площадь 8\u00a0001,0\u00a0м² больше полезной 8\u00a0000,0\u00a0м²: лишние 1,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.site, "production=8001") }},
		{"OFFICE", "office", "офисная и производственная площадь вместе 8\u00a0001,0\u00a0м², а полезная 8\u00a0000,0\u00a0м²: лишние 1,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.site, "office=7901") }},
		{"FREE", "power_free", "Электричество: свободно: 5,01\u00a0МВт, а всего 5,00\u00a0МВт; лишние 0,01\u00a0МВт", func(t *testing.T, g *ground) { fill(t, g.site, "power_free=5,01") }},
		{"UTILITY_ABSENT", "gas", "указано, что сети нет, а мощность — 5,00\u00a0м³/ч", func(t *testing.T, g *ground) { fill(t, g.site, "has_gas=нет") }},
		{"UTILITY_CAPACITY", "heat", "указано, что сеть есть, а мощность не названа", func(t *testing.T, g *ground) { fill(t, g.site, "heat=;heat_free=") }},
		{"LET_AREA", "leasable", "в аренде у всех арендаторов, резидентов и прочих, в среднем за год 176,5\u00a0м², а сдаётся всего 150,0\u00a0м²: лишние 26,5\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.other, "area=101,5") }},
		{"ROOM_AREA", "leasable", "сдаваемая площадь 150,0\u00a0м², а по перечню помещений 175,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.room, "area=100") }},
		{"SITE_CHANGED", "building", "Площадь зданий: 13\u00a0500,0\u00a0м², а на конец прошлого года 10\u00a0000,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.site, "building=13500") }},
		{"ROOM_EMPTY", "area", "площадь помещения — ноль", func(t *testing.T, g *ground) { fill(t, g.room, "area=0") }},
		{"ROOM_HUGE", "area", "площадь помещения 30\u00a0001,0\u00a0м² больше, чем бывает", func(t *testing.T, g *ground) { fill(t, g.room, "area=30001") }},
		{"INVESTMENT_NONE", "amount", "сумма вложения — ноль", func(t *testing.T, g *ground) { fill(t, g.money, "amount=0") }},
		{"INVESTMENT_SLIP", "amount", "сумма вложения 20\u00a0000\u00a0001,0\u00a0тыс. руб.: похоже, она введена в рублях, а не в тысячах рублей", func(t *testing.T, g *ground) { fill(t, g.money, "amount=20000001") }},
		{"UK_RENT", "income_rent", "доходы от аренды 2\u00a0500,0\u00a0тыс. руб., а по договорам выходит 1\u00a0800,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.uk, "income_rent=2500") }},
		{"UK_SERVICES", "income_services", "доходы от услуг 500,0\u00a0тыс. руб., а по услугам набирается 501,0\u00a0тыс. руб.: разница 1,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.served, "revenue=501") }},
		{"UK_PROFIT", "profit", "прибыль 200,5\u00a0тыс. руб. больше, чем доходы за вычетом расходов: 200,0\u00a0тыс. руб.", func(t *testing.T, g *ground) {
			fill(t, g.uk, "profit=200,5")
			fill(t, g.ukLast, "profit=190")
		}},
		{"UK_PAY_SLIP", "pay", "средняя зарплата 60,00\u00a0руб. в мес.: похоже, она введена в тысячах рублей, а не в рублях", func(t *testing.T, g *ground) { fill(t, g.uk, "pay=60") }},
		{"UK_PAY", "pay", "средняя зарплата 10\u00a0000,00\u00a0руб. в мес. — необычная", func(t *testing.T, g *ground) { fill(t, g.uk, "pay=10000") }},
		{"UK_PAYROLL", "costs", "зарплата за год 2\u00a0160,0\u00a0тыс. руб. больше всех расходов 2\u00a0100,0\u00a0тыс. руб.", func(t *testing.T, g *ground) {
			fill(t, g.uk, "headcount=3")
			fill(t, g.ukLast, "headcount=3")
		}},
		{"SERVICE_RESIDENTS", "residents", "обслужено резидентов 3\u00a0ед., а в технопарке их 2\u00a0ед.: лишние 1\u00a0ед.", func(t *testing.T, g *ground) { fill(t, g.served, "residents=3") }},
		{"SERVICE_TIMES", "times", "услуга оказана 1\u00a0раз, а резидентов обслужено 2\u00a0ед.", func(t *testing.T, g *ground) { fill(t, g.served, "times=1") }},
		{"SERVICE_FREE", "revenue", "услуга не оказана ни разу, а выручка 100,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.served, "times=0;residents=0") }},
		{"SERVICE_OFFERED", "times", "услуга оказана 3\u00a0раз, а в перечне она отмечена как неоказываемая", func(t *testing.T, g *ground) { fill(t, g.service, "offered=нет") }},
		{"COMMISSIONED", "commissioned", "технопарк введён в эксплуатацию 01.01.2021: введённый в год рейтинга в нём не участвует", func(t *testing.T, g *ground) { fill(t, g.park, "commissioned=01.01.2021") }},
		{"SITE_MISSING", "name", "нет показателей площадки за 2020 год", func(_ *testing.T, g *ground) { g.without["site_report"] = 1 }},
		{"UK_MISSING", "company", "нет отчёта управляющей компании за 2020 год", func(_ *testing.T, g *ground) { g.without["company_report"] = 1 }},
		{"DISCLOSURE_MISSING", "name", "нет сведений об открытости за 2020 год: контакты", func(_ *testing.T, g *ground) { g.without["disclosure"] = 7 }},
		{"TAXES_BEFORE", "taxes_before", "не указаны налоги резидентов до первого учтённого года: бюджетная эффективность (S3.5) занижена", func(t *testing.T, g *ground) { fill(t, g.park, "taxes_before=") }},
		{"SITE_ADDRESS", "site_ru", "адрес сайта не указан: его смотрят при оценке открытости", func(_ *testing.T, g *ground) { g.park.SiteRU = "" }},
		{"UK_INN", "inn", "у управляющей компании ИНН из 10 цифр, а указан 366220664163", func(t *testing.T, g *ground) { fill(t, g.company, "inn=366220664163") }},
		{"AUTHORITY", "authority", "не указано, на основании чего действует подписант", func(_ *testing.T, g *ground) { g.person.Authority = "" }},
		{"DISCLOSURE_LINK", "link", "сведения раскрыты, а ссылки нет", func(_ *testing.T, g *ground) { g.shown.Link = "" }},
		{"DISCLOSURE_OLD", "checked", "проверено 31.12.2019, до начала года: за 2020 год это ничего не говорит", func(t *testing.T, g *ground) { fill(t, g.shown, "checked=31.12.2019") }},
		{"PRACTICE_DATES", "until", "практика велась по 31.12.2017, а начата 01.01.2018 — позже", func(t *testing.T, g *ground) { fill(t, g.practice, "until=31.12.2017") }},
		{"PRACTICE_SINCE", "since", "практика применяется, а с какого дня — не указано", func(t *testing.T, g *ground) { fill(t, g.practice, "since=") }},
		{"PRACTICE_PROOF", "document", "практика применяется, а документа нет", func(_ *testing.T, g *ground) { g.practice.Document = "" }},
		{"PUBLICATION_LINK", "link", "у публикации нет ссылки: её нечем подтвердить", func(_ *testing.T, g *ground) { g.paper.Link = "" }},
		{"PUBLICATION_TWICE", "link", "та же ссылка стоит у другой публикации: Один", func(_ *testing.T, g *ground) { g.paper2.Link = g.paper.Link }},
		{"EVENT_NOBODY", "participants", "у мероприятия нет участников", func(t *testing.T, g *ground) { fill(t, g.event, "participants=") }},
	}
}
