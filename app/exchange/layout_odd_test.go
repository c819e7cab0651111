package exchange_test

import "technopark/app/exchange"

// oddTables are tables as people keep them, and what is understood of them.
var oddTables = []struct {
	name, typeKey, text string
	change              func(*exchange.Layout)
	want                string
}{
	{"register of tenants, head in row 4, two things in a cell, a contract in each row", "resident", `
Реестр арендаторов технопарка
на 01.01.2021

№ п/п | Наименование арендатора | ИНН/КПП | № договора | Дата договора | Площ., кв.м | Вид деятельности | Контакт | Примеч.
1 | ООО «Облачный чертёж» | 7707083893/770701001 | А-1 | [18.04.2018] | 212.5 | разработка ПО | Черных О. С. | до 31.05
2 | ИП Иванов И. И. | 500100732259 | А-2 | 1 июня 2019 г. | 38 | приборы | - | 
3 | АО «Пластик» | 7736050003 773601001 | А-3 | 43647 | по факту | разработка ПО | | должник
Всего | | | | | 250.5 | | |
Исп. Петрова |
`, nil, `
head 4-4: A=(rows) B=name(called) C=inn+kpp(called) D=contract.number(called) E=contract.signed(called) F=contract.area(called) G=specialism(called) H=contact(called)
5 changed [name=ООО «Облачный чертёж»; inn=7707083893; kpp=770701001; specialism=разработка ПО; contact=Черных О. С.; phone=+7 (495) 000-00-00] [resident=ООО «Облачный чертёж»; number=А-1; signed=18.04.2018; area=212,5]
6 new [name=ИП Иванов И. И.; inn=500100732259; specialism=приборы] [resident=ИП Иванов И. И.; number=А-2; signed=01.06.2019; area=38,0]
7 rejected F7: «по факту» — не число в м²; введите, например, 1 250,5 (не больше 3 знаков после запятой)
столбец «Примеч.» листа «Лист1» не взят: поле для него не найдено
строка 8 листа «Лист1» не взята: это итог («Всего»)
строка 9 листа «Лист1» не взята: это подзаголовок или подпись («Исп. Петрова»)
ячеек, где сказано, что значения нет («-», «нет данных», «н/д»), — 1 листа «Лист1»; они пропущены
будет добавлено в список «Направления деятельности»: разработка ПО, приборы
`},
	{"two-line head with joined cells, numbers of columns, totals", "contract", `
Договоры аренды
№ | Арендатор | Договор | | Срок | | Площадь
 | | номер | дата | с | по | м²
1 | 2 | 3 | 4 | 5 | 6 | 7
1 | ООО "Альфа" | № 7 | 05.03.2020 | 01.04.2020 | 31.03.2021 | 15,5
2 | Общество с ограниченной ответственностью «Альфа» | 8 | 05.03.20 | 2020-04-01 | | 20
3 | ООО Гамма | 9 | 31.02.2020 | | | 1
Итого: | | | | | | 35,5
`, nil, `
head 2-3: A=(rows) B=resident(called) C=number(called) D=signed(called) E=valid_from(called) F=valid_to(called) G=area(label)
5 new [resident=ООО «Альфа»; number=7; signed=05.03.2020; valid_from=01.04.2020; valid_to=31.03.2021; area=15,5]
6 new [resident=ООО «Альфа»; number=8; signed=05.03.2020; valid_from=01.04.2020; area=20,0]
7 rejected B7: «ООО Гамма» нет в списке «Резиденты»; выберите запись из списка или сначала добавьте её D7: «31.02.2020» — такого дня нет; сначала пишется день, затем месяц и год, например 31.12.2020
строка 8 листа «Лист1» не взята: это итог («Итого:»)
`},
	{"price list of rooms with the building in joined cells", "room", `
ПРАЙС-ЛИСТ
Корпус | Этаж | № офиса | S, м2 | Цена за м2, руб. | Назначение
А | 1 | 101 | 25,4 | 900 | офис
 | 1 | 102 | 30 | 900 |
 | 2 | 201 | 18,25 | 950 |
Б | 1 | 1-1 | 300 | 500 | склад-люкс
`, nil, `
head 2-2: A=building(called),above B=floor(label) C=number(called) D=area(called) F=kind(label)
3 new [building=А; floor=1; number=101; kind=офис; area=25,4]
4 new [building=А; floor=1; number=102; area=30,0]
5 new [building=А; floor=2; number=201; area=18,25]
6 rejected F6: «склад-люкс» нет в списке; выберите: офис, производство, лаборатория, коворкинг, конференц-зал, технологический центр, служебное
столбец «Цена за м2, руб.» листа «Лист1» не взят: поле для него не найдено
`},
	{"staff list", "job", `
Организация | Должность | Кол-во шт. ед. | Оклад, руб. | Дата приема
Альфа | инженер | 2 | 85 000,00 | 01.03.2020
 | уборщик | 0,5 | 20000 | 01.03.2020
ООО «Неизвестно» | директор | 1 | 150 тыс. руб. | 02.03.2020
`, nil, `
head 1-1: A=resident(called),above C=count(like) D=pay(called) E=date(called)
2 new [resident=ООО «Альфа»; date=01.03.2020; count=2; pay=85 000,00]
3 rejected C3: «0,5» — не целое число; введите цифры, например 1 250
4 rejected A4: «ООО „Неизвестно“» нет в списке «Резиденты»; выберите запись из списка или сначала добавьте её D4: «150 тыс. руб.»: здесь единица — «руб. в мес.», а введено «тыс. руб.»; пересчитайте сами и введите число без единицы
столбец «Должность» листа «Лист1» не взят: поле для него не найдено
`},
	{"figures of residents in millions, with the kind of money in the head", "resident_report", `
ИНН | Организация | Выручка, млн руб. | ССЧ, чел. | Чистая прибыль (убыток), тыс. руб. | ФОТ
7707083893 | ООО «Альфа» | 1,2345 | 12 | -15,5 | 100
`, nil, `
head 1-1: A=resident(label) C=revenue(label),млн руб. D=headcount(called) E=profit(label) F=payroll(called)
2 new [resident=ООО «Альфа»; period=2020 год; headcount=12; payroll=100,0; revenue=1 234,5; profit=−15,5]
столбец «Организация» листа «Лист1» не взят: поле для него не найдено
столбец «Выручка, млн руб.» листа «Лист1» пересчитан: в нём млн руб., в записях тыс. руб.
столбец «ФОТ» листа «Лист1»: единица не названа, взято как тыс. руб.
`},
	{"no head at all", "resident", `
ООО «Один» | 7707083893 | a@b.ru
ЗАО «Два» | 7736050003 | c@d.ru
`, nil, `
head 0-0: A=name(content) B=inn(content) C=email(content)
1 changed [name=ООО «Один»; inn=7707083893; phone=+7 (495) 000-00-00; email=a@b.ru]
2 new [name=ЗАО «Два»; inn=7736050003; email=c@d.ru]
`},
	{"numbers that lost their zeros, and texts with spaces", "resident", `
Название;|ИНН|ОГРН
ООО Ноль | 274062111 | 1 027 700 132 195
ООО Цел | '0274062111 | 
`, nil, `
head 1-1: A=name(called) B=inn(label) C=ogrn(called)
2 new [name=ООО Ноль; inn=0274062111; ogrn=1027700132195]
3 rejected A3: о той же записи говорит и строка 2: оставьте одну
`},
	{"a part of a name in the head, and a column of another unit", "contract", `
Наименование организации-арендатора | Номер и дата договора | Площадь арендуемых помещений, га | Ставка арендной платы, долл. США
ООО «Бета» | 12 от 05.03.2020 | 0,5 | 10
ООО «Альфа» | А-1/07 от 5 марта 2021 г. | 0,01234567 | 11
`, nil, `
head 1-1: A=resident(like) B=number+signed(called) C=area(like),га D=(unit)
2 new [resident=ООО «Бета»; number=12; signed=05.03.2020; area=5 000,0]
3 rejected C3: «0,01234567» — не число в га; введите, например, 1 250,5 (не больше 7 знаков после запятой)
столбец «Площадь арендуемых помещений, га» листа «Лист1» пересчитан: в нём га, в записях м²
столбец «Ставка арендной платы, долл. США» листа «Лист1» не взят: такого поля с такой единицей нет
`},
	{"joined cells of tenants, heads again on the next page, a heading of a group", "contract", `
№ | Арендатор | Номер договора | Площадь, м²
Корпус А | | |
1 | Альфа | 1 | 10
 | | 2 | 20
№ | Арендатор | Номер договора | Площадь, м²
2 | Бета | 3 | 30
ИТОГО ПО КОРПУСУ | | | 60
`, nil, `
head 1-1: A=(rows) B=resident(called),above C=number(called) D=area(label)
3 new [resident=ООО «Альфа»; number=1; area=10,0]
4 new [resident=ООО «Альфа»; number=2; area=20,0]
6 new [resident=ООО «Бета»; number=3; area=30,0]
строка 2 листа «Лист1» не взята: это подзаголовок или подпись («Корпус А»)
строка 7 листа «Лист1» не взята: это итог («ИТОГО ПО КОРПУСУ»)
`},
	{"answers of yes and no, kinds and a day that is none", "room", `
Здание | Номер помещения | Площадь | Сдаётся | Назначение
Главный | 1 | 10,5 кв. м | да | лаборатория
Главный | 1 | 12 | + | офис
Главный | 2 | 1.234,50 | нет | офис
Главный | 3 | 15 кв. футов | может быть | офис
`, nil, `
head 1-1: A=building(label) B=number(label) C=area(label) D=leasable(label) E=kind(label)
2 new [building=Главный; number=1; kind=лаборатория; area=10,5; leasable=да]
3 rejected A3: о той же записи говорит и строка 2: оставьте одну
4 rejected C4: «1.234,50» — не число в м²; введите, например, 1 250,5 (не больше 3 знаков после запятой)
5 rejected C5: «15 кв. футов»: здесь единица — «м²», а введено «кв. футов»; пересчитайте сами и введите число без единицы D5: «может быть»: ответьте «да» или «нет»
`},
	{"a list of fields of work", "specialism", `
Направления
Приборостроение
Новые материалы
`, nil, `
head 1-1: A=name(called)
2 new [name=Приборостроение]
3 new [name=Новые материалы]
`},
	{"results of intellectual work", "ip_result", `
№ п/п | Правообладатель | Наименование РИД | Вид РИД | № патента | Дата выдачи
1 | ООО «Альфа» | Способ сварки | изобретение | 2700001 | [12.05.2020]
2 | Альфа | Программа | программа для ЭВМ | 2020611111 | 12.13.2020
`, nil, `
head 1-1: A=(rows) B=resident(called) C=title(called) D=kind(called) E=number(called) F=granted(called)
2 new [resident=ООО «Альфа»; kind=изобретение; title=Способ сварки; number=2700001; granted=12.05.2020]
3 rejected F3: «12.13.2020» — такого дня нет; сначала пишется день, затем месяц и год, например 31.12.2020
`},
	{"phone and mail in one cell", "resident", `
Организация | ИНН | Телефон, e-mail | Руководитель
ООО «Три» | 7736050003 | +7 (900) 000-00-65, a@b.ru | Черных О. С.
ООО «Четыре» | 5098100079 | info@d.ru | -
`, nil, `
head 1-1: A=name(called) B=inn(label) C=phone+email(called) D=contact(called)
2 new [name=ООО «Три»; inn=7736050003; contact=Черных О. С.; phone=+7 (900) 000-00-65; email=a@b.ru]
3 new [name=ООО «Четыре»; inn=5098100079; email=info@d.ru]
ячеек, где сказано, что значения нет («-», «нет данных», «н/д»), — 1 листа «Лист1»; они пропущены
`},
	{"a table of somebody else is refused by cell", "resident", `
Наименование | ИНН | Дата регистрации
Стол | сосна | 12
Стул | дуб | завтра
`, nil, `
head 1-1: A=name(called) B=inn(label) C=registered(label)
2 rejected B2: ИНН пишется только цифрами, а на месте 1 стоит «с». Замените цифрой по документу C2: «12» — не дата; введите день, месяц и год, например 31.12.2020
3 rejected B3: ИНН пишется только цифрами, а на месте 1 стоит «д». Замените цифрой по документу C3: «завтра» — не дата; введите день, месяц и год, например 31.12.2020
`},
	{"every row a new record", "event", `
Дата | Мероприятие | Участников
01.03.2020 | Ярмарка | 120
01.03.2020 | Ярмарка | 120
15 апр 2020 | Семинар | ок. 40
`, func(l *exchange.Layout) { l.Existing = exchange.Add }, `
head 1-1: A=date(label) B=title(called) C=participants(label)
2 new [title=Ярмарка; date=01.03.2020; participants=120]
3 new [title=Ярмарка; date=01.03.2020; participants=120]
4 rejected C4: «ок. 40» — не целое число; введите цифры, например 1 250
`},
	{"a column is put by hand, an empty cell clears, a cell that cannot be read is left out", "resident", `
ИНН | Тлф | Создан
7707083893 | | 32.01.2020
`, func(l *exchange.Layout) {
		l.Put(2, "phone")
		l.Put(3, "registered")
		l.Columns[1].Blank, l.Columns[2].Leave = exchange.Clear, true
	}, `
head 1-1: A=inn(label) B=phone(hand) C=registered(hand)
2 changed [name=ООО «Альфа»; inn=7707083893] C2: «32.01.2020» — такого дня нет; сначала пишется день, затем месяц и год, например 31.12.2020
`},
	{"two contracts of one number that differ", "resident", `
Резидент | ИНН | № договора | Площадь, м²
ООО «Три» | 7736050003 | 5 | 10
ООО «Три» | 7736050003 | 5 | 10
ООО «Три» | 7736050003 | 5 | 12
`, nil, `
head 1-1: A=name(called) B=inn(label) C=contract.number(called) D=contract.area(called)
2 new [name=ООО «Три»; inn=7736050003] [resident=ООО «Три»; number=5; area=10,0]
3 same [name=ООО «Три»; inn=7736050003] [resident=ООО «Три»; number=5; area=10,0]
4 rejected [name=ООО «Три»; inn=7736050003] C4: о той же записи говорит и строка 2: оставьте одну
строка 4 листа «Лист1»: Договор из неё не берётся, остальное запишется
`},
	{"another table begins below", "room", `
Здание | № помещения | Площадь
А | 1 | 10
А | 2 | 20

Здание | Этаж | Назначение | Сдаётся
А | 1 | офис | да
`, nil, `
head 1-1: A=building(label) B=number(called) C=area(label)
2 new [building=А; number=1; area=10,0]
3 new [building=А; number=2; area=20,0]
столбец «D» листа «Лист1» не взят: поле для него не найдено
со строки 5 листа «Лист1» начинается другая таблица («Здание»), она не взята: выберите её заголовок отдельно
`},
	{"one value of all rows", "room", `
№ помещения | Площадь, м2
101 | 10
`, func(l *exchange.Layout) { l.Given["building"] = "Корпус 1" }, `
head 1-1: A=number(called) B=area(label)
2 new [building=Корпус 1; number=101; area=10,0]
`},
	{"records are found by the field that is named", "resident", `
Организация | Эл. почта
Альфа | a@alfa.ru
ООО «Бета» | b@beta.ru
`, func(l *exchange.Layout) { l.Match = "name" }, `
head 1-1: A=name(called) B=email(called)
2 changed [name=ООО «Альфа»; inn=7707083893; phone=+7 (495) 000-00-00; email=a@alfa.ru]
3 changed [name=ООО «Бета»; email=b@beta.ru]
`},
	{"the kinds of money stand in a row of their own", "resident_report", `
Резидент | Выручка | Фонд оплаты труда | Среднесписочная численность
 | руб. | тыс. руб. | чел.
ООО «Бета» | 1234567,89 | 12,5 | 7
ООО «Альфа» | 1000,005 | 1 | 1
`, nil, `
head 1-2: A=resident(label) B=revenue(label),руб. C=payroll(label) D=headcount(label)
3 new [resident=ООО «Бета»; period=2020 год; headcount=7; payroll=12,5; revenue=1 234,56789]
4 rejected B4: «1000,005» — не число в руб.; введите, например, 1 250,5 (не больше 2 знаков после запятой)
столбец «Выручка, руб.» листа «Лист1» пересчитан: в нём руб., в записях тыс. руб.
`},
}
