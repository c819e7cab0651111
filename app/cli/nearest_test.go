package cli

import (
	"strings"
	"testing"
)

func TestNearest(t *testing.T) {
	commands := []string{"demo", "new", "check", "score", "package", "explain", "profile", "document", "inspect", "revision", "journal", "verify"}
	for word, want := range map[string]string{
		"chek": "check", "chcek": "check", "CHECK": "check", "checks": "check", "срусл": "check", "ысщку": "score", "йцукен": "",
		"verfy": "verify", "doc": "document", "pack": "package", "ne": "new", "nwe": "new", "dem": "demo",
		"список": "", "x": "", "": "", "r": "", "import": "", strings.Repeat("a", 10_000): "",
	} {
		if got := nearest(word, commands); got != want {
			t.Errorf("nearest(%.20q) = %q, want %q", word, got, want)
		}
	}
}

func TestDistance(t *testing.T) {
	for _, c := range []struct {
		from, to string
		want     int
	}{{"", "", 0}, {"", "ab", 2}, {"ab", "", 2}, {"ab", "ab", 0}, {"ab", "ba", 1}, {"abc", "acb", 1}, {"kitten", "sitting", 3}, {"год", "гоб", 1}} {
		if got := distance(c.from, c.to); got != c.want {
			t.Errorf("distance(%q, %q) = %d, want %d", c.from, c.to, got, c.want)
		}
	}
}
