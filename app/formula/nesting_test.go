package formula

import (
	"strings"
	"testing"
)

// Brackets and dots count only where TOML reads them as such, and the line is that of the one
// that goes too deep.
func TestTooNested(t *testing.T) {
	deep, most := strings.Repeat("[", mostNested+1), strings.Repeat("[", mostNested)
	for text, want := range map[string]int{
		most:                               0,
		deep:                               1,
		most + "]" + "[":                   0,
		"]]]" + deep:                       1,
		strings.Repeat("a.", mostNested):   0,
		strings.Repeat("a.", mostNested+1): 1,
		strings.Repeat("a.", mostNested) + "\n" + strings.Repeat("a.", mostNested): 0,
		"a = 1\n" + deep:                      2,
		"# " + deep + "\na = 1":               0,
		"# " + deep + "\n\n" + deep:           3,
		"# " + deep:                           0,
		`a = "` + deep + `"`:                  0,
		`a = '` + deep + `'`:                  0,
		`a = "\"` + deep + `"`:                0,
		`a = '\'` + deep:                      1,
		`a = ""` + deep:                       1,
		`a = "` + deep + "\n" + deep:          2,
		"a = '''\n" + deep + "\n'''\n" + deep: 4,
		"a = \"\"\"\n'" + deep + "\"\"\"":     0,
		"a = '''" + deep:                      0,
	} {
		if got := tooNested(text); got != want {
			t.Errorf("%.40q: line %d, want %d", text, got, want)
		}
	}
}
