package check

import (
	"os"
	"slices"
	"strings"
	"testing"

	"technopark/app"
	"technopark/assets"
)

// guideRule is the n-th rule that the user guide shows how to add, counted from 0.
func guideRule(t *testing.T, n int) string {
	t.Helper()
	guide, err := os.ReadFile("../../assets/docs/guide/24-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	blocks := strings.Split(string(guide), "```toml\n")[1:]
	if n >= len(blocks) || !strings.HasPrefix(blocks[n], "[[rule]]") {
		t.Fatalf("the guide shows no rule %d", n)
	}
	text, _, _ := strings.Cut(blocks[n], "```")
	return text
}

func TestRuleOfTheGuideIsFoundByThoseWhoAddIt(t *testing.T) {
	set := assets.Rules()[0]
	p, err := Load("правила.toml", []byte(string(set.TOML)+"\n"+guideRule(t, 0)))
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

// A rule over kinds of fields is found at each of them, but for those it leaves out.
func TestRuleOverKindsOfTheGuideIsFoundAtEachField(t *testing.T) {
	p, err := Load("правила.toml", []byte(string(assets.Rules()[0].TOML)+"\n"+guideRule(t, 1)))
	if err != nil {
		t.Fatal(err)
	}
	g := newGround(t)
	for field, n := range map[string]int{"customs": 1, "capital": 1, "payroll": 0} {
		fill(t, g.before, field+"=50000")
		fill(t, g.report, field+"=50000,1")
		found := slices.DeleteFunc(Run(p, g.book(), 2020, known()).Findings, func(f Finding) bool {
			return f.Rule != "MONEY_CEILING" || f.Field.Key != field || f.ID != g.report.ID || f.Type.Key != "resident_report"
		})
		if len(found) != n {
			t.Errorf("%s: %d findings, want %d", field, len(found), n)
		}
	}
}

// Every form of rule that the program knows stands in the guide and at the head of the rules.
func TestEveryFormOfRuleIsDescribed(t *testing.T) {
	guide, err := os.ReadFile("../../assets/docs/guide/24-rules.md")
	if err != nil {
		t.Fatal(err)
	}
	head, _, _ := strings.Cut(string(assets.Rules()[0].TOML), "\nid = ")
	for _, form := range []string{"holds", "unique", "same", "overlap", "needs", "quarters", "proved", "frozen", "fields", "kinds", "except", "unless", "years"} {
		if !strings.Contains(string(guide), "`"+form) || !strings.Contains(head, "#   "+form) && !strings.Contains(head, "; "+form+" — ") {
			t.Errorf("%s is not described", form)
		}
	}
}
