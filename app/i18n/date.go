package i18n

import (
	"fmt"
	"time"

	"technopark/app"
)

// DateLong returns the date in words, as letters and title sheets are dated, joined
// by non-breaking spaces: «12 марта 2021 г.», “12 March 2021”. The zero date, which
// stands for no date, and a month outside 1–12 give an empty text.
func DateLong(lang app.Lang, year, month, day int) string {
	if month < 1 || month > 12 {
		return ""
	}
	if lang == app.EN {
		return fmt.Sprintf("%d%s%s%s%d", day, app.NBSP, time.Month(month), app.NBSP, year)
	}
	return fmt.Sprintf("%d%s%s%s%d%sг.", day, app.NBSP, genitiveMonths()[month-1], app.NBSP, year, app.NBSP)
}

// genitiveMonths are in the genitive: «12 марта».
func genitiveMonths() [12]string {
	return [12]string{
		"января", "февраля", "марта", "апреля", "мая", "июня",
		"июля", "августа", "сентября", "октября", "ноября", "декабря",
	}
}
