package check

import (
	"strconv"

	"technopark/app"
)

// Days that are still counted as days; longer terms are said in months and years.
const (
	countedDays   = 61
	daysOfMonth   = 30.4375
	monthsOfYear  = 12
	endlessMonths = 100 * monthsOfYear
)

// termText says how long a number of days is: «45 дн.», «8 мес.», «2 года 3 мес.». What lasts
// a century and more has no end.
func termText(days int) app.Text {
	sign := ""
	if days < 0 {
		sign, days = "\u2212", -days
	}
	if days <= countedDays {
		n := strconv.Itoa(days)
		return app.L(sign+n+app.NBSP+"дн.", sign+n+app.NBSP+manyOf(days, "day", "days"))
	}
	months := int(float64(days)/daysOfMonth + 0.5)
	if months >= endlessMonths {
		return app.L("срок без окончания", "a term without end")
	}
	years, rest := months/monthsOfYear, months%monthsOfYear
	ru, en := sign, sign
	if years > 0 {
		n := strconv.Itoa(years)
		ru, en = ru+n+app.NBSP+yearsWord(years), en+n+app.NBSP+manyOf(years, "year", "years")
	}
	if years > 0 && rest > 0 {
		ru, en = ru+" ", en+" "
	}
	if rest > 0 {
		n := strconv.Itoa(rest)
		ru, en = ru+n+app.NBSP+"мес.", en+n+app.NBSP+manyOf(rest, "month", "months")
	}
	return app.L(ru, en)
}

// yearsWord is the Russian word for so many years.
func yearsWord(n int) string {
	switch {
	case n%100 >= 11 && n%100 <= 14, n%10 == 0, n%10 >= 5:
		return "лет"
	case n%10 == 1:
		return "год"
	}
	return "года"
}

func manyOf(n int, one, many string) string {
	if n == 1 {
		return one
	}
	return many
}
