package exchange

import (
	"regexp"
	"slices"
	"strings"

	"technopark/app"
)

// header is what the head of a column says.
type header struct {
	measure app.Measure
	unit    string // named in the head; empty where none is
}

// codeLike is how the methods write codes; the first letter may be the Russian one.
var codeLike = regexp.MustCompile(`^([SsСс])\s?(\d{1,2}(?:\.\d{1,2})?)(?:$|[^\d.]|\.(?:$|\D))`)

// codeIn returns the code at the beginning of a head, and what follows it.
func codeIn(head string) (code, rest string) {
	if at := codeLike.FindStringSubmatchIndex(head); at != nil {
		return "S" + head[at[4]:at[5]], head[at[5]:]
	}
	if head == app.IndexCode || head == app.PlaceCode {
		return head, ""
	}
	return "", head
}

// headerOf recognises the head of a column by the code of a measure or by its name. unknown is
// a code that the method does not have.
func (r References) headerOf(text string) (h header, unknown string, ok bool) {
	head := app.Clean(text)
	if len(head) > 500 || head == "" {
		return h, "", false
	}
	code, rest := codeIn(head)
	if code != "" {
		m, known := app.MeasureOf(r.Measures, code)
		if !known {
			return h, code, false
		}
		return header{m, unitIn(rest)}, "", true
	}
	folded := app.Fold(head)
	for _, m := range r.Measures {
		for _, name := range []string{m.Name.RU, m.Name.In(app.EN)} {
			if called := app.Fold(name); called != "" && (folded == called || strings.HasPrefix(folded, called+",") || strings.HasPrefix(folded, called+" (")) {
				return header{m, unitIn(afterComma(head))}, "", true
			}
		}
	}
	bare := strings.TrimSpace(strings.SplitN(strings.SplitN(folded, ",", 2)[0], "(", 2)[0])
	for code, words := range measureWords {
		if m, known := app.MeasureOf(r.Measures, code); known && slices.ContainsFunc(words, func(w string) bool { return app.Fold(w) == bare }) {
			return header{m, unitIn(afterComma(head))}, "", true
		}
	}
	return h, "", false
}

// measureWords are how reviews call the index and the place.
var measureWords = map[string][]string{
	app.IndexCode: {"индекс", "сводный индекс", "итоговый индекс", "интегральный индекс", "общий индекс", "рейтинговый индекс", "index", "overall index"},
	app.PlaceCode: {"место", "место в рейтинге", "ранг", "позиция", "позиция в рейтинге", "place", "rank"},
}

// unitIn returns the unit that the end of a head names, in its last brackets or after its last
// comma; none where what stands there is no unit.
func unitIn(end string) string {
	for _, part := range []string{bracketed(end), strings.TrimLeft(afterComma(end), ",; "), end} {
		if part = strings.Trim(part, " :(),;"); isUnit(part) {
			return part
		}
	}
	return ""
}

// afterComma returns the end of a head from its last comma or bracket on, where its unit stands.
func afterComma(head string) string {
	if at := strings.LastIndexAny(head, ",;("); at >= 0 {
		return head[at:]
	}
	return ""
}

func bracketed(head string) string {
	open, end := strings.LastIndexByte(head, '('), strings.LastIndexByte(head, ')')
	if open < 0 || end < open {
		return ""
	}
	return head[open+1 : end]
}

// unitStarts are how the units of indicators begin.
var unitStarts = []string{"%", "проц", "тыс", "млн", "млрд", "руб", "р.", "р/", "₽", "чел", "ед", "шт", "раз", "мес", "м2", "м²", "кв", "га", "доля", "доли", "балл", "мвт", "коп", "долл", "$", "€", "евро", "rub", "thousand", "mln", "million", "per cent", "percent", "units", "usd", "eur", "k rub"}

// isUnit reports whether a text is a unit of the catalogue or looks like one.
func isUnit(text string) bool {
	if app.IsUnit(text) {
		return true
	}
	folded := app.Fold(text)
	return len([]rune(folded)) <= 40 && slices.ContainsFunc(unitStarts, func(start string) bool { return strings.HasPrefix(folded, app.Fold(start)) })
}

// sameUnit reports whether two units are one, however they are spelled: «тыс.руб. на 1
// работника» is «тыс. руб./чел.», and so is «тыс. руб.» over a column whose name says per whom.
func sameUnit(found string, m app.Measure) bool {
	if m.Unit.Zero() {
		return true
	}
	key := unitKey(found)
	for _, own := range []string{unitKey(m.Unit.RU), unitKey(m.Unit.In(app.EN))} {
		over, _, _ := strings.Cut(own, "/")
		if key == own || key == over {
			return true
		}
	}
	return false
}

var unitSpellings = strings.NewReplacer(
	"в расчете на", "/", " на ", "/", " за ", "/", " per ", "/", " в ", "/",
	"одного ", "", "1 ", "", "работника", "чел", "сотрудника", "чел", "человека", "чел", "employee", "head",
	"рублей", "руб", "рубля", "руб", "тысяч", "тыс", "тысячи", "тыс", "миллионов", "млн",
	"процентов", "%", "процента", "%", "проценты", "%", "процент", "%", "проц", "%",
	"единицы", "ед", "единиц", "ед", "штук", "ед", "шт", "ед", "месяц", "мес",
)

// unitKey is a unit without what people write differently.
func unitKey(unit string) string {
	folded := unitSpellings.Replace(strings.ReplaceAll(app.Fold(unit), ".", ". "))
	return strings.NewReplacer(" ", "", ".", "", "²", "2").Replace(folded)
}
