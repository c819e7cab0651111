package app

import "testing"

func TestEnglishJoinsTheSignOfPerCentToItsNumber(t *testing.T) {
	for _, c := range []struct {
		unit string
		lang Lang
		want string
	}{{"%", RU, "16,7\u00a0%"}, {"%", EN, "16,7%"}, {"ha", EN, "16,7\u00a0ha"}, {"га", RU, "16,7\u00a0га"}} {
		if got := InUnit("16,7", c.unit, c.lang); got != c.want {
			t.Errorf("%s in %s: %q", c.unit, c.lang, got)
		}
	}
}
