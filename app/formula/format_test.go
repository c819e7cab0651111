package formula

import (
	"math/big"
	"testing"

	"technopark/app"
)

func TestFormatRat(t *testing.T) {
	tests := []struct {
		num, den int64
		digits   int
		want     string
	}{
		{1, 4, 1, "0,3"}, // half away from zero, exactly
		{-1, 4, 1, "−0,3"},
		{249_999_999, 1_000_000_000, 1, "0,2"},
		{-1, 100, 1, "0,0"}, // no minus before a zero
		{1_234_567_891, 10, 1, "123\u00a0456\u00a0789,1"},
		{999_999, 1000, 0, "1\u00a0000"},
		{1, 3, 4, "0,3333"},
		{0, 1, 0, "0"},
	}
	for _, tt := range tests {
		if got := Write(big.NewRat(tt.num, tt.den), tt.digits, app.RU); got != tt.want {
			t.Errorf("%d/%d with %d digits: %s, want %s", tt.num, tt.den, tt.digits, got, tt.want)
		}
	}
	if got := Write(big.NewRat(-123_456_789, 100), 1, app.EN); got != "−1,234,567.9" {
		t.Error(got)
	}
}

func TestFormatExactHidesNoDecimals(t *testing.T) {
	tests := []struct {
		num, den int64
		digits   int
		want     string
	}{
		{5, 2, 1, "2,5"},
		{2, 1, 1, "2,0"},
		{123_456, 100_000, 1, "1,23456"}, // roubles and kopecks in thousands of roubles
		{1, 3, 1, "0,3"},
	}
	for _, tt := range tests {
		if got := WriteExact(big.NewRat(tt.num, tt.den), tt.digits, app.RU); got != tt.want {
			t.Errorf("%d/%d: %s, want %s", tt.num, tt.den, got, tt.want)
		}
	}
}
