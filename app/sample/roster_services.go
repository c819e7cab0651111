package sample

import "slices"

func serviceFirms() []firm {
	return slices.Concat(
		of(engineering,
			ao("Инжиниринговый центр „Опытная линия“", "50", "71.12", 37, 201305).called("АО «ИЦ „Опытная линия“»").with(domestic),
			ooo("Чертёж и смета", "50", "71.12", 15, 201604).with(domestic|ordinary),
			ooo("Прототип за неделю", "50", "71.12", 12, 201801),
			ooo("Бюро испытаний №\u00a05", "50", "71.20", 18, 201512).with(domestic|ordinary),
			ooo("Чистые помещения-Монтаж", "50", "43.22", 21, 201608).with(ordinary|domestic|silent),
			ooo("Технический перевод „Слово в слово“", "77", "74.30", 5, 201909).with(ordinary),
			ip("Жёлудев", "Пётр Савельевич", "П.\u00a0С.", "50", "71.12", 2, 201708).with(domestic|ordinary),
		),
		of(otherWork,
			ooo("Стартап-студия Образцовска", "50", "70.22", 11, 201502).with(ordinary|domestic),
			ooo("Патентное бюро „Право первого“", "77", "69.10", 6, 201703).with(ordinary|domestic),
			ooo("Научная столовая", "50", "56.29", 14, 201301).with(ordinary|domestic),
			ooo("Холдинг Пример-Инвест", "77", "64.20", 0, 201611).with(holding|ordinary|domestic),
			body("other", "Автономная некоммерческая организация дополнительного профессионального образования «Учебный центр передовых технологий „Учёный кот“»",
				"АНО ДПО «УЦПТ „Учёный кот“»", "50", "85.42", 9, 201810).with(ordinary|domestic),
		),
	)
}

// departedFirms lists those that had left by the end of 2020; people is the
// headcount of their last year here.
func departedFirms() []firm {
	return slices.Concat(
		of(robotics, ooo("Большой Манипулятор", "50", "28.99", 58, 201208).with(exporter).graduated(202009)),
		of(software, ooo("Пикселёк", "50", "62.01", 8, 201704).terminated(202003)),
		of(flexible, ao("ДисплейСтрой-Пример", "50", "26.20", 44, 201401).graduated(202006)),
		of(genetics, ooo("Клеточный банк-2", "50", "72.11", 12, 201606).terminated(202011)),
		of(engineering, ooo("Смета без чертежа", "50", "71.12", 7, 201805).with(ordinary|domestic).terminated(202001)),
		of(materials, ooo("Пенокерамика-Ю", "50", "23.49", 15, 201503).graduated(201912)),
		of(energy, ooo("Тёплый контур", "50", "35.30", 11, 201602).terminated(201906)),
		of(instruments, ooo("Осциллограф-Школа", "50", "26.51", 9, 201710).terminated(201903)),
		of(medicine, ooo("Скорый анализ", "50", "86.90", 13, 201411).with(domestic).graduated(201808)),
		of(transport, ooo("Вело-Ёлка", "50", "30.92", 5, 201609).terminated(201805)),
		of(additive, ooo("Нить-Филамент", "50", "22.21", 6, 201312).terminated(201710)),
		of(otherWork, ip("Подъяблонская", "Елена Всеволодовна", "Ё.\u00a0В.", "50", "47.91", 1, 201402).with(ordinary|domestic).terminated(201605)),
	)
}

// candidateFirms lists those without an agreement in force at the end of 2020;
// since is when their agreement begins, 0 while none is signed.
func candidateFirms() []firm {
	return slices.Concat(
		of(photovoltaics, ooo("Световая черепица", "50", "26.11", 6, 202102).with(candidate)),
		of(software, ooo("Расчёт-на-лету", "50", "62.01", 4, 0).with(candidate)),
		of(genetics, body("branch", "Обособленное подразделение общества с ограниченной ответственностью «Геномные ответы „Нить-Ъ“» в городе Образцовске",
			"ОП ООО «Геномные ответы „Нить-Ъ“»", "39", "72.11", 7, 0).with(candidate)),
	)
}
