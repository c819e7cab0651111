package pdf

import (
	"strings"
	"testing"
)

// A line of Russian print ends where «|» is and not at the other spaces.
func TestLinesDoNotEndInsideAPhrase(t *testing.T) {
	for _, want := range []string{
		"142999,|Примерская|область,|г. Образцовск,|ул. Технопарковая,|д. 1,|корп. 4,|пом. 4101",
		"доверенность|№ 7|от 11.01.2021",
		"имени|академика|П. Ё. Образцова|„Плёнка“»",
		"Ёжикова-Преображенская А. В.",
		"Фонд|оплаты|труда:|16\u00a0107,5 тыс. руб.,|за|прошлый|год|8\u00a0685,6 тыс. руб. —|изменение",
		"ООО «Сети|без|потерь»,|2020 год",
		"АО „НИИ“,|ИП Ли Я.",
		"площадь|доли|в выручке,|затраты|на 1|работника",
		"затрат|/|Σ численности,|площадь|× дни",
		"не представлено,|не|вошло",
		"тел.|+7 (900) 000-99-01,|a@b.example",
		"12|novembre,|not provided",
		"Г. Образцов|из|Москвы.|Итого|5|записей",
	} {
		got := ""
		for _, p := range pieces(strings.ReplaceAll(want, "|", " ")) {
			got += p.text
			if p.space {
				got += "|"
			}
		}
		if got != want {
			t.Errorf("%s\nwant %s", got, want)
		}
	}
}
