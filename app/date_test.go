package app

import (
	"testing"
	"time"
)

func TestParseDate(t *testing.T) {
	want := Date{2020, 3, 5}
	for _, s := range []string{"05.03.2020", "5.3.20", "05/03/2020", "05032020", "2020-03-05", " 5.03.2020 г. ", "5. 03 .2020"} {
		if got, ok := ParseDate(s); !ok || got != want {
			t.Errorf("ParseDate(%q) = %v, %v", s, got, ok)
		}
	}
	for _, s := range []string{"31.06.2020", "29.02.2019", "05.13.2020", "вчера", "1.1.0020", "2020", "1 2.3.2020", "-5.3.2020"} {
		if got, ok := ParseDate(s); ok {
			t.Errorf("ParseDate(%q) took it for %v", s, got)
		}
	}
	for text, year := range map[string]int{"1.1.68": 2068, "1.1.69": 1969} {
		if got, ok := ParseDate(text); !ok || got.Year != year {
			t.Errorf("ParseDate(%q) = %v, %v", text, got, ok)
		}
	}
	if d, ok := ParseDate(" "); !ok || !d.Zero() {
		t.Error("an empty text is no date, not a fault")
	}
}

// FuzzDate compares day arithmetic with package time.
func FuzzDate(f *testing.F) {
	f.Add(2020, 2, 29, 1)
	f.Fuzz(func(t *testing.T, y, m, d, n int) {
		day := Day(1900+abs(y)%300, 1+abs(m)%12, 1+abs(d)%28)
		n %= 100_000
		want := time.Date(day.Year, time.Month(day.Month), day.Day+n, 12, 0, 0, 0, time.UTC)
		got := day.AddDays(n)
		if got != DateOf(want) || got.Days()-day.Days() != n {
			t.Fatalf("%v + %d days = %v, want %v", day, n, got, want)
		}
		if back, ok := ParseDate(day.String()); !ok || back != day {
			t.Fatalf("%v does not read back", day)
		}
	})
}

func abs(n int) int {
	if n < 0 {
		n = -(n + 1)
	}
	return n
}

func TestDay(t *testing.T) {
	if !Day(2019, 2, 29).Zero() {
		t.Error("29 February 2019 does not exist")
	}
}

func TestPeriod(t *testing.T) {
	q2 := Period{2020, 2}
	if q2.First() != (Date{2020, 4, 1}) || q2.Last() != (Date{2020, 6, 30}) || q2.Days() != 91 {
		t.Errorf("second quarter: %v–%v, %d days", q2.First(), q2.Last(), q2.Days())
	}
	for lang, want := range map[Lang][4]string{RU: {"II квартал 2020\u00a0г.", "2 кв. 2020", "2020 год", "2020"}, EN: {"Q2 2020", "Q2 2020", "2020", "2020"}} {
		year := YearPeriod(2020)
		if got := [4]string{q2.In(lang), q2.Short(lang), year.In(lang), year.Short(lang)}; got != want {
			t.Errorf("%s: %q, want %q", lang, got, want)
		}
		for _, text := range []string{q2.In(lang), q2.Short(lang)} {
			if p, ok := ParsePeriod(text); !ok || p != q2 {
				t.Errorf("what is written is not read: %q", text)
			}
		}
	}
	if y := YearPeriod(2020); y.Days() != 366 || !y.Contains(Date{2020, 12, 31}) || y.Contains(Date{}) {
		t.Error("2020 has 366 days and does not contain «no date»")
	}
	for _, s := range []string{"2020-Q2", "II квартал 2020", "ii Квартал  2020", "Q2 2020"} {
		if p, ok := ParsePeriod(s); !ok || p != q2 {
			t.Errorf("ParsePeriod(%q) = %v, %v", s, p, ok)
		}
	}
	for _, s := range []string{"2020", "2020 год"} {
		if p, ok := ParsePeriod(s); !ok || p != YearPeriod(2020) {
			t.Errorf("ParsePeriod(%q) = %v, %v", s, p, ok)
		}
	}
	for _, s := range []string{"20", "2020-Q5", "год", "1720"} {
		if _, ok := ParsePeriod(s); ok {
			t.Errorf("ParsePeriod(%q) took it", s)
		}
	}
}

// What a date field gives as a date is what it gives as text.
func TestDayOfEveryDateField(t *testing.T) {
	day := Day(2020, 2, 29)
	for _, typ := range Types() {
		for _, f := range typ.Stored() {
			rec := typ.New()
			if !f.Day(rec).Zero() {
				t.Errorf("%s.%s: a day in an empty record", typ.Key, f.Key)
			}
			if f.Kind != KindDate {
				continue
			}
			f.Set(rec, TextValue(day.ISO()))
			if f.Day(rec) != day {
				t.Errorf("%s.%s: %s after setting %s", typ.Key, f.Key, f.Day(rec), day)
			}
		}
	}
}
