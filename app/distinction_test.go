package app_test

import (
	"testing"

	"technopark/app"
)

// In whichever order two records are told apart, it is one distinction; texts that name no two
// records of one type, as a file of others may have them, tell nothing apart.
func TestDistinction(t *testing.T) {
	a, b := &app.Resident{Head: app.Head{ID: 3}}, &app.Resident{Head: app.Head{ID: 17}}
	if one, other := app.Distinguish(1, a, b), app.Distinguish(1, b, a); *one != *other || one.Park != 1 {
		t.Errorf("%v and %v", one, other)
	}
	for _, c := range []struct {
		one, other string
		ok         bool
	}{
		{"resident/3", "resident/17", true},
		{"resident/17", "resident/3", true},
		{"resident/3/name", "resident/17", true},
		{"resident/3", "resident/3", false},
		{"resident/3", "room/17", false},
		{"resident/3", "x", false},
		{"", "resident/3", false},
	} {
		one, other, ok := (&app.Distinction{One: c.one, Other: c.other}).Places()
		if ok != c.ok || ok && (one.String() != "resident/3" || other.String() != "resident/17") {
			t.Errorf("%q and %q: %v and %v, %v", c.one, c.other, one, other, ok)
		}
	}
}
