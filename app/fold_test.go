package app

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestFold(t *testing.T) {
	tests := []struct{ in, want string }{
		{"ООО «Ромашка»", "ооо ромашка"},
		{"ООО \"Ромашка\"", "ооо ромашка"},
		{"ООО\u00a0„Ромашка“", "ооо ромашка"},
		{"  АО  \t«Ёлка»\n", "ао елка"},
		{"Е\u0308лка", "елка"},
		{"Е«\u0308»лка", "елка"},
		{"И\u0306од", "йод"},
		{"Спин\u2011офф", "спин-офф"},
		{"Ромаш\u00adка\u200b", "ромашка"},
		{"D'Or №\u00a05", "d'оr № 5"},
		{"Cигма OOO", "сигма ооо"},
		{"ABCEHKMOPTXY abcehkmoptxy", "авсенкмортху авсенкмортху"},
		{"Нано–Тех — 5−6", "нано-тех - 5-6"},
		{"STRAẞE Ångström", "sтrаßе ångsтröм"},
		{"«»", ""},
		{"", ""},
	}
	for _, tt := range tests {
		if got := Fold(tt.in); got != tt.want {
			t.Errorf("Fold(%q) = %q, want %q", tt.in, got, tt.want)
		}
	}
}

func FuzzFold(f *testing.F) {
	for _, seed := range []string{"ООО «Ёлка» \u00a0№ 5", "е\u0308\u0308\u0323", "\xff\u212b\u0130", "Ё\"\u0308"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		folded := Fold(s)
		if again := Fold(folded); again != folded {
			t.Errorf("Fold(%q) = %q, folded again %q", s, folded, again)
		}
		if !utf8.ValidString(folded) || !norm.NFC.IsNormalString(folded) {
			t.Errorf("Fold(%q) = %q, which is not NFC", s, folded)
		}
		if strings.ContainsAny(folded, "ё«»“”\"\u00a0") || strings.Contains(folded, "  ") {
			t.Errorf("Fold(%q) = %q keeps what is to be folded", s, folded)
		}
	})
}

// What is folded and cleaned the short way comes out as it does the long way.
func FuzzPlainFold(f *testing.F) {
	for _, seed := range []string{"ООО «Ёлка» № 5", " а«» \t–б\u00a0", "й\u0306", "ё\u0308", "Ї ѐ ў Ў", "x\x00\x85\u00ad", "\u2116\u0301", "  ", "a  b", "\xff"} {
		f.Add(seed)
	}
	for r := range rune(0x2200) {
		f.Add(string(r))
		f.Add("е" + string(r) + " " + string(r) + string(r) + " я")
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := Fold(s), foldAny(s); got != want {
			t.Errorf("Fold(%q) = %q, the long way %q", s, got, want)
		}
		if got, want := Clean(s), cleanAny(s); got != want {
			t.Errorf("Clean(%q) = %q, the long way %q", s, got, want)
		}
		first, _ := utf8.DecodeRuneInString(s + " ")
		long := unicode.In(first, unicode.Cf, unicode.Other_Default_Ignorable_Code_Point, unicode.Variation_Selector)
		if invisible(first) != long || isDash(first) != (first == '\u2212' || unicode.Is(unicode.Pd, first)) {
			t.Errorf("%q is told to be what it is not", first)
		}
	})
}
