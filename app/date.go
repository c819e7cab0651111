package app

import (
	"fmt"
	"time"
)

// Date is a calendar day without clock or zone. The zero Date means «no date».
// Dates compare with ==.
type Date struct {
	Year       int // of the calendar; 0 in no date
	Month, Day int // from 1
}

// DateOf returns the calendar day of t in t's own zone.
func DateOf(t time.Time) Date {
	y, m, d := t.Date()
	return Date{y, int(m), d}
}

// Day builds a Date; a day that does not exist (31 June) yields the zero Date.
func Day(year, month, day int) Date {
	t := time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
	d := DateOf(t)
	if (d != Date{year, month, day}) {
		return Date{}
	}
	return d
}

// Zero reports whether there is no date.
func (d Date) Zero() bool { return d == Date{} }

// Before reports whether d is earlier than other.
func (d Date) Before(other Date) bool { return d.key() < other.key() }

// After reports whether d is later than other.
func (d Date) After(other Date) bool { return d.key() > other.key() }

func (d Date) key() int { return d.Year*10000 + d.Month*100 + d.Day }

// Days returns the number of days from the first day of year 1; the difference
// of two such numbers is the number of days between the dates.
func (d Date) Days() int {
	return int(d.Midnight().Unix() / 86400)
}

// AddDays returns the day n days later (earlier when n is negative).
func (d Date) AddDays(n int) Date { return DateOf(d.Midnight().AddDate(0, 0, n)) }

// Midnight returns the first moment of the day in UTC.
func (d Date) Midnight() time.Time {
	return time.Date(d.Year, time.Month(d.Month), d.Day, 0, 0, 0, 0, time.UTC)
}

// ISO returns YYYY-MM-DD, the form of the data file; empty for no date.
func (d Date) ISO() string {
	if d.Zero() {
		return ""
	}
	return fmt.Sprintf("%04d-%02d-%02d", d.Year, d.Month, d.Day)
}

// String returns дд.мм.гггг, the form of screens and papers; empty for no date.
func (d Date) String() string {
	if d.Zero() {
		return ""
	}
	return fmt.Sprintf("%02d.%02d.%04d", d.Day, d.Month, d.Year)
}

// ParseISODate reads YYYY-MM-DD; an empty text is no date.
func ParseISODate(s string) (Date, error) {
	if s == "" {
		return Date{}, nil
	}
	t, err := time.Parse("2006-01-02", s)
	if err != nil {
		return Date{}, fmt.Errorf("date %q is not YYYY-MM-DD", s)
	}
	return DateOf(t), nil
}
