package exchange

import (
	"slices"
	"strconv"
	"strings"

	"technopark/app"
)

// What stands in a head beside the name of a field may make another figure of it. A figure that is taken
// for another is not seen by anybody, one that is not taken is told: in doubt it is not taken.

// anotherFigure are how the words begin, folded, by which a figure is not that of the year as a whole.
var anotherFigure = foldedAll(
	"план", "прогноз", "целев", "цель", "ожида", "норматив", "бюджетн", "предельн", "максимал", "минимал",
	"прошл", "предыдущ", "предшеств", "прирост", "рост ", "роста ", "темп", "отклонен", "изменен", "динамик", "доля", "удельн", "процент", "%", "индекс",
	"квартал", "полугод", "месяц", "мес ", "январ", "феврал", "март", "апрел", "июн", "июл", "август", "сентябр", "октябр", "ноябр", "декабр", "недел", "ежемесячн", "ежеквартальн",
	"нарастающ", "накоплен", "накопит", "начала", "начало", "конец", "остат",
	"групп", "холдинг", "филиал", "от аренд", "кроме", "исключ", "том числе", "в т ч", "из них", "в расчете", "на 1", "на одного", "на чел", "на работника", "на душу",
	"женщин", "мужчин", "совместител", "сокращ", "уволен", "принят", "свободн", "вакантн", "возврат", "возвращ", "долг", "задолженн", "просроч",
	"бти", "здани", "участк", "застройк", "рефинанс", "ндс", "скидк",
	"plan", "forecast", "target", "previous", "prior", "last", "growth", "change", "share", "quarter", "month", "half", "per ", "cumulative", "group", "excluding", "of which",
)

// ofTheDay are how the words begin, folded, that leave a day what it is.
var ofTheDay = foldedAll("договор", "контракт", "аренд", "субаренд", "документ", "срок", "действ", "с", "по", "от", "№", "contract", "lease", "of", "the")

// foldedAll folds words; one that ends with a blank is whole, and not how others begin.
func foldedAll(words ...string) []string {
	for i, w := range words {
		words[i] = wordsOf(w)
		if strings.HasSuffix(w, " ") {
			words[i] += " "
		}
	}
	return words
}

// changesFigure reports whether what stands beside the name of a figure makes another of it, where those of
// a year are asked for; 0 where none is known. Words of the field itself do not: pay is by the month.
func changesFigure(f app.Field, beside string, year int) bool {
	padded, own := " "+strings.TrimSpace(beside)+" ", " "+wordsOf(f.Label.RU+" "+f.Unit.RU+" "+f.Label.EN+" "+f.Unit.EN)+" "
	own = strings.ReplaceAll(own, perMonth, perMonth+"месяц ") // a unit says it short
	if slices.ContainsFunc(anotherFigure, func(w string) bool { return strings.Contains(padded, " "+w) && !strings.Contains(own, " "+w) }) {
		return true
	}
	return slices.ContainsFunc(yearsIn(beside), func(named string) bool { return named != strconv.Itoa(year) })
}

// perMonth is how units say that they are by the month.
var perMonth = " " + wordsOf("мес") + " "

// changesDay reports whether what stands beside the name of a day makes another of it.
func changesDay(beside string) bool {
	return slices.ContainsFunc(strings.Fields(beside), func(w string) bool {
		return !slices.ContainsFunc(ofTheDay, func(known string) bool { return w == known || len(known) > 4 && strings.HasPrefix(w, known) })
	})
}
