package check

import (
	"maps"
	"slices"
	"strings"
	"testing"
	"unicode"

	"technopark/app"
)

// TestRulesAreInBothLanguages holds the built-in rules to an English text with the very
// figures of the Russian one.
func TestRulesAreInBothLanguages(t *testing.T) {
	for _, r := range builtIn(t).rules {
		for what, text := range map[string]template{"message": r.message, "remedy": r.remedy} {
			if text.en == "" {
				t.Errorf("%s has no English %s", r.id, what)
			}
			if ru, en := bracedNames(text.ru), bracedNames(text.en); !slices.Equal(ru, en) {
				t.Errorf("%s: the %s names %v in Russian and %v in English", r.id, what, ru, en)
			}
			for _, letter := range text.en {
				if unicode.Is(unicode.Cyrillic, letter) {
					t.Errorf("%s: Russian in the English %s: %s", r.id, what, text.en)
					break
				}
			}
		}
	}
}

// TestUnitsAreInBothLanguages holds the units of comparisons and sums to an English text.
func TestUnitsAreInBothLanguages(t *testing.T) {
	p := builtIn(t)
	units := map[string]app.Text{}
	for _, r := range p.rules {
		if r.holds != nil {
			units[r.id] = r.holds.unit
		}
	}
	for _, s := range p.sums {
		units[s.name] = s.unit
	}
	for name, unit := range units {
		if unit.EN == "" && strings.ContainsFunc(unit.RU, func(r rune) bool { return unicode.Is(unicode.Cyrillic, r) }) {
			t.Errorf("%s has no English unit beside «%s»", name, unit.RU)
		}
	}
}

// bracedNames returns what stands in braces, each once, in alphabetical order.
func bracedNames(text string) []string {
	said := map[string]bool{}
	for _, name := range inBraces.FindAllString(text, -1) {
		said[name] = true
	}
	return slices.Sorted(maps.Keys(said))
}

// In a sentence «it» is a word; only what stands in braces is the field in question.
func TestPronounsOfSentencesStay(t *testing.T) {
	p := loaded(t, strings.NewReplacer(`message = "{left} больше {right}"`, `message = "{it} мало"
message_en = "{it} is little: divide it by its base"`, `remedy = "исправьте"`, `remedy = "исправьте"
remedy_en = "correct it"`).Replace(goodRules))
	if r := p.rules[0]; r.message.en != "{export} is little: divide it by its base" || r.remedy.en != "correct it" {
		t.Errorf("%q, %q", r.message.en, r.remedy.en)
	}
}
