package rating_test

import (
	"errors"
	"testing"

	"technopark/app"
	"technopark/app/formula"
	"technopark/app/rating"
)

// askedPark has three residents of the year and one that has left before it: the first reports
// everything, the second says «не применимо» of its capital, the third does not report at all.
func askedPark(t *testing.T) *app.Book {
	t.Helper()
	s := newShelf(t)
	s.park = s.put("park", "name: Парк; commissioned: 01.01.2010").(*app.Park)
	for range 4 {
		s.put("resident", "name: Резидент")
	}
	for _, dates := range []string{"resident: 1; valid_from: 01.01.2015", "resident: 2; valid_from: 01.01.2015", "resident: 3; valid_from: 01.06.2020", "resident: 4; valid_from: 01.01.2015; valid_to: 31.12.2018"} {
		s.put("contract", "kind: residency; "+dates)
	}
	s.put("resident_report", "resident: 1; period: 2020; headcount: 10; revenue: 500; capital: 7; equity: 3")
	s.put("resident_report", "resident: 2; period: 2020; headcount: 20; revenue: 100; capital: не применимо; equity: не применимо")
	s.put("resident_report", "resident: 1; period: 2019; headcount: 8; revenue: 400; capital: 1; equity: 1")
	s.put("job", "resident: 1; date: 01.02.2020; change: created; count: 4")
	s.put("job", "resident: 1; date: 01.03.2020; change: created; count: 2")
	s.put("job", "resident: 4; date: 01.03.2020; change: created; count: 50")
	s.put("investment", "date: 01.03.2020; source: federal; amount: 11")
	s.put("investment", "date: 01.03.2019; source: federal; amount: 5")
	return s.book()
}

func TestAsked(t *testing.T) {
	ask := builtIn(t).Ask(askedPark(t), 2020)
	for source, want := range map[string]string{
		"jobs_created":      "6",            // of residents of the year alone
		"public_money":      "16,0",         // to date
		"revenue":           "не рассчитан", // two of three, below the threshold
		"public_money / 2":  "8,0000",
		"jobs_created * 10": "60,0000",
	} {
		ind, err := ask.Formula(source)
		if err != nil {
			t.Fatal(source, err)
		}
		if got := ind.ValueText(app.RU); got != want {
			t.Errorf("%s: %s, want %s", source, got, want)
		}
	}
	for _, c := range []struct {
		sum  rating.Sum
		want string
	}{
		{rating.Sum{Of: "resident"}, "3"},
		{rating.Sum{Of: "job", Where: "change == 'created'", Value: "count"}, "6"},
		{rating.Sum{Of: "investment", Value: "amount"}, "11,0"},
		{rating.Sum{Of: "investment", When: "to_date", Where: "source == 'federal'", Value: "amount"}, "16,0"},
		{rating.Sum{Of: "resident", Where: "status == 'resident'"}, "3"},
	} {
		ind, err := ask.Sum(c.sum)
		if err != nil {
			t.Fatal(c.sum, err)
		}
		if got := ind.ValueText(app.RU); got != c.want {
			t.Errorf("%+v: %s, want %s", c.sum, got, c.want)
		}
	}
	var unknown *formula.UnknownName
	if _, err := ask.Formula("revenue / nobody"); !errors.As(err, &unknown) || unknown.Name != "nobody" {
		t.Errorf("an unknown term is told as %v", err)
	}
}

// TestShareOf: a true zero, «не применимо», what was not reported and who was no resident are
// four different things.
func TestShareOf(t *testing.T) {
	ask := builtIn(t).Ask(askedPark(t), 2020)
	share := func(term string, id int64) rating.Share {
		t.Helper()
		ind, err := ask.Formula(term)
		if err != nil {
			t.Fatal(err)
		}
		return ind.ShareOf(id)
	}
	if s := share("jobs_created", 1); s.Amount == nil || s.Amount.FloatString(0) != "6" || len(s.Parts) != 2 {
		t.Errorf("jobs of the first: %+v", s)
	}
	if s := share("jobs_created", 2); s.Amount == nil || s.Amount.Sign() != 0 {
		t.Errorf("jobs of the second: %+v", s)
	}
	if s := share("capital_raised", 1); s.Amount == nil || s.Amount.FloatString(1) != "10.0" {
		t.Errorf("capital of the first: %+v", s)
	}
	if s := share("capital_raised", 2); s.Amount != nil || !s.NA {
		t.Errorf("capital of the second: %+v", s)
	}
	if s := share("capital_raised", 3); s.Amount != nil || s.NA || s.Lacks.RU != "нет отчёта за 2020 год" {
		t.Errorf("capital of the third: %+v", s)
	}
	if s := share("jobs_created", 4); s.Amount != nil || s.NA || s.Lacks.RU != "не резидент этого года" {
		t.Errorf("jobs of one that has left: %+v", s)
	}
}
