package check

import (
	"slices"
	"testing"
)

// ruleCase spoils the ground so that one rule finds it on the field.
type ruleCase struct {
	rule, field, message string
	spoil                func(*testing.T, *ground)
}

// TestEveryRule holds each rule to a case that it finds; that it passes what is in
// order is TestCleanGroundHasNoFindings.
func TestEveryRule(t *testing.T) {
	p := builtIn(t)
	cases := slices.Concat(residentCases(), parkCases(), naCases(), kindCases(), twiceCases())
	for _, id := range p.Rules() {
		i := slices.IndexFunc(cases, func(c ruleCase) bool { return c.rule == id })
		if i < 0 {
			t.Errorf("rule %s has no case", id)
			continue
		}
		t.Run(id, func(t *testing.T) {
			g := newGround(t)
			cases[i].spoil(t, g)
			found := slices.DeleteFunc(g.check(p), func(f Finding) bool { return f.Rule != id })
			if len(found) == 0 {
				t.Fatal("found nothing")
			}
			f := found[0]
			if f.Field.Key != cases[i].field || f.Message.RU != cases[i].message || f.Remedy.Zero() {
				t.Errorf("on %s\nGOT %s %s\nwant %s", f.Field.Key, id, f.Message.RU, cases[i].message)
			}
		})
	}
	if len(cases) != len(p.Rules()) {
		t.Errorf("%d cases for %d rules", len(cases), len(p.Rules()))
	}
}
