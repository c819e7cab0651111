package app

import (
	"strings"
	"sync"
	"unicode"
)

// splitUnit parts what is typed into the figure and what follows it: «1 234,5» and
// «тыс. руб.».
func splitUnit(s string) (figure, unit string) {
	at := strings.IndexFunc(s, func(r rune) bool { return unicode.IsLetter(r) || strings.ContainsRune("%‰₽$€°", r) })
	if at < 0 {
		return s, ""
	}
	return s[:at], Clean(s[at:])
}

// ownUnit reports whether the text is the field's own unit, however people write it.
// A unit of another size is not: nothing is converted.
func (f Field) ownUnit(text string) bool {
	key := unitKey(text)
	if key == "" {
		return false
	}
	own := unitKey(f.Unit.RU)
	if key == own || key == unitKey(f.Unit.EN) {
		return true
	}
	for _, spelling := range unitSpellings(f.Unit.RU) {
		if key == unitKey(spelling) {
			return true
		}
	}
	return false
}

// Measured returns the field as it is in a record that names its unit so, «» while it names
// none; a field with a unit of its own stays as it is. See Field.UnitIn.
func (f Field) Measured(unit string) Field {
	if f.UnitIn != "" {
		unit = Clean(unit)
		f.Unit = L(unit, unit)
	}
	return f
}

// InUnit writes a figure with its unit: «16,7 %», «12 га»; English joins the sign of per cent to its
// number, «16.7%», and has one unit, not “1 units”. A figure without a unit stands alone. Whatever says
// a figure in its unit says it so.
func InUnit(figure, unit string, lang Lang) string {
	switch {
	case unit == "":
		return figure
	case lang == EN && strings.HasPrefix(unit, "%"):
		return figure + unit
	case lang == EN && strings.TrimLeft(figure, "\u2212≈~") == "1":
		unit = ofOne(unit)
	}
	return figure + NBSP + unit
}

// ofOne is an English unit of which there is one: «unit per head» of “units per head”.
func ofOne(unit string) string {
	many, rest, _ := strings.Cut(unit, " ")
	if rest != "" {
		rest = " " + rest
	}
	if many == "people" {
		return "person" + rest
	}
	if letters := strings.Trim(strings.ToLower(many), "abcdefghijklmnopqrstuvwxyz"); letters == "" {
		many = strings.TrimSuffix(many, "s")
	}
	return many + rest
}

// unitKey is a unit without what people write differently: case, spaces, dots, the
// alphabet of look-alike letters, raised figures.
func unitKey(unit string) string {
	return strings.NewReplacer(" ", "", ".", "", "²", "2", "³", "3", "^", "").Replace(Fold(unit))
}

// units are the keys of the units that fields have, and of their other spellings.
var units = sync.OnceValue(func() map[string]bool {
	all := map[string]bool{}
	for _, t := range Types() {
		for _, f := range t.Fields {
			for _, unit := range append(unitSpellings(f.Unit.RU), f.Unit.RU, f.Unit.In(EN)) {
				all[unitKey(unit)] = true
			}
		}
	}
	delete(all, "")
	return all
})

// IsUnit reports whether a text is a unit that some field has, however it is spelled.
func IsUnit(text string) bool { return units()[unitKey(text)] }

// unitSpellings are the other ways to write a unit of the catalogue.
func unitSpellings(unit string) []string {
	switch unit {
	case "тыс. руб.":
		return []string{"т. р.", "тыс. р.", "т. руб.", "тыс. рублей", "тысяч рублей", "тысячи рублей", "тысяча рублей", "тыс. ₽", "thousand roubles", "thousand rubles", "RUB thousand"}
	case "руб. в мес.":
		return append(roubleSpellings(), "руб. в месяц", "рублей в месяц", "руб./мес.", "₽/мес.", "RUB/month")
	case "руб./м² в мес.":
		return append(roubleSpellings(), "руб./м²", "руб. за м²", "руб./кв. м", "руб. за кв. м", "руб./кв. м в мес.", "руб./м² в месяц", "руб./м²/мес.", "RUB/m²")
	case "м²":
		return []string{"кв. м", "м кв.", "кв. метров", "кв. метра", "квадратных метров", "sq. m", "sqm"}
	case "м³/ч":
		return []string{"м³/час", "м³ в час", "куб. м/ч", "куб. м/час", "куб. м в час"}
	case "Гкал/ч":
		return []string{"Гкал/час", "Гкал в час"}
	case "га":
		return []string{"гектар", "гектара", "гектаров", "hectares"}
	case "МВт":
		return []string{"мегаватт", "мегаватта"}
	case "км":
		return []string{"километр", "километра", "километров"}
	case "чел.":
		return []string{"человек", "человека", "person", "persons"}
	case "ед.":
		return []string{"единица", "единицы", "единиц", "шт.", "штук"}
	case "мест":
		return []string{"место", "места", "рабочих мест", "раб. мест"}
	case "%":
		return []string{"проц.", "процент", "процента", "процентов", "percent", "per cent"}
	case "раз":
		return []string{"раза"}
	case "год":
		return []string{"г.", "года"}
	}
	return nil
}

// roubleSpellings name the rouble alone: the label of a field of pay says the month.
func roubleSpellings() []string {
	return []string{"руб.", "р.", "₽", "рубль", "рубля", "рублей", "RUB", "roubles", "rubles"}
}
