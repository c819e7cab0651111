package check

import "testing"

// residentCases spoil the ground once for each rule of residents, their reports, contracts and jobs.
func residentCases() []ruleCase {
	return []ruleCase{
		{"EXPORT", "export", "экспортная выручка 100\u00a0000,1\u00a0тыс. руб. больше всей выручки 100\u00a0000,0\u00a0тыс. руб.: лишние 0,1\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "export=100000,1") }},
		{"INNOVATIVE", "innovative_revenue", "выручка от инновационной продукции 100\u00a0500,0\u00a0тыс. руб. больше всей выручки 100\u00a0000,0\u00a0тыс. руб.: лишние 500,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "innovative_revenue=100500") }},
		{"RESEARCHERS", "researchers", "исследователей 51\u00a0чел., а всего работников 50\u00a0чел.: лишние 1\u00a0чел.", func(t *testing.T, g *ground) { fill(t, g.report, "researchers=51") }},
		{"JOBS", "headcount", "создано рабочих мест 60\u00a0чел., а всего работников 50\u00a0чел.: разница 10\u00a0чел.", func(t *testing.T, g *ground) {
			fill(t, g.job, "count=30")
			g.again(g.job)
			fill(t, g.more[0], "date=01.04.2020")
		}},
		{"PROFIT", "profit", "чистая прибыль 100\u00a0001,0\u00a0тыс. руб. больше выручки 100\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "profit=100001") }},
		{"SLIP_UP", "revenue", "Выручка: 100\u00a0000\u00a0000,0\u00a0тыс. руб., за прошлый год 100\u00a0000,0\u00a0тыс. руб. — больше в сотни раз; похоже, сумма введена в рублях, а не в тысячах рублей", func(t *testing.T, g *ground) { fill(t, g.report, "revenue=100000000") }},
		{"SLIP_DOWN", "payroll", "Фонд оплаты труда: 40,0\u00a0тыс. руб., за прошлый год 40\u00a0000,0\u00a0тыс. руб. — меньше в сотни раз; похоже, сумма введена в миллионах рублей, а не в тысячах, или прошлогодняя — в рублях", func(t *testing.T, g *ground) { fill(t, g.report, "payroll=40") }},
		{"REVENUE_SLIP", "revenue", "выручка на одного работника 400\u00a0000,0\u00a0тыс. руб./чел.: так не бывает; похоже, выручка введена в рублях, а не в тысячах рублей", func(t *testing.T, g *ground) {
			fill(t, g.report, "revenue=20000000")
			fill(t, g.before, "revenue=20000000")
		}},
		{"PAY_SLIP", "payroll", "средняя зарплата 3\u00a0333,3\u00a0тыс. руб. в мес. на человека: так не бывает; похоже, фонд оплаты труда введён в рублях, а не в тысячах рублей", func(t *testing.T, g *ground) {
			fill(t, g.report, "payroll=2000000")
			fill(t, g.before, "payroll=2000000")
		}},
		{"PART_SLIP", "capital", "Инвестиции в основной капитал: 2\u00a0500\u00a0000,0\u00a0тыс. руб., а вся выручка 100\u00a0000,0\u00a0тыс. руб.; похоже, сумма введена в рублях, а не в тысячах рублей", func(t *testing.T, g *ground) {
			fill(t, g.before, "capital=0")
			fill(t, g.report, "capital=2500000")
		}},
		{"REVENUE_NOBODY", "headcount", "работников нет, а выручка 100\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "headcount=0;researchers=0") }},
		{"PAYROLL_NOBODY", "payroll", "работников нет, а фонд оплаты труда 40\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "headcount=0;researchers=0;revenue=0") }},
		{"PAYROLL_NONE", "payroll", "работников 50\u00a0чел., а фонд оплаты труда нулевой", func(t *testing.T, g *ground) { fill(t, g.report, "payroll=0") }},
		{"REVENUE_HIGH", "revenue", "выручка на одного работника 40\u00a0000,0\u00a0тыс. руб./чел. — необычно много", func(t *testing.T, g *ground) {
			fill(t, g.report, "revenue=2000000")
			fill(t, g.before, "revenue=2000000")
		}},
		{"REVENUE_LOW", "revenue", "выручка на одного работника 80,0\u00a0тыс. руб./чел. — необычно мало; не в миллионах ли рублей она введена", func(t *testing.T, g *ground) {
			fill(t, g.report, "revenue=4000")
			fill(t, g.before, "revenue=4000")
		}},
		{"PAY_HIGH", "payroll", "средняя зарплата 550,0\u00a0тыс. руб. в мес. на человека — необычно много", func(t *testing.T, g *ground) {
			fill(t, g.report, "payroll=330000")
			fill(t, g.before, "payroll=330000")
		}},
		{"PAY_LOW", "payroll", "средняя зарплата 10,00\u00a0тыс. руб. в мес. на человека меньше минимального размера оплаты труда", func(t *testing.T, g *ground) {
			fill(t, g.report, "payroll=6000")
			fill(t, g.before, "payroll=6000")
		}},
		{"CONTRIBUTIONS_HIGH", "contributions", "страховые взносы 16\u00a0000,5\u00a0тыс. руб. — больше 40 % фонда оплаты труда 40\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "contributions=16000,5") }},
		{"CONTRIBUTIONS_NONE", "contributions", "фонд оплаты труда 40\u00a0000,0\u00a0тыс. руб., а страховых взносов нет", func(t *testing.T, g *ground) { fill(t, g.report, "contributions=0") }},
		{"TAXES_HIGH", "taxes_federal", "налоги всех уровней 51\u00a0010,0\u00a0тыс. руб. — больше половины выручки 100\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "taxes_federal=50000") }},
		{"TAXES_NONE", "taxes_federal", "выручка 100\u00a0000,0\u00a0тыс. руб., а налогов нет ни одного", func(t *testing.T, g *ground) {
			fill(t, g.report, "taxes_federal=0;taxes_regional=0;taxes_local=не применимо")
		}},
		{"RD_HIGH", "rd_own", "собственные затраты на НИОКР 100\u00a0001,0\u00a0тыс. руб. больше выручки 100\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "rd_own=100001") }},
		{"RD_NOBODY", "researchers", "затраты на НИОКР 1\u00a0000,0\u00a0тыс. руб., а исследователей нет", func(t *testing.T, g *ground) { fill(t, g.report, "researchers=0") }},
		{"RESIDENT_PLAIN", "innovative_revenue", "выручка от инновационной продукции 50\u00a0000,0\u00a0тыс. руб., а резидент отмечен как неинновационный", func(t *testing.T, g *ground) { fill(t, g.resident, "innovative=нет") }},
		{"JUMP", "revenue", "Выручка: 150\u00a0000,1\u00a0тыс. руб., за прошлый год 100\u00a0000,0\u00a0тыс. руб. — изменение больше чем вполовину", func(t *testing.T, g *ground) { fill(t, g.report, "revenue=150000,1") }},
		{"REVENUE_ZERO", "revenue", "выручка — ноль, а экспортная и инновационная вместе 51\u00a0000,0\u00a0тыс. руб.", func(t *testing.T, g *ground) { fill(t, g.report, "revenue=0") }},
		{"STAFF_OPENING", "staff_start", "на начало года работников 48\u00a0чел., а прошлый год закончился на 50\u00a0чел.: разница −2\u00a0чел.", func(t *testing.T, g *ground) { fill(t, g.report, "staff_start=48") }},
		{"STAFF_MEAN", "headcount", "среднесписочная численность 50\u00a0чел. — не между численностью на начало (10\u00a0чел.) и на конец года (12\u00a0чел.)", func(t *testing.T, g *ground) {
			fill(t, g.report, "staff_start=10;staff_end=12")
			fill(t, g.before, "staff_end=10")
		}},
		{"REPORT_LEFT", "resident", "отчёт есть, а соглашение о резидентстве в 2020 году не действовало: в расчёт отчёт не войдёт", func(_ *testing.T, g *ground) { g.secondLeft(); g.without["resident_report"] = 0; g.other.Resident = 1 }},
		{"REPORT_EARLY", "resident", "отчёт за год, а компания зарегистрирована 01.02.2021 — позже", func(t *testing.T, g *ground) {
			fill(t, g.stay, "valid_to=31.12.2019;outcome=расторгнут")
			fill(t, g.resident, "registered=01.02.2021")
		}},
		{"REPORT_MISSING", "name", "нет отчёта за 2020 год: резидент выпадает из показателей, полнота снижается", func(_ *testing.T, g *ground) { g.without["resident_report"] = 1 }},
		{"REPORT_MISSING_BEFORE", "name", "нет отчёта за 2019 год: резидент не войдёт в темп роста выручки", func(_ *testing.T, g *ground) { g.without["resident_report"] = 2 }},
		{"INN_TWICE", "inn", "ИНН 7707083893 стоит и у другого резидента: Альфа", func(_ *testing.T, g *ground) { g.second.INN = g.resident.INN }},
		{"OGRN_TWICE", "ogrn", "ОГРН 1127746509780 стоит и у другого резидента: Альфа", func(_ *testing.T, g *ground) { g.second.OGRN = g.resident.OGRN }},
		{"NAME_TWICE", "name", "резидент с таким же полным наименованием уже есть: Альфа", func(_ *testing.T, g *ground) { g.second.Name = g.resident.Name }},
		{"INN_PERSON", "inn", "у предпринимателя ИНН из 12 цифр, а указан 7707083893", func(t *testing.T, g *ground) { fill(t, g.resident, "legal_form=ИП;kpp=;ogrn=304500116000157") }},
		{"INN_SELF_EMPLOYED", "inn", "у самозанятого ИНН из 12 цифр, а указан 7707083893", func(t *testing.T, g *ground) { fill(t, g.resident, "legal_form=Самозанятый;kpp=;ogrn=") }},
		{"INN_COMPANY", "inn", "у организации ИНН из 10 цифр, а указан 366220664163", func(t *testing.T, g *ground) { fill(t, g.resident, "inn=366220664163") }},
		{"OGRN_PERSON", "ogrn", "у предпринимателя ОГРНИП из 15 цифр, а указан 1127746509780", func(t *testing.T, g *ground) { fill(t, g.resident, "legal_form=ИП;kpp=;inn=366220664163") }},
		{"OGRN_COMPANY", "ogrn", "у организации ОГРН из 13 цифр, а указан 304500116000157", func(t *testing.T, g *ground) { fill(t, g.resident, "ogrn=304500116000157") }},
		{"KPP_MISSING", "kpp", "у организации нет КПП", func(_ *testing.T, g *ground) { g.resident.KPP = "" }},
		{"REGISTERED_LATE", "registered", "дата регистрации компании 01.02.2021 позже конца года, а резидентом она уже была", func(t *testing.T, g *ground) { fill(t, g.resident, "registered=01.02.2021") }},
		{"ASK_NOBODY", "contact", "нет ни телефона, ни электронной почты: некого спросить о данных", func(t *testing.T, g *ground) { fill(t, g.resident, "phone=;email=") }},
		{"REGISTERED_AFTER", "registered", "компания зарегистрирована 01.03.2020, а договоров, рабочих мест и РИД с более ранней датой — 4\u00a0шт.", func(t *testing.T, g *ground) { fill(t, g.resident, "registered=01.03.2020") }},
		{"LEASE_HUGE", "area", "по одному договору 300,0 м², а все сдаваемые помещения — 150,0 м²: лишние 150,0 м²", func(t *testing.T, g *ground) { fill(t, g.lease, "area=300") }},
		{"CONTRACT_EARLY", "signed", "договор подписан 31.01.2015, а компания зарегистрирована 01.02.2015 — позже", func(t *testing.T, g *ground) { fill(t, g.lease, "signed=31.01.2015") }},
		{"CONTRACT_BACKDATED", "signed", "договор подписан 03.01.2019, а действует с 01.01.2019 — раньше подписания на 2\u00a0дн.", func(t *testing.T, g *ground) { fill(t, g.lease, "signed=03.01.2019") }},
		{"CONTRACT_BEFORE_PARK", "valid_from", "договор действует с 01.06.2009, а технопарк введён в эксплуатацию 01.01.2010 — позже", func(t *testing.T, g *ground) { fill(t, g.lease, "valid_from=01.06.2009") }},
		{"ROOM_TWICE", "rooms", "помещение А, пом.\u00a01 сдано дважды: второй договор — №\u00a02, Альфа, сроки пересекаются на 10\u00a0дн.", func(t *testing.T, g *ground) {
			g.other.Rooms = []int64{1}
			fill(t, g.lease, "valid_to=31.01.2020")
			fill(t, g.other, "valid_from=22.01.2020")
		}},
		{"LEASE_AREA", "area", "в договоре аренды нет площади: он не войдёт в заполняемость", func(t *testing.T, g *ground) { fill(t, g.lease, "area=") }},
		{"LEASE_ROOMS", "rooms", "в договоре аренды не названы помещения", func(_ *testing.T, g *ground) { g.lease.Rooms = nil }},
		{"LEASE_RATE_SLIP", "rate", "ставка аренды 1,20\u00a0руб./м² в мес. — такой не бывает: она указывается в рублях за м² в месяц", func(t *testing.T, g *ground) { fill(t, g.lease, "rate=1,2") }},
		{"LEASE_RATE", "rate", "ставка аренды 12\u00a0000,00\u00a0руб./м² в мес. — необычная: она указывается в рублях за м² в месяц", func(t *testing.T, g *ground) { fill(t, g.lease, "rate=12000") }},
		{"LEASE_LEFT", "resident", "аренда действует, а соглашения о резидентстве в 2020 году нет: площадь занята, но в сданную резидентам (S3.1, S1.4) не входит", func(_ *testing.T, g *ground) { g.secondLeft() }},
		{"OUTCOME_MISSING", "outcome", "договор завершён 30.06.2020, а чем — не указано", func(t *testing.T, g *ground) { fill(t, g.lease, "valid_to=30.06.2020") }},
		{"OUTCOME_OPEN", "valid_to", "указано, чем завершён договор, а последнего дня нет: резидент продолжает считаться", func(t *testing.T, g *ground) { fill(t, g.lease, "outcome=расторгнут") }},
		{"JOB_NONE", "count", "запись о рабочих местах с нулевым количеством", func(t *testing.T, g *ground) { fill(t, g.job, "count=0") }},
		{"JOB_LEFT", "resident", "рабочие места созданы у компании, соглашение с которой в 2020 году не действовало: в расчёт они не войдут", func(_ *testing.T, g *ground) { g.secondLeft(); g.other.Resident, g.job.Resident = 1, 2 }},
		{"JOB_EARLY", "date", "запись от 01.03.2020, а компания зарегистрирована 02.03.2020 — позже", func(t *testing.T, g *ground) {
			g.registeredAnew(t, "02.03.2020")
			fill(t, g.job, "date=01.03.2020")
		}},
		{"JOB_BASIS", "basis", "нет документа-основания: рабочие места нечем подтвердить", func(_ *testing.T, g *ground) { g.job.Basis = "" }},
		{"JOB_PAY_SLIP", "pay", "средняя зарплата 60,00\u00a0руб. в мес.: похоже, она введена в тысячах рублей, а не в рублях", func(t *testing.T, g *ground) { fill(t, g.job, "pay=60") }},
	}
}
