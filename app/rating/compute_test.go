package rating_test

import (
	"math/big"
	"testing"

	"technopark/app"
	"technopark/app/rating"
)

func compute(t testing.TB, s *shelf) *rating.Result {
	t.Helper()
	result, err := rating.Compute(builtIn(t), s.book(), 2020)
	if err != nil {
		t.Fatal(err)
	}
	return result
}

// Every expectation was computed by hand from smallPark; residents are named by
// their first letters: А Б Г Д Э and З for Дзета. Д is gone, Г has no staff.
func TestAllIndicatorsByHand(t *testing.T) {
	tests := []struct {
		code, value string
		in, of      int
		numbers     string
	}{
		{"S1.1", "3,6", 4, 4, "710,5 / 200 = 3,6 тыс. руб./чел."},                         // А 600,5 Б 100 Э 10 З 0; people 100+50+20+30
		{"S1.2", "0,0150", 4, 4, "3 / 200 = 0,0150 ед./чел."},                             // А 2 Б 1
		{"S1.3", "0,0100", 4, 4, "2 / 200 = 0,0100 ед./чел."},                             // А 1 Б 1
		{"S1.4", "10,5", 4, 5, "38 350,0 / 366 / 1 000,0 × 100 = не меньше 10,5 %"},       // А 100×366 10×10 З 50×31 20×5; Э unknown
		{"S1.5", "23,2", 5, 5, "4 107,0 / 17 700,0 × 100 = 23,2 %"},                       // А 4000 Г 7 Э 100
		{"S2.1", "85,0", 4, 4, "17 000,0 / 200 = 85,0 тыс. руб./чел."},                    // А 10000 Б 5000 Э 2000
		{"S2.2", "6,8", 4, 5, "1 070,0 / 15 700,0 × 100 = 6,8 %"},                         // А 1000 Г 70; Э out of both
		{"S2.3", "3,2", 4, 4, "634,0 / 200 = 3,2 тыс. руб./чел."},                         // А 400 Б 195 Э 35 З 4
		{"S2.4", "121,0", 3, 3, "12 700,0 / 10 500,0 × 100 = 121,0 %"},                    // А Г Э; З has none to give
		{"S2.5", "7,5", 4, 4, "15 / 200 × 100 = 7,5 %"},                                   // А 10 Б 5
		{"S3.1", "29,4", 6, 6, "86 130,0 / 366 / 800,0 × 100 = 29,4 %"},                   // А 36700 Б 200×184 Э 30×366 З 1650
		{"S3.2", "1", 5, 5, "1 ед."},                                                      // Б
		{"S3.3", "10,5", 16, 19, "2 / 19 × 100 = не меньше 10,5 %"},                       // two rendered; 3 items open
		{"S3.4", "80,0", 4, 4, "1 200,5 / 1 500,0 × 100 = 80,0 %"},                        // 1000,5 + 200 + н/п
		{"S3.5", "0,58", 9, 10, "(742,0 + 1 000,0) / 3 000,0 = не меньше 0,58 руб./руб."}, // 2019: 160, 2020: 582
		{"S4.1", "2,1", 4, 4, "420,0 / 200 = 2,1 тыс. руб./чел."},                         // А 300 Б 100 Э 20
		{"S4.2", "0,60", 5, 5, "1 800,0 / 3 000,0 = 0,60 руб./руб."},                      // 600 + 900 + 300
		{"S4.3", "20,0", 4, 4, "(100,0 / 400,0 + 0,30 / 2,00) / 2 × 100 = 20,0 %"},        // 25 % and 15 %
		{"S5.1", "50,0", 10, 12, "6 / 12 × 100 = не меньше 50,0 %"},                       // one not provided, one absent
		{"S5.2", "0,42", 5, 5, "(3 + 2) / 12 = 0,42 ед./мес."},                            // of 2020 only
		{"S5.3", "30,0", 8, 10, "3 / 10 × 100 = не меньше 30,0 %"},                        // low_carbon, energy_audit, iso14001
	}
	result := compute(t, smallPark(t))
	if got := len(result.All()); got != len(tests) {
		t.Fatalf("%d indicators, want %d", got, len(tests))
	}
	for i, tt := range tests {
		ind := result.All()[i]
		if ind.Code != tt.code || result.Find(tt.code) != ind {
			t.Fatalf("indicator %d is %s, want %s", i, ind.Code, tt.code)
		}
		if got := plain(ind.ValueText(app.RU)); got != tt.value {
			t.Errorf("%s = %s, want %s (%s)", tt.code, got, tt.value, ind.Reason.RU)
		}
		if want := (rating.Completeness{In: tt.in, Of: tt.of}); ind.Completeness != want {
			t.Errorf("%s: completeness %v, want %v; missing %v", tt.code, ind.Completeness, want, ind.Missing)
		}
		if got := plain(ind.Substituted(app.RU)); got != tt.numbers {
			t.Errorf("%s: %s, want %s", tt.code, got, tt.numbers)
		}
	}
}

func TestSumsAreExactlyTheirParts(t *testing.T) {
	result := compute(t, smallPark(t))
	for _, ind := range result.All() {
		if len(ind.Terms) == 0 {
			t.Errorf("%s has no terms", ind.Code)
		}
		for _, term := range ind.Terms {
			sum := new(big.Rat)
			for _, part := range term.Parts() {
				sum.Add(sum, part.Amount)
			}
			if sum.Cmp(term.Sum) != 0 {
				t.Errorf("%s, %s: parts give %s, sum is %s", ind.Code, term.Name, sum, term.Sum)
			}
		}
	}
}

func TestPreviousAndGrowth(t *testing.T) {
	revenue := compute(t, smallPark(t)).Find("S2.1")
	// 2019: А 8000, Д 900, Э 1900, З н/п over 90 + 40 + 10 + 25 people.
	if got := plain(revenue.PreviousText(app.RU)); got != "65,5" {
		t.Errorf("previous %s, want 65,5", got)
	}
	if got := plain(revenue.GrowthText(app.RU)); got != "129,9" {
		t.Errorf("growth %s, want 129,9", got)
	}
	free := compute(t, smallPark(t)).Find("S4.3")
	if free.PreviousText(app.RU) != "0,0" || free.GrowthText(app.RU) != "" {
		t.Errorf("growth from zero is %q, want none", free.GrowthText(app.RU))
	}
	costs := compute(t, smallPark(t)).Find("S3.4")
	if costs.PreviousText(app.RU) != "не рассчитан" || costs.GrowthText(app.RU) != "" {
		t.Errorf("previous without a report is %q", costs.PreviousText(app.RU))
	}
}
