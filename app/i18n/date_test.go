package i18n

import (
	"testing"

	"technopark/app"
)

func TestDateLong(t *testing.T) {
	tests := []struct {
		lang             app.Lang
		year, month, day int
		want             string
	}{
		{app.RU, 2021, 3, 12, "12\u00a0марта\u00a02021\u00a0г."},
		{app.RU, 2020, 1, 1, "1\u00a0января\u00a02020\u00a0г."},
		{app.RU, 2020, 5, 9, "9\u00a0мая\u00a02020\u00a0г."},
		{app.RU, 2019, 12, 31, "31\u00a0декабря\u00a02019\u00a0г."},
		{app.EN, 2021, 3, 12, "12\u00a0March\u00a02021"},
		{app.RU, 0, 0, 0, ""},
		{app.EN, 2021, 13, 1, ""},
	}
	for _, tt := range tests {
		if got := DateLong(tt.lang, tt.year, tt.month, tt.day); got != tt.want {
			t.Errorf("DateLong(%s, %d, %d, %d) = %q, want %q", tt.lang, tt.year, tt.month, tt.day, got, tt.want)
		}
	}
}
