package check

import (
	"testing"

	"technopark/app/sample"
)

func TestSampleParkHasNoErrors(t *testing.T) {
	report := Run(builtIn(t), sample.Park().Book(), 2020)
	rules := map[string]int{}
	for _, f := range report.Findings {
		rules[f.Rule]++
		if f.Level == Error {
			t.Errorf("%s %s %d %s: %s", f.Rule, f.Type.Key, f.ID, f.Record, f.Message.RU)
		}
		t.Log(f.Rule, f.Record, f.Field.Key, f.Message.RU)
	}
	t.Log(rules)
}
