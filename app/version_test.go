package app

import "testing"

func TestCommitIsToldByTheLinkerOrByGo(t *testing.T) {
	const whole = "79f97fccd315549f490674037a34a4ccb9c62edc"
	for _, c := range []struct {
		told  string
		built map[string]string
		want  string
	}{
		{"", nil, ""},
		{"", map[string]string{"vcs.modified": "true"}, ""},
		{"", map[string]string{"vcs.revision": whole}, "79f97fccd315"},
		{"", map[string]string{"vcs.revision": whole, "vcs.modified": "false"}, "79f97fccd315"},
		{"", map[string]string{"vcs.revision": whole, "vcs.modified": "true"}, "79f97fccd315+"},
		{whole, map[string]string{"vcs.revision": "0000", "vcs.modified": "true"}, "79f97fccd315"},
		{"abc", nil, "abc"},
	} {
		if got := commitOf(c.told, c.built); got != c.want {
			t.Errorf("told %q, built of %v: %q, want %q", c.told, c.built, got, c.want)
		}
	}
}
