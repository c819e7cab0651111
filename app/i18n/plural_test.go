package i18n

import (
	"math"
	"testing"

	"technopark/app"
)

func TestPlural(t *testing.T) {
	tests := []struct {
		want    string
		numbers []int64
	}{
		{"резидент", []int64{1, 21, 31, 101, 121, 1001, 1_000_001, -1, -21}},
		{"резидента", []int64{2, 3, 4, 22, 34, 102, 1002, 1_000_022, -3}},
		{"резидентов", []int64{0, 5, 9, 10, 11, 12, 13, 14, 15, 19, 20, 25, 100, 111, 112, 114, 1_000_000, 1_000_011, -11, math.MaxInt64, math.MinInt64}},
	}
	for _, tt := range tests {
		for _, n := range tt.numbers {
			if got := Plural(n, "резидент", "резидента", "резидентов"); got != tt.want {
				t.Errorf("Plural(%d) = %s, want %s", n, got, tt.want)
			}
		}
	}
}

func TestCount(t *testing.T) {
	days := Forms{RU: [3]string{"день", "дня", "дней"}, EN: [2]string{"day", "days"}}
	tests := []struct {
		lang app.Lang
		n    int64
		want string
	}{
		{app.RU, 1, "1\u00a0день"},
		{app.RU, 1234, "1\u00a0234\u00a0дня"},
		{app.RU, 11, "11\u00a0дней"},
		{app.EN, 1, "1\u00a0day"},
		{app.EN, 0, "0\u00a0days"},
		{app.EN, 21, "21\u00a0days"},
		{app.EN, 1_000_001, "1,000,001\u00a0days"},
	}
	for _, tt := range tests {
		if got := Count(tt.lang, tt.n, days); got != tt.want {
			t.Errorf("Count(%s, %d) = %q, want %q", tt.lang, tt.n, got, tt.want)
		}
	}
}
