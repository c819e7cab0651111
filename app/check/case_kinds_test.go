package check

import (
	"testing"

	"technopark/app"
)

// kindCases spoil the ground once for each rule over dates, stays, units, quarters and what
// is due.
func kindCases() []ruleCase {
	return []ruleCase{
		{"DATE_UNLIKELY", "date", "«Дата» — 01.02.1920: такого года здесь быть не может", func(t *testing.T, g *ground) { fill(t, g.event, "date=01.02.1920") }},
		{"DATE_AHEAD", "date", "«Дата» — 02.04.2021, а это ещё не наступило или позже всех лет, за которые есть отчёты технопарка", func(t *testing.T, g *ground) { fill(t, g.event, "date=02.04.2021") }},
		{"DATE_LATER", "date", "«Дата» — 01.02.2021, это после 2020 года: в показатели за 2020 год запись не войдёт", func(t *testing.T, g *ground) { fill(t, g.event, "date=01.02.2021") }},
		{"CONTRACT_AHEAD", "valid_from", "договор действует только с 01.01.2023: до этого больше года", func(t *testing.T, g *ground) { fill(t, g.other, "valid_from=01.01.2023") }},
		{"REGISTERED_OLD", "registered", "дата регистрации компании 01.02.1915 слишком давняя", func(t *testing.T, g *ground) { fill(t, g.resident, "registered=01.02.1915") }},
		{"DOCUMENT_OLD", "date", "дата документа 01.02.1021 слишком давняя", func(_ *testing.T, g *ground) { g.papers.Date = app.Day(1021, 2, 1) }},
		{"COMMISSIONED_OLD", "commissioned", "технопарк введён в эксплуатацию 01.02.1910: слишком давно", func(t *testing.T, g *ground) { fill(t, g.park, "commissioned=01.02.1910") }},
		{"COMMISSIONED_AFTER", "commissioned", "технопарк введён в эксплуатацию 01.06.2019, а раньше начали действовать договоры: 4\u00a0шт.", func(t *testing.T, g *ground) { fill(t, g.park, "commissioned=01.06.2019") }},
		{"PRACTICE_LATE", "since", "отмечено, что практика применяется, а начата она 01.02.2021, после 2020 года", func(t *testing.T, g *ground) { fill(t, g.practice, "since=01.02.2021") }},
		{"EVENT_EARLY", "date", "мероприятие 31.12.2009, а технопарк введён в эксплуатацию 01.01.2010 — позже", func(t *testing.T, g *ground) { fill(t, g.event, "date=31.12.2009") }},
		{"PUBLICATION_EARLY", "date", "публикация от 31.12.2009, а технопарк введён в эксплуатацию 01.01.2010 — позже", func(t *testing.T, g *ground) { fill(t, g.paper, "date=31.12.2009") }},
		{"STAY_TWICE", "valid_from", "два соглашения о резидентстве с одной компанией действуют одновременно: это и №\u00a01, Альфа; сроки пересекаются на 31\u00a0дн.", func(t *testing.T, g *ground) {
			again := app.Clone(g.stay)
			again.ID = 50
			g.more = append(g.more, fill(t, again, "number=7;valid_from=01.03.2020;valid_to=31.03.2020"))
		}},
		{"STAY_NONE", "name", "соглашения о резидентстве с компанией нет, а записей о ней за 2020 год — 5\u00a0шт.: в расчёт они не войдут", func(_ *testing.T, g *ground) { g.stay.Kind = app.ContractService }},
		{"STAY_ENDED", "valid_to", "соглашение о резидентстве окончилось 31.12.2019, а записей о компании за 2020 год — 5\u00a0шт.: в расчёт они не войдут", func(t *testing.T, g *ground) { fill(t, g.stay, "valid_to=31.12.2019;outcome=расторгнут") }},
		{"STAY_BEGINS", "valid_from", "соглашение о резидентстве действует с 01.01.2021, а записей о компании за 2020 год — 5\u00a0шт.: в расчёт они не войдут", func(t *testing.T, g *ground) { fill(t, g.stay, "valid_from=01.01.2021") }},
		{"STAY_LATE", "valid_from", "соглашение о резидентстве действует с 01.07.2020, а рабочих мест и РИД с более ранней датой — 3\u00a0шт.", func(t *testing.T, g *ground) { fill(t, g.stay, "valid_from=01.07.2020") }},
		{"STAY_SHORT", "valid_to", "соглашение о резидентстве окончилось 31.01.2020, а рабочих мест и РИД с более поздней датой — 3\u00a0шт.", func(t *testing.T, g *ground) { fill(t, g.stay, "valid_to=31.01.2020;outcome=расторгнут") }},
		{"JOB_BEFORE", "date", "запись от 01.03.2018, а резидентом компания стала 01.01.2019 — позже", func(t *testing.T, g *ground) { fill(t, g.job, "date=01.03.2018") }},
		{"JOB_AFTER", "date", "запись от 01.06.2020, а компания выбыла 31.05.2020 — раньше", func(t *testing.T, g *ground) {
			fill(t, g.stay, "valid_to=31.05.2020;outcome=расторгнут")
			fill(t, g.job, "date=01.06.2020")
		}},
		{"CONTRACT_LATE", "valid_from", "договор действует с 01.03.2020, а подписан 01.11.2018 — больше чем за год до этого", func(t *testing.T, g *ground) {
			fill(t, g.lease, "signed=01.11.2018;valid_from=01.03.2020")
		}},
		{"LEASE_AFTER", "valid_from", "аренда действует с 01.06.2020, а компания выбыла 31.05.2020 — раньше: в сданную резидентам площадь она не входит", func(t *testing.T, g *ground) {
			fill(t, g.stay, "valid_to=31.05.2020;outcome=расторгнут")
			fill(t, g.lease, "signed=01.06.2020;valid_from=01.06.2020")
		}},
		{"IP_BEFORE", "granted", "РИД зарегистрирован 01.03.2018, а резидентом компания стала 01.01.2019 — позже", func(t *testing.T, g *ground) { fill(t, g.ip, "filed=01.02.2017;granted=01.03.2018") }},
		{"IP_AFTER", "granted", "РИД зарегистрирован 01.06.2020, а компания выбыла 31.05.2020 — раньше", func(t *testing.T, g *ground) {
			fill(t, g.stay, "valid_to=31.05.2020;outcome=расторгнут")
			fill(t, g.ip, "granted=01.06.2020")
		}},
		{"PROJECT_BEFORE", "start_date", "проект начат 01.01.2018, а резидентом компания стала 01.01.2019 — позже", func(t *testing.T, g *ground) { fill(t, g.project, "start_date=01.01.2018") }},
		{"PROJECT_AFTER", "start_date", "проект начат 01.06.2020, а компания выбыла 31.05.2020 — раньше", func(t *testing.T, g *ground) {
			fill(t, g.stay, "valid_to=31.05.2020;outcome=расторгнут")
			fill(t, g.project, "start_date=01.06.2020")
		}},
		{"COUNT_SLIP", "headcount", "Среднесписочная численность: 50\u00a0000\u00a0чел., за прошлый год 50\u00a0чел. — разница в сотни раз; похоже, в одном из чисел лишние знаки", func(t *testing.T, g *ground) { fill(t, g.report, "headcount=50000") }},
		{"STAFF_SLIP", "headcount", "Среднесписочная численность: 401\u00a0чел., а больше всего у остальных резидентов — 50\u00a0чел.; похоже, в числе лишние знаки", func(t *testing.T, g *ground) {
			g.crowd(t, g.report)
			g.without["resident_report"] = 11
			fill(t, g.before, "headcount=")
			fill(t, g.report, "headcount=401")
		}},
		{"QUANTITY_SLIP", "power", "Электричество: мощность: 5\u00a0000,00\u00a0МВт, за прошлый год 5,00\u00a0МВт — разница в сотни раз; похоже, одно из чисел в другой единице", func(t *testing.T, g *ground) { fill(t, g.site, "power=5000") }},
		{"SITE_JUMP", "power_free", "Электричество: свободно: 2,20\u00a0МВт, а год назад 1,00\u00a0МВт — разница больше чем вдвое", func(t *testing.T, g *ground) { fill(t, g.site, "power_free=2,2") }},
		{"DISTANCE_TINY", "km_highway", "До федеральной трассы: 0,04\u00a0км — это меньше пятидесяти метров; похоже, лишняя запятая или тысячи", func(_ *testing.T, g *ground) { g.park.KmHighway = app.Of(app.Quantity(40)) }},
		{"CONTRACT_NUMBER_TWICE", "number", "договор этого вида с номером р-13/001 уже есть у другого резидента: №\u00a0Р-13/001, Альфа", func(t *testing.T, g *ground) {
			fill(t, g.lease, "number=Р-13/001")
			fill(t, g.other, "number=р-13/001")
		}},
		{"ROOM_AGAIN", "number", "помещение с номером № 1 в этом здании уже есть: А, пом.\u00a01", func(_ *testing.T, g *ground) { g.room2.Number = "№ 1" }},
		{"SLIP_HEAD", "capital", "Инвестиции в основной капитал: 0,1\u00a0тыс. руб., на одного работника 0,002\u00a0тыс. руб./чел. — у остальных резидентов такого не бывает; похоже, сумма введена не в тысячах рублей", func(t *testing.T, g *ground) {
			g.crowd(t, g.report)
			g.without["resident_report"] = 11
			fill(t, g.before, "capital=0")
			fill(t, g.report, "capital=0,1")
		}},
		{"SLIP_SHARE", "innovative_revenue", "Выручка от инновационной продукции: 1\u00a0000,0\u00a0тыс. руб., это 1,000\u00a0% выручки — у остальных резидентов такого не бывает; похоже, сумма введена не в тысячах рублей", func(t *testing.T, g *ground) {
			g.crowd(t, g.report)
			g.without["resident_report"] = 11
			fill(t, g.before, "innovative_revenue=0")
			fill(t, g.report, "innovative_revenue=1000;headcount=5")
		}},
		{"SLIP_OTHERS", "budget_own", "Собственные средства: 81,0\u00a0тыс. руб. — у остальных записей такого не бывает; похоже, сумма введена не в тысячах рублей", func(t *testing.T, g *ground) {
			g.crowd(t, g.project)
			fill(t, g.project, "budget_own=81")
		}},
		{"QUANTITY_OTHERS", "area", "Площадь: 9,0\u00a0м² — у остальных записей такого не бывает; похоже, число в другой единице", func(t *testing.T, g *ground) {
			g.crowd(t, g.room)
			fill(t, g.room, "area=9")
		}},
		{"ROOM_TINY", "area", "площадь помещения 1,9\u00a0м² меньше, чем бывает", func(t *testing.T, g *ground) { fill(t, g.room, "area=1,9") }},
		{"JOB_HUGE", "count", "в записи 51\u00a0чел., а всего работников у резидента 50\u00a0чел.", func(t *testing.T, g *ground) { fill(t, g.job, "count=51") }},
		{"COUNT_OTHERS", "participants", "Участников: 201\u00a0чел., а больше всего в остальных записях — 10\u00a0чел.", func(t *testing.T, g *ground) {
			g.crowd(t, g.event)
			fill(t, g.event, "participants=201")
		}},
		{"UK_PAY_HUGE", "pay", "средняя зарплата 60\u00a0000\u00a0000,00\u00a0руб. в мес. — такой не бывает: похоже, лишние три знака", func(t *testing.T, g *ground) {
			fill(t, g.uk, "pay=60000000")
			fill(t, g.ukLast, "pay=")
		}},
		{"TAXES_BEFORE_SLIP", "taxes_before", "налоги до первого учтённого года 100,0\u00a0тыс. руб., а за 2020 год резиденты уплатили 12\u00a0020,0\u00a0тыс. руб.: похоже, сумма не в тысячах рублей", func(t *testing.T, g *ground) { fill(t, g.park, "taxes_before=100") }},
		{"DISTANCE_FAR", "km_rail", "До железной дороги: 900,0\u00a0км — необычно далеко", func(t *testing.T, g *ground) { fill(t, g.park, "km_rail=900") }},
		{"DISTANCE", "km_moscow", "До Москвы: 41\u00a0000,0\u00a0км — таких расстояний в стране нет", func(t *testing.T, g *ground) { fill(t, g.park, "km_moscow=41000") }},
		{"LEASE_AREA_SLIP", "area", "площадь по договору 375,0\u00a0м², а его помещения вместе — 75,0\u00a0м²: разница во много раз", func(t *testing.T, g *ground) { fill(t, g.lease, "area=375") }},
		{"QUARTER_PART", "revenue", "Выручка: за II квартал 2020\u00a0г. 100\u00a0001,0\u00a0тыс. руб., а за весь год 100\u00a0000,0\u00a0тыс. руб.: лишние 1,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { g.quarters(t, "revenue=25000"); fill(t, g.more[1], "revenue=100001") }},
		{"QUARTER_SUM", "revenue", "Выручка: за год 100\u00a0000,0\u00a0тыс. руб., а по кварталам 99\u00a0000,0\u00a0тыс. руб.: разница 1\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { g.quarters(t, "revenue=25000"); fill(t, g.more[1], "revenue=24000") }},
		{"QUARTER_MEAN", "headcount", "Среднесписочная численность: за год 50\u00a0чел., а в среднем по кварталам 45\u00a0чел.", func(t *testing.T, g *ground) { g.quarters(t, "headcount=45") }},
		{"JUMP_PART", "capital", "Инвестиции в основной капитал: 151,0\u00a0тыс. руб., за прошлый год 100,0\u00a0тыс. руб. — изменение больше чем вполовину", func(t *testing.T, g *ground) { fill(t, g.report, "capital=151") }},
		{"JUMP_PARK", "taxes", "Уплаченные налоги: 151,0\u00a0тыс. руб., за прошлый год 100,0\u00a0тыс. руб. — изменение больше чем вполовину", func(t *testing.T, g *ground) { fill(t, g.uk, "taxes=151") }},
		{"JUMP_COUNT", "researchers", "Из них исследователи: 16\u00a0чел., за прошлый год 10\u00a0чел. — изменение больше чем вполовину", func(t *testing.T, g *ground) { fill(t, g.report, "researchers=16") }},
		{"GONE", "taxes_regional", "Налоги: региональный бюджет: 0,0\u00a0тыс. руб., а за прошлый год 1\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "taxes_regional=0") }},
		{"LEASE_NOT_LET", "rooms", "в договоре аренды есть помещение, которое не сдаётся: А, пом.\u00a01", func(t *testing.T, g *ground) { fill(t, g.room, "leasable=нет") }},
		{"LEASE_SERVICE_ROOM", "rooms", "в договоре аренды есть служебное помещение: А, пом.\u00a01", func(t *testing.T, g *ground) { fill(t, g.room, "kind=служебное") }},
		{"LEASE_AREA_ROOMS", "area", "площадь по договору 50,0\u00a0м², а его помещения вместе — 75,0\u00a0м²", func(t *testing.T, g *ground) { fill(t, g.lease, "area=50") }},
		{"SERVICE_MISSING", "kind", "услуга оказывается, а показателей её за 2020 год нет", func(_ *testing.T, g *ground) { g.without["service_report"] = 1 }},
		{"SITE_MISSING_BEFORE", "name", "нет показателей площадки за 2019 год: сравнить не с чем", func(_ *testing.T, g *ground) { g.without["site_report"] = 2 }},
		{"UK_MISSING_BEFORE", "company", "нет отчёта управляющей компании за 2019 год: сравнить не с чем", func(_ *testing.T, g *ground) { g.without["company_report"] = 2 }},
		{"PRACTICE_MISSING", "name", "о практиках устойчивого развития не сказано: низкоуглеродная стратегия", func(_ *testing.T, g *ground) { g.without["practice"] = 2 }},
		{"SERVICES_MISSING", "name", "в перечне услуг не сказано: продажа земельных участков", func(_ *testing.T, g *ground) { g.without["service"] = 2 }},
		{"INDICATOR_PROOF", "name", "показатели без подтверждающих документов: S2.1", func(_ *testing.T, g *ground) { g.without["document_link"] = 1 }},
		{"REVISED", "capital", "Инвестиции в основной капитал: 101,0\u00a0тыс. руб., а в прошлой редакции заявки было 100,0\u00a0тыс. руб.", func(t *testing.T, g *ground) {
			g.frozen = newGround(t).book()
			fill(t, g.report, "capital=101")
		}},
	}
}

// twiceCases put one thing on record twice.
func twiceCases() []ruleCase {
	return []ruleCase{
		{"CONTRACT_TWICE", "number", "договор с этой компанией с таким номером уже есть: №\u00a01, Альфа", func(t *testing.T, g *ground) { fill(t, g.lease, "number=№ 1") }},
		{"JOB_TWICE", "count", "такая же запись о рабочих местах уже есть: Альфа, 01.03.2020", func(_ *testing.T, g *ground) { g.again(g.job) }},
		{"IP_TITLE_TWICE", "title", "РИД с таким названием у этой компании уже есть: Способ", func(t *testing.T, g *ground) { fill(t, g.ip2, "title= «СПОСОБ»;granted=01.03.2019") }},
		{"PROJECT_TWICE", "title", "проект с таким названием у этой компании уже есть: Проект", func(_ *testing.T, g *ground) { g.again(g.project) }},
		{"INVESTMENT_TWICE", "amount", "вложение с той же датой, источником и суммой 100,0\u00a0тыс. руб. уже есть: вложение, 01.02.2020", func(_ *testing.T, g *ground) { g.again(g.money) }},
		{"INVESTMENT_AGAIN", "amount", "вложение на ту же сумму 100,0\u00a0тыс. руб. и с тем же назначением уже есть: Корпус, 01.02.2020", func(t *testing.T, g *ground) {
			fill(t, g.money, "purpose=Корпус")
			g.again(g.money)
			fill(t, g.more[0], "date=01.02.2019")
		}},
		{"PUBLICATION_AGAIN", "title", "публикация с таким заголовком в этом издании уже есть: Один", func(t *testing.T, g *ground) { fill(t, g.paper2, "title=Один.;date=01.05.2019") }},
		{"EVENT_TWICE", "title", "мероприятие с таким названием и той же датой уже есть: Выставка", func(_ *testing.T, g *ground) { g.again(g.event) }},
		{"EVENT_AGAIN", "title", "мероприятие с таким названием и тем же числом участников уже есть: Выставка", func(t *testing.T, g *ground) { g.again(g.event); fill(t, g.more[0], "date=01.02.2019") }},
		{"DOCUMENT_TWICE", "number", "документ этого вида с номером 5 уже есть: Отчётность №\u00a05", func(_ *testing.T, g *ground) { g.again(g.papers) }},
		{"STATUS_TWICE", "name", "этот реестр или статус уже внесён: Реестр технопарков", func(t *testing.T, g *ground) {
			status := fill(t, &app.ParkStatus{Head: app.Head{ID: 1}}, "name=Реестр технопарков;date=01.02.2015")
			g.more = append(g.more, status)
			g.again(status)
		}},
		{"REFERENCE_CODE", "code", "показателя S9.9 в методике нет", func(t *testing.T, g *ground) { fill(t, g.mean, "code=S9.9") }},
		{"REFERENCE_UNIT", "unit", "единица «руб./чел.» — не та, в которой считается показатель S2.1", func(t *testing.T, g *ground) { fill(t, g.mean, "unit=руб./чел.") }},
		{"REFERENCE_MEAN_TWICE", "code", "среднее значение показателя S2.1 за этот год уже есть: S2.1, среднее, 2020 год", func(_ *testing.T, g *ground) { g.again(g.mean) }},
		{"REFERENCE_PARK_TWICE", "code", "значение показателя S2.1 этого технопарка за год уже есть: S2.1, Образец, 2020 год", func(t *testing.T, g *ground) {
			fill(t, g.mean, "whose=другой технопарк;park=Образец")
			g.again(g.mean)
		}},
	}
}

// again puts a copy of a record in.
func (g *ground) again(rec app.Record) {
	twin := app.Clone(rec)
	twin.Header().ID = 90
	g.more = append(g.more, twin)
}

// crowd puts in more records like one, enough to compare it with.
func (g *ground) crowd(t *testing.T, rec app.Record) {
	t.Helper()
	for id := range int64(6) {
		twin := app.Clone(rec)
		twin.Header().ID = 60 + id
		switch x := twin.(type) {
		case *app.ResidentReport:
			x.Resident = 60 + id
		case *app.Room:
			x.Number, x.Leasable = twin.Type().Title(twin, g.titles), app.No()
		case *app.Project:
			fill(t, x, "title=Проект "+string(rune('А'+id)))
		case *app.Event:
			fill(t, x, "title=Выставка "+string(rune('А'+id)))
		}
		g.more = append(g.more, twin)
	}
}

func (*ground) titles(string, int64) string { return "" }

// quarters puts in the four quarterly reports of the first resident with some cells.
func (g *ground) quarters(t *testing.T, fields string) {
	t.Helper()
	for quarter := 1; quarter <= 4; quarter++ {
		g.more = append(g.more, fill(t, &app.ResidentReport{
			Head: app.Head{ID: 70 + int64(quarter), Park: 1}, Resident: 1, Period: app.Period{Year: 2020, Quarter: quarter},
		}, fields))
	}
}

// secondLeft takes the agreement of the second resident and its report out.
func (g *ground) secondLeft() { g.without["contract"], g.without["resident_report"] = 2, 11 }

// registeredAnew has the first company registered on a day, and all that is its own after it.
func (g *ground) registeredAnew(t *testing.T, day string) {
	t.Helper()
	fill(t, g.resident, "registered="+day)
	for _, c := range []*app.Contract{g.stay, g.lease} {
		fill(t, c, "signed=10.03.2020;valid_from=10.03.2020")
	}
	for _, r := range []*app.IPResult{g.ip, g.ip2} {
		fill(t, r, "granted=11.03.2020")
	}
	fill(t, g.job, "date=11.03.2020")
}
