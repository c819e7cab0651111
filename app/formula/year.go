package formula

import "technopark/app"

// Year is what every scope knows of the year it is asked about. It is embedded in
// a scope: its methods are words of the language.
type Year struct {
	days        Number
	first, last app.Date
	period      app.Period
}

// YearOf returns the words of a period.
func YearOf(p app.Period) Year {
	return Year{days: Whole(p.Days()), first: p.First(), last: p.Last(), period: p}
}

// Days is the number of days of the year.
func (y Year) Days() Number { return y.days }

// First is its first day.
func (y Year) First() app.Date { return y.first }

// Last is its last day.
func (y Year) Last() app.Date { return y.last }

// InYear reports whether the day lies in the year.
func (y Year) InYear(d app.Date) bool { return y.period.Contains(d) }

// DaysInYear is the number of days of the year from one day to another, both included.
func (y Year) DaysInYear(from, to app.Date) Number {
	span := app.Contract{From: from, To: to}
	return Whole(span.DaysIn(y.period))
}

// DateOf reads a cell as a day. A text that is no day gives no date: that it is none is told
// by the check of the field itself.
func DateOf(v app.Value) app.Date {
	d, err := app.ParseISODate(v.S)
	if err != nil {
		return app.Date{}
	}
	return d
}

// EndOf returns a day as a last one: none means «without end».
func EndOf(d app.Date) app.Date {
	if !d.Zero() {
		return d
	}
	return app.Date{Year: 9999, Month: 12, Day: 31}
}

// RatingYear reports whether a year can be that of a rating: the first was in 2015, and a slip
// of a key makes 20210 of 2021.
func RatingYear(year int) bool { return year >= 2000 && year <= 2100 }

// ErrYear says what a profile has to give.
var ErrYear = Say("year — год рейтинга, четыре цифры: 2021", "year is that of the rating, four digits: 2021")
