package app

import (
	"errors"
	"strings"
	"testing"
)

// What a window writes in a language it reads as the same number, whatever its size and sign.
func TestWrittenNumbersAreReadAsTheSame(t *testing.T) {
	for _, lang := range []Lang{RU, EN} {
		for _, n := range []int64{0, 7, -1_234, 1_000_000, 1_234_567, 999_999, 12_345_678_900_001, -1_234_500_000} {
			text := FormatNumber(n, 1_000_000, -1, lang)
			if got, ok := ParseWritten(text, 1_000_000, lang); !ok || got != n {
				t.Errorf("%s: %d is written %q and read %d, %v", lang, n, text, got, ok)
			}
		}
	}
}

func TestFiguresTypedInEnglish(t *testing.T) {
	quantity := Field{Kind: KindQuantity, Scale: 1000, Signed: true, Unit: L("м²", "m²")}
	count := Field{Kind: KindCount, Scale: 1}
	money := Field{Kind: KindMoney, Scale: 100}
	for _, tt := range []struct {
		field Field
		lang  Lang
		text  string
		want  int64 // −1 for a figure that is refused
	}{
		{quantity, EN, "1234.5", 1_234_500},
		{quantity, EN, "1,234.5", 1_234_500},
		{quantity, EN, "1,234.", 1_234_000},
		{quantity, EN, "1,234,567", 1_234_567_000},
		{quantity, EN, "-1,234,567 m²", -1_234_567_000},
		{quantity, EN, "12,5", 12_500},
		{quantity, EN, "0,125", 125},
		{quantity, EN, "1,234.", 1_234_000},
		{quantity, EN, "1,234", -1},
		{quantity, EN, "=1,234+2", -1},
		{quantity, EN, "=1,234.5+2", 1_236_500},
		{quantity, RU, "1,234", 1_234},
		{quantity, RU, "1 234,5", 1_234_500},
		{quantity, RU, "1,234.5", -1},
		{count, EN, "1,234", 1_234},
		{count, EN, "12,34", -1},
		{count, RU, "1,234", -1},
		{money, EN, "1,234", 123_400},
		{money, EN, "1,234.56", 123_456},
		{money, EN, "12,50", 1_250},
	} {
		v, err := tt.field.ReadIn(tt.lang, tt.text, nil)
		var fault FieldError
		switch {
		case tt.want == -1 && !errors.As(err, &fault):
			t.Errorf("%s %q is read as %d", tt.lang, tt.text, v.N)
		case tt.want != -1 && (err != nil || v.N != tt.want):
			t.Errorf("%s %q is read as %d, %v, want %d", tt.lang, tt.text, v.N, err, tt.want)
		}
	}
	_, err := quantity.ReadIn(EN, "1,234", nil)
	var fault FieldError
	if !errors.As(err, &fault) || !strings.Contains(fault.Message.EN, "1234 or 1.234") {
		t.Errorf("said %v", err)
	}
	if n, ok := ParseTyped("1,234", 1000, EN); ok {
		t.Errorf("“1,234” is taken for %d", n)
	}
}
