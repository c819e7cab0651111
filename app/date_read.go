package app

import (
	"regexp"
	"strconv"
	"strings"
	"unicode/utf8"
)

// The ways people write a day, over folded text (see Fold).
var (
	dateInFigures = regexp.MustCompile(`^(\d{1,2}) ?[./,-] ?(\d{1,2}) ?[./,-] ?(\d{2}|\d{4})$`)
	dateISO       = regexp.MustCompile(`^(\d{4}) ?[./-] ?(\d{1,2}) ?[./-] ?(\d{1,2})$`)
	dateCompact   = regexp.MustCompile(`^(\d{2})(\d{2})(\d{4})$`)
	dateCompact2  = regexp.MustCompile(`^(\d{4})(\d{2})(\d{2})$`)
	dateInWords   = regexp.MustCompile(`^(\d{1,2})(?:-?(?:го|е))?[ .-]?([^\d\s.-]+)\.?[ .-]?(\d{2}|\d{4})$`)
	timeOfDay     = regexp.MustCompile(`(?:т|,? )(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?(?: ?z|[+-]\d{2}:?\d{2})?$`)
	yearMark      = regexp.MustCompile(`(\d) ?(?:г|год|года)?\.?$`)
)

// ParseDate reads what people type and paste: 05.03.2020, 5.3.20, 05/03/2020, 05032020,
// 2020-03-05, «5 марта 2020 г.», each with a time of 0:00 or without. Two-digit years up
// to 68 are of this century. An empty text is no date; spaces may stand beside the
// separators only: «1 2.3.2020» could be two days.
func ParseDate(s string) (Date, bool) {
	if Clean(s) == "" {
		return Date{}, true
	}
	d, fault := readDate(s)
	return d, fault.Zero()
}

// readDate says what is wrong in the words that follow the text itself.
func readDate(text string) (Date, Text) {
	s := Fold(text)
	if clock := timeOfDay.FindStringSubmatch(s); clock != nil {
		if strings.Trim(strings.Join(clock[1:], ""), "0") != "" {
			return Date{}, L("это дата с временем; введите только дату, например 31.12.2020",
				"has a time in it; type the date alone, for example 31.12.2020")
		}
		s = strings.TrimSuffix(s, clock[0])
	}
	s = yearMark.ReplaceAllString(s, "$1")
	day, month, year, ok := dateParts(s)
	if !ok {
		return Date{}, L("не дата; введите день, месяц и год, например 31.12.2020",
			"is not a date; type day, month and year, for example 31.12.2020")
	}
	d := Day(year, month, day)
	if d.Zero() {
		return Date{}, L("такого дня нет; сначала пишется день, затем месяц и год, например 31.12.2020",
			"is no day of the calendar; day, month and year, for example 31.12.2020")
	}
	if year < 1900 || year > 2199 {
		return Date{}, L("год вне 1900–2199; проверьте год", "is not between 1900 and 2199; check the year")
	}
	return d, Text{}
}

func dateParts(s string) (day, month, year int, ok bool) {
	if m := dateInFigures.FindStringSubmatch(s); m != nil {
		return atoi(m[1]), atoi(m[2]), fullYear(m[3]), true
	}
	if m := dateISO.FindStringSubmatch(s); m != nil {
		return atoi(m[3]), atoi(m[2]), atoi(m[1]), true
	}
	if m := dateInWords.FindStringSubmatch(s); m != nil {
		month := monthNamed(m[2])
		return atoi(m[1]), month, fullYear(m[3]), month > 0
	}
	// Eight figures: a month is at most 12 and a year at least 1900, so no text is both.
	if m := dateCompact2.FindStringSubmatch(s); len(m) > 2 && atoi(m[1]) >= 1900 && atoi(m[2]) <= 12 {
		return atoi(m[3]), atoi(m[2]), atoi(m[1]), true
	}
	if m := dateCompact.FindStringSubmatch(s); m != nil {
		return atoi(m[1]), atoi(m[2]), atoi(m[3]), true
	}
	return 0, 0, 0, false
}

// fullYear puts the century before two figures: 68 is 2068, 69 is 1969.
func fullYear(figures string) int {
	year := atoi(figures)
	switch {
	case len(figures) > 2:
		return year
	case year < 69:
		return 2000 + year
	}
	return 1900 + year
}

// months are the names of the months, as they stand in a date and by themselves.
var months = [...][3]string{
	{"января", "январь", "January"},
	{"февраля", "февраль", "February"},
	{"марта", "март", "March"},
	{"апреля", "апрель", "April"},
	{"мая", "май", "May"},
	{"июня", "июнь", "June"},
	{"июля", "июль", "July"},
	{"августа", "август", "August"},
	{"сентября", "сентябрь", "September"},
	{"октября", "октябрь", "October"},
	{"ноября", "ноябрь", "November"},
	{"декабря", "декабрь", "December"},
}

// shortestMonth is how many letters tell the months apart.
const shortestMonth = 3

// monthNamed returns the number of a month by its folded name or a beginning of it; 0 for
// any other word.
func monthNamed(word string) int {
	if utf8.RuneCountInString(word) < shortestMonth {
		return 0
	}
	for i, names := range &months {
		for _, name := range names {
			if strings.HasPrefix(Fold(name), word) {
				return i + 1
			}
		}
	}
	return 0
}

// atoi reads figures a pattern has found.
func atoi(figures string) int {
	n, _ := strconv.Atoi(figures)
	return n
}
