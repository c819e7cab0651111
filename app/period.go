package app

import (
	"fmt"
	"strconv"
)

// Period is a reporting period: a year, or one quarter of it.
// The zero Period means «no period».
type Period struct {
	Year    int // of the calendar; 0 in no period
	Quarter int // 1–4, or 0 for the whole year
}

// YearPeriod returns the whole year as a period.
func YearPeriod(year int) Period { return Period{Year: year} }

// Zero reports whether there is no period.
func (p Period) Zero() bool { return p.Year == 0 }

// First returns the first day of the period.
func (p Period) First() Date {
	if p.Quarter == 0 {
		return Date{p.Year, 1, 1}
	}
	return Date{p.Year, p.Quarter*3 - 2, 1}
}

// Last returns the last day of the period.
func (p Period) Last() Date {
	next := Period{Year: p.Year + 1}
	if p.Quarter > 0 && p.Quarter < 4 {
		next = Period{p.Year, p.Quarter + 1}
	}
	return next.First().AddDays(-1)
}

// Contains reports whether the day lies in the period; no date lies in none.
func (p Period) Contains(d Date) bool {
	return !d.Zero() && !d.Before(p.First()) && !d.After(p.Last())
}

// Days returns the number of days in the period.
func (p Period) Days() int { return p.Last().Days() - p.First().Days() + 1 }

// Key returns 2020 or 2020-Q1, the form of the data file; empty for no period.
func (p Period) Key() string {
	switch {
	case p.Zero():
		return ""
	case p.Quarter == 0:
		return fmt.Sprintf("%04d", p.Year)
	}
	return fmt.Sprintf("%04d-Q%d", p.Year, p.Quarter)
}

// In returns the period as people write it: «2020 год», «I квартал 2020 г.».
func (p Period) In(lang Lang) string {
	roman := [...]string{"", "I", "II", "III", "IV"}
	switch {
	case p.Zero():
		return ""
	case lang == EN && p.Quarter == 0:
		return strconv.Itoa(p.Year)
	case lang == EN:
		return fmt.Sprintf("Q%d %d", p.Quarter, p.Year)
	case p.Quarter == 0:
		return fmt.Sprintf("%d год", p.Year)
	}
	return fmt.Sprintf("%s квартал %d"+NBSP+"г.", roman[p.Quarter], p.Year)
}

// Short returns the period where there is little room, as in the name of a file: «2020», «1 кв. 2020».
func (p Period) Short(lang Lang) string {
	switch {
	case p.Zero():
		return ""
	case p.Quarter == 0:
		return strconv.Itoa(p.Year)
	case lang == EN:
		return p.In(EN)
	}
	return fmt.Sprintf("%d кв. %d", p.Quarter, p.Year)
}
