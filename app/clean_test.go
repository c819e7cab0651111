package app

import (
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

func TestClean(t *testing.T) {
	for text, want := range map[string]string{
		"":                                    "",
		" \t\n\u00a0\u200b\ufeff\u2800\u3164": "",
		"И\u0306од, е\u0308лка":               "Йод, ёлка",
		"\ufeffООО\u200b «Аль\u00adфа»\u200e": "ООО «Альфа»",
		"Аль\u2060фа \u202aООО\u202c \u2066":  "Альфа ООО",
		"  ООО\t«Альфа»\r\nи  К°  ":           "ООО «Альфа» и К°",
		"№\u00a05 и №\u202f6":                 "№\u00a05 и №\u00a06",
		"№\u00a0 5":                           "№ 5",
		"а\u00a0\u00a0б":                      "а\u00a0б",
		"а\x00\x07б\x1b":                      "аб",
		"а\u3000б\u2003в":                     "а б в",
		"половина \xd0":                       "половина \xd0",
	} {
		if got := Clean(text); got != want {
			t.Errorf("Clean(%q) = %q, want %q", text, got, want)
		}
	}
}

func TestCleanNote(t *testing.T) {
	for text, want := range map[string]string{
		"\n первая \r\nвторая\t\tстрока\r\n\r\nпосле пустой \n\n": "первая\nвторая строка\n\nпосле пустой",
		"одна\u2028другая\vтретья":                                "одна\nдругая\nтретья",
		" \n\t\n\u200b": "",
	} {
		if got := CleanNote(text); got != want {
			t.Errorf("CleanNote(%q) = %q, want %q", text, got, want)
		}
	}
}

func FuzzClean(f *testing.F) {
	for _, seed := range []string{"Й\u200bод \u00a0 №\u202f5", "a\u034f\u0301\u200d", "\r\n\v\u2028", "\u1100\u1161\u115f\u11a8", "\xff а"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, s string) {
		for name, clean := range map[string]func(string) string{"Clean": Clean, "CleanNote": CleanNote} {
			got := clean(s)
			if again := clean(got); again != got {
				t.Fatalf("%s(%q) = %q, once more %q", name, s, got, again)
			}
			if !utf8.ValidString(s) {
				continue
			}
			if !norm.NFC.IsNormalString(got) {
				t.Fatalf("%s(%q) = %q, which is not composed", name, s, got)
			}
			for _, r := range got {
				if r != '\n' && (invisible(r) || unicode.IsControl(r)) {
					t.Fatalf("%s(%q) = %q keeps %U", name, s, got, r)
				}
			}
			if strings.TrimSpace(got) != got || strings.Contains(got, "  ") {
				t.Fatalf("%s(%q) = %q has spare spaces", name, s, got)
			}
		}
		if utf8.ValidString(s) && letters(Clean(s)) != letters(norm.NFC.String(strings.Map(seen, norm.NFC.String(s)))) {
			t.Fatalf("Clean(%q) = %q lost something that is seen", s, Clean(s))
		}
	})
}

// letters returns what is neither space nor control sign.
func letters(s string) string {
	return strings.Map(func(r rune) rune {
		if unicode.IsSpace(r) {
			return -1
		}
		return r
	}, s)
}
