package logbook

import (
	"errors"
	"fmt"
	"strings"
	"testing"
	"unicode"
)

// FuzzSieve puts names into sentences as errors do: nothing of them comes through, nor of
// anything in Cyrillic, however the sentence is broken.
func FuzzSieve(f *testing.F) {
	f.Add("save %q: no space", "Иванов")
	f.Add("open /home/%s/x: busy", "ivanov7")
	f.Add("«%s", "»")
	f.Add("a\t\x00'%s'", "O'Neil")
	f.Fuzz(func(t *testing.T, around, name string) {
		texts := []string{
			Sieve(around + name), Sieve(fmt.Sprintf("find %q: gone", name)), Describe(fmt.Errorf("%q: %w", name, errors.New(around))), cleanStack([]byte(around + "\n" + name)),
		}
		for _, text := range texts {
			for _, r := range text {
				if r != '…' && r > unicode.MaxASCII && unicode.IsLetter(r) {
					t.Fatalf("%q, %q: %q comes through in %q", around, name, r, text)
				}
			}
		}
		const ours = "find … gone"
		if plain := strings.Trim(name, " .,:;"); len(plain) > 3 && strings.Contains(texts[1], plain) && !strings.Contains(ours, plain) {
			t.Fatalf("%q comes through: %q", name, texts[1])
		}
	})
}
