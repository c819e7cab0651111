package i18n

import "testing"

func TestRomanized(t *testing.T) {
	for text, want := range map[string]string{
		"Ёжикова-Преображенская Анастасия Вячеславовна": "Ezhikova-Preobrazhenskaia Anastasiia Viacheslavovna",
		"Щукин Илья":       "Shchukin Ilia",
		"ЩИТ и Щит, Юг, Я": "SHCHIT i Shchit, Iug, Ia",
		"АО «УК „Пример“»": "JSC “UK ‘Primer’”",
		"Общество с ограниченной ответственностью «Сети без потерь»": "Limited Liability Company “Seti bez poter”",
		"ПАО «ТАО»":                                "PJSC “TAO”",
		"генеральный директор":                     "General Director",
		"доверенность № 7":                         "power of attorney No. 7",
		"142999, г. Образцовск, ул. Технопарковая": "142999, g. Obraztsovsk, ul. Tekhnoparkovaia",
		"“«Технопарк „Пример“»”":                   "“‘Technopark “Primer”’”",
		"Technopark “Primer”: notes":               "Technopark “Primer”: notes",
		"подъезд":                                  "podieezd",
		"Россия":                                   "Russia", "ООО «Россия»": "LLC “Rossiia”", "приказ № 14-к от 03.02.2014, отдел 5": "order No. 14-k dated 03.02.2014, otdel 5",
		"plain": "plain",
		"":      "",
	} {
		if got := Romanized(text); got != want {
			t.Errorf("%s: %s, want %s", text, got, want)
		}
	}
}
