package app

import (
	"regexp"
	"strings"
)

// The ways people write a period, over folded text (see Fold). A quarter is written with
// a word or a Q: «2020-1» may be January.
var (
	periodYear    = regexp.MustCompile(`^(\d{4})(?: ?(?:г|год))?\.?$`)
	periodQuarter = regexp.MustCompile(`^([^\s-]+?)(?: ?- ?(?:й|ый|ой))? ?(?:кв|квартал|q|quarter)\.?(?:[ ,/-]*)(\d{4})(?: ?(?:г|год|года))?\.?$`)
	periodQ       = regexp.MustCompile(`^q ?([1-4])(?:[ ,/-]*)(\d{4})(?: ?(?:г|год|года))?\.?$`)
	periodYearQ   = regexp.MustCompile(`^(\d{4})(?: ?(?:г|год)\.?)?[ ,/-]*q ?([1-4])$`)
	periodYearKv  = regexp.MustCompile(`^(\d{4})(?: ?(?:г|год)\.?)?[ ,/-]*([^\s\d,/-]+|[1-4])(?: ?- ?(?:й|ый|ой))? ?(?:кв|квартал)\.?$`)
)

// ParsePeriod reads a year — 2020, «2020 г.», «за 2020 год» — or a quarter: 2020-Q1,
// «I квартал 2020 года», «1-й кв. 2020 г.», «первый квартал 2020». An empty text is no period.
func ParsePeriod(text string) (Period, bool) {
	if p, ok := periodOfKey(text); ok {
		return p, true
	}
	s := strings.TrimPrefix(Fold(text), "за ")
	if s == "" {
		return Period{}, true
	}
	year, quarter := "", ""
	if m := periodYear.FindStringSubmatch(s); m != nil {
		return period4(m[1], 0)
	} else if m := periodQ.FindStringSubmatch(s); m != nil {
		quarter, year = m[1], m[2]
	} else if m := periodQuarter.FindStringSubmatch(s); m != nil {
		quarter, year = m[1], m[2]
	} else if m := periodYearQ.FindStringSubmatch(s); m != nil {
		year, quarter = m[1], m[2]
	} else if m := periodYearKv.FindStringSubmatch(s); m != nil {
		year, quarter = m[1], m[2]
	}
	n := quarterNamed(quarter)
	if n == 0 {
		return Period{}, false
	}
	return period4(year, n)
}

// periodOfKey reads what Period.Key writes, without a look at other ways: files and checks
// are full of it.
func periodOfKey(key string) (Period, bool) {
	if len(key) != len("2020") && len(key) != len("2020-Q1") || !digitsOnly(key[:4]) {
		return Period{}, false
	}
	if len(key) == len("2020") {
		return period4(key, 0)
	}
	q := int(key[6] - '0')
	if key[4:6] != "-Q" || q < 1 || q > 4 {
		return Period{}, false
	}
	return period4(key[:4], q)
}

// period4 builds a period of a year of four figures; periods are of our time.
func period4(year string, quarter int) (Period, bool) {
	if y := atoi(year); y >= 1990 && y <= 2199 {
		return Period{y, quarter}, true
	}
	return Period{}, false
}

// quarterNamed reads the number of a quarter: a figure, a word, or a Roman number with the
// letters people have at hand for it, П and Ш among them. It is 0 for anything else.
func quarterNamed(s string) int {
	switch s {
	case "первый":
		return 1
	case "второй":
		return 2
	case "третий":
		return 3
	case "четвертый":
		return 4
	}
	switch romanTwins.Replace(s) {
	case "1", "i":
		return 1
	case "2", "ii":
		return 2
	case "3", "iii":
		return 3
	case "4", "iv":
		return 4
	}
	return 0
}

// romanTwins makes one letter of those that Roman numbers are written with.
var romanTwins = strings.NewReplacer("і", "i", "l", "i", "|", "i", "ⅰ", "i", "ⅱ", "ii", "ⅲ", "iii", "ⅳ", "iv", "ѵ", "v", "п", "ii", "ш", "iii")
