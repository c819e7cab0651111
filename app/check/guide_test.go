package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/assets"
)

// guideRule is the rule that the user guide shows how to add.
func guideRule(t *testing.T) string {
	t.Helper()
	guide, err := os.ReadFile("../../assets/docs/guide.md")
	if err != nil {
		t.Fatal(err)
	}
	_, rest, _ := strings.Cut(string(guide), "```toml\n")
	text, _, closed := strings.Cut(rest, "```")
	if !closed {
		t.Fatal("the guide shows no rule")
	}
	return text
}

func TestRuleOfTheGuideIsFoundByThoseWhoAddIt(t *testing.T) {
	set := assets.Rules()[0]
	p, err := Load("правила.toml", []byte(string(set.TOML)+"\n"+guideRule(t)))
	if err != nil {
		t.Fatal(err)
	}
	g := newGround(t)
	of := func(f Finding) bool { return f.Rule != "RD_SHARE" }
	fill(t, g.resident, "innovative=да")
	for _, r := range []*app.ResidentReport{g.report, g.before} {
		fill(t, r, "revenue=20000;rd_own=150;rd_budget=30;rd_other=20")
	}
	if found := slices.DeleteFunc(Run(p, g.book(), 2020, known()).Findings, of); len(found) != 0 {
		t.Errorf("one hundredth is enough: %v", found[0].Message.RU)
	}
	fill(t, g.report, "rd_own=149,5")
	found := slices.DeleteFunc(Run(p, g.book(), 2020, known()).Findings, of) // both companies report alike
	if len(found) != 2 {
		t.Fatalf("%d findings: %v", len(found), found)
	}
	want := "сотая доля выручки — 200,0\u00a0тыс. руб., а на НИОКР — 199,5\u00a0тыс. руб.: не хватает 0,5\u00a0тыс. руб."
	if f := found[0]; f.Message.RU != want || f.Field.Key != "rd_own" {
		t.Errorf("on %s\nGOT  %s\nwant %s", f.Field.Key, f.Message.RU, want)
	}
}
