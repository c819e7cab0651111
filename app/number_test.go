package app

import (
	"math/big"
	"strings"
	"testing"
	"unicode"
)

func TestFormatNumber(t *testing.T) {
	const nb = NBSP
	tests := []struct {
		n, scale int64
		digits   int
		lang     Lang
		want     string
	}{
		{0, 1, 0, RU, "0"},
		{1234567, 1, 0, RU, "1" + nb + "234" + nb + "567"},
		{1234567, 1, 0, EN, "1,234,567"},
		{123_456_789, 100_000, 1, RU, "1" + nb + "234,6"},
		{50_000, 100_000, 0, RU, "1"},
		{-50_000, 100_000, 0, RU, "−1"},
		{49_999, 100_000, 0, RU, "0"},
		{-4_999, 100_000, 1, RU, "0,0"},
		{-5_000, 100_000, 1, RU, "−0,1"},
		{99_999, 100_000, 1, RU, "1,0"},
		{12_345, 1000, 1, RU, "12,3"},
		{12_350, 1000, 1, RU, "12,4"},
		{12_300, 1000, 3, RU, "12,300"},
		{7, 1, 2, RU, "7,00"},
		{12_345, 1000, -2, RU, "12,345"},
		{12_000, 1000, -2, RU, "12,0"},
		{12_000, 1000, -1, RU, "12"},
		{1, 100_000, -2, RU, "0,00001"},
	}
	for _, tt := range tests {
		if got := FormatNumber(tt.n, tt.scale, tt.digits, tt.lang); got != tt.want {
			t.Errorf("FormatNumber(%d, %d, %d) = %q, want %q", tt.n, tt.scale, tt.digits, got, tt.want)
		}
	}
}

func TestParseNumber(t *testing.T) {
	tests := []struct {
		text  string
		scale int64
		want  int64
		ok    bool
	}{
		{"1 234,5", 1000, 1_234_500, true},
		{"1" + NBSP + "234.5", 1000, 1_234_500, true},
		{"−3", 1, -3, true},
		{"-0,25", 1000, -250, true},
		{",5", 1000, 500, true},
		{"5,", 1000, 5000, true},
		{"1,23456", 100_000, 123_456, true},
		{"1,234567", 100_000, 0, false},
		{"1,50", 1, 0, false},
		{"12,0", 1, 12, true},
		{"1,234", 1000, 1234, true}, // the comma is the decimal one
		{"- 5", 1, -5, true},
		{"\t1'234\n", 1, 1234, true},
		{"1\u202f234\u2009567,5", 1000, 1_234_567_500, true},
		{"1,000", 1, 0, false}, // a thousand, or one: not for us to say
		{"1.000", 1, 0, false},
		{"100\t200", 1, 0, false}, // two cells
		{"12 5", 1000, 0, false},
		{"1 2345", 1, 0, false},
		{"1234 567", 1, 0, false},
		{"1 234,5 6", 1000, 0, false},
		{"1.234,56", 1000, 0, false},
		{"1,234.56", 1000, 0, false},
		{"1 250 руб.", 1000, 0, false},
		{"1.234.5", 1000, 0, false},
		{"", 1, 0, false},
		{"-", 1, 0, false},
		{"двенадцать", 1, 0, false},
		{"99999999999999999999", 1, 0, false},
		{"1e5", 1, 0, false},
	}
	for _, tt := range tests {
		got, ok := ParseNumber(tt.text, tt.scale)
		if got != tt.want || ok != tt.ok {
			t.Errorf("ParseNumber(%q, %d) = %d, %v; want %d, %v", tt.text, tt.scale, got, ok, tt.want, tt.ok)
		}
	}
}

// FuzzParseNumber compares the parser with math/big, which reads the same decimal text.
func FuzzParseNumber(f *testing.F) {
	for _, s := range []string{"1234.5", "-0.001", "7", "00.10", "-", "1..2"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		n, ok := ParseNumber(s, 1000)
		if !ok {
			return
		}
		bare := strings.Join(strings.FieldsFunc(s, func(r rune) bool { return isGroupSpace(r) || unicode.IsSpace(r) }), "")
		plain := strings.NewReplacer(",", ".", "−", "-", "–", "-").Replace(bare)
		want, valid := new(big.Rat).SetString(plain)
		if !valid {
			t.Fatalf("ParseNumber(%q) took what math/big does not read", s)
		}
		if got := big.NewRat(n, 1000); got.Cmp(want) != 0 {
			t.Fatalf("ParseNumber(%q) = %s, want %s", s, got, want)
		}
		again, ok := ParseNumber(FormatNumber(n, 1000, -2, RU), 1000)
		if !ok || again != n {
			t.Fatalf("%d written and read again gives %d", n, again)
		}
	})
}
