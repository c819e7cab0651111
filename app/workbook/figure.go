package workbook

import (
	"math"
	"strconv"
	"strings"
	"time"

	"technopark/app"
)

// Digits writes a number with the 15 digits that a spreadsheet keeps and shows: what is beyond
// them is the noise of binary fractions, 0.30000000000000004.
func Digits(x float64) string {
	if math.IsInf(x, 0) || math.IsNaN(x) {
		return strconv.FormatFloat(x, 'g', -1, 64)
	}
	const kept = 15
	y, err := strconv.ParseFloat(strconv.FormatFloat(x, 'e', kept-1, 64), 64)
	if err != nil {
		y = x
	}
	if y == 0 {
		return "0" // not −0
	}
	return strconv.FormatFloat(y, 'f', -1, 64)
}

// dayOfSerial returns the day that a number shown as a date means, with the time where there is
// one; false where it means none.
func dayOfSerial(x float64, from04 bool) (string, bool) {
	const (
		afterFalseLeapDay = 61      // of 1900, which spreadsheets take for a leap year
		last              = 2958466 // the first day of the year 10000
	)
	start := time.Date(1899, 12, 30, 0, 0, 0, 0, time.UTC)
	if from04 {
		start = time.Date(1904, 1, 1, 0, 0, 0, 0, time.UTC)
	}
	if !(x >= afterFalseLeapDay && x < last-1500) {
		return "", false
	}
	whole, part := math.Modf(x)
	at := start.AddDate(0, 0, int(whole)).Add(time.Duration(math.Round(part*24*60*60*1000)) * time.Millisecond)
	return app.DateOf(at).String() + clockOf(at), true
}

// clockOf writes the time of a day, «» at midnight; seconds only where there are some. Thousandths, which
// are the noise of binary fractions, were rounded before: whole seconds are not, since the last of a
// year would become the next year.
func clockOf(at time.Time) string {
	switch {
	case at.Equal(at.Truncate(24 * time.Hour)):
		return ""
	case at.Second() == 0 && at.Nanosecond() == 0:
		return at.Format(" 15:04")
	}
	return at.Format(" 15:04:05")
}

// dayOfISO writes a date that is kept as a text: 2021-03-05T00:00:00.
func dayOfISO(text string) string {
	date, clock, _ := strings.Cut(strings.TrimSpace(text), "T")
	at, err := time.Parse(time.DateOnly, date)
	if err != nil {
		return text
	}
	said := app.DateOf(at).String()
	if strings.Trim(clock, "0:.Z") != "" {
		said += " " + clock
	}
	return said
}
