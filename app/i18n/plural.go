package i18n

import (
	"technopark/app"

	"golang.org/x/text/feature/plural"
	"golang.org/x/text/language"
)

// Forms are the forms a noun takes after a number.
type Forms struct {
	RU [3]string // 1 резидент, 2 резидента, 5 резидентов
	EN [2]string // 1 resident, 2 residents
}

// Plural returns the Russian form that agrees with n: one as for 1 and 21, few as
// for 2 and 22, many as for 0, 5, 11 and 111. The sign of n does not matter.
func Plural(n int64, one, few, many string) string {
	switch pluralForm(language.Russian, n) {
	case plural.One:
		return one
	case plural.Few:
		return few
	}
	return many
}

// Count returns the number, its digits grouped, a non-breaking space and the noun
// in the form that agrees with it: «1 234 резидента».
func Count(lang app.Lang, n int64, forms Forms) string {
	noun := Plural(n, forms.RU[0], forms.RU[1], forms.RU[2])
	if lang == app.EN {
		noun = forms.EN[1]
		if pluralForm(language.English, n) == plural.One {
			noun = forms.EN[0]
		}
	}
	return wholeNumber(n, lang) + app.NBSP + noun
}

// pluralForm asks CLDR. Only the last digits of a long number tell its form, so it
// is shortened to fit an int everywhere, but not so far as to look like 1.
func pluralForm(tag language.Tag, n int64) plural.Form {
	const enough = 1_000_000
	size := n % enough
	if size < 0 {
		size = -size
	}
	if n >= enough || n <= -enough {
		size += enough
	}
	return plural.Cardinal.MatchPlural(tag, int(size), 0, 0, 0, 0)
}

func wholeNumber(n int64, lang app.Lang) string { return app.FormatNumber(n, 1, 0, lang) }
