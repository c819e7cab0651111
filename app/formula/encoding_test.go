package formula_test

import (
	"strings"
	"testing"

	"golang.org/x/text/encoding/charmap"

	"technopark/app/formula"
)

// A text that is no UTF-8 is taken for Russian when more than ten of its letters stand as they do
// in Russian words for each that does not: a capital inside a word is a sign of a wrong code page.
func TestRussianWordsAreToldFromAWrongCodePage(t *testing.T) {
	for words, read := range map[string]bool{
		strings.Repeat("д", 11) + "Ж":              true,
		strings.Repeat("д", 10) + "Ж":              false,
		"Дд" + strings.Repeat("д", 9) + "Ж":        true,
		"ПРАВИЛА ООО":                              true,
		"ё":                                        true,
		"а" + strings.Repeat("±", 3):               true, // a sign is no letter
		strings.Repeat("д", 22) + "Ж и " + "дЖ":    true,
		strings.Repeat("дЖ", 5) + " и ещё немного": false,
	} {
		raw, err := charmap.Windows1251.NewEncoder().String(words)
		if err != nil {
			t.Fatal(err)
		}
		text, from, err := formula.Text([]byte(raw))
		if took := err == nil && text == words && from == formula.Windows1251; took != read {
			t.Errorf("%q is read as %q from %q, %v", words, text, from, err)
		}
	}
}
