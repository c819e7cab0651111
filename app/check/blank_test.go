package check

import (
	"testing"

	"technopark/app"
)

// Blanks close no finding, be they typed now or kept by an earlier version.
func TestBlanksExplainNothing(t *testing.T) {
	g := newGround(t)
	g.resident.KPP = ""
	report := Run(builtIn(t), g.book(), 2020, known())
	if len(report.Findings) != 1 {
		t.Fatalf("%d findings", len(report.Findings))
	}
	e := report.Explain(report.Findings[0], " Так\u200b в выписке. \r\n\r\n", "\u00a0Ёлкин  О. Ю. ", app.Day(2021, 3, 1))
	if e.Text != "Так в выписке." || e.Author != "Ёлкин О. Ю." {
		t.Errorf("kept as %q of %q", e.Text, e.Author)
	}
	e.ID = 1
	if got := Run(builtIn(t), g.with(e), 2020, known()); got.Open(Warning) != 0 {
		t.Errorf("%d open, though explained", got.Open(Warning))
	}
	e.Text = " \t\u200b"
	if got := Run(builtIn(t), g.with(e), 2020, known()); got.Open(Warning) != 1 {
		t.Errorf("%d open, explained by blanks", got.Open(Warning))
	}
}

func TestBlankRequiredFieldIsMissing(t *testing.T) {
	g := newGround(t)
	g.company.LegalAddress = " \u00a0"
	for _, f := range Run(builtIn(t), g.book(), 2020, known()).Findings {
		if f.Rule == RuleRequired && f.Field.Key == "legal_address" {
			return
		}
	}
	t.Error("an address of blanks is filled in")
}

// A name is another's however it is written; a number only as it is.
func TestSameNameIsFoundHoweverWritten(t *testing.T) {
	g := newGround(t)
	g.resident.Name, g.second.Name = "ООО «Ёлка»", "Общество с ограниченной ответственностью \"EЛКА\""
	// The pair is told once, of the one that came last.
	findings := Run(builtIn(t), g.book(), 2020, known()).Findings
	for _, f := range findings {
		if f.Rule != "NAME_TWICE" || f.ID != g.second.ID {
			t.Errorf("%s of record %d: %s", f.Rule, f.ID, f.Message.RU)
		}
	}
	if len(findings) != 1 {
		t.Errorf("the two are told %d times", len(findings))
	}
	g.second.Name = "АО «Ёлка»"
	if report := Run(builtIn(t), g.book(), 2020, known()); len(report.Findings) != 0 {
		t.Errorf("another form of company is the same: %s", report.Findings[0].Message.RU)
	}
}
